"""Reading one address of the web, with every bound: bytes, time, redirects, and where they may lead."""

import asyncio
import re
import ssl
import zlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

import httpx

from palabre import __version__
from palabre.connectors.contract import SourceError
from palabre.connectors.shared.http_status import status_error
from palabre.connectors.shared.inflate import CODINGS, Inflater, TooLarge
from palabre.connectors.shared.public_transport import PublicTransport, Resolver, system_resolver
from palabre.connectors.shared.retry_after import retry_after
from palabre.connectors.shared.sentences import source_error
from palabre.connectors.shared.web_address import link

#: The word by which robots.txt may address us.
PRODUCT = "Palabre"

#: Redirects that mean "for ever": the new address is to be remembered.
_PERMANENT = frozenset({301, 308})
_REDIRECTS = _PERMANENT | {302, 303, 307}

#: Asked before an address is read; raises ``SourceError`` where it may not be.
Permit = Callable[[str], Awaitable[None]]

_NOT_IN_CONTACT = re.compile(r"[^!#$%&'*+\-./0-9:=?@A-Z_a-z~]")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that one reading may take: bytes (before and after decompression), seconds, redirects."""

    bytes: int = 10_000_000
    seconds: float = 30.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. ``address`` is where it came from in the end; header names are in lower case.

    ``moved_to`` is the address to ask from now on, where the answer was reached by permanent redirects.
    """

    status: int
    address: str
    headers: Mapping[str, str]
    body: bytes
    moved_to: str = ""

    def wait(self, now: datetime) -> float | None:
        """Return the seconds that Retry-After asks for."""
        return retry_after(self.headers.get("retry-after", ""), now)

    def raise_for_status(self, now: datetime) -> None:
        """Raise the ``SourceError`` that the status stands for, if it is not a good one."""
        error = status_error(self.status, self.wait(now))
        if error is not None:
            raise error


def user_agent(contact: str = "") -> str:
    """Return the name we go by, with a way to reach who runs this instance.

    What could break a header is taken out of ``contact``.
    """
    contact = _NOT_IN_CONTACT.sub("", contact)[:200]
    return f"{PRODUCT}/{__version__}" + (f" (+{contact})" if contact else "")


@cache
def system_trust() -> ssl.SSLContext:
    """Return the trusted certificates (SSL_CERT_FILE may name a company’s own); loading them is slow."""
    return httpx.create_ssl_context()


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Reads addresses under one name and one policy. ``resolve`` and ``tls`` are replaced in tests only."""

    agent: str
    allow_private: bool = False
    resolve: Resolver = system_resolver
    tls: Callable[[], ssl.SSLContext] = field(default=system_trust)

    async def get(
        self,
        address: str,
        headers: Mapping[str, str] | None = None,
        bounds: Bounds | None = None,
        permit: Permit | None = None,
    ) -> Answer:
        """Read an address, following redirects. Any final status is an ``Answer``.

        ``permit`` is asked before each address, redirects included, and raises where it may not be read.
        Raises ``SourceError``: ``refused`` (an address that may not be read), ``temporary`` (network, time),
        ``too_large``, ``malformed`` (redirects in a circle, a broken answer).
        """
        bounds = bounds or Bounds()
        try:
            async with asyncio.timeout(bounds.seconds):
                whole = {**(headers or {}), "User-Agent": self.agent}
                return await self._follow(address, whole, bounds, permit)
        except TimeoutError:
            raise _too_slow(bounds) from None
        except TooLarge:
            raise _too_long(bounds) from None
        except httpx.RequestError as error:
            raise _network_error(error) from None
        except zlib.error:
            raise source_error(
                "malformed", "La réponse compressée est abîmée.", "The compressed answer is damaged."
            ) from None
        except httpx.InvalidURL:
            raise _unreadable_address() from None

    async def _follow(
        self, address: str, headers: Mapping[str, str], bounds: Bounds, permit: Permit | None
    ) -> Answer:
        moved_to, permanent = "", True
        for _ in range(bounds.redirects + 1):
            if not link(address):
                raise _unreadable_address()
            if permit is not None:
                await permit(address)
            answer = await self._once(address, headers, bounds)
            target = answer.headers.get("location", "")
            if answer.status not in _REDIRECTS or not target:
                return Answer(answer.status, address, answer.headers, answer.body, moved_to)
            address = link(target, address)
            permanent = permanent and answer.status in _PERMANENT
            moved_to = address if permanent else moved_to
        raise source_error(
            "malformed",
            f"Plus de {bounds.redirects} redirections de suite : l’adresse tourne en rond.",
            f"More than {bounds.redirects} redirects in a row: the address goes round in circles.",
        )

    async def _once(self, address: str, headers: Mapping[str, str], bounds: Bounds) -> Answer:
        transport = PublicTransport(allow_private=self.allow_private, tls=self.tls(), resolve=self.resolve)
        request = httpx.Request("GET", address, headers={"Accept-Encoding": "gzip", **headers})
        async with httpx.AsyncClient(transport=transport, trust_env=False, timeout=bounds.seconds) as client:
            response = await client.send(request, stream=True)
            try:
                return await _read(response, address, bounds)
            finally:
                await response.aclose()


async def _read(response: httpx.Response, address: str, bounds: Bounds) -> Answer:
    """Read the body up to the bound; that of a redirect or of an error is left unread."""
    headers = {name.lower(): value for name, value in response.headers.items()}
    if response.status_code != 200:
        return Answer(response.status_code, address, headers, b"")
    coding = headers.get("content-encoding", "identity").strip().lower()
    if coding not in CODINGS | {"identity", ""}:
        raise source_error(
            "malformed",
            f"Le site répond dans une compression non demandée ({coding[:20]}).",
            f"The site answers in a compression that was not asked for ({coding[:20]}).",
        )
    body = await _plain_body(response, coding in CODINGS, bounds.bytes)
    return Answer(response.status_code, address, headers, body)


async def _plain_body(response: httpx.Response, compressed: bool, limit: int) -> bytes:
    inflater = Inflater(limit) if compressed else None
    pieces: list[bytes] = []
    size = 0
    async for piece in response.aiter_raw():
        size += len(piece)
        if size > limit:
            raise TooLarge
        pieces.append(inflater.feed(piece) if inflater else piece)
    if inflater and size and not inflater.complete:
        raise zlib.error("The compressed answer ends too soon.")
    return b"".join(pieces)


def _too_slow(bounds: Bounds) -> SourceError:
    return source_error(
        "temporary",
        f"Pas de réponse complète en {bounds.seconds:g} secondes.",
        f"No complete answer within {bounds.seconds:g} seconds.",
    )


def _too_long(bounds: Bounds) -> SourceError:
    size = f"{bounds.bytes / 1_000_000:g}"
    return source_error(
        "too_large", f"La réponse dépasse {size.replace('.', ',')} Mo.", f"The answer is over {size} MB."
    )


def _unreadable_address() -> SourceError:
    return source_error(
        "refused",
        "Cette adresse ne peut pas être lue : il faut une adresse http:// ou https:// complète.",
        "This address cannot be read: a full http:// or https:// address is needed.",
    )


def _network_error(error: httpx.RequestError) -> SourceError:
    """Tell a broken answer from a broken network: the first will not mend itself soon."""
    if isinstance(error, httpx.ProtocolError | httpx.DecodingError):
        return source_error(
            "malformed",
            "Le site ne répond pas en HTTP correct.",
            "The site does not answer in proper HTTP.",
        )
    if "certificate" in str(error).lower():
        return source_error(
            "refused",
            "Le certificat du site n’est pas valable : la connexion ne serait pas sûre.",
            "The site’s certificate is not valid: the connection would not be safe.",
        )
    return source_error(
        "temporary", "Le site est injoignable pour l’instant.", "The site cannot be reached for now."
    )
