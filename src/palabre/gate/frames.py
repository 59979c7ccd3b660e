"""Frames of the event streams (server-sent events, WHATWG HTML § 9.2). Pure: announcement → bytes."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Announcement(NamedTuple):
    """What the browsers of a workspace are told. ``body`` is JSON: identifiers, never texts."""

    id: int
    workspace: int
    kind: str
    body: str


#: A comment: it keeps proxies and time-outs away, and tells a browser that is gone from one that is quiet.
HEARTBEAT = b":\n\n"


def frame(announcement: Announcement) -> bytes:
    """Return the frame of an announcement; a line break inside its body cannot begin another field."""
    return _event(announcement.id, announcement.kind, announcement.body)


def gap(last: int) -> bytes:
    """Return the frame that tells the page to reload; the stream goes on after announcement ``last``."""
    return _event(last, "gap", "{}")


def rows(ids: Sequence[int], html: str) -> bytes:
    """Return the frame of rows that the desk drew. It has no number: nobody resumes from it, nothing replays it.

    ``ids`` are those asked for; one without a row has no place in the stream. JSON leaves no line break in it.
    """
    return b"event: rows\ndata: " + msgspec.json.encode({"ids": ids, "html": html}) + b"\n\n"


def opening(retry: int, last: int) -> bytes:
    """Return what a stream begins with: how long to wait before reconnecting (ms), and where it stands.

    A frame with no data moves the browser's last event id without dispatching anything: a browser that
    loses its connection before the first event still says from where it was listening.
    """
    return f"retry: {retry}\nid: {last}\n\n".encode()


def closing(retry: int) -> bytes:
    """Return the last frame of a stream that we end: come back after ``retry`` milliseconds."""
    return f"retry: {retry}\n\n".encode()


def _event(number: int, kind: str, body: str) -> bytes:
    name = " ".join(kind.split())
    data = "\n".join(f"data: {line}" for line in _LINE_BREAK.split(body))
    return f"id: {number}\nevent: {name}\n{data}\n\n".encode()
