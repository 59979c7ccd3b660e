"""What a person wrote, apart from what they quote and how they sign. Pure, linear, line by line.

The aim is never to lose words: where nothing would be left, nothing is cut.
"""

import re
from typing import NamedTuple

#: Lines after ``-- `` that are still a signature; more of them are a text with a rule in it.
MAX_SIGNATURE = 15

_SEPARATOR = re.compile(
    r"\s{0,9}[-_]{2,40} ?(message d['’]origine|message original|original message|ursprüngliche nachricht)"
    r" ?[-_]{2,40}\s*",
    re.IGNORECASE,
)
_ATTRIBUTION_START = re.compile(r"(le|on|am|el|il|op) \S", re.IGNORECASE)
_ATTRIBUTION_END = re.compile(
    r"(a écrit|a ecrit|wrote|schrieb|escribió|ha scritto|schreef)[\s\u00a0\u202f]?:\s*$", re.IGNORECASE
)
_SENT_FROM = re.compile(
    r"(envoyé (de|depuis|à partir de) |sent (from|with|via) (my |outlook|yahoo|proton|the )|obtenez outlook pour"
    r"|télécharger outlook pour|get outlook for|provenance : courrier)",
    re.IGNORECASE,
)
_HEADER_LINE = re.compile(
    r"\*{0,2}(de|from|envoyé|envoyée|sent|date|à|a|to|pour|cc|objet|subject|sujet)[\s\u00a0\u202f]?:\*{0,2}(\s|$)",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s{0,9}_{10,200}\s*")


class Parts(NamedTuple):
    """A mail's text in three: said, signature, quoted."""

    said: str
    signature: str = ""
    quoted: str = ""


def split_reply(text: str) -> Parts:
    """Return what was said, and what it was said with."""
    lines = text.split("\n")
    cut = start_of_quote(lines)
    own = [line for line in lines[:cut] if not line.startswith(">")]
    quoted = [line for line in lines[:cut] if line.startswith(">")] + lines[cut:]
    said, signature = _without_signature(own)
    if not said.strip():
        return Parts(text.strip())
    return Parts(said.strip(), signature.strip(), "\n".join(quoted).strip())


def is_header_line(line: str) -> bool:
    """Tell whether a line is one of those that mail programs put above a quoted or forwarded mail."""
    return bool(_HEADER_LINE.match(line))


def start_of_quote(lines: list[str]) -> int:
    """Return the line where a quotation begins that goes to the end, or the number of lines."""
    for index, line in enumerate(lines):
        if _SEPARATOR.fullmatch(line) or _is_header_block(lines, index):
            return index
        length = _attribution(lines, index)
        if length and _rest_is_quoted(lines, index + length):
            return index
    return len(lines)


def _is_header_block(lines: list[str], index: int) -> bool:
    """Tell a block of « De : … Envoyé : … À : … », which Outlook puts above what it quotes, with a rule or not."""
    start = index + 1 if _RULE.fullmatch(lines[index]) else index
    block = lines[start : start + 3]
    opens = bool(block) and block[0].lstrip("* ").lower().startswith(("de", "from"))
    return opens and len(block) == 3 and all(map(is_header_line, block))


def _attribution(lines: list[str], index: int) -> int:
    """Return over how many lines (at most three) « Le 2 mars, Odile a écrit : » stands at ``index``, else 0."""
    if not _ATTRIBUTION_START.match(lines[index]):
        return 0
    for length in (1, 2, 3):
        if _ATTRIBUTION_END.search(" ".join(lines[index : index + length])[-200:]):
            return length
    return 0


def _rest_is_quoted(lines: list[str], start: int) -> bool:
    """Tell whether all that follows is quoted: marked so, or not marked at all (some programs mark nothing)."""
    rest = [line for line in lines[start:] if line.strip()]
    marked = [line.startswith(">") for line in rest]
    return all(marked) or not any(marked)


def _without_signature(lines: list[str]) -> tuple[str, str]:
    after = sum(1 for line in lines if line.strip())
    for index, line in enumerate(lines):
        after -= bool(line.strip())
        by_rule = line in ("-- ", "--", "--\u00a0") and after <= MAX_SIGNATURE
        by_program = after <= 2 and bool(_SENT_FROM.match(line.strip()))
        if by_rule or by_program:
            return "\n".join(lines[:index]), "\n".join(lines[index:])
    return "\n".join(lines), ""
