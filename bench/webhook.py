"""Webhook calls to the gate: calls a second and time to the acknowledgement, which is the commit on disk.

Sender, gate and PostgreSQL share the machine, as small installations do; no worker runs. Calls of one message and
of a hundred; and the same with group commit switched off (one transaction a call), to see what it brings.
"""

import argparse
import asyncio
import itertools
import json
import multiprocessing
from datetime import UTC, datetime
from time import perf_counter

from bench.bed import Bed, bed
from bench.door import Door, door, exchange, percentiles
from palabre.connectors.webhook import HEADER, sign
from palabre.store import place, secrets

SECRET = "0123456789abcdef0123456789abcdef"
TEXT = "Encore la déviation ! Les travaux devaient finir en mars, et personne ne nous dit rien… 😡 " * 2
ALONE = "import palabre.gate.committer as c; c.MOST_CALLS = 1"


def main() -> None:
    """Run every measure and print its line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=6.0)
    options = parser.parse_args()
    with bed() as here:
        hook = _hook(here)
        for name, change in (("group commit", "pass"), ("one transaction a call", ALONE)):
            for messages, senders in ((1, 1), (1, 64), (100, 16)):
                with door(here, change) as gate:
                    measure(name, gate, hook, messages, senders, options.seconds)
                _empty(here)


def measure(name: str, gate: Door, hook: str, messages: int, senders: int, seconds: float) -> None:
    """Send for some seconds from another process, and print what it saw."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        times, spent = pool.apply(send, (gate.port, hook, messages, senders, seconds))
    calls, cpu = len(times), gate.seconds()
    print(
        f"webhook {messages:3} messages/call, {senders:2} senders, {name:22}: {calls / spent:7,.0f} calls/s"
        f" {calls * messages / spent:8,.0f} messages/s  {percentiles(times)}"
        f"  gate {cpu / calls * 1e6:5.0f} µs/call {gate.memory():3.0f} MiB"
    )


def send(port: int, hook: str, messages: int, senders: int, seconds: float) -> tuple[list[float], float]:
    """Keep ``senders`` connections busy; return the time of each call and of all."""
    return asyncio.run(_send(port, hook, messages, senders, seconds))


async def _send(port: int, hook: str, messages: int, senders: int, seconds: float) -> tuple[list[float], float]:
    times: list[float] = []
    calls = itertools.count()
    began = perf_counter()

    async def sender() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while perf_counter() - began < seconds:
            request = _request(hook, next(calls), messages)
            started = perf_counter()
            status, body = await exchange(reader, writer, request)
            if status != 200:
                raise SystemExit(f"The gate answered {status}: {body.decode()}")
            times.append(perf_counter() - started)
        writer.close()

    await asyncio.gather(*(sender() for _ in range(senders)))
    return times, perf_counter() - began


def _request(hook: str, call: int, messages: int) -> bytes:
    said = [
        {"id": f"{call}-{n}", "text": TEXT, "author": {"key": f"a{n}", "name": "Ninon"}} for n in range(messages)
    ]
    body = json.dumps({"messages": said}).encode()
    head = f"POST {hook} HTTP/1.1\r\nhost: localhost\r\ncontent-length: {len(body)}\r\n"
    return f"{head}{HEADER}: {sign(body, SECRET, datetime.now(UTC))}\r\n\r\n".encode() + body


def _hook(here: Bed) -> str:
    sealed = secrets.seal({"secret": SECRET}, place.secret("sources", here.home))
    with here.connect() as owner:
        row = owner.execute("UPDATE source SET secrets = %s RETURNING public_id", (sealed,)).fetchone()
    return f"/hooks/{row[0]}" if row else ""


def _empty(here: Bed) -> None:
    with here.connect() as owner:
        owner.execute("TRUNCATE intake")


if __name__ == "__main__":
    main()
