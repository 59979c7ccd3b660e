"""A bounded memory of what a pure function gave, with a known key costing one dictionary lookup in C.

``functools.lru_cache`` costs three times as much a hit, which counts at a hundred words a message.
"""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import TypeVar

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
        try:
            value = self._older[key]
        except KeyError:
            value = self._make(key)
        if self._keep(key):
            if len(self) >= self._size:
                self._older = dict(self)
                self.clear()
            self[key] = value
        return value

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
