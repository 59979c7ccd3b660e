"""The two methods as an ASGI application: a key, its quota, the request, the answer; refusals in Google's form."""

import logging
import time
from typing import Any
from urllib.parse import parse_qs

import msgspec
import psycopg

from palabre.core.perspective import (
    ATTRIBUTES,
    ApiError,
    Suggest,
    analyzed,
    errors,
    language_asked,
    read_analyze,
    read_suggest,
    suggested,
)
from palabre.core.perspective.requests import MOST_BODY
from palabre.gate import bodies
from palabre.gate.answers import Headers, Receive, Scope, Send, header, send_bytes, send_json
from palabre.gate.lines import Lines
from palabre.gate.perspective.keys import SQL, Key, Keys
from palabre.gate.perspective.quota import Quota
from palabre.gate.perspective.reading import Crowded, Reader
from palabre.gate.perspective.versions import Versions

_LOG = logging.getLogger(__name__)

#: Bytes of bodies held at once.
_ROOM = 32 * 1024 * 1024
_METHODS = {"analyze": "AnalyzeComment", "suggestscore": "SuggestCommentScore"}


class Perspective:
    """The Perspective-compatible door. Analysed comments are never stored; suggestions become labels."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self.keys = Keys(lines)
        self._quota = Quota()
        self._reader = Reader()
        self._versions = Versions(lines)
        self._room = bodies.Room(_ROOM)

    def close(self) -> None:
        """Stop judging."""
        self._reader.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one call."""
        shared = _cors(scope)
        if scope["method"] == "OPTIONS":
            await send_bytes(send, 200, b"", b"text/html", [*shared, *_preflight(scope)])
            return
        try:
            answer = await self._answer(scope, receive)
        except ApiError as refused:
            await send_json(send, refused.code, refused.body(), shared)
        except bodies.Gone:
            return
        else:
            await send_json(send, 200, answer, shared)

    async def _answer(self, scope: Scope, receive: Receive) -> dict[str, Any]:
        """Return what is answered. Raises ``ApiError``."""
        method = scope["path_params"]["method"]
        if scope["method"] != "POST" or method not in _METHODS:
            raise ApiError("Method not found.", "NOT_FOUND")
        try:
            key = await self._key(scope)
            if not self._quota.take(key.id, key.per_second, time.monotonic()):
                raise errors.quota_exceeded(key.name, _METHODS[method], key.per_second)
            body = await self._body(scope, receive)
            return await (self._analyze(key, body) if method == "analyze" else self._suggest(key, body))
        except (psycopg.Error, OSError) as error:
            _LOG.warning("A call could not be answered: %s", type(error).__name__)
            raise errors.unavailable("The service is currently unavailable.") from None
        except (Crowded, bodies.Crowded):
            raise errors.unavailable("The service is overloaded: retry in a moment.") from None

    async def _key(self, scope: Scope) -> Key:
        asked = parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=20).get("key", [""])[0]
        given = asked or header(scope, b"x-goog-api-key")
        if not given:
            raise errors.no_key()
        key = await self.keys.find(given[:500])
        if key is None:
            raise errors.wrong_key()
        return key

    async def _body(self, scope: Scope, receive: Receive) -> bytes:
        told = bodies.told_length(scope)
        if (told or 0) > MOST_BODY:
            raise errors.bad_payload("Request payload size exceeds the limit.")
        try:
            with self._room.hold(MOST_BODY if told is None else told):
                return await bodies.read(receive, MOST_BODY)
        except bodies.TooLarge:
            raise errors.bad_payload("Request payload size exceeds the limit.") from None

    async def _analyze(self, key: Key, body: bytes) -> dict[str, Any]:
        asked = read_analyze(body)
        taught = await self._versions.of(key.version)
        detected, whole, pieces = await self._reader.read(asked.text, asked.languages, asked.spans, taught)
        languages = language_asked(asked, detected, key.language)
        return analyzed(asked, whole.signals, pieces, languages, detected)

    async def _suggest(self, key: Key, body: bytes) -> dict[str, Any]:
        asked = read_suggest(body)
        labels = {ATTRIBUTES[name][1]: value for name, value in asked.scores.items()}
        told = {
            "workspace": key.workspace,
            "text": asked.text.replace("\0", ""),
            "lang": asked.languages[0] if asked.languages else "",
            "detail": _detail(key, asked),
            "signals": list(labels),
            "values": list(labels.values()),
        }
        await self._lines.rows(SQL["suggest"], told)
        return suggested(asked)


def _detail(key: Key, asked: Suggest) -> str:
    """Return what the site said beside its scores, as JSON: kept, and never interpreted."""
    told = {"key": key.name, "community": asked.community, "token": asked.token, "context": asked.context}
    return (
        msgspec.json.encode({name: value for name, value in told.items() if value}).decode().replace("\\u0000", "")
    )


def _cors(scope: Scope) -> Headers:
    """Return the headers by which a page of any site may read the answer, as it could the original's."""
    origin = header(scope, b"origin")
    vary = (b"vary", b"Origin")
    return [vary, (b"access-control-allow-origin", origin.encode("latin-1"))] if origin else [vary]


def _preflight(scope: Scope) -> Headers:
    asked = header(scope, b"access-control-request-headers") or "content-type"
    return [
        (b"access-control-allow-methods", b"POST, OPTIONS"),
        (b"access-control-allow-headers", asked[:1_000].encode("latin-1")),
        (b"access-control-max-age", b"3600"),
    ]
