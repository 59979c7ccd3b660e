"""A field of a query against the facts of a message."""

from palabre.core.query.facts import Facts
from palabre.core.query.fields import FIELDS
from palabre.core.query.tree import Field, Value


def holds(field: Field, facts: Facts) -> bool:
    """Tell whether one of the values of the message is what the field asks. A message that lacks it has none."""
    values = facts.get(field.name)
    return values is not None and any(answers(field, value) for value in values)


def lacks(field: Field, facts: Facts) -> bool:
    """Tell whether the message lacks the fact, so that neither yes nor no can be said of it."""
    return facts.get(field.name) is None


def answers(field: Field, value: Value) -> bool:
    """Tell whether one value is what the field asks."""
    if isinstance(value, str):
        return _reads(field, value)
    return _reaches(field, value) and _stays_under(field, value)


def _reads(field: Field, value: str) -> bool:
    asked = field.low
    if not isinstance(asked, str):
        return False
    if FIELDS[field.name].type == "piece":
        return asked in value
    return value.startswith(asked) if field.prefix else value == asked


def _reaches(field: Field, value: float) -> bool:
    if field.low is None:
        return True
    return isinstance(field.low, int | float) and (value > field.low if field.open_low else value >= field.low)


def _stays_under(field: Field, value: float) -> bool:
    if field.high is None:
        return True
    return isinstance(field.high, int | float) and (value < field.high if field.open_high else value <= field.high)
