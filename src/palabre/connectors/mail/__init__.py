"""A mailbox read over IMAP: complaints, forwarded complaints, newsletters, Google Alerts."""

from palabre.connectors.mail.client import CONNECTOR

__all__ = ["CONNECTOR"]
