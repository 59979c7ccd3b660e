"""The table of texts of a workbook, kept in a temporary file: a million texts must not fill the memory."""

import tempfile
from array import array
from typing import BinaryIO

from palabre.connectors.file.workbook_xml import Gathered, parse_whole

#: Excel holds at most 32,767 characters in a cell; other writers may go further.
LONGEST_CELL = 1_000_000


class SharedStrings:
    """Texts by their number. Built once by reading ``stream`` to its end; to be closed."""

    def __init__(self, stream: BinaryIO | None) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (lives as long as the table)
        self._ends = array("Q", [0])
        self._gathered = Gathered(LONGEST_CELL)
        self._phonetic = False
        try:
            if stream is not None:
                parse_whole(stream, self._start, self._end, self._gathered.feed)
        except BaseException:
            self._file.close()
            raise

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> str:
        """Return a text; ``IndexError`` where there is none of that number."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        self._file.seek(self._ends[number])
        return self._file.read(self._ends[number + 1] - self._ends[number]).decode("utf-8", "surrogatepass")

    def close(self) -> None:
        """Forget the texts."""
        self._file.close()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "rPh":  # how to pronounce, in Japanese workbooks: not part of the text
            self._phonetic = True
        elif name == "t" and not self._phonetic:
            self._gathered.open()

    def _end(self, name: str) -> None:
        if name == "t":
            self._gathered.close()
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            text = (self._gathered.take() or "").encode("utf-8", "surrogatepass")
            self._file.write(text)
            self._ends.append(self._ends[-1] + len(text))
