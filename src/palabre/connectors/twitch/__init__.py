"""Chat of Twitch channels, and of any IRC server: TCP, TLS or WebSocket, with message tags where there are some."""

from palabre.connectors.twitch.client import CONNECTOR

__all__ = ["CONNECTOR"]
