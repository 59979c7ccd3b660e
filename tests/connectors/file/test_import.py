"""A whole import: identifiers, bounds, resuming, what a person confirms, where files may be."""

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from palabre.connectors.contract import Job, SourceError
from palabre.connectors.file import CONNECTOR, progress
from palabre.connectors.file.batches import MOST_CHARACTERS, MOST_ROWS
from palabre.connectors.shared.fitting import is_valid
from palabre.core.model import Author

from .conftest import FIXTURES, NOW, Folder, Import

HEADER = ["id", "date", "auteur", "texte"]


def numbered(count: int, first: int = 1_000) -> list[list[str]]:
    return [HEADER, *[[f"c{first + n}", "12/03/2026 14:05", f"a{n % 50}", f"Message {n}"] for n in range(count)]]


async def test_the_fixture(folder: Folder) -> None:
    found = await folder.read(folder.put("a.csv", (FIXTURES / "comments_fr.csv").read_bytes()), kind="review")
    assert [message.id for message in found.messages] == ["c-1001", "c-1002", "c-1003", "c-1004", "c-1007"]
    first = found.messages[0]
    assert first.published == datetime(2026, 3, 12, 13, 5, tzinfo=UTC)
    assert first.author == Author("Josiane B.", "Josiane B.") and first.engagement == 12
    assert (first.kind, first.visibility) == ("review", "public")
    assert "\nEt toujours" in found.texts[2]
    assert found.texts[3] == "<script>alert('coucou')</script> 😂" and found.messages[3].url == ""
    assert [reject.where for reject in found.rejects] == ["l. 7", "l. 8"]
    assert all(is_valid(message) for message in found.messages)


# --- identifiers


async def test_a_row_without_identifier_gets_one_that_stays(folder: Folder) -> None:
    rows = [["date", "texte"], *[["12/03/2026", "Bravo !"]] * 3]
    first, second = [await folder.read(folder.csv(rows)) for _ in range(2)]
    assert len({message.id for message in first.messages}) == 3
    assert [message.id for message in first.messages] == [message.id for message in second.messages]
    folder.csv([*rows, ["12/03/2026", "Autre"]], "b.csv")
    assert {m.id for m in (await folder.read("b.csv")).messages}.isdisjoint(m.id for m in first.messages)


async def test_what_someone_said_at_a_time_is_the_same_in_two_exports(folder: Folder) -> None:
    rows = [["date", "auteur", "texte"], ["12/03/2026 14:05:31", "Zoé", "Bravo !"]]
    first = await folder.read(folder.csv(rows))
    folder.csv([rows[0], ["12/03/2026 14:04:10", "Ali", "Avant"], rows[1]], "b.csv")
    later = await folder.read("b.csv")
    assert first.messages[0].id == later.messages[1].id


async def test_the_same_row_twice_is_one_message_and_another_text_is_an_edit(folder: Folder) -> None:
    rows = [HEADER, ["c1", "12/03/2026", "Zoé", "Bonjour"], ["c1", "12/03/2026", "Zoé", "Bonjour"]]
    found = await folder.read(folder.csv([*rows, ["c1", "12/03/2026", "Zoé", "Bonjour à tous"]]), mapping=MAPPING)
    assert found.texts == ["Bonjour", "Bonjour à tous"]
    assert [len(delivery.messages) for delivery in found.deliveries] == [1, 1]
    assert [(delivery.cursor or {})["row"] for delivery in found.deliveries] == [0, 3]


MAPPING = {"id": "id", "published": "date", "author.name": "auteur", "text": "texte"}


# --- what is told and what is guessed


async def test_a_confirmed_mapping_wins(folder: Folder) -> None:
    name = folder.csv([["texte", "vrai texte", "date"], ["faux", "vrai", "12/03/2026"]])
    assert (await folder.read(name, mapping={"text": "vrai texte", "published": ""})).texts == ["vrai"]


async def test_a_column_that_is_not_there_is_told(folder: Folder) -> None:
    name = folder.csv(numbered(2))
    with pytest.raises(SourceError) as caught:
        await folder.read(name, mapping={"text": "Commentaire"})
    assert "Commentaire" in str(caught.value) and "texte" in str(caught.value)


async def test_what_is_not_sure_waits_for_a_person(folder: Folder) -> None:
    name = folder.csv([["x", "y"], ["12/03/2026", "On verra bien demain matin"]])
    with pytest.raises(SourceError) as caught:
        await folder.read(name)
    assert caught.value.kind == "refused"
    check = await CONNECTOR.check(folder.job(name))
    assert check.ok and check.sample == ("On verra bien demain matin",)
    assert (await folder.read(name, **check.found)).texts == ["On verra bien demain matin"]


async def test_the_time_zone_is_that_of_the_settings(folder: Folder) -> None:
    name = folder.csv(numbered(1))
    (reunion,) = (await folder.read(name, timezone="Indian/Reunion")).messages
    assert reunion.published == datetime(2026, 3, 12, 10, 5, tzinfo=UTC)


async def test_a_message_without_date_has_that_of_the_file(folder: Folder) -> None:
    name = folder.csv([["texte", "date"], ["Bonjour", ""]])
    assert (await folder.read(name)).messages[0].published == NOW


async def test_values_that_mean_nothing_are_left_in_raw(folder: Folder) -> None:
    header = ["texte", "date", "langue", "pays", "kind", "visibilité", "likes", "lien"]
    name = folder.csv([header, ["a", "12/03/2026", "klingon!", "France", "roman", "secret", "beaucoup", "ftp://x"]])
    (message,) = (await folder.read(name)).messages
    assert (message.lang, message.country, message.kind, message.visibility) == ("", "", "comment", "public")
    assert message.engagement is None and message.url == ""
    assert message.raw is not None and message.raw["pays"] == "France" and message.raw["likes"] == "beaucoup"


async def test_a_file_where_nothing_can_be_read_stops_at_once(folder: Folder) -> None:
    name = folder.csv([HEADER, *[[f"c{n}", "demain", "Zoé", "Bonjour"] for n in range(1_500)]])
    with pytest.raises(SourceError) as caught:
        await folder.read(name, mapping=MAPPING)
    assert caught.value.kind == "malformed" and "demain" in str(caught.value)


async def test_a_few_bad_rows_stop_nothing(folder: Folder) -> None:
    name = folder.csv([*numbered(1), *[[f"c{n}", "demain", "Zoé", "Bonjour"] for n in range(1_500)]])
    found = await folder.read(name, mapping=MAPPING)
    assert len(found.messages) == 1 and len(found.rejects) == 1_500


async def test_a_header_and_nothing_else(folder: Folder) -> None:
    found = await folder.read(folder.csv([HEADER]), mapping=MAPPING)
    assert found.messages == [] and found.cursor["done"]


# --- bounds and resuming


async def test_deliveries_are_bounded_in_rows_and_in_weight(folder: Folder) -> None:
    found = await folder.read(folder.csv(numbered(2_500)))
    assert [len(delivery.messages) for delivery in found.deliveries] == [MOST_ROWS, MOST_ROWS, 500]
    heavy = [HEADER, *[[f"c{n}", "12/03/2026", "Zoé", "a" * 900_000] for n in range(12)]]
    found = await folder.read(folder.csv(heavy), mapping=MAPPING)
    weights = [sum(len(message.text) for message in delivery.messages) for delivery in found.deliveries]
    assert len(found.messages) == 12 and max(weights) < MOST_CHARACTERS + 1_000_000


async def test_progress_goes_from_nothing_to_all(folder: Folder) -> None:
    name = folder.csv(numbered(5_500))
    found = await folder.read(name)
    parts = [progress(folder.path / name, delivery.cursor or {}) for delivery in found.deliveries]
    assert parts == sorted(parts) and 0 < parts[0] < 1 and parts[-1] == 1.0
    assert progress(folder.path / name, {}) == 0.0 and progress(Path("/absent"), {"read": 3}) == 0.0


async def test_reading_goes_on_from_each_cursor(folder: Folder) -> None:
    name = folder.csv(numbered(3_500))
    whole = await folder.read(name)
    for number, delivery in enumerate(whole.deliveries):
        rest = await folder.read(name, delivery.cursor)
        done = [message for one in whole.deliveries[: number + 1] for message in one.messages]
        assert done + rest.messages == whole.messages


async def test_a_file_that_grew_gives_its_new_rows_and_another_one_all_of_them(folder: Folder) -> None:
    name = folder.csv(numbered(10))
    first = await folder.read(name)
    with (folder.path / name).open("a") as file:
        file.write("c9999;12/03/2026;Zoé;La suite\n")
    assert (await folder.read(name, first.cursor)).texts == ["La suite"]
    folder.csv(numbered(10, 5_000))
    assert len((await folder.read(name, first.cursor)).messages) == 10


@pytest.mark.parametrize(
    "cursor", [{"row": -1}, {"row": "x", "head": [1, "x"]}, {"head": [10**12, "x"]}, {"head": 3, "done": True}]
)
async def test_a_cursor_that_holds_nonsense_begins_anew(folder: Folder, cursor: dict[str, object]) -> None:
    assert len((await folder.read(folder.csv(numbered(3)), cursor)).messages) == 3


#: Reads a file and commits each delivery, with its cursor, in one append to a journal, as the store does.
READER = """
import asyncio, json, os, sys
from datetime import UTC, datetime
from pathlib import Path
from palabre.connectors.contract import Job
from palabre.connectors.file import CONNECTOR

async def main(uploads, journal):
    lines = journal.read_text().splitlines() if journal.exists() else []
    cursor = json.loads(lines[-1])["cursor"] if lines else {}
    job = Job(1, {"path": "a.csv"}, {}, cursor, lambda: datetime.now(UTC), uploads)
    with journal.open("ab", buffering=0) as out:
        async for delivery in CONNECTOR.collect(job):
            ids = [message.id for message in delivery.messages]
            out.write(json.dumps({"ids": ids, "cursor": delivery.cursor}).encode() + b"\\n")

asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2])))
"""


@pytest.mark.fault
def test_kill_9_in_the_middle_neither_loses_nor_doubles(folder: Folder, tmp_path: Path) -> None:
    folder.csv(numbered(60_000))
    journal = tmp_path / "journal"
    command = [sys.executable, "-c", READER, str(folder.path), str(journal)]
    for kills in range(1, 4):
        process = subprocess.Popen(command)
        while process.poll() is None and (not journal.exists() or journal.read_text().count("\n") < kills * 8):
            os.sched_yield()
        process.send_signal(signal.SIGKILL)
        process.wait()
    subprocess.run(command, check=True)
    committed = [key for line in journal.read_text().splitlines() for key in json.loads(line)["ids"]]
    assert committed == [f"c{1_000 + number}" for number in range(60_000)]


#: Reads a file, and prints how many rows it gave and its peak memory after a tenth of them and at the end.
WEIGHER = """
import asyncio, resource, sys
from datetime import UTC, datetime
from pathlib import Path
from palabre.connectors.contract import Job
from palabre.connectors.file import CONNECTOR

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

async def main(uploads):
    count = early = 0
    async for delivery in CONNECTOR.collect(Job(1, {"path": "a.csv"}, {}, {}, lambda: datetime.now(UTC), uploads)):
        count += len(delivery.messages)
        early = early or (count >= 20_000 and peak())
    print(count, early, peak())

asyncio.run(main(Path(sys.argv[1])))
"""


def test_memory_stays_flat_over_200_000_rows(folder: Folder) -> None:
    folder.csv(numbered(200_000))
    done = subprocess.run([sys.executable, "-c", WEIGHER, str(folder.path)], capture_output=True, check=True)
    count, early, late = map(int, done.stdout.split())
    assert count == 200_000
    assert late < early * 1.15


# --- where files may be


@pytest.mark.parametrize(
    "path", ["../secret.csv", "/etc/passwd", "lien.csv", "absent.csv", ".", "", "a\0b", "x" * 5_000]
)
async def test_nothing_is_read_outside_the_uploads(folder: Folder, tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.csv").write_text("texte;date\nsecret;12/03/2026\n")
    (folder.path / "lien.csv").symlink_to(tmp_path / "secret.csv")
    for trusted in (None, False, "true", 1):
        with pytest.raises(SourceError) as caught:
            await folder.read(path, trusted=trusted)
        assert caught.value.kind in ("gone", "refused")
        assert not (await CONNECTOR.check(folder.job(path, trusted=trusted))).ok


async def test_the_command_line_may_read_anywhere(folder: Folder, tmp_path: Path) -> None:
    elsewhere = tmp_path / "ailleurs.csv"
    elsewhere.write_text("texte;date;auteur\nBonjour;12/03/2026;Zoé\n")
    assert (await folder.read(str(elsewhere), trusted=True)).texts == ["Bonjour"]
    with pytest.raises(SourceError):
        await folder.read("../ailleurs.csv", trusted=True)


async def test_a_reader_that_is_abandoned_closes_its_file(folder: Folder) -> None:
    name = folder.csv(numbered(5_000))
    job: Job = folder.job(name)
    reading = CONNECTOR.collect(job)
    await anext(reading)
    await reading.aclose()  # an open file would be a ResourceWarning, and warnings are errors
    assert Import().cursor == {}


# --- settings


def test_good_settings() -> None:
    assert CONNECTOR.problems({"path": "a.csv"}, {}) == []
    good = {
        "encoding": "cp1252",
        "delimiter": "tab",
        "timezone": "Indian/Reunion",
        "mapping": MAPPING,
        "kind": "chat",
    }
    assert CONNECTOR.problems({"path": "a.csv", **good}, {}) == []


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        *(
            ("path", ""),
            ("path", 3),
            ("format", "pdf"),
            ("timezone", "Paris"),
            ("timezone", 1),
            ("encoding", "klingon"),
        ),
        *(
            ("delimiter", ";;"),
            ("delimiter", '"'),
            ("delimiter", 3),
            ("kind", "roman"),
            ("visibility", []),
            ("dates", "x"),
        ),
        *(("mapping", "texte"), ("mapping", {"texte": "a"}), ("mapping", {"id": "a"}), ("header", True)),
    ],
)
def test_a_wrong_setting_is_told_in_both_languages(setting: str, value: object) -> None:
    found = CONNECTOR.problems({"path": "a.csv", setting: value}, {})
    assert found and {name for name, _, _ in found} == {setting}
    assert all(french and english and french != english for _, french, english in found)
