"""Whole numbers out of addresses."""


def whole(text: str, digits: int = 18) -> int | None:
    """Return the number that ``text`` writes in at most ``digits`` digits, None where it writes none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= digits else None


def listed(text: str, at_most: int) -> list[int] | None:
    """Return the whole numbers that ``text`` lists with commas; None where it is no such list, or a longer one."""
    numbers = [whole(one) for one in text.split(",")] if text else []
    found = [one for one in numbers if one is not None]
    return found if len(found) == len(numbers) <= at_most else None
