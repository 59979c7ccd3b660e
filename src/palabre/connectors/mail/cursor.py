"""Where reading stopped: ``{"uidvalidity", "uid", "since"}``. Pure.

UIDs grow within a UIDVALIDITY (RFC 9051 §2.3.1.1); when the server changes that number they mean nothing any more,
and the folder is read again from ``since`` on, which is harmless: mails are known by their ``Message-ID``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last mail read, and the day before which none is. ``since`` is ``None`` where all are read."""

    uidvalidity: int
    uid: int
    since: date | None

    @classmethod
    def read(cls, stored: Mapping[str, Any], days: int | None, now: datetime) -> "Cursor":
        """Return the stored cursor; where there is none (or it cannot be read), the beginning."""
        try:
            since = stored.get("since")
            return cls(int(stored["uidvalidity"]), int(stored["uid"]), date.fromisoformat(since) if since else None)
        except (KeyError, TypeError, ValueError):
            return cls(0, 0, None if days is None else (now - timedelta(days=days)).date())

    def within(self, uidvalidity: int) -> "Cursor":
        """Return the cursor for a folder whose UIDs are of that generation."""
        return self if self.uidvalidity == uidvalidity else replace(self, uidvalidity=uidvalidity, uid=0)

    def at(self, uid: int) -> "Cursor":
        """Return the cursor once that mail is read."""
        return replace(self, uid=max(self.uid, uid))

    def stored(self) -> dict[str, Any]:
        """Return what is to be stored."""
        return {
            "uidvalidity": self.uidvalidity,
            "uid": self.uid,
            "since": self.since.isoformat() if self.since else None,
        }
