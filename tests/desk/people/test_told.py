"""The gate is told at once when somebody may no longer listen."""

from collections.abc import Callable

import pytest

from desk.teams import PASSWORD, Team
from palabre.desk.people.models import Member, Person
from palabre.store.migrate import Connection


def sign_out(courrier: Team) -> None:
    courrier.client("moderator").post("/accounts/logout/")


def take_out(courrier: Team) -> None:
    member = Member.objects.get(workspace_id=courrier.workspace, person_id=courrier.people["moderator"])
    courrier.client("owner").post(courrier.url(f"settings/members/{member.pk}/remove"))


def change_password(courrier: Team) -> None:
    person = Person.objects.get(pk=courrier.people["moderator"])
    person.set_password(PASSWORD)
    person.save()
    client = courrier.client("moderator")
    new = "une autre phrase facile"
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})


@pytest.mark.parametrize("act", [sign_out, take_out, change_password])
def test_the_gate_hears_of_it_at_once(courrier: Team, owner: Connection, act: Callable[[Team], None]) -> None:
    owner.execute("LISTEN config")
    act(courrier)
    assert [notice.channel for notice in owner.notifies(timeout=5, stop_after=1)] == ["config"]
