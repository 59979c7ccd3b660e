"""The list of connectors: the one place to touch when a folder is added."""

from functools import cache
from importlib import import_module

from palabre.connectors.contract import Connector

KEYS = ("file", "feed", "mail", "twitch", "webhook", "demo")


@cache
def connector(key: str) -> Connector:
    """Return the connector called ``key``, loading its libraries now and not before.

    Raises ``LookupError`` where no connector has that name.
    """
    if key not in KEYS:
        raise LookupError(f"No connector is called {key!r}; there are: {', '.join(KEYS)}.")
    found: Connector = import_module(f"palabre.connectors.{key}").CONNECTOR
    return found


def connectors() -> list[Connector]:
    """Return every connector, in the order in which people see them."""
    return [connector(key) for key in KEYS]
