"""Feeds are often not XML, and sometimes an attack: what goes to feedparser is always small and well formed.

feedparser falls back on a tolerant parser in Python, whose time is not bounded; libxml2's recovery is linear, and
bounds depth. So the document is mended here first.
"""

import html
import re
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from palabre.connectors.contract import SourceError
from palabre.connectors.shared.sentences import source_error

#: Feeds hold 10 to 200 entries; what is beyond, in the order of the document, is left out.
MOST_ITEMS = 2_000

#: An entry has some twenty elements, a channel as many beside its entries.
_MOST_CHILDREN = 300

#: A document with more ampersands is not text: it is not mended before it is read.
_MOST_AMPERSANDS = 300_000

#: A tag of that length has thousands of attributes, which libxml2 compares with each other.
_ENDLESS_TAG = re.compile(r"<[^<>]{50000}")

_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_LONE = re.compile(r"&(?!#?[A-Za-z0-9]{1,31};)")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

#: The entities that XML itself knows.
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})


def clean_xml(text: str) -> bytes:
    """Return a document as well-formed UTF-8, without doctype nor entities, with at most ``MOST_ITEMS`` entries.

    Raises ``SourceError`` where it declares entities (a way to make kilobytes into gigabytes) or is no feed.
    """
    if "<!ENTITY" in text:
        raise source_error(
            "malformed",
            "Ce flux déclare des entités XML, ce qu’aucun flux n’a besoin de faire : il n’a pas été lu.",
            "This feed declares XML entities, which no feed needs to do: it was not read.",
        )
    if _ENDLESS_TAG.search(text):
        raise not_a_feed()
    root = _root(_without_names(_DECLARATION.sub("", text, count=1)))
    if root is None or _local(root.tag) not in ("rss", "feed", "RDF", "channel"):
        raise not_a_feed()
    _trim(root)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def not_a_feed() -> SourceError:
    """Return the error of a document that is no feed."""
    return source_error(
        "malformed",
        "Cette adresse ne donne pas un flux RSS, Atom ou JSON.",
        "This address does not give an RSS, Atom or JSON feed.",
    )


def _without_names(text: str) -> str:
    """Replace HTML's named entities, lone ampersands and the characters that XML forbids.

    In a CDATA section entities and ampersands mean nothing to XML: they are left to whoever reads its HTML.
    """
    if text.count("&") > _MOST_AMPERSANDS:
        return _FORBIDDEN.sub("�", text)
    pieces, at = [], 0
    while at < len(text):
        begins = text.find("<![CDATA[", at)
        ends = text.find("]]>", begins) if begins >= 0 else -1
        outside = text[at:] if ends < 0 else text[at:begins]
        pieces.append(_LONE.sub("&amp;", _ENTITY.sub(_character, outside)))
        pieces.append("" if ends < 0 else text[begins : ends + 3])
        at = len(text) if ends < 0 else ends + 3
    return _FORBIDDEN.sub("�", "".join(pieces))


def _character(found: "re.Match[str]") -> str:
    if found[1] in _XML_ENTITIES:
        return found[0]
    character = html.unescape(found[0])
    return character if character != found[0] and not _XML_SPECIAL.intersection(character) else f"&amp;{found[1]};"


_XML_SPECIAL = frozenset("<>&")


def _root(text: str) -> Any:
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _trim(root: Any) -> None:
    """Leave out the entries and elements beyond the bounds, before anything slow sees them."""
    entries = [element for element in root.iter("{*}item", "{*}entry") if element.getparent() is not None]
    for element in entries[MOST_ITEMS:]:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for element in entries[:MOST_ITEMS]:
        del element[_MOST_CHILDREN:]
    for element in (root, *root.iterchildren("{*}channel")):
        del element[MOST_ITEMS + _MOST_CHILDREN :]
