"""Who uses a database at this moment, by locks that the system drops when a process dies, however it dies."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from palabre.store.embedded.errors import EmbeddedError


@contextmanager
def turn(path: Path, patience: float) -> Iterator[None]:
    """Hold ``path`` alone while a server is started or stopped. Waits ``patience`` seconds at most."""
    handle = _open(path)
    try:
        deadline = time.monotonic() + patience
        while not _try(handle, fcntl.LOCK_EX):
            if time.monotonic() > deadline:
                raise EmbeddedError(
                    f"Another Palabre has been starting or stopping this database for long ({path})."
                )
            time.sleep(0.05)
        yield
    finally:
        os.close(handle)


class Use:
    """A share in a running server. The last one who lets go learns it, and stops the server."""

    def __init__(self, path: Path) -> None:
        self._handle = _open(path)
        fcntl.flock(self._handle, fcntl.LOCK_SH)

    def let_go(self) -> bool:
        """Give the share back; return whether nobody else has one. To be called in one's ``turn``."""
        last = _try(self._handle, fcntl.LOCK_EX)
        os.close(self._handle)
        return last


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _try(handle: int, how: int) -> bool:
    try:
        fcntl.flock(handle, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
