"""A field of a query as conditions on the columns of stored messages.

Texts are compared folded (``palabre.core.text.fold``), which the database cannot do but for plain ASCII: there
lower case is enough. So a text in ASCII is decided by the database, and any other is left to be checked.
"""

from collections.abc import Callable
from typing import Protocol

from palabre.core.query.expressions import Bounds, Expression, any_of, at_most, condition, exactly
from palabre.core.query.tree import Field


class Names(Protocol):
    """What a workspace calls its sources and topics."""

    def sources(self, field: Field) -> list[int]:
        """Return the sources that a field names."""

    def topics(self, field: Field) -> list[int]:
        """Return the topics that a field names."""


class Nobody:
    """No workspace in particular: nothing is known by name."""

    def sources(self, field: Field) -> list[int]:
        """Return none."""
        return []

    def topics(self, field: Field) -> list[int]:
        """Return none."""
        return []


def bounds_of(field: Field, names: Names) -> Bounds:
    """Return what the database can say of a field."""
    match field.name:
        case "source":
            return exactly(condition("source", values=names.sources(field)))
        case "topic":
            return exactly(condition("topic", values=names.topics(field)))
        case _:
            return _READERS.get(field.name, _anything)(field)


def _anything(field: Field) -> Bounds:
    return at_most(True)


def _text(field: Field) -> str | None:
    """Return the text asked, ``None`` where there is none, so that nothing can answer."""
    return field.low if isinstance(field.low, str) else None


def _choice(field: Field) -> Bounds:
    """A column that holds one of our own words."""
    asked = _text(field)
    if asked is None:
        return exactly(False)
    return exactly(condition("text", column=field.name, value=asked, prefix=field.prefix))


def _folded(column: str) -> Callable[[Field], Bounds]:
    """A text of whoever said it."""

    def read(field: Field) -> Bounds:
        asked = _text(field)
        if not asked:
            return exactly(False)
        other = condition("foreign", column=column)
        if not asked.isascii():
            return at_most(other)
        if asked != asked.strip():
            return at_most(True)
        sure = condition("text", column=column, value=asked, prefix=field.prefix)
        return Bounds(sure, any_of((sure, other)))

    return read


def _address(field: Field) -> Bounds:
    asked = _text(field)
    if not asked:
        return exactly(False)
    if not asked.isascii() or asked != asked.strip():
        return at_most(True)
    sure = condition("piece", column="url", value=asked)
    return Bounds(sure, any_of((sure, condition("foreign", column="url"))))


def _site(field: Field) -> Bounds:
    asked = _text(field)
    if not asked:
        return exactly(False)
    if not asked.isascii():
        return at_most(True)
    columns = ("site", "url")
    places = [condition("piece", column=column, value=asked) for column in columns]
    return at_most(any_of([*places, *(condition("foreign", column=column) for column in columns)]))


def _author(field: Field) -> Bounds:
    asked = _text(field)
    if not asked:
        return exactly(False)
    if not asked.isascii():
        return at_most(condition("author"))
    sure = condition("author", value=asked, prefix=field.prefix)
    return Bounds(sure, any_of((sure, condition("author", foreign=True))))


def _someone(field: Field) -> Bounds:
    return at_most(condition("author"))


def _lang(field: Field) -> Bounds:
    asked = _text(field)
    if not asked:
        return exactly(False)
    other = condition("foreign", column="lang")
    if not asked.isascii():
        return at_most(other)
    sure = condition("lang", value=asked, prefix=field.prefix)
    return Bounds(sure, any_of((sure, other)))


def _range(field: Field) -> Bounds:
    """A number, a moment or an hour, between its bounds."""
    if isinstance(field.low, str) or isinstance(field.high, str):
        return exactly(False)
    return exactly(
        condition(
            "range",
            column=field.name,
            low=field.low,
            high=field.high,
            open_low=field.open_low,
            open_high=field.open_high,
        )
    )


def _first(field: Field) -> Bounds:
    return exactly(_truth(field, condition("first")))


def _question(field: Field) -> Bounds:
    return exactly(_truth(field, condition("signal", value="question", prefix=False)))


def _truth(field: Field, yes: Expression) -> Expression:
    match field.low:
        case "yes":
            return yes
        case "no":
            return {"not": yes}
        case _:
            return False


def _signal(field: Field) -> Bounds:
    asked = _text(field)
    if asked is None:
        return exactly(False)
    return exactly(condition("signal", value=asked, prefix=field.prefix))


#: What a message is, by a column of its own.
_IS = {
    "reply": condition("filled", column="parent"),
    "root": {"not": condition("filled", column="parent")},
    "first": condition("first"),
    "question": condition("signal", value="question", prefix=False),
}
_FILLED = ("title", "lead", "country", "thread", "url")


def _is(field: Field) -> Bounds:
    asked = _text(field)
    if field.prefix or asked not in _IS:
        return at_most(True)
    return exactly(_IS[asked])


def _has(field: Field) -> Bounds:
    asked = _text(field)
    if field.prefix:
        return at_most(True)
    if asked in _FILLED:
        return exactly(condition("filled", column=asked))
    if asked in ("engagement", "reach"):
        return exactly(condition("known", column=asked))
    if asked == "author":
        return exactly(condition("author"))
    if asked in ("attachment", "image", "video", "audio"):
        return at_most(condition("filled", column="attachments"))
    return at_most(True)


_READERS: dict[str, Callable[[Field], Bounds]] = {
    "kind": _choice,
    "visibility": _choice,
    "decision": _choice,
    "network": _folded("network"),
    "country": _folded("country"),
    "thread": _folded("thread"),
    "lang": _lang,
    "author": _author,
    "from": _someone,
    "site": _site,
    "url": _address,
    "followers": _range,
    "engagement": _range,
    "reach": _range,
    "published": _range,
    "hour": _range,
    "sentiment": _range,
    "first_message": _first,
    "question": _question,
    "signal": _signal,
    "is": _is,
    "has": _has,
}
