"""What went wrong outside of a command, in one sentence that says how to mend it.

A database that is away, a data folder that cannot be used, a reader that went away: none is a defect, and none
deserves a traceback. Anything else is a defect, and keeps its own.
"""

import os
import sys


def sentence(error: BaseException) -> str | None:
    """Return the sentence for ``error``: empty where nothing need be said, None where it is a defect."""
    if isinstance(error, KeyboardInterrupt):
        return "stopped."
    if isinstance(error, BrokenPipeError):  # `palabre export … | head` has read enough
        _close_output()
        return ""
    return str(error) if isinstance(error, _told()) else _of_database(error)


def _told() -> tuple[type[BaseException], ...]:
    """The errors whose text was written for people."""
    from palabre.cli.places import Unknown
    from palabre.store.address import NoDatabase
    from palabre.store.place import PlaceError

    return (Unknown, NoDatabase, PlaceError, *_embedded())


def _embedded() -> tuple[type[BaseException], ...]:
    try:
        from palabre.store.embedded import EmbeddedError
    except ImportError:  # Windows: there is no embedded database
        return ()
    return (EmbeddedError,)


def _of_database(error: BaseException) -> str | None:
    from psycopg import OperationalError, ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    if isinstance(error, OperationalError):
        said = " ".join(str(error).split())
        return f"the database cannot be used ({said}): look at DATABASE_URL, and whether PostgreSQL runs."
    if isinstance(error, ProgrammingError) and "DATABASE_URL" in os.environ:
        try:
            conninfo_to_dict(os.environ["DATABASE_URL"])
        except ProgrammingError:
            return "DATABASE_URL cannot be read: write postgresql://user:password@host:5432/database."
    return None


def _close_output() -> None:
    """Keep the interpreter from flushing once more, at its end, into a pipe that nobody reads."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
