"""How often a key may call: a bucket of tokens each, filled at its own pace. Pure: the clock is passed in."""

from dataclasses import dataclass, field

#: Keys whose bucket is remembered; one that was forgotten begins full again.
_MOST = 10_000


@dataclass(slots=True)
class Quota:
    """Buckets by key. A bucket holds one second's worth of calls, so that a burst of that size is let through."""

    _buckets: dict[int, tuple[float, float]] = field(default_factory=dict)

    def take(self, key: int, per_second: int, now: float) -> bool:
        """Tell whether ``key`` may call ``now`` (seconds of a clock that only goes forward), and count the call."""
        level, seen = self._buckets.get(key, (float(per_second), now))
        level = min(float(per_second), level + (now - seen) * per_second)
        allowed = level >= 1
        if key not in self._buckets and len(self._buckets) >= _MOST:
            self._buckets.clear()
        self._buckets[key] = (level - 1 if allowed else level, now)
        return allowed
