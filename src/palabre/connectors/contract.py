"""What a connector is, and what it is given.

A connector's folder holds ``manifest.py`` (what it can do), ``parse.py`` (pure: payload → messages),
``client.py`` (the I/O), ``fixtures/`` (payloads of recorded shape) and ``doc.fr.md``, ``doc.en.md``.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, Protocol

from palabre.core.model import Delivery, Visibility

Ability = Literal["read", "stream", "replay", "act", "receive"]
FieldKind = Literal["text", "address", "number", "choice", "secret", "lines", "file", "flag", "mapping"]
Rhythm = Literal["poll", "stream", "once", "push"]

#: The classes of error that a source's health shows; each has a sentence in both languages.
ErrorClass = Literal[
    "temporary",  # worth trying again soon: time-out, 5xx, connection refused
    "throttled",  # the other side asked us to slow down: 429, 503 with Retry-After
    "refused",  # credentials or permission: a person must act
    "gone",  # 404, 410, unknown channel: a person must act
    "malformed",  # it answered, and the answer cannot be read
    "forbidden_by_robots",  # robots.txt says no
    "too_large",  # over the bound on size or time
]


class SourceError(Exception):
    """Why a source could not be read. ``retry_after`` in seconds where the other side asked for it."""

    def __init__(self, kind: ErrorClass, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.kind: ErrorClass = kind
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Field:
    """One setting that a person fills in to add a source. Labels are translated by the desk from ``name``.

    ``secret`` fields are stored encrypted and never shown again.
    """

    name: str
    kind: FieldKind
    label_fr: str
    label_en: str
    required: bool = True
    default: str | int | bool | None = None
    choices: tuple[str, ...] = ()
    help_fr: str = ""
    help_en: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a connector can do, and what it needs. ``key`` is stable: it is stored with every source."""

    key: str
    name_fr: str
    name_en: str
    network: str
    rhythm: Rhythm
    abilities: frozenset[Ability]
    fields: tuple[Field, ...]
    visibility: Visibility = "public"
    summary_fr: str = ""
    summary_en: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One run of a connector for one source: its settings, opened secrets, and where it stopped last time.

    ``now`` gives the time (aware, UTC); ``uploads`` is the folder where files given by people are kept.
    """

    source: int
    settings: Mapping[str, Any]
    secrets: Mapping[str, str]
    cursor: Mapping[str, Any]
    now: "Clock"
    uploads: Path = field(default_factory=Path)


class Clock(Protocol):
    """Anything that tells the time as an aware datetime in UTC."""

    def __call__(self) -> datetime:
        """Return the present time."""
        ...


@dataclass(frozen=True, slots=True)
class Check:
    """The answer of "test the connection": good or not, one sentence for the person, some first titles or texts."""

    ok: bool
    message_fr: str
    message_en: str
    sample: tuple[str, ...] = ()
    #: Settings found out on the way (a guessed column mapping, a feed behind a page), offered for confirmation.
    found: Mapping[str, Any] = field(default_factory=dict)


class Connector(Protocol):
    """The face of a connector. ``collect`` raises only ``SourceError``; anything else is a defect.

    A ``poll`` connector's ``collect`` ends by itself, and the cursor of its last delivery may hold
    ``"next_in"``: seconds until it is worth reading again. A ``stream`` connector's goes on until cancelled,
    reconnecting by itself, yielding a ``Gap`` after each break. A ``once`` connector's ends when all is read.
    A delivery has been committed when the generator is resumed after its ``yield``.
    """

    manifest: Manifest

    def problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> list[tuple[str, str, str]]:
        """Return (field, French sentence, English sentence) for each setting that is wrong."""
        ...

    async def check(self, job: Job) -> Check:
        """Try the connection within ten seconds, without keeping anything."""
        ...

    def collect(self, job: Job) -> AsyncIterator[Delivery]:
        """Yield what is new since ``job.cursor``, in order."""
        ...
