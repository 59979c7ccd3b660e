"""The embedded PostgreSQL: made, started, shared by those who use it, stopped by the last of them."""

import atexit
import logging
import os
import time
from pathlib import Path
from types import TracebackType

from palabre.store import place
from palabre.store.embedded import address, layout, process
from palabre.store.embedded.account import Account, for_server
from palabre.store.embedded.apart import apart
from palabre.store.embedded.errors import EmbeddedError, failure
from palabre.store.embedded.locks import Use, turn

_log = logging.getLogger(__name__)
_STOP_PATIENCE = 20.0


class Embedded:
    """The embedded database of one data folder.

    ``start`` brings the server up or joins the one that runs, and may be called again when it has died. Each
    ``Embedded`` that started holds a share; ``stop`` gives it back, and the last one stops the server. A process
    that dies, however it dies, gives its share back too: the server it leaves is taken over by the next start.

    ``light`` (tests only) skips the waits for the disk. ``patience`` (seconds) bounds a start: recovery after a
    crash replays up to 4 GB of log. With ``lean``, a start is done in a process of its own, which takes with it
    what talking to the server loads: 13 MB.
    """

    def __init__(self, home: Path, *, light: bool = False, patience: float = 120.0, lean: bool = False) -> None:
        self._home = home.absolute()
        self._light = light
        self._patience = patience
        self._lean = lean
        self._use: Use | None = None
        self._address: address.Address | None = None
        self._layout: layout.Layout | None = None
        self._process = os.getpid()

    # ------------------------------------------------------------------ the face

    def start(self) -> str:
        """Bring the server up, or join the one that runs, and return its ``url``.

        Raises ``EmbeddedError``, which says how to mend it.
        """
        account = for_server()
        self._layout = layout.settle(self._home, account)
        with turn(self._layout.side / "turn.lock", self._patience):
            taken = self._use is None
            self._use = self._use or Use(self._layout.side / "use.lock")
            try:
                self._bring_up(self._layout, account)
            except BaseException:
                if taken:
                    self._use.let_go()
                    self._use = None
                raise
        atexit.register(self._stop_at_exit)
        return self.url

    def stop(self) -> None:
        """Give the share back; the last one stops the server: sessions end, everything is written, at once."""
        atexit.unregister(self._stop_at_exit)
        if self._use is None or self._layout is None:
            return
        with turn(self._layout.side / "turn.lock", self._patience):
            last, self._use = self._use.let_go(), None
            if last:
                self._halt(self._layout)

    def is_running(self) -> bool:
        """Tell whether the server answers, by really connecting."""
        from palabre.store.embedded import sessions

        return self._address is not None and sessions.answers(self._address, self._password())

    def erase(self) -> None:
        """Stop, and remove the database for good. Refused while another process uses it."""
        account = for_server()
        self._layout = self._layout or layout.settle(self._home, account)
        self.stop()
        with turn(self._layout.side / "turn.lock", self._patience):
            use = Use(self._layout.side / "use.lock")
            if not use.let_go():
                raise EmbeddedError(f"Another Palabre uses the database of {self._home}: stop it first.")
            self._halt(self._layout)
            layout.erase(self._layout, account)

    @property
    def url(self) -> str:
        """The DATABASE_URL of the owner: 127.0.0.1, with the password."""
        return self._known().url(self._password())

    @property
    def socket_url(self) -> str:
        """The same database over the socket: no password, the same system user only, cheaper round trips."""
        return self._known().socket_url()

    @property
    def data(self) -> Path:
        """PostgreSQL's data folder: under the data folder, or elsewhere when root had to place it there."""
        return self._placed().data

    @property
    def log(self) -> Path:
        """The file of what PostgreSQL says."""
        return self._placed().log

    @property
    def pid(self) -> int | None:
        """The process of the server, or None where none runs."""
        return process.alive(self._placed().data)

    def __enter__(self) -> "Embedded":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    # ------------------------------------------------------------------ bringing up and down

    def _bring_up(self, at: layout.Layout, account: Account) -> None:
        if self._lean:
            apart(lambda: self._bring_up_here(at, account))
        else:
            self._bring_up_here(at, account)
        self._address = address.remembered(at.address)

    def _bring_up_here(self, at: layout.Layout, account: Account) -> None:
        from palabre.store.embedded import sessions
        from palabre.store.embedded.launch import Launch

        self._address = address.remembered(at.address)
        if not self._joined(at):
            launch = Launch(at, account, self._light, time.monotonic() + self._patience)
            self._address = launch.up(self._address)
        sessions.provision(self._known(), self._password())

    def _joined(self, at: layout.Layout) -> bool:
        """Join a server that runs, waiting for one that still starts or recovers."""
        from palabre.store.embedded import sessions

        pid = process.alive(at.data)
        if pid is None or self._address is None:
            return False
        known, password = self._address, self._password()
        if process.wait(
            lambda: sessions.answers(known, password) or not process.is_server(pid, at.data), self._patience
        ):
            return process.is_server(pid, at.data)
        raise failure(f"PostgreSQL (process {pid}) runs and does not answer", process.tail(at.log))

    def _halt(self, at: layout.Layout) -> None:
        pid = process.alive(at.data)
        if pid is None:
            return

        if not process.halt(pid, lambda: not process.is_server(pid, at.data), _STOP_PATIENCE):
            raise EmbeddedError(f"PostgreSQL (process {pid}) cannot be stopped: see {at.log}.")

    def _stop_at_exit(self) -> None:
        if os.getpid() == self._process:  # a forked child shares our file descriptors, and must not end our share
            self.stop()

    # ------------------------------------------------------------------ what is known

    def _known(self) -> address.Address:
        if self._address is None:
            raise EmbeddedError("The embedded database was not started: call start() first.")
        return self._address

    def _placed(self) -> layout.Layout:
        if self._layout is None:
            raise EmbeddedError("The embedded database was not started: call start() first.")
        return self._layout

    def _password(self) -> str:
        return place.secret("database", at=self._home)
