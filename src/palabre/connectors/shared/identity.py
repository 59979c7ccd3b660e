"""Identifiers for things whose source gives none: the same thing always gets the same one."""

from hashlib import blake2b

#: The longest identifier that the model takes.
LONGEST_KEY = 500


def stable_id(*parts: str) -> str:
    """Return 32 hexadecimal digits (128 bits of BLAKE2b) that depend on every part and on their order.

    Lengths are hashed with the parts, so that ``("ab", "c")`` and ``("a", "bc")`` differ.
    """
    encoded = [part.encode("utf-8", "surrogatepass") for part in parts]
    lengths = ",".join([str(len(part)) for part in encoded]).encode()
    return blake2b(b"\0".join([lengths, *encoded]), digest_size=16).hexdigest()


def as_key(identifier: str) -> str:
    """Return the identifier where the model can hold it, else a stable one made from it."""
    if 0 < len(identifier) <= LONGEST_KEY and "\0" not in identifier:
        return identifier
    return stable_id(identifier)
