"""Under which system user PostgreSQL runs. It refuses root, so root hands it to a user of its own."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from palabre.store.embedded.errors import EmbeddedError

_OWN = "palabre"
_LEAST = "nobody"


@dataclass(frozen=True, slots=True)
class Account:
    """A system user: name, and numbers of user and group."""

    name: str
    uid: int
    gid: int

    def options(self) -> Mapping[str, Any]:
        """Return what ``subprocess`` needs to run a program under this account; nothing when it is ours."""
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def may_enter(self, folder: Path) -> bool:
        """Tell whether this account can walk down to ``folder``, by trying."""
        walk = ["/bin/sh", "-c", 'cd "$1"', "sh", str(folder)]
        return subprocess.run(walk, stderr=subprocess.DEVNULL, cwd="/", **self.options()).returncode == 0  # noqa: S603

    def own(self, path: Path, mode: int) -> None:
        """Give ``path``, which we have just made, to this account with ``mode``."""
        if self.uid != os.geteuid():
            os.chown(path, self.uid, self.gid, follow_symlinks=False)
        path.chmod(mode)


def current() -> Account:
    """Return our own account. Raises ``EmbeddedError`` where it has no name: PostgreSQL needs one."""
    uid = os.geteuid()
    try:
        return _of(pwd.getpwuid(uid))
    except KeyError:
        raise EmbeddedError(
            f"The user {uid} has no name in /etc/passwd, and PostgreSQL needs one: add it, or give the address "
            "of a database in DATABASE_URL."
        ) from None


def for_server() -> Account:
    """Return the account of the server: ours, or for root the system user ``palabre``, made when missing.

    Where no user can be made (no ``useradd``, a read-only /etc), ``nobody`` serves.
    """
    if os.geteuid() != 0:
        return current()
    if _named(_OWN) is None:
        _make(_OWN)
    account = _named(_OWN) or _named(_LEAST)
    if account is None or account.uid == 0:
        raise EmbeddedError(
            "PostgreSQL does not run as root, and no other user could be made: start Palabre as an ordinary "
            f"user, or add a system user named {_OWN}."
        )
    return account


def _named(name: str) -> Account | None:
    try:
        return _of(pwd.getpwnam(name))
    except KeyError:
        return None


def _of(entry: pwd.struct_passwd) -> Account:
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _make(name: str) -> None:
    """Make a system user who cannot sign in and has no home; failing to is told by the lack of the user."""
    if tool := shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin"):
        options = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
        subprocess.run(  # noqa: S603
            [tool, *options, "--shell", "/usr/sbin/nologin", "--comment", "Palabre database", name],
            capture_output=True,
            timeout=60,
            check=False,
        )
