"""A gate in a process of its own over a benchmark's bed, and a lean client: bytes over asyncio, no library."""

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.bed import Bed

#: Starts the gate after changing what a measure wants changed.
_START = "import sys; {change}; from palabre.gate.run import main; sys.exit(main())"


@dataclass(frozen=True)
class Door:
    """Where the gate listens, and its process."""

    port: int
    pid: int

    def memory(self) -> float:
        """Return its resident memory, in MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def seconds(self) -> float:
        """Return the CPU time it has used."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def door(bed: Bed, change: str = "pass", desk: int = 9) -> Iterator[Door]:
    """Run a gate; ``change`` is a statement run before it, ``desk`` the port of a desk."""
    port = free_port()
    told = {
        "PALABRE_PORT": str(port),
        "PALABRE_DESK_ADDRESS": f"127.0.0.1:{desk}",
        "PALABRE_MAX_PENDING": "999999999",
        "DATABASE_URL": bed.url,
        "PALABRE_HOME": str(bed.home),
    }
    process = subprocess.Popen([sys.executable, "-c", _START.format(change=change)], env={**os.environ, **told})
    try:
        _wait(port)
        yield Door(port, process.pid)
    finally:
        process.terminate()
        process.wait()


def percentiles(values: Sequence[float]) -> str:
    """Return p50, p95, p99 and the worst of seconds, in milliseconds."""
    ranked = sorted(values)
    p50, p95, p99 = (ranked[min(len(ranked) - 1, int(len(ranked) * share))] * 1e3 for share in (0.5, 0.95, 0.99))
    return f"p50 {p50:6.1f}  p95 {p95:6.1f}  p99 {p99:6.1f}  max {ranked[-1] * 1e3:6.1f} ms"


async def exchange(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> tuple[int, bytes]:
    """Send a request over a kept connection; return status and body (whose length must be told)."""
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
    return int(head.split(None, 2)[1]), await reader.readexactly(length)


def free_port() -> int:
    """Return a port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise SystemExit("The gate did not start.")
