"""The server's process: found, started, told to stop. A zombie, or a stranger with its number, is not alive."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from palabre.store.embedded.account import Account

_LOG_LIMIT = 10 * 1024 * 1024

#: Looks at a process without a command line, 5 ms apart, before it is taken for one that never has any.
_LOOKS = 40


def recorded(data: Path) -> int | None:
    """Return the number that the running, or last, server of ``data`` wrote down; None where there is none."""
    try:
        first = (data / "postmaster.pid").read_text("utf-8").partition("\n")[0]
    except (FileNotFoundError, NotADirectoryError):
        return None
    return int(first) if first.isdecimal() and int(first) > 1 else None


def is_server(pid: int, data: Path) -> bool:
    """Tell whether ``pid`` is, now, a PostgreSQL that serves ``data``."""
    state, command = _look(pid)
    return bool(state) and not state.startswith("Z") and "postgres" in command and str(data) in command


def alive(data: Path) -> int | None:
    """Return the process that serves ``data``, or None."""
    pid = recorded(data)
    return pid if pid is not None and is_server(pid, data) else None


def _look(pid: int) -> tuple[str, str]:
    """Return (state letter, command line) of a process; empty texts where it is gone."""
    if Path("/proc/self/stat").exists():
        return _look_in_proc(Path("/proc") / str(pid))
    said = subprocess.run(  # noqa: S603
        ["/bin/ps", "-ww", "-o", "stat=,command=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    state, _, command = said.stdout.strip().partition(" ")
    return state, command


def _look_in_proc(folder: Path) -> tuple[str, str]:
    """Look, and look again where a live process has no command line.

    One that becomes another program, as a server does when it is started, has none for an instant; threads of
    the kernel never have any.
    """
    for _ in range(_LOOKS):
        state, command = _glance(folder)
        if command or state in ("", "Z", "X"):
            break
        time.sleep(0.005)
    return state, command


def _glance(folder: Path) -> tuple[str, str]:
    try:
        stat = (folder / "stat").read_text("utf-8", "replace")
        command = (folder / "cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return "", ""
    state = stat.rpartition(")")[2].split()[0]  # the name before may hold anything, even parentheses
    return state, os.fsdecode(command).replace("\0", " ")


def forget_dead(data: Path, socket_folder: Path) -> None:
    """Remove what a server that died left behind: PostgreSQL would take any process of that number for it.

    That may be a zombie, where the first process of a container waits for nobody. To be called only when no live
    server was found, in one's turn. Shared memory is looked at by PostgreSQL itself, which waits for the orphaned
    sessions of the dead server.
    """
    for left in (data / "postmaster.pid", *socket_folder.glob(".s.PGSQL.*")):
        left.unlink(missing_ok=True)


#: Starts what it is given in the background and prints its number; the log is its standard error.
_DETACH = '"$@" >&2 & echo $!'


def spawn(command: list[str], log: Path, account: Account) -> int:
    """Start the server and return its process. It is nobody's child and has a session of its own.

    So the terminal's Ctrl-C stops those who use it, then the last of them stops it; and one that was killed
    leaves no zombie with us.
    """
    if log.exists() and log.stat().st_size > _LOG_LIMIT:
        log.replace(log.with_suffix(".log.1"))
    with log.open("ab") as out:
        said = subprocess.run(  # noqa: S603
            ["/bin/sh", "-c", _DETACH, "sh", *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=out,
            start_new_session=True,
            cwd="/",
            umask=0o077,
            env=environment(),
            check=True,
            **account.options(),
        )
    return int(said.stdout)


def environment() -> Mapping[str, str]:
    """Return the little that PostgreSQL's programs need; nothing of ours (PGDATA, PGOPTIONS, LANG) reaches them."""
    return {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C", "TZ": "UTC"}


def tail(log: Path, since: int = 0, most: int = 8_192) -> str:
    """Return the end of ``log``, at most ``most`` bytes, of what was said after the byte ``since``."""
    if not log.exists():
        return ""
    with log.open("rb") as file:
        end = file.seek(0, os.SEEK_END)
        file.seek(max(since if since <= end else 0, end - most))
        return file.read(most).decode("utf-8", "replace")


def halt(pid: int, gone: Callable[[], bool], patience: float) -> bool:
    """Stop a server: politely (sessions end, all is written), then at once (the log replays). Return success."""
    for sign in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, sign)
        if wait(gone, patience):
            return True
    return False


def wait(done: Callable[[], bool], patience: float) -> bool:
    """Wait until ``done`` says so, ``patience`` seconds at most; return whether it did."""
    deadline = time.monotonic() + patience
    while not done():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def remove(folder: Path) -> None:
    """Remove a folder with all it holds, if it is there."""
    if folder.exists():
        shutil.rmtree(folder)
