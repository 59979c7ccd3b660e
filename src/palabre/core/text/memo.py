"""A bounded memory of what a pure function gave, with a known key costing one dictionary lookup in C.

``functools.lru_cache`` costs three times as much a hit, which counts at a hundred words a message.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar, cast

Key = TypeVar("Key")
Value = TypeVar("Value")


class Memo(dict[Key, Value]):
    """``memo[key]`` is ``make(key)``, remembered. Results never depend on what is remembered.

    Two generations of at most ``size`` entries: when the young one is full it becomes the old one, whose entries
    come back when asked for, so that what is used often is never forgotten. ``keep`` says which keys are worth it.
    """

    def __init__(
        self, make: Callable[[Key], Value], size: int, keep: Callable[[Key], bool] = lambda key: True
    ) -> None:
        super().__init__()
        self._make = make
        self._size = size
        self._keep = keep
        self._older: dict[Key, Value] = {}

    def __missing__(self, key: Key) -> Value:
        older = self._older
        value = older[key] if key in older else self._make(key)
        self._add(key, value)
        return value

    def many(self, keys: Sequence[Key], make: Callable[[list[Key]], Iterable[Value]]) -> list[Value]:
        """Return what ``memo[key]`` gives for each of ``keys``, those not known yet made all at once.

        ``make`` gives the values of different keys in their order, each as one by one. No value is None.
        """
        found = list(map(self.get, keys))
        if not all(found):  # told in C where all are known, as nearly always
            unknown = dict.fromkeys([key for key, value in zip(keys, found, strict=True) if value is None])
            older = {key: self._older[key] for key in unknown if key in self._older}
            fresh = [key for key in unknown if key not in older]
            made = older | dict(zip(fresh, make(fresh), strict=True))
            for key, value in made.items():
                self._add(key, value)
            found = [made[key] if value is None else value for key, value in zip(keys, found, strict=True)]
        return cast(list[Value], found)

    def _add(self, key: Key, value: Value) -> None:
        if self._keep(key):
            if len(self) >= self._size:
                self._older = dict(self)
                self.clear()
            self[key] = value

    def forget(self) -> None:
        """Forget everything: the function now gives something else."""
        self.clear()
        self._older = {}

    def drop(self, key: Key) -> None:
        """Forget one key."""
        self.pop(key, None)
        self._older.pop(key, None)

    def remembered(self) -> Iterator[Key]:
        """Yield the keys of both generations; some come twice."""
        return chain(self, self._older)
