"""One message that names a group: the roles of its words (``hostile``) and the groups named (``groups``)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from palabre.core.signals import hostile
from palabre.core.signals.common import bag
from palabre.core.signals.groups import ADJECTIVES, BEFORE, PEOPLE
from palabre.core.signals.parts import Part, Parts
from palabre.core.signals.view import View

#: Words read of one message, and groups looked at.
MAX_WORDS, MAX_GROUPS = 600, 12
#: Sentences after a group is named in which "ils" still means it.
REACH = 2
#: How sure it is that a pronoun stands for the group.
_THEY = 0.9
_BREAK = re.compile(r"[.!?…;]+(?:\s|$)|\n|[.!?…]{2,}")
#: What stands between most words: no end of anything.
_JOINTS = frozenset(["", " ", "'", "’", "-"])
_CLAUSE = re.compile(r"[,:()–—]")


class Group(NamedTuple):
    """People named, or a pronoun that stands for them: their words, and who they are."""

    first: int
    last: int
    kind: str
    #: 1, or less where a pronoun stands for the group.
    sure: float


class Sentence:
    """One message cut into roles. Made once for each message that may name a group; read on where it names one."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.words = view.words[:MAX_WORDS]
        self.places: Sequence[int] = range(len(self.words))
        if "ne" in self.words:
            self.places = [at for at, word in enumerate(self.words) if word != "ne"]
            self.words = [word for word in self.words if word != "ne"]
        self.parts: dict[str, list[Part]] = {}
        self.groups: list[Group] = []
        self._people = self._take(_people())
        named = sorted(part for part in self.of(*_KINDS) if self._names_people(part))
        if named:
            self._take(_parts())
            self.groups = list(self._groups(named))[:MAX_GROUPS]

    def _take(self, parts: Parts) -> frozenset[int]:
        """Take in the parts that stand in the message, and return the places of their words."""
        found: set[int] = set()
        for part in parts.find(self.words):
            self.parts.setdefault(part.role, []).append(part)
            found.update(range(part.first, part.last + 1))
        return frozenset(found)

    @property
    def sentence(self) -> list[int]:
        """The sentence of each word, counted from 0."""
        return self._numbers[0]

    @property
    def clause(self) -> list[int]:
        """The clause of each word, counted from 0."""
        return self._numbers[1]

    @cached_property
    def _numbers(self) -> tuple[list[int], list[int]]:
        return _numbered(self.view, self.places)

    def of(self, *roles: str) -> Iterator[Part]:
        """Yield the parts of some roles."""
        for role in roles:
            yield from self.parts.get(role, ())

    def together(self, first: int, last: int) -> bool:
        """Tell whether two words stand in one sentence."""
        return self.sentence[first] == self.sentence[last]

    def one_clause(self, first: int, last: int) -> bool:
        """Tell whether no comma stands between two words."""
        return self.clause[first] == self.clause[last]

    def light(self, first: int, last: int, words: frozenset[str] = hostile.LIGHT) -> bool:
        """Tell whether only words of no weight stand between two places."""
        return all(word in words or at in self._people for at, word in enumerate(self.words[first:last], first))

    def denied(self, first: int, last: int) -> bool:
        """Tell whether a negation stands between two places, but for "pas que"."""
        return any(
            self.words[at] in hostile.NEGATIONS and self.words[at + 1 : at + 2] not in (["que"], ["seulement"])
            for at in range(max(0, first), min(last, len(self.words)))
        )

    def has(self, role: str, first: int, last: int) -> bool:
        """Tell whether a part of a role begins between two places."""
        return any(first <= part.first <= last for part in self.parts.get(role, ()))

    def _groups(self, named: Sequence[Part]) -> Iterator[Group]:
        for part in named:
            yield Group(part.first, part.last, part.role.split(":")[0], 1.0)
        for they in self.of("they"):
            before = [part for part in named if part.last < they.first]
            if before and self.sentence[they.first] - self.sentence[before[-1].last] <= REACH:
                yield Group(they.first, they.last, before[-1].role.split(":")[0], _THEY)

    def _names_people(self, part: Part) -> bool:
        """Tell whether an adjective stands for people here: "les noirs", not "les chats noirs"."""
        before = self.words[part.first - 1] if part.first else ""
        after = self.words[part.last + 1] if part.last + 1 < len(self.words) else ""
        if self.words[part.last] in _MEN and after == "politiques":
            return False
        if not part.role.endswith(":adjective"):
            known = not part.first or part.role in _ALWAYS or part.last > part.first or before in _BEFORE_PEOPLE
            return known or self.clause[part.first - 1] != self.clause[part.first]
        if self.words[part.first] in _OLD and before not in _PLURAL:
            return False
        if before == "de" and self.words[part.first].endswith("s"):
            return True
        return before in BEFORE and (self.words[part.first] not in _OLD or after in _AFTER_OLD)


#: Those whose words are never said of things; of the others, "la cuisine indienne" is nobody.
_ALWAYS = frozenset(["women", "migrants", "roma", "age", "body"])
_BEFORE_PEOPLE = (
    BEFORE
    | hostile.LIGHT
    | hostile.OF
    | hostile.NEGATIONS
    | bag("""
    est sont suis es etes etait sommes ete etre ou que qu comme chez avec sans contre si vive nous vous famille
    familles couple couples jeune eleve eleves joueur joueurs joueuses voisin voisins voisine copain pote potes
    ami amis amie collegue refugie refugies refugiee migrant migrants soldats ouvriers femme fille fils pere
    mere homme mec gamin gamins enfant type ex premier dernier bon bonne casser bouffer crever deteste detester
    hais aime adore tuer buter frapper tabasser gazer exterminer virer expulser niquer nique encules connards
    dirty filthy fuckin fkin stupid stinking smelly bloody goddamn these those
    salauds abrutis aucun aucune i we are all hate love non pas jamais salope saloperie enfoire enfoires
    ordures
""")
)
#: "les hommes politiques" are no men, but a trade.
_MEN = bag("hommes femmes")
_OLD = bag("vieux vieilles gros grosses sourd sourde muets jaunes")
_PLURAL = bag("les des ces aux tous toutes sales vos")
#: "les vieux sont", not "les vieux quartiers".
_AFTER_OLD = bag("""
    crevent votent peuvent ont sont me nous qui c ce ils elles devraient doivent meritent puent coutent et dehors de
""") | {""}
_KINDS = (*PEOPLE, *(f"{kind}:adjective" for kind in ADJECTIVES))


@cache
def _parts() -> Parts:
    """Compile the roles when the first group is named."""
    return Parts(hostile.PARTS)


@cache
def _people() -> Parts:
    """Compile the words for people when one of them may stand in a message."""
    return Parts({**PEOPLE, **{f"{kind}:adjective": words for kind, words in ADJECTIVES.items()}})


def _numbered(view: View, places: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the sentence and the clause of each word, counted from 0."""
    text = view.message.text
    sentences: list[int] = []
    clauses: list[int] = []
    sentence = clause = end = 0
    for at in places:
        start, stop = view.said.span(at, at)
        between = text[end:start] if sentences else ""
        if between in _JOINTS:
            pass
        elif _BREAK.search(between) is not None:
            sentence, clause = sentence + 1, clause + 1
        elif _CLAUSE.search(between) is not None:
            clause += 1
        sentences.append(sentence)
        clauses.append(clause)
        end = max(end, stop)
    return sentences, clauses
