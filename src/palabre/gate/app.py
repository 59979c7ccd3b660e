"""The gate as one ASGI application, with all it holds: connections, hub, and what runs beside requests."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Any

from starlette.applications import Starlette
from starlette.routing import Mount, Route

from palabre.gate import housekeeping
from palabre.gate.catalogue import Catalogue
from palabre.gate.committer import Committer
from palabre.gate.config import Config
from palabre.gate.healthz import Healthz
from palabre.gate.hooks import Hooks
from palabre.gate.hub import Hub
from palabre.gate.lines import Lines
from palabre.gate.notices import Notices
from palabre.gate.perspective import Perspective
from palabre.gate.pressure import Pressure
from palabre.gate.proxy import Proxy
from palabre.gate.rows import Rows
from palabre.gate.streams import Streams
from palabre.gate.wires import Wires

_LOG = logging.getLogger(__name__)

#: Connections to the database for questions; commits have one of their own, and notices another.
_LINES = 4


class Gate:
    """Everything that one gate holds. Made by ``build``; alive while its application's lifespan is."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.lines, self.commit_lines = Lines(config.database, _LINES), Lines(config.database, 1)
        self.wires = Wires(*config.desk)
        self.rows = Rows(self.wires, config.ticket_secret)
        self.hub = Hub(self.rows.hear)
        self.catalogue = Catalogue(self.lines, config.sources_key)
        self.committer = Committer(self.commit_lines)
        self.recheck_wanted = asyncio.Event()
        self.notices = Notices(config.database, self.lines, self.hub, self.on_config)
        self.streams = Streams(config, self.lines, self.hub, self.notices, self.rows)
        pressure = Pressure(self.lines, config.max_pending)
        self.hooks = Hooks(self.catalogue, self.committer, pressure)
        self.perspective = Perspective(self.lines)
        self.proxy = Proxy(self.wires, config.public_url, config.trust_proxy)
        self.healthz = Healthz(self.lines, self.wires)
        self.failed = False
        self.on_failure: Callable[[], None] = lambda: None

    def on_config(self) -> None:
        """Settings or members may have changed: forget what is remembered of them, look again at who listens."""
        self.catalogue.forget()
        self.perspective.keys.forget()
        self.recheck_wanted.set()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Run what goes on beside requests."""
        beside = [asyncio.ensure_future(work) for work in self._beside()]
        for task in beside:
            task.add_done_callback(self._ended)
        try:
            yield
        finally:
            for task in beside:
                task.cancel()
            await asyncio.gather(*beside, return_exceptions=True)
            self.rows.close()
            await self.lines.close()
            await self.commit_lines.close()
            self.wires.close()
            self.perspective.close()

    def _beside(self) -> list[Coroutine[Any, Any, None]]:
        every = housekeeping.every
        return [
            self.notices.run(),
            self.committer.run(),
            every(housekeeping.BEAT, partial(housekeeping.beat, self.lines)),
            every(housekeeping.TIDY, partial(housekeeping.trim, self.lines)),
            every(self.config.heartbeat, partial(housekeeping.heartbeat, self.hub)),
            every(1, self._recheck),
        ]

    def _ended(self, task: "asyncio.Future[None]") -> None:
        """Stop the gate when a part of it falls by a defect: whoever watches it starts another."""
        if not task.cancelled() and (error := task.exception()) is not None:
            _LOG.critical("A part of the gate failed; the gate stops.", exc_info=error)
            self.failed = True
            self.on_failure()

    async def _recheck(self) -> None:
        """Look again at who listens, every so often, or when told that something changed."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self.config.recheck):
                await self.recheck_wanted.wait()
        self.recheck_wanted.clear()
        await self.streams.recheck()


def build(config: Config) -> Starlette:
    """Return the application; ``app.state.gate`` is its ``Gate``."""
    gate = Gate(config)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with gate.running():
            yield

    app = Starlette(
        lifespan=lifespan,
        routes=[
            Route("/healthz", gate.healthz),
            Route("/hooks/{public_id}", gate.hooks),
            Route("/events/{slug}", gate.streams),
            Route("/v1alpha1/comments:{method}", gate.perspective),
            Mount("/", gate.proxy),
        ],
    )
    app.state.gate = gate
    return app
