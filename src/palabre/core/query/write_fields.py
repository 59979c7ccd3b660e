"""Fields written as they are read: ranges, dates, choices, texts."""

from datetime import UTC, datetime

from palabre.core.query.choices import NEUTRAL
from palabre.core.query.fields import FIELDS
from palabre.core.query.moments import stretch
from palabre.core.query.tree import Field, Value

_DAY = 86_400


def written_field(field: Field) -> str:
    """Return a field with its value."""
    match FIELDS[field.name].type:
        case "number" | "hour":
            return f"{field.name}:{named_range(field) or _range(field, _number(field.low), _number(field.high))}"
        case "moment":
            return f"{field.name}:{period(field) or _range(field, second(field.low), second(field.high))}"
        case _:
            return f"{field.name}:{_text(str(field.low) + ('*' if field.prefix else ''))}"


def _text(value: str) -> str:
    if value.rstrip("*").replace(".", "").replace("_", "").isalnum():
        return value
    return f"«{value}»" if '"' in value else f'"{value}"'


def _range(field: Field, low: str, high: str) -> str:
    """Return ``5``, ``>5``, ``<=5``, ``5..9``, or ``[5 TO 9}`` where a bound is left out."""
    if not high:
        return f"{'>' if field.open_low else '>='}{low}"
    if not low:
        return f"{'<' if field.open_high else '<='}{high}"
    if field.open_low or field.open_high:
        return f"{'{' if field.open_low else '['}{low} TO {high}{'}' if field.open_high else ']'}"
    return low if low == high else f"{low}..{high}"


def _number(bound: Value | None) -> str:
    if not isinstance(bound, int | float):
        return ""
    if bound == int(bound):
        return f"{bound:.0f}"
    decimals = f"{bound:.9f}".rstrip("0")
    return decimals + "0" * (len(decimals.partition(".")[2]) == 3)  # three would be read as thousands


def named_range(field: Field) -> str:
    """Return the name of a range of sentiments, '' for another."""
    if field.name != "sentiment" or field.low == field.high:
        return ""
    bounds = (field.low, field.high, field.open_low, field.open_high)
    names: dict[tuple[Value | None, Value | None, bool, bool], str] = {
        (None, -NEUTRAL, False, False): "negative",
        (NEUTRAL, None, False, False): "positive",
        (-NEUTRAL, NEUTRAL, True, True): "neutral",
    }
    return names.get(bounds, "")


def second(bound: Value | None) -> str:
    """Return the shortest writing of a moment that begins with its second."""
    if not isinstance(bound, int | float):
        return ""
    ways = _writings(bound)
    return next(way for way in ways if (covered := stretch(way)) is not None and covered[0] == int(bound))


def _writings(seconds: float) -> list[str]:
    moment = datetime.fromtimestamp(int(seconds), UTC)
    written = moment.strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")
    return [written[:10], written[:16], written]


def period(field: Field) -> str:
    """Return the year, month or day that a field covers, or the first and the last day; '' for anything else."""
    if not isinstance(field.low, int | float) or not isinstance(field.high, int | float) or not field.open_high:
        return ""
    first = _writings(field.low)[0]
    for way in (first[:4], first[:7], first):
        if stretch(way) == (field.low, field.high):
            return way
    if field.low % _DAY == 0 and field.high % _DAY == 0 and field.high > field.low:
        return f"{first}..{_writings(field.high - _DAY)[0]}"
    return ""
