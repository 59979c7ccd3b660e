"""The feed connector: RSS, Atom, JSON Feed and Google Alerts, read at the pace at which they change."""

from palabre.connectors.feed.client import FeedConnector

CONNECTOR = FeedConnector()

__all__ = ["CONNECTOR", "FeedConnector"]
