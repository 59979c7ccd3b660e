"""How long all signals of a message take, from raw text, beside plain scikit-learn in the same run.

Run: ``.venv/bin/python -m bench.signals``. Microseconds of processor time a short message, batches of 500;
then one message alone, what loading costs, and what each step and each detector takes.
"""

import resource
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import numpy as np
from sklearn.feature_extraction.text import HashingVectorizer

from bench.text import comments
from palabre.core.model import Message
from palabre.core.signals.blend import Models
from palabre.core.signals.phrases import PhraseBook
from palabre.core.signals.reader import PHRASES, look, read_many
from palabre.core.signals.view import View, Words
from palabre.core.text import tokenize_many
from palabre.store.models import builtin

BATCH, ROUNDS = 500, 3
WHEN = datetime(2026, 1, 1, tzinfo=UTC)


def best(step: Callable[[], object], messages: int) -> float:
    """Return the microseconds a message of the best of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        step()
        times.append(time.process_time() - start)
    return min(times) / messages * 1e6


def show(what: str, cost: float) -> None:
    print(f"{what:<46} {cost:>8.1f} µs {1e6 / max(cost, 1e-9):>12,.0f} /s")


def batches(texts: Sequence[str], models: Models | None) -> None:
    for start in range(0, len(texts), BATCH):
        part = texts[start : start + BATCH]
        said = [Message(id=str(at), text=text, published=WHEN) for at, text in enumerate(part)]
        read_many(said, tokenize_many(part), models)


def plain(texts: Sequence[str], labels: int) -> Callable[[], object]:
    """Return scikit-learn's usual way to the same logits: hashed pieces and pairs of words, then a product."""
    pieces = HashingVectorizer(analyzer="char_wb", ngram_range=(3, 5), n_features=1 << 17)
    pairs = HashingVectorizer(analyzer="word", ngram_range=(1, 2), n_features=1 << 16)
    chance = np.random.default_rng(1)
    first, second = chance.normal(size=(1 << 17, labels)), chance.normal(size=(1 << 16, labels))
    return lambda: pieces.transform(texts) @ first + pairs.transform(texts) @ second


def main() -> None:
    start = time.process_time()
    models = builtin().models
    loaded = time.process_time() - start
    texts = comments()
    batches(texts[:1], models)
    print(f"models loaded in {loaded:.2f} s; ready to read after {time.process_time() - start:.2f} s")
    start = time.process_time()
    batches(texts, models)
    show("all signals, first sight of each word", (time.process_time() - start) / len(texts) * 1e6)
    count = len(texts)
    show("all signals, rules and models, from raw text", best(lambda: batches(texts, models), count))
    show("all signals, rules alone, from raw text", best(lambda: batches(texts, None), count))
    tokens = tokenize_many(texts)
    said = [Message(id="m", text=text, published=WHEN) for text in texts]
    show("  tokens", best(lambda: tokenize_many(texts), count))
    show("  rules of all signals", best(lambda: list(map(look, said, tokens)), count))
    words = [look(one, cut).said.words for one, cut in zip(said, tokens, strict=True)]
    show(
        f"  models: {len(models.linear.labels)} labels, {len(models.signals)} blends",
        best(lambda: judge(models, words), count),
    )
    part = texts[:4_000]
    show("  scikit-learn, the same labels", best(plain(part, len(models.linear.labels)), len(part)))
    one = [Message(id="m", text=texts[3], published=WHEN)]
    show(
        "one message alone, once loaded",
        best(lambda: [read_many(one, tokenize_many([texts[3]]), models) for _ in range(500)], 500),
    )
    each(texts)
    print(f"memory of this process at its most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def judge(models: Models, words: Sequence[list[str]]) -> None:
    for start in range(0, len(words), BATCH):
        part = words[start : start + BATCH]
        models.judge(part, [{}] * len(part), [0.0] * len(part))


def each(texts: Sequence[str]) -> None:
    """Show what the phrases of each signal cost, read alone."""
    part = texts[:4_000]
    said = [Message(id="m", text=text, published=WHEN) for text in part]
    views = [View(one, cut, Words(cut)) for one, cut in zip(said, tokenize_many(part), strict=True)]
    for detector in PHRASES:
        book = PhraseBook((detector,))
        show(
            f"  {detector.name}, its phrases alone",
            best(lambda book=book: [book.hits(view) for view in views], len(views)),
        )


if __name__ == "__main__":
    main()
