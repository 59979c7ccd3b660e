"""Two forms of a word: *folded* (what an unaccented query finds) and *exact* (what an accented one finds).

>>> fold("L’Été, cœur de la STRASSE")
"l'ete, coeur de la strasse"
>>> exact("L’ÉTÉ")
"l'été"
"""

from unicodedata import normalize

from palabre.core.text.characters import (
    ACCENTS,
    APOSTROPHES,
    DOUBLE_QUOTES,
    HYPHENS,
    INVISIBLE,
    LIGATURES,
    members,
)


def _table() -> dict[int, str | None]:
    """Typography made plain, invisible characters removed."""
    table: dict[int, str | None] = dict.fromkeys(members(INVISIBLE))
    table |= {ord(sign): "'" for sign in APOSTROPHES}
    table |= {ord(sign): "-" for sign in HYPHENS}
    table |= {ord(sign): '"' for sign in DOUBLE_QUOTES}
    return table


_PLAIN = _table()
_FOLDED = _PLAIN | dict.fromkeys(members(ACCENTS)) | {ord(sign): letters for sign, letters in LIGATURES.items()}


def fold(text: str) -> str:
    """Return ``text`` without case, accents, ligatures, width or invisible characters. Idempotent.

    The length may change: use the tokens when offsets are needed. Vowel signs of scripts where they are not
    accents (Devanagari, Thai …) are kept.
    """
    if text.isascii():
        return text.lower()
    # Decomposition may bring capitals back (℡ → TEL) and case folding may bring marks (İ), hence twice.
    plain = normalize("NFKD", normalize("NFKD", text.casefold()).casefold()).translate(_FOLDED)
    return normalize("NFC", plain)


def exact(text: str) -> str:
    """Return ``text`` in lower case with its accents and ligatures, width and typography made plain."""
    if text.isascii():
        return text.lower()
    return normalize("NFKC", normalize("NFKC", text).lower().translate(_PLAIN))
