"""Which character separates the cells of a CSV file, told from its first lines. Pure."""

import csv
from collections import Counter
from collections.abc import Iterable

from palabre.connectors.file.header_names import TARGETS, rank

#: French exports use the semicolon, the others the comma; tabs and bars come from databases.
CANDIDATES = (";", ",", "\t", "|")

#: Records compared, and the share of them that must have the same number of cells.
_RECORDS = 60
_AGREEMENT = 0.8


def guess_delimiter(text: str) -> str:
    """Return the candidate that cuts most records into the same number of cells.

    Where none does, that which finds a name we know in the first line; else a comma, which cuts a single column as
    well as any other.
    """
    scores = {candidate: _score(text, candidate) for candidate in CANDIDATES}
    best = max(CANDIDATES, key=lambda candidate: scores[candidate])
    if scores[best] > (0.0, 0):
        return best
    first = text.lstrip().partition("\n")[0][:2_000]
    return next((candidate for candidate in CANDIDATES if _names_columns(first.split(candidate))), ",")


def _names_columns(cells: list[str]) -> bool:
    names = [cell.strip().strip('"') for cell in cells]
    return len(cells) > 1 and any(rank(name, target) is not None for name in names for target in TARGETS)


def _score(text: str, delimiter: str) -> tuple[float, int]:
    """Return (share of records that agree, number of cells), (0, 0) where the candidate cuts nothing."""
    widths = Counter(len(record) for record in _records(text, delimiter) if record)
    if not widths:
        return (0.0, 0)
    width, times = widths.most_common(1)[0]
    share = times / widths.total()
    return (round(share, 1), width) if width > 1 and share >= _AGREEMENT else (0.0, 0)


def _records(text: str, delimiter: str) -> Iterable[list[str]]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    for _ in range(_RECORDS):
        try:
            record = next(reader, None)
        except csv.Error:
            continue
        if record is None:
            return
        yield record
