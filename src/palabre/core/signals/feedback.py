"""What readers think of the newsroom's work."""

from palabre.core.signals.phrases import PhraseDetector


class Feedback(PhraseDetector):
    """What readers think of the newsroom's work."""

    name = "feedback"
    name_fr = "Retour sur le travail"
    name_en = "Feedback"
    in_context = False
    phrases = {  # noqa: RUF012 - a table, never changed
        0.75: (
            "votre article", "votre journal", "votre émission", "votre titre", "ce titre", "titre racoleur",
            "putaclic", "article payant", "réservé aux abonnés", "abonnés seulement", "votre travail",
            "votre couverture", "vos journalistes", "bon article", "bel article", "très bon papier",
            "article intéressant", "article complet", "enfin un article", "merci pour cet article",
            "merci pour l'article", "merci pour l'info", "trop de pub", "trop de publicités", "your article",
            "your coverage", "paywall", "clickbait",
        ),
    }  # fmt: skip
