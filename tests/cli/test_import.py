"""``palabre import``: files as people have them, bad rows, and a kill in the middle."""

import gzip
import json
import signal
import subprocess
from collections import Counter
from pathlib import Path
from time import monotonic, sleep

import pytest
from openpyxl import Workbook

from house import House
from palabre.store.migrate import Connection

from .conftest import Palabre, command, csv, numbered

INTO = ("--workspace", "courrier", "--source", "Archives")

pytestmark = pytest.mark.usefixtures("courrier")


def texts(owner: Connection) -> list[object]:
    return [row[0] for row in owner.execute('SELECT text FROM message ORDER BY external_id COLLATE "C"')]


# --- what can be read


def test_a_csv_of_a_site(palabre: Palabre, owner: Connection, tmp_path: Path) -> None:
    said = palabre("import", csv(tmp_path / "export.csv", numbered(30)), *INTO)
    assert (said.status, said.out) == (0, "")
    assert said.err.endswith("30 messages read, 0 set aside\n")
    row = owner.execute(
        "SELECT m.text, a.name, m.published::text, s.name, s.connector, s.state, m.decision FROM message m"
        " JOIN author a ON a.id = m.author_id JOIN source s ON s.id = m.source_id WHERE m.external_id = 'c4'"
    ).fetchone()
    assert row is not None and row[:2] == ("La passerelle 4 est encore fermée ce matin", "Odile")
    assert str(row[2]).startswith("2026-03-05 13:05") and row[3:] == ("Archives", "file", "done", "pending")
    assert owner.execute("SELECT count(*) FROM message").fetchone() == (30,)


def test_jsonl_gzipped(palabre: Palabre, owner: Connection, tmp_path: Path) -> None:
    lines = [{"id": "r1", "text": "Très déçue", "author": {"name": "Lise"}}, {"id": "r2", "text": "Parfait"}]
    path = tmp_path / "export.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, lines)).encode()))
    said = palabre("import", path, *INTO)
    assert said.status == 0 and texts(owner) == ["Très déçue", "Parfait"]
    assert said.err.startswith("palabre import: No date column: the messages will bear the date of the file.\n")


def test_a_workbook(palabre: Palabre, owner: Connection, tmp_path: Path) -> None:
    book = Workbook()
    for row in numbered(12):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "export.xlsx")
    assert palabre("import", tmp_path / "export.xlsx", *INTO).status == 0
    assert len(texts(owner)) == 12


def test_what_rows_are_is_told(palabre: Palabre, owner: Connection, tmp_path: Path) -> None:
    path = csv(tmp_path / "a.csv", numbered(3))
    assert palabre("import", path, *INTO, "--kind", "private", "--visibility", "private", "--watched").status == 0
    assert set(owner.execute("SELECT kind, visibility, decision FROM message")) == {("private", "private", "none")}


def test_a_column_is_told_by_hand(palabre: Palabre, owner: Connection, tmp_path: Path) -> None:
    path = csv(tmp_path / "a.csv", [["zz", "yy"], ["12", "Bonjour à toutes"], ["14", "Merci"]])
    guessed = palabre("import", path, *INTO)
    assert guessed.status == 2 and "(zz, yy)" in guessed.err and "--map text=COLUMN" in guessed.err
    assert palabre("import", path, *INTO, "--map", "text=yy", "--map", "id=zz").status == 0
    assert texts(owner) == ["Bonjour à toutes", "Merci"]


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--map", "texte", "write FIELD=COLUMN"),
        ("--map", "text=Commentaire", "there is no column 'Commentaire'; there are: id, date, auteur, texte"),
        ("--map", "colour=texte", "Unknown field: colour"),
        ("--timezone", "Mars/Olympus", "Unknown time zone"),
        ("--encoding", "klingon", "Unknown encoding"),
        ("--source", "x" * 121, "1 to 120 characters"),
    ],
)
def test_a_wrong_option_is_a_bad_use(
    palabre: Palabre, owner: Connection, tmp_path: Path, option: str, value: str, told: str
) -> None:
    said = palabre("import", csv(tmp_path / "a.csv", numbered(3)), *INTO, option, value)
    assert said.status == 2 and told in said.err
    assert owner.execute("SELECT count(*) FROM source").fetchone() == (0,)


def test_no_such_file_and_no_such_workspace(palabre: Palabre, tmp_path: Path) -> None:
    missing = palabre("import", tmp_path / "gone.csv", *INTO)
    assert missing.status == 2 and "there is no file" in missing.err
    path = csv(tmp_path / "a.csv", numbered(1))
    elsewhere = palabre("import", path, "-w", "gazette", "-s", "Archives")
    assert elsewhere.status == 1
    assert elsewhere.err == "palabre import: There is no workspace 'gazette'; there are: courrier.\n"


def test_a_source_of_another_kind_is_left_alone(
    palabre: Palabre, owner: Connection, house: House, courrier: int, tmp_path: Path
) -> None:
    house.source(courrier, connector="feed", name="Archives")
    said = palabre("import", csv(tmp_path / "a.csv", numbered(1)), *INTO)
    assert said.status == 1 and "no file source" in said.err and texts(owner) == []


# --- what cannot be read


def test_a_bad_row_is_told_with_its_line_and_the_rest_goes_on(
    palabre: Palabre, owner: Connection, tmp_path: Path
) -> None:
    rows = numbered(6)
    rows[3][1] = "le lendemain"
    rows[5][3] = ""
    said = palabre("import", csv(tmp_path / "a.csv", rows), *INTO)
    assert said.status == 1 and len(texts(owner)) == 4
    lines = said.err.splitlines()
    assert lines[0].startswith("l. 4: ") and "le lendemain" in lines[0] and lines[1].startswith("l. 6: ")
    assert lines[-1] == "4 messages read, 2 set aside"
    kept = owner.execute("SELECT place, retryable FROM set_aside ORDER BY id").fetchall()
    assert kept == [("l. 4", False), ("l. 6", False)]


def test_many_bad_rows_are_not_all_told(palabre: Palabre, owner: Connection, tmp_path: Path) -> None:
    rows = numbered(60)
    for row in rows[2:52]:
        row[1] = "jamais"
    said = palabre("import", csv(tmp_path / "a.csv", rows), *INTO, "--map", "published=date")
    assert said.status == 1 and said.err.count("\nl. ") + said.err.startswith("l. ") == 20
    assert "… and 30 more, under the source's health.\n10 messages read, 50 set aside" in said.err


def test_what_is_no_export_is_told(palabre: Palabre, owner: Connection, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 this is no workbook")
    said = palabre("import", path, *INTO)
    assert said.status == 1 and said.err.startswith("palabre import: ") and "Traceback" not in said.err
    assert owner.execute("SELECT count(*) FROM source").fetchone() == (0,)


# --- again


def test_importing_again_changes_nothing(palabre: Palabre, owner: Connection, tmp_path: Path) -> None:
    path = csv(tmp_path / "a.csv", numbered(20))
    for _ in range(2):
        assert palabre("import", path, *INTO).status == 0
    csv(tmp_path / "b.csv", numbered(25))  # another export, of which twenty rows are known
    assert palabre("import", tmp_path / "b.csv", *INTO).status == 0
    assert len(texts(owner)) == 25 and len(set(texts(owner))) == 25
    assert owner.execute("SELECT count(*) FROM source").fetchone() == (1,)


def test_adding_a_source_leaves_its_audit_row(palabre: Palabre, owner: Connection, tmp_path: Path) -> None:
    for _ in range(2):
        palabre("import", csv(tmp_path / "a.csv", numbered(2)), *INTO)
    rows = owner.execute("SELECT verb, person_id, detail FROM audit").fetchall()
    assert [(row[0], row[1]) for row in rows] == [("source.add", None)]
    assert json.loads(str(rows[0][2]))["by"] == "palabre import"


@pytest.mark.fault
def test_killed_in_the_middle_it_goes_on_where_it_stopped(
    palabre: Palabre, owner: Connection, tmp_path: Path
) -> None:
    count = 12_000
    path = csv(tmp_path / "a.csv", numbered(count))
    killed = 0
    for share in (0.1, 0.5):
        process = subprocess.Popen(command("import", path, *INTO), stderr=subprocess.DEVNULL)
        wait_until_received(owner, int(count * share), process)
        killed += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert killed == 2, "the import ended before it could be killed"
    assert palabre("import", path, *INTO).status == 0
    found = Counter(row[0] for row in owner.execute("SELECT external_id FROM message"))
    assert found == Counter(f"c{n}" for n in range(count))
    assert owner.execute("SELECT count(*) FROM intake").fetchone() == (0,)


def wait_until_received(owner: Connection, most: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = monotonic() + 60
    while monotonic() < deadline and process.poll() is None:
        row = owner.execute("SELECT coalesce(max(received), 0) FROM source_health").fetchone()
        if row is not None and int(str(row[0])) >= most:
            return
        sleep(0.01)
