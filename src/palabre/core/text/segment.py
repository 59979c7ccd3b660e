"""A run of letters cut into words: what is left of a sentence whose blanks were taken out."""

from collections.abc import Collection

#: Letters of the longest word that is looked for, and of the longest run that is cut.
MAX_WORD, MAX_RUN = 20, 400
#: What a known word costs by its letters: short ones stand in nearly every run by chance.
_COSTS = (0.0, 4.0, 2.0, 1.4, *([1.0] * MAX_WORD))
#: What a stretch that is no known word costs: at its first letter, and for each.
_UNKNOWN, _EACH = 2.0, 0.7
#: What letters cost that are words of French and English, or that elision leaves.
_ALONE = {"a": 1.9, "y": 2.5, "i": 3.0} | dict.fromkeys("lndcjmts", 4.0)


def segment(run: str, known: Collection[str]) -> tuple[list[str], int]:
    """Return the likeliest words of a run, and how many of its letters stand in none of ``known``.

    Linear in the run, which is cut as far as ``MAX_RUN``; the rest is one word.
    """
    run, rest = run[:MAX_RUN], run[MAX_RUN:]
    # The least cost of the letters before each place where a word ends, where it began, and whether it is known.
    best: list[tuple[float, int, bool]] = [(0.0, 0, True)]
    for end in range(1, len(run) + 1):
        ways = [(best[end - 1][0] + _EACH + (_UNKNOWN if best[end - 1][2] else 0.0), end - 1, False)]
        for start in range(max(0, end - MAX_WORD), end):
            word = run[start:end]
            cost = _ALONE.get(word) if end - start == 1 else _COSTS[end - start] if word in known else None
            if cost is not None:
                ways.append((best[start][0] + cost, start, True))
        best.append(min(ways))
    return _words(run, rest, best)


def _words(run: str, rest: str, best: list[tuple[float, int, bool]]) -> tuple[list[str], int]:
    words = [rest] if rest else []
    end, unknown, open_ = len(run), len(rest), bool(rest)
    while end:
        _, start, is_known = best[end]
        if is_known or not open_:
            words.append(run[start:end])
        else:
            words[-1] = run[start:end] + words[-1]
        open_ = not is_known
        unknown += 0 if is_known else end - start
        end = start
    return words[::-1], unknown
