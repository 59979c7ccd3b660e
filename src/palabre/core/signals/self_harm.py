"""Somebody may be in danger from themselves. Routes to help, never to removal."""

from palabre.core.signals.phrases import PhraseDetector


class SelfHarm(PhraseDetector):
    """Somebody may be in danger from themselves. Routes to help, never to removal."""

    name = "self_harm"
    name_fr = "Détresse"
    name_en = "Self-harm"
    in_context = False
    phrases = {  # noqa: RUF012 - a table, never changed
        0.9: (
            "envie de mourir", "je veux mourir", "je voudrais mourir", "je veux en finir", "envie d'en finir",
            "en finir avec la vie", "plus envie de vivre", "j'ai plus envie de vivre", "me suicider",
            "me foutre en l'air", "me jeter sous", "je serais mieux morte", "je serais mieux mort",
            "ce serait mieux sans moi", "tout le monde serait mieux sans moi", "i want to die", "kill myself",
            "end it all", "want to end my life",
        ),
        0.6: (
            "je n'en peux plus", "j'en peux plus", "à quoi bon", "je ne sers à rien", "je sers à rien",
            "plus la force", "je suis au bout", "plus aucune raison",
        ),
    }  # fmt: skip
