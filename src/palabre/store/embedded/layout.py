"""Where the things of one embedded database stand.

Usually under the data folder: ``postgres`` (the data, 0700), ``database`` (address, log, locks, access rules).
When root hands PostgreSQL to another user who may not enter the data folder, both stand in a folder of their own
under ``/var/lib/palabre``, and the file ``database.folder`` of the data folder says which: rights of existing
folders are never opened.
"""

import contextlib
import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from palabre.store import place
from palabre.store.embedded import process
from palabre.store.embedded.account import Account
from palabre.store.embedded.errors import EmbeddedError

#: Longest path of a socket that every system takes (macOS 103 bytes, Linux 107).
LONGEST_SOCKET = 103
_POINTER = "database.folder"
_OURS = ".palabre"
ELSEWHERE = Path("/var/lib/palabre")


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders of one database: ``home`` is Palabre's data folder, ``base`` where the database stands."""

    home: Path
    base: Path

    @property
    def data(self) -> Path:
        """PostgreSQL's own data folder."""
        return self.base / "postgres"

    @property
    def side(self) -> Path:
        """What stands beside it: address, log, locks and access rules, written by us alone."""
        return self.base / "database"

    @property
    def log(self) -> Path:
        """What PostgreSQL says."""
        return self.side / "postgres.log"

    @property
    def address(self) -> Path:
        """The remembered port and socket folder."""
        return self.side / "address.json"


def settle(home: Path, account: Account) -> Layout:
    """Find, or choose once and remember, where the database of ``home`` stands; make the folders."""
    _make_home(home)
    base = _remembered(home) or _choose(home, account)
    layout = Layout(home, base)
    try:
        layout.side.mkdir(mode=0o750, exist_ok=True)
        _lend(layout.side, account)
    except OSError as error:
        raise EmbeddedError(
            f"The folder {layout.side} cannot be used ({error.strerror}): give it back to this user, or choose "
            "another data folder in PALABRE_HOME."
        ) from error
    return layout


def _make_home(home: Path) -> None:
    """Make the data folder, and mark as ours one that we made or found empty."""
    try:
        place.make_private(home)
        if next(home.iterdir(), None) is None:
            (home / _OURS).touch(mode=0o600)
    except (place.PlaceError, OSError) as error:
        raise EmbeddedError(f"The data folder {home} cannot be used: {error}") from error


def _remembered(home: Path) -> Path | None:
    pointer = home / _POINTER
    if not pointer.exists():
        return None
    base = Path(pointer.read_text("utf-8").strip())
    if not base.is_dir():
        raise EmbeddedError(
            f"The database of {home} was kept in {base}, which is gone: put it back, or remove {pointer} to "
            "begin with an empty database."
        )
    return base


def _choose(home: Path, account: Account) -> Path:
    if account.uid == os.geteuid() or _reachable(home, account):
        return home
    if (home / "postgres").exists():
        raise EmbeddedError(
            f"The database stands in {home}, and the user {account.name} under whom PostgreSQL runs may not "
            f"enter it any more: let them in again, for example with: setfacl -m u:{account.name}:x {home}"
        )
    base = ELSEWHERE / f"{home.name}-{_short(home)}"
    _make_elsewhere(base, account)
    _write(home / _POINTER, f"{base}\n")
    return base


def _reachable(home: Path, account: Account) -> bool:
    """Tell whether the account may enter; a folder that we made ourselves is first opened to its group alone."""
    ours = (home / _OURS).exists() and home.stat().st_uid == os.geteuid()
    if ours and account.may_enter(home.parent):
        _lend(home, account, 0o710)
    return account.may_enter(home)


def _make_elsewhere(base: Path, account: Account) -> None:
    try:
        base.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        base.mkdir(mode=0o750, exist_ok=True)
        _lend(base, account)
    except OSError as error:
        raise EmbeddedError(
            f"PostgreSQL may not run as root, the user {account.name} may not enter the data folder, and {base} "
            f"cannot be made ({error.strerror}): choose a data folder that others may enter in PALABRE_HOME, or "
            "start Palabre as an ordinary user."
        ) from error
    if not account.may_enter(base):
        raise EmbeddedError(f"The user {account.name} may not enter {base}: let others enter {base.parent}.")


def _lend(folder: Path, account: Account, mode: int = 0o750) -> None:
    """Let the account's group into a folder of ours; nothing to do when we are that account."""
    if account.uid != os.geteuid():
        os.chown(folder, -1, account.gid)
        folder.chmod(mode)


def socket_folder(layout: Layout, account: Account) -> Path:
    """Return a folder for the socket that only the account enters, on a path short enough for a socket."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "") if account.uid == os.geteuid() else ""
    short = f"palabre-{account.uid}-{_short(layout.base)}"
    parents = [Path(runtime)] if runtime else []
    for folder in (
        layout.side / "run",
        *(parent / short for parent in (*parents, Path(tempfile.gettempdir()))),
    ):
        if len(os.fsencode(folder)) + len("/.s.PGSQL.65535.lock") <= LONGEST_SOCKET:
            with contextlib.suppress(OSError):
                return _private(folder, account)
    raise EmbeddedError(
        f"No folder for the socket of PostgreSQL could be made: set TMPDIR to a short path (now {parents})."
    )


def _private(folder: Path, account: Account) -> Path:
    """Make ``folder`` for the account alone; one that belongs to somebody else, or is a link, is refused."""
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        account.own(folder, 0o700)
    found = folder.lstat()
    if found.st_uid != account.uid or found.st_mode & 0o170077 != 0o040000:
        raise PermissionError(f"{folder} belongs to somebody else")
    return folder


def _short(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:10]


def _write(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.new")
    draft.write_text(text, "utf-8")
    draft.replace(path)


def lend_file(path: Path, account: Account) -> None:
    """Let the account read a file that only we write."""
    _lend(path, account, 0o640)


def erase(layout: Layout, account: Account) -> None:
    """Remove the database and all that stands beside it."""
    process.remove(socket_folder(layout, account))
    for folder in (layout.data, layout.side):
        process.remove(folder)
    if layout.base != layout.home:
        process.remove(layout.base)
        (layout.home / _POINTER).unlink(missing_ok=True)
