"""The bytes of a feed → text, believing what can be believed about their encoding. Pure."""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

#: ``<?xml version="1.0" encoding="…"?>``, within the first bytes.
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)


def decode_body(body: bytes, content_type: str = "") -> str:
    """Return the text of a body.

    Tried in turn, strictly: the byte order mark, UTF-8 (text that is UTF-8 by chance does not exist), what the
    document declares, what the header says, Windows-1252; at last UTF-8 with the bad bytes replaced.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    for encoding in ("utf-8", _declared(body), _charset(content_type), "cp1252"):
        try:
            return body.decode(encoding)
        except (LookupError, UnicodeError, ValueError, TypeError):
            continue
    return body.decode("utf-8", "replace")


def _declared(body: bytes) -> str:
    found = _DECLARED.match(body[:400])
    return found[1].decode("ascii") if found else ""


def _charset(content_type: str) -> str:
    found = _CHARSET.search(content_type[:300])
    return found[1] if found else ""
