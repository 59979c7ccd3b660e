"""How long matching takes: 100, 1,000 and 10,000 topics on short messages and on articles, of invented words.

Run: ``.venv/bin/python bench/percolate.py``. Microseconds of processor time a message, one process.
Words follow Zipf's law, as in any language; topics are names, names with a context, exclusions, prefixes, phrases.
"""

import gc
import random
import resource
import time
from itertools import accumulate

from palabre.core.query import Percolator, compile_topics
from palabre.core.text import Tokens, tokenize_many

VOCABULARY = 60_000
NAMES = 20_000
MESSAGES = 20_000
ARTICLES = 300


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
        if kind < 0.85:
            excluded = " OR ".join(self.common(self.chance.randint(2, 6)))
            return f"{name} ({context}) -({excluded})"
        broad = " OR ".join(self.chance.choices(self.words[200:4000], k=4))
        return f"({broad}) AND ({context}) NOT {name}"

    def some_name(self) -> str:
        """A name that a topic is about: any name, less often the ones on every lip."""
        return self.names[int(NAMES ** self.chance.uniform(0.35, 1)) - 1]

    def some_context(self) -> str:
        kind = self.chance.random()
        word = self.chance.choice(self.words[20:8000])
        if kind < 0.1 and len(word) > 4:
            return word[:4] + "*"
        if kind < 0.17:
            return f'"{word} {self.common(1)[0]}"'
        return word


def measure(percolator: Percolator, batch: list[Tokens]) -> tuple[float, float]:
    """Return microseconds and matches a message, the vocabulary being known."""
    for tokens in batch:
        percolator.match(tokens)
    start = time.process_time()
    found = sum(len(percolator.match(tokens)) for tokens in batch)
    return (time.process_time() - start) / len(batch) * 1e6, found / len(batch)


def cold(percolator: Percolator, batch: list[Tokens]) -> float:
    start = time.process_time()
    for tokens in batch:
        percolator.match(tokens)
    return (time.process_time() - start) / len(batch) * 1e6


def main() -> None:
    speech = Speech()
    messages = tokenize_many(speech.message(speech.chance.randint(4, 28)) for _ in range(MESSAGES))
    articles = tokenize_many(speech.message(860) for _ in range(ARTICLES))
    characters = sum(len(tokens.text) for tokens in messages) / MESSAGES
    queries = [(number, speech.topic()) for number in range(10_000)]
    print(f"{MESSAGES} messages of {characters:.0f} characters, {ARTICLES} articles of 860 words; µs each\n")
    print(" topics   compile   cold   warm  matches  article  add one   memory")
    for count in (100, 1_000, 10_000):
        gc.collect()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.process_time()
        percolator = compile_topics(queries[:count])
        compiling = (time.process_time() - start) / count * 1e6
        gc.freeze()  # as the worker does: compiled topics stay, there is no point in visiting them again and again
        first = cold(percolator, messages)
        warm, matches = measure(percolator, messages)
        article, _ = measure(percolator, articles)
        start = time.process_time()
        percolator.put(count + 1, speech.topic())
        adding = (time.process_time() - start) * 1e6
        memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        print(
            f"{count:>7} {compiling:>7.0f}µs {first:>6.1f} {warm:>6.1f} {matches:>8.2f} {article:>8.0f}"
            f" {adding:>6.0f}µs {memory:>5.0f} MB"
        )


if __name__ == "__main__":
    main()
