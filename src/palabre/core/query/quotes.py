"""Quotation marks as people mistype them: single ones around words, and phrases that swallow an operator."""

import re

from palabre.core.query.tree import Span

_SINGLE = re.compile(r"['‘‛](?:[^'’‘‛\"“”„«»()\n]|(?<=\w)['’](?=\w)){2,120}['’‘](?!\w)")
_OPERATOR = re.compile(r"(?<!\S)(?:AND|OR|NOT|ET|OU|SAUF|XNOT|O?NEAR(?:/\d+f?)?|PROCHE/\d+)(?=[\s(])")
#: What closes a phrase, where a plain quotation mark does not.
CLOSING = {"«": "»", "»": "»"}


def single_quoted(query: str, at: int) -> Span | None:
    """Return where several words stand between single quotation marks from a place on."""
    if query[at] not in "'‘‛" or (at and query[at - 1].isalnum()):
        return None
    found = _SINGLE.match(query, at)
    return found.span() if found is not None and " " in found[0].strip("'’‘‛ ") else None


def swallowed(phrase: str) -> str:
    """Return the first operator that a phrase holds, '' for none: it may have lost a quotation mark."""
    found = _OPERATOR.search(phrase)
    return found[0] if found is not None else ""
