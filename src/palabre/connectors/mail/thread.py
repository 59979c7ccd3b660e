"""A thread for work that waits on the network, which a stop does not have to wait for.

Threads of asyncio's own pool are joined when the program ends: one that waits for a server that is gone would hold
it. This one is let go.
"""

import asyncio
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, Self, TypeVar

Result = TypeVar("Result")


class WorkThread:
    """Runs one call after another, awaited from asyncio. Leaving the block asks it to end."""

    def __init__(self, name: str, last: Callable[[], None]) -> None:
        """Prepare a thread; ``last`` is what it does before it ends, and is not waited for."""
        self._last = last
        self._calls: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name=name, daemon=True)

    async def __aenter__(self) -> Self:
        self._thread.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._calls.put(None)

    async def run(self, call: Callable[..., Result], *arguments: Any) -> Result:
        """Run ``call`` in the thread and return what it returns, or raise what it raises."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Result] = loop.create_future()

        def work() -> None:
            try:
                result = call(*arguments)
            except BaseException as error:
                _tell(loop, _fail, future, error)
            else:
                _tell(loop, _finish, future, result)

        self._calls.put(work)
        return await future

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            call()
        self._last()


def _tell(loop: asyncio.AbstractEventLoop, tell: Callable[..., None], *arguments: Any) -> None:
    """Hand something to the loop; one that has been closed meanwhile awaits nothing any more."""
    if not loop.is_closed():
        loop.call_soon_threadsafe(tell, *arguments)


def _finish(future: "asyncio.Future[Result]", result: Result) -> None:
    if not future.done():
        future.set_result(result)


def _fail(future: "asyncio.Future[Any]", error: BaseException) -> None:
    if not future.done():
        future.set_exception(error)
