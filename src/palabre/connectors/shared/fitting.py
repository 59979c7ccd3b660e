"""Making what came from outside fit the bounds of the model, which structs do not check when they are built."""

from datetime import datetime
from typing import Any

import msgspec

from palabre.connectors.shared.sentences import storable
from palabre.core.model import Message

#: What French writes between thousands: a space, a no-break one, a narrow one.
_SPACES = dict.fromkeys(map(ord, " \u00a0\u202f"))

LONGEST_TEXT = 1_000_000
LONGEST_TITLE = 2_000
LONGEST_LEAD = 10_000
LONGEST_SHORT = 300


def clip(text: str, length: int) -> str:
    """Return the text as the database can hold it, cut at ``length`` characters with an ellipsis."""
    text = storable(text)
    return text if len(text) <= length else text[: length - 1] + "…"


def count(value: object) -> int | None:
    """Return a count out of ``12``, ``"1 234"``, ``"1 234"`` or ``12.0``; ``None`` where it says none."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, str):
        value = value.translate(_SPACES).removesuffix(".0")
        value = int(value) if value.isascii() and value.isdigit() and len(value) <= 15 else None
    if isinstance(value, float):
        value = int(value) if value.is_integer() else None
    return value if isinstance(value, int) and 0 <= value <= 10**15 else None


def is_valid(message: Message) -> bool:
    """Tell whether a message keeps every bound that the model declares, its date being aware."""
    plain: Any = msgspec.to_builtins(message, builtin_types=(datetime,))
    try:
        msgspec.convert(plain, Message)
    except msgspec.ValidationError:
        return False
    return message.published.tzinfo is not None
