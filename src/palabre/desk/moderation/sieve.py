"""What a person wants to see of the queue (one source, signal, topic, language), and the views that they keep."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import parse_qsl, urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from palabre.desk.messages.models import Match, Message, Signal
from palabre.desk.messages.numbers import whole
from palabre.desk.messages.places import languages_here, sources_here
from palabre.desk.messages.signs import SIGNS, sign_of
from palabre.desk.messages.templatetags.said import language_word
from palabre.desk.messages.topics import topics_here
from palabre.desk.people.scope import Scope
from palabre.desk.signals.heeding import believed

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sieve:
    """What the queue is narrowed to; None and "" let all pass."""

    source: int | None = None
    signal: str = ""
    topic: int | None = None
    lang: str = ""

    @staticmethod
    def read(query: Mapping[str, str]) -> "Sieve":
        """Return the sieve of an address; what cannot be read narrows nothing."""
        signal = query.get("signal", "")
        return Sieve(
            whole(query.get("source", "")),
            signal if signal in SIGNS else "",
            whole(query.get("topic", "")),
            query.get("lang", "")[:12],
        )

    @property
    def query(self) -> str:
        """Return it as it stands in an address, "" where all pass."""
        given = {field.name: value for field in fields(self) if (value := getattr(self, field.name))}
        return urlencode(given)

    def without(self, name: str) -> "Sieve":
        """Return it with one of its fields let go."""
        empty = getattr(ALL, name)
        return replace(self, **{name: empty})

    def narrow(self, messages: "QuerySet[Message]") -> "QuerySet[Message]":
        """Return those of ``messages`` that pass."""
        if self.source is not None:
            messages = messages.filter(source_id=self.source)
        if self.lang:
            messages = messages.filter(lang=self.lang)
        if self.topic is not None:
            messages = messages.filter(Exists(Match.objects.filter(message_id=OuterRef("pk"), topic_id=self.topic)))
        if self.signal:
            messages = messages.filter(
                Exists(believed(Signal.objects.filter(message_id=OuterRef("pk"), name=self.signal)))
            )
        return messages


ALL = Sieve()


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a sieve as a form shows it: its choices, the chosen one, what it says when it is chosen."""

    name: str
    title: str
    anything: str
    choices: list[Choice]
    chosen: str
    without: str

    @property
    def said(self) -> str:
        """Return the words of what is chosen, "" where nothing is."""
        return dict(self.choices).get(self.chosen, self.chosen)


def parts_of(sieve: Sieve, scope: Scope) -> list[Part]:
    """Return the fields of the sieve's form in this workspace."""
    topics = [(str(id), name) for id, name in topics_here()] if scope.may("topic.read") else []
    return [
        _part(sieve, "source", _("Source"), _("All sources"), _texts(sources_here(scope.workspace.pk))),
        _part(sieve, "signal", _("Signal"), _("All signals"), list(_signals())),
        _part(sieve, "topic", _("Topic"), _("All topics"), topics),
        _part(
            sieve,
            "lang",
            _("Language"),
            _("All languages"),
            [(one, language_word(one)) for one in languages_here()],
        ),
    ]


def _part(sieve: Sieve, name: str, title: str, anything: str, choices: list[Choice]) -> Part:
    chosen = str(getattr(sieve, name) or "")
    return Part(name, title, anything, choices, chosen, sieve.without(name).query)


def _texts(choices: list[tuple[int, str]]) -> list[Choice]:
    return [(str(id), name) for id, name in choices]


def _signals() -> Iterator[Choice]:
    """Signals that call for something: against the charter, waiting for us, worth having; in that order."""
    for family in ("harm", "care", "good"):
        for name, sign in SIGNS.items():
            if sign.family == family:
                yield name, sign_of(name).word.capitalize()


@dataclass(frozen=True, slots=True)
class View:
    """A sieve, its tray and its order under a name: a person's own, or shared (``id``) by somebody of the team.

    ``mine`` tells whether the person may withdraw it.
    """

    name: str
    query: str
    id: int | None = None
    by: str = ""
    mine: bool = True


#: Views that one person keeps, and a team shares, in one workspace, and characters of a name.
MOST_VIEWS, MOST_NAME = 20, 40


def views_of(scope: Scope) -> list[View]:
    """Return the views that the person keeps in this workspace, by name."""
    kept = scope.person.views.get(str(scope.workspace.pk), {})
    return sorted((View(name, query) for name, query in kept.items()), key=lambda view: view.name.casefold())


def read_view(query: str) -> str:
    """Return the query of a view with nothing in it but tray, order and a sieve."""
    given = dict(parse_qsl(query[:500]))
    tray = "tray=hold" if given.get("tray") == "hold" else ""
    order = f"order={given['order']}" if given.get("order") in ("oldest", "newest") else ""
    return "&".join(part for part in (tray, order, Sieve.read(given).query) if part)
