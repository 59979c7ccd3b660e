"""HTML → the text that a reader would see, with its line breaks. Nothing of the HTML is left to be executed.

The parser is libxml2's, which is linear and bounds its own depth; the walk below is iterative.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

#: What is never text for a reader.
_SILENT = frozenset({"script", "style", "template", "noscript", "head", "title", "iframe", "object", "svg", "math"})

#: What begins on a new line, and what leaves an empty line around it.
_LINE = frozenset({"div", "li", "tr", "dt", "dd", "section", "article", "header", "footer", "hr", "figcaption"})
_PARAGRAPH = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table", "pre", "dl"})

#: A tag or an entity: without one, a text is not HTML, and "a < b" stays what it is.
_MARKUP = re.compile(r"</?[a-zA-Z!]|&#?[a-zA-Z0-9]{1,31};")

#: White space that HTML folds; the no-break spaces of French typography are not in it.
_SPACES = " \t\n\r\f"
_FOLDED = re.compile(f"[{_SPACES}]+")

#: Spaces on both sides of a tag.
_MANY_SPACES = re.compile(" {2,}")

#: Longer HTML is cut: the model holds a million characters of text.
LONGEST_HTML = 5_000_000


def plain_text(html: str) -> str:
    """Return the text of an HTML fragment or page: paragraphs apart, no spaces at the ends of lines.

    An image is replaced by its ``alt`` (that is how sites write emoji). A text without any tag or entity is
    returned with its own line breaks.
    """
    if not _MARKUP.search(html):
        return _tidy(html.replace("\r\n", "\n").replace("\r", "\n"))
    root = _parsed(html[:LONGEST_HTML])
    return "" if root is None else _tidy(_MANY_SPACES.sub(" ", "".join(_pieces(root))))


def _parsed(html: str) -> Any:
    parser = etree.HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8", huge_tree=False
    )
    try:
        # Bytes, because libxml2 stops at a NUL and refuses the encoding that a string's own <meta> declares.
        return etree.fromstring(html.replace("\0", "�").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _pieces(root: Any) -> Iterator[str]:
    """Walk the tree once. Breaks are owed until some text comes: two neighbours that ask for one get one."""
    silent, owed = 0, 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "start":
            silent += tag in _SILENT
            owed = _owing(owed, tag)
            text = "" if silent else _opening(element)
        else:
            silent -= tag in _SILENT
            owed = owed if tag == "br" else _owing(owed, tag)
            text = _folded(element.tail, element.getparent()) if element.tail and not silent else ""
        if text.strip(_SPACES):
            yield "\n" * owed
            owed = 0
        yield text if not owed else ""


def _owing(owed: int, tag: object) -> int:
    """Return how many line ends are owed once this tag was met; an empty line apart is the most."""
    if tag == "br":
        return min(owed + 1, 2)
    return max(owed, 1 if tag in _LINE else 2 if tag in _PARAGRAPH else 0)


def _opening(element: Any) -> str:
    if element.tag == "img":
        return str(element.get("alt") or "")
    return _folded(element.text, element) if element.text else ""


def _folded(text: str, parent: Any) -> str:
    return text if parent is not None and parent.tag == "pre" else _FOLDED.sub(" ", text)


def _tidy(text: str) -> str:
    """Trim each line, leave at most one empty line between two, none at the ends."""
    lines: list[str] = []
    for line in (raw.strip(" \t\f\v") for raw in text.split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n")
