"""Somebody may be in danger from themselves. Routes to help, never to removal."""

from typing import ClassVar

from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import PhraseDetector, Rules


class SelfHarm(PhraseDetector):
    """Somebody may be in danger from themselves. Routes to help, never to removal."""

    name = "self_harm"
    name_fr = "Détresse"
    name_en = "Self-harm"
    reasons: ClassVar[Reasons] = {
        "wants_to_die": ("l’envie de mourir est dite", "the wish to die is spoken"),
        "better_without_me": ("« ce serait mieux sans moi »", "“better off without me”"),
        "self_injury": ("la personne dit se faire du mal", "the person says they hurt themselves"),
        "means_or_farewell": ("un moyen, un adieu", "a means, a farewell"),
        "cannot_go_on": ("à bout de forces", "cannot go on"),
    }
    innocent = (
        "(coupé|coupée|brûlé|brûlée|cut|blessé|blessée) ~6 (cuisin*|rasant|shaving|cooking|four|pain|oignon(s)|"
        "papier|verre|bricol*|jardin|"
        "couteau de cuisine|légumes|gratin|fer à repasser|soleil|barbecue|carrelage)",
        "(départ) ~4 (vacances|retraite|voyage|week end|rando|étranger|mission)",
        "à quoi bon (continuer|rester|lutter) (ce|cette|le|la|les|à|un|une|sur|avec|l)",
        "adieu ~9 (serveur|forum|vacances|retraite|change|groupe|entreprise|kilos|équipe|boîte|déménage|"
        "mutation|collègues|jeu|abonnement|"
        "opérateur)",
        "(cachets|médicaments|comprimés) ~8 (pharmacie|ordonnance|médecin|semainier|voyage|généraliste|"
        "renouvel*|rhume|tête)",
        "(pharmacie|ordonnance|médecin) ~8 (cachets|médicaments|comprimés)",
        "(sauter|saute) ~4 (parachute|élastique|petit déjeuner|joie|chapitre|trampoline|page|repas|piscine|"
        "plongeoir|corde à)",
        "(en finir|disparaître) ~3 (avec (ce|cette|les|le|la|ces|l)|vacances|sous)",
        "mdr ~3 (mourir|suicid*|crever)",
        "(mieux|seule|tranquille) sans moi ~4 (match|jeu|soirée|partie|réunion)",
        "(disparaître|disparaitre) (sous|dans|derrière|de la circulation)",
        "(cut|cutting|hurt|hurting) myself ~2 (shaving|cooking|slicing|chopping|gardening|laughing|climbing|"
        "running)",
        "(me suis) (coupé|coupée) (en|avec) (ouvrant|cuisinant|bricolant|rasant|le couteau)",
        "(prévention|numéro|association|livre|film|article) ~3 (suicide|suicidaires)",
        "(mourir|crever|creve|meurs) de (rire|faim|soif|froid|chaud|honte|ennui|trouille|plaisir|jalousie|chaleur)",
        "(plus la force|plus de force) de (porter|marcher|courir|monter|travailler|débattre|discuter|"
        "répondre|lire|commenter)",
        "(suis|me sens) vide après",
        "(finir avec|marre de) (les|ces|la vie chère|cette vie chère)",
    )
    context: ClassVar[frozenset[Context]] = frozenset(["quoted", "told"])
    rules: ClassVar[Rules] = {
        ("wants_to_die", 0.93): (
            "(je|j) ~2 (veux|voudrais|ai envie de|aimerais|souhaite|pense à|veut|rêve de|songe à) ~1 (mourir|"
            "crever|disparaître|me tuer|me suicider|me flinguer|me foutre en l air|me supprimer|plus être là|"
            "plus exister|en finir)",
            "(envie de|envi de) (mourir|crever|en finir|me tuer|me suicider|disparaître|me foutre en l air|"
            "plus être là)",
            "(je vais|je peux|je pourrais|je pense à|j ai failli|j ai pensé à|songe à|failli|essayé de|tenté "
            "de|j ai voulu) (me)? (suicider|me suicider|me tuer|me flinguer|me pendre|me jeter|me foutre en "
            "l air|me supprimer|mettre fin à mes jours|en finir avec la vie|en finir avec tout)",
            "(mettre fin à|mettre un terme à) mes (jours|souffrances)",
            "(plus|pas) (envie|goût) de (vivre|rien|continuer à vivre|me battre)",
            "(en finir avec (la vie|tout|cette vie)|fatigué(e) de vivre|marre de (vivre|la vie|cette vie))",
            "(je|j) ~3 (plus vivre|être mort(e)|m endormir et plus me réveiller|jamais me réveiller|me pendre|"
            "me suicider)",
            "(je|j) ~2 (pensé|pense|songe|songé|réfléchis) ~2 (suicide|suicider|mourir)",
            "(vie) ~2 (vaut|mérite) ~2 (peine|coup) d être vécue",
            "(je vais|je veux|j ai failli|envie de) ~1 (sauter) (du pont|d un pont|par la fenêtre|du toit|"
            "dans le vide)",
            "(préparé|sorti|compté) ~2 (médicaments|médocs|cachets|corde|lettre d adieu)",
            "lettre d adieu",
            "(idées|pensées|envies) (noires|suicidaires|de suicide)",
            "(i) ~1 (want|wanna|wish) to (die|kill myself|end it|end my life|disappear forever|not be here)",
            "(kill myself|end my life|ending my life|suicidal thoughts|feel suicidal|don t want to (live|be "
            "here) anymore|no reason to live)",
        ),
        ("wants_to_die", 0.86): (
            "(veux|voudrais|aimerais|souhaite|envie|rêve|hâte|espère|veut|voulais|préférerais|besoin) ~3 (m "
            "effacer|m éteindre|mourir|mourrir|crever|"
            "disparaître|plus me réveiller|plus jamais me réveiller|qu on m oublie|partir pour (toujours|de "
            "bon)|que tout s arrête|que "
            "ça s arrête|que ça cesse|silence définitif|repos éternel|plus souffrir|dormir pour toujours|m "
            "endormir pour toujours|cesser "
            "d exister|ne plus exister|être mort(e)|plus être là|en finir)",
            "(rejoindre|retrouver|retrouve|rejoins) ~3 (au ciel|là haut|paradis|dans la mort|l au delà|de l "
            "autre côté|tombe)",
            "depuis (la|sa) mort ~6 (rejoindre|envie|raison|sens)",
            "(je|j) ~1 (saute|me jette|me pends|me tire une balle|m ouvre les veines|me fous en l air|me balance)",
            "(vais|veux|voudrais|peur de) ~1 (faire|faire une) ~1 (connerie|bêtise|irréparable|geste définitif)",
            "(mourrai|crèverai|partirai|me tuerai|me pendrai|sauterai) ~3 (ce soir|demain|bientôt|cette nuit)",
            "(peur de|hâte de|envie de|prêt(e) à|décidé de) (mourir|partir pour|passer à l acte)",
            "(mieux|préfère|préfèrerais|préférerais) ~2 (mourir|être mort(e)|crever|morte|jamais né(e)|jamais "
            "être né(e))",
            "(aurais|aurai) ~1 (jamais dû naître|préféré mourir|préféré (pas|ne pas) me réveiller|dû mourir)",
            "(mérite|méritais|mériterais) ~1 (pas|plus) ~2 (vivre|exister|être là|naître|être en vie)",
            "(ready|want|wanted|going|planning) to (die|disappear|jump|end it|overdose|hang myself)",
            "(wish|hope) i ~1 (was|were|would|could|won t|don t|had) ~2 (dead|die|born|wake|disappear|sleep)",
            "(tired of|done with|sick of) (living|being alive|life|existing)",
            "(bridge|pills|rope|blade|train|gun) ~5 (quicker|easier|enough|calling|end it|faster)",
        ),
        ("wants_to_die", 0.74): (
            "(je|j|me) ~6 (rails|pont|quai|vide|balcon|falaise|viaduc|fenêtre|toit|rambarde|parapet) ~8 (simple|"
            "facile|suffirait|sauter|saute|envie|"
            "attire|appelle|fini|basculer|lâcher|me retiens|un pas)",
            "(rails|pont|quai|vide|balcon|falaise|viaduc|fenêtre|toit) ~8 (si simple|suffirait|me retiens|m "
            "attire|m appelle|envie de sauter)",
            "(vois|sais|comprends) ~1 (pas|plus) pourquoi (je|j) ~2 (continue|vis|existe|respire|reste|lève|"
            "suis là|suis encore là)",
            "(pas|plus) (fait|faite) pour (ce monde|vivre|cette vie|la vie)",
            "ce monde ~2 (pas|plus) ~2 pour moi",
            "(raison(s)|envie|force) de (rester|vivre|continuer|tenir|exister) ~6 (plus|aucune|pas|zéro|en vie)",
            "(plus|aucune|sans) ~3 (raison(s)|envie|goût|force) de (rester|vivre|exister|tenir)",
            "(douleur|souffrance|douloureuse) ~4 (s arrête|cesse|partir|finisse|insupportable)",
            "(vie|tout) ~3 (enfer|vide|noir|fini(e)|insupportable) ~3 (pour moi|je veux|mourir|partir|plus)",
            "(façon|manière|moyen) ~3 (douloureuse|rapide|simple|sûre) de (mourir|partir|en finir|se tuer)",
            "combien ~2 (cachets|médicaments|somnifères|comprimés|pilules) ~4 (mourir|réveiller|finir|partir)",
        ),
        ("better_without_me", 0.8): (
            "(tout|ça|vie|monde|ce) ~1 (sera|serait|irait|ira|seraient|va) ~2 (mieux|simple|facile|léger|"
            "tranquille) ~1 sans moi",
            "(serai|serais|suis) ~2 (plus|pas) ~1 (un|une) (problème|charge|poids|fardeau|boulet|gêne)",
            "(suis|être|serai|serais|plus) ~2 (un fardeau|une charge|un poids|un poids mort|un boulet|de trop)",
            "(débarrassés|débarrassé|débarrassée|libérés|soulagés) de moi",
            "(personne|qui) ~2 (me|m|moi) (regrettera|pleurera|manquera|cherchera|oubliera)",
            "(a|am|such a|be a) burden",
        ),
        ("self_injury", 0.84): (
            "(me suis|je me|m être|à me|je) ~3 (coup(e|é|ée|ées|er)|brûl(e|é|ée|ées|er)|taillad*|entaill*|"
            "frapp(e|é|ée|er)|griff(e|é|ée|er)) ~3 (bras|"
            "poignet(s)|cuisses|veines|peau|cigarette(s)|jusqu au sang|murs|ventre|exprès|punir|calmer|sentir)",
            "(mutil*|scarifi*|taillad*) ~6 (je|me|moi|mes|depuis|encore)",
            "(je|me|j) ~3 (mutil*|scarifi*|taillad*)",
            "(mes|les) (bras|poignets|cuisses|jambes) ~4 (cicatrices|coupures|marques|lame|sang)",
        ),
        ("means_or_farewell", 0.78): (
            "(préparé|réglé|organisé|prévu|planifié) ~2 (mon départ|ma mort|mon enterrement|mes obsèques|mes "
            "adieux|ma fin|mon suicide)",
            "(écri*|rédig*|laiss*) ~3 (mes adieux|lettre d adieu|lettres d adieu|dernière lettre|dernières "
            "volontés|un mot d adieu)",
            "(regarde|fixe|tiens|serre|caresse|sors|prends|prépare) ~3 (lame|corde|cachets|somnifères|"
            "médicaments|rasoir|cutter|boîte de cachets|boîte de somnifères|boîte de médicaments|plaquette|"
            "arme|fusil|médocs)",
            "(lame|corde|cutter|rasoir|fusil|cachets|pilules|médocs|pills|rope) ~4 (à côté de moi|devant moi|m "
            "attend|m attendent|m appelle|m appellent|est prêt(e)|"
            "next to me|dans ma main|sous mon oreiller)",
            "(quand vous lirez|lorsque vous lirez|si vous lisez) ~3 (plus là|serai|trop tard|mort(e)|parti(e))",
            "(dernière nuit|dernier soir|dernier jour|derniers mots|dernier message) ~4 (moi|pour moi|vie|adieu|"
            "pardon|sur terre|vivant)",
            "(dites|dis) ~2 (ma|mes|mon|à ma|à mon|à mes) ~1 (fille|fils|mère|enfants|parents|femme|mari) ~1 "
            "que je (l|les|la) (aime|aimais)",
            "(tell) (my|them) ~2 i (love|loved)",
            "(occupez vous|occupe toi|prenez soin) ~2 (de mon|de ma|de mes) (chat|chien|enfants|fils|fille|"
            "mère) ~6 (plus là|pars|partie|parti|après moi)",
        ),
        ("better_without_me", 0.85): (
            "(mieux|soulagés|tranquilles|bien) sans moi",
            "(je)? serais ~1 mieux (mort|morte|six pieds sous terre)",
            "(personne|qui) ~2 (rendrait compte|apercevrait|remarquerait|manquerais|manquerai|pleurerait|"
            "regretterait) ~8 (plus là|morte|mort|disparaissais|partais|plus de ce monde)",
            "si (je|j) (étais|serais|suis) plus là",
            "(plus simple|plus facile|plus léger|plus calme|plus heureux) sans moi",
            "(i m|i am) (just|only|such)? (a burden|dead weight)",
            "(je suis|suis) (un poids|une charge|un boulet) pour (tout le monde|ma famille|mes enfants|les "
            "autres|eux)",
            "(tout le monde|le monde|eux) ~2 mieux sans moi",
            "(better off|be happier) without me",
            "(no one|nobody) would (notice|care|miss me) ~4 (gone|dead|died|disappeared)?",
        ),
        ("self_injury", 0.85): (
            "(je|j) (me)? (scarifie|mutile|me scarifie|me mutile|me suis coupé(e)|me coupe les|me suis ouvert)",
            "(cut|cutting|hurt|hurting) myself",
        ),
        ("means_or_farewell", 0.82): (
            "(écris|écrire|écrit|prépare|préparé|rédige|faire|fais) ~1 mes adieux",
            "(vais|veux|voudrais|envie de) ~1 (rejoindre) ~4 (au ciel|là haut|au paradis|au cimetière|dans l au "
            "delà)",
            "(regarde|fixe|devant|compte|caresse|tiens) ~2 (boîte|boîtes|plaquette(s)|flacon|tube) de (somnifères|"
            "médicaments|cachets|comprimés|xanax|lexomil)",
            "(plus|aucune|pas de) ~2 raison(s) de rester ~2",
            "raisons de rester ~4 (plus|aucune)",
        ),
        ("means_or_farewell", 0.85): (
            "(me|m) (jeter|balancer|jetter) (sous|du pont|d un pont|dans le vide|par la fenêtre|dans la "
            "rivière|du haut)",
            "(avaler|prendre|pris|avalé) (tous|toute|toutes|une boîte de|la boîte de) ~2 (cachets|"
            "médicaments|médocs|comprimés|plaquette|plaquettes)",
            "(adieu|c est mon dernier message|dernier message|dernière lettre) ~4 (tout le monde|à tous|"
            "pardon|pardonnez|aime|monde)",
            "(pardon à|pardonnez moi) ~6 (plus la force|partir|j arrête|tenu)",
            "(goodbye everyone|this is my last (post|message))",
        ),
        ("cannot_go_on", 0.62): (
            "(je)? en peux plus (de tout|de vivre|de cette vie|de la vie|de rien|du tout)",
            "(je|j) ~2 (plus la force|plus de force) (de)? (continuer|vivre|lutter|me lever|me battre|"
            "avancer|tenir)?",
            "(je sers à rien|je suis bon à rien|je vaux rien|je suis inutile|je suis de trop|je suis vide|ma "
            "vie (sert à rien|n a plus de sens|est finie|est foutue))",
            "(ce monde|cette vie|la vie|cette terre) ~3 (pas fait(e)|plus faite|plus fait) pour moi",
            "(à quoi bon) (vivre|continuer|rester|lutter|se lever|tout ça)",
            "(aucune|plus aucune|plus de) raison de (vivre|rester|continuer|me lever)",
            "(je|j) ~1 (au bout du rouleau|touche le fond|tiens plus debout|tiendrai pas|vais pas tenir)",
            "(je suis|suis|j étais|me sens) ~1 (tellement seul(e)|désespéré(e)|vide|à bout)",
            "(can t (go on|take it anymore|do this anymore|cope anymore)|i m worthless|i am worthless|"
            "hopeless and alone)",
        ),
        ("cannot_go_on", 0.3): ("(je|j) en peux plus",),
    }
