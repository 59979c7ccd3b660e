"""Where batches are understood: in the worker, or in a process beside it while there is much to understand.

Both answer in the order in which they are asked. A mind beside dies with the worker (its pipe ends); when it dies
by itself, whoever waits for an answer gets ``MindLost``, and the worker reads intake again: nothing was written.
"""

import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Protocol, TypeVar

from palabre.pipeline.batch import described
from palabre.pipeline.exchange import (
    Answer,
    Excerpt,
    Failure,
    Hello,
    Late,
    Memories,
    Ready,
    Reload,
    Reply,
    Request,
    Think,
    encode,
    read_reply,
)
from palabre.pipeline.mind import Mind, Understander

Heard = TypeVar("Heard")

#: Seconds given to a mind beside to end by itself.
PATIENCE = 1.5
#: Memory of arrays that a mind beside keeps for the next batch (glibc): given back and asked for again it comes in
#: new pages of zeros, 1,400 a batch.
_KEPT = {"MALLOC_MMAP_THRESHOLD_": "67108864", "MALLOC_TRIM_THRESHOLD_": "134217728"}


class NotUnderstood(Exception):
    """A batch cannot be understood as a whole. The text says what went wrong."""


class MindLost(RuntimeError):
    """The process that understood batches has ended."""


class Thinker(Protocol):
    """A mind that can be asked."""

    def ask(self, excerpts: list[Excerpt]) -> "Future[Answer]":
        """Have messages understood. The future raises ``NotUnderstood`` or ``MindLost``."""

    def reload(self) -> None:
        """Read topics and sources again before the next question."""


class Here:
    """The mind of the worker itself: whoever asks does the work. From any thread, one at a time."""

    def __init__(self, mind: Mind) -> None:
        self.mind = mind
        self._turn = threading.Lock()

    def ask(self, excerpts: list[Excerpt]) -> "Future[Answer]":
        """Understand at once."""
        answered: Future[Answer] = Future()
        try:
            with self._turn:
                answered.set_result(self.mind.answer(excerpts))
        except Exception as error:  # a defect of ours met one message: it must not stop the others
            answered.set_exception(NotUnderstood(described(error)))
        return answered

    def reload(self) -> None:
        """Do nothing: the worker reloads its own lenses."""


class Beside:
    """A mind in a process of its own. Starting does not wait for it: see ``ready``."""

    def __init__(self, database: str, understander: Understander) -> None:
        ours, theirs = socket.socketpair()
        self._pipe, self._line = Connection(os.dup(ours.fileno())), ours
        with theirs:
            self._process = _start(theirs.fileno())
        self._turn = threading.Lock()
        self._ears = ThreadPoolExecutor(1, thread_name_prefix="mind")
        named = f"{understander.__module__}:{understander.__qualname__}"
        self._ready = self._request(Hello(database, named), self._hear)

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    @property
    def ready(self) -> bool:
        """Tell whether it has loaded all it needs. Raises ``MindLost`` where it ended instead."""
        return self._ready.done() and isinstance(self._ready.result(), Ready)

    def ask(self, excerpts: list[Excerpt]) -> "Future[Answer]":
        """Send messages to be understood."""
        return self._request(Think(excerpts), self._hear_answer)

    def reload(self) -> None:
        """Have topics and sources read again before the next question."""
        with self._turn:
            self._send(Reload())

    def give(self, late: Mapping[int, Late]) -> None:
        """Hand over what was said of late."""
        self._request(Memories(dict(late)), self._hear).result()

    def take(self) -> dict[int, Late]:
        """Return what was said of late."""
        reply = self._request(Memories(), self._hear).result()
        return reply.late if isinstance(reply, Memories) else {}

    def close(self) -> None:
        """End it: by the end of its pipe, and by force where it does not hear that."""
        with contextlib.suppress(OSError):
            self._line.shutdown(socket.SHUT_WR)
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._ears.shutdown()
        self._pipe.close()
        self._line.close()

    def _request(self, request: Request, hear: Callable[[], Heard]) -> "Future[Heard]":
        """Send a request, and listen for its reply in turn."""
        with self._turn:
            self._send(request)
            return self._ears.submit(hear)

    def _send(self, request: Request) -> None:
        try:
            self._pipe.send_bytes(encode(request))
        except OSError as error:
            raise MindLost(f"the process that understands has ended: {error}") from error

    def _hear(self) -> Reply:
        try:
            return read_reply(self._pipe.recv_bytes())
        except (EOFError, OSError) as error:
            raise MindLost("the process that understands has ended") from error

    def _hear_answer(self) -> Answer:
        reply = self._hear()
        if isinstance(reply, Failure):
            raise NotUnderstood(reply.error)
        if not isinstance(reply, Answer):
            raise MindLost(f"the process that understands said {type(reply).__name__} for an answer")
        return reply


def _start(line: int) -> "subprocess.Popen[bytes]":
    """Start the process, with what this one can import and one end of the pipe."""
    environment = {**_KEPT, **os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "palabre.pipeline.beside", str(line)]
    return subprocess.Popen(command, env=environment, pass_fds=[line], stdin=subprocess.DEVNULL)  # noqa: S603
