"""The parts of a mail: its text, what is attached to it, the mails enclosed in it. Pure, and bounded.

Python's parser never fails on broken MIME; what it cannot place is text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import Message as Mail

from palabre.connectors.mail.charsets import text_of
from palabre.connectors.mail.headers import decoded, header
from palabre.connectors.mail.html_body import html_text
from palabre.connectors.shared.fitting import clip
from palabre.core.model import Attachment

MAX_PARTS, MAX_DEPTH, MAX_ATTACHMENTS, MAX_ENCLOSED = 300, 20, 50, 20

#: Bytes of one text part that are read.
MAX_TEXT = 4_000_000

#: A plain part that says no more than to look at the other one.
_STUB = re.compile(r"\bhtml\b", re.IGNORECASE)
_STUB_LENGTH = 300

_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,100}/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}")


@dataclass
class Group:
    """The ways in which one stretch of a mail is written: several if they are alternatives."""

    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)


@dataclass
class Content:
    """What a mail holds. ``more`` tells that parts beyond the bounds were not read."""

    groups: list[Group] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    enclosed: list[Mail] = field(default_factory=list)
    more: bool = False

    @property
    def text(self) -> str:
        """The text, stretch after stretch, each in the way that is best read."""
        return "\n".join(text for group in self.groups if (text := _best(group)))

    @property
    def html(self) -> str:
        """All that is written as HTML, as it is."""
        return "\n".join(html for group in self.groups for html in group.html)


def content_of(mail: Mail) -> Content:
    """Read a mail's parts."""
    content = Content()
    for count, (part, group) in enumerate(_leaves(mail, None, 0)):
        if count >= MAX_PARTS:
            content.more = True
            break
        _place(part, group, content)
    return content


def _leaves(part: Mail, group: Group | None, depth: int) -> Iterator[tuple[Mail, Group | None]]:
    """Yield the parts that hold something, with the group that alternatives share."""
    inside = part.get_payload()
    if not part.is_multipart() or not isinstance(inside, list) or part.get_content_maintype() == "message":
        yield part, group
    elif depth < MAX_DEPTH:
        if part.get_content_subtype() == "alternative":
            group = group or Group()
        for one in inside:
            if isinstance(one, Mail):
                yield from _leaves(one, group, depth + 1)


def _place(part: Mail, group: Group | None, content: Content) -> None:
    kind = part.get_content_type()
    if kind == "message/rfc822" and len(content.enclosed) < MAX_ENCLOSED:
        content.enclosed += [one for one in _inside(part) if isinstance(one, Mail)][:1]
    elif kind in ("text/plain", "text/html") and not _is_attached(part):
        _write(part, kind, group or Group(), content)
    elif len(content.attachments) < MAX_ATTACHMENTS:
        content.attachments.append(_attachment(part))
    else:
        content.more = True


def _inside(part: Mail) -> list[object]:
    payload = part.get_payload()
    return list(payload) if isinstance(payload, list) else []


def _write(part: Mail, kind: str, group: Group, content: Content) -> None:
    text = text_of(_payload(part)[:MAX_TEXT], _quietly(part.get_content_charset))
    if _quietly(lambda: part.get_param("format")).lower() == "flowed":
        text = unflowed(text, delsp=_quietly(lambda: part.get_param("delsp")).lower() == "yes")
    (group.html if kind == "text/html" else group.plain).append(text)
    if not any(group is known for known in content.groups[-2:]):
        content.groups.append(group)


def unflowed(text: str, *, delsp: bool) -> str:
    """Join the lines that a sender cut for display (RFC 3676): those that end with a space, but for ``-- ``.

    ``delsp`` tells that the space was added with the cut. Quoted lines are left as they are.
    """
    joined: list[str] = []
    open_end = False
    for line in text.replace("\r\n", "\n").split("\n"):
        if open_end and not line.startswith(">"):
            joined[-1] += line
        else:
            joined.append(line)
        open_end = line.endswith(" ") and line != "-- " and not line.startswith(">")
        if open_end and delsp:
            joined[-1] = joined[-1][:-1]
    return "\n".join(joined)


def _best(group: Group) -> str:
    """Prefer what is written plainly, unless it is a stub that points to the HTML."""
    plain = "\n".join(group.plain).replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    stub = not plain.strip() or (len(plain) < _STUB_LENGTH and _STUB.search(plain))
    return "\n".join(map(html_text, group.html)) if group.html and stub else plain


def _is_attached(part: Mail) -> bool:
    return header(part, "Content-Disposition").lower().startswith("attachment") or bool(_quietly(part.get_filename))


def _attachment(part: Mail) -> Attachment:
    kind = part.get_content_type().lower()
    return Attachment(
        name=clip(" ".join(decoded(_quietly(part.get_filename)).split()), 300) or "?",
        media_type=kind if _MEDIA_TYPE.fullmatch(kind) else "application/octet-stream",
        size=sum(len(_payload(one)) for one in part.walk()) if part.is_multipart() else len(_payload(part)),
    )


def _payload(part: Mail) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _quietly(ask: Callable[[], object]) -> str:
    """Ask the parser about parameters of a header; it fails on some that are broken, and that means none."""
    try:
        answer = ask()
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""
    return answer if isinstance(answer, str) else ""
