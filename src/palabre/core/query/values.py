"""The value of a field, as it is written, turned into what is compared: ranges, dates, choices, addresses."""

import re
from collections.abc import Callable
from typing import NamedTuple

from palabre.core.query import diagnostics as tell
from palabre.core.query.choices import NEUTRAL
from palabre.core.query.fields import Asking
from palabre.core.query.moments import stretch
from palabre.core.query.nearest import nearest
from palabre.core.query.tree import And, Field, Node, Or, Span
from palabre.core.query.words import Asked
from palabre.core.text import fold

_BRACKETS = re.compile(r"([\[{])\s*(\S+)\s+(?:TO|À|A)\s+(\S+?)\s*([\]}])")
_COMPARED = re.compile(r"(>=|<=|≥|≤|>|<|=)(.+)", re.DOTALL)
_DOTS = re.compile(r"(.*?)(?:\.\.\.?|…)(.*)", re.DOTALL)
_NUMBER = re.compile(r"([+−-]?\d[\d_ \u00a0\u202f]{0,20}(?:[.,]\d{1,9})?)([kKmM]?)", re.ASCII)
#: Thousands as English or German write them: 10,000 or 1.250.000.
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){1,4}|[1-9]\d{0,2}(?:\.\d{3}){1,4}", re.ASCII)
_TIMES = {"": 1, "k": 1_000, "m": 1_000_000}
_SCHEME = re.compile(r"(?:(?:[a-z][a-z0-9+.-]*+:)?//|www\.)++", re.IGNORECASE)
_HOST = re.compile(r"[\w.-]+(?::\d+)?")
#: What texts that are codes look like, folded.
_SHAPES = {"lang": re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})?"), "country": re.compile(r"[a-z]{2}")}
#: No bound on that side.
_OPEN = ("", "*")


class _Bound(NamedTuple):
    """A value as a stretch: from its first point to its end, which is inside or not."""

    low: float
    high: float
    open_high: bool


class _Written(NamedTuple):
    """A range as it is written: both bounds, '' for none, and whether each is left out."""

    low: str
    high: str
    open_low: bool = False
    open_high: bool = False


def value(asking: Asking, text: str, span: Span) -> Asked:
    """Read the value of a field. ``span`` covers the field with its value."""
    text = text.strip()
    if not text or text in ("*", "@"):
        return _wrong(asking, span)
    match asking.type:
        case "number" | "moment" | "hour":
            return _range(asking, text, span)
        case "choice":
            return _choice(asking, text, span)
        case "site":
            return _site(asking, text, span)
        case "piece":
            return Asked(Field(asking.name, fold(_SCHEME.sub("", text, count=1)) or fold(text), span=span), [])
        case _:
            return _text(asking, text, span)


def _wrong(asking: Asking, span: Span) -> Asked:
    fr, en = _EXPECTED.get(asking.type, (f"par exemple « {asking.example} »", f"for example “{asking.example}”"))
    return Asked(None, [tell.bad_value(span, asking.name, fr, en)])


_EXPECTED = {
    "number": (
        "un nombre, comme « 100 », « >100 », « 10..500 » ou « [10 TO 500] »",
        "a number, such as “100”, “>100”, “10..500” or “[10 TO 500]”",
    ),
    "moment": (
        "une date, comme « 2026-03-14 », « 2026-03 », « >2026 » ou « 2026-01-01..2026-01-31 »",
        "a date, such as “2026-03-14”, “2026-03”, “>2026” or “2026-01-01..2026-01-31”",
    ),
    "hour": ("des heures de 0 à 23, comme « 8..18 »", "hours from 0 to 23, such as “8..18”"),
}


def _text(asking: Asking, text: str, span: Span) -> Asked:
    prefix = text.endswith("*")
    asked = fold(text.rstrip("*")).strip()
    if asking.name in ("from", "to"):
        asked = asked.lstrip("@")
    shape = _SHAPES.get(asking.name)
    if not asked or "*" in asked or (shape is not None and shape.fullmatch(asked) is None):
        return _wrong(asking, span)
    return Asked(Field(asking.name, asked, prefix=prefix, span=span), [])


def _choice(asking: Asking, text: str, span: Span) -> Asked:
    asked = fold(text)
    found = asking.choices.get(asked) or asking.choices.get(asked.replace("_", " "))
    if found is not None:
        return Asked(Field(asking.name, found, span=span), [])
    close = nearest(asked, asking.choices)
    if asking.open:
        return Asked(Field(asking.name, asked, span=span), [tell.strange_value(span, text[:60], close)])
    return Asked(None, [tell.unknown_value(span, text[:60], close)])


def _site(asking: Asking, text: str, span: Span) -> Asked:
    """Read a host; with a path, the address must hold it too."""
    address = fold(_SCHEME.sub("", text, count=1)).removeprefix("*.").strip("./")
    host, slash, path = address.partition("/")
    if _HOST.fullmatch(host) is None or "*" in address:
        return _wrong(asking, span)
    site = Field("site", host.partition(":")[0], span=span)
    return Asked(And((site, Field("url", address, span=span)), span) if slash and path else site, [])


def _range(asking: Asking, text: str, span: Span) -> Asked:
    if asking.type == "number" and fold(text) in asking.choices:
        return Asked(_sentiment(asking.choices[fold(text)], span), [])
    written = _written(text)
    read = _READERS[asking.type]
    low = read(written.low) if written.low not in _OPEN else None
    high = read(written.high) if written.high not in _OPEN else None
    if (low is None) != (written.low in _OPEN) or (high is None) != (written.high in _OPEN):
        return Asked(None, [tell.impossible_range(span)]) if _looks_right(asking, text) else _wrong(asking, span)
    if low is None and high is None:
        return _wrong(asking, span)
    return _between(asking, written, low, high, span)


def _sentiment(name: str, span: Span) -> Field:
    match name:
        case "negative":
            return Field("sentiment", None, -NEUTRAL, span=span)
        case "positive":
            return Field("sentiment", NEUTRAL, None, span=span)
        case _:
            return Field("sentiment", -NEUTRAL, NEUTRAL, open_low=True, open_high=True, span=span)


def _written(text: str) -> _Written:
    """Return the bounds of ``[a TO b]``, ``>a``, ``a..b`` or ``a``."""
    brackets = _BRACKETS.fullmatch(text)
    if brackets is not None:
        return _Written(brackets[2], brackets[3], brackets[1] == "{", brackets[4] == "}")
    compared = _COMPARED.fullmatch(text)
    if compared is not None:
        return _compared(compared[1], compared[2].strip())
    dots = _DOTS.fullmatch(text)
    return _Written(dots[1], dots[2]) if dots is not None else _Written(text, text)


def _compared(sign: str, bound: str) -> _Written:
    match sign:
        case ">" | ">=" | "≥":
            return _Written(bound, "", open_low=sign == ">")
        case "<" | "<=" | "≤":
            return _Written("", bound, open_high=sign == "<")
        case _:
            return _Written(bound, bound)


def _between(asking: Asking, written: _Written, low: _Bound | None, high: _Bound | None, span: Span) -> Asked:
    """Return the range between two values, each of which may cover a stretch of time."""
    first, open_low = (None, False) if low is None else _start(low, written.open_low)
    last, open_high = (None, False) if high is None else _end(high, written.open_high)
    if first is not None and last is not None and (first > last or (first == last and (open_low or open_high))):
        if asking.type == "hour" and first > last:
            return Asked(_over_midnight(asking, first, last, open_low, open_high, span), [])
        return Asked(None, [tell.impossible_range(span)])
    return Asked(Field(asking.name, first, last, open_low, open_high, span=span), [])


def _start(bound: _Bound, left_out: bool) -> tuple[float, bool]:
    """Return where a range begins: after the whole stretch of a bound that is left out."""
    return (bound.high, not bound.open_high) if left_out else (bound.low, False)


def _end(bound: _Bound, left_out: bool) -> tuple[float, bool]:
    return (bound.low, True) if left_out else (bound.high, bound.open_high)


def _over_midnight(asking: Asking, first: float, last: float, open_low: bool, open_high: bool, span: Span) -> Node:
    late = Field(asking.name, first, None, open_low, span=span)
    return Or((late, Field(asking.name, None, last, open_high=open_high, span=span)), span)


def _number(written: str) -> _Bound | None:
    if _THOUSANDS.fullmatch(written) is not None:
        written = re.sub("[,.]", "", written)
    found = _NUMBER.fullmatch(written)
    if found is None:
        return None
    digits = re.sub(r"[_ \u00a0\u202f+]", "", found[1]).replace(",", ".").replace("−", "-")
    number = float(digits) * _TIMES[found[2].lower()]
    return _Bound(number, number, False)


def _moment(written: str) -> _Bound | None:
    found = stretch(written)
    return _Bound(*found, True) if found is not None else None


def _hour(written: str) -> _Bound | None:
    found = re.fullmatch(r"(\d{1,2})[hH]?", written, re.ASCII)
    hour = int(found[1]) if found is not None else 24
    return _Bound(hour, hour, False) if hour < 24 else None


def _looks_right(asking: Asking, text: str) -> bool:
    """Tell whether it is written as it should be, of what does not exist: hour 25, 31 February."""
    return asking.type != "number" and re.fullmatch(r"[\d\[\]{}<>=≥≤./:TOZh\s-]+", text) is not None


_READERS: dict[str, Callable[[str], _Bound | None]] = {"number": _number, "moment": _moment, "hour": _hour}
