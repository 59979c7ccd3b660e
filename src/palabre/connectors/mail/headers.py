"""Headers of mails as people would read them: decoded (RFC 2047), on one line, bounded. Pure.

A header is untrusted: one that tries to hold another (a line end inside an encoded word) stays one line of text.
"""

import binascii
import re
from collections.abc import Iterator
from email.message import Message as Mail
from typing import NamedTuple

from palabre.connectors.mail.charsets import text_of
from palabre.connectors.shared.sentences import storable

#: Characters of a header that are read.
MAX_HEADER = 10_000

#: Identifiers read of ``References``.
MAX_REFERENCES = 200

_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,4000})\?=")
_BETWEEN_WORDS = re.compile(r"\?=[ \t\r\n]{1,20}=\?")
_IDENTIFIER = re.compile(r"<([^<>\s]{1,400})>")
_BRACKETED = re.compile(r"<\s?(?:mailto:)?([^<>\s@]{1,200}@[^<>\s@]{1,200})\s?>", re.IGNORECASE)
_ADDRESS = re.compile(r"([^<>()\[\]\s@,;:\"]{1,200}@[^<>()\[\]\s@,;:\"]{1,200})")
_CONTROLS = dict.fromkeys((*range(32), *range(0x7F, 0xA0), 0x2028, 0x2029), " ")
_QUOTED_BYTE = re.compile(rb"=([0-9A-Fa-f]{2})")


class Person(NamedTuple):
    """A name and an address; either may be empty. The address is in lower case."""

    name: str
    address: str


def header(mail: Mail, name: str) -> str:
    """Return the first header of that name, decoded, on one line; empty where there is none."""
    return decoded(raw_header(mail, name))


def raw_header(mail: Mail, name: str) -> str:
    """Return the first header of that name as it travelled, bounded; 8-bit bytes in it are read as text."""
    for found, value in mail.raw_items():
        if found.lower() == name.lower():
            return text_of(str(value)[:MAX_HEADER].encode("utf-8", "surrogateescape"))
    return ""


def decoded(value: str) -> str:
    """Return a header's value with its encoded words read, every control character made a space."""
    value = _BETWEEN_WORDS.sub("?==?", value[:MAX_HEADER])
    text = "".join(_pieces(value))
    return storable(" ".join(text.translate(_CONTROLS).split(" "))).strip()


def person(value: str) -> Person:
    """Return who ``Odile Roux <odile@exemple.fr>`` is; what has no address in it is a name.

    Of several people the first is returned.
    """
    value = _one_space(value[:1_000].translate(_CONTROLS))
    found = _BRACKETED.search(value) or _ADDRESS.search(value)
    if not found:
        return Person(value.strip("'\" ")[:300], "")
    name = value[: found.start()].strip() or value[found.end() :].strip(" ()")
    return Person(name.replace('\\"', '"').strip("'\" ")[:300], storable(found[1].lower()))


def identifiers(value: str) -> list[str]:
    """Return the identifiers of ``Message-ID``, ``In-Reply-To`` or ``References``, without their brackets."""
    return [storable(found) for found in _IDENTIFIER.findall(value)[:MAX_REFERENCES]]


def _pieces(value: str) -> Iterator[str]:
    """Yield plain stretches and encoded words; neighbours of one charset are joined as bytes before being read.

    Senders cut words in the middle of a character.
    """
    at, held, charset = 0, b"", ""
    for word in _WORD.finditer(value):
        plain = value[at : word.start()]
        if held and (plain or word[1].lower() != charset):
            yield text_of(held, charset)
            held = b""
        yield plain
        charset, held = word[1].partition("*")[0].lower(), held + _bytes_of(word[2], word[3])
        at = word.end()
    yield text_of(held, charset)
    yield value[at:]


def _bytes_of(encoding: str, text: str) -> bytes:
    """Return the bytes of an encoded word; base64 that is cut is read as far as it goes."""
    data = text.encode("utf-8", "replace")
    if encoding in "qQ":
        return _QUOTED_BYTE.sub(lambda byte: bytes([int(byte[1], 16)]), data.replace(b"_", b" "))
    try:
        return binascii.a2b_base64(data + b"==")
    except binascii.Error:
        return data


def _one_space(text: str) -> str:
    return " ".join(text.split())
