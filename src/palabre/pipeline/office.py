"""Who understands the next batch: the worker itself, or a second process that comes under load and leaves after."""

import logging
from collections.abc import Callable
from concurrent.futures import Future

from palabre.pipeline.crowd import Crowd
from palabre.pipeline.exchange import Answer, Excerpt
from palabre.pipeline.minds import Beside, Here, MindLost

log = logging.getLogger(__name__)

#: Seconds before a second process that ended by itself is replaced.
REST = 10.0


class Office:
    """The minds of one worker. ``start`` makes a second process; ``settle`` waits for all that was asked.

    ``rest`` is the time before which none is started.
    """

    def __init__(self, here: Here, crowd: Crowd, start: Callable[[], Beside], rest: float = 0.0) -> None:
        self.here, self.crowd = here, crowd
        self._start, self._rest = start, rest
        self._coming: Beside | None = None
        self._beside: Beside | None = None

    @property
    def pid(self) -> int | None:
        """The second process, where it is the one that understands."""
        return self._beside.pid if self._beside else None

    def ask(self, excerpts: list[Excerpt]) -> "Future[Answer]":
        """Have messages understood by whoever does so at this time. From any thread."""
        if not excerpts:
            return _nothing()
        return (self._beside or self.here).ask(excerpts)

    def reload(self) -> None:
        """Have topics read again by all but the worker itself, which does so on its own."""
        if self._beside:
            self._beside.reload()

    def tend(self, now: float, messages: int, busy: float, settle: Callable[[], None]) -> None:
        """Take account of messages (``Crowd.note``), and bring or send away the second process where it is time."""
        wanted = self.crowd.note(now, messages, busy)
        if wanted and not self._beside:
            self._bring(now, settle)
        elif not wanted and self._beside:
            self._send_away(settle)

    def close(self) -> None:
        """End the second process."""
        for one in (self._coming, self._beside):
            if one:
                one.close()
        self._coming = self._beside = None

    def _bring(self, now: float, settle: Callable[[], None]) -> None:
        if self._coming is None:
            if now >= self._rest:
                self._coming = self._start()
            return
        try:
            if self._coming.ready:
                settle()
                self._coming.give(self.here.mind.memories())
                self._coming.reload()  # what changed while it was starting
                self._beside, self._coming = self._coming, None
                log.info("Messages are understood by a second process.")
        except MindLost as error:
            log.warning("A second process did not start: %s", error)
            self._rest = now + REST
            self.close()

    def _send_away(self, settle: Callable[[], None]) -> None:
        settle()
        if self._beside:
            self.here.mind.remember(self._beside.take())
        self.close()
        log.info("Messages are understood by the worker itself again.")


def _nothing() -> "Future[Answer]":
    answered: Future[Answer] = Future()
    answered.set_result(Answer())
    return answered
