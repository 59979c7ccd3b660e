"""Words and phrases of other tools as ours: which wildcards count, what is case-sensitive, what keeps its signs."""

import re
from collections.abc import Iterable

from palabre.core.query import diagnostics as say
from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.dialects import telling
from palabre.core.query.dialects.branch import Effect, Lost
from palabre.core.query.dialects.branch import lost as lost_part
from palabre.core.query.dialects.syntax import Made, ReadWords
from palabre.core.query.patterns import MAX_PATTERN, compiled
from palabre.core.query.tree import (
    Cased,
    Node,
    Or,
    Pattern,
    Phrase,
    Span,
    Term,
    Wild,
    Word,
)  # fmt: skip
from palabre.core.query.words import MAX_CASED, Asked, phrase, word
from palabre.core.text import fold, tokenize

#: What our own language says of words that mean something in it, and nothing elsewhere.
_OURS = frozenset(("lower_case_operator", "not_an_operator"))
_ENGLISH = re.compile(r"and|or|not|xnot|o?near/\d{1,5}f?")
#: Signs that mean something in our words, and nothing in those of other tools.
_OUR_SIGNS = "~!|&"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LOOSE = re.compile(r"~\d+")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def reader(wild: str = "*?", *, in_phrases: bool = False, escapes: bool = False, folds: bool = False) -> ReadWords:
    """Return what reads words and phrases of a dialect.

    ``wild``: its wildcards; ``in_phrases``: they count there too; ``escapes``: a backslash takes the next sign as
    it is; ``folds``: accents never count there.
    """

    def read(text: str, start: int, span: Span, quoted: bool) -> Made:
        plain = _ESCAPED.sub(" \\1", text) if escapes else text
        kept = wild if in_phrases or not quoted else ""
        if _ADDRESS.match(plain.lstrip()) is not None:  # its signs are parts of it
            return understood(asked(plain, start, span, quoted, text), text, span)
        blank = [sign for sign in "*?" if sign not in kept]
        told = [_ignored(span, text) for sign in blank if sign in plain and sign in "*" + wild][:1]
        plain = plain.translate({ord(sign): " " for sign in (*blank, *("" if quoted else _OUR_SIGNS))})
        made = understood(asked(plain, start, span, quoted, text), text, span)
        return _folded(made, told) if folds else Made(made.leaf, (*told, *made.told))

    return read


def asked(text: str, start: int, span: Span, quoted: bool, written: str = "") -> Asked:
    """Return what our own language asks by a word or a phrase, which was ``written`` so."""
    if _LOOSE.fullmatch(written) is not None and not quoted:
        return Asked(None, [say.loose_distance(span, written)])
    if not text.strip():
        return Asked(None, [say.nothing_to_search(span, written or text)])
    return (phrase if quoted else word)(text, start, span)


def _ignored(span: Span, text: str) -> Diagnostic:
    as_told = ("le signe n’y remplace rien, il est laissé de côté", "the sign stands for nothing there: left out")
    return telling.read_otherwise(span, text, *as_told)


def _folded(made: Made, told: Iterable[Diagnostic]) -> Made:
    found = made.leaf
    node = found if found is None or isinstance(found, Lost) else unaccented(found)
    return Made(node, (*told, *made.told))


def understood(read: Asked, written: str, span: Span) -> Made:
    """Return what was asked; where our language cannot ask it, it is left out and told."""
    wrong = next((found for found in read.diagnostics if _is_wrong(found)), None)
    told = tuple(found for found in read.diagnostics if found.severity == "warning" and _concerns(found, written))
    if wrong is None and read.node is None and not told:
        told = (say.nothing_to_search(span, written),)
    if wrong is None:
        return Made(read.node, told)
    french, english = (_reason(sentence) for sentence in (wrong.fr, wrong.en))

    def tell(effect: Effect) -> Diagnostic:
        return telling.value_lost(span, written, french, english, effect)

    return Made(lost_part(tell), told)


def _is_wrong(found: Diagnostic) -> bool:
    return found.severity == "error" and found.code not in _OURS


def _concerns(found: Diagnostic, written: str) -> bool:
    return found.code not in _OURS or _ENGLISH.fullmatch(written) is not None


def _reason(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def unaccented(node: Node) -> Node:
    """Return the words of a node without their accents."""
    match node:
        case Term(term) if term.startswith("="):
            return Term(fold(term[1:]), node.prefix, node.step, node.span)
        case Wild(pattern) if pattern.startswith("="):
            return Wild(fold(pattern[1:]), node.step, node.span)
        case Phrase(parts):
            return Phrase(tuple(map(_unaccented_word, parts)), node.span)
        case Or(children):
            return Or(tuple(dict.fromkeys(map(unaccented, children))), node.span)
        case _:
            return node


def _unaccented_word(part: Word) -> Word:
    plain = unaccented(part)
    return plain if isinstance(plain, Term | Wild) else part


def cased(text: str, start: int, span: Span, quoted: bool = True) -> Made:
    """Read words that count their capitals: ``{BT}``, ``{Air France}``."""
    if len(text) > MAX_CASED:
        return understood(asked(text, start, span, True), text, span)
    tokens = tokenize(text)
    places = zip(tokens.forms, tokens.starts, tokens.ends, strict=True)
    parts = tuple(Cased(form.raw, form.step, (start + first, start + last)) for form, first, last in places)
    if not parts:
        return understood(asked(text, start, span, True), text, span)
    return Made(parts[0] if len(parts) == 1 else Phrase(parts, span))


def everything(text: str, span: Span) -> Made:
    """Read what every message answers: it adds nothing to what else is asked."""

    def tell(effect: Effect) -> Diagnostic:
        return telling.all_messages(span, text, effect)

    return Made(lost_part(tell))


def exactly(text: str, start: int, span: Span) -> Made:
    """Read words to be written with the accents that are written, and no others."""
    return understood(phrase(text, start, span, "exact"), text, span)


def expression(text: str, span: Span) -> Made:
    """Read a regular expression that must describe a whole word, as Elasticsearch means it."""
    return _pattern(rf"\b(?:{text})\b", text, span)


def raw(text: str, span: Span) -> Made:
    """Read a text that keeps its signs: ``raw:C++`` finds *C++* and not *C*."""
    before, after = (r"\b" if sign.isalnum() else "" for sign in (text[:1], text[-1:]))
    return _pattern(f"{before}{_escaped(text)}{after}", text, span)


def _escaped(text: str) -> str:
    """Escape for RE2, which takes a backslash before ASCII punctuation only."""
    return "".join([sign if sign.isalnum() or not sign.isascii() else f"\\{sign}" for sign in text])


def _pattern(pattern: str, written: str, span: Span) -> Made:
    found = Pattern(pattern, False, span)
    if len(pattern) <= MAX_PATTERN and _can_be_compiled(found):
        return Made(found)
    reason = ("cette expression n’est pas acceptée", "this expression is not accepted")

    def tell(effect: Effect) -> Diagnostic:
        return telling.value_lost(span, written, *reason, effect)

    return Made(lost_part(tell))


def _can_be_compiled(pattern: Pattern) -> bool:
    try:
        compiled(pattern)
    except ValueError:
        return False
    return True
