"""Near-duplicates: real French texts in which fifteen words in a hundred are changed, and texts grouped wrongly."""

import random
from collections.abc import Iterator, Sequence

from bench.quality import Row
from palabre.core.text import tokenize_many
from palabre.core.text.near import NearIndex
from palabre.training.sources import rows as data

TASK = "near"
SETS = {
    "questions": "questions_fr_real_users_covid.csv",
    "tweets": "hate_fr_ftr_racism.csv",
    "reviews": "sentiment_fr_allocine.csv.gz",
    "forum": "hate_fr_toxifrench_agreement.csv",
}
BATCH, SHORTEST, CHANGED, FIRST = 500, 8, 0.15, 1_000_000
#: Two texts of one group that share less than this of their different words were grouped wrongly.
ALIKE = 0.7


def rows() -> Iterator[Row]:
    chance = random.Random(4)
    wrong = grouped = found = asked = 0
    for file in SETS.values():
        texts = list(dict.fromkeys(row["text"] for row in data(file) if len(row["text"].split()) >= SHORTEST))
        index = NearIndex()
        groups = _groups(index, texts, 1)
        wrong += sum(_apart(texts[place], texts[group - 1]) for place, group in enumerate(groups) if group <= place)
        vocabulary = [word for text in texts[:500] for word in text.split()]
        edited = [_edited(text.split(), chance, vocabulary) for text in texts]
        again = _groups(index, edited, FIRST)
        found += sum(one == group for one, group in zip(again, groups, strict=True))
        grouped += sum(one < FIRST for one in again)
        asked += len(texts)
    yield Row(TASK, "pairs found, 15 % of words replaced, dropped or added", found / asked, 0.95, 0.99)
    yield Row(
        TASK, "texts wrongly grouped, of all texts", (wrong + grouped - found) / asked, 0.01, 0.001, less=True
    )


def _groups(index: NearIndex, texts: Sequence[str], first: int) -> list[int]:
    groups: list[int] = []
    for start in range(0, len(texts), BATCH):
        batch = tokenize_many(texts[start : start + BATCH])
        groups += index.groups(batch, range(first + start, first + start + len(batch)))
    return groups


def _apart(one: str, other: str) -> bool:
    first, second = (set(tokens.folds) for tokens in tokenize_many([one, other]))
    return 2 * len(first & second) / (len(first) + len(second)) < ALIKE


def _edited(words: list[str], chance: random.Random, vocabulary: Sequence[str]) -> str:
    changed = list(words)
    for place in sorted(chance.sample(range(len(words)), max(1, int(len(words) * CHANGED))), reverse=True):
        how = chance.choice(("replace", "drop", "add"))
        changed[place : place + (how != "add")] = [] if how == "drop" else [chance.choice(vocabulary)]
    return " ".join(changed)
