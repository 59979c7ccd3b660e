"""Event streams: hundreds of browsers on one gate, its memory, and the time from an announcement to each of them.

An announcer commits announcements as the worker does (ids, never texts); a process of listeners reads every stream
and compares the clock with the one in the body (one machine, one monotonic clock).
"""

import argparse
import asyncio
import json
import multiprocessing
import time
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from typing import Any

from bench.bed import Bed, bed
from bench.door import Door, door, percentiles
from palabre.store import place, ticket


def main() -> None:
    """Run the measure and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--browsers", type=int, default=400)
    parser.add_argument("--seconds", type=int, default=10)
    options = parser.parse_args()
    with bed() as here:
        tickets = _tickets(here, options.browsers)
        with door(here) as gate:
            time.sleep(1)
            for pace in (1, 10):
                measure(here, gate, tickets, options.seconds, pace)


def measure(here: Bed, gate: Door, tickets: list[str], seconds: int, pace: int) -> None:
    """Open the streams, announce ``pace`` times a second, and print."""
    idle = gate.memory()
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe()
    count = seconds * pace
    process = context.Process(target=listen, args=(theirs, gate.port, tickets, count))
    process.start()
    mine.recv()  # every stream is open
    opened, cpu = gate.memory(), gate.seconds()
    _announce(here, count, 1 / pace)
    delays: list[float] = mine.recv()
    cpu = gate.seconds() - cpu
    process.join()
    print(
        f"streams {len(tickets)} browsers, {pace:2} announcements/s: {len(delays)} of {len(tickets) * count} heard"
        f"  {percentiles(delays)}  gate {cpu / len(delays) * 1e6:4.0f} µs/event"
        f"  memory idle {idle:.0f}, open {opened:.0f}, after {gate.memory():.0f} MiB"
    )


def listen(pipe: "Connection[Any, Any]", port: int, tickets: list[str], count: int) -> None:
    """Open a stream for each ticket, tell when all are open, send back every delay."""
    pipe.send(asyncio.run(_listen(pipe, port, tickets, count)))


async def _listen(pipe: "Connection[Any, Any]", port: int, tickets: list[str], count: int) -> list[float]:
    delays: list[float] = []
    streams = await asyncio.gather(*(_open(port, one) for one in tickets))
    pipe.send("open")

    async def follow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard = 0
        while heard < count:
            line = await asyncio.wait_for(reader.readline(), 60)
            if line.startswith(b"data: {") and b'"at"' in line:
                delays.append(time.monotonic() - json.loads(line[6:])["at"])
                heard += 1
        writer.close()

    await asyncio.gather(*(follow(*stream) for stream in streams))
    return delays


async def _open(port: int, cookie: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET /events/bench HTTP/1.1\r\nhost: localhost\r\ncookie: {cookie}\r\n\r\n".encode())
    while not (line := await reader.readline()).startswith(b"id: "):
        if not line:
            raise SystemExit("The gate refused a stream.")
    return reader, writer


def _announce(here: Bed, count: int, pause: float) -> None:
    ids = list(range(5 * 10**15, 5 * 10**15 + 20))
    with here.connect() as owner:
        for _ in range(count):
            body = json.dumps({"ids": ids, "count": 20, "at": time.monotonic()})
            owner.execute("SELECT announce(%s, 'messages', %s)", (here.workspace, body))
            time.sleep(pause)


def _tickets(here: Bed, browsers: int) -> list[str]:
    """Make a person for every ten browsers, member of the workspace, with a session; return their cookies."""
    secret = place.secret(ticket.SECRET, here.home)
    cookies = []
    with here.connect() as owner:
        owner.execute(
            "INSERT INTO django_session (session_key, session_data, expire_date)"
            " VALUES ('bench', '', now() + interval '1 day')"
        )
        for number in range(browsers):
            if number % 10 == 0:
                person = _person(owner, here.workspace, number)
            value = ticket.issue(person, "bench", secret, datetime.now(UTC), timedelta(hours=1))
            cookies.append(f"{ticket.COOKIE}={value}")
    return cookies


def _person(owner: Any, workspace: int, number: int) -> int:
    row = owner.execute(
        "INSERT INTO person (email, name, password, language, theme, density, timezone, blur_harsh, shortcuts,"
        " is_active, created_at) VALUES (%s, 'Banc', '!', 'fr', 'auto', 'comfortable', 'Europe/Paris', false, '{}',"
        " true, now()) RETURNING id",
        (f"p{number}@bench.example",),
    ).fetchone()
    owner.execute(
        "INSERT INTO member (workspace_id, person_id, role) VALUES (%s, %s, 'moderator')", (workspace, row[0])
    )
    return int(row[0])


if __name__ == "__main__":
    main()
