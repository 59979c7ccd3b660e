"""Where swindlers lead people: a telephone number, a handle, a link, a mailbox, written the same way each time.

``06 12 34 56 78``, ``+33 (0)6.12.34.56.78`` and ``wa.me/33612345678`` are one contact: messages that share it are
the work of one hand, whatever their words and accounts.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Kind = Literal["phone", "telegram", "whatsapp", "mail"]
#: Contacts of one message, and characters that are read.
MOST, READ = 8, 5_000
#: Figures of a telephone number with its country.
_SHORTEST, _LONGEST = 9, 15

_PHONE = re.compile(r"(?<![\w@/.])(?:\+|00)?\d(?:[ .\-/()\u00a0\u202f]{0,2}\d){7,15}(?![\w@])")
_WA_ME = re.compile(r"(?:wa\.me/|whatsapp\.com/send/?\?phone=)\+?(\d{7,15})", re.IGNORECASE)
_WA_GROUP = re.compile(r"(?:chat\.whatsapp\.com|whatsapp\.com/channel)/([A-Za-z0-9]{8,40})", re.IGNORECASE)
_TELEGRAM = re.compile(r"(?<!\w)(?:t\.me|telegram\.me)/(?:joinchat/)?(\+?[A-Za-z0-9_]{3,40})", re.IGNORECASE)
_TELEGRAM_HANDLE = re.compile(r"t[ée]l[ée]gram(?:me)?\b[^@\n]{0,20}@([A-Za-z0-9_]{4,32})(?![\w.])", re.IGNORECASE)
_MAIL = re.compile(r"(?<![\w.+-])([\w.+-]{1,64})@([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})(?![\w-])")
#: Mailboxes in which points and what follows a plus do not count.
_LOOSE = frozenset(["gmail.com", "googlemail.com"])


class Contact(NamedTuple):
    """A way to reach somebody, in its one spelling, and where the text says it."""

    kind: Kind
    value: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """Return what messages that share it have in common: ``phone:+33612345678``."""
        return f"{self.kind}:{self.value}"


def contacts(text: str) -> list[Contact]:
    """Return the contacts in a text, each once, in their order."""
    found: dict[str, Contact] = {}
    for one in sorted(_every(text[:READ]), key=lambda one: (one.start, -one.end)):
        found.setdefault(one.key, one)
    return list(found.values())[:MOST]


def _every(text: str) -> Iterator[Contact]:
    for found in _WA_ME.finditer(text):
        yield Contact("phone", f"+{found[1].lstrip('0')}", *found.span())
    for found in _PHONE.finditer(text):
        if (number := normalised(found[0])) is not None:
            yield Contact("phone", number, *found.span())
    for found in _WA_GROUP.finditer(text):
        yield Contact("whatsapp", found[1], *found.span())
    for pattern in (_TELEGRAM, _TELEGRAM_HANDLE):
        for found in pattern.finditer(text):
            yield Contact("telegram", found[1].lower(), *found.span())
    for found in _MAIL.finditer(text):
        yield Contact("mail", _mailbox(found[1].lower(), found[2].lower()), *found.span())


def normalised(number: str) -> str | None:
    """Return a telephone number with its country, French where it does not say; None where it is none."""
    figures = re.sub(r"\D", "", number.replace("(0)", ""))
    if number.lstrip().startswith("+") or figures.startswith("00"):
        figures = figures.removeprefix("00")
    elif len(figures) == 10 and figures[0] == "0" and figures[1] != "0":
        figures = "33" + figures[1:]
    else:
        return None
    return f"+{figures}" if _SHORTEST <= len(figures) <= _LONGEST else None


def _mailbox(user: str, host: str) -> str:
    if host in _LOOSE:
        user, host = user.partition("+")[0].replace(".", ""), "gmail.com"
    return f"{user}@{host}"
