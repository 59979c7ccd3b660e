"""Filters that several tools share: what a message is, what it carries."""

from types import MappingProxyType

from palabre.core.query.dialects.filters import among, choice
from palabre.core.query.tree import Value

_IS: dict[str, tuple[str, Value]] = {"reply": ("is", "reply"), "question": ("is", "question")}
_HAS = {
    "links": "link", "link": "link", "url": "link", "media": "attachment", "images": "image", "image": "image",
    "videos": "video", "video": "video", "video_link": "video", "native_video": "video", "hashtags": "hashtag",
    "hashtag": "hashtag", "mentions": "mention", "mention": "mention", "geo": "", "audio": "audio",
}  # fmt: skip

#: ``is:reply``.
IS = among(MappingProxyType(_IS))
#: ``has:links``.
HAS = choice("has", MappingProxyType({name: value for name, value in _HAS.items() if value}))
