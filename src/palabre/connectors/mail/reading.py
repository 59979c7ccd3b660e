"""From a folder to deliveries: what is new, batch after batch. Runs in the work thread."""

from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes

from palabre.connectors.mail.cursor import Cursor
from palabre.connectors.mail.fetched import Fetched
from palabre.connectors.mail.headers import header
from palabre.connectors.mail.imap import AT_ONCE, MAX_MAIL, Folder
from palabre.connectors.mail.pace import Pace, batches
from palabre.connectors.mail.parse import Parsed, parse_mail
from palabre.connectors.shared.sentences import excerpt, reject
from palabre.core.model import Delivery, Reject, Visibility


def new_batches(folder: Folder, cursor: Cursor, pace: Pace) -> Iterator[list[tuple[int, int]]]:
    """Yield what is to be read after ``cursor``: (UID, size in bytes) of mails, batch after batch."""
    uids = folder.uids(cursor.uid, cursor.since)
    for start in range(0, len(uids), AT_ONCE):
        some = uids[start : start + AT_ONCE]
        sizes = folder.sizes(some)
        for batch in batches(some, {uid: min(size, MAX_MAIL) for uid, size in sizes.items()}, pace):
            yield [(uid, sizes[uid]) for uid in batch]


def delivery(
    folder: Folder, batch: list[tuple[int, int]], cursor: Cursor, now: datetime, visibility: Visibility
) -> Delivery:
    """Fetch a batch and return what it holds, with the cursor after it. Mails that are too large are told."""
    fetched = {mail.uid: mail for mail in folder.mails([uid for uid, size in batch if size <= MAX_MAIL])}
    parsed = [_parsed(folder, uid, size, fetched, now, visibility) for uid, size in batch]
    return Delivery(
        messages=tuple(message for one in parsed for message in one.messages),
        rejects=tuple(aside for one in parsed for aside in one.rejects),
        cursor=cursor.at(batch[-1][0]).stored(),
    )


def _parsed(
    folder: Folder, uid: int, size: int, fetched: dict[int, Fetched], now: datetime, visibility: Visibility
) -> Parsed:
    """Read one mail. One that was deleted between being listed and being fetched is nothing."""
    mail = fetched.pop(uid, None)
    if size > MAX_MAIL or (mail and len(mail.data) > MAX_MAIL):
        return Parsed([], [too_large(folder.headers(uid), size)])
    return parse_mail(mail.data, mail.received or now, visibility) if mail else Parsed([], [])


def too_large(headers: bytes, size: int) -> Reject:
    """Return the reject that names a mail too large to be loaded."""
    name, megabytes, most = named(headers), f"{size / 1_000_000:.0f}", MAX_MAIL // 1_000_000
    return reject(
        name,
        f"« {name} » pèse {megabytes} Mo, plus que {most} : ce courriel n’a pas été chargé.",
        f"“{name}” weighs {megabytes} MB, more than {most}: this mail was not loaded.",
        headers.decode("utf-8", "replace"),
    )


def named(headers: bytes) -> str:
    """Return what names a mail for people: its subject, else who sent it."""
    mail = message_from_bytes(headers)
    return excerpt(header(mail, "Subject") or header(mail, "From"), 140) or "—"
