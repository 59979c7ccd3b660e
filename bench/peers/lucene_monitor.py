"""Lucene Monitor, from Debian's packages: its source compiled against their jars in a temporary folder.

Needs ``apt-get install liblucene8-java default-jdk-headless``; the source of the monitor module, for which there is
no jar, is fetched by ``apt-get source`` with lists of its own, or taken from ``$LUCENE8_SOURCE`` (the archive).
"""

import os
import shutil
import subprocess
import tarfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from palabre.core.query.tree import And, Near, Node, Not, Or, Phrase, Term
from palabre.core.text import Tokens

JARS = ("core", "memory", "analyzers-common", "queries", "queryparser")
HARNESS = Path(__file__).parent / "lucene" / "Percolate.java"
_SOURCES = "deb-src http://deb.debian.org/debian bookworm main\n"


class Missing(Exception):
    """Lucene Monitor cannot be had here: why."""


@dataclass(frozen=True)
class Measured:
    """Microseconds of processor time: to compile a query, to match a message of each set; topics by message."""

    compile: float
    match: list[float]
    found: list[list[list[int]]]


def build(folder: Path) -> str:
    """Compile Lucene Monitor and our harness; return the class path. Raises ``Missing``."""
    for program in ("java", "javac"):
        if shutil.which(program) is None:
            raise Missing(f"there is no {program}: apt-get install default-jdk-headless")
    jars = [_jar(name) for name in JARS]
    source = _source(folder)
    classes = folder / "classes"
    classes.mkdir()
    files = [str(path) for path in source.rglob("*.java") if path.name != "package-info.java"]
    path = ":".join([*jars, str(classes)])
    _run(["javac", "-nowarn", "-encoding", "UTF-8", "-cp", path, "-d", str(classes), *files, str(HARNESS)], folder)
    return path


def measure(
    path: str,
    folder: Path,
    topics: Mapping[int, Node],
    counts: Mapping[str, int],
    sets: Sequence[Sequence[Tokens]],
    batch: int = 1_000,
    rounds: int = 10,
) -> Measured:
    """Match sets of messages against topics; the best of some rounds, after one that warms up."""
    queries = "\n".join("\t".join([str(id), *_written(tree)]) for id, tree in topics.items())
    (folder / "queries").write_text(queries + "\n", "utf-8")
    (folder / "counts").write_text("".join(f"{term}\t{count}\n" for term, count in counts.items()), "utf-8")
    for number, messages in enumerate(sets):
        said = (" ".join("\t".join(form.terms) for form in message.forms) for message in messages)
        (folder / f"messages.{number}").write_text("".join(f"{line}\n" for line in said), "utf-8")
    names = [str(folder / f"messages.{number}") for number in range(len(sets))]
    options = ["-Xmx1g", "-XX:+UseSerialGC", "-cp", path, "Percolate"]
    files = [str(folder / "queries"), str(folder / "counts"), str(folder / "matches")]
    said = _run(["java", *options, *files, str(batch), str(rounds), *names], folder).split("\n")
    values = [line.split() for line in said if line]
    found = [_matches(folder / f"matches.{number}") for number in range(len(sets))]
    return Measured(float(values[0][1]), [float(line[1]) for line in values[1:]], found)


def _matches(file: Path) -> list[list[int]]:
    return [[int(topic) for topic in line.split()] for line in file.read_text("utf-8").splitlines()]


def _written(tree: Node) -> list[str]:
    """Return a tree from its root, as the harness reads it."""
    match tree:
        case Term(term, prefix):
            return ["prefix" if prefix else "term", term]
        case Phrase(parts):
            return ["phrase", str(len(parts)), *(part.term for part in parts if isinstance(part, Term))]
        case Near(parts, words):
            return ["near", str(words), str(len(parts)), *(part.term for part in parts if isinstance(part, Term))]
        case And(children) | Or(children):
            name = "and" if isinstance(tree, And) else "or"
            return [name, str(len(children)), *(word for child in children for word in _child(child))]
        case _:
            raise ValueError(f"The harness has no word for {tree}.")


def _child(tree: Node) -> list[str]:
    return ["not", *_written(tree.child)] if isinstance(tree, Not) else ["is", *_written(tree)]


def _jar(name: str) -> str:
    found = sorted(Path("/usr/share/java").glob(f"lucene-{name}-8.*.jar"))
    if not found:
        raise Missing(f"there is no lucene-{name} jar: apt-get install liblucene8-java")
    return str(found[-1])


def _source(folder: Path) -> Path:
    """Return the folder of the monitor module's source."""
    archive = Path(os.environ.get("LUCENE8_SOURCE") or _fetched(folder))
    with tarfile.open(archive) as tar:
        wanted = [member for member in tar.getmembers() if "/monitor/src/java/" in member.name]
        tar.extractall(folder, wanted, filter="data")
    return next(folder.glob("lucene*/monitor/src/java"))


def _fetched(folder: Path) -> Path:
    lists = folder / "lists"
    (lists / "partial").mkdir(parents=True)
    (folder / "sources.list").write_text(_SOURCES)
    options = [
        *("-o", f"Dir::Etc::SourceList={folder}/sources.list", "-o", "Dir::Etc::SourceParts=/dev/null"),
        *("-o", f"Dir::State::Lists={lists}", "-o", "APT::Sandbox::User=root"),
    ]
    try:
        _run(["apt-get", *options, "update"], folder)
        _run(["apt-get", *options, "source", "--download-only", "--tar-only", "lucene8"], folder)
        return next(folder.glob("lucene8_*.orig.tar.*"))
    except (OSError, StopIteration) as error:
        raise Missing("its source package cannot be fetched: set LUCENE8_SOURCE") from error


def _run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing(f"{command[0]} failed: {(done.stderr or done.stdout).strip()[-600:]}")
    return done.stdout
