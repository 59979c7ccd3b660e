"""Somebody needs help at once."""

from typing import ClassVar

from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import PhraseDetector, Rules


class Emergency(PhraseDetector):
    """Somebody needs help at once."""

    name = "emergency"
    name_fr = "Urgence"
    name_en = "Emergency"
    reasons: ClassVar[Reasons] = {
        "call_help": ("un appel aux secours", "a call to the emergency services"),
        "life_at_risk": ("une vie en danger, maintenant", "a life at risk, now"),
        "cry_for_help": ("un cri d’aide", "a cry for help"),
    }
    innocent = (
        "(appel(ez|le)|prévenez|contactez|joignez) ~1 (le)? (15|18|112|17|samu|pompiers|médecin) ~1 si",
        "(si|s) (il|elle|l un|l une|vous|on|l enfant) ~8 (le 15|le 18|le 112|au 15|le samu|aux urgences)",
        "si ~8 (appel(ez|le)|prévenez|contactez|joignez) ~1 (le)? (15|18|112|17|samu|pompiers|médecin)",
        "(avc|arrêt cardiaque|malaise|infarctus|crise|chute|accident|noyé|coincé|bloqué|incendie|feu|inondation|"
        "fusillade|explosion) ~7 (il y a "
        "(deux|trois|quatre|cinq|dix|vingt|quelques|des|un|plusieurs) (ans|mois|semaines|an|années)|l an "
        "dernier|l année dernière|l été "
        "dernier|le mois dernier|la semaine dernière|va bien|remarche|guéri(e)|maîtrisé|éteint|exercice|quand j "
        "étais)",
        "(avc|arrêt|malaise|infarctus|crise|chute|accident|incendie|feu|inondation|explosion|effondrement) ~4 "
        "en <year>",
        "(exercice|simulation|entraînement) ~5 (incendie|alerte|évacuation|attentat|pompiers)",
        "(bloqué|coincé|bloquée|coincée|bloqués|coincés) ~5 (niveau|bouchons|guichet|bureau|réunion|grève|"
        "question|page|boulot)",
        "à l aide (d|du|des)",
        "police (de l eau|de la pêche|de l environnement|de la pensée|de caractères)",
        "(a|avait|aura) (pas|aucun|aucune|plus) (de|d|un|le)? (bébé|enfant(s)|blessé(e)(s)|mort(s)|victime(s)|feu|"
        "incendie|danger|fuite)",
        "(halloween|bonbons|étrennes|calendrier(s))",
        "au secours (encore|quel|quelle|ce|j ai|on va)",
        "(drowning|buried|trapped) in (work|paperwork|debt|emails)",
    )
    context: ClassVar[frozenset[Context]] = frozenset(["quoted", "denied"])
    rules: ClassVar[Rules] = {
        ("life_at_risk", 0.8): (
            "(sonne(nt)|tape(nt)|frappe(nt)|cogne(nt)|tambourine(nt)|rôde(nt)|hurle(nt)) ~2 (grille|porte|portail|"
            "fenêtre(s)|volet(s)|devant chez (moi|nous)) ~6 (depuis|peur|aidez|police|couteau)",
            "(tire|tirent) ~3 (fusil|pistolet|flingue|carabine) ~4 (école|collège|lycée|rue|gare|"
            "place|maintenant|foule|"
            "fenêtre)",
            "j ai (très|tellement)? peur ~2 (faites|aidez|venez|appelez|il est là|ils sont là|chez moi|chez nous)",
            "(est|sont|suis|sommes) ~1 (coincé(e)(s)|piégé(e)(s)|prisonnier(s)|enseveli(e)(s)|bloqué(e)(s)) (sous|"
            "dans|à l intérieur|derrière)",
            "(blessé(e)(s)|inanimé(e)(s)|inconscient(e)(s)) ~8 (prévenez|secours|réseau|vite|ambulance|appelez|"
            "aidez)",
            "(on entend|j entends|il y a|y a|y a eu) ~1 (tirs|des tirs|des coups de feu|des détonations|des cris "
            "de femme)",
            "(toit|pont|balcon|fenêtre|viaduc|rail(s)|quai) ~4 (menace de sauter|veut sauter|va sauter|menace de "
            "se jeter|veut se jeter)",
            "(vient de|est en train de) ~1 (effondrer|s effondrer|s écrouler|écrouler|se noyer|étouffer|se vider|"
            "tabasser|frapper|faire agresser|poignarder|tomber dans)",
            "(brûle|brûlent|en flammes|prend feu|prennent feu|en train de brûler) ~8 (dedans|bouteilles|gaz|gens|"
            "quelqu un|vite|enfants|animaux|pompiers|crient)",
            "(il|elle|ils) (la|le|les) (frappe|bat|tabasse|étrangle|menace) ~8 (en ce moment|maintenant|police|"
            "cris|couteau|aidez|vite)",
            "(cachés|cachées|réfugiés|enfermés|barricadés) (dans|derrière) ~10",
        ),
        ("life_at_risk", 0.82): (
            "(vient de|est|a|s est|sont) ~1 (tomber|tombé(e)|effondré(e)|écroulé(e)|renversé(e)|noyé(e)|"
            "électrocuté(e)|à terre|au sol|inconscient(e)|coincé(e)(s)|bloqué(e)(s) sous|piégé(e)(s)) ~6 (envoyez|"
            "appelez|secours|vite|aidez|respire|bouge|saigne|du sang|ambulance|pompiers)",
            "(convulse|convulsions en ce moment|tout bleu|toute bleue|ne se réveille pas|ne se réveille plus|"
            "respire plus|respire pas|arrêt cardiaque|fait un avc|fait une overdose|ne répond plus|s étouffe|s "
            "étouffer|est en train de se noyer|perd connaissance|se vide de son sang|saigne beaucoup)",
            "(menace de|veut|va) (sauter|se jeter) ~4 (pont|viaduc|toit|fenêtre|balcon|étage|voie(s)|train)",
            "(a avalé|a pris|vient d avaler|vient de prendre) (toute|tous|une|des|la) ~2 (boîte|plaquette|cachets|"
            "comprimés|médicaments|javel|pilules)",
            "(voiture|camion|bus|barque|bateau|kayak) ~3 (dans le canal|dans la rivière|dans l eau|dans le lac|"
            "coule|en feu|dans le ravin|sur le toit) ~6 (quelqu un|intérieur|dedans|enfant(s)|personne(s)|"
            "conducteur)",
            "(enfant(s)|gens|quelqu un|personne(s)|famille|bébé|monsieur|dame) ~3 (dedans|à l intérieur|"
            "coincé(e)(s)|bloqué(e)(s)|piégé(e)(s)|sous les décombres|sur le toit)",
            "(feu|incendie|flammes|fumée|eau|crue) ~2 (gagne|gagnent|monte|montent|entre|arrive|approche|se "
            "propage) ~4 (maison|grange|étage|rez de chaussée|immeuble|salon|cave|toit|escalier|jardin|vite)",
            "(coups de feu|fusillade|explosion|homme armé|quelqu un est armé|homme avec un couteau|prise d "
            "otages) ~5 (près|devant|collège|lycée|école|rue|gare|maintenant|en cours|chez|place|restez|centre)",
            "(fuite de gaz|odeur de gaz|sent le gaz|sent fort le gaz)",
            "(femme enceinte|ma femme|elle|ma mère|mon père|bébé|il) ~2 (saigne|perd du sang|fait un malaise|est "
            "inconscient(e)|ne respire)",
            "(trapped|bleeding badly|bleeding heavily|not breathing|unconscious|having a seizure|having a heart "
            "attack|overdosed|choking|drowning)",
            "(house|building|flat|car|shop|kitchen) ~3 (on fire|burning|collapsed|is flooding)",
            "(kids|children|people|someone|somebody) ~2 (inside|trapped|stuck|in the water)",
        ),
        ("life_at_risk", 0.78): (
            "(vient|viennent) ~1 de ~1 (céder|lâcher|exploser|s effondrer|s écrouler|se noyer|dérailler|se "
            "renverser|percuter|prendre feu|tomber "
            "à l eau|tomber dans|tomber du|sauter|chuter|s embraser|perdre connaissance|s évanouir|tirer)",
            "(évacuez|sortez|quittez|fuyez|abritez|montez|reculez|éloignez|cachez|evacuate) ~6 (village|maison|"
            "maisons|immeuble|zone|bas|plage|quartier|école|"
            "bâtiment|étage|vite|abri|vous|building|feu|gaz)",
            "(avalanche|éboulement|glissement de terrain|coulée de boue|explosion|effondrement|carambolage|"
            "collision|fusillade|noyade|incendie) ~7 (dessous|"
            "skieurs|prévenez|randonneurs|en cours|à l instant|vite|gens|en ce moment|blessés|coincés|"
            "maintenant|enfants)",
            "(enfant(s)|gamin(e)|bébé|petit|petite|gosse|mamie|papi|kid|baby) ~4 (enfermé(e)|coincé(e)|seul(e)) "
            "~4 (voiture|soleil|balcon|ascenseur|cave|rails|"
            "voie|fenêtre|car)",
            "(effondré(e)(s)|écroulé(e)(s)|renversé(e)(s)|tombé(e)(s)|percuté(e)(s)|noyé(e)(s)) ~6 (à l instant|"
            "en ce moment|là maintenant|il y a deux minutes|"
            "vite|dessous|sur des|sur les gens)",
            "(à l instant|en ce moment|là maintenant) ~8 (feu|blessés|coups|agress*|noie|effondr*|tir(s)|frappe|"
            "brûle|sang|accident)",
            "(crise|choc|réaction|piqûre) ~3 (allergi*|anaphylactique|asthme|cardiaque|épilepsie|guêpe) ~9 "
            "(gonfle|respire*|stylo|adrénaline|que faire|vite|"
            "étouffe|ventoline|aidez|gorge|bleu)",
            "(gorge|langue|visage|jambe) ~1 (gonfle|enfle)",
            "(il|elle|bébé|père|mère|fils|fille|mari|femme|homme|dame|monsieur|ami) ~3 (étouffe|se noie|"
            "convulse|agonise|saigne|suffoque|s étouffe|tout bleu|"
            "toute bleue|hémorragie|perd les eaux|accouche)",
            "(me|la|le|nous) (frappe|étrangle|poursuit|suit|menace|tabasse) ~6 (en ce moment|aidez|police|peur|"
            "couteau|enfermée|cachée|vite|appelez|porte)",
            "(on|je|nous) ~2 (enfermé(e)(s)|caché(e)(s)|barricadé(e)(s)|réfugié(e)(s)|perdu(e)(s)) ~8 (aidez|"
            "police|batterie|réseau|froid|nuit|armé|cris|peur|porte)",
            "(eau|crue|feu|flammes|fumée) ~1 (monte|montent|arrive|gagne|entre|avance) ~5 (vite|maison|toit|"
            "fenêtres|bloqué(e)(s)|coincé(e)(s)|envoyez|étage|nous|sur)",
            "(barrage|digue|pont|toit|immeuble|falaise|mur|tribune|balcon|échafaudage) ~3 (cède|céder|lâche|"
            "lâcher|effondre|effondrer|écroule|écrouler) ~4 (évacu*|"
            "vite|gens|dessous|village|dedans|instant)?",
            "(jambe cassée|fracture ouverte|plus de batterie|2 de batterie|bientôt plus de réseau)",
            "(active shooter|armed man|has a (gun|knife)|gunman|on fire|rising fast|about to jump|bleeding out|"
            "won t wake up|can t breathe|has collapsed)",
        ),
        ("call_help", 0.85): (
            "(faites venir|prévenez|alertez) ~3 (police|gendarmes|pompiers|secours|samu|montagne|médecin)",
            "(envoyez|appelez|prévenez|faites venir) ~2 (quelqu un|les secours|du monde|de l aide|un médecin|une "
            "ambulance|les pompiers)",
            "(send|call|get) ~2 (help|ambulance|someone|police|fire)",
            "(appel(ez|le)|faut appeler|prévenez|contactez|faut appeler|envoyez|joignez) ~1 (les)? (pompiers|samu|"
            "secours|police|gendarmes|gendarmerie|une ambulance|ambulance|15|18|112|17|le 15|le 18|le 112|le "
            "17)",
            "(call|get|send) (an|the)? (ambulance|police|911|999|112|fire brigade|firefighters)",
        ),
        ("life_at_risk", 0.88): (
            "(il|elle|monsieur|dame|homme|femme|personne|enfant|bébé|fils|fille|mari) ~2 (respire plus|"
            "respire pas|respire mal|est inconscient(e)|inconscient(e)|bouge plus|répond plus aux|s est "
            "effondré(e)|fait un malaise|fait une crise|convulse|perd beaucoup de sang|est coincé(e) dans|se "
            "noie)",
            "(y a|il y a) (le feu|des flammes|une fuite de gaz|des blessés|un blessé|quelqu un à terre|un "
            "homme à terre|quelqu un dans l eau|des gens coincés)",
            "(ça brûle|ça sent le gaz|maison en feu|immeuble en feu|voiture en feu|prise d otage|entends des "
            "coups de feu|y a des coups de feu)",
            "(not breathing|is unconscious|there s a fire|house is on fire|people trapped|someone is "
            "drowning|gas leak|shots fired)",
        ),
        ("cry_for_help", 0.7): (
            "(au secours|à l aide|aidez nous vite|venez vite)",
            "(help us|somebody help|someone help) ~1 (now|please|quick|quickly)",
        ),
    }
