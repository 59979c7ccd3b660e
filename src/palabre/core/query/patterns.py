"""Regular expressions: RE2's, whose time grows with the text whatever the expression."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

import re2

from palabre.core.query.boundaries import trimmed, worded
from palabre.core.query.tree import Pattern, Span

#: Characters of an expression.
MAX_PATTERN = 1_000
#: Bytes that RE2 may use for one compiled expression.
MAX_MEMORY = 2 << 20
#: Places looked for in one text.
MAX_FOUND = 64


class _Match(Protocol):
    def span(self) -> Span: ...


class _Expression(Protocol):
    def search(self, text: str) -> _Match | None: ...

    def finditer(self, text: str) -> Iterator[_Match]: ...


def compiled(pattern: Pattern) -> _Expression:
    """Return the compiled expression. One that RE2 does not take raises ``ValueError`` with its reason."""
    return _compile(pattern.pattern, pattern.cased)


@lru_cache(maxsize=512)
def _compile(pattern: str, cased: bool) -> _Expression:
    options = re2.Options()
    options.log_errors = False
    options.max_mem = MAX_MEMORY
    options.case_sensitive = cased
    options.never_capture = True
    try:
        expression: _Expression = re2.compile(worded(pattern), options)
    except (re2.error, UnicodeEncodeError) as error:
        raise ValueError(_reason(error)) from None
    return expression


def _reason(error: Exception) -> str:
    reason = error.args[0] if error.args else ""
    return reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)


def found_in(pattern: Pattern, text: str) -> bool:
    """Tell whether a text has what the expression describes."""
    return compiled(pattern).search(_sayable(text)) is not None


def found_at(pattern: Pattern, text: str) -> list[Span]:
    """Return where a text has it; a text without length is no place."""
    spans: list[Span] = []
    for match in compiled(pattern).finditer(_sayable(text)):
        found = trimmed(match.span(), text, pattern.pattern)
        if found[0] < found[1]:
            spans.append(found)
        if len(spans) == MAX_FOUND:
            break
    return spans


def _sayable(text: str) -> str:
    """Replace lone surrogates, which UTF-8 cannot say, by one character each."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
