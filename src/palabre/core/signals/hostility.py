"""Hostility towards a group that is named: who is meant, what is said of them, and how the speaker stands to it.

Reads sentences that name a group (``groups``) by the roles of their words (``hostile``): "je déteste … les X", "les
X sont … des voleurs", "faudrait … virer les X", "les X ? Ils me dégoûtent". What is denied, told of others, quoted
or fought weighs less or nothing. Work grows with the number of words, which is bounded.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from palabre.core.signals import hostile
from palabre.core.signals.common import bag
from palabre.core.signals.groups import ADJECTIVES, BEFORE, PEOPLE
from palabre.core.signals.parts import Part, Parts
from palabre.core.signals.phrases import Hit
from palabre.core.signals.view import View

#: Words read of one message, and groups looked at.
MAX_WORDS, MAX_GROUPS = 600, 12
#: Sentences after a group is named in which "ils" still means it.
_REACH = 2
#: What remains where others say it, where it is fought, where it is quoted, and where "ils" stands for the group.
TOLD, FOUGHT, QUOTED, THEY = 0.45, 0.55, 0.3, 0.9
#: What is found under this weight is not told.
_LEAST = 0.1
_BREAK = re.compile(r"[.!?…;]+(?:\s|$)|\n|[.!?…]{2,}")
_CLAUSE = re.compile(r"[,:()–—]")
_MILD = bag("""
    probleme problemes moche moches hypocrite hypocrites
    nul nulle nuls nulles menace danger
""")


class Found(NamedTuple):
    """Hostility found: words ``first`` to ``last``, how sure 0..1, why, towards whom, and whether as vermin."""

    first: int
    last: int
    weight: float
    why: str
    group: str
    vermin: bool


class _Group(NamedTuple):
    first: int
    last: int
    kind: str
    #: 1, or less where a pronoun stands for the group.
    sure: float


class Sentence:
    """One message cut into roles. Made once for each message that names a group."""

    def __init__(self, view: View) -> None:
        self.view = view
        kept = [(at, word) for at, word in enumerate(view.words[:MAX_WORDS]) if word != "ne"]
        self.places = [at for at, _ in kept]
        self.words = [word for _, word in kept]
        self.sentence, self.clause = _numbered(view, self.places)
        self.parts: dict[str, list[Part]] = {}
        for part in _parts().find(self.words):
            self.parts.setdefault(part.role, []).append(part)
        self.groups = list(self._groups())[:MAX_GROUPS]

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
        return all(word in words or self._is_group(at) for at, word in enumerate(self.words[first:last], first))

    def denied(self, first: int, last: int) -> bool:
        """Tell whether a negation stands between two places, but for "pas que"."""
        return any(
            self.words[at] in hostile.NEGATIONS and self.words[at + 1 : at + 2] not in (["que"], ["seulement"])
            for at in range(max(0, first), min(last, len(self.words)))
        )

    def has(self, role: str, first: int, last: int) -> bool:
        """Tell whether a part of a role begins between two places."""
        return any(first <= part.first <= last for part in self.parts.get(role, ()))

    def _is_group(self, at: int) -> bool:
        return any(part.first <= at <= part.last for part in self.of(*_KINDS))

    def _groups(self) -> Iterator[_Group]:
        named = sorted(part for part in self.of(*_KINDS) if self._names_people(part))
        for part in named:
            yield _Group(part.first, part.last, part.role.split(":")[0], 1.0)
        for they in self.of("they"):
            before = [part for part in named if part.last < they.first]
            if before and self.sentence[they.first] - self.sentence[before[-1].last] <= _REACH:
                yield _Group(they.first, they.last, before[-1].role.split(":")[0], THEY)

    def _names_people(self, part: Part) -> bool:
        """Tell whether an adjective stands for people here: "les noirs", not "les chats noirs"."""
        if not part.role.endswith(":adjective"):
            return True
        before = self.words[part.first - 1] if part.first else ""
        after = self.words[part.last + 1] if part.last + 1 < len(self.words) else ""
        if self.words[part.first] in _OLD and before not in _PLURAL:
            return False
        return before in BEFORE and (self.words[part.first] not in _OLD or after in _AFTER_OLD)


_OLD = bag("vieux vieilles gros grosses sourd sourde muets jaunes")
_PLURAL = bag("les des ces aux tous toutes sales vos")
#: "les vieux sont", not "les vieux quartiers".
_AFTER_OLD = bag("sont me nous qui c ce ils elles devraient doivent meritent puent coutent et dehors de") | {""}
_KINDS = (*PEOPLE, *(f"{kind}:adjective" for kind in ADJECTIVES))


@cache
def _parts() -> Parts:
    """Compile the roles when the first group is named."""
    people = {**PEOPLE, **{f"{kind}:adjective": words for kind, words in ADJECTIVES.items()}}
    return Parts({**hostile.PARTS, **people})


def _numbered(view: View, places: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the sentence and the clause of each word, counted from 0."""
    text = view.message.text
    sentences: list[int] = []
    clauses: list[int] = []
    sentence = clause = end = 0
    for at in places:
        start, stop = view.said.span(at, at)
        between = text[end:start] if sentences else ""
        if _BREAK.search(between) is not None:
            sentence, clause = sentence + 1, clause + 1
        elif _CLAUSE.search(between) is not None:
            clause += 1
        sentences.append(sentence)
        clauses.append(clause)
        end = max(end, stop)
    return sentences, clauses


def find(view: View) -> list[Found]:
    """Return the hostility of a message towards the groups that it names."""
    said = Sentence(view)
    found = [one for group in said.groups for rule in _RULES for one in rule(said, group)]
    lowered = [_in_context(said, one) for one in found]
    return [_placed(said, one) for one in lowered if one.weight > _LEAST]


def hits(view: View) -> list[Hit]:
    """Return what is found as finds of a detector: the hostility, and the group that it is aimed at."""
    found = find(view)
    aimed = {one.group: one for one in sorted(found, key=lambda one: one.weight)}
    spoken = [Hit(*_span(view, one), one.weight, one.why) for one in found]
    return spoken + [Hit(*_span(view, one), one.weight, f"aims_{group}") for group, one in aimed.items()]


def vermin(view: View) -> list[Hit]:
    """Return where a group is said to be animals or filth."""
    return [Hit(*_span(view, one), one.weight, "people_as_vermin") for one in find(view) if one.vermin]


def _placed(said: Sentence, one: Found) -> Found:
    """Return a find with its places among the words of the message, the article before it taken in."""
    first = one.first - 1 if one.first and said.words[one.first - 1] in _ARTICLES else one.first
    return one._replace(first=said.places[first], last=said.places[one.last])


def _span(view: View, one: Found) -> tuple[int, int]:
    return view.said.span(one.first, one.last)


def _felt(said: Sentence, group: _Group) -> Iterator[Found]:
    """ "je hais les X", "marre des X", "sales X": what stands before the group takes it."""
    for part in said.of("emotion", "against", "dirt"):
        near = part.last < group.first and group.first - part.last <= 7 and said.together(part.last, group.first)
        if not near or not said.light(part.last + 1, group.first):
            continue
        if part.role == "emotion" and not _is_own(said, part):
            continue
        if said.denied(part.first - 2, part.first) or said.denied(part.last + 1, group.first):
            continue
        why, sure = ("group_insulted", 0.93) if part.role == "dirt" else ("group_rejected", 0.9)
        if part.role == "dirt" and part.last + 1 != group.first and group.first - part.last > 2:
            continue
        yield _found(part.first, group.last, sure, why, group)


def _taken(said: Sentence, group: _Group) -> Iterator[Found]:
    """ "je les hais", "faut les virer": a verb that takes a pronoun, once the group is named."""
    for part in said.of("emotion", "act", "remove"):
        before = said.words[part.first - 1] if part.first else ""
        if before not in ("les", "leur") and said.words[part.first - 2 : part.first] != ["tous", "les"]:
            continue
        far = said.sentence[part.first] - said.sentence[group.last]
        if not (group.last < part.first and 0 <= far <= _REACH):
            continue
        if part.role == "emotion":
            if _is_own(said, part) and not said.denied(part.last + 1, part.last + 2):
                yield _found(group.first, part.last, 0.85, "group_rejected", group)
        elif _is_wanted(said, part):
            yield _found(group.first, part.last, 0.88 if part.role == "act" else 0.7, "group_rejected", group)


def _repelling(said: Sentence, group: _Group) -> Iterator[Found]:
    """ "les X me dégoûtent"."""
    for part in said.of("repels"):
        if not (group.last < part.first <= group.last + 8 and said.together(group.last, part.first)):
            continue
        if _is_head(said, group) and not said.denied(group.last + 1, part.last + 3):
            yield _found(group.first, part.last, 0.9 * group.sure, "group_rejected", group)


def _called(said: Sentence, group: _Group) -> Iterator[Found]:
    """ "les X sont des voleurs", "des rats, ces X"."""
    for part in said.of("bad", "vermin"):
        sure = 0.68 if said.words[part.last] in _MILD else 0.9
        if group.last < part.first and said.together(group.last, part.first):
            if not _is_predicate(said, group, part):
                continue
        elif part.last < group.first and said.together(part.last, group.first):
            tied = said.words[part.last + 1 : group.first]
            if (
                tied not in (["ces"], ["tous", "ces"], ["les"])
                or said.clause[part.last] == said.clause[group.first]
            ):
                continue
            if said.denied(part.first - 4, part.first):
                continue
        else:
            continue
        yield _found(
            min(group.first, part.first), max(group.last, part.last), sure * group.sure, "group_accused", group,
            part.role == "vermin",
        )  # fmt: skip


def _is_predicate(said: Sentence, group: _Group, part: Part) -> bool:
    """Tell whether a part is said of a group before it, through "sont", and not denied."""
    if not _is_head(said, group) or said.denied(group.first - 2, part.first):
        return False
    if said.has("treated", group.last, part.first - 1):
        return False
    ties = [one.last for one in said.of("copula") if group.last < one.first and one.last < part.first]
    if ties:
        return (
            ties[0] - group.last <= 7
            and part.first - ties[0] <= 8
            and said.light(ties[0] + 1, part.first, hostile.FILLER)
        )
    loose = said.words[group.last + 1 : part.first]
    return loose in (
        ["ce"],
        ["tous", "des"],
        ["tous"],
        ["toutes", "des"],
        ["toutes"],
        ["que", "des"],
        ["bande", "de"],
    ) or (loose[:1] == ["ce"] and len(loose) <= 4)


#: What ties without a verb: "les X, tous des voleurs".
_LOOSE = frozenset(["ce", "tous des", "tous", "toutes des", "toutes", "que des", "bande de", "une bande de"])


def _doing(said: Sentence, group: _Group) -> Iterator[Found]:
    """ "les X nous envahissent"."""
    for part in said.of("does"):
        if not (group.last < part.first <= group.last + 6 and said.together(group.last, part.first)):
            continue
        if _is_head(said, group) and not _is_negated_deed(said, group, part):
            yield _found(group.first, part.last, 0.78 * group.sure, "group_accused", group)


def _is_negated_deed(said: Sentence, group: _Group, part: Part) -> bool:
    own = {"rien", "que", "pas", "plus"}.intersection(said.words[part.first : part.last + 1])
    return said.denied(group.first - 2, part.first) or (not own and said.denied(part.last + 1, part.last + 2))


def _wished(said: Sentence, group: _Group) -> Iterator[Found]:
    """ "les X devraient crever", "faut tuer les X", "virez les X", "les X dehors"."""
    for part in said.of("wish"):
        if group.last < part.first <= group.last + 10 and said.together(group.last, part.first):
            modal = [one for one in said.of("modal") if group.last < one.first and one.last < part.first]
            if modal and _is_head(said, group) and not said.denied(group.first - 2, part.first):
                yield _found(group.first, part.last, 0.92 * group.sure, "group_rejected", group)
    for part in said.of("act", "remove", "order"):
        near = part.last < group.first <= part.last + 7 and said.together(part.last, group.first)
        if near and said.light(part.last + 1, group.first) and _is_wanted(said, part):
            sure = 0.75 if part.role == "remove" else 0.92
            yield _found(part.first, group.last, sure, "group_rejected", group)
    for part in said.of("away", "tail"):
        if group.last < part.first <= group.last + (3 if part.role == "away" else 1) and said.together(
            group.last, part.first
        ):
            yield _found(group.first, part.last, 0.88 if part.role == "away" else 0.9, "group_rejected", group)


_OTHERS = bag("ils elles qui il elle personne nul")
#: Feelings that are nouns are the speaker's only near one of these: "la haine des X est un poison" is not.
_FEELINGS, _MINE = bag("horreur haine degout mepris aversion"), bag("je ai mon ma nous notre avons que")


def _is_own(said: Sentence, part: Part) -> bool:
    """Tell whether the speaker feels it: no third person just before the verb."""
    before = said.words[max(0, part.first - 3) : part.first]
    if said.words[part.first] in _FEELINGS and _MINE.isdisjoint(before):
        return False
    return not {"il", "elle", "ils", "elles", "qui", "tu", "vous"}.intersection(before) or "je" in before


def _is_wanted(said: Sentence, part: Part) -> bool:
    """Tell whether an act is wanted by the speaker: an order, or after "faut", "je vais", "on devrait"."""
    if part.role == "order":
        return not said.denied(part.last + 1, part.last + 2)
    modal = [one for one in said.of("modal") if part.first - 6 <= one.first and one.last < part.first]
    if not modal or not said.together(modal[0].first, part.first):
        return False
    at = modal[0].first
    before = said.words[max(0, at - 2) : at]
    if not _OTHERS.isdisjoint(before) and said.words[at] not in ("faut", "faudrait", "fallait"):
        return False
    return not said.denied(at - 2, part.first)


def _is_head(said: Sentence, group: _Group) -> bool:
    """Tell whether the sentence speaks of the group, not of what is done to it or of who is against it."""
    before = group.first - 1
    while before >= 0 and said.words[before] in _ARTICLES:
        before -= 1
    if before < 0 or not said.together(before, group.first) or not said.one_clause(before, group.first):
        return True
    if any(part.last == before for part in said.of("act", "remove", "order", "emotion")):
        return False
    start = before
    while start > 0 and said.one_clause(start - 1, group.first):
        start -= 1
    if "qui" in said.words[start : group.first] and said.words[start] != "qui":
        return False
    return _is_subject(said, before, start)


def _is_subject(said: Sentence, before: int, start: int) -> bool:
    """Tell whether a group after the word ``before`` completes no other word: "la haine des X" is not of the X."""
    word = said.words[before]
    if said.words[before + 1] not in _COMPLEMENTS and word not in hostile.OF:
        return True
    head = said.words[before - 1] if word in hostile.OF and before else word
    return head in hostile.OF_THEM or word in hostile.OF_THEM or before == start


_COMPLEMENTS = bag("des du aux au")
_ARTICLES = bag("""
    les des du de la le l d un une ces
    ce cet cette tous toutes aux au autres sales sale jeunes
""")


def _in_context(said: Sentence, one: Found) -> Found:
    """Lower what is quoted, told of others, or fought."""
    left = 1.0
    start = said.view.said.span(said.places[one.first], said.places[one.first])[0]
    if said.view.is_quoted(start + 1):
        left *= QUOTED
    told = [p for p in said.of("reported") if 0 <= one.first - p.last <= 8 and said.together(p.first, one.first)]
    own = any(p.first <= t.last and t.first <= p.last for p in said.of("own") for t in told)
    if told and not own:
        left *= TOLD
    fought = [p for p in said.of("fought") if abs(said.sentence[p.first] - said.sentence[one.first]) <= 1]
    fought = [p for p in fought if not any(n.first <= p.first <= n.last for n in said.of("not_fought"))]
    if any(not one.first <= p.first <= one.last for p in fought):
        left *= FOUGHT
    return one._replace(weight=one.weight * left)


def _found(first: int, last: int, weight: float, why: str, group: _Group, vermin: bool = False) -> Found:
    return Found(min(first, group.first), max(last, group.last), weight, why, group.kind, vermin)


_RULES = (_felt, _taken, _repelling, _called, _doing, _wished)
