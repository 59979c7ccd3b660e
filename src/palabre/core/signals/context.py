"""What the words around take away from a find. Context lowers, never raises.

Quoted (someone else's words), denied ("pas un con"), told ("il m'a traité de…"), fought ("c'est raciste de dire…"),
turned on oneself ("quel con je suis"), laughed off ("je te tue (rire)").
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal

from palabre.core.signals.common import bag
from palabre.core.signals.grammar import Element
from palabre.core.signals.view import View

Context = Literal["quoted", "denied", "told", "fought", "oneself", "laughed"]
#: What hurts looks at all of them; what helps people looks at none.
HURTING: frozenset[Context] = frozenset(["quoted", "denied", "told", "fought", "laughed"])

#: A laugh makes no threat of a joke among friends; it excuses no hate.
HATEFUL: frozenset[Context] = HURTING - {"laughed"}

#: What remains of a find in each context.
REMAINS: dict[Context, float] = {
    "quoted": 0.35, "denied": 0.4, "told": 0.4, "fought": 0.5, "oneself": 0.3, "laughed": 0.5,
}  # fmt: skip

_NEGATIONS = bag("pas jamais aucun aucune sans ni nullement not never no ain isn aren don doesn didn wasn without")
#: "pas que", "pas seulement": no denial at all.
_NO_DENIAL = bag("que seulement assez juste only just")
_DENIED_WITHIN = 3
#: What stands before these denies nothing after them: "je suis pas raciste mais…".
_NEW_CLAUSE = bag("mais but car parce alors donc because so")
_TELLING = bag(
    "traite traites traitee traitees traiter traitent traitait traitaient insulte insultes insultee insulter "
    "insultent "
    "insultait qualifie qualifies qualifier qualifiee qualifient appelle appelait appellent appele appelee "
    "surnomme entendre entendu "
    "lu calling called calls"
)
_SAYING = bag(
    "dit dits dire disent disait disaient crie crier criait criaient lance lancent hurle hurler repond "
    "repondu ecrit "
    "ecrivent balance told tell said says shouted"
)
#: "Dire d'un maire qu'il est…", "on ne peut pas dire de quelqu'un…": what may be said, not what is.
_SAID_OF = frozenset([("dire", "d"), ("dire", "de")])
#: "Arrêtez de dire que…": what others say, and should not.
_STOP = frozenset((stop, "de") for stop in bag("arretez arrete arreter arretons cesse cessez cesser fini finissez"))
_TO_SOMEONE = bag("me nous lui leur leurs se on ils moi us")
_TOLD_WITHIN, _SAID_OF_WITHIN = 6, 10
_FIGHTING = bag(
    "raciste racistes racisme racist racists racism homophobe homophobes homophobie homophobia homophobic "
    "antisemite "
    "antisemites antisemitisme antisemitism islamophobe islamophobie islamophobia xenophobe xenophobie "
    "sexiste sexisme "
    "sexist sexism haineux haineuse haineuses prejuges cliches moderateur moderateurs moderation moderator "
    "denoncer denonce denoncons condamne condamner condamnons signale signaler signalez reporting"
)
#: "je suis pas raciste mais": what follows is not fought.
_NO_FIGHT = bag("pas ni rien not isn no nullement sans")
_SELF = frozenset(
    [
        ("je", "suis"),
        ("je", "etais"),
        ("moi", "meme"),
        ("je", "sens"),
        ("me", "sens"),
        ("suis", "je"),
        ("je", "fais"),
        ("je", "passe"),
        ("i", "am"),
        ("i", "was"),
        ("i", "feel"),
    ]
)
_ACCUSING = bag("tu vous te toi you")
_LAUGHING = bag(
    "rire rires mdr mdrr mdrrr mdrrrr lol ptdr ptdrr xd lmao haha hahaha rigole rigoler blague plaisante "
    "joke jk kidding "
    "😂 🤣 😆 😅 😉"
)


#: Tells whether a find is in a context, by its view, its first character and its first word; and what then remains.
Check = tuple[Callable[[View, int, int], bool], float]


def checks_of(context: frozenset[Context]) -> tuple[Check, ...]:
    """Return the checks of some contexts, in the order in which they are made."""
    return tuple((found, REMAINS[name]) for name, found in _CHECKS if name in context)


def remains(view: View, start: int, first: int, checks: Sequence[Check]) -> float:
    """Return what remains of a find whose first word is ``first``, at the character ``start`` of the text."""
    left = 1.0
    for found, share in checks:
        if found(view, start, first):
            left *= share
    return left


def denied_inside(words: list[str], first: int, last: int, elements: Sequence[Element]) -> float:
    """Return what remains of a find that is denied in one of its gaps: "je ne vais pas te tuer"."""
    inside = _NEGATIONS.intersection(words[first + 1 : last])
    if "pourquoi" in words[first + 1 : last]:  # "et pourquoi pas du tricot"
        inside -= {"pas"}
    meant = any(word in element.words for element in elements for word in inside)
    return REMAINS["denied"] if inside and not meant else 1.0


def _quoted(view: View, start: int, first: int) -> bool:
    return view.has_quotes and view.is_quoted(start)


def _denied(view: View, start: int, first: int) -> bool:
    words = view.words
    if _NEGATIONS.isdisjoint(words[first - _DENIED_WITHIN if first > _DENIED_WITHIN else 0 : first]):
        return False
    for at in range(first - 1, max(0, first - _DENIED_WITHIN) - 1, -1):
        if words[at] in _NEW_CLAUSE:
            return False
        if words[at] in _NEGATIONS and words[at + 1] not in _NO_DENIAL:
            return view.in_one_sentence(view.said.span(at, at)[0], start)
    return False


def _told(view: View, start: int, first: int) -> bool:
    before = view.words[max(0, first - _TOLD_WITHIN) : first]
    if not _TELLING.isdisjoint(before):
        return True
    if not _SAYING.isdisjoint(before) and not _TO_SOMEONE.isdisjoint(before):
        return True
    said = [*pairwise(view.words[max(0, first - _SAID_OF_WITHIN) : first])]
    return not (_SAID_OF.isdisjoint(said) and _STOP.isdisjoint(said))


def _fought(view: View, start: int, first: int) -> bool:
    if _FIGHTING.isdisjoint(view.words):
        return False
    words = view.words
    places = [at for at, word in enumerate(words) if word in _FIGHTING]
    return not any(_NO_FIGHT.intersection(words[max(0, at - 3) : at]) for at in places)


def _oneself(view: View, start: int, first: int) -> bool:
    around = [word for word in view.words[max(0, first - 6) : first + 5] if word != "ne"]
    if not _ACCUSING.isdisjoint(around):
        return False
    return not _SELF.isdisjoint(pairwise(around))


def _laughed(view: View, start: int, first: int) -> bool:
    return not _LAUGHING.isdisjoint(view.words)


_CHECKS: tuple[tuple[Context, Callable[[View, int, int], bool]], ...] = (
    ("quoted", _quoted),
    ("denied", _denied),
    ("told", _told),
    ("fought", _fought),
    ("oneself", _oneself),
    ("laughed", _laughed),
)
