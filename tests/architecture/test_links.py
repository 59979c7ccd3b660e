"""What the documentation points to is there: pages, headings, pictures, commands with their options, abilities."""

import argparse
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from architecture.links import anchors, command_lines, dead, documents, links
from architecture.tree import ROOT
from palabre.cli.main import COMMANDS
from palabre.connectors.registry import connectors
from palabre.pipeline import rests

PAGES = documents()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    assert list(dead(page)) == []


def test_every_page_is_on_the_map() -> None:
    index = ROOT / "docs/index.md"
    there = {(index.parent / target.partition("#")[0]).resolve() for target in links(index.read_text("utf-8"))}
    pages = {page for page in PAGES if page.is_relative_to(ROOT / "docs")} - {index}
    assert sorted(str(page.relative_to(ROOT)) for page in pages - there) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_in_code_is_one(page: Path) -> None:
    for name, options in command_lines(page.read_text("utf-8")):
        assert name in COMMANDS, f"there is no palabre {name}"
        unknown = set(options) - _options(name)
        assert not unknown, f"palabre {name} has no {', '.join(sorted(unknown))}"


def _options(name: str) -> set[str]:
    module = import_module(f"palabre.cli.{COMMANDS[name]}")
    parser = argparse.ArgumentParser()
    module.add_arguments(parser)
    return set(_option_strings(parser))


def _option_strings(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        yield from action.option_strings
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from _option_strings(inner)


def test_the_abilities_of_connectors_are_told_as_they_are() -> None:
    page = (ROOT / "docs/reference/connectors.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| (\w+)[^|]* \| ([a-z, ]+) \| \[", page, re.MULTILINE)
    rhythms = {"once": "once", "polled": "poll", "streamed": "stream", "pushed": "push"}
    told = {key: (rhythms[rhythm], set(abilities.split(", "))) for key, rhythm, abilities in rows}
    assert told == {c.manifest.key: (c.manifest.rhythm, set(c.manifest.abilities)) for c in connectors()}


def test_the_rests_after_errors_are_told_as_they_are() -> None:
    page = (ROOT / "docs/reference/connectors.md").read_text("utf-8")
    units = {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400}
    row = r"^\| `(\w+)` \| (\d+) (\w+?)s? \| (\d+) (\w+?)s? \|$"
    told = {
        kind: (int(first) * units[unit], int(longest) * units[other])
        for kind, first, unit, longest, other in re.findall(row, page, re.MULTILINE)
    }
    assert told == {
        kind: (rests.after_error(kind, 0, None), rests.after_error(kind, 20, None)) for kind in rests._RESTS
    }


# --- the examination itself


def test_a_dead_link_is_found(tmp_path: Path) -> None:
    page = ROOT / "docs/index.md"
    assert list(dead(page)) == []
    text = "[a](index.md) [b](gone.md) ![c](images/none.png) `[d](code.md)`\n```\n[e](block.md)\n```\n[f](https://x.example)"
    assert links(text) == ["index.md", "gone.md", "images/none.png", "https://x.example"]


def test_headings_become_anchors() -> None:
    assert anchors("# The `palabre` command\n## En français\n```\n# no heading\n```\n") == {
        "the-palabre-command",
        "en-français",
    }


def test_commands_are_found_in_blocks_and_in_sentences() -> None:
    block = "```sh\n.venv/bin/palabre search 'a --b' -w c  # palabre no\n```\n"
    text = f"Run `palabre up --port 1`, or palabre in prose.\n{block}"
    assert list(command_lines(text)) == [("search", ["-w"]), ("up", ["--port"])]
