"""Starts the gate from the environment, and stops it within seconds with hundreds of streams open."""

import asyncio
import logging
import os
import resource
import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager

import uvicorn

from palabre.gate.app import Gate, build
from palabre.gate.config import Config, ConfigError, from_environment
from palabre.gate.protocol import BoundedProtocol


class GateServer(uvicorn.Server):
    """uvicorn's server, told to stop by our signals: streams end first, or it would wait for them."""

    def __init__(self, config: uvicorn.Config, gate: Gate) -> None:
        super().__init__(config)
        self._gate = gate
        gate.on_failure = self.leave

    @property
    def failed(self) -> bool:
        """Tell whether the gate stopped because a part of it fell."""
        return self._gate.failed

    @property
    def port(self) -> int:
        """Return the port that is listened on (it may have been asked for as 0)."""
        return int(self.servers[0].sockets[0].getsockname()[1])

    def leave(self) -> None:
        """Stop: take no new connection, end the streams, let the requests under way finish."""
        self._gate.streams.stop()
        self.should_exit = True

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Take the signals in the loop. Unlike uvicorn's own, they end the process with status 0."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.leave)
        try:
            yield
        finally:
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.remove_signal_handler(number)


def server(config: Config) -> GateServer:
    """Return a server for ``config``; ``await server.serve()`` runs it until told to stop."""
    app = build(config)
    settings = uvicorn.Config(
        app,
        host=config.host,
        port=config.port,
        http=BoundedProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=config.grace,
    )
    return GateServer(settings, app.state.gate)


def main() -> int:
    """Run the gate until SIGTERM or SIGINT; return the exit status: 1 a part of it fell, 2 a setting is wrong."""
    logging.basicConfig(level=os.environ.get("PALABRE_LOG", "WARNING"), stream=sys.stderr)
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)  # below: clients that hang up or speak nonsense
    try:
        config = from_environment(os.environ)
    except ConfigError as error:
        sys.stderr.write(f"palabre gate: {error}\n")
        return 2
    _allow_many_files()
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        gate_server = server(config)
        runner.run(gate_server.serve())
    return 1 if gate_server.failed else 0


def _allow_many_files() -> None:
    """Raise the soft bound on open files, often 1,024, to the hard one: each stream is a file."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _loop_factory() -> "type[asyncio.AbstractEventLoop] | None":
    """Return uvloop's loop where it exists: half the time a write, for hundreds of streams."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.Loop


if __name__ == "__main__":
    sys.exit(main())
