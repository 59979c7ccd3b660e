"""One connection to a folder after another, each read to its end and then listened to."""

import ssl
from collections.abc import AsyncGenerator

from palabre.connectors.contract import Clock
from palabre.connectors.mail.cursor import Cursor
from palabre.connectors.mail.imap import Folder
from palabre.connectors.mail.pace import Pace
from palabre.connectors.mail.reading import delivery, new_batches
from palabre.connectors.mail.settings import Settings
from palabre.connectors.mail.thread import WorkThread
from palabre.core.model import Delivery


class Watching:
    """Follows a folder. The cursor lives here from one connection to the next."""

    def __init__(
        self, settings: Settings, cursor: Cursor, now: Clock, pace: Pace, tls: ssl.SSLContext | None
    ) -> None:
        self._settings, self._cursor, self._now, self._pace, self._tls = settings, cursor, now, pace, tls
        self.proved = False  #: whether the last connection gave something, or got as far as waiting for mail

    async def deliveries(self) -> AsyncGenerator[Delivery, None]:
        """Yield what is new over one connection, for as long as it holds. Raises one of ``ImapErrors``."""
        self.proved = False
        folder = Folder(self._settings, self._tls, self._pace.step)
        async with WorkThread(f"mailbox {self._settings.user}", last=folder.release) as thread:
            try:
                await thread.run(folder.connect)
                await thread.run(folder.open)
                for first in self._begun(folder.uidvalidity):
                    yield first
                while True:
                    async for one in self._unread(thread, folder):
                        yield one
                    self.proved = True
                    await thread.run(folder.wait, self._pace.idle, self._pace.poll)
            finally:
                folder.cut()

    def _begun(self, uidvalidity: int) -> list[Delivery]:
        """Take note of the folder's generation; a new one is stored at once, with the day from which to read."""
        before, self._cursor = self._cursor, self._cursor.within(uidvalidity)
        return [] if before == self._cursor else [Delivery(cursor=self._cursor.stored())]

    async def _unread(self, thread: WorkThread, folder: Folder) -> AsyncGenerator[Delivery, None]:
        batches = new_batches(folder, self._cursor, self._pace)
        while batch := await thread.run(next, batches, None):
            yield await thread.run(delivery, folder, batch, self._cursor, self._now(), self._settings.visibility)
            self._cursor = self._cursor.at(batch[-1][0])
            self.proved = True
