"""Filters that several tools share: what a message is, what it carries."""

from types import MappingProxyType

from palabre.core.query.dialects.branch import Lost
from palabre.core.query.dialects.filters import among, choice
from palabre.core.query.dialects.syntax import Made
from palabre.core.query.dialects.syntax import Value as Asked
from palabre.core.query.tree import Not, Value

_IS: dict[str, tuple[str, Value]] = {"reply": ("is", "reply"), "question": ("is", "question")}
_HAS = {
    "links": "link", "link": "link", "url": "link", "media": "attachment", "images": "image", "image": "image",
    "videos": "video", "video": "video", "video_link": "video", "native_video": "video", "hashtags": "hashtag",
    "hashtag": "hashtag", "mentions": "mention", "mention": "mention", "geo": "", "audio": "audio",
}  # fmt: skip

_FILTERED: dict[str, tuple[str, Value]] = {
    **{name: ("has", value) for name, value in _HAS.items() if value},
    "replies": ("is", "reply"), "self_threads": ("is", "reply"),
}  # fmt: skip

#: ``filter:links``, ``filter:replies``.
FILTER = among(MappingProxyType(_FILTERED))


def excluding(value: Asked) -> Made:
    """Read ``exclude:replies``."""
    made = FILTER(value)
    return made if made.leaf is None or isinstance(made.leaf, Lost) else Made(Not(made.leaf, value.span), made.told)


#: ``is:reply``.
IS = among(MappingProxyType(_IS))
#: ``has:links``.
HAS = choice("has", MappingProxyType({name: value for name, value in _HAS.items() if value}))
