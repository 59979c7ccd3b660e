"""A register of products as people have it: a CSV file with a column of names, maybe one of codes.

Presentations become names: ``DOLIPRANE 500 mg, comprimé`` is *DOLIPRANE*. Names that are ordinary words would be
found everywhere: they are left out, and told.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from palabre.core.signals.common import bag, commonness
from palabre.core.signals.spelling import plain_words
from palabre.core.text.fold import fold

#: Bytes of a file, names of a register, and characters and words of a name.
MAX_BYTES, MAX_NAMES, MAX_LETTERS, MAX_WORDS = 5_000_000, 50_000, 100, 6
#: A name of one word shorter than this is found by chance.
SHORTEST = 3
#: Lines left out that are told one by one; the others are counted.
TOLD = 50
_NAMES = (
    "brand", "marque", "nom commercial", "nom", "name", "produit", "product", "denomination", "specialite",
    "libelle", "medicament", "label",
)  # fmt: skip
_CODES = ("code", "cis", "cip", "cip13", "cip7", "code cis", "code cip", "ref", "reference", "id", "ean", "gtin")
#: Where the name of a presentation ends: before its strength, its form or a remark.
_END = re.compile(r"[,(/%]|\s\d|\s-\s")
#: Brands that are ordinary words, or given names: measured on French texts, they are nearly never the brand.
_ORDINARY = bag("""
actuel adeno air alcool alpha any arbre art atlas aura aussi avenir bal ballet beta bleu calme camphre
cap carte champ choc cible clair coton cycle daily delta desir diamant diane drill duo eau effort elle energie
eosine essentiel ether eva evidence fer fleur force forme gamma gel glycerine harmonie huile iode iris jade
jasmine jour joy julie lait laure leader leo libre lune lys mag magie magnesium melodie menthe mer mercure
miel minerva monde muse nature neo nuit olive omega optimum orange oxygene paix perfection perle plan plus
potassium primo quietude regard repos rose royal sel sentinel serenite silence sodium soleil sport star sucre
sun talc tilleul total trio ultra union urgence vaseline vent vie vision vita vital vitamine volume zen zero
zinc
""")


class BadFile(Exception):
    """A file that is no register; its text says how to mend it.

    ``why`` is a stable key: ``empty``, ``too_big``, ``no_text``, ``too_many`` or ``no_names``.
    """

    def __init__(self, why: str, told: str) -> None:
        super().__init__(told)
        self.why = why


class LeftOut(NamedTuple):
    """A line that gives no name, and why: ``ordinary``, ``short``, ``long`` or ``empty``."""

    line: int
    text: str
    why: str


class Register(NamedTuple):
    """What a file says: each name once, with its first code or "", in order; and what was left out."""

    names: tuple[str, ...]
    codes: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    lines: int

    @property
    def reasons(self) -> Counter[str]:
        """How many lines were left out for each reason."""
        return Counter(one.why for one in self.left_out)


def read(data: bytes) -> Register:
    """Return the register in the bytes of a file (UTF-8, or Windows' Latin). Raises ``BadFile``."""
    if len(data) > MAX_BYTES:
        raise BadFile(
            "too_big", f"The file is over {MAX_BYTES // 1_000_000} MB: keep only the columns of names and codes."
        )
    if b"\0" in data:
        raise BadFile("no_text", "The file is no text: save the sheet as CSV.")
    rows = _rows(_decoded(data))
    if not rows:
        raise BadFile("empty", "The file is empty: put one product a line.")
    name, code, start = _columns([cells for _, cells in rows])
    return _register(rows[start:], name, code)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Return the rows that hold something, with the number of their line."""
    first = text.lstrip().partition("\n")[0]
    mark = max("\t;,|", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark if mark in first else ";")
    try:
        return [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise BadFile(
            "no_text", f"The file is no CSV near line {reader.line_num} ({error}): save the sheet again."
        ) from None


def _columns(rows: Sequence[Sequence[str]]) -> tuple[int, int | None, int]:
    """Return the column of names, that of codes if there is one, and the row where the products begin."""
    heads = [fold(cell).strip().replace("_", " ") for cell in rows[0]]
    code = next((heads.index(head) for head in _CODES if head in heads), None)
    for head in _NAMES:
        if head in heads:
            return heads.index(head), code, 1
    return _wordiest(rows), None, 0


def _wordiest(rows: Sequence[Sequence[str]]) -> int:
    """Return the first column in which most cells hold letters: without headings, codes may come first."""
    width = min(20, max(map(len, rows)))
    some = rows[:200]
    for at in range(width):
        if 2 * sum(any(map(str.isalpha, row[at])) for row in some if at < len(row)) > len(some):
            return at
    return 0


def _register(rows: Sequence[tuple[int, Sequence[str]]], name: int, code: int | None) -> Register:
    known: dict[tuple[str, ...], tuple[str, str]] = {}
    left_out: list[LeftOut] = []
    for line, cells in rows:
        said = cells[name].strip() if name < len(cells) else ""
        brand = shortened(said)
        if (why := _unfit(brand)) is not None:
            left_out.append(LeftOut(line, said[:MAX_LETTERS], why))
        else:
            coded = cells[code].strip()[:40] if code is not None and code < len(cells) else ""
            known.setdefault(tuple(plain_words(brand)), (brand, coded))
        if len(known) > MAX_NAMES:
            raise BadFile("too_many", f"The file has over {MAX_NAMES:,} products: keep those that you watch over.")
    if not known:
        raise BadFile("no_names", "No product was found: give the column of names the heading “name”.")
    names, codes = zip(*known.values(), strict=True)
    return Register(names, codes, tuple(left_out), len(rows))


def shortened(said: str) -> str:
    """Return the name of a presentation, without its strength and form."""
    end = _END.search(said, 1)
    return " ".join((said[: end.start()] if end else said).split())


def _unfit(brand: str) -> str | None:
    """Return why a name cannot be looked for; None where it can."""
    words = plain_words(brand)
    if not words:
        return "empty"
    if len(brand) > MAX_LETTERS or len(words) > MAX_WORDS:
        return "long"
    if len("".join(words)) < SHORTEST:
        return "short"
    if len(words) == 1 and (words[0] in _ORDINARY or commonness(words[0])):
        return "ordinary"
    return None
