"""The first page, the preferences, the settings of a workspace."""

import pytest
from django.test import Client

from desk.teams import Team
from house import House
from palabre.desk.people.models import Person, Workspace
from palabre.desk.people.scope import scoped


def test_one_signs_in_first(database: str) -> None:
    assert Client().get("/")["Location"] == "/accounts/login/?next=/"


@pytest.mark.parametrize(
    ("role", "room"), [("owner", "queue"), ("moderator", "queue"), ("analyst", "stream"), ("client", "stream")]
)
def test_the_only_workspace_opens_at_the_first_room_of_the_role(courrier: Team, role: str, room: str) -> None:
    assert courrier.client(role).get("/")["Location"] == courrier.url(room)


def test_several_workspaces_are_to_be_chosen(courrier: Team, gazette: Team, house: House) -> None:
    house.member(gazette.workspace, courrier.people["lead"], "client")
    page = courrier.client("lead").get("/").content.decode()
    assert courrier.url("queue") in page
    assert gazette.url("stream") in page


def test_who_has_none_may_create_one(database: str) -> None:
    person = Person.objects.create_user("seul@courrier.example")
    client = Client()
    client.force_login(person)
    assert "/new" in client.get("/").content.decode()
    answer = client.post("/new", {"name": "Le Petit Journal", "slug": ""})
    assert answer["Location"] == "/w/le-petit-journal/sources/"
    assert client.get(answer["Location"]).status_code == 200


def test_a_taken_address_is_said_beside_its_field(courrier: Team) -> None:
    page = courrier.client(language="en").post("/new", {"name": "Autre", "slug": "courrier"})
    assert "already has this address" in page.content.decode()


FORM = {"name": "Mira", "language": "en", "theme": "dark", "density": "compact", "timezone": "Indian/Reunion"}


class TestPreferences:
    def test_they_are_kept_and_hold_at_once(self, courrier: Team) -> None:
        client = courrier.client()
        client.post("/me/", {**FORM, "blur_harsh": "on", "shortcuts_off": "on"})
        person = Person.objects.get(pk=courrier.people["owner"])
        assert (person.theme, person.blur_harsh, person.shortcuts) == ("dark", True, {"off": True, "keys": {}})
        page = client.get("/me/").content.decode()
        assert '<html lang="en" data-theme="dark" data-density="compact">' in page

    def test_a_key_is_remapped(self, courrier: Team) -> None:
        courrier.client().post("/me/", {**FORM, "key-approve": "p", "key-hold": "h"})
        assert Person.objects.get(pk=courrier.people["owner"]).shortcuts == {"off": False, "keys": {"approve": "p"}}

    @pytest.mark.parametrize("keys", ["r", "g", "three keys here", "Enter"])
    def test_keys_that_cannot_be_are_refused_and_shown_again(self, courrier: Team, keys: str) -> None:
        answer = courrier.client().post("/me/", {**FORM, "key-approve": keys})
        assert answer.status_code == 422
        assert Person.objects.get(pk=courrier.people["owner"]).shortcuts == {}

    def test_an_unknown_time_zone_is_refused(self, courrier: Team) -> None:
        courrier.client().post("/me/", {**FORM, "timezone": "Mars/Olympus"})
        assert Person.objects.get(pk=courrier.people["owner"]).timezone == "Europe/Paris"


class TestWorkspaceSettings:
    def test_they_are_kept_with_what_they_were(self, courrier: Team, house: House) -> None:
        form = {"name": "Le Courrier", "language": "en", "timezone": "UTC", "keep_days": "90"}
        assert courrier.client().post(courrier.url("settings/workspace"), form).status_code == 302
        with scoped(courrier.people["owner"], courrier.workspace):
            workspace = Workspace.objects.get()
        assert (workspace.name, workspace.language, workspace.keep_days) == ("Le Courrier", "en", 90)
        logged = house.owner.execute("SELECT detail FROM audit WHERE verb = 'workspace.change'").fetchone()
        assert logged is not None
        assert "Le Courrier du Lauragais" in str(logged[0])

    def test_a_lead_may_not(self, courrier: Team) -> None:
        assert courrier.client("lead").get(courrier.url("settings/workspace")).status_code == 404
