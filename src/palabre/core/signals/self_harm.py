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
