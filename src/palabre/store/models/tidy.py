"""Gives back to the system what opening models took and no longer needs: 20 MB of holes between what stays."""

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Hand free memory over (malloc_trim(3) of the GNU C library); nothing elsewhere."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
