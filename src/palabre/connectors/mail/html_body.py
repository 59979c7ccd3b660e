"""The HTML of a mail → its text: what was quoted is marked by ``> ``, what was hidden is left out. Pure."""

from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from palabre.connectors.shared.plain_text import plain_text

#: Characters of HTML that are read: beyond, a mail is a brochure.
MAX_HTML = 2_000_000


def html_text(html: str) -> str:
    """Return what a reader would see, without the invisible first lines of newsletters."""
    root = parsed(html)
    if root is None:
        return plain_text(html[:MAX_HTML])
    _drop_hidden(root)
    for quote in root.xpath("//blockquote[not(ancestor::blockquote)]"):
        _mark_quote(quote)
    return plain_text(_written(root))


def parsed(html: str) -> Any:
    """Return the root of an HTML document, ``None`` where there is none. Linear, bounded in depth, no network."""
    parser = etree.HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        return etree.fromstring(html[:MAX_HTML].replace("\0", "\ufffd").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _drop_hidden(root: Any) -> None:
    for element in root.xpath("//*[@style]"):
        style = element.get("style").lower().replace(" ", "")
        if ("display:none" in style or "visibility:hidden" in style) and element.getparent() is not None:
            _replace(element, None)


def _mark_quote(quote: Any) -> None:
    """Put in place of a quotation its lines, each after a ``> ``."""
    lines = plain_text(_written(quote)).split("\n")
    marked = etree.Element("pre")
    marked.text = "\n".join(f"> {line}" for line in lines)
    _replace(quote, marked)


def _replace(element: Any, other: Any) -> None:
    """Put ``other``, or nothing, in place of an element, keeping the text that comes after it."""
    tail, element.tail = element.tail, None
    stand_in = etree.Element("span") if other is None else other
    stand_in.tail = tail
    element.getparent().replace(element, stand_in)


def _written(element: Any) -> str:
    return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
