r"""``\b``, ``\w`` and ``\s`` as people mean them: RE2 only knows ASCII; its ``\bgr\w+ve\b`` never finds *grève*.

``\w`` takes the letters of all scripts, ``\s`` the spaces of French typography too. RE2 cannot look around: where
``\b`` opens or closes an expression, or touches a letter beyond ASCII, what takes its place is the end of the text
or one character that belongs to no word, which ``trimmed`` takes off what was found.
"""

import re

from palabre.core.query.tree import Span

#: Signs that belong to no word: few ranges, since RE2 takes long to compile the classes of all letters.
_SIGNS = (
    r"\x00-/:-@\[-\^`{-\x{a9}\x{ab}-\x{b4}\x{b6}-\x{b9}\x{bb}-\x{bf}\x{d7}\x{f7}\x{2000}-\x{206f}\x{20a0}-\x{20cf}"
    r"\x{2190}-\x{2bff}\x{2e00}-\x{2e7f}\x{3000}-\x{3004}\x{3008}-\x{3020}\x{fe10}-\x{fe6f}\x{ff00}-\x{ff0f}"
    r"\x{ff1a}-\x{ff20}\x{1f000}-\x{1faff}"
)
_BEFORE, _AFTER = f"(?:^|[{_SIGNS}])", f"(?:[{_SIGNS}]|$)"
#: Letters and digits beyond ASCII, and spaces: what is none of the signs.
_LETTERS = (
    r"\x{aa}\x{b5}\x{ba}\x{c0}-\x{d6}\x{d8}-\x{f6}\x{f8}-\x{1fff}\x{2070}-\x{209f}\x{20d0}-\x{218f}\x{2c00}-\x{2dff}"
    r"\x{3005}-\x{3007}\x{3021}-\x{fe0f}\x{fe70}-\x{feff}\x{ff10}-\x{ff19}\x{ff21}-\x{1efff}\x{1fb00}-\x{10ffff}"
)
_BLANKS = r"\x{85}\x{a0}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
_WIDER = {
    r"\w": rf"[\w{_LETTERS}]", r"\W": rf"[^\w{_LETTERS}]",
    r"\s": rf"[\s{_BLANKS}]", r"\S": rf"[^\s{_BLANKS}]",
}  # fmt: skip
_WIDER_INSIDE = {r"\w": rf"\w{_LETTERS}", r"\s": rf"\s{_BLANKS}"}
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_BOUNDARY = r"\b"
#: One thing of an expression: a class, an escaped sign, a group's beginning, or a sign.
_PIECE = re.compile(r"\[\^?\]?(?:[^\]\\]|\\.)*\]|\\[pPQ]\{[^}]*\}|\\.|\(\?[^:)]*[:)]|.", re.DOTALL)
_SPACES = frozenset((" ", r"\s", r"\ ", r"\W"))


def worded(pattern: str) -> str:
    r"""Return an expression whose ``\b``, ``\w`` and ``\s`` know all letters and spaces."""
    if "\\" not in pattern:
        return pattern
    pieces = _PIECE.findall(pattern)
    return "".join([_said(pieces, at) if piece == _BOUNDARY else _wider(piece) for at, piece in enumerate(pieces)])


def _wider(piece: str) -> str:
    if piece[0] == "[" and "\\" in piece:
        return _ESCAPED.sub(lambda found: _WIDER_INSIDE.get(found[0], found[0]), piece)
    return _WIDER.get(piece, piece)


def _said(pieces: list[str], at: int) -> str:
    """Return what says a boundary at a place of an expression."""
    before = next((piece for piece in reversed(pieces[:at]) if not _opens(piece)), "")
    after = next((piece for piece in pieces[at + 1 :] if not _opens(piece)), "")
    if before in ("", "|") and _is_word(after):
        return _BEFORE
    if after in ("", "|") and (_is_word(before) or before in (")", "*", "+", "?", "}")):
        return _AFTER
    if _is_foreign(after):
        return "" if before in _SPACES else _BEFORE
    if _is_foreign(before):
        return "" if after in _SPACES else _AFTER
    return _BOUNDARY


def _opens(piece: str) -> bool:
    """Tell a group's beginning, which says nothing of what is looked for."""
    return piece == "(" or piece.startswith("(?")


def _is_word(piece: str) -> bool:
    """Tell whether a piece stands for a character of a word."""
    is_class = piece.startswith("[") and not piece.startswith("[^")
    return piece.isalnum() or piece in (r"\w", r"\d", "_") or piece.startswith(r"\p") or is_class


def _is_foreign(piece: str) -> bool:
    """Tell whether a piece stands for a letter that RE2 takes for none."""
    return not piece.isascii() and (piece.isalnum() or (piece[0] == "[" and piece[1:2] != "^"))


def trimmed(span: Span, text: str, pattern: str) -> Span:
    """Return where something was found, without the characters beside it that only bound it."""
    start, end = span
    said = worded(pattern)
    if said == pattern:
        return span
    start += _BEFORE in said and start < end and not _in_word(text[start])
    end -= _AFTER in said and start < end and not _in_word(text[end - 1])
    return start, end


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
