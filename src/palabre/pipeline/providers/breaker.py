"""When a provider rests after failures. Pure."""

#: Failures in a row that open the circuit; seconds of the first rest, and of the longest.
LIMIT, FIRST, LONGEST = 5, 30.0, 600.0


def rest(streak: int) -> float:
    """Return for how many seconds a provider is left alone after ``streak`` failures in a row; 0: not at all."""
    if streak < LIMIT:
        return 0.0
    return float(min(LONGEST, FIRST * 2.0 ** min(20, streak - LIMIT)))
