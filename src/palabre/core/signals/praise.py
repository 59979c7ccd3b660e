"""Thanks and congratulations."""

from typing import ClassVar

from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import PhraseDetector, Rules


class Praise(PhraseDetector):
    """Thanks and congratulations."""

    name = "praise"
    name_fr = "Bravo"
    name_en = "Praise"
    reasons: ClassVar[Reasons] = {
        "bravo": ("bravo, félicitations", "congratulations"),
        "thanks": ("un merci appuyé", "warm thanks"),
        "admiration": ("de l’admiration", "admiration"),
    }
    context: ClassVar[frozenset[Context]] = frozenset(["denied", "quoted"])
    innocent = (
        "(le|ce|un|du) bravo",
        "merci (de|d) (fermer|bien vouloir|ne pas|votre compréhension|patienter|me|nous)",
    )
    rules: ClassVar[Rules] = {
        ("admiration", 0.6): (
            "(je suis|on est|trop|très|si|tellement|tellement) ~1 (admirative|admiratif|contente pour|content "
            "pour|heureuse pour|heureux pour|émue|ému|fière|impressionné(e)|bluffé(e))",
            "(c est|c était|que c est|qu est ce que c est) ~1 (beau|superbe|magnifique|génial|top|touchant|"
            "émouvant|grandiose|splendide|inspirant|mérité)",
            "(super|génial|trop bien|très beau|magnifique|excellent) (concert|soirée|match|équipe|initiative|"
            "nouvelle|moment|journée|projet|accueil|fête)",
            "(méritent|mérite|méritez|mérité) ~1 (tellement|amplement|largement|bien)",
            "(well played|so proud|what a (final|game|performance|team|lovely|voice)|beautifully done|hats off)",
        ),
        ("thanks", 0.62): (
            "merci (à|au|aux)",
            "(merci|mercis) ~1 (ceux|celles|celui|celle)",
        ),
        ("admiration", 0.62): (
            "(franchement|vraiment|tout simplement|juste|absolument|tellement) (admirable(s)|remarquable(s)|"
            "magnifique(s)|beau|belle|génial(e)|formidable(s)|touchant(e)|impressionnant(e)|incroyable)",
            "(superbe(s)|magnifique(s)|splendide(s)|sublime(s)|très beau|très belle|beau|belle|joli|jolie) "
            "(spectacle|concert|parcours|projet|idée|action|initiative|réussite|carrière|victoire|travail|boulot|"
            "exemple|hommage|soirée|fête|rencontre|image(s)|photo(s)|histoire|équipe|geste|performance)",
            "(un|quel|quelle|une) (grand monsieur|grande dame|belle personne|sacrée équipe|réussite|exemple|"
            "courage|régal|merveille|bonheur|champion|championne)",
            "(vous faites|il fait|elle fait|ils font|elles font|tu fais) ~1 un (travail|boulot) ~1 (formidable|"
            "remarquable|admirable|exceptionnel|magnifique|super|génial|extraordinaire|incroyable|essentiel)",
            "(j adore|on adore|on t aime|on vous aime|trop fort|trop forte|trop forts|continuez comme ça|ne "
            "changez rien|ne lâchez rien|les larmes aux yeux|fait chaud au coeur|ça fait du bien)",
            "(fier|fière|fiers|fières) (de|d)",
            "(lovely|beautiful|wonderful|inspiring|amazing|great) (story|people|gesture|idea|work|team|initiative)",
            "(made|makes) (us|me) (proud|smile|happy)",
        ),
        ("bravo", 0.75): (
            "(bravo|félicitation(s)|chapeau bas|chapeau les|chapeau à|chapeau aux|coup de chapeau|respect à|"
            "respect aux|respect monsieur|respect madame|gg|well done|congratulations|congrats|kudos|good "
            "job|great job|great work|nice work|hats off)",
        ),
        ("thanks", 0.7): (
            "(merci|mercis) ~1 (à|au|aux) (l|la|le|les|tous|toutes|nos|ces|cette|mes|notre|monsieur|madame|vous) "
            "~1",
            "(mille|grand|gros|énorme|immense) (merci|mercis)",
            "(thank you|thanks) (to|for) (the|your|all|everyone|sharing|being)",
            "(merci|mercis) (infiniment|beaucoup|mille fois|du fond du coeur|à vous|à toute|à tous|à toutes|"
            "à eux|à elle|à lui|aux|d être|d avoir|de m avoir|de nous avoir|pour tout|pour eux|pour elle|"
            "pour lui|encore|pour votre|pour vos|pour ce|pour cet|pour cette|merci)",
            "(un grand|mille|un immense|un énorme|infiniment|tout simplement|vraiment) (merci|mercis)",
            "(thank you (so much|very much|all|for)|thanks (so much|a lot|a million|everyone|to all|for)|"
            "many thanks)",
        ),
        ("admiration", 0.68): (
            "(quel|quelle|quels|quelles) ~1 (beau|bel|belle|beaux|belles|superbe|magnifique|courage|talent|"
            "générosité|élégance|leçon|émotion|match|équipe magnifique|joie|bonheur|plaisir|dévouement)",
            "(c est|c était|trop|vraiment|absolument|tout simplement) ~1 (magnifique|superbe|formidable|"
            "génial|merveilleux|admirable|extraordinaire|sublime|remarquable|top|touchant|émouvant|super "
            "beau)",
            "(magnifique|superbe|formidable|merveilleux|admirable|sublime|extraordinaire) (travail|"
            "initiative|idée|équipe|photo(s)|histoire|geste|match|moment|reportage|article|témoignage)",
            "(fier|fière|fiers) de (vous|toi|nos|notre|lui|elle|eux|mon|ma)",
            "(vous êtes|tu es|elle est|il est|ils sont) ~1 (un amour|formidable(s)|génial(e)|géniaux|"
            "extraordinaire(s)|des anges|un ange|des héros|un héros|une héroïne|une perle|au top|les "
            "meilleurs|la meilleure|le meilleur|admirable(s)|incroyable(s))",
            "(you are|you re|they are|this is|that s|what a) ~1 (amazing|wonderful|awesome|brilliant|"
            "fantastic|legend(s)|hero(es)|beautiful|lovely)",
        ),
    }
