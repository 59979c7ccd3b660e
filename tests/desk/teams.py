"""Two invented newsrooms with one person of each role, for the tests of the desk."""

from dataclasses import dataclass

import django
from django.test import Client

from house import House

django.setup()  # this file may be read before pytest-django does it

from palabre.desk.people.models import Person  # noqa: E402
from palabre.desk.people.scope import Actor  # noqa: E402

ROLES = ("owner", "lead", "moderator", "analyst", "client")
PASSWORD = "une phrase facile"


@dataclass(frozen=True)
class Team:
    """A workspace and its people, by role."""

    workspace: int
    slug: str
    people: dict[str, int]

    def actor(self, role: str = "owner") -> Actor:
        """Return that person, acting here."""
        return Actor(self.workspace, self.people[role], role)

    def client(self, role: str = "owner", language: str = "fr") -> Client:
        """Return a browser in which that person is signed in."""
        Person.objects.filter(pk=self.people[role]).update(language=language)
        client = Client()
        client.force_login(Person.objects.get(pk=self.people[role]))
        return client

    def url(self, path: str = "") -> str:
        """Return an address of the workspace."""
        return f"/w/{self.slug}/{path}"


def make_team(house: House, slug: str, name: str) -> Team:
    """Insert a workspace with one member of each role."""
    workspace = house.workspace(slug, name)
    people = {role: house.person(f"{role}@{slug}.example", f"{role.title()} {slug.title()}") for role in ROLES}
    for role, person in people.items():
        house.member(workspace, person, role)
    return Team(workspace, slug, people)
