"""Intake to committed, searchable and announced: messages a second, microseconds a message by stage, delays.

The processes are those of life: a feeder that commits deliveries of 100 messages, the worker (with its second
process under load), PostgreSQL. First as fast as it goes; then at the average of the classic Twitter stream, 5,800
messages a second. Processor time is read from the system for each process, to say much the same on a busy machine.

All of it twice, each with a database of its own: as Palabre is, and with the reading of signals left out, for that
is what the targets were set on (``bench.peers.unsignalled``). The last table says which is which.
"""

import argparse
import multiprocessing
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from time import monotonic, perf_counter, sleep
from typing import Any

import psycopg

from bench import steps
from bench.bed import Bed, bed
from bench.speech import Speech

DELIVERY = 100
PACE = 5_800
#: Messages before the measure: the second process comes, which takes some four seconds, and caches fill.
WARM = 40_000
#: What is measured, by the module that is the worker.
WORKERS = {
    "with its signals, as Palabre is": ("palabre.cli.main", "worker"),
    "signals left out, as targets were set": ("bench.peers.unsignalled",),
}
_TICK = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Run all parts and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--topics", type=int, default=1_000)
    parser.add_argument("--seconds", type=int, default=20, help="of the paced part")
    parser.add_argument("--pace", type=int, default=PACE)
    parser.add_argument("--only", type=int, choices=range(len(WORKERS)), help="one of the two measures: 0 or 1")
    options = parser.parse_args()
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    steps.main(options.topics)
    names = list(WORKERS) if options.only is None else [list(WORKERS)[options.only]]
    apart = multiprocessing.get_context("spawn")  # Django knows one database a process
    with ProcessPoolExecutor(1, apart, max_tasks_per_child=1) as runs:
        found = {name: runs.submit(measured, name, options).result() for name in names}
    print(f"{'intake to announced':38} {'messages/s':>10} {f'p99 at {options.pace:,}/s':>16}")
    for name, (done, p99) in found.items():
        print(f"  {name:36} {done:10,.0f} {p99:13,.0f} ms")


def measured(name: str, options: argparse.Namespace) -> tuple[float, float]:
    """Measure one of ``WORKERS`` on a database of its own; return messages a second and the p99 of delays in ms."""
    print(f"— {name} —")
    with bed(Speech(7).topics(options.topics)) as here, worker(here, WORKERS[name]) as work:
        done = rate(here, work, options.messages)
        return done.rate, delays(here, work, options.seconds, options.pace, first=10**9)


@dataclass
class Spent:
    """Processor seconds by who spent them."""

    by: dict[str, float] = field(default_factory=dict)

    def since(self, before: "Spent") -> dict[str, float]:
        """Return what was spent since ``before``."""
        return {who: seconds - before.by.get(who, 0.0) for who, seconds in self.by.items()}


@dataclass
class Work:
    """A running worker."""

    pid: int
    here: Bed

    @cached_property
    def _eye(self) -> psycopg.Connection[Any]:
        """Kept open: opening one costs more processor time than all else that is asked of it."""
        return self.here.connect()

    def stored(self) -> int:
        """Return how many messages are announced."""
        counted = "SELECT coalesce(sum((body::json ->> 'count')::int), 0) FROM announcement"
        row = self._eye.execute(counted).fetchone()
        return int(row[0]) if row else 0

    def spent(self) -> Spent:
        """Return the processor time of the worker, of its second process and of PostgreSQL's processes."""
        found = {"worker": _seconds(self.pid), "second process": 0.0}
        for child in _children(self.pid):
            found["second process"] += _seconds(child)
        for pid, name in self._backends():
            found[name] = found.get(name, 0.0) + _seconds(pid)
        return Spent(found)

    def _backends(self) -> Iterator[tuple[int, str]]:
        with self.here.connect() as connection:
            rows = connection.execute(
                "SELECT pid, backend_type, application_name, pid = pg_backend_pid() FROM pg_stat_activity"
            ).fetchall()
        for pid, kind, name, ours in rows:
            if not ours:
                yield pid, "PostgreSQL: " + (name or kind if kind == "client backend" else "others")


@contextmanager
def worker(here: Bed, module: Sequence[str] = ("palabre.cli.main", "worker")) -> Iterator[Work]:
    """Run a worker in a process of its own, as ``palabre up`` does; ``module`` is which, with what it is told."""
    process = subprocess.Popen([sys.executable, "-m", *module])
    try:
        yield Work(process.pid, here)
    finally:
        process.terminate()
        process.wait(15)


def _seconds(pid: int) -> float:
    """Return the processor time of a process, 0 where it has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICK


def _children(pid: int) -> list[int]:
    return [
        int(one) for task in Path(f"/proc/{pid}/task").iterdir() for one in (task / "children").read_text().split()
    ]


@dataclass
class Drained:
    """How a backlog was emptied: messages, seconds, and processor seconds by who spent them."""

    messages: int
    seconds: float
    spent: dict[str, float]

    @property
    def rate(self) -> float:
        """Messages a second."""
        return self.messages / self.seconds


def drain(here: Bed, work: Work, count: int, first: int) -> Drained:
    """Feed everything first, then watch the worker empty it, once it is warm."""
    at = work.stored()
    with paused(here):
        feed(here, WARM + count, first, None)
    wait_for(lambda: work.stored() >= at + WARM)
    begun, before, started = work.stored(), work.spent(), perf_counter()
    wait_for(lambda: work.stored() >= at + WARM + count)
    seconds, after = perf_counter() - started, work.spent()
    return Drained(work.stored() - begun, seconds, after.since(before))


def rate(here: Bed, work: Work, count: int) -> Drained:
    """Print the worker's own rate, and what each part spends; return it."""
    done = drain(here, work, count, 0)
    print(
        f"ingest of {done.messages:,}, as fast as it goes: {done.rate:,.0f} messages/s; processor time a message:"
    )
    for who, seconds in done.spent.items():
        if seconds > 0.005:
            print(f"  {who:32} {seconds / done.messages * 1e6:6.1f} µs ({seconds / done.seconds:4.0%} of a core)")
    matches, signals = here.one("SELECT count(*) FROM match"), here.one("SELECT count(*) FROM signal")
    print(f"  matches {matches / (WARM + count):.2f}, signals {signals / (WARM + count):.2f} a message")
    return done


@contextmanager
def paused(here: Bed) -> Iterator[None]:
    """Keep the worker from reading while everything is fed."""
    with here.connect() as connection, connection.transaction():
        connection.execute("LOCK TABLE message_key IN ACCESS EXCLUSIVE MODE")
        yield


def delays(here: Bed, work: Work, seconds: int, pace: int, first: int) -> float:
    """Feed at a pace; print how long each message took from its receipt to its commit and announcement.

    Returns the 99th percentile, in milliseconds.
    """
    last = here.one("SELECT coalesce(max(id), 0) FROM announcement")
    expected = work.stored() + seconds * pace
    before = work.spent()
    feeder = multiprocessing.get_context("spawn").Process(target=feed, args=(here, seconds * pace, first, pace))
    feeder.start()
    started = perf_counter()
    feeder.join()
    behind = here.one("SELECT coalesce(sum(count), 0) FROM intake")
    wait_for(lambda: work.stored() >= expected)
    used, elapsed = work.spent().since(before), perf_counter() - started
    with here.connect() as connection:
        rows = connection.execute(
            "SELECT extract(epoch FROM a.at - m.received) * 1000 FROM announcement a"
            " CROSS JOIN LATERAL json_array_elements_text(a.body::json -> 'ids') AS i (id)"
            " JOIN message m ON m.id = i.id::bigint WHERE a.id > %s",
            (last,),
        ).fetchall()
    found = sorted(float(row[0]) for row in rows)
    p50, p99 = statistics.median(found), found[int(len(found) * 0.99)]
    print(f"paced at {pace:,}/s for {seconds} s: received to announced p50 {p50:.0f} ms, p99 {p99:.0f} ms,")
    print(f"  max {found[-1]:.0f} ms; {behind} behind at the end; cores used: ", end="")
    print(", ".join(f"{who} {value / elapsed:.0%}" for who, value in used.items() if value / elapsed > 0.005))
    return p99


def wait_for(true: Callable[[], bool], patience: float = 300) -> None:
    """Wait until something holds."""
    deadline = monotonic() + patience
    while not true():
        if monotonic() > deadline:
            raise SystemExit("It took too long.")
        sleep(0.1)


def feed(here: Bed, count: int, first: int, pace: int | None) -> None:
    """Commit ``count`` messages by deliveries, at ``pace`` messages a second where given."""
    from palabre.core.model import Delivery
    from palabre.store import intake

    speech = Speech(first + 3)
    ready = [
        Delivery(messages=tuple(speech.messages(DELIVERY, at))) for at in range(first, first + count, DELIVERY)
    ]
    with here.connect() as connection:
        started = perf_counter()
        for number, delivery in enumerate(ready):
            if pace:
                sleep(max(0.0, started + number * DELIVERY / pace - perf_counter()))
            intake.commit(connection, workspace=here.workspace, source=here.source, delivery=delivery)


if __name__ == "__main__":
    main()
