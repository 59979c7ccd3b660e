"""Hostility towards a group that is named: who is meant, what is said of them, and how the speaker stands to it.

Reads sentences that name a group (``groups``) by the roles of their words (``hostile``): "je déteste … les X", "les
X sont … des voleurs", "faudrait … virer les X", "les X ? Ils me dégoûtent". What is denied, told of others, quoted
or fought weighs less or nothing. Work grows with the number of words, which is bounded.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from palabre.core.signals import hostile
from palabre.core.signals.common import bag
from palabre.core.signals.parts import Part
from palabre.core.signals.phrases import HINT, Hit
from palabre.core.signals.sentence import REACH, Group, Sentence
from palabre.core.signals.view import View

#: What remains where others say it, where it is fought, where it is quoted, where it is denied.
TOLD, FOUGHT, QUOTED, DENIED = 0.45, 0.55, 0.3, 0.16
#: What a word of blame near a group weighs by itself.
_NEARBY = 0.5
#: What is found under this weight is not told.
_LEAST = 0.05
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
    #: What the context left of the weight.
    left: float = 1.0


@lru_cache(maxsize=1)  # hate and dehumanising ask for the same message one after the other
def find(view: View) -> tuple[Found, ...]:
    """Return the hostility of a message towards the groups that it names."""
    said = Sentence(view)
    found = [one for group in said.groups for rule in _RULES for one in rule(said, group)]
    lowered = [_in_context(said, one) for one in found]
    return tuple(_placed(said, one) for one in lowered if one.weight > _LEAST)


def hits(view: View) -> list[Hit]:
    """Return what is found as finds of a detector: the hostility, and the group that it is aimed at."""
    found = find(view)
    aimed = {one.group: one for one in sorted(found, key=lambda one: one.weight)}
    spoken = [Hit(*_span(view, one), one.weight, one.why, one.left) for one in found]
    return spoken + [Hit(*_span(view, one), one.weight, f"aims_{group}", one.left) for group, one in aimed.items()]


def vermin(view: View) -> list[Hit]:
    """Return where a group is said to be animals or filth."""
    return [Hit(*_span(view, one), one.weight, "people_as_vermin", one.left) for one in find(view) if one.vermin]


def _placed(said: Sentence, one: Found) -> Found:
    """Return a find with its places among the words of the message, the article or the "je" before it taken in."""
    first = one.first - 1 if one.first and said.words[one.first - 1] in _TAKEN_IN else one.first
    return one._replace(first=said.places[first], last=said.places[one.last])


def _span(view: View, one: Found) -> tuple[int, int]:
    return view.said.span(one.first, one.last)


def _felt(said: Sentence, group: Group) -> Iterator[Found]:
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


def _taken(said: Sentence, group: Group) -> Iterator[Found]:
    """ "je les hais", "faut les virer": a verb that takes a pronoun, once the group is named."""
    for part in said.of("emotion", "act", "remove"):
        near = said.words[max(0, part.first - 2) : part.last + 1]
        if "les" not in near and "leur" not in near:
            continue
        far = said.sentence[part.first] - said.sentence[group.last]
        if not (group.last < part.first and 0 <= far <= REACH):
            continue
        if part.role == "emotion":
            if _is_own(said, part) and not said.denied(part.last + 1, part.last + 2):
                yield _found(group.first, part.last, 0.85, "group_rejected", group)
        elif _is_wanted(said, part):
            yield _found(group.first, part.last, 0.88 if part.role == "act" else 0.7, "group_rejected", group)


def _repelling(said: Sentence, group: Group) -> Iterator[Found]:
    """ "les X me dégoûtent"."""
    for part in said.of("repels"):
        if not (group.last < part.first <= group.last + 8 and said.together(group.last, part.first)):
            continue
        if _is_head(said, group) and not said.denied(group.last + 1, part.last + 3):
            yield _found(group.first, part.last, 0.9 * group.sure, "group_rejected", group)


def _called(said: Sentence, group: Group) -> Iterator[Found]:
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


def _is_predicate(said: Sentence, group: Group, part: Part) -> bool:
    """Tell whether a part is said of a group before it, through "sont", and not denied."""
    if not _is_head(said, group) or said.denied(group.first - 2, part.first):
        return False
    if said.has("treated", group.last, part.first - 1):
        return False
    ties = [one.last for one in said.of("copula") if group.last < one.first and one.last < part.first]
    if ties and "ce" in said.words[group.last + 1 : ties[0]] and not _opens(said, group):
        return False  # "moins que les hommes, c'est une honte"
    if ties:
        return (
            ties[0] - group.last <= 7
            and part.first - ties[0] <= 8
            and said.light(ties[0] + 1, part.first, hostile.FILLER)
        )
    loose = said.words[group.last + 1 : part.first]
    if part.first - group.last <= 6 and not said.one_clause(group.last, part.first):
        named = not {"des", "de", "un", "une", "que"}.isdisjoint(loose)
        return named and said.light(group.last + 1, part.first, hostile.FILLER)
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


def _doing(said: Sentence, group: Group) -> Iterator[Found]:
    """ "les X nous envahissent"."""
    for part in said.of("does"):
        if not (group.last < part.first <= group.last + 6 and said.together(group.last, part.first)):
            continue
        if _is_head(said, group) and not _is_negated_deed(said, group, part):
            yield _found(group.first, part.last, 0.78 * group.sure, "group_accused", group)


def _is_negated_deed(said: Sentence, group: Group, part: Part) -> bool:
    if "pas" in said.words[part.first + 1 : part.last]:
        return True
    own = {"rien", "que", "pas", "plus", "jamais"}.intersection(said.words[part.first : part.last + 1])
    after = said.words[part.last + 1 : part.last + 3]
    if said.denied(group.first - 2, group.first) or (
        not own and ("rien" in after or said.denied(part.first, part.last + 3))
    ):
        return True
    return not own and said.denied(group.last + 1, part.first)


def _wished(said: Sentence, group: Group) -> Iterator[Found]:
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
        near = group.last < part.first <= group.last + (3 if part.role == "away" else 1)
        if near and said.together(group.last, part.first) and said.light(group.last + 1, part.first):
            if said.words[part.first] == "out" and group.sure < 1:
                continue
            yield _found(group.first, part.last, 0.88 if part.role == "away" else 0.9, "group_rejected", group)


_OTHERS = bag("ils elles qui il elle personne nul")
#: Feelings that are nouns are the speaker's only near one of these: "la haine des X est un poison" is not.
_FEELINGS, _MINE = bag("horreur haine degout mepris aversion"), bag("je ai mon ma nous notre avons on")


def _fated(said: Sentence, group: Group) -> Iterator[Found]:
    """ "vivement que les X crèvent", "qu'ils dégagent"."""
    for part in said.of("fate"):
        if not (group.last < part.first <= group.last + 3 and said.together(group.last, part.first)):
            continue
        let = any(group.first - 4 <= one.first and one.last < group.first for one in said.of("let"))
        if (
            let
            and not said.denied(part.last, part.last + 2)
            and not said.has("reported", group.first - 5, group.first)
        ):
            yield _found(group.first, part.last, 0.8 * group.sure, "group_rejected", group)


def _denied(said: Sentence, group: Group) -> Iterator[Found]:
    """ "les X ne sont pas des voleurs", "les X ne volent pas": no hostility at all.

    Told with next to no weight, so that what was learned of the words does not raise it.
    """
    if not _is_head(said, group):
        return
    for part in said.of("bad", "vermin", "does"):
        near = group.last < part.first <= group.last + 8 and said.together(group.last, part.first)
        if near and _is_negated(said, group, part):
            yield _found(group.first, part.last, DENIED, "group_accused", group)._replace(left=DENIED)


def _is_negated(said: Sentence, group: Group, part: Part) -> bool:
    """Tell whether what is said of a group after it is denied, and not "pas que"."""
    if part.role == "does":
        if "pas" in said.words[part.first + 1 : part.last]:
            return True
        own = {"rien", "que", "pas", "plus", "jamais"}.intersection(said.words[part.first : part.last + 1])
        nothing = "rien" in said.words[part.last + 1 : part.last + 3]
        return not own and (nothing or said.denied(group.last + 1, part.last + 3))
    ties = [one.last for one in said.of("copula") if group.last < one.first and one.last < part.first]
    denied = ties and (said.denied(ties[0], part.first) or said.denied(group.first - 3, group.first))
    return bool(denied) and said.light(ties[0] + 1, part.first, _TIED)


def _defended(said: Sentence, group: Group) -> Iterator[Found]:
    """ "on ne devrait jamais refuser un logement à un X": who says so is on their side."""
    for part in said.of("defended"):
        if part.last < group.first <= part.last + 8 and said.together(part.last, group.first):
            yield _found(part.first, group.last, DENIED, "group_rejected", group)._replace(left=DENIED)


def _refused(said: Sentence, group: Group) -> Iterator[Found]:
    """ "aucun X ne mérite d'être aidé": what is owed to all is refused to them."""
    if not any(group.first - 3 <= one.first <= group.first and one.last <= group.first for one in said.of("none")):
        return
    for part in said.of("due"):
        tied = [one for one in said.of("modal", "copula") if group.last < one.first < part.first]
        if tied and part.first <= group.last + 9 and said.together(group.last, part.first):
            yield _found(group.first, part.last, 0.85, "group_rejected", group)


def _unfit(said: Sentence, group: Group) -> Iterator[Found]:
    """ "les X n'ont rien à faire ici", "les X ne savent que voler": what all people share is refused to them."""
    for part in said.of("unfit"):
        if not (group.last < part.first <= group.last + 7 and said.together(group.last, part.first)):
            continue
        if said.words[part.first] in _TAKING_UP and not _is_topic(said, group, part):
            continue
        if (
            not {"moins", "plus", "que"}.isdisjoint(said.words[part.first + 1 : part.last])
            and "pas" in said.words[part.first : part.last]
        ):
            continue
        if _is_head(said, group) and not said.denied(group.first - 3, group.first):
            yield _found(group.first, part.last, 0.82 * group.sure, "group_accused", group)


#: "les X, c'est…", "les X, ça…".
_TAKING_UP = bag("ce ca")
_BEFORE_TOPIC = bag("mais et car bref franchement bon non alors donc pour chez avec")


def _is_topic(said: Sentence, group: Group, part: Part) -> bool:
    """Tell whether "c'est" or "ça" after a group takes it up: it opens its clause, and stands just before."""
    return _opens(said, group) and said.light(group.last + 1, part.first)


def _opens(said: Sentence, group: Group) -> bool:
    """Tell whether a group opens its clause, so that "c'est" after it may take it up."""
    before = group.first - 1
    while before >= 0 and said.words[before] in _ARTICLES:
        before -= 1
    return before < 0 or not said.one_clause(before, group.first) or said.words[before] in _BEFORE_TOPIC


def _menaced(said: Sentence, group: Group) -> Iterator[Found]:
    """ "le prochain X, je le plante", "on viendra brûler les X": a threat of the first person."""
    for part in said.of("menace"):
        far = abs(said.sentence[part.first] - said.sentence[group.first])
        if far or max(part.first - group.last, group.first - part.last) > 8:
            continue
        if not said.denied(part.first - 1, part.last + 2) and not said.has("treated", group.last, part.first):
            yield _found(part.first, part.last, 0.8 * group.sure, "group_rejected", group)


def _drawn(said: Sentence, group: Group) -> Iterator[Found]:
    """ "les X 🐀🐀": animals and filth drawn beside a group, which no word makes innocent."""
    for part in said.of("vermin"):
        near = 0 <= part.first - group.last <= 3 or 0 <= group.first - part.last <= 3
        if near and not said.words[part.first].isalpha() and said.together(part.first, group.first):
            yield _found(part.first, part.last, 0.72, "group_accused", group, True)


def _sneered(said: Sentence, group: Group) -> Iterator[Found]:
    """Words that prove nothing alone: a hint that what was learned may bear out."""
    for part in said.of("sneer"):
        if said.together(part.first, group.first) and not group.first <= part.first <= group.last:
            yield _found(part.first, part.last, HINT, "group_accused", group)


def _shunned(said: Sentence, group: Group) -> Iterator[Found]:
    """ "je ne loue pas à des X", "qui voudrait d'un X": nobody wants to be near."""
    for part in said.of("shun"):
        near = part.last < group.first <= part.last + 5 and said.together(part.last, group.first)
        if near and said.light(part.last + 1, group.first, hostile.FILLER):
            yield _found(part.first, group.last, 0.8, "group_rejected", group)


def _beside(said: Sentence, group: Group) -> Iterator[Found]:
    """A group and, in its clause, a word of blame that nothing denies: a hint that others may bear out."""
    for part in said.of("bad", "vermin"):
        near = group.last < part.first <= group.last + 12 and said.together(group.last, part.first)
        denied = said.denied(group.first - 3, part.last + 2) or said.has("treated", group.last, part.first)
        if near and _is_head(said, group) and not denied:
            yield _found(group.first, part.last, _NEARBY * group.sure, "group_accused", group, False)


def _is_own(said: Sentence, part: Part) -> bool:
    """Tell whether the speaker feels it: no third person just before the verb."""
    before = said.words[max(0, part.first - 4) : part.first]
    if "personne" in said.words[max(0, part.first - 4) : part.first]:
        return False
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


def _is_head(said: Sentence, group: Group) -> bool:
    """Tell whether the sentence speaks of the group, not of what is done to it or of who is against it."""
    before = group.first - 1
    while before >= 0 and said.words[before] in _ARTICLES:
        before -= 1
    if before < 0 or not said.together(before, group.first) or not said.one_clause(before, group.first):
        return True
    if any(part.last == before for part in said.of("act", "remove", "order", "emotion")):
        return False
    if said.words[before] == "que" and not _COMPARING.isdisjoint(said.words[max(0, before - 3) : before]):
        return False  # "payées moins que les X, c'est une honte"
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


_COMPARING = bag("moins plus autant aussi mieux pire")
#: Words between "sont" and what is denied.
_TIED = hostile.FILLER | hostile.NEGATIONS
_COMPLEMENTS = bag("des du aux au")
_ARTICLES = bag("""
    les des du de la le l d un une ces
    ce cet cette tous toutes aux au autres sales sale jeunes
""")
_TAKEN_IN = _ARTICLES | bag("je on nous")


def _in_context(said: Sentence, one: Found) -> Found:
    """Lower what is quoted, told of others, or fought."""
    left = one.left
    start = said.view.said.span(said.places[one.first], said.places[one.first])[0]
    agreed = any(not said.denied(part.first - 2, part.first + 1) for part in said.of("approved"))
    if said.view.is_quoted(start + 1) and not agreed:
        left *= QUOTED
    told = [p for p in said.of("reported") if 0 <= one.first - p.last <= 8 and said.together(p.first, one.first)]
    own = any(p.first <= t.last and t.first <= p.last for p in said.of("own", "not_fought") for t in told)
    if told and not own and not agreed:
        left *= TOLD
    fought = [p for p in said.of("fought") if abs(said.sentence[p.first] - said.sentence[one.first]) <= 1]
    fought = [p for p in fought if not any(n.first <= p.first <= n.last for n in said.of("not_fought"))]
    if any(not one.first <= p.first <= one.last for p in fought):
        left *= FOUGHT
    return one._replace(weight=one.weight * left / one.left, left=left)


def _found(first: int, last: int, weight: float, why: str, group: Group, vermin: bool = False) -> Found:
    return Found(min(first, group.first), max(last, group.last), weight, why, group.kind, vermin)


_RULES = (
    _felt,
    _taken,
    _repelling,
    _called,
    _doing,
    _denied,
    _defended,
    _wished,
    _fated,
    _refused,
    _unfit,
    _shunned,
    _menaced,
    _drawn,
    _beside,
    _sneered,
)
