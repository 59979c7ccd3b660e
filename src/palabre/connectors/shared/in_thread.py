"""Slow generators beside an event loop: each step is taken in a thread, and cancelling waits for its end."""

import asyncio
from collections.abc import AsyncGenerator, Generator
from typing import TypeVar

Item = TypeVar("Item")


async def stepped_in_thread(steps: Generator[Item, None, None]) -> AsyncGenerator[Item, None]:
    """Yield what a generator yields, without holding the event loop; the generator is closed in the end.

    A generator that runs in a thread cannot be closed: when this is cancelled, the step under way is waited for.
    """
    step: asyncio.Future[Item | None] | None = None
    try:
        while True:
            step = asyncio.ensure_future(asyncio.to_thread(next, steps, None))
            item = await asyncio.shield(step)
            if item is None:
                return
            yield item
    finally:
        if step is not None and not step.done():
            await asyncio.wait([step])
            step.exception()  # looked at, so that asyncio does not report it as forgotten
        steps.close()
