"""A mail as it travelled → messages, or why it could not be read. Pure.

One mail is one message, but for Google Alerts (one a result) and mails that enclose others (one a mail enclosed).
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import Message as Mail
from typing import Any, NamedTuple

from palabre.connectors.mail.alerts import Result, is_alert, results
from palabre.connectors.mail.forwarded import Forwarded, forwarded
from palabre.connectors.mail.headers import Person, decoded, header, identifiers, person, raw_header
from palabre.connectors.mail.parts import Content, content_of
from palabre.connectors.mail.trim import Parts, split_reply
from palabre.connectors.shared.dates import UnreadableDate, parse_date
from palabre.connectors.shared.fitting import clip, is_valid
from palabre.connectors.shared.identity import as_key, stable_id
from palabre.connectors.shared.sentences import excerpt, reject
from palabre.core.model import Author, Message, Reject, Visibility

#: Bytes of the ``Content-…`` header of a part, multiparts and lines of a mail: beyond, only an attack, and a slow
#: one. The largest mail that is loaded, all base64, has 330,000 lines.
MAX_PARAMETERS, MAX_MULTIPARTS, MAX_LINES = 20_000, 100, 500_000

#: Characters of quoted text, notes and headers that are kept in ``raw``.
MAX_KEPT, MAX_KEPT_HEADER = 50_000, 1_000

#: A date further ahead of reception is a mistake or a trick to stay on top.
AHEAD = timedelta(days=1)

_KEPT = (
    "From",
    "Reply-To",
    "To",
    "Cc",
    "Date",
    "Subject",
    "Message-ID",
    "In-Reply-To",
    "List-Id",
    "Auto-Submitted",
)
_PARAMETERS = re.compile(rb"^content-(?:type|disposition):[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_NO_REPLY = re.compile(
    r"(no-?reply|ne-?pas-?repondre|noreply|wordpress|formulaire|contact-?form|webmaster)", re.IGNORECASE
)


class Parsed(NamedTuple):
    """What a mail gave."""

    messages: list[Message]
    rejects: list[Reject]


def parse_mail(raw: bytes, received: datetime, visibility: Visibility = "private") -> Parsed:
    """Return the messages of a mail. ``received`` (aware) is when the server had it.

    Nothing raises: what cannot be read is a reject that says which mail and why.
    """
    if _is_a_trap(raw):
        return Parsed([], [_unreadable(raw, "sa structure est démesurée", "its structure is oversized")])
    try:
        messages = _messages(message_from_bytes(raw), raw, received, visibility)
    except Exception as error:  # the parser of the standard library has faults: one mail must not stop the others
        return Parsed([], [_unreadable(raw, f"{type(error).__name__}", f"{type(error).__name__}")])
    good = [message for message in messages if is_valid(message)]
    bad = [_unreadable(raw, "un champ est démesuré", "a field is oversized")] * (len(good) < len(messages))
    return Parsed(good, bad)


def _messages(mail: Mail, raw: bytes, received: datetime, visibility: Visibility) -> list[Message]:
    identifier = _identifier(mail, raw)
    content = content_of(mail)
    date = _date(mail, received)
    found = results(content.html, content.text) if is_alert(_sender(mail)) else []
    if found:
        return [_article(mail, one, date) for one in found]
    if content.enclosed and mail.get_content_subtype() != "report":
        return [
            _enclosed(mail, content, inside, f"{identifier}#{number}" if number else identifier, date, visibility)
            for number, inside in enumerate(content.enclosed)
        ]
    return [_one(mail, content, identifier, date, visibility)]


def _one(mail: Mail, content: Content, identifier: str, date: datetime, visibility: Visibility) -> Message:
    """Return the message of an ordinary mail: a letter, a reply, a forwarded complaint, a newsletter."""
    subject, text = header(mail, "Subject"), content.text
    passed_on = forwarded(subject, text)
    parts = split_reply(passed_on.text if passed_on else text)
    bulk = passed_on is None and _is_newsletter(mail)
    parent = _parent(mail)
    return Message(
        id=as_key(identifier),
        text=clip(text.strip() if bulk else parts.said, 1_000_000),
        published=date,
        kind="article" if bulk else "mail",
        visibility="press" if bulk else visibility,
        author=_author((passed_on.author if passed_on else None) or _sender(mail)),
        title=clip((passed_on.subject if passed_on else "") or subject, 2_000),
        site=_domain(_sender(mail)) if bulk else "",
        thread=clip(_thread(mail) or identifier, 500),
        parent=clip(parent, 500),
        place=clip(header(mail, "To"), 2_000),
        network="mail",
        attachments=tuple(content.attachments),
        raw=_raw(mail, content, Parts(text) if bulk else parts, passed_on),
    )


def _enclosed(
    mail: Mail, content: Content, inside: Mail, identifier: str, date: datetime, visibility: Visibility
) -> Message:
    """Return the message of a mail enclosed in another: its author and text, the other’s date and name."""
    whole = content_of(inside)
    parts = split_reply(whole.text)
    passed = Forwarded(_sender(inside), header(inside, "Date"), header(inside, "Subject"), whole.text, content.text)
    return Message(
        id=as_key(identifier),
        text=clip(parts.said, 1_000_000),
        published=date,
        kind="mail",
        visibility=visibility,
        author=_author(passed.author) or _author(_sender(mail)),
        title=clip(passed.subject or header(mail, "Subject"), 2_000),
        thread=clip(_thread(mail) or identifier, 500),
        place=clip(header(mail, "To"), 2_000),
        network="mail",
        attachments=tuple(whole.attachments + content.attachments),
        raw=_raw(mail, whole, parts, passed),
    )


def _article(mail: Mail, result: Result, date: datetime) -> Message:
    """Return the article of one result. The same page found by two alerts, or twice, is the same message."""
    return Message(
        id=stable_id("google-alert", result.url),
        text=clip(result.snippet or result.title, 20_000),
        published=date,
        kind="article",
        visibility="press",
        author=Author(key=as_key(result.publisher), name=result.publisher) if result.publisher else None,
        title=result.title,
        url=result.url,
        site=result.publisher,
        place=clip(header(mail, "Subject"), 2_000),
        network="web",
        raw={"headers": _headers(mail)},
    )


def _identifier(mail: Mail, raw: bytes) -> str:
    """Return the ``Message-ID``; a mail that has none is known by its bytes."""
    found = identifiers(raw_header(mail, "Message-ID"))
    return found[0] if found else stable_id("mail", raw.decode("latin-1"))


def _sender(mail: Mail) -> Person:
    """Return who wrote: the sender, but the one to answer where a site's form sends in its own name."""
    sender = person(header(mail, "From"))
    answer = person(header(mail, "Reply-To"))
    by_a_form = bool(answer.address) and bool(_NO_REPLY.match(sender.address))
    return answer if by_a_form else sender


def _author(who: Person) -> Author | None:
    key = who.address or who.name
    return Author(key=as_key(key), name=clip(who.name or who.address, 300)) if key else None


def _domain(who: Person) -> str:
    return who.address.rpartition("@")[2][:300]


def _date(mail: Mail, received: datetime) -> datetime:
    """Return when the mail says it was written, unless it cannot be believed."""
    try:
        told = parse_date(header(mail, "Date")[:100], UTC)
    except UnreadableDate:
        return received.astimezone(UTC)
    return told if told <= received + AHEAD else received.astimezone(UTC)


def _thread(mail: Mail) -> str:
    """Return the first mail of the conversation: ``References`` begins with it (RFC 5322 §3.6.4)."""
    chain = identifiers(raw_header(mail, "References")) or identifiers(raw_header(mail, "In-Reply-To"))
    return chain[0] if chain else ""


def _parent(mail: Mail) -> str:
    answered = identifiers(raw_header(mail, "In-Reply-To"))
    return answered[0] if answered else next(reversed(identifiers(raw_header(mail, "References"))), "")


def _is_newsletter(mail: Mail) -> bool:
    """Tell a mail sent to many (RFC 2369, RFC 8058) from one of a conversation."""
    return bool(raw_header(mail, "List-Unsubscribe")) and not raw_header(mail, "In-Reply-To")


def _headers(mail: Mail) -> dict[str, str]:
    return {name: clip(value, MAX_KEPT_HEADER) for name in _KEPT if (value := header(mail, name))}


def _raw(mail: Mail, content: Content, parts: Parts, passed: Forwarded | None) -> Mapping[str, Any]:
    raw: dict[str, Any] = {"headers": _headers(mail)}
    kept = {"signature": parts.signature, "quoted": parts.quoted}
    raw |= {name: clip(text, MAX_KEPT) for name, text in kept.items() if text}
    if passed:
        raw["forwarded"] = {
            "by": person(header(mail, "From"))._asdict(),
            "note": clip(passed.note, MAX_KEPT),
            "date": clip(passed.date, MAX_KEPT_HEADER),
        }
    if content.more:
        raw["more_parts"] = True
    return raw


def _is_a_trap(raw: bytes) -> bool:
    """Tell a mail whose structure alone would take minutes to read."""
    if raw.count(b"\n") > MAX_LINES:
        return True
    multiparts = 0
    for found in _PARAMETERS.finditer(raw):
        multiparts += b"multipart" in found[0][:200].lower()
        if len(found[0]) > MAX_PARAMETERS or multiparts > MAX_MULTIPARTS:
            return True
    return False


def _unreadable(raw: bytes, why_fr: str, why_en: str) -> Reject:
    beginning = raw[:4_000].decode("utf-8", "replace")
    subject = next((line for line in beginning.splitlines() if line.lower().startswith("subject:")), "")
    return reject(
        excerpt(decoded(subject.partition(":")[2].strip()), 200) or "mail",
        f"Ce courriel n’a pas pu être lu : {why_fr}.",
        f"This mail could not be read: {why_en}.",
        beginning,
    )
