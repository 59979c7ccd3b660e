"""CSV as it is really written: each bad line alone is set aside."""

import gzip
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palabre.connectors.file.lines import Lines, LineTooLong
from palabre.connectors.file.opening import ByteSource
from palabre.connectors.file.rows import BadRow, Place, Row
from palabre.connectors.file.rows_csv import CsvRows

from .conftest import Folder


def rows(path: Path, data: bytes, encoding: str = "utf-8", start: Place | None = None) -> list[Row | BadRow]:
    path.write_bytes(data)
    reader = CsvRows(ByteSource(path, encoding), ";", len(data), start or Place())
    try:
        return list(reader)
    finally:
        reader.close()


def shape(found: list[Row | BadRow]) -> list[tuple[int, object]]:
    return [(row.line, row.cells if isinstance(row, Row) else "bad") for row in found]


def test_lines_are_numbered_as_a_person_counts_them(tmp_path: Path) -> None:
    found = rows(tmp_path / "a", b'a;b\r\n\r\n"un\ndeux";c\n ; \nd;e')
    assert shape(found) == [(1, ["a", "b"]), (3, ["un\ndeux", "c"]), (6, ["d", "e"])]


@pytest.mark.parametrize(
    ("bad", "lines"),
    [
        (b"x;\xff\xfe;y\n", 1),
        (b'"un\n\xff deux\ntrois";y\n', 3),
        (b"x;retour\risole\n", 1),
        (b"x;" + b"y" * 10_000_001 + b"\n", 1),
    ],
)
def test_a_bad_row_is_alone(tmp_path: Path, bad: bytes, lines: int) -> None:
    found = rows(tmp_path / "a", b"a;b\n" + bad + b"c;d\n")
    assert shape(found) == [(1, ["a", "b"]), (2, "bad"), (2 + lines, ["c", "d"])]


def test_a_quote_that_is_never_closed_swallows_one_line_only(tmp_path: Path) -> None:
    found = rows(tmp_path / "a", b'a;b\nx;"jamais\n' + b"c;d\n" * 12_000)
    assert [row.line for row in found if isinstance(row, BadRow)] == [2]
    assert len(found) == 12_002


def test_a_quote_that_is_never_closed_near_the_end(tmp_path: Path) -> None:
    assert shape(rows(tmp_path / "a", b'a;b\nx;"jamais\nc;d\ne;f\n')) == [
        (1, ["a", "b"]),
        (2, "bad"),
        (3, ["c", "d"]),
        (4, ["e", "f"]),
    ]
    assert shape(rows(tmp_path / "a", b'a;b\nx;"jamais')) == [(1, ["a", "b"]), (2, "bad")]


def test_quotes_inside_words_and_nul_bytes_are_read(tmp_path: Path) -> None:
    found = rows(tmp_path / "a", b'a;Il a dit "non" ;b\n"c ""oui""";d\0e\n')
    assert shape(found) == [(1, ["a", 'Il a dit "non" ', "b"]), (2, ['c "oui"', "d\0e"])]


def test_a_line_over_the_bound_is_never_loaded_whole(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 300 + b"\nfin\n")
    with path.open("rb") as stream:
        lines = Lines(stream, longest=100)
        with pytest.raises(LineTooLong):
            lines.next()
        assert lines.next() == b"fin\n" and lines.next() == b""
        assert (lines.number, lines.offset) == (2, 305)


cells = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\r"), max_size=12)
tables = st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=8)


def written(table: list[list[str]]) -> bytes:
    quoted = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in table]
    return "".join(";".join(row) + "\r\n" for row in quoted).encode()


@settings(max_examples=60)
@given(table=tables, at=st.integers(0, 8))
def test_reading_stops_and_goes_on_anywhere(
    tmp_path_factory: pytest.TempPathFactory, table: list[list[str]], at: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "resumed.csv"
    data = written(table)
    path.write_bytes(data)
    for opened, content in ((path, data), (path.with_suffix(".gz"), gzip.compress(data))):
        opened.write_bytes(content)
        first = CsvRows(ByteSource(opened, "utf-8"), ";", len(content), Place())
        begun = list(islice(first, at))
        place = first.place()
        first.close()
        second = CsvRows(ByteSource(opened, "utf-8"), ";", len(content), place)
        rest = list(second)
        second.close()
        expected = [row for row in table if any(cell.strip() for cell in row)]
        assert [row.cells for row in [*begun, *rest] if isinstance(row, Row)] == expected


async def test_a_text_in_an_encoding_that_was_told(folder: Folder) -> None:
    name = folder.put("a.csv", "texte;date\nDéjà l’été;12/03/2026\n", "cp1252")
    assert (await folder.read(name, encoding="cp1252", mapping={"text": "texte"})).texts == ["Déjà l’été"]
    wrong = await folder.read(name, encoding="utf-8", mapping={"text": "texte"})
    assert wrong.texts == [] and "encodage" in wrong.rejects[0].error


async def test_a_text_with_the_delimiter_and_no_quotes_is_not_cut(folder: Folder) -> None:
    name = folder.csv([["date", "texte"], ["12/03/2026", "Oui ", " mais non"], ["12/03/2026", "Ah", "", ""]])
    found = await folder.read(name)
    assert found.texts == ["Ah"]
    assert found.rejects[0].where == "l. 2" and "séparateur" in found.rejects[0].error


async def test_a_row_that_is_too_short_lacks_its_last_cells(folder: Folder) -> None:
    name = folder.csv([["texte", "date", "auteur"], ["Bonjour", "12/03/2026"], ["Salut"]])
    assert (await folder.read(name)).texts == ["Bonjour", "Salut"]
