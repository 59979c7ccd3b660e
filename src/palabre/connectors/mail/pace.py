"""How long things take in a mailbox: bounds, waits and back-off. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """Times in seconds and sizes; tests shorten them."""

    step: float = 20.0  #: for the server to answer any one command
    idle: float = 540.0  #: between two questions of our own; networks forget quiet connections after ten minutes
    poll: float = 60.0  #: the same, with a server that cannot tell by itself
    first_wait: float = 2.0  #: back-off: at most this after the first failure, twice that after the second …
    longest_wait: float = 300.0  #: … and never more than this
    tries: int = 6  #: failures in a row after which the source is declared in trouble
    batch: int = 100  #: mails of a delivery
    batch_bytes: int = 20_000_000  #: bytes of a delivery's mails, unless one alone is larger


def wait_before(attempt: int, chance: float, pace: Pace) -> float:
    """Return the seconds to wait before attempt 1, 2, 3 …: exponential with jitter (``chance`` in 0..1)."""
    ceiling = min(pace.longest_wait, pace.first_wait * 2.0 ** min(attempt - 1, 30))
    return ceiling * (0.5 + chance / 2)


def batches(uids: Iterable[int], sizes: Mapping[int, int], pace: Pace) -> Iterator[list[int]]:
    """Cut UIDs into batches, in order, none over the bounds unless one mail alone is. Absent mails are left out."""
    batch: list[int] = []
    total = 0
    for uid in uids:
        if uid not in sizes:
            continue
        if batch and (len(batch) >= pace.batch or total + sizes[uid] > pace.batch_bytes):
            yield batch
            batch, total = [], 0
        batch.append(uid)
        total += sizes[uid]
    if batch:
        yield batch
