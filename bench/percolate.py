"""How long matching takes: 100, 1,000 and 10,000 topics on short messages and on articles, beside Lucene Monitor.

Run: ``.venv/bin/python -m bench.percolate``. Microseconds of processor time a message, one process, one thread: the
time of the process, not of the clock, and the best of some rounds, so that a busy machine says nearly the same.

What is counted is *tokens → topics*: texts are cut into terms beforehand, for us and for the peer. ``topics`` are
the numbers of the topics that match, as the peer gives them; ``evidence`` adds where the text shows it. ``cold`` is
the first sight of each message, its words unknown; the others are warm. Memory is what the topics hold, then with
what is remembered of the words of messages. Words follow Zipf's law, as in any language; topics are names, names
with a context, exclusions, prefixes, phrases, closeness. Both choose anchors by how many of 20,000 other messages
have a term. The topics found are held against each other first: each difference is
decided by the plain matcher, and nothing is told where one is ours.
"""

import argparse
import gc
import multiprocessing
import random
import statistics
import tempfile
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

from bench.peers import lucene_monitor
from palabre.core.query import Node, Percolator, Said, matches, parse
from palabre.core.query.anchors import counted
from palabre.core.text import Tokens, tokenize_many

VOCABULARY = 60_000
NAMES = 20_000
MESSAGES = 20_000
ARTICLES = 200
ROUNDS = 5


class Speech:
    """Invented words, common ones first, and names that people talk about."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)
        self.words = self._invent(VOCABULARY)
        self.names = [name.capitalize() for name in self._invent(NAMES)]
        self._word_weights = list(accumulate(1 / rank for rank in range(2, VOCABULARY + 2)))
        self._name_weights = list(accumulate(1 / rank for rank in range(1, NAMES + 1)))

    def _invent(self, count: int) -> list[str]:
        syllables = [
            c + v for c in "bcdfgjlmnprstv" for v in ("a", "é", "i", "o", "u", "en", "ou", "al", "ir", "eur")
        ]
        found: dict[str, None] = {}
        while len(found) < count:
            found["".join(self.chance.choices(syllables, k=1 + int(len(found) ** 0.17)))] = None
            found["".join(self.chance.choices(syllables, k=2 + int(len(found) ** 0.1)))] = None
        return list(found)[:count]

    def common(self, count: int) -> list[str]:
        return self.chance.choices(self.words, cum_weights=self._word_weights, k=count)

    def name(self) -> str:
        return self.chance.choices(self.names, cum_weights=self._name_weights)[0]

    def message(self, words: int) -> str:
        said = self.common(words)
        if self.chance.random() < 0.35:
            said[self.chance.randrange(words)] = self.name()
        return " ".join(said) + self.chance.choice(["", " !", ".", " 😂😂", "…"])

    def topic(self) -> str:
        kind = self.chance.random()
        name = self.some_name()
        context = " OR ".join(self.some_context() for _ in range(self.chance.randint(2, 12)))
        if kind < 0.25:
            return " OR ".join({self.some_name() for _ in range(self.chance.randint(1, 6))})
        if kind < 0.65:
            return f"{name} AND ({context})"
        if kind < 0.75:
            return f"({name} NEAR/{self.chance.randint(2, 10)} {self.some_name()}) OR {self.near_name(name)}"
        if kind < 0.87:
            excluded = " OR ".join(self.common(self.chance.randint(2, 6)))
            return f"{name} ({context}) -({excluded})"
        broad = " OR ".join(self.chance.choices(self.words[200:4000], k=4))
        return f"({broad}) AND ({context}) NOT {name}"

    def some_name(self) -> str:
        """A name that a topic is about: any name, less often the ones on every lip."""
        return self.names[int(NAMES ** self.chance.uniform(0.35, 1)) - 1]

    def near_name(self, name: str) -> str:
        """Close to a common word, so that some of it is met."""
        return f"({name} NEAR/{self.chance.randint(2, 10)} {self.common(1)[0]})"

    def some_context(self) -> str:
        kind = self.chance.random()
        word = self.chance.choice(self.words[20:8000])
        if kind < 0.1 and len(word) > 4:
            return word[:4] + "*"
        if kind < 0.17:
            return f'"{word} {self.common(1)[0]}"'
        return word


class Bed:
    """The messages, the topics, and how often terms come in other messages."""

    def __init__(self, most: int) -> None:
        speech = Speech()
        self.messages = [speech.message(speech.chance.randint(4, 28)) for _ in range(MESSAGES)]
        self.articles = [speech.message(860) for _ in range(ARTICLES)]
        self.topics = {number: tree(speech.topic()) for number in range(most + 20)}
        history = tokenize_many(speech.message(speech.chance.randint(4, 28)) for _ in range(MESSAGES))
        terms = ({term for form in message.forms for term in form.terms} for message in history)
        self.counts = Counter(term for one in terms for term in one)

    def percolator(self, count: int) -> Percolator:
        """Return so many topics, compiled."""
        made = Percolator(counted(self.counts, MESSAGES))
        for number in range(count):
            made.put_tree(number, self.topics[number])
        return made


def tree(query: str) -> Node:
    """Read a query; all of them can be."""
    found = parse(query).tree
    if found is None:
        raise ValueError(query)
    return found


def spent(step: Callable[[Tokens], object], batch: Sequence[Tokens], rounds: int = ROUNDS) -> float:
    """Return microseconds a message: of each fortieth of the batch, the best of some rounds."""
    size, total = max(1, len(batch) // 40), 0.0
    for at in range(0, len(batch), size):
        part = batch[at : at + size]
        total += min(timed(step, part) for _ in range(rounds))
    return total / len(batch) * 1e6


def timed(step: Callable[[Tokens], object], part: Sequence[Tokens]) -> float:
    """Return seconds of processor time."""
    start = time.process_time()
    for tokens in part:
        step(tokens)
    return time.process_time() - start


def memory(bed: Bed, count: int, messages: Sequence[Tokens]) -> tuple[float, float]:
    """Return the MB that topics hold, and with what is remembered of the words of messages."""
    tracemalloc.start()
    percolator = bed.percolator(count)
    gc.collect()
    topics, _ = tracemalloc.get_traced_memory()
    timed(percolator.topics, messages)
    everything, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return topics / 2**20, everything / 2**20


def measure(bed: Bed, count: int, path: str | None, folder: Path) -> None:
    """Print the figures of so many topics, and the peer's below them."""
    messages, articles = tokenize_many(bed.messages), tokenize_many(bed.articles)
    start = time.process_time()
    percolator = bed.percolator(count)
    compiling = (time.process_time() - start) / count * 1e6
    gc.freeze()  # as the worker does: compiled topics stay, there is no point in visiting them again and again
    cold = timed(percolator.topics, messages) / len(messages) * 1e6
    warm, told = spent(percolator.topics, messages), spent(percolator.match, messages)
    long, long_told = spent(percolator.topics, articles), spent(percolator.match, articles)
    found = [[percolator.topics(one) for one in batch] for batch in (messages, articles)]
    means = [statistics.fmean(map(len, batch)) for batch in found]
    adding = adds(percolator, bed, count)
    held, all_held = memory(bed, count, messages)
    print(f"{count:,} topics: compiled in {compiling:.0f} µs each; {held:.0f} MB, {all_held:.0f} MB with words")
    print(f"  message  cold {cold:6.1f}  topics {warm:6.1f} ({1e6 / warm:,.0f}/s)  evidence {told:6.1f}"
          f" ({1e6 / told:,.0f}/s)   {means[0]:.2f} matches")  # fmt: skip
    print(f"  article             topics {long:6.0f}  evidence {long_told:6.0f}   {means[1]:.1f} matches")
    print(f"  adding one: {statistics.median(adding):.1f} ms, at most {max(adding):.1f} ms")
    if path is not None:
        beside(bed, count, path, folder, found, (messages, articles), (warm, long))


def adds(percolator: Percolator, bed: Bed, count: int) -> list[float]:
    """Return milliseconds to have one more topic live, its query read and its words known, twenty times."""
    spent_on = []
    for number in range(len(bed.topics) - 20, len(bed.topics)):
        start = time.process_time()
        percolator.put_tree(10**6 + number, bed.topics[number])
        spent_on.append((time.process_time() - start) * 1e3)
    return spent_on


def beside(
    bed: Bed,
    count: int,
    path: str,
    folder: Path,
    found: list[list[list[int]]],
    sets: tuple[list[Tokens], list[Tokens]],
    ours: tuple[float, float],
) -> None:
    """Measure the peer on the same, after its answers were held against ours."""
    topics = {number: bed.topics[number] for number in range(count)}
    peer = lucene_monitor.measure(path, folder, topics, bed.counts, sets)
    missed = [
        held(topics, batch, mine, theirs) for batch, mine, theirs in zip(sets, found, peer.found, strict=True)
    ]
    if any(missed):
        print(f"  Lucene Monitor has {sum(missed)} matches wrong, each looked at by the plain matcher")
    print(f"  Lucene Monitor, tuned, batches of 1,000: compiled in {peer.compile:.0f} µs each;"
          f" message {peer.match[0]:.1f} ({peer.match[0] / ours[0]:.1f} × ours),"
          f" article {peer.match[1]:.0f} ({peer.match[1] / ours[1]:.1f} ×)")  # fmt: skip


def held(
    topics: dict[int, Node], batch: Sequence[Tokens], mine: Sequence[list[int]], theirs: Sequence[list[int]]
) -> int:
    """Hold both answers against each other; return how many matches the peer has wrong.

    Each difference is decided by the plain matcher. Where it is ours, or where the peer has more than one match in
    a thousand wrong, there is nothing to compare.
    """
    wrong = 0
    for tokens, ours, peers in zip(batch, mine, theirs, strict=True):
        for topic in {*ours} ^ {*peers}:
            if matches(topics[topic], Said(tokens)) != (topic in ours):
                raise SystemExit(f"Topic {topic} is wrong here: {tokens.text}")
            wrong += 1
    if wrong * 1_000 > sum(map(len, mine)):
        raise SystemExit(f"Lucene Monitor has {wrong} matches wrong: it does not do the same work.")
    return wrong


def two_processes(bed: Bed, count: int) -> None:
    """Print how many times the messages of one process two of them match, by the clock."""
    percolator, messages = bed.percolator(count), tokenize_many(bed.messages)
    gc.freeze()
    spent(percolator.topics, messages, 1)
    rates = {}
    for processes in (1, 2):
        context = multiprocessing.get_context("fork")
        barrier, ends = context.Barrier(processes + 1), context.Barrier(processes + 1)
        runners = [
            context.Process(target=_run, args=(percolator, messages, barrier, ends)) for _ in range(processes)
        ]
        for runner in runners:
            runner.start()
        barrier.wait()
        start = time.perf_counter()
        ends.wait()
        rates[processes] = processes * 3 * len(messages) / (time.perf_counter() - start)
        for runner in runners:
            runner.join()
    print(
        f"two processes, {count:,} topics: {rates[2]:,.0f} messages/s by the clock, {rates[2] / rates[1]:.2f} × one"
    )


def _run(percolator: Percolator, messages: list[Tokens], barrier: object, ends: object) -> None:
    timed(percolator.topics, messages)
    barrier.wait()  # type: ignore[attr-defined]
    for _ in range(3):
        timed(percolator.topics, messages)
    ends.wait()  # type: ignore[attr-defined]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--topics", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--alone", action="store_true", help="without Lucene Monitor")
    options = parser.parse_args()
    bed = Bed(max(options.topics))
    characters = statistics.fmean(map(len, bed.messages))
    print(f"{MESSAGES:,} messages of {characters:.0f} characters, {ARTICLES} articles of 860 words; µs of CPU each")
    with tempfile.TemporaryDirectory(prefix="palabre-bench-") as name:
        path = None if options.alone else peer(Path(name))
        for count in options.topics:
            measure(bed, count, path, Path(name))
    for count in options.topics[-2:]:
        two_processes(bed, count)


def peer(folder: Path) -> str | None:
    """Return the peer's class path, None where it cannot be had."""
    try:
        return lucene_monitor.build(folder)
    except lucene_monitor.Missing as missing:
        print(f"Lucene Monitor cannot be measured here: {missing}")
        return None


if __name__ == "__main__":
    main()
