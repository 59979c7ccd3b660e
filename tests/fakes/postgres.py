"""Debian's PostgreSQL as a private server of the tests: the second database that the suite runs on."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BINARIES = Path("/usr/lib/postgresql/15/bin")


def available() -> bool:
    """Tell whether Debian's PostgreSQL 15 is here."""
    return (BINARIES / "initdb").exists()


def free_port() -> int:
    """Return a port of the loopback interface that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def debian_server() -> Iterator[str]:
    """Run a server in a folder of its own; yield its owner's address (database ``postgres``)."""
    user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None  # PostgreSQL refuses to run as root
    # Not under pytest's folders: those are closed to other users, and closed again by the next run.
    with tempfile.TemporaryDirectory(prefix="palabre-pg-", ignore_cleanup_errors=True) as folder:
        if user is not None:
            shutil.chown(folder, user.pw_uid, user.pw_gid)
        data, port = f"{folder}/data", free_port()
        _run(user, "initdb", "-D", data, "-U", "palabre", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c jit=off"
        _run(user, "pg_ctl", "-D", data, "-o", options, "-l", f"{folder}/log", "-w", "start")
        try:
            yield f"postgresql://palabre@127.0.0.1:{port}/postgres"
        finally:
            _run(user, "pg_ctl", "-D", data, "-m", "fast", "-w", "stop")


def _run(user: pwd.struct_passwd | None, program: str, *arguments: str) -> None:
    subprocess.run(
        [str(BINARIES / program), *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        user=user.pw_uid if user else None,
        group=user.pw_gid if user else None,
        extra_groups=[] if user else None,
        cwd="/",
    )
