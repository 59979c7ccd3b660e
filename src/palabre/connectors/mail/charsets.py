"""Bytes → text, whatever charset a mail claims to be in. Pure."""

import codecs
import re

#: Charsets of text by the names that Python gives them. Others (zlib, hex, idna …) are no charsets, or are slow.
_CHARSET = re.compile(
    r"ascii|utf[-_]?(7|8(-sig|_sig)?|16|32).*|(iso8859|cp|koi8|mac|gb|big5|euc|shift|iso2022|tis|hz|ptcp).*"
)


def text_of(data: bytes, declared: str = "") -> str:
    """Return the text of ``data``: as declared, else UTF-8, else Windows’ Latin alphabet.

    Nothing raises: bytes that mean nothing become U+FFFD.
    """
    for charset in (_known(declared), "utf-8"):
        if charset:
            try:
                return data.decode(charset)
            except UnicodeError:
                continue
    return data.decode("cp1252", "replace")


def _known(declared: str) -> str:
    """Return the codec of a declared charset, empty where it is none; ASCII and Latin-1 mean cp1252 in mails."""
    try:
        name = codecs.lookup(declared.strip("'\" \t\r\n")[:40]).name
    except (LookupError, ValueError):
        return ""
    if name == "ascii":
        return "utf-8"
    return "cp1252" if name == "iso8859-1" else name if _CHARSET.fullmatch(name) else ""
