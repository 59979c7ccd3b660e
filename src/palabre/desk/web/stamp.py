"""A stamp of our static files, put in their addresses so that browsers may keep them for ever."""

import hashlib
from pathlib import Path


def static_stamp(desk: Path) -> str:
    """Return eight hexadecimal digits that change with any static file under ``desk`` (its name, size or time)."""
    files = sorted(path for path in desk.glob("*/static/**/*") if path.is_file())
    facts = [(path.relative_to(desk).as_posix(), path.stat()) for path in files]
    seen = "".join(f"{name}:{stat.st_size}:{stat.st_mtime_ns};" for name, stat in facts)
    return hashlib.sha256(seen.encode()).hexdigest()[:8]
