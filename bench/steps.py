"""What each step of understanding costs: microseconds of processor time a message, in one process.

*cold* is the first sight of each message, whose words may be new; *warm* a later one. Life is in between. The same
steps as ``palabre.pipeline.understand``, each over a batch; then reading the intake's JSON and building rows.
"""

import gc
from collections.abc import Callable
from datetime import UTC, datetime
from time import process_time
from typing import TypeVar

import msgspec

from bench.speech import Speech
from palabre.core.charter.propose import propose
from palabre.core.model import Delivery
from palabre.core.signals.reader import read_many
from palabre.core.text import search_vector_binary, tokenize_many
from palabre.core.text.language import languages_of
from palabre.pipeline.exchange import Excerpt
from palabre.pipeline.lenses import trained
from palabre.pipeline.shape import shape
from palabre.pipeline.understand import Lens, Understood
from palabre.store import wholesome
from palabre.store.models.languages import guesser

BATCH, ROUNDS = 1_000, 3
Result = TypeVar("Result")


class Clock:
    """Sums processor time by step."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def time(self, step: str, work: Callable[[], Result]) -> Result:
        """Do some work and count its time under a step."""
        started = process_time()
        result = work()
        self.spent[step] = self.spent.get(step, 0.0) + process_time() - started
        return result


def main(topics: int = 1_000, count: int = 10_000) -> None:
    """Print the steps, cold and warm."""
    cold, warm = measured(topics, count)
    print(f"understanding, processor time of each message; this machine's pace is {pace():.0f} (less is faster)")
    for step, spent in cold.items():
        print(f"  {step:18} cold {spent:6.1f}   warm {warm[step]:6.1f} µs")


def measured(topics: int = 1_000, count: int = 10_000) -> tuple[dict[str, float], dict[str, float]]:
    """Return the microseconds of each step, and of all, cold and warm."""
    lens, payloads = Lens(models=trained()), _payloads(count)
    for number, query in enumerate(Speech(7).topics(topics), start=1):
        lens.topics.put(number, query)
    gc.freeze()  # as the second process has it
    gc.set_threshold(500_000, 50, 100)
    rounds = [_round(lens, payloads, turn) for turn in range(ROUNDS)]
    for one in rounds:
        one["all"] = sum(one.values())
    cold, *_, warm = [{step: spent / count * 1e6 for step, spent in one.items()} for one in rounds]
    return cold, warm


def pace() -> float:
    """Return the milliseconds of processor time of a fixed piece of Python: figures of two runs compare by it."""
    started = process_time()
    table: dict[str, int] = {}
    for number in range(200_000):
        table[str(number % 5_000)] = number
    return (process_time() - started) * 1000


def _payloads(count: int) -> list[bytes]:
    speech = Speech(3)
    return [wholesome.encode(Delivery(messages=tuple(speech.messages(BATCH, at)))) for at in range(0, count, BATCH)]


def _round(lens: Lens, payloads: list[bytes], turn: int) -> dict[str, float]:
    clock = Clock()
    for number, payload in enumerate(payloads):
        _batch(lens, payload, (turn * 1_000 + number) * BATCH, clock)
    return clock.spent


def _batch(lens: Lens, payload: bytes, first: int, clock: Clock) -> None:
    """Do what a mind does with a batch, step by step."""
    excerpt = Excerpt(1, 1, "bench", True, datetime.now(UTC), payload)
    messages = clock.time("JSON", lambda: msgspec.json.decode(payload, type=Delivery).messages)
    ids = range(first + 1, first + 1 + len(messages))
    texts = clock.time("tokens", lambda: tokenize_many([message.text for message in messages]))
    langs = clock.time("language", lambda: [code for code, _ in languages_of(texts, guesser())])
    vectors = clock.time("search vector", lambda: [search_vector_binary(None, None, tokens) for tokens in texts])
    signals = clock.time("signals", lambda: read_many(messages, texts, lens.models))
    matches = clock.time("topics", lambda: [lens.topics.match(tokens) for tokens in texts])
    proposals = clock.time("proposal", lambda: list(map(propose, messages, signals)))
    near = clock.time("near-duplicates", lambda: lens.near.groups(texts, ids))
    clock.time("floods", lambda: lens.recent.judge(messages, near, list(map(len, texts))))
    understood = list(map(Understood, messages, langs, near, signals, matches, proposals, vectors))
    clock.time("rows", lambda: [shape(id, 1, excerpt, one) for id, one in zip(ids, understood, strict=True)])


if __name__ == "__main__":
    main()
