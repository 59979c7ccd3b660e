"""Does something in a process of its own, for one that lives long and need not keep what that loads."""

import os
from collections.abc import Callable

from palabre.store.embedded.errors import EmbeddedError

#: Bytes of an error that are told: less than a pipe holds.
_MOST = 32_768


def apart(do: Callable[[], None]) -> None:
    """Run ``do`` in a copy of this process (fork(2)), and wait for its end. What it changes here is not seen.

    Locks that this process holds are held on. Raises ``EmbeddedError`` with the words of what went wrong there.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _do(do, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode("utf-8", "replace")
    _, status = os.waitpid(child, 0)
    if status:
        raise EmbeddedError(said or f"What brings the database up ended ({os.waitstatus_to_exitcode(status)}).")


def _do(do: Callable[[], None], writing: int) -> None:
    """Run ``do`` and leave; no exit handler and no buffer of the process that this one copies comes into it."""
    status = 1
    try:
        do()
        status = 0
    except EmbeddedError as error:
        os.write(writing, str(error).encode()[:_MOST])
    except Exception as error:
        os.write(writing, f"{type(error).__name__}: {error}".encode()[:_MOST])
    finally:
        os._exit(status)
