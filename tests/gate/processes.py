"""The gate as a process of its own, to be killed."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from fakes.postgres import free_port


@dataclass
class GateProcess:
    """A gate in a process: its address and its end."""

    process: asyncio.subprocess.Process
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def kill(self) -> None:
        self.process.kill()
        await self.process.wait()

    async def terminate(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return await self.process.wait()


@contextlib.asynccontextmanager
async def gate_process(home: Path, database: str, desk_port: int, port: int = 0) -> AsyncIterator[GateProcess]:
    """Run a gate whose secrets stand in ``home``; yield once it answers."""
    port = port or free_port()
    environment = {
        **os.environ,
        "PALABRE_HOME": str(home),
        "DATABASE_URL": database,
        "PALABRE_DESK_ADDRESS": f"127.0.0.1:{desk_port}",
        "PALABRE_PORT": str(port),
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "palabre.gate.run", env=environment, stderr=asyncio.subprocess.PIPE
    )
    try:
        await _answers(process, port)
        yield GateProcess(process, port)
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


async def _answers(process: asyncio.subprocess.Process, port: int) -> None:
    async with asyncio.timeout(30):
        while True:
            assert process.returncode is None, (await process.communicate())[1].decode()
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                await writer.wait_closed()
                return
            await asyncio.sleep(0.02)
