"""Expressions that point at a group without naming it. They raise priority, decide nothing: all have innocent uses."""

from collections.abc import Sequence

from palabre.core.model import Signal
from palabre.core.signals.detector import View
from palabre.core.signals.phrases import Hit, PhraseDetector

#: Words near which these expressions are mostly innocent: a team, a menu, a cast, helpers, numbers of a lottery.
_INNOCENT = frozenset(
    [
        "benevoles",
        "benevole",
        "joueurs",
        "equipe",
        "match",
        "buteurs",
        "marquent",
        "chansons",
        "plats",
        "menu",
        "recettes",
        "bouchons",
        "nids",
        "poule",
        "trous",
        "feux",
        "horaires",
        "merci",
        "bravo",
        "aident",
        "applaudir",
        "volontaires",
        "gagnent",
    ]
)


class CodedHate(PhraseDetector):
    """Expressions that point at a group without naming it. They raise priority, decide nothing: all have innocent uses."""

    name = "coded_hate"
    name_fr = "Haine codée"
    name_en = "Coded hate"
    phrases = {  # noqa: RUF012 - a table, never changed
        0.62: (
            "toujours les mêmes qui", "c'est toujours les mêmes", "ce sont toujours les mêmes",
            "toujours les mêmes", "on sait qui", "on sait tous qui", "vous savez qui",
            "vous voyez de qui je parle", "suivez mon regard", "les gens comme ça", "ces gens là",
            "ce genre de personnes", "pas de chez nous", "pas d'ici", "certains quartiers",
            "une certaine population", "une certaine communauté", "une population bien précise",
            "chances pour la france", "une chance pour la france", "les caravanes", "merci les caravanes",
            "nos chers invités", "ceux qu'on ne peut pas nommer", "on ne peut plus rien dire",
            "qui sera servi en premier", "qui profite des aides", "avant les français", "les français d'abord",
            "les nôtres d'abord", "nous on nous donne rien", "importés", "la diversité", "vivre ensemble on voit",
            "you know who", "those people", "certain people",
        ),
    }  # fmt: skip

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Keep quiet where the words around say that the expression is meant as it reads."""
        if not _INNOCENT.isdisjoint(view.words):
            return None
        return super().judge(view, hits)
