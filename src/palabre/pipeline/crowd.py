"""When a second process is worth its memory: under load only. Pure."""

from dataclasses import dataclass


@dataclass(slots=True)
class Crowd:
    """Tells by the rate of messages whether there is enough to understand for a process of its own.

    From ``busy`` messages a second on there is; no longer once fewer than ``calm`` came each second for
    ``patience`` seconds. Times are seconds of a clock that never goes back.
    """

    busy: float = 1_500
    calm: float = 300
    patience: float = 30.0
    wanted: bool = False
    _count: int = 0
    _since: float = 0.0
    _last: float = 0.0

    def note(self, now: float, messages: int) -> bool:
        """Count messages, and return whether the second process is wanted. Rates are taken each second."""
        if now - self._since > 5.0 and not self.wanted:  # after a silence
            self._since, self._count = now, 0
        self._count += messages
        elapsed = now - self._since
        if elapsed >= 1.0:
            self._judge(now, self._count / elapsed)
            self._since, self._count = now, 0
        return self.wanted

    def _judge(self, now: float, rate: float) -> None:
        if rate >= self.busy:
            self.wanted = True
        if rate >= self.calm:
            self._last = now
        elif now - self._last >= self.patience:
            self.wanted = False
