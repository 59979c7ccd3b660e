"""The facts of a message that fields ask: who said it, where, when, how far it went, what was understood of it.

``Facts.get(name)`` gives the values of a field as comparable ones (folded texts, numbers, seconds since 1970), or
``None`` when the message lacks that fact, or when it is not known yet. Each is worked out when first asked.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from palabre.core.model import Message
from palabre.core.query.tree import Value
from palabre.core.text import Tokens, fold, tokenize

Values: TypeAlias = tuple[Value, ...]
YES, NO = "yes", "no"
_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@]*@)?([^/?#:@]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """A message and what is known around it. ``None``: not known; an empty tuple: known to have none.

    ``source`` holds the names under which its source can be asked, ``topics`` the names (or numbers as text) of the
    topics that it answers, ``signals`` the names of what was detected, ``decision`` one of none, pending, approve,
    remove, hold.
    """

    message: Message
    source: tuple[str, ...] | None = None
    lang: str = ""
    signals: tuple[str, ...] | None = None
    sentiment: float | None = None
    decision: str | None = None
    topics: tuple[str, ...] | None = None
    text: Tokens | None = None

    @property
    def tokens(self) -> Tokens:
        """The tokens of the text."""
        return self.text if self.text is not None else tokenize(self.message.text)


class Facts:
    """The facts of one message, by the name of their field (``palabre.core.query.fields``). Read only."""

    __slots__ = ("_known", "_values")

    def __init__(self, values: Mapping[str, Values | None] | None = None, known: Known | None = None) -> None:
        self._values = dict(values or {})
        self._known = known

    def get(self, name: str) -> Values | None:
        """Return the values of a field, ``None`` when the message lacks it."""
        if name not in self._values:
            read = _READERS.get(name)
            self._values[name] = read(self._known) if read is not None and self._known is not None else None
        return self._values[name]


#: Facts of a message of which nothing but the text is known.
NO_FACTS = Facts()


def facts_of(
    message: Message,
    *,
    source: Iterable[str] | None = None,
    lang: str = "",
    signals: Iterable[str] | None = None,
    sentiment: float | None = None,
    decision: str | None = None,
    topics: Iterable[str] | None = None,
    text: Tokens | None = None,
) -> Facts:
    """Return the facts of a message and of what is known around it (see ``Known``). ``text``: its tokens."""
    known = Known(message, _tuple(source), lang, _tuple(signals), sentiment, decision, _tuple(topics), text)
    return Facts(known=known)


def _tuple(values: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)


def _texts(values: Iterable[str]) -> Values | None:
    """Fold texts; a message that has only empty ones lacks the fact."""
    return tuple(dict.fromkeys(folded for value in values if (folded := fold(value).strip()))) or None


def _numbers(*values: float | None) -> Values | None:
    return tuple(value for value in values if value is not None) or None


def _listed(values: tuple[str, ...] | None) -> Values | None:
    """Fold a list that may be known to be empty."""
    return None if values is None else tuple(map(fold, values))


def _truth(value: bool | None) -> Values | None:
    return None if value is None else (YES if value else NO,)


def host_of(address: str) -> str:
    """Return the host of an address, in lower case without ``www.``; '' where there is none."""
    found = _HOST.match(address.strip())
    return found[1].lower().strip(".").removeprefix("www.") if found is not None else ""


def domains(host: str) -> tuple[str, ...]:
    """Return a host and the domains above it: ``m.exemple.fr``, ``exemple.fr``, ``fr``."""
    labels = host.lower().removeprefix("www.").split(".")
    return tuple(".".join(labels[at:]) for at in range(len(labels)) if labels[at])


def _author(known: Known) -> Values | None:
    author = known.message.author
    return _texts((author.name, author.key)) if author is not None else None


def _from(known: Known) -> Values | None:
    author = known.message.author
    if author is None:
        return None
    handle = author.url.rstrip("/").rpartition("/")[2]
    return _texts(name.lstrip("@") for name in (author.key, author.name, handle))


def _to(known: Known) -> Values | None:
    """Whom a message speaks to: the mentions that open it."""
    opening: list[str] = []
    for form in known.tokens.forms:
        if form.kind != "mention":
            break
        opening.append(form.fold[1:])
    return tuple(opening) or None


def _site(known: Known) -> Values | None:
    site = known.message.site
    host = host_of(site) or site.strip().strip("/.") or host_of(known.message.url)
    return domains(host) if host else None


def _link(known: Known) -> Values | None:
    said = [form.fold.removeprefix("//") for form in known.tokens.forms if form.kind == "url"]
    return _texts([*said, *(attached.url for attached in known.message.attachments)])


def _lang(known: Known) -> Values | None:
    written = fold(known.message.lang or known.lang).replace("_", "-")
    return tuple(dict.fromkeys((written, written.partition("-")[0]))) if written else None


def _has(known: Known) -> Values | None:
    message = known.message
    found = {form.kind for form in known.tokens.forms} & {"hashtag", "mention", "emoji"}
    parts = {name for name in ("title", "lead", "author", "country", "thread", "url") if getattr(message, name)}
    links = {"link"} if _link(known) else set()
    sizes = {name for name in ("engagement", "reach") if getattr(message, name) is not None}
    kinds = {attached.media_type.partition("/")[0] for attached in message.attachments} & {
        "image",
        "video",
        "audio",
    }
    return (*sorted(found | parts | links | sizes | kinds), *(["attachment"] if message.attachments else []))


def _is(known: Known) -> Values | None:
    found = ["reply" if known.message.parent else "root"]
    found += ["first"] if known.message.first else []
    found += ["question"] if known.signals and "question" in known.signals else []
    return tuple(found)


def _question(known: Known) -> Values | None:
    return _truth("question" in known.signals if known.signals is not None else None)


_READERS: dict[str, Callable[[Known], Values | None]] = {
    "author": _author,
    "from": _from,
    "to": _to,
    "site": _site,
    "url": lambda known: _texts([known.message.url]),
    "link": _link,
    "source": lambda known: _texts(known.source or ()),
    "network": lambda known: _texts([known.message.network]),
    "kind": lambda known: (known.message.kind,),
    "lang": _lang,
    "country": lambda known: _texts([known.message.country]),
    "thread": lambda known: _texts([known.message.thread]),
    "followers": lambda known: _numbers(known.message.author.followers if known.message.author else None),
    "engagement": lambda known: _numbers(known.message.engagement),
    "reach": lambda known: _numbers(known.message.reach),
    "published": lambda known: (known.message.published.timestamp(),),
    "hour": lambda known: (float(int(known.message.published.timestamp()) // 3600 % 24),),
    "has": _has,
    "is": _is,
    "sentiment": lambda known: _numbers(known.sentiment),
    "signal": lambda known: _listed(known.signals),
    "visibility": lambda known: (known.message.visibility,),
    "decision": lambda known: _texts([known.decision or ""]),
    "topic": lambda known: _listed(known.topics),
    "first_message": lambda known: _truth(known.message.first),
    "question": _question,
}
