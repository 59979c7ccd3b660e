"""A folder of a mailbox, read over IMAP by imap-tools: one connection, used by one thread at a time.

The folder is opened to be read only (``EXAMINE``) and mails are asked for with ``BODY.PEEK``: nothing is marked as
read. Nothing here is asynchronous; ``cut`` alone may be called from another thread, to end a wait.
"""

import imaplib
import select
import socket
import ssl
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from io import BufferedReader
from typing import cast

from imap_tools.errors import ImapToolsError, MailboxFolderSelectError, MailboxLoginError
from imap_tools.mailbox import BaseMailBox

from palabre.connectors.mail.fetched import Fetched, mails, sizes
from palabre.connectors.mail.settings import Settings

#: Bytes of a mail that are read: a larger one is told, not loaded.
MAX_MAIL = 25_000_000

#: A literal beyond this is of a server that does not keep to what was asked.
MAX_LITERAL = MAX_MAIL + 100_000

#: Bytes of headers fetched to name a mail that is too large, and mails asked about in one command.
MAX_HEADERS, AT_ONCE = 8_000, 500

#: What may go wrong on a connection that is no defect of ours.
ImapErrors = (ImapToolsError, imaplib.IMAP4.error, OSError, EOFError, ValueError)

Refused = MailboxLoginError
NoFolder = MailboxFolderSelectError


class _Bounded(imaplib.IMAP4):
    def read(self, size: int) -> bytes:
        """Read a literal, unless it is larger than anything that was asked for."""
        if size > MAX_LITERAL:
            raise self.abort(f"a literal of {size} bytes was announced")
        return super().read(size)


class _BoundedTls(imaplib.IMAP4_SSL):
    def read(self, size: int) -> bytes:
        """Read a literal, unless it is larger than anything that was asked for."""
        if size > MAX_LITERAL:
            raise self.abort(f"a literal of {size} bytes was announced")
        return super().read(size)


class _Box(BaseMailBox):
    """imap-tools’ mailbox, on a connection whose literals are bounded."""

    def __init__(self, settings: Settings, tls: ssl.SSLContext | None, seconds: float) -> None:
        self._settings, self._tls, self._seconds = settings, tls, seconds
        super().__init__()

    def _get_mailbox_client(self) -> imaplib.IMAP4:
        where = (self._settings.host, self._settings.port)
        if self._settings.security == "tls":
            return _BoundedTls(*where, ssl_context=self._tls, timeout=self._seconds)
        client = _Bounded(*where, timeout=self._seconds)
        if self._settings.security == "starttls":
            client.starttls(self._tls)
        return client


class Folder:
    """A folder, once connected and opened. Methods raise one of ``ImapErrors`` when the connection breaks."""

    def __init__(self, settings: Settings, tls: ssl.SSLContext | None, seconds: float) -> None:
        """Prepare; each later step is given ``seconds``."""
        self._settings, self._tls, self._seconds = settings, tls, seconds
        self._connected: _Box | None = None
        self._is_cut = False
        self.uidvalidity = 0

    @property
    def _box(self) -> _Box:
        if self._connected is None or self._is_cut:
            raise ConnectionAbortedError("The connection was closed.")
        return self._connected

    def connect(self) -> None:
        """Connect and sign in."""
        self._connected = _Box(self._settings, self._tls, self._seconds)
        user, password = self._settings.user, self._settings.password
        sign_in = self._box.login if (user + password).isascii() else self._box.login_utf8
        sign_in(user, password, initial_folder=None)

    def open(self) -> None:
        """Open the folder to be read only."""
        self._box.folder.set(self._settings.folder, readonly=True)
        values = self._box.client.response("UIDVALIDITY")[1]
        self.uidvalidity = int(values[-1]) if values and values[-1] else 0

    def uids(self, after: int, since: date | None) -> list[int]:
        """Return the UIDs above ``after`` of mails received on that day or later, in order."""
        criteria = f"UID {after + 1}:*" + (f" SINCE {_imap_date(since)}" if since else "")
        found = self._box.uids(criteria, charset=None)
        return sorted(
            uid for uid in map(int, found) if uid > after
        )  # "n:*" always gives the last one (RFC 9051 §9)

    def sizes(self, uids: Iterable[int]) -> dict[int, int]:
        """Return the size in bytes of each mail that is still there."""
        return sizes(self._fetch(uids, "(UID RFC822.SIZE)"))

    def mails(self, uids: Iterable[int]) -> list[Fetched]:
        """Return mails whole, up to one byte over the bound: that byte tells a server that lied about sizes."""
        return mails(self._fetch(uids, f"(UID INTERNALDATE BODY.PEEK[]<0.{MAX_MAIL + 1}>)"))

    def headers(self, uid: int) -> bytes:
        """Return the beginning of the headers that name a mail."""
        found = mails(self._fetch([uid], f"(UID BODY.PEEK[HEADER.FIELDS (FROM SUBJECT DATE)]<0.{MAX_HEADERS}>)"))
        return found[0].data if found else b""

    def headers_of_last(self, count: int) -> list[bytes]:
        """Return the headers of the last mails of the folder, the newest first."""
        return [self.headers(uid) for uid in reversed(self.uids(0, None)[-count:])]

    def folders(self) -> list[str]:
        """Return the names of the folders of the mailbox."""
        return [folder.name for folder in self._box.folder.list()]

    def wait(self, idle: float, poll: float) -> None:
        """Wait until something happens in the folder, at most ``idle`` seconds.

        Where the server cannot tell by itself (RFC 2177), wait ``poll`` seconds.
        """
        if "IDLE" not in self._box.client.capabilities:
            self._spoken(poll)
            self._box.client.noop()
            return
        self._box.idle.start()  # type: ignore[no-untyped-call]  # imap-tools gives it no types
        self._spoken(idle)
        self._box.idle.stop()  # type: ignore[no-untyped-call]

    def _spoken(self, seconds: float) -> None:
        """Wait for bytes from the server: those that were read ahead with the last answer, then new ones."""
        sock = self._box.client.sock
        if not self._read_ahead(sock):
            poller = select.poll()
            poller.register(sock, select.POLLIN)
            poller.poll(int(seconds * 1000))

    def _read_ahead(self, sock: socket.socket) -> bool:
        patience = sock.gettimeout()
        sock.settimeout(0)
        try:
            return bool(cast(BufferedReader, self._box.client.file).peek(1))
        except ssl.SSLWantReadError:
            return False
        finally:
            sock.settimeout(patience)

    def cut(self) -> None:
        """End the conversation at once, from any thread: who waits on this connection is woken by an error.

        The socket is left for ``release`` to close: a number closed here could be another connection's by the
        time the other thread looks at it.
        """
        self._is_cut = True
        if self._connected:
            with suppress(OSError, AttributeError):
                self._connected.client.sock.shutdown(socket.SHUT_RDWR)

    def release(self) -> None:
        """Close the socket; called once, by the thread that reads."""
        self._is_cut = True
        if self._connected:
            with suppress(*ImapErrors, AttributeError):
                self._connected.client.shutdown()

    def _fetch(self, uids: Iterable[int], items: str) -> list[object]:
        wanted = ",".join(map(str, uids))
        if not wanted:
            return []
        status, answer = self._box.client.uid("FETCH", wanted, items)
        if status != "OK":
            raise imaplib.IMAP4.error(f"FETCH: {answer!r}"[:300])
        return list(answer)


def _imap_date(day: date) -> str:
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{day.day}-{months[day.month - 1]}-{day.year}"
