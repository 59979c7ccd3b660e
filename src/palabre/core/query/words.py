"""What a word or a phrase of a query asks for, by the same cutting as messages.

- An accented word asks for its exact form, an unaccented one for any (``Form.asked``).
- ``l’été`` asks for *été*: the elided word in front is dropped, unless quoted.
- ``covid-19`` asks for *covid 19* as a phrase, or *covid19* (hence ``#covid19``).
- ``exemple.fr`` asks for it as a phrase, or as the host of a link.
- ``vaccin*`` asks for what starts so.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from palabre.core.query import diagnostics as tell
from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.tree import Node, Or, Phrase, Span, Term
from palabre.core.text import Tokens, tokenize
from palabre.core.text.characters import APOSTROPHES, HYPHENS
from palabre.core.text.forms import MAX_TERM

#: Letters needed before an asterisk.
LEAST_PREFIX = 2
#: Words that lose their vowel before another.
ELIDED = frozenset(("l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"))
_LOWER_OPERATORS = frozenset(("and", "or", "not", "et", "ou", "sauf"))
_FIELDS = (
    "author|from|to|site|url|link|title|lead|source|network|kind|lang|language|country|hashtag|mention|thread|"
    "followers|engagement|reach|published|hour|has|is|sentiment|signal|visibility|decision|topic|intitle|inurl"
)
_FOREIGN = re.compile(rf"(?:{_FIELDS}):\S|O?NEAR/\d|[^~]*~\d|XNOT$|SAME:")
_WILDCARD_INSIDE = re.compile(r"(?<=\w)\*+(?=\w)")
_WILDCARD_FIRST = re.compile(r"(?<![\w*])\*+(?=\w)")
_TOP_LEVEL = re.compile(r"[a-z]{2,10}")


class Asked(NamedTuple):
    """What was asked (``None``: nothing that can be searched), and what there is to tell about it."""

    node: Node | None
    diagnostics: list[Diagnostic]


def word(text: str, start: int, span: Span) -> Asked:
    """Read a word written without quotation marks at ``start`` of the query."""
    tokens = tokenize(text)
    found = list(_wildcards(text, start, tokens))
    if text in _LOWER_OPERATORS:
        found.append(tell.lower_case_operator(span, text))
    elif _FOREIGN.match(text) is not None:
        found.append(tell.not_an_operator(span, text))
    terms = _terms(text, start, tokens)
    if not terms:
        return Asked(None, [*found, tell.nothing_to_search(span, text)])
    if len(terms) == 1:
        return Asked(terms[0], found)
    first = 1 if _is_elided(text, tokens) else 0
    node = _sequence(terms[first:], span)
    other = _other_writing(text, tokens, terms, first)
    return Asked(Or((node, other), span) if other is not None and other != node else node, found)


def phrase(text: str, start: int, span: Span) -> Asked:
    """Read what stands between quotation marks: every word counts, as written."""
    tokens = tokenize(text)
    found = list(_wildcards(text, start, tokens))
    terms = _terms(text, start, tokens)
    if not terms:
        return Asked(None, [*found, tell.nothing_to_search(span, text)])
    return Asked(_sequence(terms, span), found)


def _terms(text: str, start: int, tokens: Tokens) -> list[Term]:
    """Return one term a token; an asterisk just after a token makes it a prefix."""
    return [
        Term(
            form.asked, form.kind != "emoji" and text[end : end + 1] == "*", form.step, (start + begin, start + end)
        )
        for form, begin, end in zip(tokens.forms, tokens.starts, tokens.ends, strict=True)
    ]


def _sequence(terms: list[Term], span: Span) -> Node:
    return terms[0] if len(terms) == 1 else Phrase(tuple(terms), span)


def _wildcards(text: str, start: int, tokens: Tokens) -> Iterator[Diagnostic]:
    """Tell about asterisks that cannot be read."""
    if "*" not in text:
        return
    for match in _WILDCARD_FIRST.finditer(text):
        yield tell.leading_wildcard((start + match.start(), start + match.end()))
    for match in _WILDCARD_INSIDE.finditer(text):
        yield tell.inner_wildcard((start + match.start(), start + match.end()))
    for form, begin, end in zip(tokens.forms, tokens.starts, tokens.ends, strict=True):
        if text[end : end + 1] == "*" and form.kind != "emoji" and len(form.fold.strip("#@/")) < LEAST_PREFIX:
            yield tell.short_wildcard((start + begin, start + end + 1), LEAST_PREFIX)


def _is_elided(text: str, tokens: Tokens) -> bool:
    return tokens.forms[0].fold in ELIDED and text[tokens.ends[0] : tokens.starts[1]] in set(APOSTROPHES)


def _other_writing(text: str, tokens: Tokens, terms: list[Term], first: int) -> Term | None:
    """Return the one-word writing of a compound: covid-19 as covid19, exemple.fr as the host of a link."""
    forms = tokens.forms[first:]
    if len(forms) < 2:
        return None
    gaps = {text[end:begin] for end, begin in zip(tokens.ends[first:], tokens.starts[first + 1 :], strict=False)}
    if gaps <= set(HYPHENS) and all(form.kind in ("word", "number") for form in forms):
        return _joined(tokens, terms, first)
    if gaps == {"."} and text.isascii() and _TOP_LEVEL.fullmatch(forms[-1].fold) is not None:
        host = ".".join([form.fold for form in forms])
        return Term(f"//{host}"[:MAX_TERM], terms[-1].prefix, 1, (terms[first].span[0], terms[-1].span[1]))
    return None


def _joined(tokens: Tokens, terms: list[Term], first: int) -> Term:
    folded = "".join([form.fold for form in tokens.forms[first:]])[:MAX_TERM]
    exactly = "".join([form.exact for form in tokens.forms[first:]])[:MAX_TERM]
    asked = folded if folded == exactly else "=" + exactly
    return Term(asked, terms[-1].prefix, 1, (terms[first].span[0], terms[-1].span[1]))
