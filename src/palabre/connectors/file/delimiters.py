"""Which character separates the cells of a CSV file, told from its first lines. Pure."""

import csv
from collections import Counter
from collections.abc import Iterable

#: French exports use the semicolon, the others the comma; tabs and bars come from databases.
CANDIDATES = (";", ",", "\t", "|")

#: Records compared, and the share of them that must have the same number of cells.
_RECORDS = 60
_AGREEMENT = 0.8


def guess_delimiter(text: str) -> str:
    """Return the candidate that cuts most records into the same number of cells; a comma where none does."""
    scores = {candidate: _score(text, candidate) for candidate in CANDIDATES}
    best = max(CANDIDATES, key=lambda candidate: scores[candidate])
    return best if scores[best] > (0.0, 0) else ","


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
