"""How long things take in a chat: bounds, waits and back-off, in seconds. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """Times in seconds and sizes; tests shorten them."""

    flush: float = 0.1  #: what was received is handed over at most this long after
    batch: int = 2_000  #: things handed over at once
    room: int = 20_000  #: things waiting to be handed over; beyond, the server is made to wait
    connect: float = 8.0  #: to connect and be welcomed
    join: float = 8.0  #: to have joined, once asked
    silence: float = 60.0  #: without a line, after which the server is asked whether it is still there
    answer: float = 15.0  #: for it to answer that
    beat: float = 60.0  #: between two notes that all is well, in a chat where nothing is said
    steady: float = 30.0  #: a connection that lasted this long starts back-off anew
    first_wait: float = 1.0  #: back-off: at most this after the first failure, twice that after the second …
    longest_wait: float = 60.0  #: … and never more than this
    tries: int = 8  #: failures in a row after which the source is declared in trouble
    joins: int = 18  #: channels asked for at once; Twitch allows 20 in 10 s to an ordinary account
    between_joins: float = 11.0


def wait_before(attempt: int, chance: float, pace: Pace) -> float:
    """Return the seconds to wait before attempt 1, 2, 3 …: exponential with full jitter (``chance`` in 0..1).

    Full jitter, so that a thousand clients dropped together do not come back together; a tenth of the ceiling
    at least, so that no draw makes an immediate return.
    """
    ceiling = min(pace.longest_wait, pace.first_wait * 2.0 ** min(attempt - 1, 30))
    return ceiling * max(0.1, chance)
