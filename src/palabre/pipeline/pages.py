"""Large pages for a process that looks much up: less of its time goes into finding where its memory is.

What words bring is spread over a hundred megabytes, of which a message touches a few hundred places. In pages of
4 kB, most of these first cost a walk through tables, twice as long in a virtual machine; 2 MB at a time, the
processor knows them all. Linux from 6.1 on puts pages together when asked (``MADV_COLLAPSE``), unless this machine
wants none. Nothing else changes, and where it cannot be done nothing is.
"""

import ctypes
from collections.abc import Iterator
from contextlib import suppress
from errno import EINVAL
from pathlib import Path
from time import monotonic

#: Bytes of a large page, and the number of ``MADV_COLLAPSE``.
LARGE, _COLLAPSE = 1 << 21, 25
_MAPS = Path("/proc/self/maps")
_WANTED = Path("/sys/kernel/mm/transparent_hugepage/enabled")


def places(maps: str) -> Iterator[int]:
    """Yield the addresses of the large pages that fit into memory of our own: private, writable, of no file.

    ``maps`` is a table of memory as Linux gives it (proc_pid_maps(5)).
    """
    for line in maps.splitlines():
        span, rights, _, _, inode, *name = line.split(None, 5)
        if rights == "rw-p" and inode == "0" and (not name or name[0] == "[heap]" or name[0].startswith("[anon")):
            first, end = (int(one, 16) for one in span.split("-"))
            yield from range(-(-first // LARGE) * LARGE, end // LARGE * LARGE, LARGE)


class LargePages:
    """Puts the memory of this process together, a large page at a time, over and over, as it grows."""

    def __init__(self) -> None:
        self._advise = _advise() if _wanted() else None
        self._left: Iterator[int] = iter(())

    def some(self, seconds: float) -> None:
        """Go on for so long, or until the end of a round; what is together already costs next to nothing."""
        end = monotonic() + seconds
        while self._step() and monotonic() < end:
            pass

    def round(self) -> None:
        """Put all together, once."""
        self._left = iter(())
        self._step()
        while self._step():
            pass

    def _step(self) -> bool:
        """Put one large page together; False at the end of a round, where the next one is laid out."""
        if self._advise is None:
            return False
        place = next(self._left, None)
        if place is None:
            self._left = places(_MAPS.read_text("ascii", "replace"))
            return False
        if (
            self._advise(place, LARGE, _COLLAPSE) and ctypes.get_errno() != EINVAL
        ):  # which says: nothing is there yet
            self._advise = None  # no large page is free: to look for one again and again costs more than it brings
        return True


def _wanted() -> bool:
    """Tell whether this machine is a Linux that gives large pages to who asks."""
    with suppress(OSError):
        return _MAPS.exists() and "[never]" not in _WANTED.read_text("ascii")
    return False


def _advise() -> "ctypes._NamedFuncPointer":
    advise = ctypes.CDLL(None, use_errno=True).madvise
    advise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    return advise
