"""Say which queries each message answers: JSON lines in and out, in the order of the input. Needs no database."""

import argparse
import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from tqdm import tqdm

from palabre.cli.lines_in import Numbered, batches, size_of
from palabre.cli.match_lines import LineFacts, MessageLine, QueryLine, parts, read_message, read_query
from palabre.cli.message_lines import WrongLine
from palabre.cli.tongue import Tongue, said, spoken
from palabre.core.query import Node, Percolator
from palabre.core.query.dialects import READERS, known_as, read
from palabre.core.text import fold, tokenize_many


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the file of queries."""
    parser.add_argument(
        "--queries", "-q", type=Path, required=True, metavar="Q.jsonl", help='lines {"id", "query", "dialect"?}'
    )
    parser.add_argument("--quiet", action="store_true", help="tell errors only, no warnings about queries")
    parser.epilog = f"Dialects: {', '.join(READERS)}."


def run(options: argparse.Namespace) -> int:
    """Match standard input; the exit status is 1 where a query or a line could not be read, 2 without queries."""
    try:
        with options.queries.open("rb") as file:
            topics = Topics(spoken(), quiet=options.quiet)
            topics.take(file)
    except OSError as error:
        print(f"palabre match: --queries {options.queries}: {error.strerror}.", file=sys.stderr)
        return 2
    gc.freeze()  # thousands of queries are not looked through again at each collection
    wrong = _match(topics, sys.stdin.buffer, sys.stdout.buffer)
    return 1 if wrong or topics.wrong else 0


class Topics:
    """The queries of a file, compiled. ``wrong`` counts those that could not be read; they were told."""

    def __init__(self, tongue: Tongue, *, quiet: bool) -> None:
        self.ids: list[bytes] = []
        self.wrong = 0
        self.percolator = Percolator()
        self._lines: dict[bytes, tuple[int, QueryLine, str]] = {}
        #: By what each is called, folded: its text and its dialect.
        self._called: dict[str, tuple[str, str]] = {}
        self._tongue, self._quiet = tongue, quiet

    def take(self, file: BinaryIO) -> None:
        """Read every line of a file, then compile: a query may call one that stands after it."""
        with _bar(file, "palabre match: queries") as bar:
            for lines, size in batches(file):
                for number, data in lines:
                    self._trying(number, partial(self._keep, number, data))
                bar.update(size)
        for number, line, dialect in self._lines.values():
            self._trying(number, partial(self._compile, number, line, dialect))
        self._lines.clear()

    def _trying(self, number: int, do: Callable[[], None]) -> None:
        try:
            do()
        except WrongLine as error:
            self._tell(number, str(error))
            self.wrong += 1

    def _keep(self, number: int, data: bytes) -> None:
        """Read one line. Raises ``WrongLine``."""
        line = read_query(data)
        written = bytes(line.id)
        if written in self._lines:
            raise WrongLine(f"there is already a query {written.decode()}: give each its own id.")
        dialect = known_as(line.dialect or "palabre")
        if dialect not in READERS:
            raise WrongLine(f"there is no dialect {line.dialect!r}; there are: {', '.join(READERS)}.")
        self._lines[written] = (number, line, dialect)
        self._called.setdefault(fold(line.called), (line.query, dialect))

    def _compile(self, number: int, line: QueryLine, dialect: str) -> None:
        parsed = read(line.query, dialect, saved=self._saved)
        self._tell_all(number, bytes(line.id), parsed.diagnostics)
        if parsed.tree is None:
            self.wrong += 1
            return
        self.percolator.put_tree(len(self.ids), parsed.tree, line.called)
        self.ids.append(bytes(line.id))

    def _saved(self, name: str) -> str | Node | None:
        """Return the query that is called so: as text where it is ours, so that what it calls is followed too."""
        if fold(name) not in self._called:
            return None
        query, dialect = self._called[fold(name)]
        return query if dialect == "palabre" else read(query, dialect).tree

    def _tell_all(self, number: int, written: bytes, diagnostics: Iterable[Any]) -> None:
        for found in diagnostics:
            if found.severity == "error" or not self._quiet:
                kind = "" if found.severity == "error" else _WARNING[self._tongue]
                self._tell(number, f"({written.decode()}) {kind}{said(found, self._tongue)}")

    def _tell(self, number: int, what: str) -> None:
        tqdm.write(f"palabre match: {_QUERY[self._tongue]} {number}: {what}", file=sys.stderr)

    def answer(self, line: MessageLine, text: Any) -> bytes:
        """Return the line of output of one message, given the tokens of its text."""
        found = self.percolator.topics(text, *parts(line, text), LineFacts(line, text))
        ids = self.ids
        return b'{"id":%b,"queries":[%b]}\n' % (line.id, b",".join([ids[topic] for topic in found]))


_QUERY = {"fr": "requête, ligne", "en": "query, line"}
_WARNING = {"fr": "attention : ", "en": "warning: "}


def _match(topics: Topics, source: BinaryIO, sink: BinaryIO) -> int:
    """Write an answer for each line that can be read; return how many could not."""
    wrong = 0
    with _bar(source, "palabre match") as bar:
        for lines, size in batches(source):
            good = list(_good(lines, bar))
            wrong += len(lines) - len(good)
            texts = tokenize_many(line.text for line in good)
            sink.writelines(map(topics.answer, good, texts))
            sink.flush()  # whoever pipes a live stream in wants answers now
            bar.update(size)
    return wrong


def _bar(source: BinaryIO, title: str) -> "tqdm[Any]":
    """Return a progress bar; it only shows on a terminal."""
    return tqdm(total=size_of(source), unit="B", unit_scale=True, disable=None, desc=title)


def _good(lines: Sequence[Numbered], bar: "tqdm[Any]") -> Iterator[MessageLine]:
    """Yield the lines that could be read; the others are told with their number."""
    for number, data in lines:
        try:
            yield read_message(data)
        except WrongLine as error:
            bar.write(f"palabre match: line {number}: {error}", file=sys.stderr)
