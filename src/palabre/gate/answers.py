"""Answers of the gate itself, as raw ASGI messages: plain JSON, and errors that a program and a person can read."""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any, NamedTuple

import msgspec

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Headers = Iterable[tuple[bytes, bytes]]


class Problem(NamedTuple):
    """Why a request is not served: HTTP status, stable word, one sentence in each language, place in the body.

    ``retry_after`` is in seconds, where coming back later can help.
    """

    status: int
    error: str
    fr: str
    en: str
    where: str = ""
    retry_after: int | None = None


async def send_json(send: Send, status: int, value: Any, headers: Headers = ()) -> None:
    """Answer ``value`` as JSON, never cached."""
    body = msgspec.json.encode(value)
    await send_bytes(send, status, body, b"application/json", headers)


async def send_problem(send: Send, problem: Problem, headers: Headers = ()) -> None:
    """Answer ``{"error", "message": {"fr", "en"}, "where"}`` with the problem's status."""
    body = {
        "error": problem.error,
        "message": {"fr": problem.fr, "en": problem.en},
        "where": problem.where,
    }
    later = [(b"retry-after", str(problem.retry_after).encode())] if problem.retry_after is not None else []
    await send_json(send, problem.status, body, [*later, *headers])


async def send_bytes(send: Send, status: int, body: bytes, media_type: bytes, headers: Headers = ()) -> None:
    """Answer ``body`` whole."""
    start = [
        (b"content-type", media_type),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
        *headers,
    ]
    await send({"type": "http.response.start", "status": status, "headers": start})
    await send({"type": "http.response.body", "body": body})


def header(scope: Scope, name: bytes) -> str:
    """Return a request header's first value, empty when absent. Names are in lower case, as ASGI gives them."""
    found = next((value for key, value in scope["headers"] if key == name), b"")
    return bytes(found).decode("latin-1")


def not_allowed(allowed: bytes) -> tuple[Problem, Headers]:
    """Return the answer to a method that this address does not know."""
    word = allowed.decode()
    problem = Problem(
        405, "method_not_allowed", f"Cette adresse n’accepte que {word}.", f"This address only takes {word}."
    )
    return problem, [(b"allow", allowed)]


DATABASE_AWAY = Problem(
    503,
    "database_away",
    "La base de données ne répond pas : rien n’a été enregistré. Réessayez dans quelques secondes.",
    "The database does not answer: nothing was recorded. Try again in a few seconds.",
    retry_after=5,
)
