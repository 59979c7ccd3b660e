"""The cursor of a file: how many rows were delivered, where the next one is, and of which file."""

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from palabre.connectors.file.rows import Place

#: A file is known again by its first bytes; one that has grown since still begins with them.
_HEAD = 65_536


def head_of(path: Path, length: int = _HEAD) -> list[Any]:
    """Return [number of bytes, hash of these first bytes] of a file."""
    with path.open("rb") as file:
        head = file.read(length)
    return [len(head), blake2b(head, digest_size=16).hexdigest()]


def file_key(path: Path) -> str:
    """Return the hash of a whole file, read in pieces."""
    whole = blake2b(digest_size=16)
    with path.open("rb") as file:
        while piece := file.read(1_048_576):
            whole.update(piece)
    return whole.hexdigest()


def bookmark(head: list[Any], row: int, place: Place, done: bool) -> dict[str, Any]:
    """Return the cursor after ``row`` rows."""
    return {
        "row": row,
        "line": place.line,
        "offset": place.offset,
        "read": place.size if done else place.read,
        "size": place.size,
        "head": head,
        "done": done,
    }


def resume(path: Path, cursor: Mapping[str, Any]) -> tuple[int, Place] | None:
    """Return the rows delivered and the place to go on from; ``None`` to begin, where the file is another one."""
    head = cursor.get("head")
    if not (isinstance(head, list) and len(head) == 2 and isinstance(head[0], int) and 0 <= head[0] <= _HEAD):
        return None
    numbers = [cursor.get(name) for name in ("row", "line", "offset", "read", "size")]
    if not all(isinstance(number, int) and number >= 0 for number in numbers) or head_of(path, head[0]) != head:
        return None
    row, line, offset, read, size = (int(str(number)) for number in numbers)
    return row, Place(line, offset, read, size)


def progress(path: Path, cursor: Mapping[str, Any]) -> float:
    """Return the part of a file that was read, 0..1. ``path`` gives the size where the cursor has none."""
    if cursor.get("done"):
        return 1.0
    read, size = cursor.get("read", 0), cursor.get("size") or _size(path)
    if not isinstance(read, int | float) or not isinstance(size, int | float) or size <= 0:
        return 0.0
    return min(max(read / size, 0.0), 1.0)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
