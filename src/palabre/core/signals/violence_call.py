"""Others are called to harm."""

from typing import ClassVar

from palabre.core.signals.context import HURTING, Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import PhraseDetector, Rules


class ViolenceCall(PhraseDetector):
    """Others are called to harm."""

    name = "violence_call"
    name_fr = "Appel à la violence"
    name_en = "Call to violence"
    reasons: ClassVar[Reasons] = {
        "must_be_harmed": ("« il faut les… » suivi d’un mal", "“they must be…” followed by harm"),
        "to_death": ("« à mort », « au poteau », « une balle »", "“death to”, “string them up”, “a bullet”"),
        "burn_it_down": ("brûler, tout casser", "burning, smashing everything"),
    }
    loose = True
    innocent = (
        "(peloton) ~3 (cycliste|tour|étape|sprint|tête|course)",
        "(tirer|tire|tirez|frapper|frappez) ~8 (gardien|surface|lucarne|cages|but|filets|loin|coup franc)",
        "(raquettes|crampons|maillots|ballons|pelles|bêches|gants|pinceaux) ~8",
        "<cooked> ~8 (<harm>|<break>|<harmcall>|fouett*|battez|battre|écrasez|écraser)",
        "(<harm>|<break>|<harmcall>|fouett*|battez|battre|écrasez|écraser) ~8 <cooked>",
        "(<harm>|<break>|<smash>|fusill*) ~5 <kindly>",
        "(frappé(e)(s)|tué(e)(s)|agressé(e)(s)|battu(e)(s)|blessé(e)(s)|roué(e)(s)) ~4 coups de",
        "(<weapon>) ~6 (nettoyage|plage|huître(s)|baseball|jardin|cuisine|initiation|bois|pêche|musée|escalade)",
        "(coiff*|tir|premier|arrivé|devancé|battu) ~3 au poteau",
        "(bougies|feuilles|déchets|herbes|encens|branches|tomates|arbres|frelons|limaces) ~4 <break>",
        "<break> ~4 (bougies|feuilles|déchets|herbes|encens|branches|tomates|arbres|frelons|limaces)",
    )
    context: ClassVar[frozenset[Context]] = HURTING
    rules: ClassVar[Rules] = {
        ("must_be_harmed", 0.92): (
            "(faut|faudrait|il faut|il faudrait|fallait|on devrait|y a qu à|yaka|doit|on doit|reste qu à|qu "
            "à) ~1 (les|le|la|lui|leur|tous les|toutes les) ~1 <harm>",
            "(allons|allez|venez|on va tous|tous ensemble|qu on) (les|le|la|lui|leur) <harm>",
            "(butez|tuez|flinguez|pendez|lynchez|tabassez|égorgez|crevez|défoncez|fusillez|brûlez|cramez|"
            "abattez) (les|le|la|moi ça|tous|cette|ces)",
            "(faut|faudrait|il faut) (les|le|la) (fusiller|passer par les armes|mettre au poteau|mettre "
            "contre un mur|envoyer au peloton|guillotiner|noyer|dégommer)",
            "qu on (les|le|la) (pende|pendre|fusille|brûle|lynche|abatte|égorge)",
            "(someone|somebody|we) (should|must|needs to|need to|ought to) (kill|shoot|hang|burn|beat|lynch) "
            "(him|her|them|these|those|all)",
            "(kill|hang|shoot|lynch|burn) (them|him|her) all?",
        ),
        ("must_be_harmed", 0.9): (
            "(faut|il faut|faudrait|on devrait|y a qu à|allons|qu on) ~1 (les|le|la|tous les) ~1 <break> "
            "(vif(s)|vive|vivants|tous|vives|avec)",
        ),
        ("must_be_harmed", 0.6): (
            "(faut|il faut|faudrait|on devrait|y a qu à|allons|qu on) ~1 (les|le|la|lui|leur|tous les) <break>",
        ),
        ("must_be_harmed", 0.86): (
            "(faut|faudrait|faudra|devrait|devrions|doit|doivent|fallait|qu à|qu on|temps de|allons|allez|"
            "vivement|pourvu|peut|mérite(nt)|iraient|irait) ~2 (<harmstrict>|brûler|cramer|gazer|noyer|défoncer|"
            "écraser) ~3 <mob>",
            "(faut|faudrait|faudra|devrait|devrions|doit|doivent|fallait|qu à|qu on|temps de|allons|allez|"
            "vivement|pourvu|peut|mérite(nt)|iraient|irait) ~1 (les|le|la|tous|leur|lui) ~2 <harmstrict>",
            "(faut|faudrait|faudra|devrait|devrions|doit|doivent|fallait|qu à|qu on|temps de|allons|allez|"
            "vivement|pourvu|peut|mérite(nt)|iraient|irait) ~1 (leur|lui) ~1 (tirer dessus|tire dessus|mettre "
            "une balle|loger une balle|rouler dessus|foncer "
            "dedans|faire la peau|faire la fête|planter|trouer la peau|mettre une bombe|taper dessus|tomber "
            "dessus|faire mal)",
            "(leur|lui) ~1 <smash> ~2 <body>",
            "<harmcall> (moi|nous)? ~1 (les|le|la|tous|ces|cette|ce|moi) ~2 <mob>",
            "(qu on|que quelqu un|quelqu un|qui va|personne|someone|somebody|un jour) ~6 (prenne une arme|"
            "prenne un fusil|"
            "mettre une balle|mette une balle|loger une balle|descende|abatte|liquide|zigouille|trouer|régler "
            "son compte|faire "
            "taire à jamais|la peau|fasse un carton|end (him|her|them)|end this man|take (him|her|them) out)",
            "(balancez|jetez|poussez|balancer|jeter|pousser|balance|jette) (moi)? (les|le|la|tous) ~3 (du toit|"
            "fenêtre|du train|"
            "vide|du pont|seine|rails|fleuve|du balcon|canal|falaise|sous le)",
            "(faut|faudrait|devrait|temps de|qu à|allons|on va|on doit|faudra) ~4 (cogner|taper dans le tas|"
            "verser le sang|prendre "
            "les armes|sortir les fusils|tirer dans le tas|rouler dessus|couler le sang|casser des (gueules|"
            "genoux|dents)|"
            "passer aux armes|casser du (flic|facho|gaucho|keuf|bourge|journaliste))",
            "(feu|tirez|tirer|tire|visez|rafale|foncez|roulez) ~1 (sur|dans|à) (les|la|le|ces|leur) ~2 (<mob>|"
            "tas|foule|tête|cortège)",
            "(casse|casser|péter|pète|briser|défonce|éclate) (des|leurs|les) (genoux|jambes|dents|gueules|"
            "crânes|bras|têtes|rotules)",
            "(pendre|lyncher|fusiller|égorger|tabasser|décapiter|exécuter|lapider|brûler|<harmcall>) ~6 (place "
            "publique|tous|sans procès|"
            "corde|balcon(s)|lampadaire(s)|réverbère(s)|exemple|un par un|jusqu au dernier)",
            "(put|line|stand) (them|him|her|these) ~2 (against|up) ~1 (the|a)? (wall)?",
            "(kill|hang|shoot|burn|lynch|stab|behead|execute|slaughter|beat) ~1 (them|these|those|every|the) ~2 "
            "(all|<mob>|one)",
        ),
        ("to_death", 0.75): (
            "qu on (les|le|la) (aligne|colle|mette) ~1 (contre|au) ~1 (mur|poteau)",
            "(attendre|attend|attendait) ~8 <weapon>",
            "rendre ~1 visite ~6 (à plusieurs|en nombre|en force|cagoulé(e)(s))",
            "(tous|venez|rendez vous|on va) ~8 (lui|leur) (fait|faire|fera|fasse) ~1 (sa|leur) fête",
        ),
        ("to_death", 0.82): (
            "<mob> ~3 (au poteau|à la lanterne|à la morgue|au bûcher|au four|au peloton|une balle|à la potence|"
            "au cimetière|au "
            "trou|à abattre|à pendre|à fusiller|à éliminer|à tuer|la corde|à la mer|à l échafaud)",
            "(solution|mérite(nt)|remède|faut|faudrait|reste) ~6 (peloton|chaise électrique|guillotine|la corde|"
            "potence|échafaud|"
            "poteau|balle dans|lance flammes|contre un mur|contre le mur|bûcher|gibet)",
            "(rendez vous|se retrouve|retrouvez|rassemblement|venez|on y va|on prend|prenez|amen(ez|e)|ramen(ez|"
            "e)|apport(ez|e)|"
            "qui vient|chacun|tous (à|au|dans)|je ramène|j amène|bring|grab) ~8 <weapon>",
            "(branlée|raclée|dérouillée|trempe|correction) ~3 coups de",
            "(les|le|la|leur|lui|tous) ~4 à coups de (batte|pelle|barre|marteau|hache|fusil|pioche|machette|"
            "matraque|fourche)",
            "(bombe|bombes|roquette|missile|lance flammes|napalm) ~4 (parlement|assemblée|préfecture|mairie|"
            "commissariat|sénat|élysée|"
            "mosquée|camp|synagogue|foyer|ministère|<mob>)",
            "(on va|allons|venez|allez) ~6 (faire la fête aux|se faire des|casser du|tomber dessus|en casser un|"
            "se les faire|finir "
            "le boulot)",
            "(chasse aux|sus aux) <mob>",
            "(que|qu) (le sang coule|les soldats tirent|l armée tire|la police tire|les têtes tombent|parle la "
            "poudre)",
            "(têtes) ~2 (tomber|tomberont|tombent|piques|pique)",
        ),
        ("to_death", 0.88): (
            "(à mort|mort) (aux|les|le|la|à) (flics|keufs|journalistes|élus|politiques|patrons|traîtres|"
            "riches|juges|macron|maire|profs|porcs|chiens|vieux|chasseurs)",
            "(tous)? (au poteau|à la lanterne|au peloton|à la potence|à l échafaud|au bûcher|à la guillotine)",
            "(une|deux|ta) balle(s) ~2 (tête|nuque|entre les deux yeux|genou)",
            "(sortez|prenez|ressortez|sortons|prenons) ~2 (fusils|fourches|guillotine|guillotines|armes|"
            "battes|cordes|goudron)",
            "(goudron et plumes|peine capitale pour ces|string (him|her|them) up|bullet in (his|her|their) "
            "head|off with (his|her|their) head)",
        ),
        ("burn_it_down", 0.78): (
            "(brûlons|cramons|brûlez|cramez|faut brûler|faut cramer|il faut brûler|il faut cramer|allons "
            "brûler) ~1 (tout|la|le|les|leur|leurs|cette|ce|ces|tous)",
            "(foutez|mettez|on met|allez mettre|foutre|faut mettre|qu à mettre) le feu (à|au|aux|chez|dans|là)",
            "(faut|faudrait|allons|on va) (tout|tous)? (cramer|péter|brûler) (tout|la mairie|la préfecture|"
            "le camp|leur)",
            "burn (it|their|the) ~3 down",
        ),
    }
