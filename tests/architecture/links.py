"""Links and commands of the documentation: read from its Markdown, never followed outside of the project."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from architecture.tree import ROOT, sources

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"!?\[[^\]\n]*\]\(([^()\s]+)\)")
_COMMAND = re.compile(r"(?:^|[\s`(/])palabre ([a-z][a-z-]*)\b(.*)")


def documents() -> list[Path]:
    """Return every page: the documentation, those beside the connectors, and the root's."""
    root = [path for path in sources(".md", under=".") if path.parent == ROOT]
    return [*root, *sources(".md", under="docs"), *sources(".md")]


def links(text: str) -> list[str]:
    """Return the targets of the links of a page; what stands in code is no link."""
    return _LINK.findall(_CODE.sub("", _FENCE.sub("", text)))


def anchors(text: str) -> set[str]:
    """Return the anchors of a page: its headings as the usual viewers write them."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", text), re.MULTILINE)
    return {_anchor(heading) for heading in headings}


def _anchor(heading: str) -> str:
    kept = (c for c in heading.lower() if c in " -_" or unicodedata.category(c)[0] in "LNM")
    return "".join(kept).strip().replace(" ", "-")


def dead(page: Path) -> Iterator[str]:
    """Yield the links of ``page`` that lead to no tracked file, or to no heading of it."""
    for target in links(page.read_text("utf-8")):
        if re.match(r"[a-z]+:", target):
            continue  # outside of the project
        name, _, anchor = target.partition("#")
        found = (page.parent / unquote(name)).resolve() if name else page
        there = found.exists() and found.is_relative_to(ROOT)
        if not there or (anchor and unquote(anchor) not in anchors(found.read_text("utf-8"))):
            yield target


def command_lines(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield (subcommand, options) of each ``palabre …`` that stands in code, in a block or in a sentence."""
    blocks = [body for language, body in _FENCE.findall(text) if language in ("", "sh", "ini")]
    spans = [span.strip("`") for span in _CODE.findall(_FENCE.sub("", text))]
    for line in [line for block in blocks for line in block.splitlines()] + spans:
        if found := _COMMAND.search(line.partition(" #")[0]):
            unquoted = re.sub(r"'[^']*'|\"[^\"]*\"", "", found[2])
            yield found[1], re.findall(r"(?<!\S)(--?[a-z][a-z-]*)", unquoted)
