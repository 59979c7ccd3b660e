"""How long understanding a text takes, step by step: invented French comments and chat lines.

Run: ``.venv/bin/python bench/text.py``. Microseconds of processor time a message, one process: *cold* is the first
sight of each message (its words may be new), *warm* a later one. Each step takes what the one before made.
"""

import random
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from palabre.core.text import (
    Tokens,
    fold,
    language_of,
    search_vector,
    search_vector_binary,
    skeleton,
    tokenize,
    tokenize_many,
)
from palabre.core.text.near import NearIndex

MESSAGES = 20_000
BATCH = 1_000
SUBJECTS = """le tram|la mairie|ce journal|l’équipe d’Aubrac|mon voisin|la ligne B|votre reporter|le marché"""
VERBS = """a encore oublié|ne respecte plus|défend enfin|va fermer|promet toujours|a bien expliqué|raconte"""
OBJECTS = """les usagers|l’école de Saint-Évroult|nos impôts|les riverains|la vérité|tout ça|le stade"""
OPENINGS = """Franchement|Bravo|Jpp|Quelle honte|Bonjour|Je confirme|Pff|Mdr|Sérieux|Attention"""
ENDS = """ !| ?|…| 😡😡| ptdr 😂| c’est n’importe quoi| #honte|, merci @mairie| (covid-19)|"""

Item = TypeVar("Item")


def comments(seed: int = 1) -> list[str]:
    """Return invented comments; one word in seven is new, as names, typos and numbers are."""
    chance = random.Random(seed)

    def one(of: str) -> str:
        return chance.choice(of.split("|"))

    made = []
    for _ in range(MESSAGES):
        words = [one(OPENINGS) + ","]
        for _ in range(chance.choice((1, 1, 2, 3))):
            words += [one(SUBJECTS), one(VERBS), one(OBJECTS), "et"]
            words.append("".join(chance.choices("aeioubcdlmnprst", k=chance.randint(4, 8))))
        made.append(" ".join(words) + one(ENDS))
    for copy in range(0, MESSAGES, 12):
        made[copy] = made[copy // 2]
    return made


def timed(step: Callable[[Item], object], items: Sequence[Item]) -> float:
    start = time.process_time()
    for item in items:
        step(item)
    return (time.process_time() - start) / MESSAGES * 1e6


def show(name: str, step: Callable[[Item], object], items: Sequence[Item]) -> None:
    cold = timed(step, items)
    print(f"{name:<28} {cold:>6.1f} {min(timed(step, items) for _ in range(3)):>6.1f}")


def near(batches: list[list[Tokens]]) -> float:
    index = NearIndex()
    start = time.process_time()
    for number, batch in enumerate(batches):
        index.groups(batch, range(number * BATCH, number * BATCH + len(batch)))
    return (time.process_time() - start) / MESSAGES * 1e6


def main() -> None:
    texts = comments()
    language_of(tokenize("Ouvre le modèle d’abord."))
    print(f"{MESSAGES} messages of {sum(map(len, texts)) / MESSAGES:.0f} characters; µs each\n")
    print(f"{'step':<28} {'cold':>6} {'warm':>6}")
    show("fold (whole text)", fold, texts)
    show("tokenize", tokenize, texts)
    tokens = tokenize_many(texts)
    print(f"{'':<28} ({sum(map(len, tokens)) / MESSAGES:.1f} tokens a message)")
    show("starts (for evidence)", lambda cut: Tokens(cut.text, cut.forms).starts, tokens)
    show("language", language_of, tokens)
    show("skeleton", skeleton, texts)
    show("search vector, text", lambda cut: search_vector(None, None, cut), tokens)
    show("search vector, binary", lambda cut: search_vector_binary(None, None, cut), tokens)
    batches = [tokens[start : start + BATCH] for start in range(0, MESSAGES, BATCH)]
    print(f"{'near-duplicate groups':<28} {near(batches):>6.1f} {near(batches):>6.1f}")


if __name__ == "__main__":
    main()
