"""Excel workbooks: real ones, made by openpyxl, and hostile ones, made by hand."""

import io
import zipfile
from datetime import UTC, datetime

import openpyxl
import pytest

from palabre.connectors.contract import SourceError
from palabre.connectors.file import guess_mapping
from palabre.connectors.file.rows_xlsx import column_number
from palabre.connectors.file.workbook import is_date_format

from .conftest import FIXTURES, Folder, Import

HEADER = ["Réf", "Date", "Internaute", "Avis"]
DAY = datetime.fromisoformat("2026-03-12 14:05:00")


def workbook(rows: list[list[object]], **properties: object) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    for name, value in properties.items():
        setattr(book, name, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def patched(content: bytes, part: str, old: str, new: str) -> bytes:
    """Return a workbook with a piece of one of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        assert part in source.namelist()
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == part:
                assert old in data.decode()
                data = data.decode().replace(old, new).encode()
            target.writestr(entry.filename, data)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"

#: The texts of a workbook as Excel itself saves it: in a table of their own.
TEXTS = ["texte", "Bonjour", "Salut"]


def excels(rows: str, texts: list[str] | None = None) -> bytes:
    """Return a workbook with these rows after a header "texte", and a table of shared texts."""
    table = "".join(f"<si><t>{text}</t></si>" for text in texts or TEXTS)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook([]))) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            if entry.filename != SHEET:
                target.writestr(entry.filename, source.read(entry))
        header = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
        target.writestr(SHEET, f"<worksheet><sheetData>{header}{rows}</sheetData></worksheet>")
        target.writestr("xl/sharedStrings.xml", f"<sst>{table}</sst>")
    return out.getvalue()


def row(number: int, cell: str) -> str:
    return f'<row r="{number}">{cell}</row>'


def shared(number: object) -> str:
    return f'<c t="s"><v>{number}</v></c>'


async def read(folder: Folder, content: bytes, **settings: object) -> Import:
    return await folder.read(folder.put("a.xlsx", content), **settings)


async def test_the_fixture(folder: Folder) -> None:
    found = await read(folder, (FIXTURES / "reviews.xlsx").read_bytes())
    assert [message.published for message in found.messages] == [
        datetime(2026, 3, 12, 13, 5, tzinfo=UTC),
        datetime(2026, 3, 13, 8, 0, 30, tzinfo=UTC),
        datetime(2026, 3, 14, 9, 0, tzinfo=UTC),
    ]
    assert found.texts[2] == "Texte\nsur deux lignes <b>gras</b>"
    assert [reject.where for reject in found.rejects] == ["l. 4"]


async def test_a_formula_is_never_evaluated_and_its_saved_value_is_read(folder: Folder) -> None:
    content = workbook(
        [HEADER, ["a1", DAY, "=1+1", '=HYPERLINK("https://pirate.example")'], ["a2", DAY, "Zoé", "=A1"]]
    )
    found = await read(folder, content, mapping={"text": "Avis", "author.name": "Internaute"})
    assert found.texts == [] and len(found.rejects) == 2
    saved = patched(content, SHEET, "<f>A1</f><v></v>", "<f>A1</f><v>Bonjour</v>")
    saved = patched(saved, SHEET, '<c r="D3">', '<c r="D3" t="str">')
    assert (await read(folder, saved, mapping={"text": "Avis"})).texts == ["Bonjour"]


async def test_numbers_booleans_dates_and_errors(folder: Folder) -> None:
    rows = [
        HEADER,
        [9007199254740993.0, DAY, True, 12],
        [1.5, 46093.5, None, "#N/A"],
        ["b", "12/03/2026", 0, "oui"],
    ]
    found = await read(
        folder, workbook(rows), mapping={"text": "Avis", "published": "Date", "author.name": "Internaute"}
    )
    assert found.texts == ["12", "oui"]
    assert found.messages[0].author is not None and found.messages[0].author.name == "true"


async def test_days_counted_from_1904(folder: Folder) -> None:
    content = workbook([HEADER, ["a", DAY, "Zoé", "Bonjour"]], epoch=openpyxl.utils.datetime.CALENDAR_MAC_1904)
    (message,) = (await read(folder, content)).messages
    assert message.published == datetime(2026, 3, 12, 13, 5, tzinfo=UTC)


async def test_shared_inline_and_rich_texts_without_the_pronunciation(folder: Folder) -> None:
    rich = "<r><t>Bon</t></r><r><t>soir</t></r><rPh><t>bonso</t></rPh>"
    rows = (
        row(2, shared(1)) + row(3, shared(3)) + row(4, f'<c t="inlineStr"><is>{rich}</is></c>') + row(5, shared(1))
    )
    content = excels(rows, [*TEXTS, f"</t>{rich}<t>"])
    found = await read(folder, content, mapping={"text": "texte"})
    assert found.texts == ["Bonjour", "Bonsoir", "Bonsoir", "Bonjour"]


async def test_parts_with_a_prefix(folder: Folder) -> None:
    content = excels(row(2, shared(2)))
    for part in (SHEET, "xl/sharedStrings.xml"):
        name = "worksheet" if part == SHEET else "sst"
        for old, new in (
            (f"<{name}>", f'<x:{name} xmlns:x="urn:x">'),
            (f"</{name}>", f"</x:{name}>"),
            ("<v>", "<x:v>"),
        ):
            if old in zipfile.ZipFile(io.BytesIO(content)).read(part).decode():
                content = patched(content, part, old, new)
    content = patched(content, SHEET, "</v>", "</x:v>")
    assert (await read(folder, content, mapping={"text": "texte"})).texts == ["Salut"]


async def test_gaps_between_rows_and_cells(folder: Folder) -> None:
    content = workbook([HEADER, ["a", DAY, "Zoé", "Bonjour"]])
    content = patched(content, SHEET, '<row r="2">', '<row r="9">')
    content = patched(content, SHEET, 'r="C2"', 'r="H9"')
    found = await read(folder, content, mapping={"text": "Avis"})
    assert found.texts == [] and found.rejects[0].where == "l. 9"  # a cell beyond the columns


async def test_the_first_visible_sheet_is_read_and_the_others_are_told(folder: Folder) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Cachée"  # type: ignore[union-attr]
    book.active.sheet_state = "hidden"  # type: ignore[union-attr]
    sheet = book.create_sheet("Avis")
    sheet.append(["texte"])
    sheet.append(["Bonjour"])
    out = io.BytesIO()
    book.active = 1
    book.save(out)
    assert (await read(folder, out.getvalue(), mapping={"text": "texte"})).texts == ["Bonjour"]
    assert "2 feuilles" in guess_mapping(folder.path / "a.xlsx").problems[-1][0]


@pytest.mark.parametrize(
    "cell",
    [
        shared(4_000),
        shared(-1),
        shared("un"),
        '<c t="n"><v>douze</v></c>',
        '<c t="n" s="1"><v>1e300</v></c>',
        f'<c t="str"><v>{"a" * 1_000_001}</v></c>',
    ],
)
async def test_a_bad_cell_is_set_aside_with_its_row(folder: Folder, cell: str) -> None:
    styled = patched(excels(row(2, cell) + row(3, shared(2))), "xl/styles.xml", "<cellXfs", DATE_STYLE + "<cellXfs")
    found = await read(folder, styled, mapping={"text": "texte"})
    assert found.texts == ["Salut"] and found.rejects[0].where == "l. 2"


#: Makes style 1 a date.
DATE_STYLE = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'


async def test_reading_goes_on_after_a_kill(folder: Folder) -> None:
    rows = [HEADER, *[[f"a{number}", DAY, "Zoé", f"Avis {number}"] for number in range(2_500)]]
    name = folder.put("a.xlsx", workbook(rows))
    whole = await folder.read(name)
    rest = await folder.read(name, whole.deliveries[0].cursor)
    assert len(whole.messages) == 2_500
    assert whole.deliveries[0].messages + tuple(rest.messages) == tuple(whole.messages)


# --- attacks


def bomb() -> bytes:
    """A sheet that decompresses to 300 MB out of 300 kB."""
    content = workbook([HEADER])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            if entry.filename != SHEET:
                target.writestr(entry.filename, source.read(entry))
        with target.open(SHEET, "w", force_zip64=True) as sheet:
            sheet.write(b"<worksheet><sheetData>")
            for _ in range(300):
                sheet.write(b" " * 1_000_000)
    return out.getvalue()


async def refused(folder: Folder, content: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        await read(folder, content, mapping={"text": "Avis"})
    return caught.value


async def test_a_zip_bomb_is_not_opened(folder: Folder) -> None:
    content = bomb()
    assert len(content) < 400_000
    error = await refused(folder, content)
    assert error.kind == "too_large" and "300 Mo" in str(error)


async def test_entities_are_refused_in_every_part(folder: Folder) -> None:
    content = excels(row(2, shared(1)))
    doctype = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    for part, root in ((SHEET, "<worksheet"), ("xl/sharedStrings.xml", "<sst>"), ("xl/workbook.xml", "<workbook ")):
        assert (await refused(folder, patched(content, part, root, doctype + root))).kind == "malformed"


async def test_numbers_that_lie_cost_nothing(folder: Folder) -> None:
    content = workbook([HEADER, ["a", DAY, "Zoé", "Bonjour"]])
    for old, new in (
        ('<row r="2">', '<row r="99999999999999999999">'),
        ('<row r="2">', '<row r="-5">'),
        ('r="A2"', 'r="ZZZZZZ2"'),
        ('r="A2"', 'r="XFD2"'),
        ('<dimension ref="A1:D2"', '<dimension ref="A1:XFD1048576"'),
    ):
        assert len((await read(folder, patched(content, SHEET, old, new))).messages) == 1, new


async def test_damaged_workbooks(folder: Folder) -> None:
    content = workbook([HEADER, ["a", DAY, "Zoé", "Bonjour"]])
    damaged = [
        content[:-300],
        content[: len(content) // 2],
        patched(content, SHEET, "</sheetData>", "<oops"),
        patched(content, "xl/workbook.xml", 'r:id="rId1"', 'r:id="rId9"'),
        patched(content, "xl/styles.xml", 'numFmtId="', 'numFmtId="x'),
    ]
    for one in damaged:
        assert (await refused(folder, one)).kind == "malformed"


async def test_a_workbook_with_a_password_is_told(folder: Folder) -> None:
    with pytest.raises(SourceError) as caught:
        await read(folder, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000)
    assert "mot de passe" in str(caught.value)


@pytest.mark.parametrize(
    ("reference", "column"), [("A1", 0), ("Z9", 25), ("AA1", 26), ("XFD1", 16_383), ("", 7), ("é1", 7)]
)
def test_column_letters(reference: str, column: int) -> None:
    assert column_number(reference, 7) == column


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        *(("dd/mm/yyyy", True), ("[$-40C]d mmmm yyyy", True), ("h:mm:ss", True), ("[h]:mm", True)),
        *(
            ("0.00", False),
            ("General", False),
            ("# ##0 €", False),
            ('"jour" 0', False),
            ("[Red]0.00", False),
            ("@", False),
        ),
        *(("0.00E+00", False), ("\\d0", False)),
    ],
)
def test_which_number_formats_are_dates(code: str, expected: bool) -> None:
    assert is_date_format(code) is expected
