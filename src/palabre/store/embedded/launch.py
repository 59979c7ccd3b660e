"""One launch of the server: data folder, access rules, address, process, and the wait until it accepts sessions."""

import logging
import time
from dataclasses import dataclass

from palabre.store.embedded import binaries, cluster, layout, process, sessions, settings
from palabre.store.embedded.account import Account, current
from palabre.store.embedded.address import Address, free_port, remember
from palabre.store.embedded.errors import failure

_log = logging.getLogger(__name__)

#: What a server says when it should simply be started again: on another port, or once the orphaned sessions of
#: a killed server have seen that it is dead (within a second).
_TRANSIENT = (
    "could not bind IPv4 address",
    "pre-existing shared memory block",
    'lock file "postmaster.pid" already exists',
)


@dataclass(frozen=True, slots=True)
class Launch:
    """What a launch needs. ``deadline`` is a reading of the monotonic clock."""

    at: layout.Layout
    account: Account
    light: bool
    deadline: float

    def up(self, before: Address | None) -> Address:
        """Make what is missing, start the server and return its address: the port of ``before`` when it is free.

        To be called in one's turn, when no server of this data runs. Raises ``EmbeddedError``.
        """
        programs = self._programs()
        cluster.make(self.at.data, programs, self.account, sync=not self.light)
        cluster.check(self.at.data, programs, self.account)
        folder = layout.socket_folder(self.at, self.account)
        process.forget_dead(self.at.data, folder)
        self._write_rules()
        while True:
            address = self._choose_address(before, str(folder))
            said = self._try(programs, address)
            if not said:
                break
            if time.monotonic() > self.deadline or not any(sign in said for sign in _TRANSIENT):
                raise failure("PostgreSQL did not start", said)
            time.sleep(0.1)
        _log.info("PostgreSQL %d.%d serves %s", *programs.version, self.at.data)
        return address

    def _programs(self) -> binaries.Binaries:
        found = binaries.find()
        if self.account.may_enter(found.bin):
            return found
        return binaries.copy_to(found, self.at.side)

    def _choose_address(self, before: Address | None, folder: str) -> Address:
        address = Address(free_port(before.port if before else None), folder)
        remember(self.at.address, address)
        return address

    def _try(self, programs: binaries.Binaries, address: Address) -> str:
        """Start the server and wait until it accepts sessions; return what it said when it ended instead."""
        data, log = self.at.data, self.at.log
        before = log.stat().st_size if log.exists() else 0
        pid = process.spawn(self._command(programs, address), log, self.account)
        left = max(0.0, self.deadline - time.monotonic())
        if not process.wait(lambda: not process.is_server(pid, data) or sessions.accepts(address), left):
            raise failure(
                "PostgreSQL is still recovering after a crash; it goes on, start again later",
                process.tail(log, before),
            )
        return "" if process.is_server(pid, data) else process.tail(log, before) or "it said nothing"

    def _command(self, programs: binaries.Binaries, address: Address) -> list[str]:
        asked = settings.server(
            settings.memory_size(), programs.wal_compression(), settings.parallel_memory(), light=self.light
        )
        asked |= {
            "listen_addresses": "127.0.0.1",
            "port": str(address.port),
            "unix_socket_directories": address.socket,
            "unix_socket_permissions": "0700",
            "hba_file": str(self.at.side / "pg_hba.conf"),
            "ident_file": str(self.at.side / "pg_ident.conf"),
        }
        options = [f"--{name}={value}" for name, value in asked.items()]
        return [programs.program("postgres"), "-D", str(self.at.data), *options]

    def _write_rules(self) -> None:
        rules = {
            "pg_hba.conf": settings.host_rules(),
            "pg_ident.conf": settings.user_map(self.account.name, current().name),
        }
        for name, text in rules.items():
            path = self.at.side / name
            path.write_text(text, "utf-8")
            layout.lend_file(path, self.account)
