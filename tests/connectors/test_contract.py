"""What every connector keeps: its manifest, its pages, its fixtures, no surprise whatever comes from outside."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from palabre.connectors.contract import Connector
from palabre.connectors.registry import KEYS, connector
from palabre.connectors.shared.fitting import is_valid
from palabre.core.model import Event, Message, Reject

from .contract_cases import FOLDER, Made, case_of

PRESENT = [key for key in KEYS if find_spec(f"palabre.connectors.{key}") and (FOLDER / key / "client.py").exists()]
FIXTURES = [
    (key, path.name) for key in PRESENT for path in sorted((FOLDER / key).glob("fixtures/*")) if path.is_file()
]

every_connector = pytest.mark.parametrize("key", PRESENT)
every_fixture = pytest.mark.parametrize(("key", "name"), FIXTURES)


def test_every_registered_connector_is_here() -> None:
    absent = set(KEYS) - set(PRESENT)
    if absent:
        pytest.skip(f"not written yet: {', '.join(sorted(absent))}")


def fixture(key: str, name: str) -> bytes:
    return (FOLDER / key / "fixtures" / name).read_bytes()


# --- the manifest


@every_connector
def test_the_manifest_is_complete_in_both_languages(key: str) -> None:
    manifest = connector(key).manifest
    assert manifest.key == key
    assert manifest.network and manifest.abilities
    for text in (manifest.name_fr, manifest.name_en, manifest.summary_fr, manifest.summary_en):
        assert text.strip() == text != ""
    assert manifest.summary_fr != manifest.summary_en
    names = [field.name for field in manifest.fields]
    assert len(names) == len(set(names))


@every_connector
def test_each_field_says_what_it_is_for(key: str) -> None:
    for field in connector(key).manifest.fields:
        assert re.fullmatch(r"[a-z][a-z_]*", field.name)
        assert field.label_fr and field.label_en, field.name
        assert bool(field.help_fr) == bool(field.help_en), field.name
        if field.kind == "choice":
            assert field.choices and (field.default is None or field.default in field.choices), field.name


@every_connector
def test_french_is_written_as_french_is(key: str) -> None:
    manifest = connector(key).manifest
    texts = [manifest.name_fr, manifest.summary_fr]
    texts += [text for field in manifest.fields for text in (field.label_fr, field.help_fr)]
    for text in texts:
        assert not re.search(r"\w [:;!?»](?:\s|$)|« |\w'\w", text), f"narrow no-break spaces and ’ in: {text}"


# --- its pages


@every_connector
def test_the_pages_for_the_person_who_adds_it(key: str) -> None:
    pages = {language: (FOLDER / key / f"doc.{language}.md").read_text("utf-8") for language in ("fr", "en")}
    shapes = {language: re.findall(r"^#+ ", page, re.MULTILINE) for language, page in pages.items()}
    assert shapes["fr"] == shapes["en"], "the two pages have the same sections"
    assert all(len(page) > 600 and page.startswith("# ") for page in pages.values())


# --- settings


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@every_connector
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_problems_can_be_asked_of_any_settings(key: str, data: st.DataObject) -> None:
    found: Connector = connector(key)
    names = st.sampled_from([field.name for field in found.manifest.fields] or ["x"]) | st.text(max_size=8)
    wrong = found.problems(
        data.draw(st.dictionaries(names, json_values, max_size=8)),
        data.draw(st.dictionaries(names, st.text(max_size=30), max_size=4)),
    )
    for field, french, english in wrong:
        assert field and french and english


@every_connector
def test_a_required_field_that_is_missing_is_told(key: str) -> None:
    found = connector(key)
    required = {field.name for field in found.manifest.fields if field.required and field.default is None}
    if required:
        assert {field for field, _, _ in found.problems({}, {})} & required


# --- what is read


@every_connector
def test_there_are_fixtures(key: str) -> None:
    has = any(fixture_key == key for fixture_key, _ in FIXTURES)
    assert has or not case_of(key).fixtures


@every_fixture
def test_a_fixture_gives_messages_that_fit_the_model(key: str, name: str) -> None:
    made = case_of(key).read(name, fixture(key, name))
    assert any(isinstance(one, Message) for one in made)
    check(made)


@every_fixture
def test_reading_again_gives_the_same_identifiers(key: str, name: str) -> None:
    read = case_of(key).read
    first, second = (identifiers(read(name, fixture(key, name))) for _ in range(2))
    assert first == second
    assert len(set(first)) == len(first) or key == "webhook"  # a call may carry an edit of its own message


INSERTED = st.sampled_from(
    [
        *(
            b"<script>alert(1)</script>",
            b"javascript:alert(1)",
            b"\0",
            b"\xff\xfe",
            b"\xed\xa0\x80",
            b'"',
            b"\n",
            b"\r",
        ),
        *(b"=1+1", b"{", b"}", b"<", b"]]>", b";", b" " * 50, b"9" * 40, b"a" * 3_000, "\u202e".encode(), b""),
    ]
)


@every_fixture
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_damaged_fixture_is_read_in_part_or_refused_clearly(key: str, name: str, data: st.DataObject) -> None:
    raw = fixture(key, name)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw)))
        raw = raw[:at] + data.draw(INSERTED | st.binary(max_size=4)) + raw[at + data.draw(st.integers(0, 20)) :]
    case = case_of(key)
    try:
        made = case.read(name, raw)
    except case.refusals as refusal:
        assert str(refusal)
        return
    check(made)


def identifiers(made: Made) -> list[str]:
    return [one.id for one in made if isinstance(one, Message)]


def check(made: Made) -> None:
    """Everything fits the model, is plain text, and leads nowhere but to the web."""
    for one in made:
        msgspec.json.encode(one)
        if isinstance(one, Message):
            assert is_valid(one)
            assert all(good_address(address) for address in addresses(one)), list(addresses(one))
            assert all(storable(text) for text in texts(one))
        elif isinstance(one, Event):
            assert one.target and one.at.tzinfo is not None
        else:
            assert isinstance(one, Reject) and one.error and len(one.error) <= 2_000 and len(one.where) <= 300


def addresses(message: Message) -> Iterator[str]:
    yield message.url
    yield message.author.url if message.author else ""
    yield from (attachment.url for attachment in message.attachments)


def good_address(address: str) -> bool:
    return not address or urlsplit(address).scheme in ("http", "https")


def texts(message: Message) -> Iterator[Any]:
    yield from (message.id, message.text, message.title, message.lead, message.site, message.place, message.thread)
    yield from (message.author.key, message.author.name) if message.author else ()


def storable(text: Any) -> bool:
    """A plain ``str`` (not one that a template would believe to be safe HTML), without NUL or lone surrogates."""
    return type(text) is str and "\0" not in text and text.encode() is not None


# --- what it may lean on

#: What a connector may import besides the standard library, its own folder, ``core``, ``contract`` and ``shared``.
LIBRARIES = {
    *("httpx", "feedparser", "trafilatura", "lxml", "msgspec", "charset_normalizer", "defusedxml"),
    *("imap_tools", "websockets", "openpyxl"),
}
INSIDE = ("palabre.core", "palabre.connectors.contract", "palabre.connectors.shared")

#: What a pure module never touches: the network, the disk, the clock, chance.
IMPURE = {
    "asyncio",
    "httpx",
    "imap_tools",
    "os",
    "random",
    "secrets",
    "socket",
    "ssl",
    "subprocess",
    "time",
    "websockets",
}


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    found = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    return found | {node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def modules(folder: str) -> list[Path]:
    return sorted((FOLDER / folder).rglob("*.py"))


def is_allowed(name: str, key: str) -> bool:
    own = (f"palabre.connectors.{key}", *(["palabre.demo"] if key == "demo" else []))
    top = name.partition(".")[0]
    if top != "palabre":
        return top in sys.stdlib_module_names or top in LIBRARIES
    return name == "palabre" or any(name == inside or name.startswith(f"{inside}.") for inside in (*INSIDE, *own))


@pytest.mark.parametrize("key", [*PRESENT, "shared"])
def test_it_leans_on_nothing_else(key: str) -> None:
    wrong = {
        f"{path.name}: {name}" for path in modules(key) for name in imported(path) if not is_allowed(name, key)
    }
    assert wrong == set()


@every_connector
def test_parsing_is_pure(key: str) -> None:
    names = imported(FOLDER / key / "parse.py")
    assert {name.partition(".")[0] for name in names} & IMPURE == set()
