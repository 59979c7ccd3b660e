"""Slow generators beside an event loop."""

import asyncio
import threading
from collections.abc import Generator

import pytest

from palabre.connectors.shared.in_thread import stepped_in_thread


class Slow:
    """Three steps; the second waits until it is allowed to go on."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.allowed = threading.Event()
        self.closed_in_order = False

    def steps(self) -> Generator[int, None, None]:
        try:
            yield 1
            self.reached.set()
            self.allowed.wait(20)
            yield 2
            yield 3
        finally:
            self.closed_in_order = self.allowed.is_set()


async def test_all_steps_are_given_and_the_loop_stays_free() -> None:
    slow = Slow()
    found: list[int] = []

    async def read() -> None:
        found.extend([item async for item in stepped_in_thread(slow.steps())])

    reading = asyncio.create_task(read())
    await asyncio.to_thread(slow.reached.wait, 20)
    slow.allowed.set()
    await reading
    assert found == [1, 2, 3] and slow.closed_in_order


async def test_cancelled_in_the_middle_of_a_step_it_waits_for_its_end() -> None:
    slow = Slow()

    async def read() -> None:
        async for _ in stepped_in_thread(slow.steps()):
            pass

    reading = asyncio.create_task(read())
    await asyncio.to_thread(slow.reached.wait, 20)
    reading.cancel()
    await asyncio.sleep(0)
    assert not reading.done()
    slow.allowed.set()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert slow.closed_in_order


async def test_an_error_of_a_step_is_raised() -> None:
    def failing() -> Generator[int, None, None]:
        yield 1
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        assert [item async for item in stepped_in_thread(failing())]
