"""The sets that the shipped models learn from, read from the folder that ``PALABRE_DATA`` names.

SOURCES.md of that folder gives licences and traps; the cards of the models name every set used.
"""

import csv
import gzip
import os
from collections.abc import Iterator
from pathlib import Path

csv.field_size_limit(1 << 20)
#: Rows read of one file.
MAX_ROWS = 200_000


class DataMissing(Exception):
    """The data is not there: says how to give it."""


def folder() -> Path:
    """Return the folder of the data. Raises ``DataMissing``."""
    named = os.environ.get("PALABRE_DATA", "")
    if not named or not Path(named, "SOURCES.md").is_file():
        raise DataMissing("Set PALABRE_DATA to the folder that holds the training sets (it has a SOURCES.md).")
    return Path(named)


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file of the data, gzipped or not, by column."""
    path = folder() / name
    with (
        gzip.open(path, "rt", encoding="utf-8", newline="")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8", newline="") as file
    ):
        for number, row in enumerate(csv.DictReader(file)):
            if number >= MAX_ROWS:
                return
            yield row
