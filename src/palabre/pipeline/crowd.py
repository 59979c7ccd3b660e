"""When a second process is worth its memory: under load only. Pure."""

from dataclasses import dataclass
from math import inf

SETTINGS = ("load", "always", "never")


@dataclass(slots=True)
class Crowd:
    """Tells whether there is enough to understand for a process of its own. Judged once a second.

    There is once understanding takes the share ``busy`` of the worker's time; no longer once fewer than ``calm``
    messages came each second for ``patience`` seconds. Times are seconds of a clock that never goes back.
    """

    busy: float = 0.4
    calm: float = 300
    patience: float = 30.0
    wanted: bool = False
    _messages: int = 0
    _busy: float = 0.0
    _since: float | None = None
    _last: float = 0.0

    @classmethod
    def of(cls, setting: str) -> "Crowd":
        """Return what is asked for: ``load`` (as said above), ``always`` or ``never``. Raises ``ValueError``."""
        if setting not in SETTINGS:
            raise ValueError(f"PALABRE_SECOND_PROCESS is {setting!r}: it must be one of {', '.join(SETTINGS)}.")
        return {"load": cls(), "always": cls(busy=0.0, calm=0.0), "never": cls(busy=inf)}[setting]

    def note(self, now: float, messages: int, busy: float) -> bool:
        """Take account of messages just read, and of the ``busy`` seconds of understanding since the start.

        Returns whether the second process is wanted.
        """
        if self._since is None:
            self._since, self._busy = now, busy
        self._messages += messages
        elapsed = now - self._since
        if elapsed >= 1.0:
            self._judge(now, self._messages / elapsed, (busy - self._busy) / elapsed)
            self._since, self._busy, self._messages = now, busy, 0
        return self.wanted

    def _judge(self, now: float, rate: float, share: float) -> None:
        if rate >= self.calm:
            self._last = now
            self.wanted = self.wanted or share >= self.busy
        elif now - self._last >= self.patience:
            self.wanted = False
