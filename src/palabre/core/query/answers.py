"""Does one token answer one word of a query? All that can be said of it without knowing where it stands.

Live matching may remember the answer for each form; ``said`` asks it of each token.
"""

import re
from functools import lru_cache
from unicodedata import normalize

from palabre.core.query.distance import within
from palabre.core.query.tree import Cased, Fuzzy, Term, Wild, Word
from palabre.core.text import Form, fold

#: What distinguishes kinds of terms: a fuzzy word never turns a word into a tag, a handle or a link.
_SIGNS = "#@/="
_WILDCARD = re.compile(r"[*?]")


def answers(word: Word, form: Form) -> bool:
    """Tell whether a token of this form answers a word of a query."""
    match word:
        case Term(term, prefix):
            return any(said.startswith(term) for said in form.terms) if prefix else term in form.terms
        case Wild(pattern):
            return any(map(like(pattern), written(form.terms, exactly=pattern.startswith("="))))
        case Fuzzy(term, edits):
            return any(resembles(term, said, edits) for said in form.terms)
        case Cased(raw):
            return form.raw == raw or (not form.raw.isascii() and normalize("NFC", form.raw) == raw)


def written(terms: tuple[str, ...], *, exactly: bool) -> list[str]:
    """Return the folded terms of a form, or the exact writing of each: ``=ete`` for a plain ``ete``."""
    if not exactly:
        return [term for term in terms if term[0] != "="]
    following = (*terms[1:], "")
    pairs = zip(terms, following, strict=True)
    return [after if after[:1] == "=" else "=" + term for term, after in pairs if term[0] != "="]


def resembles(asked: str, said: str, edits: int) -> bool:
    """Tell whether a term is at most so many edits away from the one asked, of the same kind."""
    return _sign(asked) == _sign(said) and within(asked, said, edits)


def _sign(term: str) -> str:
    return term[0] if term[0] in _SIGNS else ""


@lru_cache(maxsize=4_096)
def like(pattern: str) -> "_Like":
    """Return what tells whether a term is like a pattern."""
    return _Like(pattern)


class _Like:
    """A pattern ready to be asked, in time proportional to the term times the pattern.

    Each piece between two asterisks takes its first place and keeps it (atomic groups): what follows can only have
    more room so, hence nothing is ever tried twice.
    """

    __slots__ = ("_beginning", "_fullmatch")

    def __init__(self, pattern: str) -> None:
        self._beginning = _WILDCARD.split(pattern, maxsplit=1)[0]
        first, *others = [_piece(piece) for piece in re.split(r"\*+", pattern)]
        middle = "".join([f"(?>.*?{piece})" for piece in others[:-1] if piece])
        last = f".*{others[-1]}" if others else ""
        self._fullmatch = re.compile(first + middle + last, re.DOTALL).fullmatch

    def __call__(self, term: str) -> bool:
        return term.startswith(self._beginning) and self._fullmatch(term) is not None


def _piece(piece: str) -> str:
    return "".join(["." if sign == "?" else re.escape(sign) for sign in piece])


def beginning(word: Word) -> str:
    """Return the folded beginning of every folded term that can answer a word, '' where nothing is sure.

    For search and anchors: what does not begin so cannot answer.
    """
    match word:
        case Term(term):
            return fold(term.removeprefix("="))
        case Wild(pattern):
            return fold(_WILDCARD.split(pattern, maxsplit=1)[0].removeprefix("="))
        case Fuzzy():
            return ""
        case Cased(raw):
            return fold(raw)
