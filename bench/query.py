"""The query language: reading, writing and explaining usual queries, and what is made to harm.

Prints microseconds a query for the usual ones; for the others milliseconds and the peak of memory, which are to
stay under one second and 50 MB.
"""

import tracemalloc
from collections.abc import Callable
from time import perf_counter

from palabre.core.query import Said, evidence, explain, matches, parse, wanted, why, write
from palabre.core.text import tokenize

USUAL = {
    "two words": "tram panne",
    "a list": "(tram OR bus OR métro OR tramway) (panne OR retard) -grève",
    "distances": '"tram ligne 2"~3 OR (tram NEAR/5 (panne OR retard))',
    "fields": "title:tram lang:fr followers:>1000 published:2026-03 -site:exemple.fr",
}
SAVED = {f"q{level}": f"@query:q{level + 1} OR @query:q{level + 1} x{level}" for level in range(15)}
SAVED["q15"] = "tram OR bus"
HARM = {
    "6,000 alternatives": " OR ".join(f"mot{number}" for number in range(6_000)),
    "100,000 characters of phrases": " OR ".join(f'"mot{number} x"~3' for number in range(5_500))[:99_994],
    "10,000 parentheses": "(" * 10_000 + "tram" + ")" * 10_000,
    "10,000 open parentheses": "(tram " * 10_000,
    "8,000 distances": "tram NEAR/2 " * 8_000 + "x",
    "15,000 prefixes": "title:" * 15_000 + "x",
    "100,000 quotation marks": '"' * 100_000,
    "100,000 asterisks": "*" * 100_000,
    "50,000 slashes": "/a" * 50_000,
    "7,000 unknown fields": "autor:zoe OR " * 7_000 + "x",
    "queries called by doubling": "@query:q0",
    "deep, with a long list inside": "(a (b OR " * 49 + " ".join(f"w{n}" for n in range(12_000)) + "))" * 49,
}
MEGABYTE = {
    "the same word": "tram " * 200_000,
    "different words": " ".join(f"a{number:x}" for number in range(150_000)),
}
ASKED = ("tram NEAR/3 panne", "count(tram*)>=9", "tr?m*", "tramway~2", "/(a+)+$/ OR zzz", "tram SAME:paragraph bus")


def main() -> None:
    """Print all of it."""
    for name, query in USUAL.items():
        tree = parse(query).tree
        assert tree is not None
        reading = microseconds(lambda query=query: parse(query))
        writing, saying = microseconds(lambda tree=tree: write(tree)), microseconds(lambda tree=tree: explain(tree))
        print(f"{name:32} read {reading:6.0f} µs, written {writing:6.0f} µs, explained {saying:6.0f} µs")
    for name, query in HARM.items():
        spent(name, lambda query=query: parse(query, saved=SAVED))
    for name, text in MEGABYTE.items():
        said = Said(tokenize(text))
        spent(f"1 MB, {name}: arranged", lambda said=said: said.places)
        for query in ASKED:
            tree = parse(query).tree
            assert tree is not None
            spent(f"  {query}", lambda tree=tree, said=said: (matches(tree, said), evidence(wanted(tree), said)))
            why(tree, said)


def microseconds(work: Callable[[], object]) -> float:
    """Return the best mean of five rounds."""
    return min(_round(work) for _ in range(5)) * 1e6


def _round(work: Callable[[], object]) -> float:
    started = perf_counter()
    for _ in range(200):
        work()
    return (perf_counter() - started) / 200


def spent(name: str, work: Callable[[], object]) -> None:
    """Print how long something takes, then how much more memory it needs at most."""
    started = perf_counter()
    work()
    seconds = perf_counter() - started
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{name:32} {1000 * seconds:7.0f} ms {peak / 1e6:6.1f} MB")


if __name__ == "__main__":
    main()
