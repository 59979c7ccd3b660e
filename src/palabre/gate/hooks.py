"""``POST /hooks/<public id>``: a signed call is answered 200 once it is on disk, and never before."""

import asyncio
import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import psycopg

from palabre.connectors.webhook import HEADER, MAX_BYTES, BadCall, Call, parse_call, verify
from palabre.gate import bodies, hook_problems
from palabre.gate.answers import Problem, Receive, Scope, Send, header, not_allowed, send_json, send_problem
from palabre.gate.catalogue import Catalogue, Hook
from palabre.gate.committer import Committer
from palabre.gate.pressure import Pressure
from palabre.store.intake import Entry
from palabre.store.secrets import SecretsError

_LOG = logging.getLogger(__name__)
_SIGNATURE = HEADER.lower().encode()

#: Bytes of bodies held at once, and the size from which a body is read in a thread, so that event streams go on.
_ROOM, _LARGE = 64 * 1024 * 1024, 128 * 1024


class Refused(Exception):
    """A call that is not taken, and the answer that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.error)
        self.problem = problem


class Hooks:
    """The ASGI application of the webhooks."""

    def __init__(self, catalogue: Catalogue, committer: Committer, pressure: Pressure) -> None:
        self._catalogue = catalogue
        self._committer = committer
        self._pressure = pressure
        self._room = bodies.Room(_ROOM)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take one call."""
        if scope["method"] != "POST":
            await send_problem(send, *not_allowed(b"POST"))
            return
        try:
            accepted = await self._take(scope, receive)
        except Refused as refused:
            await send_problem(send, refused.problem)
        except bodies.Gone:
            return
        else:
            await send_json(send, 200, accepted)

    async def _take(self, scope: Scope, receive: Receive) -> Mapping[str, Any]:
        if (bodies.told_length(scope) or 0) > MAX_BYTES:
            raise Refused(hook_problems.TOO_LARGE)
        hook = await self._hook(scope["path_params"]["public_id"])
        await self._check_pressure()
        call = await self._call(scope, receive, hook)
        await self._commit(hook, call)
        return _accepted(call)

    async def _hook(self, public_id: str) -> Hook:
        try:
            hook = await self._catalogue.find(UUID(public_id))
        except ValueError:
            hook = None
        except SecretsError as error:
            _LOG.error("A webhook cannot be checked: %s", error)
            raise Refused(hook_problems.SECRETS) from None
        except (psycopg.Error, OSError) as error:
            raise Refused(hook_problems.of_database(error)) from None
        if hook is None:
            raise Refused(hook_problems.UNKNOWN)
        if not hook.active:
            raise Refused(hook_problems.PAUSED)
        return hook

    async def _check_pressure(self) -> None:
        try:
            behind = await self._pressure.too_high()
        except (psycopg.Error, OSError) as error:
            raise Refused(hook_problems.of_database(error)) from None
        if behind:
            raise Refused(hook_problems.BEHIND)

    async def _call(self, scope: Scope, receive: Receive, hook: Hook) -> Call:
        try:
            size = bodies.told_length(scope)
            with self._room.hold(MAX_BYTES if size is None else size):
                body = await bodies.read(receive, MAX_BYTES)
                return await _understood(body, header(scope, _SIGNATURE), hook)
        except bodies.TooLarge:
            raise Refused(hook_problems.TOO_LARGE) from None
        except bodies.Crowded:
            raise Refused(hook_problems.CROWDED) from None
        except TimeoutError:
            raise Refused(hook_problems.TOO_SLOW) from None

    async def _commit(self, hook: Hook, call: Call) -> None:
        try:
            await self._committer.commit(Entry(hook.workspace, hook.source, call))
        except psycopg.IntegrityError:  # the source went away while the call was on its way
            self._catalogue.forget()
            raise Refused(hook_problems.UNKNOWN) from None
        except (psycopg.Error, OSError) as error:
            raise Refused(hook_problems.of_database(error)) from None
        self._pressure.add(len(call.messages))


async def _understood(body: bytes, signature: str, hook: Hook) -> Call:
    """Check and read a body: the pure half of a call."""
    if len(body) >= _LARGE:
        return await asyncio.to_thread(_read, body, signature, hook)
    return _read(body, signature, hook)


def _read(body: bytes, signature: str, hook: Hook) -> Call:
    now = datetime.now(UTC)
    refusal = verify({HEADER: signature}, body, hook.secrets, now)
    if refusal is not None:
        raise Refused(Problem(refusal.status, refusal.code, refusal.message_fr, refusal.message_en))
    try:
        return parse_call(body, now)
    except BadCall as bad:
        raise Refused(Problem(bad.status, bad.code, bad.message_fr, bad.message_en, bad.where)) from None


def _accepted(call: Call) -> dict[str, Any]:
    """Return the body of a 200: how many messages, and events and fields left aside where there are any."""
    more = {"events": len(call.events), "unknown": dict(call.unknown)}
    return {"accepted": len(call.messages), **{name: value for name, value in more.items() if value}}
