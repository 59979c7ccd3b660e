"""How we talk to the server that we start: is it there, and are our role and our database in it."""

from typing import LiteralString

import psycopg
from psycopg import sql

from palabre.store.embedded.address import DATABASE, OWNER, Address
from palabre.store.embedded.cluster import SUPERUSER

Connection = psycopg.Connection[tuple[object, ...]]


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
