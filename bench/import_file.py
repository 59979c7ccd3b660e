"""How fast a file is parsed into messages, beside the standard library reading the same file in the same run.

Run: ``.venv/bin/python bench/import_file.py [rows]``. The peer is plain ``csv.DictReader``, ``json.loads`` or
openpyxl: it only splits the rows, where Palabre also reads dates, checks and bounds every field, derives
identifiers and keeps its place. Each reading has a process of its own, so that its peak memory is its own.
"""

import csv
import gzip
import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

ROWS = 1_000_000

#: A workbook is ten times slower to write than to read: fewer rows tell as much.
XLSX_SHARE = 10

HEADER = ["id", "publié le", "pseudo", "commentaire", "lien"]


def row(number: int) -> list[str]:
    """Return an invented comment; one in ten has two lines, a delimiter and quotes."""
    text = f"Le commentaire {number} dit que la déviation est trop longue, et que le pont attend depuis l’été."
    if number % 10 == 0:
        text += '\nEt il ajoute ; "pour mémoire" ; que rien ne change.'
    date = f"{number % 28 + 1:02d}/03/2026 {number % 24:02d}:{number % 60:02d}"
    return [f"c{number:07d}", date, f"auteur {number % 5_000}", text, f"https://exemple.fr/a/{number}"]


def write_csv(path: Path, rows: int) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADER)
        writer.writerows(row(number) for number in range(rows))


@contextmanager
def opened(path: Path, mode: str) -> Iterator[IO[Any]]:
    open_ = gzip.open if path.suffix == ".gz" else open
    with open_(path, mode, encoding="utf-8") as file:
        yield file


def write_jsonl(path: Path, rows: int) -> None:
    with opened(path, "wt") as file:
        for number in range(rows):
            file.write(json.dumps(dict(zip(HEADER, row(number), strict=True)), ensure_ascii=False) + "\n")


def write_xlsx(path: Path, rows: int) -> None:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Export")
    sheet.append(HEADER)
    for number in range(rows):
        sheet.append(row(number))
    book.save(path)


def palabre(path: Path) -> Iterator[int]:
    from palabre.connectors.contract import Job
    from palabre.connectors.file.client import deliveries_of

    job = Job(1, {"path": str(path), "trusted": True}, {}, {}, lambda: datetime.now(UTC))
    for delivery in deliveries_of(job):
        assert not delivery.rejects
        yield len(delivery.messages)


def peer_csv(path: Path) -> Iterator[int]:
    with path.open(newline="", encoding="utf-8") as file:
        for _ in csv.DictReader(file, delimiter=";"):
            yield 1


def peer_jsonl(path: Path) -> Iterator[int]:
    with opened(path, "rt") as file:
        for line in file:
            json.loads(line)
            yield 1


def peer_xlsx(path: Path) -> Iterator[int]:
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for number, _ in enumerate(book.worksheets[0].iter_rows(values_only=True)):
        yield int(number > 0)


FORMATS: dict[str, tuple[Callable[[Path, int], None], Callable[[Path], Iterator[int]], str]] = {
    "export.csv": (write_csv, peer_csv, "csv.DictReader"),
    "export.jsonl": (write_jsonl, peer_jsonl, "json.loads"),
    "export.jsonl.gz": (write_jsonl, peer_jsonl, "gzip + json.loads"),
    "export.xlsx": (write_xlsx, peer_xlsx, "openpyxl"),
}


def measured(
    read: Callable[[Path], Iterator[int]], path: Path, answer: "multiprocessing.SimpleQueue[object]"
) -> None:
    """Read in a process of its own; answer rows, seconds, peak MB early on and at the end."""
    start, count, early = time.perf_counter(), 0, 0.0
    for rows in read(path):
        count += rows
        if not early and count >= 10_000:
            early = peak()
    answer.put((count, time.perf_counter() - start, early, peak()))


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1_048_576 if sys.platform == "darwin" else 1_024)


def run(read: Callable[[Path], Iterator[int]], path: Path) -> tuple[int, float, float, float]:
    context = multiprocessing.get_context("spawn")
    answer = context.SimpleQueue()
    process = context.Process(target=measured, args=(read, path, answer))
    process.start()
    found: tuple[int, float, float, float] = answer.get()
    process.join()
    return found


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    print(f"{'file':<18}{'reader':<20}{'rows':>10}{'MB':>7}{'rows/s':>10}{'MB early':>10}{'MB peak':>9}")
    with TemporaryDirectory() as folder:
        for name, (write, peer, peer_name) in FORMATS.items():
            path = Path(folder) / name
            write(path, rows // (XLSX_SHARE if name.endswith("xlsx") else 1))
            for reader, read in (("Palabre", palabre), (peer_name, peer)):
                count, seconds, early, late = run(read, path)
                size = path.stat().st_size / 1e6
                rate = count / seconds
                print(f"{name:<18}{reader:<20}{count:>10,}{size:>7.0f}{rate:>10,.0f}{early:>10.0f}{late:>9.0f}")
            path.unlink()


if __name__ == "__main__":
    main()
