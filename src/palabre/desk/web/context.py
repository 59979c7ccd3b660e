"""What every page knows: who, where, the rooms of the rail, the words of the scripts."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise, cached_property

from palabre.desk.people.models import Member, Workspace
from palabre.desk.people.scope import Scope
from palabre.desk.web.counts import count_of
from palabre.desk.web.rooms import PERSONAL, ROOMS, Link, Room, built
from palabre.desk.web.shortcuts import GROUPS, SHORTCUTS, Shortcut, keys_of
from palabre.desk.web.words import words


@dataclass(frozen=True, slots=True)
class Entry:
    """A room as the rail shows it to one person, in one page."""

    room: Room
    address: str
    here: bool
    count: str = ""


@dataclass(frozen=True, slots=True)
class Keys:
    """A group of shortcuts, as the help shows it."""

    name: str | Promise
    shortcuts: list[Shortcut]


class Shell:
    """The frame around a page. Nothing is read from the database before a template asks for it."""

    def __init__(self, scope: Scope, path: str) -> None:
        self.scope = scope
        self.path = path

    @cached_property
    def entries(self) -> list[Entry]:
        """Return the rooms this person may enter."""
        return list(self._entries())

    @cached_property
    def workspaces(self) -> list[Workspace]:
        """Return the person's workspaces, by name."""
        members = Member.objects.select_related("workspace").filter(person=self.scope.person)
        return sorted((member.workspace for member in members), key=lambda workspace: workspace.name.casefold())

    @property
    def personal(self) -> list[Link]:
        """Return the pages that are the person's own, in every workspace."""
        return [link for link in PERSONAL if built(link.address)]

    @property
    def words(self) -> dict[str, str]:
        """Return the words of the scripts."""
        return words()

    @property
    def keys(self) -> dict[str, str]:
        """Return the person's keys, by act."""
        return keys_of(self.scope.person.shortcuts)

    @property
    def shortcuts(self) -> list[Keys]:
        """Return the keyboard by groups, for the help; rooms that the person may not enter are left out."""
        entered = {f"go-{entry.room.key}" for entry in self.entries}
        shown = [s for s in SHORTCUTS if s.group != "go" or s.act in entered]
        return [Keys(name, [s for s in shown if s.group == group]) for group, name in GROUPS.items()]

    def _entries(self) -> Iterator[Entry]:
        for room in ROOMS:
            if self.scope.may(room.permission) and built(room.address(self.scope.workspace.slug)):
                address = room.address(self.scope.workspace.slug)
                yield Entry(room, address, self._stands_in(address), count_of(room.key, self.scope))

    def _stands_in(self, address: str) -> bool:
        return self.path == address or self.path.startswith(address.rstrip("/") + "/")


def shell(request: HttpRequest) -> dict[str, object]:
    """Return the request's scope (None outside a workspace) and the shell around the page."""
    scope: Scope | None = getattr(request, "scope", None)
    return {"scope": scope, "shell": Shell(scope, request.path) if scope else None}
