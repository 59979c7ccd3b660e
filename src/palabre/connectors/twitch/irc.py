"""Lines of IRC (RFC 1459, RFC 2812) with message tags (IRCv3): pure, one line in, its parts out."""

import re
from typing import NamedTuple

_ESCAPED = re.compile(r"\\(.?)", re.DOTALL)
_UNESCAPED = {":": ";", "s": " ", "\\": "\\", "r": "\r", "n": "\n"}


class Line(NamedTuple):
    """One line. ``nick`` is empty where a server speaks; ``params`` ends with the trailing one, if any."""

    tags: dict[str, str]
    nick: str
    command: str
    params: list[str]

    def param(self, index: int) -> str:
        """Return a parameter, or an empty string where there is none."""
        return self.params[index] if index < len(self.params) else ""


def parse_line(text: str) -> Line | None:
    """Return the parts of a line given without its end, or ``None`` where there is no command in it."""
    tags: dict[str, str] = {}
    if text.startswith("@"):
        written, _, text = text[1:].partition(" ")
        tags = parse_tags(written)
        text = text.lstrip(" ")
    nick = ""
    if text.startswith(":"):
        source, _, text = text[1:].partition(" ")
        nick = source.partition("!")[0] if "!" in source else ""
    middle, trails, trailing = text.partition(" :")
    words = middle.split()
    if not words:
        return None
    params = [*words[1:], trailing] if trails else words[1:]
    return Line(tags, nick, words[0].upper(), params)


def parse_tags(written: str) -> dict[str, str]:
    """Return tags out of ``name=value;name;name=value``: no value is an empty one, and the last of a name wins."""
    tags = {}
    for tag in written.split(";"):
        name, _, value = tag.partition("=")
        if name:
            tags[name] = _unescaped(value) if "\\" in value else value
    return tags


def escape_tag(value: str) -> str:
    """Return a tag's value as it travels; ``parse_tags`` gives it back."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\:"), (" ", "\\s"), ("\r", "\\r"), ("\n", "\\n")):
        value = value.replace(plain, escaped)
    return value


def command(*words: str) -> bytes:
    """Return a line to be sent. Raises ``ValueError`` where a word would make two lines of it."""
    line = " ".join(words)
    if any(mark in line for mark in "\r\n\0"):
        raise ValueError("A command of IRC holds one line.")
    return line.encode() + b"\r\n"


def _unescaped(value: str) -> str:
    """Undo the escapes of a value; one that means nothing gives its character, a lone one at the end nothing."""
    return _ESCAPED.sub(lambda found: _UNESCAPED.get(found[1], found[1]), value)
