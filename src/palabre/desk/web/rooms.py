"""The rooms of a workspace: one table that makes the rail, the palette, the shortcuts and their documentation."""

from dataclasses import dataclass

from django.urls import is_valid_path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from palabre.desk.people.permissions import Permission


@dataclass(frozen=True, slots=True)
class Room:
    """One room: where it is under ``/w/<slug>/``, who may enter, how it looks, the letter that follows ``g``.

    ``apart`` rooms stand at the foot of the rail: they are for setting the house, not for the day's work.
    """

    key: str
    path: str
    name: str | Promise
    icon: str
    permission: Permission
    letter: str
    apart: bool = False

    def address(self, slug: str) -> str:
        """Return the room's address in the workspace called ``slug``."""
        return f"/w/{slug}/{self.path}"


ROOMS: tuple[Room, ...] = (
    Room("queue", "queue", _("Queue"), "list-checks", "message.decide", "q"),
    Room("stream", "stream", _("Stream"), "activity", "message.read", "s"),
    Room("search", "search", _("Search"), "search", "message.read", "r"),
    Room("topics", "topics/", _("Watch"), "radar", "topic.read", "v"),
    Room("rules", "rules/", _("Rules"), "scale", "rule.read", "l", apart=True),
    Room("signals", "signals/", _("Signals"), "sparkles", "message.read", "i", apart=True),
    Room("sources", "sources/", _("Sources"), "plug", "source.read", "o", apart=True),
    Room("settings", "settings/", _("Settings"), "settings", "member.read", "p", apart=True),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A page of one's own, outside any workspace."""

    address: str
    name: str | Promise
    icon: str


PERSONAL: tuple[Link, ...] = (
    Link("/me/", _("Preferences"), "sliders-horizontal"),
    Link("/accounts/2fa/", _("Security"), "shield"),
)


def built(address: str) -> bool:
    """Tell whether a page answers at that address."""
    return bool(is_valid_path(address))
