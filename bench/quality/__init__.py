"""How well the signals find what they look for: one row a measure, every split honest (by source or author).

Run: ``PALABRE_DATA=… .venv/bin/python -m bench.quality [TASK…]``. A task is a file beside this one whose ``rows()``
yields what it measured. Minutes: models are fitted again without each source that they are measured on.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple


class Row(NamedTuple):
    """One measure: its task, what was measured, the figure, and the floor and the aim where there are any."""

    task: str
    what: str
    figure: float
    floor: float | None = None
    aim: float | None = None
    #: A figure that must stay under its floor, as a share of false flags.
    less: bool = False

    def verdict(self) -> str:
        """Return how the figure stands to its floor and aim."""
        if self.floor is None:
            return ""
        side = -1 if self.less else 1
        if self.aim is not None and side * self.figure >= side * self.aim:
            return "aim"
        return "floor" if side * self.figure >= side * self.floor else "UNDER"


Measure = Callable[[], Iterator[Row]]
