"""Addresses that come from outside: which may be shown as a link, and which may be fetched."""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urljoin, urlsplit

LONGEST_ADDRESS = 4_000

#: What nearly all addresses are, and needs no closer look: a plain host without a port, and printable ASCII.
_ORDINARY = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]{0,252}(?:[/?#][!-\[\]-~]{0,3000})?")

#: A space, a control character or a backslash in an address has only ever served to deceive a parser.
_NEVER_IN_ADDRESS = frozenset(" \\\x7f") | {chr(code) for code in range(32)}

#: Translation of IPv4 into IPv6 (RFC 6052) and 6to4 (RFC 3056) reach an IPv4 address that must be judged itself.
_NAT64_PREFIX = 0x0064_FF9B << 96


def link(address: str, base: str = "") -> str:
    """Return the address if a browser may be sent there (http or https, bounded), else an empty string.

    A relative address is resolved against ``base``.
    """
    address = address.strip()
    if _ORDINARY.fullmatch(address):
        return address
    if not address or len(address) > LONGEST_ADDRESS:
        return ""
    try:
        whole = urljoin(base, address) if base else address
        parts = urlsplit(whole)
        port = parts.port
    except ValueError:
        return ""
    good = parts.scheme in ("http", "https") and bool(parts.hostname) and port != 0
    return whole if good and len(whole) <= LONGEST_ADDRESS and _NEVER_IN_ADDRESS.isdisjoint(whole) else ""


def origin(address: str) -> str:
    """Return ``scheme://host[:port]`` of an address that ``link`` let through, in lower case."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"


def path_and_query(address: str) -> str:
    """Return what robots.txt rules are compared with: ``/path?query``."""
    parts = urlsplit(address)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def is_public(ip: str) -> bool:
    """Tell whether an IP address is of the public Internet, and so may be fetched for anyone who asks.

    Loopback, private, link-local (cloud metadata live there), shared, multicast, reserved and unspecified
    addresses are not; an IPv6 address that carries an IPv4 one is judged by it.
    """
    try:
        found = ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    inner = _carried(found)
    return (inner or found).is_global and not (inner or found).is_multicast


def _carried(found: IPv4Address | IPv6Address) -> IPv4Address | None:
    if isinstance(found, IPv4Address):
        return None
    if int(found) >> 32 << 32 == _NAT64_PREFIX:
        return IPv4Address(int(found) & 0xFFFF_FFFF)
    return found.ipv4_mapped or found.sixtofour
