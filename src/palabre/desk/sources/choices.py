"""How the choices of connectors' settings are shown: their stable keys, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_WORDS: dict[str, str | Promise] = {
    "comment": _("Comments"),
    "post": _("Posts"),
    "private": _("Private messages"),
    "review": _("Reviews"),
    "article": _("Articles"),
    "chat": _("Chat lines"),
    "mail": _("Mails"),
    "public": _("Public"),
    "press": _("Press"),
    "auto": _("Guess"),
    "yes": _("Names of the columns"),
    "no": _("Already a message"),
    "dmy": _("Day, month, year"),
    "mdy": _("Month, day, year"),
    "tls": "TLS",
    "tcp": "TCP",
    "websocket_tls": "WebSocket (TLS)",
    "websocket": "WebSocket",
    "site": _("Comments of the site"),
    "page": _("Public page"),
    "live": _("Live chat"),
}


def shown_choice(key: str) -> str:
    """Return the words for a choice; the key itself where it has none."""
    return str(_WORDS.get(key, key))
