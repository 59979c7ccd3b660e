"""What coverage-guided fuzzing runs: ``python fuzz.py -max_total_time=60``. See ``test_fuzz``."""

import sys

import atheris

with atheris.instrument_imports(include=["palabre.core.query"]):
    from palabre.core.query import matches, why
    from palabre.core.query.explain import explain
    from palabre.core.query.match import Said
    from palabre.core.query.parser import parse
    from palabre.core.query.write import write
    from palabre.core.text import tokenize

PIECES = (
    "tram", "été", "l’", "covid-19", " ", " AND ", " OU ", " NOT ", "-", "(", ")", '"', "«", "»", "*", "?", "~2",
    "~",
    " NEAR/2 ", " ONEAR/0 ", " XNOT ", " SAME:sentence ", "{", "}", "[", "]", "/", "\\", "count(", ")>=2", "title:",
    "site:", "followers:", "published:", "hour:", "emoji:rire", "exact:", "fold:", "@query:a", "<<<", ">>>",
    "1 TO 5",
    "..", ">", "2026-03", "😂", "\u200b", "\u202e", "#", "@", "https://a.fr/b", "\ud800", "\0",
)  # fmt: skip
SAVED = {"a": "tram OR @query:b", "b": "bus NEAR/2 panne"}
SAID = Said(tokenize("Le tram est en panne 😂, l’été. Covid-19 #tram"), tokenize("Tram"))


def one(data: bytes) -> None:
    """Read a query made of pieces and of anything; say, write and ask it."""
    provider = atheris.FuzzedDataProvider(data)
    parts: list[str] = []
    while provider.remaining_bytes() and len(parts) < 60:
        plain = provider.ConsumeBool()
        parts.append(
            PIECES[provider.ConsumeIntInRange(0, len(PIECES) - 1)] if plain else provider.ConsumeUnicode(4)
        )
    parsed = parse("".join(parts), saved=SAVED)
    assert (parsed.tree is None) == any(found.severity == "error" for found in parsed.diagnostics)
    if parsed.tree is not None:
        assert parse(write(parsed.tree)).tree is not None, ("".join(parts), write(parsed.tree))
        assert explain(parsed.tree).fr
        assert why(parsed.tree, SAID).holds == matches(parsed.tree, SAID)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
