"""The core that reads messages, compiled by mypyc, beside the plain one: first the same answers, then both paces.

Makes ``.compiled`` where it is not made yet (``make compiled``); without a C compiler it says so. Each of the two
runs in a process of its own: understanding step by step, then intake to announced as fast as it goes.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from bench import ingest, steps
from bench.bed import bed
from bench.speech import Speech
from bench.text import comments
from palabre.core.model import Message
from palabre.core.query import compile_topics
from palabre.core.signals.reader import read_many
from palabre.core.text import search_vector_binary, tokenize_many
from palabre.core.text.language import languages_of
from palabre.core.text.near import NearIndex
from palabre.store.models import builtin
from palabre.store.models.languages import guesser

ROOT = Path(__file__).parents[1]
FOLDERS = {"plain": ROOT / "src", "compiled": ROOT / ".compiled"}
TEXTS, BATCH, MESSAGES = 4_000, 500, 60_000


def main() -> int:
    """Make the compiled core, compare, and print; 1 where answers differ."""
    if subprocess.run([sys.executable, ROOT / "tools" / "compiled.py"], check=False).returncode:
        print("Not measured: there is no compiled core.")
        return 0
    plain, compiled = (_run(folder) for folder in FOLDERS.values())
    if plain["answers"] != compiled["answers"]:
        print("The answers differ: do not use the compiled core, and tell us.")
        return 1
    print(f"{TEXTS + len(comments()):,} texts: tokens, languages, vectors, groups, signals and topics are the same")
    print(f"  {'microseconds of processor a message':36} {'plain':>8} {'compiled':>9}")
    for what in plain["spent"]:
        print(f"  {what:36} {plain['spent'][what]:8.1f} {compiled['spent'][what]:9.1f}")
    print(f"  {'ingest, messages/s':36} {plain['rate']:8,.0f} {compiled['rate']:9,.0f}")
    return 0


def _run(folder: Path) -> Any:
    """Return what the package in ``folder`` answers and spends."""
    # The same order of sets in both: a sum of probabilities differs in its last digit by it.
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "bench.compiled", "--alone"]
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def alone() -> None:
    """Print what this process answers and spends, as JSON."""
    mark = sha256()
    for answer in answers():
        mark.update(repr(answer).encode())
    cold, warm = steps.measured()
    spent = {f"{step}, {when}": took[step] for step in cold for when, took in (("cold", cold), ("warm", warm))}
    with bed(Speech(7).topics(1_000)) as here, ingest.worker(here) as work:
        done = ingest.drain(here, work, MESSAGES, 0)
    spent |= {f"ingest, {who}": seconds / done.messages * 1e6 for who, seconds in done.spent.items()}
    print(json.dumps({"answers": mark.hexdigest(), "spent": spent, "rate": done.rate}))


def answers() -> Iterator[object]:
    """Yield all that is said of invented messages, those who repeat themselves among them."""
    said = [*Speech(11).messages(TEXTS), *_written(comments())]
    models, near, topics = (
        builtin().models,
        NearIndex(),
        compile_topics(enumerate(Speech(7).topics(1_000), start=1)),
    )
    for at in range(0, len(said), BATCH):
        messages = said[at : at + BATCH]
        texts = tokenize_many([one.text for one in messages])
        yield [list(tokens) for tokens in texts]
        yield languages_of(texts, guesser())
        yield [search_vector_binary(None, None, tokens) for tokens in texts]
        yield near.groups(texts, range(at + 1, at + 1 + len(texts)))
        yield read_many(messages, texts, models)
        yield [topics.match(tokens) for tokens in texts]


def _written(texts: list[str]) -> list[Message]:
    """Return texts as messages."""
    shapes = Speech(12).messages(len(texts))
    return [replace(one, text=text) for one, text in zip(shapes, texts, strict=True)]


if __name__ == "__main__":
    sys.exit(alone() if sys.argv[1:] == ["--alone"] else main())
