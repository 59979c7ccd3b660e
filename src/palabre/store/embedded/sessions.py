"""How we talk to the server that we start: is it there, and are our role and our database in it."""

import json
import secrets
import socket
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import LiteralString
from urllib.parse import quote

import psycopg
from psycopg import sql

from palabre.store.embedded.cluster import SUPERUSER

OWNER = "palabre"
DATABASE = "palabre"
#: Ports that the systems we know never give to outgoing connections by themselves.
_PORTS = range(20_000, 30_000)

Connection = psycopg.Connection[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server listens: a port of 127.0.0.1, and the folder of its socket."""

    port: int
    socket: str

    def url(self, password: str) -> str:
        """Return the address of our database for its owner, by 127.0.0.1."""
        return f"postgresql://{OWNER}:{quote(password, safe='')}@127.0.0.1:{self.port}/{DATABASE}"

    def socket_url(self) -> str:
        """Return the address of our database for its owner, by the socket: for the same system user only."""
        return f"postgresql://{OWNER}@/{DATABASE}?host={quote(self.socket, safe='')}&port={self.port}"


def remembered(path: Path) -> Address | None:
    """Return the address written in ``path``; None where there is none, or it cannot be read any more."""
    try:
        told = json.loads(path.read_text("utf-8"))
        return Address(int(told["port"]), str(told["socket"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(path: Path, address: Address) -> None:
    """Write ``address`` to ``path``, whole or not at all."""
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(asdict(address)), "utf-8")
    draft.replace(path)


def free_port(wish: int | None = None) -> int:
    """Return a port of 127.0.0.1 that nobody listens on: ``wish`` where possible, to stay the same for years."""
    tries = [wish] if wish else []
    tries += [secrets.choice(_PORTS) for _ in range(50)]
    return next((port for port in tries if _is_free(port)), 0) or _any_port()


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as PostgreSQL does
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _any_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def as_superuser(address: Address, database: str = "postgres") -> Connection:
    """Connect over the socket, where the system vouches for us."""
    return psycopg.connect(
        host=address.socket, port=address.port, user=SUPERUSER, dbname=database, autocommit=True, connect_timeout=5
    )


def as_owner(address: Address, password: str) -> Connection:
    """Connect over 127.0.0.1 with the password: only our own server knows it."""
    return psycopg.connect(address.url(password), autocommit=True, connect_timeout=5)


def answers(address: Address, password: str) -> bool:
    """Tell whether our server accepts sessions: first as the product comes, else over the socket."""
    return _complete(address, password) or accepts(address)


def accepts(address: Address) -> bool:
    """Tell whether a server accepts sessions over the socket; false while it starts or recovers."""
    try:
        with as_superuser(address):
            return True
    except psycopg.OperationalError:
        return False


def provision(address: Address, password: str) -> None:
    """Make our role and our database where they are missing, and set the role's password where it is not this one.

    The owner is no superuser: it may make databases and roles, and read statistics.
    """
    if _complete(address, password):
        return
    with as_superuser(address) as session:
        if not _exists(session, "SELECT FROM pg_roles WHERE rolname = %s", OWNER):
            session.execute(_name("CREATE ROLE {} LOGIN CREATEDB CREATEROLE", OWNER))
        session.execute(_name("GRANT pg_monitor TO {}", OWNER))
        session.execute(_with_password(session, password))
        if not _exists(session, "SELECT FROM pg_database WHERE datname = %s", DATABASE):
            session.execute(_name("CREATE DATABASE {} OWNER {}", DATABASE, OWNER))


def _complete(address: Address, password: str) -> bool:
    try:
        with as_owner(address, password):
            return True
    except psycopg.OperationalError:
        return False


def _with_password(session: Connection, password: str) -> sql.Composed:
    """Set the password by its SCRAM verifier: the password itself never reaches the server or its log."""
    verifier = session.pgconn.encrypt_password(password.encode(), OWNER.encode(), b"scram-sha-256").decode()
    return sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(OWNER), sql.Literal(verifier))


def _exists(session: Connection, query: LiteralString, name: str) -> bool:
    return session.execute(query, (name,)).fetchone() is not None


def _name(query: LiteralString, *names: str) -> sql.Composed:
    return sql.SQL(query).format(*(sql.Identifier(name) for name in names))
