"""Which encoding a file is in, told from some of its bytes. Pure."""

import codecs

from charset_normalizer import from_bytes

#: Byte order marks, the longest first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: What French exports are in when they are not Unicode, the likeliest first: Windows, old Macs, old DOS programs.
_FRENCH = ("cp1252", "mac_roman", "cp850")

#: What charset-normalizer is asked to choose from where the text is not French.
_OTHERS = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "iso8859_2", "iso8859_15"]
_FALLBACK = "cp1252"

#: The non-ASCII characters of French: in a wrong encoding most of them become something else.
_FRENCH_CHARACTERS = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛŒ«»’‘“”…–—€°\u00a0\u202f")
_FRENCH_SHARE = 0.8

#: What charset-normalizer looks at: more does not change its mind, and it is slow.
_LOOKED_AT = 60_000


def guess_encoding(sample: bytes) -> str:
    """Return the encoding of a file: its mark, else UTF-8 where it is, else the likeliest of Western Europe's.

    A sample may end in the middle of a character.
    """
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    if is_utf8(sample):
        return "utf-8"
    return _unmarked_utf16(sample) or _western(sample)


def is_utf8(sample: bytes) -> bool:
    """Tell whether bytes are UTF-8, but for a character cut at the end."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def known_encoding(name: str) -> str | None:
    """Return Python's name of a text encoding, ``None`` where there is none of that name."""
    try:
        found = codecs.lookup(name)
        "é".encode(name, "replace").decode(name, "replace")
    except (LookupError, UnicodeError, TypeError, ValueError, AssertionError):
        return None
    return found.name


def _unmarked_utf16(sample: bytes) -> str | None:
    """Text in UTF-16 has a NUL every other byte."""
    even, odd = sample[0:2000:2].count(0), sample[1:2000:2].count(0)
    half = min(len(sample), 2000) // 2
    if half and odd > half * 0.4 and even < half * 0.1:
        return "utf-16-le"
    if half and even > half * 0.4 and odd < half * 0.1:
        return "utf-16-be"
    return None


def _western(sample: bytes) -> str:
    """Take the encoding that makes French of the sample; where none does, ask charset-normalizer.

    Only lines that are not plain ASCII tell anything.
    """
    telling = b"\n".join(line for line in sample.splitlines() if not line.isascii())[:_LOOKED_AT]
    shares = {encoding: _french_share(telling, encoding) for encoding in _FRENCH}
    best = max(_FRENCH, key=lambda encoding: shares[encoding])
    if shares[best] >= _FRENCH_SHARE:
        return best
    found = from_bytes(telling, cp_isolation=_OTHERS).best()
    return found.encoding if found else _FALLBACK


def _french_share(sample: bytes, encoding: str) -> float:
    """Return which part of the non-ASCII characters are of French."""
    special = [character for character in sample.decode(encoding, "replace") if character > "\x7f"]
    return sum(character in _FRENCH_CHARACTERS for character in special) / len(special) if special else 0.0
