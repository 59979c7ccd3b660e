"""``palabre login``: a link for one person, once; nobody else is let in by mistake."""

import pytest

from house import House
from palabre.store.migrate import Connection

from .conftest import Palabre, alone

pytestmark = pytest.mark.usefixtures("database")


def people(owner: Connection) -> list[object]:
    return [row[0] for row in owner.execute("SELECT email FROM person ORDER BY email")]


def links(owner: Connection) -> int:
    row = owner.execute("SELECT count(*) FROM login_link").fetchone()
    assert row is not None and isinstance(row[0], int)
    return row[0]


def test_a_person_gets_a_link_that_is_not_kept_readable(house: House, owner: Connection) -> None:
    house.person("ninon@courrier.example")
    said = alone("login", "Ninon@courrier.example")
    assert said.status == 0 and said.out.startswith("/start/") and links(owner) == 1
    secret = said.out.strip().removeprefix("/start/")
    assert len(secret) >= 32
    assert owner.execute("SELECT FROM login_link WHERE token_hash = %s", (secret,)).fetchone() is None


def test_an_unknown_person(owner: Connection) -> None:
    said = alone("login", "personne@courrier.example")
    assert (said.status, said.out) == (1, "") and people(owner) == []
    assert said.err == "palabre login: Nobody has the address personne@courrier.example here.\n"


def test_nobody_is_named(palabre: Palabre, owner: Connection) -> None:
    said = palabre("login")
    assert said.status == 2 and "palabre login EMAIL" in said.err and people(owner) == []


def test_the_first_account_has_the_address_that_was_told(owner: Connection) -> None:
    said = alone("login", "--if-empty", "--owner", "odile@gazette.example")
    assert said.status == 0 and said.out.startswith("/start/") and people(owner) == ["odile@gazette.example"]


def test_the_first_account_needs_a_real_address(owner: Connection) -> None:
    said = alone("login", "--if-empty", "--owner", "odile")
    assert said.status == 1 and "odile is no mail address" in said.err and people(owner) == []


def test_once_somebody_is_there_no_account_is_made(house: House, owner: Connection) -> None:
    house.person("ninon@courrier.example")
    said = alone("login", "--if-empty")
    assert (said.status, said.out, links(owner)) == (0, "", 0) and people(owner) == ["ninon@courrier.example"]
