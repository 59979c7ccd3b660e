"""A mind in a process of its own: ``python -m palabre.pipeline.beside FD``, started by the worker under load.

It answers what comes through the pipe ``FD`` and ends with it. It writes nothing (its one connection to the
database reads topics), so that it may be killed at any moment.
"""

import contextlib
import gc
import signal
import sys
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pkgutil import resolve_name
from typing import Any

import psycopg

from palabre.core.model import Message
from palabre.pipeline.batch import described
from palabre.pipeline.exchange import (
    Answer,
    Failure,
    Hello,
    Memories,
    Ready,
    Reload,
    Reply,
    Request,
    Think,
    encode,
    read_request,
)
from palabre.pipeline.lenses import Lenses, trained
from palabre.pipeline.mind import Mind
from palabre.pipeline.pages import LargePages
from palabre.pipeline.understand import Lens

#: Seconds after each answer that go into large pages (``pages``), at most but for one page.
_TIDYING = 0.001
_FIRST = Message(id="first", text="Bonjour à tous", published=datetime(2026, 1, 1, tzinfo=UTC))


def main(arguments: list[str]) -> int:
    """Answer until the pipe ends. Ctrl-C and SIGTERM are for the worker, which then ends the pipe."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    pipe = Connection(int(arguments[0]))
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        hello = read_request(pipe.recv_bytes())
        if not isinstance(hello, Hello):
            raise ValueError(f"The first words must be Hello, not {type(hello).__name__}.")
        with psycopg.connect(hello.database, autocommit=True) as connection:
            serve(pipe, connection, Mind(Lenses(models=trained()), resolve_name(hello.understander)))
    return 0


def serve(pipe: "Connection[Any, Any]", connection: psycopg.Connection[Any], mind: Mind) -> None:
    """Say that we are ready, then answer. Ends by ``EOFError``, when the worker has."""
    mind.lenses.reload(connection)
    mind.understander(
        Lens(models=mind.lenses.models), [_FIRST], [1], []
    )  # compiles and loads what is made at the first message
    gc.freeze()  # what is loaded by now stays: it need not be looked at again and again
    gc.set_threshold(500_000, 50, 100)  # more than a batch makes: all of it is gone by its end, and has no cycles
    pages = LargePages()
    pages.round()
    pipe.send_bytes(encode(Ready()))
    while True:
        request = read_request(pipe.recv_bytes())
        if isinstance(request, Reload):
            mind.lenses.reload(connection)
        else:
            pipe.send_bytes(encode(reply_to(request, mind)))
            pages.some(_TIDYING)


def reply_to(request: Request, mind: Mind) -> Reply:
    """Return what a mind says to a request that is answered."""
    if isinstance(request, Think):
        return _think(request, mind)
    if isinstance(request, Memories):
        if not request.late:
            return Memories(mind.memories())
        mind.remember(request.late)
        return Ready()
    return Failure(f"There is no reply to {type(request).__name__}.")


def _think(request: Think, mind: Mind) -> Answer | Failure:
    try:
        return mind.answer(request.excerpts)
    except Exception as error:  # a defect of ours met one message: it must not stop the others
        return Failure(described(error))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
