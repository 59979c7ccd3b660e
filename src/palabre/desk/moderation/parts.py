"""The addends of a priority, as the pipeline wrote them."""

from palabre.desk.messages.evidence import rows


def read_parts(text: str) -> list[tuple[str, int]]:
    """Return (why, points) of each addend, the largest first; what cannot be read is left out."""
    found = [row for row in rows(text) if isinstance(row, dict) and isinstance(row.get("points"), int)]
    return sorted(((str(row.get("why", "")), row["points"]) for row in found), key=lambda part: -part[1])
