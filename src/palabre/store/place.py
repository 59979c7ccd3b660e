"""Where Palabre keeps its things: the data folder, and the secrets that it draws once.

``PALABRE_HOME`` names the data folder; without it, the folder that the platform gives to an application.
"""

import os
import re
import secrets
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}\Z")
_LONGEST_SECRET = 4_096


class PlaceError(RuntimeError):
    """The data folder or a secret cannot be used; the text says how to mend it."""


def home() -> Path:
    """Return the data folder, made on first use and open to its owner only (0700).

    Raises ``PlaceError`` where it cannot be made.
    """
    folder = chosen(os.environ, sys.platform, Path.home())
    return make_private(folder)


def chosen(environ: Mapping[str, str], platform: str, user_home: Path) -> Path:
    """Return which folder is meant, absolute, without touching the disk.

    Linux follows the XDG base directory specification, macOS and Windows their own custom.
    """
    if told := environ.get("PALABRE_HOME"):
        return Path(told).expanduser().absolute()
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or user_home / "AppData" / "Local") / "Palabre"
    if platform == "darwin":
        return user_home / "Library" / "Application Support" / "Palabre"
    data = Path(environ.get("XDG_DATA_HOME") or "")  # the specification: a relative path is to be ignored
    return (data if data.is_absolute() else user_home / ".local" / "share") / "palabre"


def make_private(folder: Path) -> Path:
    """Make ``folder`` with mode 0700 where it is missing; one that exists keeps the rights its owner gave it."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise PlaceError(
            f"The data folder {folder} cannot be made ({error.strerror}): give another one in PALABRE_HOME."
        ) from error
    return folder


def secret(name: str, at: Path | None = None) -> str:
    """Return the secret ``name``, drawn (256 bits, safe in addresses) the first time it is asked for.

    It stands alone in ``secrets/NAME`` (0600) of ``at``, by default the data folder. Two processes that ask at
    the same moment get the same one, and a crash leaves either the whole secret or none.
    """
    if not _NAME.match(name):
        raise ValueError(f"{name!r} is no name for a secret: small letters, digits, - and _ only.")
    folder = make_private((at or home()) / "secrets")
    path = folder / name
    try:
        if not path.exists():
            _write_once(path, secrets.token_urlsafe(32))
        return _read(path)
    except OSError as error:
        raise PlaceError(
            f"The secret {path} cannot be used ({error.strerror}): give it back to this user."
        ) from error


def _write_once(path: Path, value: str) -> None:
    """Write beside, then link: the name appears whole, and only for the first of those who race."""
    handle, draft = tempfile.mkstemp(prefix=".", dir=path.parent)  # mkstemp gives 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(value)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first: its secret is the one
    finally:
        Path(draft).unlink()


def _read(path: Path) -> str:
    with path.open(encoding="ascii") as file:
        value = file.read(_LONGEST_SECRET).strip()
    if not value:
        raise PlaceError(f"The secret {path} is empty: put it back from a backup, or remove it to draw another.")
    return value
