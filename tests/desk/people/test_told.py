"""The gate is told at once when somebody may no longer listen."""

from collections.abc import Callable

import pytest

from desk.teams import PASSWORD, Team
from palabre.desk.people.models import Person
from palabre.store.migrate import Connection


def sign_out(courrier: Team, _: Connection) -> None:
    courrier.client("moderator").post("/accounts/logout/")


def take_out(courrier: Team, owner: Connection) -> None:
    found = owner.execute("SELECT id FROM member WHERE person_id = %s", (courrier.people["moderator"],)).fetchone()
    assert found is not None
    courrier.client("owner").post(courrier.url(f"settings/members/{found[0]}/remove"))


def change_password(courrier: Team, _: Connection) -> None:
    person = Person.objects.get(pk=courrier.people["moderator"])
    person.set_password(PASSWORD)
    person.save()
    client = courrier.client("moderator")
    new = "une autre phrase facile"
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})


@pytest.mark.parametrize("act", [sign_out, take_out, change_password])
def test_the_gate_hears_of_it_at_once(
    courrier: Team, owner: Connection, act: Callable[[Team, Connection], None]
) -> None:
    owner.execute("LISTEN config")
    act(courrier, owner)
    assert [notice.channel for notice in owner.notifies(timeout=5, stop_after=1)] == ["config"]
