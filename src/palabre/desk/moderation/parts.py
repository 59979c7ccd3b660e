"""The addends of a priority, as the pipeline wrote them."""

import msgspec

from palabre.core.model import Part
from palabre.desk.messages.evidence import rows


def read_parts(text: str) -> list[Part]:
    """Return each addend, the largest first; what cannot be read is left out."""
    found = [part for row in rows(text) if (part := _part(row)) is not None]
    return sorted(found, key=lambda part: -part.points)


def _part(row: object) -> Part | None:
    try:
        return msgspec.convert(row, Part)
    except msgspec.ValidationError:
        return None
