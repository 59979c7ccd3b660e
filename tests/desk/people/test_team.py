"""The team: roles, removal, the last owner, tokens that die with their member."""

import threading

import pytest
from django.db import connection

from desk.teams import ROLES, Team
from house import House
from palabre.desk.audit.models import Entry
from palabre.desk.people.access import access_member_by_id
from palabre.desk.people.actions import (
    do_change_role,
    do_create_token,
    do_found_workspace,
    do_invite_member,
    do_make_person,
    do_remove_member,
)
from palabre.desk.people.errors import Refused
from palabre.desk.people.models import ApiToken, Member
from palabre.desk.people.permissions import ROLES as TABLE
from palabre.desk.people.permissions import may_grant
from palabre.desk.people.scope import scoped


def member(team: Team, role: str) -> Member:
    return Member.objects.select_related("person").get(person_id=team.people[role])


def verbs() -> list[str]:
    return list(Entry.objects.order_by("number").values_list("verb", flat=True))


def test_one_hands_on_no_more_than_one_holds() -> None:
    assert all(may_grant("owner", role) for role in ROLES)
    assert [role for role in ROLES if may_grant("lead", role)] == ["lead", "moderator", "analyst", "client"]
    assert [role for role in ROLES if may_grant("moderator", role)] == ["moderator", "client"]
    assert not may_grant("nobody", "client")
    assert not may_grant("owner", "king")
    assert set(TABLE) == set(ROLES)


def test_a_role_is_changed_and_recorded(courrier: Team) -> None:
    with scoped(courrier.people["owner"], courrier.workspace):
        do_change_role(actor=courrier.actor(), member=member(courrier, "analyst"), role="lead")
        assert member(courrier, "analyst").role == "lead"
        assert verbs() == ["member.role"]


def test_a_lead_makes_no_owner_and_touches_none(courrier: Team) -> None:
    with scoped(courrier.people["lead"], courrier.workspace):
        lead = courrier.actor("lead")
        with pytest.raises(Refused):
            do_change_role(actor=lead, member=member(courrier, "lead"), role="owner")
        with pytest.raises(Refused):
            do_remove_member(actor=lead, member=member(courrier, "owner"))
        with pytest.raises(Refused):
            do_invite_member(actor=lead, email="x@y.example", role="owner")
        assert verbs() == []


def test_the_last_owner_stays(courrier: Team) -> None:
    with scoped(courrier.people["owner"], courrier.workspace):
        for act in (
            lambda: do_remove_member(actor=courrier.actor(), member=member(courrier, "owner")),
            lambda: do_change_role(actor=courrier.actor(), member=member(courrier, "owner"), role="lead"),
        ):
            with pytest.raises(Refused):
                act()
        assert member(courrier, "owner").role == "owner"


def test_two_owners_cannot_take_each_other_out_at_once(courrier: Team, house: House) -> None:
    house.owner.execute("UPDATE member SET role = 'owner' WHERE person_id = %s", [courrier.people["lead"]])
    people = courrier.people["owner"], courrier.people["lead"]
    ready, refused = threading.Barrier(2), []

    def remove(mine: int, other: int) -> None:
        try:
            with scoped(mine, courrier.workspace):
                target = Member.objects.select_related("person").get(person_id=other)
                ready.wait(10)
                do_remove_member(actor=courrier.actor(), member=target)
        except Refused:
            refused.append(mine)
        finally:
            connection.close()

    threads = [threading.Thread(target=remove, args=pair) for pair in (people, people[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    left = house.owner.execute("SELECT count(*) FROM member WHERE role = 'owner'").fetchone()
    assert left == (1,)
    assert len(refused) == 1


def test_tokens_die_with_their_member(courrier: Team) -> None:
    with scoped(courrier.people["owner"], courrier.workspace):
        do_create_token(actor=courrier.actor("analyst"), name="export", scopes=["messages:read"])
        do_remove_member(actor=courrier.actor(), member=member(courrier, "analyst"))
        assert ApiToken.objects.get().revoked_at is not None


def test_a_member_of_elsewhere_cannot_be_reached(courrier: Team, gazette: Team, house: House) -> None:
    from django.http import Http404

    theirs = house.owner.execute("SELECT id FROM member WHERE workspace_id = %s", [gazette.workspace]).fetchone()
    assert theirs is not None
    with scoped(courrier.people["owner"], courrier.workspace), pytest.raises(Http404):
        access_member_by_id(courrier.actor(), int(str(theirs[0])))


class TestFounding:
    def test_the_address_comes_from_the_name(self, database: str) -> None:
        mira = do_make_person(email="mira@courrier.example")
        with scoped(mira.pk, None):
            made = do_found_workspace(owner=mira, name="L’Écho des Garrigues")
            assert (made.slug, Member.objects.get().role) == ("lecho-des-garrigues", "owner")

    @pytest.mark.parametrize("slug", ["courrier", "Majuscule", "-tiret", "a b"])
    def test_an_address_that_cannot_be_is_refused(self, courrier: Team, slug: str) -> None:
        mira = do_make_person(email="mira@courrier.example")
        with scoped(mira.pk, None), pytest.raises(Refused) as refused:
            do_found_workspace(owner=mira, name="Un autre", slug=slug)
        assert refused.value.where == "slug"


class TestPages:
    def test_inviting_shows_the_link_once(self, courrier: Team) -> None:
        client = courrier.client()
        address = courrier.url("settings/invite")
        page = client.post(address, {"email": "lea@courrier.example", "role": "lead"}).content.decode()
        assert "/join/" in page
        again = client.get(courrier.url("settings/")).content.decode()
        assert "/join/" not in again
        assert "lea@courrier.example" in again

    def test_a_lead_is_not_offered_the_owners_role(self, courrier: Team) -> None:
        page = courrier.client("lead").get(courrier.url("settings/")).content.decode()
        assert 'value="lead"' in page
        assert 'value="owner"' not in page

    def test_a_refusal_is_said_on_the_page(self, courrier: Team, house: House) -> None:
        own = house.owner.execute("SELECT id FROM member WHERE role = 'owner'").fetchone()
        assert own is not None
        client = courrier.client(language="en")
        answer = client.post(courrier.url(f"settings/members/{own[0]}/remove"), follow=True)
        assert "last owner" in answer.content.decode()

    def test_a_name_is_never_markup(self, courrier: Team, house: House) -> None:
        name = "<script>alert(1)</script>"
        house.owner.execute("UPDATE person SET name = %s WHERE id = %s", [name, courrier.people["lead"]])
        page = courrier.client().get(courrier.url("settings/")).content.decode()
        assert name not in page
        assert "&lt;script&gt;" in page
