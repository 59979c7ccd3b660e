"""Intake to committed, searchable and announced: messages a second, microseconds a message by stage, delays.

Three processes as in life: a feeder that commits deliveries of 100 messages, the worker, PostgreSQL. First as fast
as it goes, then paced at the average of the classic Twitter stream, 5,800 messages a second.
"""

import argparse
import multiprocessing
import resource
import statistics
import threading
from time import monotonic, perf_counter, sleep

from bench.bed import Bed, bed
from bench.speech import Speech

DELIVERY = 100
PACE = 5_800


def main() -> None:
    """Run both parts and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--topics", type=int, default=1_000)
    options = parser.parse_args()
    speech = Speech(7)
    with bed(speech.topics(options.topics)) as here:
        rate(here, options.messages)
        delays(here, 10, first=options.messages)


def rate(here: Bed, count: int) -> None:
    """Feed everything first, then let the worker run: its own rate, with the share of each stage."""
    feed(here, count, 0, None)
    spent, worker, cpu = work(here, count)
    print(f"ingest of {count}: {count / spent:,.0f} messages/s; Python CPU {cpu / count * 1e6:.1f} µs/message")
    for stage, seconds in worker.items():
        print(f"  {stage:8} {seconds / count * 1e6:6.1f} µs/message (wall)")
    stored, matches = here.one("SELECT count(*) FROM message"), here.one("SELECT count(*) FROM match")
    print(f"  stored   {stored}, matches {matches}")


def work(here: Bed, count: int) -> tuple[float, dict[str, float], float]:
    """Run a worker in this process until intake is empty; return seconds, seconds by stage, CPU seconds."""
    from palabre.pipeline.worker import Worker

    worker = Worker(here.connect)
    started, cpu = perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
    thread = threading.Thread(target=worker.run)
    thread.start()
    while worker.stored < count and perf_counter() - started < 300:
        sleep(0.02)
    spent, after = perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF)
    worker.stop.set()
    thread.join()
    return spent, worker.seconds, after.ru_utime + after.ru_stime - cpu.ru_utime - cpu.ru_stime


def delays(here: Bed, seconds: int, first: int) -> None:
    """Feed at a pace while a worker runs in another process; print how long a delivery took to be announced."""
    from palabre.pipeline.worker import Worker

    worker = Worker(here.connect)
    thread = threading.Thread(target=worker.run)
    feeder = multiprocessing.Process(target=feed, args=(here, seconds * PACE, first, PACE))
    heard: list[tuple[float, int]] = []
    listener = threading.Thread(target=listen, args=(here, seconds * PACE, heard))
    for part in (thread, listener, feeder):
        part.start()
    feeder.join()
    listener.join()
    worker.stop.set()
    thread.join()
    with here.connect() as connection:
        rows = connection.execute(
            "SELECT extract(epoch FROM a.at - m.received) * 1000 FROM announcement a"
            " CROSS JOIN LATERAL json_array_elements_text(a.body::json -> 'ids') AS i (id)"
            " JOIN message m ON m.id = i.id::bigint WHERE m.external_id >= %s",
            (f"{first:012d}",),
        ).fetchall()
    found = sorted(float(row[0]) for row in rows)
    p50, p99 = statistics.median(found), found[int(len(found) * 0.99)]
    print(f"paced at {PACE}/s for {seconds} s: received to announced p50 {p50:.0f} ms, p99 {p99:.0f} ms")


def listen(here: Bed, count: int, heard: list[tuple[float, int]]) -> None:
    """Hear announcements until ``count`` messages were told."""
    import json

    deadline = monotonic() + 120
    with here.connect() as connection:
        connection.execute("LISTEN announcement")
        while sum(told for _, told in heard) < count and monotonic() < deadline:
            for notice in connection.notifies(timeout=1, stop_after=50):
                body = json.loads(notice.payload)["body"]
                heard.append((monotonic(), json.loads(body)["count"] if body else 300))


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
