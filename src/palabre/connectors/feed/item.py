"""An entry of a feed, whatever the format it came in, before it becomes a message."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from palabre.core.model import Attachment


@dataclass(frozen=True, slots=True)
class Item:
    """One entry. ``title`` and ``text`` are HTML unless ``plain``; ``id`` is empty where the feed gives none."""

    id: str = ""
    title: str = ""
    text: str = ""
    summary: str = ""
    link: str = ""
    author: str = ""
    author_url: str = ""
    published: datetime | None = None
    reply_to: str = ""
    attachments: tuple[Attachment, ...] = ()
    plain: bool = False
    raw: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was read: its title, its language, its entries in the order of the document."""

    title: str
    lang: str
    items: tuple[Item, ...]
