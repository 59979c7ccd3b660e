"""Whole numbers out of addresses."""


def whole(text: str, digits: int = 18) -> int | None:
    """Return the number that ``text`` writes in at most ``digits`` digits, None where it writes none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= digits else None
