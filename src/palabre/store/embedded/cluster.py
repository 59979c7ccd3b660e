"""The data folder of PostgreSQL: made once, whole or not at all, and checked before each start."""

import subprocess
import sys
from pathlib import Path

from palabre.store.embedded import process
from palabre.store.embedded.account import Account
from palabre.store.embedded.binaries import Binaries
from palabre.store.embedded.errors import EmbeddedError, failure

SUPERUSER = "postgres"


def make(data: Path, binaries: Binaries, account: Account, *, sync: bool = True) -> None:
    """Make the data folder where there is none. A start killed half-way leaves no half of one."""
    if (data / "PG_VERSION").exists():
        return
    draft = data.with_name(f"{data.name}.new")
    try:
        process.remove(draft)
        draft.mkdir(mode=0o700)
        account.own(draft, 0o700)
        _initdb(draft, binaries, account, sync=sync)
        if data.is_dir():
            data.rmdir()  # an empty folder made by hand; one that holds anything is not ours to touch
        draft.rename(data)
    except OSError as error:
        raise failure(f"The database folder {data} cannot be made", str(error.strerror)) from error


def syncing(binaries: Binaries, *, sync: bool) -> list[str]:
    """Return how initdb is told to bring what it made to the disk: at once where it can, in 0.6 s rather than 4."""
    if not sync:
        return ["--no-sync"]
    return ["--sync-method=syncfs"] if sys.platform == "linux" and binaries.major >= 17 else []


def _initdb(data: Path, binaries: Binaries, account: Account, *, sync: bool) -> None:
    """Run initdb: the same letters and order on every platform, no way in but the socket until we write ours."""
    command = [binaries.program("initdb"), f"--pgdata={data}", f"--username={SUPERUSER}", "--encoding=UTF8"]
    command += ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    command += ["--text-search-config=simple", "--auth-local=peer", "--auth-host=reject"]
    command += syncing(binaries, sync=sync)
    done = subprocess.run(  # noqa: S603
        command,
        capture_output=True,
        text=True,
        errors="replace",
        cwd="/",
        env=process.environment(),
        umask=0o077,
        timeout=300,
        check=False,
        **account.options(),
    )
    if done.returncode != 0:
        process.remove(data)
        raise failure(f"The database folder {data} cannot be made", done.stderr)


def check(data: Path, binaries: Binaries, account: Account) -> None:
    """Refuse a data folder of another major version, or of another user, before PostgreSQL does in its words."""
    major = (data / "PG_VERSION").read_text("ascii").strip()
    if major != str(binaries.major):
        raise EmbeddedError(
            f"The data in {data} was made by PostgreSQL {major}, and this Palabre carries PostgreSQL "
            f"{binaries.major}: go back to the Palabre that made it, save with `pg_dump`, and put the copy back in "
            "a new data folder."
        )
    if data.stat().st_uid != account.uid:
        raise EmbeddedError(
            f"The data in {data} belongs to the system user {data.stat().st_uid}, and PostgreSQL would run as "
            f"{account.name}: start Palabre as the user who made it."
        )
