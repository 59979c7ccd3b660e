"""Filters of other tools as our fields: each function returns what reads the value of one filter.

What has no equivalent is ``Lost``: left out of the tree, and told.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.dialects import telling
from palabre.core.query.dialects.branch import Effect, Lost, all_of
from palabre.core.query.dialects.branch import lost as lost_part
from palabre.core.query.dialects.hosts import place
from palabre.core.query.dialects.syntax import Filter, Made, Make, Value
from palabre.core.query.fields import FIELDS, named
from palabre.core.query.tree import Field, Node, Part
from palabre.core.query.tree import Value as Told
from palabre.core.query.values import value as read_value
from palabre.core.query.words import word
from palabre.core.text import fold

#: Names that other tools give to networks.
NETWORKS = MappingProxyType({"twitter": "x", "fb": "facebook", "ig": "instagram", "yt": "youtube"})
#: What stands for no bound in tools that want both.
ENDLESS = 999_999_999
_NUMBER = ("un nombre ou un intervalle est attendu", "a number or a range is expected")
_FACES = MappingProxyType({":(": "negative", ":)": "positive", "neg": "negative", "pos": "positive"})
_STAMP = re.compile(r"(?<![\d-])\d{10}(?:\d{3})?(?![\d-])", re.ASCII)
_COMPACT = re.compile(r"(?<![\d-])(\d{4})(\d\d)(\d\d)(?![\d-])", re.ASCII)
_SLASHED = re.compile(r"(?<![\d/])(\d{4})/(\d{1,2})/(\d{1,2})(?![\d/])", re.ASCII)
_CLOCK = re.compile(r"(?<=\d)_(\d\d:\d\d(?::\d\d)?)(?:_(?:UTC|GMT))?", re.ASCII)
_FRACTION = re.compile(r"(?<=:\d\d)\.\d{1,9}", re.ASCII)
_DATE = ("une date ou un intervalle de dates est attendu", "a date or a range of dates is expected")
_MARK = ("un mot-dièse ou un compte est attendu", "a hashtag or an account is expected")
_SITE = ("un nom de site est attendu", "the name of a site is expected")


def lost(value: Value) -> Made:
    """Read a filter that nothing here answers."""
    written = f"{value.name}{value.compared}{value.text}"

    def tell(effect: Effect) -> Diagnostic:
        return telling.filter_lost(value.span, written, effect)

    return Made(lost_part(tell))


def unreadable(value: Value, wanted: tuple[str, str]) -> Made:
    """Leave out a filter whose value cannot be read; ``wanted`` is what was expected, in French and English."""
    written = f"{value.name}{value.compared}{value.text}" if value.name else value.text

    def tell(effect: Effect) -> Diagnostic:
        return telling.value_lost(value.span, written, *wanted, effect)

    return Made(lost_part(tell))


def nearly(make: Make, as_fr: str, as_en: str) -> Filter:
    """Read a filter by another that is nearly the same, and tell it."""

    def near(value: Value) -> Made:
        made = make(value)
        if made.leaf is None or isinstance(made.leaf, Lost):
            return made
        written = f"{value.name}{value.compared}{value.text}"
        return Made(made.leaf, (*made.told, telling.read_otherwise(value.span, written, as_fr, as_en)))

    return Filter(near)


def whole(name: str) -> Make:
    """Read a text that is compared whole, after folding; an asterisk at its end asks for its beginning."""

    def make(value: Value) -> Made:
        text = fold(value.text).strip().removeprefix("@")
        begins = not value.quoted and text.endswith("*")
        text = text.removesuffix("*") if begins else text
        if not text or "*" in text or (text[0] == "[" and not value.quoted):
            return unreadable(value, ("un texte est attendu", "a text is expected"))
        return Made(Field(name, text, prefix=begins, span=value.span))

    return make


def piece(name: str) -> Make:
    """Read a part of an address."""

    def make(value: Value) -> Made:
        text = fold(value.text).strip().strip("*").removeprefix("https://").removeprefix("http://")
        if not text.startswith("/"):  # the end of a path counts, that of an address does not
            text = text.removeprefix("www.").rstrip("/") or text
        if not text or "*" in text:
            return unreadable(value, ("une partie d’adresse est attendue", "a part of an address is expected"))
        return Made(Field(name, text, span=value.span))

    return make


def site(value: Value) -> Made:
    """Read a site with its sub-domains, and the path behind it as a part of the address."""
    found = place(value.text)
    if found is None:
        return unreadable(value, _SITE)
    parts: list[Node] = [Field("site", found.host, span=value.span)]
    if found.path:
        parts.append(Field("url", f"{found.host}/{found.path}", span=value.span))
    return Made(all_of(parts, value.span))


def number(name: str, least: bool = False) -> Make:
    """Read a number or a range of numbers; ``least``: a single number is the smallest one wanted."""

    def make(value: Value) -> Made:
        found = _ranged(name, value, ">=" if least and value.compared == ":" else value.compared)
        if isinstance(found, Field) and isinstance(found.high, float) and found.high >= ENDLESS:
            found = replace(found, high=None)
        return unreadable(value, _NUMBER) if found is None else Made(found)

    return make


def moment(compared: str = "") -> Make:
    """Read when it was published; ``compared`` is what the name of the filter says: ``before:`` is ``<``."""

    def make(value: Value) -> Made:
        text = _CLOCK.sub(r"T\1", _SLASHED.sub(r"\1-\2-\3", _FRACTION.sub("", value.text)))
        dated = value._replace(text=_STAMP.sub(_dated, _COMPACT.sub(r"\1-\2-\3", text)))
        found = _ranged("published", dated, compared or value.compared)
        return unreadable(value, _DATE) if found is None else Made(found)

    return make


def _dated(stamp: re.Match[str]) -> str:
    """Return seconds (or, from thirteen digits on, milliseconds) since 1970 as a moment."""
    seconds = int(stamp[0][:10])
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%S}"


def _ranged(name: str, value: Value, compared: str) -> Node | None:
    """Return a range as our own fields read it: ``10``, ``>10``, ``[10 TO 20}``, ``10..20``, ``10k``."""
    text = value.text.strip().strip('"')
    sign = "" if compared in (":", "=") or text[:1] in "[{<>=" or ".." in text else compared
    return read_value(FIELDS[name], sign + text, value.span).node


def minute_of_day(value: Value) -> Made:
    """Read a range of minutes of the day as the hours that it touches."""
    found = _ranged("engagement", value, value.compared)
    if not isinstance(found, Field):
        return unreadable(value, _NUMBER)
    low, high = (float(int(end) // 60) if isinstance(end, int | float) else None for end in (found.low, found.high))
    told = telling.read_otherwise(value.span, f"{value.name}:{value.text}", "à l’heure près", "to the hour")
    exact = int(found.low or 0) % 60 == 0 and (found.high is None or int(found.high) % 60 == 59)
    return Made(Field("hour", low, high, span=value.span), () if exact else (told,))


def mark(sign: str) -> Make:
    """Read a hashtag or a mention, with or without its sign."""

    def make(value: Value) -> Made:
        bare = value.text.strip().lstrip(sign)
        asked = word(sign + bare, value.start - 1, value.span) if bare.strip() else None
        if asked is None or asked.node is None or any(found.severity == "error" for found in asked.diagnostics):
            return unreadable(value, _MARK)
        return Made(asked.node)

    return make


def choice(name: str, values: Mapping[str, str] | None = None) -> Make:
    """Read one of a list: those that ``values`` translates, or the field's own. What is in neither is lost."""

    def make(value: Value) -> Made:
        asked = fold(value.text).strip()
        found = values.get(asked) if values is not None else FIELDS[name].choices.get(asked)
        return lost(value) if found is None else Made(Field(name, found, span=value.span))

    return make


def among(values: Mapping[str, tuple[str, Told]]) -> Make:
    """Read one of a list whose values answer to several fields: value → (field, what is asked)."""

    def make(value: Value) -> Made:
        found = values.get(fold(value.text).strip())
        return lost(value) if found is None else Made(Field(found[0], found[1], span=value.span))

    return make


def feeling(value: Value) -> Made:
    """Read a sentiment by its name or its face, or by numbers from −1 to 1."""
    named = _FACES.get(value.text.strip(), value.text)
    return number("sentiment")(value._replace(text=named))


def network(value: Value) -> Made:
    """Read a network by any of its names."""
    return whole("network")(value._replace(text=NETWORKS.get(fold(value.text).strip(), value.text)))


def within(*parts: Part) -> Filter:
    """Look for words in these parts of the message only."""
    return Filter(within=parts)


def filters(table: Mapping[str, Filter | Make]) -> dict[str, Filter]:
    """Return a table of filters, names as written and in lower case."""
    made = {name: one if isinstance(one, Filter) else Filter(one) for name, one in table.items()}
    return {**made, **{name.lower(): one for name, one in made.items()}}


def all_lost(names: str) -> dict[str, Filter]:
    """Return filters known to that tool alone, written in one text separated by spaces."""
    return {name: Filter(lost) for name in names.split()}


def fallback(name: str, dialect: str) -> Filter:
    """Read a filter that the dialect does not have: one of ours by its name, else it is lost."""
    asking = named(name)
    if asking is None:
        return Filter(lost)
    if asking.type == "words":
        return Filter(within=(PARTS[asking.name],))
    make = _OWN[asking.type](asking.name)

    def ours(value: Value) -> Made:
        made = make(value)
        if made.leaf is None or isinstance(made.leaf, Lost):
            return made
        mend = (f"C’est lu comme notre champ « {asking.name} ».", f"It is read as our field “{asking.name}”.")
        return Made(made.leaf, (*made.told, telling.refused_there(value.span, f"{value.name}:", dialect, *mend)))

    return Filter(ours)


PARTS: Mapping[str, Part] = MappingProxyType({"title": "title", "lead": "lead", "text": "text"})
_OWN: Mapping[str, Callable[[str], Make]] = MappingProxyType({
    "mark": lambda name: mark("#" if name == "hashtag" else "@"),
    "text": whole,
    "piece": piece,
    "site": lambda name: site,
    "choice": choice,
    "number": lambda name: feeling if name == "sentiment" else number(name),
    "moment": lambda name: moment(),
    "hour": number,
})  # fmt: skip
