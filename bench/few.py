"""What understanding a few messages at a time costs: live, a batch holds what came in a few milliseconds.

Each message is a delivery of its own, as one webhook call brings it, and goes the way of a mind: JSON in, rows of
COPY out. Microseconds of processor time a message by size of batch, words known: what a small batch costs more is
the fixed cost of each step. The least of a few rounds; sizes take turns, so that a busy minute is shared.
"""

import gc
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count
from time import process_time

from bench.speech import Speech
from bench.steps import pace
from palabre.core.model import Delivery
from palabre.pipeline.exchange import Excerpt
from palabre.pipeline.lenses import Lenses, trained
from palabre.pipeline.mind import Mind
from palabre.store import wholesome

#: Sizes of batches, and how many messages are measured of each.
SIZES = {1: 500, 4: 1_500, 16: 3_000, 64: 4_000, 500: 4_000}
TOPICS, ROUNDS = 1_000, 4
WORKSPACE = SOURCE = 1


def main() -> None:
    """Print the cost of a message, and of a batch, for each size."""
    mind, payloads, numbers = _mind(), _payloads(max(SIZES.values())), count(1)
    measured(mind, payloads, 500, numbers)  # all words are known from here on
    gc.freeze()  # as the worker has it
    gc.set_threshold(100_000, 50, 100)
    print(f"understanding a few at a time; this machine's pace is {pace():.0f} (less is faster)")
    rounds = [
        {size: measured(mind, payloads[:many], size, numbers) for size, many in SIZES.items()}
        for _ in range(ROUNDS)
    ]
    for size in SIZES:
        least = min(one[size] for one in rounds)
        print(f"  batches of {size:3}: {least:7.0f} µs a message, {least * size / 1000:6.1f} ms a batch")


def measured(mind: Mind, payloads: Sequence[bytes], size: int, numbers: "count[int]") -> float:
    """Return the microseconds of processor time that a message takes in batches of ``size``."""
    now, spent = datetime.now(UTC), 0.0
    for at in range(0, len(payloads), size):
        excerpts = [_excerpt(payload, next(numbers), now) for payload in payloads[at : at + size]]
        started = process_time()
        mind.answer(excerpts)
        spent += process_time() - started
    return spent / len(payloads) * 1e6


def _mind() -> Mind:
    mind = Mind(Lenses(models=trained()))
    for number, query in enumerate(Speech(7).topics(TOPICS), start=1):
        mind.lenses.of(WORKSPACE).topics.put(number, query)
    return mind


def _payloads(many: int) -> list[bytes]:
    return [wholesome.encode(Delivery(messages=(message,))) for message in Speech(3).messages(many)]


def _excerpt(payload: bytes, number: int, now: datetime) -> Excerpt:
    return Excerpt(WORKSPACE, SOURCE, "bench", True, now, payload, [(0, number, 1)])


if __name__ == "__main__":
    main()
