"""Nothing that people can set, type, press or call is without its line in the documentation."""

from collections.abc import Callable

import pytest

from architecture import facts
from architecture.tree import ROOT, sources

OFFERED: dict[str, tuple[str, Callable[[], set[str]]]] = {
    "settings": ("palabre", facts.settings),
    "commands": ("palabre.cli.main", facts.commands),
    "connectors": ("palabre.connectors.registry", facts.connectors),
    "signals": ("palabre.core.signals.reader", facts.signals),
    "permissions": ("palabre.desk.people.permissions", facts.permissions),
    "roles": ("palabre.desk.people.permissions", facts.roles),
    "shortcuts": ("palabre.desk.web.shortcuts", facts.shortcuts),
    "operations of the API": ("palabre.desk.api", facts.operations),
}


@pytest.mark.parametrize("kind", OFFERED)
def test_everything_offered_is_documented(kind: str) -> None:
    module, read = OFFERED[kind]
    assert facts.there_is(module), f"{module} has moved: say in OFFERED where the {kind} are"
    offered = read()
    if not offered:
        pytest.skip(f"there are no {kind} yet")
    assert facts.undocumented(offered, facts.pages()) == [], f"name these {kind} in docs/, in code"


def test_every_detector_is_switched_on() -> None:
    assert facts.signal_files() == facts.signals()


def test_every_connector_is_registered_and_has_its_pages() -> None:
    assert facts.connector_folders() == facts.connectors()
    folder = ROOT / "src/palabre/connectors"
    missing = [
        f"{key}/doc.{language}.md"
        for key in sorted(facts.connectors())
        for language in ("fr", "en")
        if not (folder / key / f"doc.{language}.md").is_file()
    ]
    assert missing == []


def test_every_decision_has_its_page_in_the_same_shape() -> None:
    found = sources(".md", under="docs/decisions")
    numbers = sorted(path.name[:4] for path in found)
    assert numbers == [f"{number:04}" for number in range(1, len(found) + 1)]
    for path in found:
        text = path.read_text("utf-8")
        assert len(text.splitlines()) <= 30, path.name
        for heading in ("## Context", "## Decision", "## Consequences"):
            assert heading in text, f"{path.name} lacks {heading}"


def test_a_name_in_a_sentence_is_not_documentation() -> None:
    text = "Use `palabre up`, or:\n```\nPALABRE_HOME=/srv palabre search\n```\nPALABRE_PORT is told in prose."
    offered = {"palabre up", "PALABRE_HOME", "PALABRE_PORT", "palabre search", "palabre doctor"}
    assert facts.undocumented(offered, text) == ["PALABRE_PORT", "palabre doctor"]


def test_a_longer_name_does_not_document_a_shorter_one() -> None:
    names = ["GET /api/v1/messages", "hold"]
    assert facts.undocumented(names, "`GET /api/v1/messages-old` `on-hold` `hold-on`") == names
    assert facts.undocumented(names, "`GET /api/v1/messages`, `hold`") == []


def test_the_settings_are_really_read_from_the_code() -> None:
    assert {"PALABRE_HOME", "DATABASE_URL"} <= facts.settings()
