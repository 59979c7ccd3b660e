"""A transport for httpx that connects to public addresses only, and to the very address that was judged.

Judging a name and then letting the client resolve it again would leave a hole: the second answer may differ (DNS
rebinding). Here the name is resolved once, each address is judged, and the connection goes to that address; the
Host header and the name verified in the certificate stay those of the request.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from ssl import SSLContext

import httpx

from palabre.connectors.shared.sentences import source_error
from palabre.connectors.shared.web_address import is_public

#: Host and port → IP addresses, the preferred first. Raises ``OSError`` where the name is unknown.
Resolver = Callable[[str, int], Awaitable[list[str]]]

#: A name with hundreds of addresses is not worth trying to the end.
_MOST_ADDRESSES = 4


async def system_resolver(host: str, port: int) -> list[str]:
    """Resolve with the system, without holding the event loop."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for _, _, _, _, address in found))


class PublicTransport(httpx.AsyncBaseTransport):
    """Connects where ``allow_private`` or the address itself permits. Raises ``SourceError`` where neither does.

    Connections are not kept: two names may share an address, and a certificate verified for one must not
    serve the other.
    """

    def __init__(self, *, allow_private: bool, tls: SSLContext, resolve: Resolver = system_resolver) -> None:
        self._allow_private = allow_private
        self._resolve = resolve
        self._inner = httpx.AsyncHTTPTransport(
            verify=tls, limits=httpx.Limits(max_connections=8, max_keepalive_connections=0)
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request to the first judged address that accepts a connection."""
        host = request.url.host
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        request.extensions = {**request.extensions, "sni_hostname": host}
        error: httpx.ConnectError | None = None
        for address in await self._judged(host, port):
            request.url = request.url.copy_with(host=address)
            try:
                return await self._inner.handle_async_request(request)
            except httpx.ConnectError as failed:
                error = failed
        raise error or httpx.ConnectError("The name has no address.", request=request)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()

    async def _judged(self, host: str, port: int) -> list[str]:
        try:
            addresses = (await self._resolve(host, port))[:_MOST_ADDRESSES]
        except (OSError, UnicodeError):
            raise source_error(
                "temporary",
                f"Le nom « {host} » est introuvable. Vérifiez l’adresse et le réseau.",
                f"The name “{host}” cannot be found. Check the address and the network.",
            ) from None
        if self._allow_private or all(is_public(address) for address in addresses):
            return addresses
        raise source_error(
            "refused",
            f"« {host} » est une adresse interne : Palabre ne lit que l’Internet public.",
            f"“{host}” is an internal address: Palabre only reads the public Internet.",
        )
