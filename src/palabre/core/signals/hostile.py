"""The words of hostility towards a group, by what they do in a sentence. Phrases in the language of ``grammar``.

Each part of ``PARTS`` is one role that ``hostility`` looks for around a group that is named.
"""

from collections.abc import Mapping, Sequence

from palabre.core.signals.contempt import MORE

#: What the speaker feels for what follows.
EMOTION = (
    "seul(e)(s) à (détester|haïr|mépriser)",
    "(peux|peut|pouvons) (pas|plus) les (sentir|blairer|encadrer|saquer|piffer|voir|supporter|encaisser)",
    "(hais|haïs|haïssons|déteste|détestons|exècre|abhorre|méprise|méprisons|vomis|maudis|conchie|emmerde|hait)",
    "(peux|peut|pouvons|supporte|blaire) (pas|plus) (sentir|blairer|encadrer|saquer|piffer|piffrer|voir|supporter|"
    "encaisser|pifer|souffrir)?",
    "(supporte|supportons|encaisse|tolère) (pas|plus)",
    "(aime|aimons|kiffe) (pas|plus|pas du tout|vraiment pas)",
    "(veux|veut|voulons) (pas|plus) (de|d)?",
    "(horreur|haine|dégoût|mépris|aversion) (de|des|pour|envers|contre)",
    "(crache|pisse|chie|vomis) sur",
    "(i|we) (hate|despise|loathe|can t stand|cannot stand)",
)
#: What is cried at what follows.
AGAINST = (
    "(mort|sus|non|stop|guerre|gaz|la chasse|basta) (aux|au|à)",
    "(pas|jamais|plus) ~2 confiance (aux|à|en)",
    "(méfiez vous|se méfier|méfie toi|gare) (de|des|aux)",
    "(pire|pires) ~2 (que|qu)",
    "(pas|rien|personne) (de)? (pire|plus con|plus sale|plus bête|plus nul|plus lâche|plus fourbe) (que|qu)",
    "(débarrassons|débarrassez|débarrasser|nettoyer|nettoyons|purger|vider|vidons) (la|le|les|notre|nos) ~2 (des|"
    "de)",
    "à quoi (sert|servent)",
    "(à bas|dehors|à mort|au four|à la mer|au bûcher|au poteau|à la porte|dégagez|virez|fuck|nique|niquez|"
    "foutez dehors|"
    "death to|no more|get rid of|kick out|down with)",
    "(marre|assez|ras le bol|raz le bol|plein le cul|plein le dos|ras le cul|stop|overdose) (de|des|aux|d)",
    "(trop|bien trop|beaucoup trop|plus que|envahis par|infesté de|infestée de|pollué par|débarrasser|débarrasse|"
    "débarrassons|débarrassez|débarrassés) (de|des|d|les)?",
    "(besoin|veut|veulent) (de|d) aucun",
    "(mieux|tranquilles|tranquille|sûre|paisible|beau|belle|plus propre) sans",
    "(too many|tired of|sick of|fed up with)",
)
#: What insults what follows.
DIRT = (
    "(sale(s)|salope(s) de|saloperie(s) de|enculé(e)(s) de|connard(s) de|connasse(s) de|salaud(s) de|merde(s) de|"
    "enfoiré(s) de|enflure(s) de|abruti(e)(s) de|crétin(s) de|taré(s) de|bâtard(s) de|fils de pute(s) de|"
    "ordure(s) de|vermine de|parasite(s) de|racaille(s) de|pourriture(s) de|raclure(s) de|crevure(s) de|"
    "chien(s) de|"
    "porc(s) de|rat(s) de|putain(s) de|putes de|saleté de|foutu(e)(s)|maudit(e)(s)|satané(e)(s)|ptn de)",
    "(bande|bandes|espèce|espèces|tas|ramassis|meute|race|engeance|vermine) (de|d)",
    "(gros|grosse|petit|petite|vieux|vieille) (sale|pute|salope|merde) (de|d)?",
    "(dirty|filthy|fucking|fuckin|fkin|fckin|effing|bloody|goddamn|stupid|disgusting|stinking|smelly)",
)
#: What the group does to the speaker.
REPELS = (
    "(me|nous|m|te) (dégoûte(nt)|répugne(nt)|insupporte(nt)|débecte(nt)|écœure(nt)|révulse(nt)|horripile(nt)|"
    "emmerde(nt)|exaspère(nt)|saoule(nt)|soûle(nt)|gonfle(nt)|gave(nt)|hérisse(nt)|débectent)",
    "(me|nous) (donne(nt)|file(nt)) ~1 (vomir|gerber|nausée|gerbe|envie de vomir|envie de gerber|envie de tuer|"
    "la gerbe|"
    "la nausée|des boutons|de l urticaire)",
    "(me|nous) (fait|font) (gerber|vomir|chier|flipper|honte|pitié|horreur)",
    "(me|nous) casse(nt) les (couilles|pieds|burnes)",
    "(disgust|sicken|repulse) (me|us)",
    "make me (sick|want to vomit|puke)",
)
#: What ties a group to what is said of it.
COPULA = (
    "son (des|tous|de|toutes|que)",
    "(restera|resterons|sera toujours|est|sont|était|étaient|es|êtes|seront|sera|restent|reste|deviennent|devient|"
    "resteront|forment|naissent|"
    "vivent|ont l air|se comportent|se conduisent|agissent|représentent|constituent|are|is|re|were|égal|valent|"
    "vaut)",
)
#: What stands between: a group so treated is a victim, not hated by who says so.
TREATED = (
    "(traité(e)(s)|considéré(e)(s)|vu(e)(s)|perçu(e)(s)|accusé(e)(s)|soupçonné(e)(s)|appelé(e)(s)|qualifié(e)(s)|"
    "victime(s)|discriminé(e)(s)|stigmatisé(e)(s)|insulté(e)(s)|harcelé(e)(s)|comparé(e)(s)|décrit(e)(s)|"
    "présenté(e)(s)|payé(e)(s)|exploité(e)(s)|contrôlé(e)(s)|moqué(e)(s)|exclu(e)(s)|expulsé(e)(s)|"
    "noyé(e)(s)|dorment|"
    "meurent|souffrent|subissent|agressé(e)(s)|menacé(e)(s)|frappé(e)(s)|arrêté(e)(s)|battu(e)(s)|tué(e)(s)|"
    "persécuté(e)(s)|chassé(e)(s)|enfermé(e)(s)|dénoncent|attendent|demandent|paid|beaten|arrested|killed|attacked|"
    "assimilé(e)(s)|réduit(e)(s)|confondu(e)(s)|jugé(e)(s)|treated|seen|called|considered|portrayed)",
)
#: Animals and filth: what is said so is no human any more.
VERMIN = (
    "(rat(s)|cafard(s)|cloporte(s)|sangsue(s)|punaise(s)|vipère(s)|serpents|singe(s)|macaque(s)|guenon(s)|porc(s)|"
    "cochon(s)|"
    "truie(s)|chien(s)|chienne(s)|animaux|animal|bêtes|bestiaux|bétail|vermine|nuisible(s)|parasite(s)|insecte(s)|"
    "larve(s)|"
    "mouches|moustiques|termites|poux|puces|limaces|vautours|hyènes|chacals|charognards|rongeurs|microbe(s)|"
    "bactéries|"
    "virus|cancer|tumeur|gangrène|peste|lèpre|maladie|épidémie|fléau(x)|plaie|pourriture(s)|déchet(s)|détritus|"
    "ordure(s)|"
    "rebut(s)|merde(s)|sous merde(s)|poison|pollution|souillure|moisissure|tache|cockroach(es)|vermin|apes|"
    "monkeys|leeches|subhuman(s)|plague|disease|filth|trash|garbage)",
    "(sous hommes|sous humains|sous homme|sous race|sous races|sous êtres|race inférieure|moins que rien|"
    "moins que des "
    "chiens|moins que des animaux|moins que des bêtes)",
)
#: What makes people hated when it is said of them.
BAD = (
    "(inférieur(e)(s)|dégoûtant(e)(s)|répugnant(e)(s)|ignoble(s)|immonde(s)|abject(e)(s)|écœurant(e)(s)|"
    "dégueulasse(s)|"
    "crasseux|crasseuse(s)|puant(e)(s)|malsain(e)(s)|dangereux|dangereuse(s)|fourbe(s)|perfide(s)|cupide(s)|"
    "avare(s)|"
    "radin(e)(s)|rapace(s)|voleur(s)|voleuse(s)|violeur(s)|criminel(s)|criminelle(s)|délinquant(e)(s)|assassin(s)|"
    "meurtrier(s)|"
    "tueur(s)|égorgeur(s)|terroriste(s)|djihadiste(s)|jihadiste(s)|dealer(s)|trafiquant(s)|bandit(s)|voyou(s)|"
    "malfrat(s)|"
    "pédophile(s)|pédo(s)|pédocriminel(s)|pervers|perverse(s)|prédateur(s)|déviant(e)(s)|dégénéré(e)(s)|"
    "anormal(e)(s)|anormaux|"
    "détraqué(e)(s)|dérangé(e)(s)|monstre(s)|monstruosité(s)|monstrueux|aberration(s)|abomination(s)|imposteur(s)|"
    "erreur(s))",
    "moins (évolué(e)(s)|intelligent(e)(s)|civilisé(e)(s)|humain(e)(s)|capables|honnêtes)",
    "(profiteur(s)|profiteuse(s)|assisté(e)(s)|fainéant(e)(s)|feignant(e)(s)|feignasse(s)|paresseux|paresseuse(s)|"
    "flemmard(s)|"
    "cassos|poids|frustré(e)(s)|corbeaux|bon à rien|bons à rien|bonnes à rien|bonnes qu à|bons qu à|bonne qu à|"
    "incapable(s)|inutile(s)|nul(s)|"
    "nulle(s)|"
    "stupide(s)|idiot(e)(s)|con|cons|conne(s)|débile(s)|abruti(e)(s)|crétin(e)(s)|imbécile(s)|arriéré(e)(s)|"
    "attardé(e)(s)|"
    "illettré(s)|incultes|sauvage(s)|barbare(s)|primitif(s)|primitive(s)|violents|agressifs|hystérique(s)|"
    "folle(s)|vénale(s)|vénal|"
    "manipulateur(s)|manipulatrice(s)|menteur(s)|menteuse(s)|hypocrite(s)|lâche(s)|traître(s)|laid(e)(s)|moche(s)|"
    "puent|"
    "boudin(s)|cageots|thons|soumise(s)|pute(s)|salope(s)|traînée(s)|garce(s)|chaudasses|pétasse(s)|poufiasse(s)|"
    "putain(s))",
    "(fanatique(s)|extrémiste(s)|obscurantiste(s)|intolérant(s)|envahisseur(s)|envahisseuse(s)|colonisateurs|"
    "ennemi(s)|"
    "menace(s)|danger(s)|fardeau(x)|boulet(s)|calamité(s)|catastrophe(s)|malédiction|honte|péché(s)|hérésie|"
    "racaille(s)|"
    "connard(s)|connasse(s)|enculé(e)(s)|enfoiré(s)|salaud(s)|salopard(s)|bâtard(e)(s)|raclure(s)|crevure(s)|"
    "tarlouze(s)|"
    "tapette(s)|tafiole(s)|mongol(s)|clochards|mendiants|pouilleux|pouilleuse(s)|sales|sale|pourri(e)(s)|nocif(s)|"
    "nocive(s)|"
    "malfaisant(s)|diabolique(s)|sataniques|démons|démoniaque(s)|contre nature|malade(s) mentaux|malade mental|"
    "malades|"
    "maladie mentale|erreur de la nature|problème(s)|sexe faible|vicieux|vicieuse(s)|obsédé(s)|toxiques|"
    "insupportable(s)|"
    "détestable(s)|haïssable(s)|méprisable(s)|minable(s)|pathétique(s)|misérables|ratés|ratées|cas sociaux)",
    "(thieves|rapists|terrorists|parasites|savages|criminals|lazy|filthy|dirty|disgusting|scum|inferior|stupid|"
    "dangerous|"
    "evil|retarded|violent|greedy|freaks|perverts|sick|abominations|idiots|whores|sluts|worthless)",
    "(pas|plus|jamais|même pas) (du tout|vraiment|tous|toutes|assez|très|des gens)? (humain(e)(s)|des humains|"
    "des êtres humains|égaux|égales|nos égaux|normal(e)(s)|"
    "normaux|"
    "naturel|naturels|"
    "civilisé(s)|fiables|dignes|capables|intelligent(e)(s)|honnêtes|propres|de vraies femmes|une vraie femme|"
    "un vrai homme|un vrai français|une vraie française|de vrais hommes|"
    "des vraies "
    "femmes|des vrais hommes|de vrais français|des vrais français|vraiment français|comme nous|les bienvenus|"
    "bienvenu(e)(s)|"
    "compatible(s)|intégrables|assimilables)",
)
#: What a group is accused of doing.
DOES = (
    "(volent|violent|agressent|envahissent|polluent|salissent|pillent|profitent|égorgent|puent|pue|pullulent|"
    "grouillent|"
    "infestent|détruisent|gâchent|ruinent|parasitent|gangrènent|pourrissent|trafiquent|dealent|magouillent|"
    "arnaquent|islamisent|"
    "colonisent|prolifèrent|terrorisent|squattent|crachent|vampirisent|saccagent|racketter|rackettent|mentent)",
    "(nous|vous) (volent|violent|envahissent|remplacent|envahir|remplacer|détestent|haïssent|colonisent|pompent|"
    "ruinent|"
    "coûtent|parasitent|trahissent)",
    "(se croient|se croit) ~2 (tout permis|pays conquis|chez eux|chez elles)",
    "(savent|sait|sauront) (pas|jamais|même pas) (conduire|lire|se tenir|vivre|parler|se laver|compter|éduquer)",
    "(viennent|vient|sont là|est là) ~1 (que|juste|seulement) ~1 (pour|profiter)",
    "(sera|seront|feront|fera) jamais",
    "(foutent|font) (rien|que dalle|la merde|chier|le bordel|des gosses)",
    "(servent|sert|valent|vaut) (à)? rien",
    "(servent|sert|pensent|pense|savent|sait|viennent|bonnes|bons) (que|qu) (à)?",
    "(comprennent|connaissent) que (la force|le bâton|les coups)",
    "(se reproduisent|se multiplient|font des gosses) comme des",
    "(piquent|volent|prennent|bouffent) ~2 (boulot(s)|travail|emplois|argent|allocs|logements|pain|femmes|places|"
    "impôts)",
    "(vivent|vit) (sur notre dos|à nos crochets|aux crochets|de nos impôts|sur le dos|aux frais|des allocs|"
    "des aides)",
    "(veulent|cherchent à|viennent) ~1 (nous remplacer|nous envahir|imposer|nous islamiser|nous tuer|nous voler|"
    "conquérir|"
    "profiter|nous imposer|nous soumettre|violer|voler)",
    "(contrôlent|dirigent|tiennent|possèdent|manipulent|gouvernent) ~2 (monde|médias|banques|finance|tout|"
    "politiques|pays|"
    "argent|presse|gouvernement)",
    "(ont|a) rien à (faire|foutre) (ici|chez nous|en france|dans|là|sur|avec)",
    "(pas|plus) (leur|sa) place (ici|chez nous|en france|dans|parmi|au|à)",
    "(steal|rape|invade|breed|ruin|destroy) ~2 (our|us|everything|like|this|the country)",
)
#: What is wished to a group, after a modal.
WISH = (
    "(mourir|crever|disparaître|brûler|cramer|griller|pourrir|souffrir|dégager|brûlé(e)(s)|tué(e)(s)|abattu(e)(s)|"
    "exterminé(e)(s)|éliminé(e)(s)|éradiqué(e)(s)|gazé(e)(s)|pendu(e)(s)|lynché(e)(s)|fusillé(e)(s)|"
    "décapité(e)(s)|castré(e)(s)|"
    "stérilisé(e)(s)|enfermé(e)(s)|interné(e)(s)|expulsé(e)(s)|renvoyé(e)(s)|viré(e)(s)|déporté(e)(s)|"
    "chassé(e)(s)|banni(e)(s)|"
    "interdit(e)(s)|battu(e)(s)|frappé(e)(s)|fouetté(e)(s)|violé(e)(s)|corrigée(s)|dressé(e)(s)|tabassé(e)(s)|"
    "parqué(e)(s)|"
    "piqué(e)(s)|euthanasié(e)(s)|noyé(e)(s)|torturé(e)(s)|éliminer|lapidé(e)(s)|égorgé(e)(s)|massacré(e)(s)|"
    "isolé(e)(s)|"
    "supprimé(e)(s)|jeté(e)(s)|rayé(e)(s)|effacé(e)(s))",
    "(la mort|une balle|des coups|la potence|le bûcher|la corde|les camps|le four|une raclée|une bonne raclée|"
    "des claques|"
    "des gifles|l enfer|de mourir|de crever|de souffrir|ce qui leur arrive|tout ce qui leur arrive|le pire)",
    "(rester|retourner|aller) ~2 (cuisine|maison|fourneaux|foyer|enfer|pays|bled|placard)",
    "(rester|repartir|rentrer|retourner) (chez eux|chez elles|d où|là d où)",
    "(rentrer|repartir|retourner) (chez eux|chez elles|dans leur(s))",
    "(fermer|la fermer|se taire|obéir|se soumettre|se cacher) ~2 (gueule|bouche|mari|hommes|homme|placard)?",
    "(pas|plus|jamais|aucun) ~3 (droit(s)|vivre|exister|voter|travailler|conduire|se reproduire|enfants|respect|"
    "existence|"
    "naître|place|respirer|enseigner|se marier|adopter|pitié)",
    "(die|burn|be killed|be shot|be deported|be exterminated|be hanged|be wiped out|disappear|rot)",
)
#: What opens a wish or an act.
MODAL = (
    "(doit|doivent|devrait|devraient|mérite(nt)|mériterai(t|ent)|faut|faudrait|fallait|devons|devrions|"
    "qu à|y a qu|ya qu|vais|allons|veux|voudrais|aimerais|adorerais|souhaite|espère|vivement|rêve|envie|hâte|"
    "temps|plaisir|"
    "prêt(s)|attend|attends|attendons|aider|aide|ira|irai|irons|iront|should|must|need to|deserve(s)|gonna|"
    "want to|going to|let s|ought)",
    "on (va|veut|doit|devrait|peut|ira|aurait)",
    "(il est temps|y a qu à|ont qu à|a qu à|laissez les|laisser les)",
)
#: Violence done to what follows.
ACT = (
    "(casser|taper|bouffer|bastonner|fracasser) (du|de l|de la)",
    "(tue|bute|crève|extermine|élimine|gaze|brûle|crame|lynche|fusille|égorge|massacre|flingue|frappe|"
    "tabasse|cogne|"
    "gifle|viole|castre|éclate|défonce|nique|virer|vire|expulse|corriger|noie)",
    "(tuer|buter|crever|exterminer|éliminer|éradiquer|gazer|brûler|cramer|pendre|lyncher|fusiller|égorger|"
    "massacrer|abattre|"
    "flinguer|frapper|tabasser|cogner|battre|gifler|fouetter|violer|castrer|stériliser|piquer|noyer|fumer|éclater|"
    "défoncer|niquer|"
    "dératiser|désinfecter|euthanasier|torturer|écraser|fracasser|décapiter|empoisonner|lapider|saigner|supprimer|"
    "anéantir|"
    "casser la gueule à|casser la gueule aux|péter la gueule à|péter la gueule aux|cracher sur|taper sur|tirer sur|"
    "défoncer la gueule à|défoncer la gueule aux|kill|shoot|burn|hang|gas|exterminate|beat up|rape|stab|murder)",
)
#: Putting away what follows.
REMOVE = (
    "(virer|expulser|renvoyer|chasser|dégager|foutre dehors|déporter|bannir|interdire|enfermer|interner|parquer|"
    "jeter|jeter à la "
    "mer|jeter dehors|nettoyer|purger|punir|dresser|soumettre|humilier|remettre à leur place|isoler|mettre dehors|"
    "mettre à la porte|mettre dans des camps|rejeter à la mer|kick out|deport|ban|send back|lock up)",
)
#: The same, ordered.
ORDER = (
    "(tuez|butez|crevez|exterminez|éliminez|éradiquez|gazez|brûlez|cramez|pendez|lynchez|fusillez|égorgez|"
    "massacrez|abattez|flinguez|"
    "frappez|tabassez|fouettez|castrez|stérilisez|niquez|tuons|brûlons|exterminons|éliminons|gazons|pendons|"
    "frappons)",
    "(quand|attend|attendons) ~5 on (vire|dégage|expulse|renvoie|bute|crame|gaze|enferme|chasse)",
    "(sortez|virez|expulsez|renvoyez|chassez|dégagez|déportez|enfermez|parquez|jetez|virons|expulsons|"
    "renvoyons|chassons|"
    "enfermons|foutons dehors|foutez dehors|interdisons|interdisez|boycottez|boycottons)",
)
#: Where a group is told to go, right after it is named.
AWAY = (
    "à la (porte|rue|poubelle|casse)",
    "(en prison|en cage|au cachot|hors d ici)",
    "(dehors|dégagez|dégage|cassez vous|casse toi|rentrez chez vous|rentre chez toi|retournez|retourne|hors de|"
    "au four|au bûcher|"
    "à la mer|au poteau|au gaz|aux fours|au bled|à mort|out|go home|en enfer|à la poubelle|au goulag|allez crever|"
    "crevez|"
    "allez vous faire|raus|barrez vous|tirez vous|qu ils crèvent|qu ils dégagent|qu elles crèvent|repartez)",
)
#: What is wished in the subjunctive: "vivement que les X crèvent".
FATE = (
    "(crèvent|crève|meurent|meure|disparaissent|disparaisse|dégagent|brûlent|souffrent|rentrent|repartent|"
    "retournent|"
    "aillent|se barrent|se cassent|partent|foutent le camp|restent) (crever|chez eux|chez elles|dans leur pays|"
    "au bled|"
    "d ici|mourir|en enfer|à leur place|à la maison)?",
)
#: What comes before it.
LET = ("(que|qu|vivement que|souhaite que|espère que|faut que|temps que|pourvu que)", "pourquoi")
#: "Aucun X": then what follows with a modal or "est" is refused to all of them.
NONE = ("(aucun|aucune|nul|nulle)", "pas (un|une) (seul|seule)?")
#: What all people are owed.
DUE = (
    "(honnête(s)|humain(e)|intelligent(e)|digne|droit(s)|vivre|exister|respect|respecté(e)|aidé(e)|sauvé(e)|"
    "confiance|propre|"
    "capable|normal(e)|civilisé(e)|bienvenu(e)|sincère|place|pitié|estime|compassion|enfants|votre aide|"
    "notre aide)",
)
#: What nobody should do to them.
DEFENDED = (
    "(devrait|devraient|faut|faudrait|doit|doivent|devrions|devons|peut|laissons|laissez|faites|faut il) "
    "(jamais|pas|plus) ~1 (refuser|exclure|insulter|frapper|discriminer|humilier|juger|mépriser|rejeter|traiter|"
    "stigmatiser|accuser|généraliser|confondre|maltraiter|oublier|abandonner|laisser|toucher|harceler|moquer)",
    "(arrêtez|arrêtons|arrête|cessez|cessons|stop) (de|d) (insulter|juger|mépriser|stigmatiser|accuser|confondre|"
    "traiter|rejeter|harceler|embêter|emmerder)",
)
#: Words of abuse right after a group.
TAIL = (
    "(de merde|de mes couilles|de mes deux|à la con|de service|enculé(s)|dégénéré(s)|puant(s)|puante(s)|crasseux|"
    "pouilleux|"
    "analphabètes|arriérés|hystérique(s)|mal baisée(s)|frustrée(s)|voilée de merde|consanguins)",
)
#: Someone else says so.
REPORTED = (
    "(dit|écrit|raconte|racontent|croit|croient|prétend|affirmé|répète|dis|crois) (que|qu|des|de|du)",
    "(avoir|a|ont|avait) (dit|écrit|crié|tagué|posté|publié|hurlé|insulté|menacé|frappé|traité)",
    "(traitée|traitées|traité|traitait|traitaient|appelait|appelaient|appelé|insultait|insulté|insultée|"
    "appelée|dire|disent|disait|disaient|dis pas|dites pas|"
    "pensent|croient|croire|penser|prétendre|prétendent|affirmer|"
    "affirme|affirment|"
    "entendre|entendu|entends|lire|traiter|traite|traités|qualifier|considérer|faire passer|accuser|assimiler|"
    "confondre|"
    "réduire|comparer|répéter|répète|répètent|crier|crie|criait|criaient|hurler|hurlait|scandent|scandaient|"
    "écrire|écrivent|"
    "a dit|ont dit|m a dit|a écrit|saying|says|said|told|claim|claims|thinks|calling)",
    "(selon|soi disant|d après|ceux|celles|celui|gens) (qui|lui|elle|eux|certains|toi|vous|les racistes)",
    "(stéréotype(s)|préjugé(s)|cliché(s)|mythe|slogan|rumeur|pancarte|tag|graffiti|idée que|insulte(s)|"
    "commentaire(s)|propos)",
)
#: Unless it is the speaker.
OWN = (
    "(peut|peux|ose|pouvons) plus (le)? dire",
    "(je|faut|peut|ose|veux|vais|laissez moi|j irais|allons|doit|faut bien|faut pas avoir peur de|peur de) (le)? "
    "(dire|dis|pense|crois|penser|croire|répète|affirme|le dire|dire ce)",
    "ai ~1 toujours (dit|pensé|cru|répété)",
    "(i|we) (say|think|believe)",
)
#: What is said is fought.
FOUGHT = (
    "(raciste(s)|racisme|homophobe(s)|homophobie|antisémite(s)|antisémitisme|islamophobe(s)|islamophobie|"
    "xénophobe(s)|xénophobie|"
    "sexiste(s)|sexisme|transphobe(s)|transphobie|misogyne(s)|misogynie|validiste|validisme|haineux|haineuse(s)|"
    "inacceptable(s)|"
    "inadmissible(s)|intolérable(s)|scandaleux|révoltant(e)|ignorant(e)(s)|ignorance|honteux|honteuse|préjugé(s)|"
    "stéréotype(s)|"
    "faux|fausse|mensonge(s)|absurde(s)|choqué(e)(s)|choquant(e)(s)|délit|plainte|signaler|signalé|signalez|"
    "grossophobe(s)|"
    "grossophobie|racist|racism|homophobic|sexist|antisemitic|xenophobic|transphobic|bigot(s)|wrong|unacceptable)",
    "(condamn*|dénonc*|combattre|combattons|arrêtez|arrêter|arrête|cessez|cesser|honte à|pas d accord|a tort|"
    "ont tort|"
    "comment peut on|comment peux tu|comment oser|comment osez|personne ne|marre d entendre|stop à la haine|"
    "n importe quoi)",
)
#: Unless it is fought off: "je suis pas raciste mais".
NOT_FOUGHT = (
    "(traiter|traite|traitez|traiteront|traitera|dire|dira|diront|crier|criez|hurler) ~3 (raciste|"
    "antisémite|homophobe|"
    "sexiste|xénophobe|islamophobe|facho|transphobe|racisme|sexisme|antisémitisme|racist) ~2 (mais|tant "
    "pis|et alors)?",
    "(quitte à|au risque de) ~3 (raciste|sexiste|homophobe|antisémite|islamophobe|xénophobe)",
    "(pas|sans être|pas être|ni|moi de|suis|devenir|tant pis si|passer pour|rends|nullement) ~1 (raciste(s)|"
    "homophobe(s)|"
    "sexiste(s)|antisémite(s)|xénophobe(s)|misogyne(s)|transphobe(s)|islamophobe(s)|racist|sexist|homophobic|"
    "grossophobe|faux)",
)
#: Who was named before.
THEY = (
    "(ils|elles|eux|ces gens|ces gens là|ceux là|celles là|tous ces gens|ces individus|cette race|cette engeance|"
    "cette population|"
    "cette communauté|ces personnes|they|these people|those people|them|ces créatures|ces choses)",
)

_FIRST: Mapping[str, Sequence[str]] = {
    "emotion": EMOTION, "against": AGAINST, "dirt": DIRT, "repels": REPELS, "copula": COPULA, "treated": TREATED,
    "vermin": VERMIN, "bad": BAD, "does": DOES, "wish": WISH, "modal": MODAL, "act": ACT, "remove": REMOVE,
    "order": ORDER, "away": AWAY, "tail": TAIL, "reported": REPORTED, "own": OWN, "fought": FOUGHT,
    "not_fought": NOT_FOUGHT, "they": THEY,
    "fate": FATE, "let": LET, "defended": DEFENDED, "none": NONE, "due": DUE,
}  # fmt: skip
PARTS: Mapping[str, Sequence[str]] = {
    role: (*_FIRST.get(role, ()), *MORE.get(role, ())) for role in dict.fromkeys((*_FIRST, *MORE))
}


def _bag(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words that may stand between a verb and the group it takes.
LIGHT = _bag("""
    les des de du la le l d un une ces ce cet cette tous toutes tout toute autres leurs vos nos mes ses a au aux
    sales
    sale putain putains foutu foutus foutues gens personnes individus espece especes race races peuple peuples
    communaute genre type types vraiment tellement tant profondement trop plus encore aussi juste franchement
    absolument
    enfin vite direct dehors surtout et ou ca premier premiers premiere prochain moindre seul jeunes petits
    petites gros grosses vieux
    maudits enculer encule encules merde connards bordel
    en y
    the all these those of fucking people tous chaque quelques moi toi
""")
#: Words that may stand between "sont" and what is said.
FILLER = LIGHT | _bag("""
    comme que rien pire pires vraiment si bien toujours souvent tres plutot simplement naturellement clairement
    evidemment quasiment presque bande tas ramassis sorte vrais vrai vraie vraies gros grosse grosses petits
    sacres potentiels plupart pour majorite genetiquement intellectuellement biologiquement mentalement
    culturellement moralement aussi par nature essence definition naissance general realite fait verite mieux
    moins non seulement meme carrement totalement completement juste justement tous toutes sont est ce cela ca
    eux elles ils just all so really only like nothing but such full sang grand grande grands gens etres
    personnes individus pures purs pure pur honte nation pays societe france monde peu assez fort profonds entre
    tellement eux autres vieille jeunes dangereusement atrocement un
""")
NEGATIONS = _bag("pas jamais aucun aucune ni nullement guere not never no isn aren don")
#: "les juifs ne sont pas que…": no denial.
NO_DENIAL = _bag("que seulement only just")
#: A group that completes one of these is still what is spoken of: "la plupart des…".
OF_THEM = _bag("""
    plupart majorite quarts beaucoup tas bande race religion peuple communaute culture ensemble totalite moitie
    tant trop
    espece ramassis genre tous toutes marre assez bol cul le la presence invasion immigration most all many of lot
    probleme
    ces pourcent
""")
#: What makes a group the complement of another word.
OF = _bag("des du aux au envers contre sur pour vers avec chez par de entre dont against towards for of to about")

#: The words of hostility that people also write wrong, as ``misspelt`` reads them.
HURTFUL = (
    *(
        "terroriste(s)",
        "parasite(s)",
        "vermine",
        "cafard(s)",
        "singe(s)",
        "violeur(s)",
        "voleur(s)",
        "déteste",
        "méprise",
    ),
    *(
        "racaille(s)",
        "envahisseur(s)",
        "inférieur(e)(s)",
        "dégénéré(e)(s)",
        "monstre(s)",
        "sauvage(s)",
        "exterminer",
    ),
    *("expulser", "sales", "dégage(z)", "dégoûtent", "dégoûte", "criminel(s)", "pourriture(s)", "feignant(s)"),
    *(
        "fainéant(s)",
        "profiteur(s)",
        "dangereux",
        "stupide(s)",
        "crever",
        "cancer",
        "tapette(s)",
        "travelo(s)",
        "gouine(s)",
    ),
)
