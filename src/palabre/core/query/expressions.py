"""Conditions on stored messages, as data: what the database's search function reads, whoever asks.

An expression is ``True``, ``False``, or an object with one of:

- ``words``: a ``tsquery``, over the search vector;
- ``all``, ``any``: expressions; ``not``: an expression;
- ``is``: the name of a condition known to the database, with its values beside (``palabre.store.sql.schema``,
  ``search_condition``).
"""

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

Expression: TypeAlias = bool | dict[str, Any]


class Bounds(NamedTuple):
    """What is known of the messages that answer: all those of ``sure`` do, and none outside ``maybe``."""

    sure: Expression
    maybe: Expression

    @property
    def exact(self) -> bool:
        """Tell whether nothing is left to be checked."""
        return self.sure == self.maybe

    @property
    def unsure(self) -> Expression:
        """The messages that must be read to know."""
        return False if self.exact else all_of((self.maybe, negation(self.sure)))


def exactly(expression: Expression) -> Bounds:
    """Return the bounds of what the database can say by itself."""
    return Bounds(expression, expression)


def at_most(expression: Expression) -> Bounds:
    """Return the bounds of what it can only narrow down."""
    return Bounds(False, expression)


def condition(name: str, **values: object) -> Expression:
    """Return a named condition."""
    return {"is": name, **values}


def all_of(parts: Iterable[Expression]) -> Expression:
    """Return what is in all the parts. Words are joined in one ``tsquery``."""
    return _joined(parts, "all", " & ", neutral=True)


def any_of(parts: Iterable[Expression]) -> Expression:
    """Return what is in one part or more."""
    return _joined(parts, "any", " | ", neutral=False)


def negation(part: Expression) -> Expression:
    """Return what is not in a part."""
    if isinstance(part, bool):
        return not part
    if "not" in part:
        inner: Expression = part["not"]
        return inner
    return {"words": "!" + part["words"]} if "words" in part else {"not": part}


def _joined(parts: Iterable[Expression], name: str, sign: str, *, neutral: bool) -> Expression:
    kept: list[dict[str, Any]] = []
    for part in parts:
        if isinstance(part, bool):
            if part is not neutral:
                return part
        elif part not in kept if len(kept) < 50 else True:  # thousands of alternatives are words, not repeated
            kept.append(part)
    said = [part["words"] for part in kept if "words" in part]
    others: list[Expression] = [part for part in kept if "words" not in part]
    if said:
        others.insert(0, {"words": said[0] if len(said) == 1 else f"({sign.join(said)})"})
    if len(others) > 1:
        return {name: others}
    return others[0] if others else neutral


def both(children: Iterable[Bounds]) -> Bounds:
    """Return the bounds of an AND."""
    found = list(children)
    return Bounds(all_of(one.sure for one in found), all_of(one.maybe for one in found))


def either(children: Iterable[Bounds]) -> Bounds:
    """Return the bounds of an OR."""
    found = list(children)
    return Bounds(any_of(one.sure for one in found), any_of(one.maybe for one in found))


def neither(child: Bounds) -> Bounds:
    """Return the bounds of a NOT."""
    return Bounds(negation(child.maybe), negation(child.sure))
