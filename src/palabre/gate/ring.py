"""The recent announcements of a workspace, to replay to a browser that comes back. Pure, bounded."""

from collections import deque
from itertools import dropwhile

#: Frames and bytes kept for a workspace: several minutes at the pace of a crisis, half a megabyte at most.
MOST_FRAMES, MOST_BYTES = 300, 512 * 1024


class Ring:
    """Every frame after ``floor``, oldest first; older ones were let go."""

    def __init__(self, floor: int) -> None:
        self.floor = floor
        self._frames: deque[tuple[int, bytes]] = deque()
        self._size = 0

    def add(self, number: int, frame: bytes) -> None:
        """Keep one more frame; ``number`` is greater than all before it."""
        self._frames.append((number, frame))
        self._size += len(frame)
        while self._frames and (len(self._frames) > MOST_FRAMES or self._size > MOST_BYTES):
            self.floor, gone = self._frames.popleft()
            self._size -= len(gone)

    def after(self, last: int) -> list[bytes] | None:
        """Return the frames that follow announcement ``last``; None when some of them may be gone."""
        if last < self.floor:
            return None
        return [frame for _, frame in dropwhile(lambda kept: kept[0] <= last, self._frames)]
