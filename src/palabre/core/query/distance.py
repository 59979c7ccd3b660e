"""How many letters apart two words are: added, lost, changed, or two neighbours swapped.

The optimal string alignment distance: L. Boytsov, "Indexing methods for approximate dictionary searching" (2011).
Only what lies near the diagonal is worked out, so that time grows with the length, not with its square.
"""


def within(asked: str, said: str, edits: int) -> bool:
    """Tell whether at most so many edits turn one word into the other."""
    if asked == said:
        return True
    if abs(len(asked) - len(said)) > edits or len(set(asked).difference(said)) > edits:
        return False  # an edit brings one letter at most: most words of a text are told apart so
    asked, said = _different(asked, said)
    return _aligned(asked, said, edits)


def _different(asked: str, said: str) -> tuple[str, str]:
    """Return both without what they begin and end with alike."""
    shortest = min(len(asked), len(said))
    start = 0
    while start < shortest and asked[start] == said[start]:
        start += 1
    end = 0
    while end < shortest - start and asked[-1 - end] == said[-1 - end]:
        end += 1
    return asked[start : len(asked) - end], said[start : len(said) - end]


def _aligned(asked: str, said: str, edits: int) -> bool:
    far = edits + 1
    above2: list[int] = []
    above = [min(column, far) for column in range(len(said) + 1)]
    for line in range(1, len(asked) + 1):
        row = [min(line, far)] + [far] * len(said)
        for column in range(max(1, line - edits), min(len(said), line + edits) + 1):
            row[column] = _cost(asked, said, line, column, row, above, above2)
        if min(row) > edits:
            return False
        above2, above = above, row
    return above[-1] <= edits


def _cost(
    asked: str, said: str, line: int, column: int, row: list[int], above: list[int], above2: list[int]
) -> int:
    """Return the fewest edits between the beginnings that end at this line and this column."""
    here, there = asked[line - 1], said[column - 1]
    cost = min(above[column] + 1, row[column - 1] + 1, above[column - 1] + (here != there))
    swapped = line > 1 and column > 1 and here == said[column - 2] and asked[line - 2] == there
    return min(cost, above2[column - 2] + 1) if swapped else cost
