"""What a workbook holds besides its rows: its first visible sheet, its texts, which cell styles are dates."""

import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast
from xml.parsers import expat

from palabre.connectors.contract import SourceError
from palabre.connectors.file.shared_strings import SharedStrings
from palabre.connectors.file.workbook_bounds import refusal
from palabre.connectors.file.workbook_xml import UnsafeXml, parse_whole
from palabre.connectors.shared.dates import EXCEL_EPOCH, EXCEL_EPOCH_1904
from palabre.connectors.shared.sentences import source_error

#: What reading a damaged or hostile part may raise; each becomes one clear error.
DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError, UnsafeXml, EOFError),
    *(KeyError, ValueError, NotImplementedError, RuntimeError),
)

#: Number formats that Excel has built in and that show a date (ECMA-376, 18.8.30).
_DATE_FORMATS = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])

#: What in a format code is not a date letter: quoted text, an escaped character, a colour or condition.
_NOT_LETTERS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')

_CONTENTS = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class Workbook:
    """An open workbook. ``date_styles`` are the cell styles that show a date; ``sheets`` all sheet names."""

    archive: zipfile.ZipFile
    sheets: tuple[str, ...]
    sheet_part: str
    sheet_size: int
    texts: SharedStrings
    date_styles: frozenset[int]
    epoch: datetime

    def open_sheet(self) -> BinaryIO:
        """Open the XML of the sheet that is read."""
        return cast(BinaryIO, self.archive.open(self.sheet_part))

    def close(self) -> None:
        """Close the file and forget its texts."""
        self.texts.close()
        self.archive.close()


def open_workbook(path: Path) -> Workbook:
    """Open a workbook after looking at its weight. Raises ``SourceError``."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise damaged() from None
    try:
        return _opened(archive)
    except DAMAGE:
        archive.close()
        raise damaged() from None
    except SourceError:
        archive.close()
        raise


def damaged() -> SourceError:
    """Return the error of a workbook that cannot be read."""
    return source_error(
        "malformed",
        "Ce classeur est abîmé ou n’est pas un .xlsx. Ouvrez-le dans un tableur et enregistrez-le de nouveau.",
        "This workbook is damaged or is not an .xlsx. Open it in a spreadsheet and save it again.",
    )


def is_date_format(code: str) -> bool:
    """Tell whether a number format shows a date or a time: it has a letter of d, m, y, h or s of its own."""
    letters = _NOT_LETTERS.sub("", code.partition(";")[0]).lower()
    return letters != "general" and any(letter in letters for letter in "dmyhs")


def _opened(archive: zipfile.ZipFile) -> Workbook:
    refused = refusal(archive.infolist())
    if refused is not None:
        raise refused
    names = set(archive.namelist())
    sheets, part, old_calendar = _first_sheet(archive)
    return Workbook(
        archive=archive,
        sheets=sheets,
        sheet_part=part,
        sheet_size=archive.getinfo(part).file_size,
        date_styles=_date_styles(archive) if "xl/styles.xml" in names else frozenset(),
        epoch=EXCEL_EPOCH_1904 if old_calendar else EXCEL_EPOCH,
        texts=_texts(archive) if "xl/sharedStrings.xml" in names else SharedStrings(None),
    )


def _texts(archive: zipfile.ZipFile) -> SharedStrings:
    with archive.open("xl/sharedStrings.xml") as stream:
        return SharedStrings(cast(BinaryIO, stream))


def _first_sheet(archive: zipfile.ZipFile) -> tuple[tuple[str, ...], str, bool]:
    """Return the names of the sheets, the part of the first visible one, and whether days count from 1904."""
    sheets: list[tuple[str, str, bool]] = []
    old_calendar: list[bool] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            sheets.append((attributes.get("name", ""), relation, attributes.get("state", "visible") == "visible"))
        elif name == "workbookPr":
            old_calendar.append(attributes.get("date1904") in ("1", "true"))

    with archive.open(_CONTENTS) as stream:
        parse_whole(cast(BinaryIO, stream), start)
    chosen = next((sheet for sheet in sheets if sheet[2]), sheets[0] if sheets else ("", "", True))
    target = _relations(archive)[chosen[1]]
    return tuple(sheet[0] for sheet in sheets), target, any(old_calendar)


def _relations(archive: zipfile.ZipFile) -> dict[str, str]:
    found: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            target = attributes.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            found[attributes.get("Id", "")] = posixpath.normpath(whole)

    with archive.open("xl/_rels/workbook.xml.rels") as stream:
        parse_whole(cast(BinaryIO, stream), start)
    return found


def _date_styles(archive: zipfile.ZipFile) -> frozenset[int]:
    """Return the numbers of the cell styles whose number format shows a date."""
    own_formats: dict[int, str] = {}
    styles: list[int] = []
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            own_formats[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "xf" and inside and inside[-1] == "cellXfs":
            styles.append(int(attributes.get("numFmtId", 0)))
        inside.append(name)

    def end(_: str) -> None:
        inside.pop()

    with archive.open("xl/styles.xml") as stream:
        parse_whole(cast(BinaryIO, stream), start, end)
    return frozenset(
        number
        for number, chosen in enumerate(styles)
        if chosen in _DATE_FORMATS or is_date_format(own_formats.get(chosen, ""))
    )
