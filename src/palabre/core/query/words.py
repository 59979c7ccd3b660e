"""What a word or a phrase of a query asks for, by the same cutting as messages.

- An accented word asks for its exact form, an unaccented one for any (``Form.asked``); a *mode* says otherwise:
  ``fold`` any form in both cases, ``exact`` the written one in both.
- ``l’été`` asks for *été*: the elided word in front is dropped, unless quoted.
- ``covid-19`` asks for *covid 19* as a phrase, or *covid19* (hence ``#covid19``).
- ``exemple.fr`` asks for it as a phrase, or as the host of a link.
- ``vaccin*`` asks for what starts so, ``v*n`` and ``v?n`` for what looks so.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias
from unicodedata import normalize

from palabre.core.query import diagnostics as tell
from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.tree import Cased, Fuzzy, Near, Node, Or, Phrase, Span, Term, Wild, Word
from palabre.core.text import Form, Tokens, tokenize
from palabre.core.text.characters import APOSTROPHES, HYPHENS
from palabre.core.text.forms import MAX_TERM

#: Letters needed before an asterisk, and in a word of which the spelling may vary.
LEAST_PREFIX, LEAST_FUZZY = 2, 4
#: Words that may stand between others at most.
MAX_NEAR = 100
#: Words, phrases and values that are read of one query: beyond, it is refused before a second has gone.
MAX_WORDS = 15_000
#: Words close together at most, in one expression.
MAX_CLOSE = 16
#: Characters between braces.
MAX_CASED = 50
#: Words that lose their vowel before another.
ELIDED = frozenset(("l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"))

#: How letters are compared.
Mode: TypeAlias = Literal["usual", "fold", "exact"]

_LOWER_OPERATORS = frozenset(("and", "or", "not", "et", "ou", "sauf", "near", "onear", "proche", "xnot"))
_OTHER_OPERATORS = frozenset(("NON", "SANS"))
_LOWER_NEAR = re.compile(r"(?:[oO]?[nN]ear|[pP]roche)/\d+")
#: What a sign is a part of: Canal+, C#, $TSLA, .NET, 100€, 5%.
_NAMED = re.compile(
    r"[^\W\d_]+(?:\+\+?|#)|\$[A-Za-z]{1,6}|\.[A-Za-z]{2,}|[€$£]\d[\d.,]{0,20}|\d(?:[\d.,]{0,20}\d)?[€$£%]"
)
_LOOSE = re.compile(r"~\d*")
_OTHERS = frozenset(("|", "||", "&&", "!"))
_FUZZY = re.compile(r"(.+)~(\d*)", re.DOTALL)
_TOP_LEVEL = re.compile(r"[a-z]{2,10}")
_LEADING = re.compile(r"(?<![\w*?])[*?]+(?=\w)")
#: What stands for an asterisk and a question mark while a word is cut: letters that folding leaves alone.
_STAR, _ONE = "\ua500", "\ua501"
_TO_SIGNS = str.maketrans({_STAR: "*", _ONE: "?"})
_WILDCARDS = re.compile(r"[*?]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)


class Asked(NamedTuple):
    """What was asked (``None``: nothing that can be searched), and what there is to tell about it."""

    node: Node | None
    diagnostics: list[Diagnostic]


def word(text: str, start: int, span: Span, mode: Mode = "usual") -> Asked:
    """Read a word written without quotation marks at ``start`` of the query."""
    if text in _OTHERS or (text[0] == "!" and text[1:2].isalnum()):
        return Asked(None, [tell.not_an_operator(span, text)])
    if _LOOSE.fullmatch(text) is not None:
        return Asked(None, [tell.loose_distance(span, text)])
    fuzzy = _FUZZY.fullmatch(text)
    if fuzzy is not None:
        return _fuzzy(fuzzy[1], fuzzy[2] or "1", start, span)
    tokens = _cut(_hidden(text))
    found = list(_wildcards(text, start, tokens))
    if _is_like_an_operator(text):
        found.append(tell.lower_case_operator(span, text))
    if text[-1] == "?" and text.rstrip("?").isalpha():
        found.append(tell.final_question(span, text))
    asked = _words(text, start, tokens, mode)
    if not asked:
        return Asked(None, [*found, tell.nothing_to_search(span, text)])
    if _NAMED.fullmatch(text) is not None:
        found.append(tell.ignored_signs(span, text, tokens.forms[0].fold))
    if len(asked) == 1:
        return Asked(asked[0], found)
    first = 1 if _is_elided(text, tokens) else 0
    node = _sequence(asked[first:], span)
    other = _other_writing(text, tokens, asked, first, mode)
    return Asked(Or((node, other), span) if other is not None and other != node else node, found)


def _is_like_an_operator(text: str) -> bool:
    """Tell whether a word looks like an operator, which are in capitals."""
    if text in _OTHER_OPERATORS or _LOWER_NEAR.fullmatch(text) is not None:
        return True
    return text.lower() in _LOWER_OPERATORS and not text.isupper()


def phrase(text: str, start: int, span: Span, mode: Mode = "usual", suffix: str = "") -> Asked:
    """Read what stands between quotation marks: every word counts, as written. ``suffix``: ``~n`` after it."""
    tokens = _cut(_hidden(text, quoted=True))
    found = list(_wildcards(text, start, tokens))
    asked = _words(text, start, tokens, mode)
    if not asked:
        return Asked(None, [*found, tell.nothing_to_search(span, text)])
    if suffix:
        return _close(asked, suffix, span, found)
    return Asked(_sequence(asked, span), found)


def cased(text: str, start: int, span: Span) -> Asked:
    """Read what stands between braces: to be written exactly so."""
    tokens = tokenize(text)
    places = zip(tokens.forms, tokens.starts, tokens.ends, strict=True)
    asked: list[Word] = [
        Cased(normalize("NFC", form.raw), form.step, (start + begin, start + end)) for form, begin, end in places
    ]
    if not asked or len(text) > MAX_CASED:
        return Asked(None, [tell.bad_cased(span, MAX_CASED)])
    return Asked(_sequence(asked, span), [])


def distance(written: str) -> int | None:
    """Return the number of words of ``~n``, ``None`` where there is none, or too many."""
    words = int(written[1:5] or MAX_NEAR + 1)
    return words if words <= MAX_NEAR and len(written) <= 4 else None


def _close(asked: list[Word], written: str, span: Span, found: list[Diagnostic]) -> Asked:
    words = distance(written)
    if words is None:
        return Asked(None, [*found, tell.bad_near(span, MAX_NEAR)])
    if not 2 <= len(asked) <= MAX_CLOSE:
        return Asked(None, [*found, tell.lonely_near(span)])
    return Asked(Near(tuple(asked), words, False, span), found)


def _fuzzy(text: str, edits: str, start: int, span: Span) -> Asked:
    forms = tokenize(text).forms
    if len(forms) != 1 or edits not in ("1", "2") or len(forms[0].fold.strip("#@")) < LEAST_FUZZY:
        return Asked(None, [tell.bad_fuzzy(span, LEAST_FUZZY)])
    return Asked(Fuzzy(forms[0].terms[0], int(edits), forms[0].step, span), [])


def _cut(text: str) -> Tokens:
    """Return the tokens of a text; of one that holds too many words to be asked, enough of them to tell so."""
    enough = text[: 2 * MAX_WORDS]
    if len(text) > len(enough) and len((some := tokenize(enough)).forms) > MAX_WORDS:
        return some
    return tokenize(text)


def _hidden(text: str, *, quoted: bool = False) -> str:
    """Put letters in the place of the wildcards inside words, so that the word is cut as one. Same length."""
    if ("*" not in text and "?" not in text) or _ADDRESS.match(text) is not None:
        return text
    return _WILDCARDS.sub(lambda run: _letters_for(run, quoted), text)


def _letters_for(run: re.Match[str], quoted: bool) -> str:
    """Return what stands for a run of wildcards: what ends a word stays, and a final ``?`` where it is quoted."""
    signs, text = run[0], run.string
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    if not (before.isalnum() or before == "_"):
        return signs
    kept = 0 if after.isalnum() or after == "_" else len(signs) - (signs.rfind("?") + 1)
    if quoted and kept == 0 and not after.isalnum() and signs[-1] == "?":
        return signs
    inside = signs[: len(signs) - kept]
    return inside.replace("*", _STAR).replace("?", _ONE) + signs[len(signs) - kept :]


def _words(text: str, start: int, tokens: Tokens, mode: Mode) -> list[Word]:
    """Return what each token asks; an asterisk just after a token makes it a beginning."""
    return [
        _word(form, form.kind != "emoji" and text[end : end + 1] == "*", mode, (start + begin, start + end))
        for form, begin, end in zip(tokens.forms, tokens.starts, tokens.ends, strict=True)
    ]


def _word(form: Form, prefix: bool, mode: Mode, span: Span) -> Word:
    asked = _asked(form, mode)
    written = asked.translate(_TO_SIGNS)
    if written != asked:
        return Wild(re.sub(r"\*+", "*", written + "*" * prefix), form.step, span)
    if mode == "exact" and asked[0] != "=" and form.kind in ("word", "hashtag", "mention"):
        return Wild("=" + asked + "*" * prefix, form.step, span)
    return Term(asked, prefix, form.step, span)


def _asked(form: Form, mode: Mode) -> str:
    return form.terms[0] if mode == "fold" else form.asked


def _sequence(asked: list[Word], span: Span) -> Node:
    return asked[0] if len(asked) == 1 else Phrase(tuple(asked), span)


def _wildcards(text: str, start: int, tokens: Tokens) -> Iterator[Diagnostic]:
    """Tell about asterisks and question marks that cannot be read."""
    if "*" not in text and "?" not in text:
        return
    for match in _LEADING.finditer(text):
        yield tell.leading_wildcard((start + match.start(), start + match.end()))
    for form, begin, end in zip(tokens.forms, tokens.starts, tokens.ends, strict=True):
        star = form.kind not in ("emoji", "url") and text[end : end + 1] == "*"
        pattern = form.fold.strip("#@/").translate(_TO_SIGNS) + "*" * star
        if form.kind != "url" and pattern[:1] in ("*", "?"):  # after a sign that is a word by itself
            yield tell.leading_wildcard((start + begin, start + end))
        elif form.kind != "url" and _is_short(pattern):
            yield tell.short_wildcard((start + begin, start + end + star), LEAST_PREFIX)


def _is_short(pattern: str) -> bool:
    """Tell whether too few letters stand before the first asterisk, or in all around question marks."""
    before = pattern.partition("*")[0] if "*" in pattern else pattern
    letters = len(before.replace("?", ""))
    return letters < LEAST_PREFIX and ("*" in pattern or "?" in pattern)


def _is_elided(text: str, tokens: Tokens) -> bool:
    return tokens.forms[0].fold in ELIDED and text[tokens.ends[0] : tokens.starts[1]] in set(APOSTROPHES)


def _other_writing(text: str, tokens: Tokens, asked: list[Word], first: int, mode: Mode) -> Word | None:
    """Return the one-word writing of a compound: covid-19 as covid19, exemple.fr as the host of a link."""
    forms = tokens.forms[first:]
    last = asked[-1]
    if len(forms) < 2 or not all(isinstance(word, Term) for word in asked[first:]) or not isinstance(last, Term):
        return None
    span = (asked[first].span[0], last.span[1])
    gaps = {text[end:begin] for end, begin in zip(tokens.ends[first:], tokens.starts[first + 1 :], strict=False)}
    if gaps <= set(HYPHENS) and all(form.kind in ("word", "number") for form in forms):
        return Term(_joined(forms, mode), last.prefix, 1, span)
    if gaps == {"."} and text.isascii() and _TOP_LEVEL.fullmatch(forms[-1].fold) is not None:
        host = ".".join([form.fold for form in forms])
        return Term(f"//{host}"[:MAX_TERM], last.prefix, 1, span)
    return None


def _joined(forms: list[Form], mode: Mode) -> str:
    folded = "".join([form.fold for form in forms])[:MAX_TERM]
    exactly = "".join([form.exact for form in forms])[:MAX_TERM]
    return folded if mode == "fold" or folded == exactly else "=" + exactly
