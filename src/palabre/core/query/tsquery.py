"""Words and places as PostgreSQL's ``tsquery``, over the vectors of ``palabre.core.text.lexemes``.

What it cannot say exactly (patterns of letters, capitals, sentences, repeats) it narrows down: each function gives
the bounds of what is found (``expressions.Bounds``).
"""

from palabre.core.query.answers import beginning
from palabre.core.query.expressions import (
    Bounds,
    Expression,
    all_of,
    any_of,
    at_most,
    both,
    condition,
    either,
    exactly,
)
from palabre.core.query.tree import (
    Cased,
    Count,
    Except,
    Fuzzy,
    Near,
    Node,
    Or,
    Part,
    Phrase,
    Same,
    Term,
    Wild,
    Word,
)
from palabre.core.text import tokenize
from palabre.core.text.lexemes import FIELD_GAP

#: Distances spelt out for NEAR; farther words are only asked to be there.
FAR = 30
#: The weight of each part of a message.
_WEIGHTS: dict[Part | None, str] = {None: "", "title": "A", "lead": "B", "text": "D"}


def spot(node: Node, part: Part | None) -> Bounds:
    """Return the bounds of a word or of a spot, in the whole message or in one part."""
    match node:
        case Term() | Wild() | Fuzzy() | Cased():
            return word(node, part)
        case Phrase():
            return phrase(node, part)
        case Near():
            return near(node, part)
        case Same(parts):
            return at_most(both(spot(one, part) for one in parts).maybe)
        case Except(child, _):
            return at_most(spot(child, part).maybe)
        case Count(child, least):
            found = spot(child, part)
            return exactly(True) if least < 1 else found if least == 1 else at_most(found.maybe)
        case Or(children):
            return either(spot(child, part) for child in children)
        case _:
            return at_most(True)


def word(asked: Word, part: Part | None) -> Bounds:
    """Return the bounds of a word."""
    if isinstance(asked, Term):
        return exactly({"words": _term(asked, part)})
    term = _loose(asked)
    return at_most({"words": _term(term, part)} if term is not None else True)


def _loose(asked: Word) -> Term | None:
    """Return a term that whatever answers a word has, ``None`` where there is none."""
    match asked:
        case Term():
            return asked
        case Wild():
            start = beginning(asked)
            return Term(start, prefix=True) if start else None
        case Cased(raw):
            forms = tokenize(raw).forms
            return Term(forms[0].terms[0]) if len(forms) == 1 and forms[0].raw == raw else None
        case Fuzzy():
            return None


def phrase(asked: Phrase, part: Part | None) -> Bounds:
    """Return the bounds of words one after another. An emoji has the place of the word before it: no step."""
    terms = [_loose(one) for one in asked.parts]
    if None in terms:
        return at_most(all_of(word(one, part).maybe for one in asked.parts))
    first, *others = [_term(term, part) for term in terms if term is not None]
    steps = ["<->" if one.step else "<0>" for one in asked.parts[1:]]
    rest = [f" {step} {term}" for step, term in zip(steps, others, strict=True)]
    said: Expression = {"words": f"({first}{''.join(rest)})"}
    return exactly(said) if all(isinstance(one, Term) for one in asked.parts) else at_most(said)


def near(asked: Near, part: Part | None) -> Bounds:
    """Return the bounds of NEAR: two lists of words with each distance spelt out, else all of them anywhere.

    Past ``lexemes.MAX_POSITION`` places are no longer told apart: only a short message is decided so.
    """
    everything = all_of(spot(one, part).maybe for one in asked.parts)
    lists = [_list(one, part) for one in asked.parts]
    if len(lists) != 2 or asked.words > min(FAR, FIELD_GAP - 2) or not all(lists):
        return at_most(everything)
    one, other = (f"({' | '.join(words)})" if len(words) > 1 else words[0] for words in lists if words)
    ways = [(one, other)] if asked.ordered else [(one, other), (other, one)]
    close = [f"{a} <{distance}> {b}" for a, b in ways for distance in range(1, asked.words + 2)]
    here = [f"{one} <0> {other}"]  # an emoji and its word, or words too far in the text to be told apart
    maybe = all_of((everything, any_of({"words": f"({way})"} for way in close + here)))
    if not all(isinstance(leaf, Term) and leaf.step for one in asked.parts for leaf in _alternatives(one)):
        return at_most(maybe)
    sure = all_of((any_of({"words": f"({way})"} for way in close), condition("short")))
    return Bounds(sure, maybe)


def _alternatives(node: Node) -> tuple[Node, ...]:
    return node.children if isinstance(node, Or) else (node,)


def _list(node: Node, part: Part | None) -> list[str]:
    """Return the terms of a word or of an OR of words, none where it is something else."""
    found = []
    for one in _alternatives(node):
        term = _loose(one) if isinstance(one, Term | Wild | Fuzzy | Cased) else None
        if term is None:
            return []
        found.append(_term(term, part))
    return found


def _term(term: Term, part: Part | None = None) -> str:
    escaped = term.term.replace("\\", "\\\\").replace("'", "''")
    flags = ("*" if term.prefix else "") + _WEIGHTS[part]
    return f"'{escaped}':{flags}" if flags else f"'{escaped}'"
