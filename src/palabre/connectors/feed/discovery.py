"""The feed that a page announces: people paste the address of a site, not of its feed. Pure."""

from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from palabre.connectors.shared.web_address import link

_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/json"})

#: Announcements are in the head of a page.
_LOOKED_AT = 300_000


def announced_feeds(page: str, address: str) -> list[str]:
    """Return the addresses of the feeds that a page announces, in its order; at most ten."""
    found: list[str] = []
    for element in _links(page[:_LOOKED_AT]):
        words = str(element.get("rel") or "").lower().split()
        kind = str(element.get("type") or "").lower().partition(";")[0].strip()
        url = link(str(element.get("href") or ""), address)
        if "alternate" in words and kind in _TYPES and url and url not in found:
            found.append(url)
    return found[:10]


def _links(page: str) -> list[Any]:
    parser = etree.HTMLParser(recover=True, no_network=True, encoding="utf-8", huge_tree=False)
    try:
        root = etree.fromstring(page.replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return []
    return [] if root is None else list(root.iter("link"))
