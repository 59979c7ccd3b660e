"""What is asked of a mind and what it answers: plain data, that goes through a pipe as it goes through a call.

A *mind* (``palabre.pipeline.mind``) understands batches: in the worker itself, or in a process beside it. What goes
to it is the JSON of deliveries as it was received, with what the database knows of each message; what comes back
are finished buffers for ``COPY`` and sums, so that the worker has next to nothing to do for each message.
"""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from msgspec import Struct

#: The place of a message in its delivery, the id under which it is or will be stored, and its author's id.
Wanted = tuple[int, int, int | None]


class Excerpt(Struct, array_like=True, frozen=True):
    """Messages to be understood of one delivery. ``payload`` is its JSON; times are aware.

    ``new`` are to be stored, ``edits`` are known and have other words than before.
    """

    workspace: int
    source: int
    network: str
    moderated: bool
    received: datetime
    payload: bytes
    new: Sequence[Wanted] = ()
    edits: Sequence[Wanted] = ()


class Told(Struct, array_like=True, frozen=True):
    """What the browsers of a workspace are told of new messages; ``pending`` are to be decided on."""

    workspace: int
    ids: list[int]
    count: int
    sources: list[int]
    pending: int


class Edited(Struct, array_like=True, frozen=True):
    """What was understood of an edit: ``signals``, ``matches`` as rows of COPY, ``parts`` and ``raw`` as JSON."""

    id: int
    title: str
    lead: str
    text: str
    lang: str
    priority: int
    proposed: str
    article: str
    parts: str
    raw: str
    vector: bytes
    signals: bytes
    matches: bytes


#: Workspace, minute, source, topic (0: all messages), and how many.
Count = tuple[int, datetime, int, int, int]


class Answer(Struct, array_like=True, frozen=True, tag="answer"):
    """A batch understood. ``keys`` to ``matches`` are rows of ``COPY``, in the order of arrival."""

    keys: bytes = b""
    messages: bytes = b""
    signals: bytes = b""
    matches: bytes = b""
    counts: Sequence[Count] = ()
    told: Sequence[Told] = ()
    edits: Sequence[Edited] = ()


class Failure(Struct, array_like=True, frozen=True, tag="failure"):
    """A batch could not be understood: ``error`` is the class and the words of what went wrong."""

    error: str


class Hello(Struct, array_like=True, frozen=True, tag="hello"):
    """The first words to a mind in its own process: the database it reads topics from, and what understands.

    ``understander`` names a function as ``module:name``: ``palabre.pipeline.understand:understand`` but in tests.
    """

    database: str
    understander: str


class Think(Struct, array_like=True, frozen=True, tag="think"):
    """Understand these; answered by ``Answer`` or ``Failure``."""

    excerpts: list[Excerpt]


class Reload(Struct, array_like=True, frozen=True, tag="reload"):
    """Read topics and sources again. Not answered."""


#: What was said of late in a workspace: near-duplicates, what floods and what harassment are told by, as their
#: ``dump`` gives them.
Late = tuple[bytes, bytes, bytes]


class Memories(Struct, array_like=True, frozen=True, tag="memories"):
    """What was said of late, by workspace. Given, to be taken over; asked for, empty, to be given back."""

    late: dict[int, Late] = {}


class Ready(Struct, array_like=True, frozen=True, tag="ready"):
    """The answer to ``Hello``: what had to be loaded is."""


Request = Hello | Think | Reload | Memories
Reply = Ready | Answer | Failure | Memories

encode = msgspec.msgpack.Encoder().encode
_read_request: msgspec.msgpack.Decoder[Request] = msgspec.msgpack.Decoder(Request)
_read_reply: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply)
read_request, read_reply = _read_request.decode, _read_reply.decode
