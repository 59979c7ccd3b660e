"""JSON that PostgreSQL takes: what it refuses in texts (NUL, lone surrogates) becomes U+FFFD."""

from typing import Any

import msgspec

_REPLACEMENT = "\ufffd"
_ESCAPED_NUL = b"\\u0000"


def encode(value: Any) -> bytes:
    """Return the JSON of ``value`` (structs, mappings, sequences, plain values), in UTF-8.

    Only the rare text that holds something refused is walked through; the others cost one search.
    """
    try:
        encoded = msgspec.json.encode(value)
    except UnicodeEncodeError:
        encoded = _ESCAPED_NUL  # lone surrogates cannot even be encoded: walk
    if _ESCAPED_NUL not in encoded:
        return encoded
    return msgspec.json.encode(_cleaned(msgspec.to_builtins(value)))


def clean(text: str) -> str:
    """Return ``text`` with each NUL and each lone surrogate replaced by U+FFFD."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\0", _REPLACEMENT)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list | tuple):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {clean(str(name)): _cleaned(item) for name, item in value.items()}
    return value
