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
    innocent = (
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
