"""Asking an address: bounded in time and bytes, no redirects, no private network unless the workspace said so."""

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx

from palabre.connectors.contract import SourceError
from palabre.connectors.shared.fetching import system_trust, user_agent
from palabre.connectors.shared.public_transport import PublicTransport
from palabre.connectors.shared.sentences import in_language
from palabre.connectors.shared.web_address import link
from palabre.pipeline.providers.model import BadAnswer, NoAnswer, Provider, Scores
from palabre.pipeline.providers.wire import question

#: Bytes of an answer: a few numbers.
MOST_ANSWER = 200_000


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks addresses. ``tls`` is replaced in tests only."""

    tls: Callable[[], ssl.SSLContext] = field(default=system_trust)

    async def ask(self, provider: Provider, text: str) -> Scores:
        """Return what ``provider`` says of ``text``. Raises ``NoAnswer`` or ``BadAnswer``; within its seconds."""
        if not provider.sends_text:
            raise NoAnswer("the workspace does not let text leave this machine")
        asked = question(provider, text)
        if not link(asked.address):
            raise BadAnswer("the address is no http:// or https:// address")
        headers = {**asked.headers, "Content-Type": "application/json", "User-Agent": user_agent()}
        request = httpx.Request("POST", asked.address, headers=headers, content=asked.body)
        try:
            async with asyncio.timeout(provider.seconds):
                return asked.read(await self._send(provider, request))
        except TimeoutError:
            raise NoAnswer(f"no answer within {provider.seconds:g} seconds") from None
        except SourceError as error:
            raise NoAnswer(in_language(str(error), "en")) from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise NoAnswer(f"it cannot be reached ({type(error).__name__})") from None

    async def _send(self, provider: Provider, request: httpx.Request) -> bytes:
        private = bool(provider.settings.get("private"))
        transport = PublicTransport(allow_private=private, tls=self.tls())
        async with httpx.AsyncClient(transport=transport, trust_env=False, timeout=provider.seconds) as client:
            response = await client.send(request, stream=True)
            try:
                if response.status_code != 200:
                    raise _refusal(response.status_code)
                return await _body(response)
            finally:
                await response.aclose()


def _refusal(status: int) -> Exception:
    """Tell what is wrong with this one text from what is wrong with the other side."""
    if status in (400, 413, 422):
        return BadAnswer(f"it refused the text (status {status})")
    return NoAnswer(f"it answered with status {status}")


async def _body(response: httpx.Response) -> bytes:
    pieces = bytearray()
    async for piece in response.aiter_bytes(64_000):
        pieces += piece
        if len(pieces) > MOST_ANSWER:
            raise BadAnswer(f"the answer is over {MOST_ANSWER} bytes")
    return bytes(pieces)
