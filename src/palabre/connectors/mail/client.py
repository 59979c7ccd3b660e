"""The face of the mailbox among connectors."""

import asyncio
import random
import ssl
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from typing import Any

from palabre.connectors.contract import Check, Job, Manifest, SourceError
from palabre.connectors.mail.cursor import Cursor
from palabre.connectors.mail.imap import Folder, ImapErrors, NoFolder
from palabre.connectors.mail.manifest import MANIFEST
from palabre.connectors.mail.pace import Pace, wait_before
from palabre.connectors.mail.reading import named
from palabre.connectors.mail.settings import Settings, problems, read_settings
from palabre.connectors.mail.thread import WorkThread
from palabre.connectors.mail.troubles import explained
from palabre.connectors.mail.watching import Watching
from palabre.connectors.shared.sentences import excerpt, in_language
from palabre.core.model import Delivery

#: Seconds of a test of the connection: for each step, and in all; and subjects shown.
PATIENCE, TESTED, SHOWN = 4.0, 9.5, 3


class MailConnector:
    """Reads a folder from where it stopped, then each mail as it comes."""

    manifest: Manifest = MANIFEST

    def __init__(
        self,
        pace: Pace | None = None,
        chance: Callable[[], float] = random.random,
        make_tls: Callable[[], ssl.SSLContext] = ssl.create_default_context,
    ) -> None:
        self._pace, self._chance, self._make_tls = pace or Pace(), chance, make_tls

    def problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> list[tuple[str, str, str]]:
        """Return what is wrong with the server, the account or the folder."""
        return problems(settings, secrets)

    async def check(self, job: Job) -> Check:
        """Sign in, open the folder, and show the last subjects."""
        wrong = self.problems(job.settings, job.secrets)
        if wrong:
            return Check(False, wrong[0][1], wrong[0][2])
        settings = read_settings(job.settings, job.secrets)
        folder = Folder(settings, self._tls(settings), PATIENCE)
        try:
            async with (
                asyncio.timeout(TESTED),
                WorkThread(f"test of mailbox {job.source}", folder.release) as thread,
            ):
                return await thread.run(_looked, folder, settings)
        except ImapErrors as error:
            return _failed(explained(error, settings))
        finally:
            folder.cut()

    async def collect(self, job: Job) -> AsyncGenerator[Delivery, None]:
        """Yield what is new until cancelled. Mail waits on its server: a break loses nothing and is no gap."""
        settings = read_settings(job.settings, job.secrets)
        cursor = Cursor.read(job.cursor, settings.days, job.now())
        watching = Watching(settings, cursor, job.now, self._pace, self._tls(settings))
        failures = 0
        while True:
            try:
                async with aclosing(watching.deliveries()) as deliveries:
                    async for delivery in deliveries:
                        yield delivery
            except ImapErrors as error:
                failures = 1 if watching.proved else failures + 1
                trouble = explained(error, settings)
                if trouble.kind not in ("temporary", "throttled") or failures >= self._pace.tries:
                    raise trouble from error
                await asyncio.sleep(wait_before(failures, self._chance(), self._pace))

    def _tls(self, settings: Settings) -> ssl.SSLContext | None:
        return None if settings.security == "none" else self._make_tls()


def _looked(folder: Folder, settings: Settings) -> Check:
    """Open the folder and look at it, in the work thread."""
    folder.connect()
    try:
        folder.open()
    except NoFolder as error:
        return _no_folder(explained(error, settings), folder.folders())
    return _good([named(headers) for headers in folder.headers_of_last(SHOWN)])


def _no_folder(trouble: SourceError, names: list[str]) -> Check:
    """Say which folders there are: the name given is often nearly right."""
    check, shown = _failed(trouble), excerpt(", ".join(names), 300)
    return Check(False, f"{check.message_fr} Il y a : {shown}.", f"{check.message_en} There are: {shown}.")


def _failed(trouble: SourceError) -> Check:
    return Check(False, in_language(str(trouble), "fr"), in_language(str(trouble), "en"))


def _good(subjects: list[str]) -> Check:
    if not subjects:
        return Check(True, "Connecté. Ce dossier est vide.", "Connected. This folder is empty.")
    return Check(
        True, "Connecté : voici les derniers courriels.", "Connected: here are the last mails.", tuple(subjects)
    )


CONNECTOR = MailConnector()
