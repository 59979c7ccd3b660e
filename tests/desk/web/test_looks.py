"""Icons, moments, words and style sheets."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils import translation

from palabre.desk.web import icons, moments
from palabre.desk.web.templatetags.desk import ago, hue, initials, number
from palabre.desk.web.words import words

DESK = Path(__file__).resolve().parents[3] / "src" / "palabre" / "desk"
NOW = datetime(2026, 3, 14, 9, 26, tzinfo=UTC)
CATALOGUES = [
    DESK / app / "locale" / "fr" / "LC_MESSAGES" / "django.po" for app in ("web", "messages", "moderation")
]


@pytest.mark.parametrize(
    ("past", "french", "english"),
    [
        (timedelta(seconds=20), "à l’instant", "just now"),
        (timedelta(seconds=50), "il y a 1 min", "1 min ago"),
        (timedelta(minutes=42), "il y a 42 min", "42 min ago"),
        (timedelta(hours=3), "il y a 3 h", "3 h ago"),
        (timedelta(hours=23), "hier 10:26", "yesterday 10:26"),
        (timedelta(days=5), "9 mars", "9 March"),
        (timedelta(days=400), "7 fév. 2025", "7 Feb. 2025"),
        (timedelta(minutes=-10), "samedi 14 mars 2026, 09:36:00", "Saturday 14 March 2026, 09:36:00"),
    ],
)
def test_moments_are_said_as_people_say_them(past: timedelta, french: str, english: str) -> None:
    with translation.override("fr"):
        assert moments.relative(NOW - past, NOW) == french
    with translation.override("en"):
        assert moments.relative(NOW - past, NOW) == english


def test_a_moment_carries_its_exact_time() -> None:
    assert 'datetime="2026-03-14T09:26:00+00:00"' in ago(NOW)
    assert ago(None) == ""


def test_every_icon_exists_in_the_library() -> None:
    if not icons.FOLDER.is_dir():
        pytest.skip("The front-end libraries are not installed: run make setup.")
    missing = {name for name in icons.ICONS if not (icons.FOLDER / f"{name}.svg").is_file()}
    assert not missing


def test_every_icon_of_the_templates_is_in_the_sprite() -> None:
    used = set()
    for path in DESK.glob("*/templates/**/*.html"):
        used |= set(re.findall(r'{% icon "([\w-]+)"', path.read_text("utf-8")))
        used |= set(re.findall(r'icon_name="([\w-]+)"', path.read_text("utf-8")))
    assert used <= icons.ICONS, used - icons.ICONS


def test_an_unknown_icon_is_told() -> None:
    with pytest.raises(TemplateSyntaxError, match=r"icons\.py"):
        Template('{% load desk %}{% icon "nope" %}').render(Context())


def test_an_icon_with_a_label_is_read_out() -> None:
    drawn = Template('{% load desk %}{% icon "check" "Vu" %}').render(Context())
    assert 'role="img" aria-label="Vu"' in drawn


def test_names_become_initials_and_a_constant_hue() -> None:
    assert [initials(name) for name in ("Jeanne Delmas", "ninon_31", "jp.morel", "", "!!")] == [
        "JD",
        "N3",
        "JM",
        "·",
        "·",
    ]
    assert hue("ninon_31") == hue("ninon_31") and 0 <= hue("Élodie") < 12


def test_numbers_are_written_as_the_language_does() -> None:
    with translation.override("fr"):
        assert number(12_345) == "12\u202f345" or number(12_345) == "12\xa0345"
    with translation.override("en"):
        assert number(12_345) == "12,345"
    assert number(None) == ""


def test_scripts_say_no_word_that_the_server_does_not_give() -> None:
    used = set()
    for path in (DESK / "web" / "static" / "desk" / "js").glob("*.js"):
        used |= set(re.findall(r'\bword\("(\w+)"', path.read_text("utf-8")))
    assert used <= set(words()), used - set(words())


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parents[3].name)
def test_the_french_is_whole_and_well_set(path: Path) -> None:
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        catalogue = read_po(file, locale="fr")
    for message in catalogue:
        if not message.id:
            continue
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(texts), message.id
        assert "fuzzy" not in message.flags, message.id
        for text in texts:
            assert "'" not in text, f"use ’: {text}"
            assert not re.search(r"[ \xa0][;:!?»]|« ", text), f"use a narrow no-break space: {text}"


def test_the_style_sheets_stay_small_and_the_policy_kept() -> None:
    sheets = list((DESK / "web" / "static" / "desk").glob("*.css"))
    assert sum(path.read_text("utf-8").count("\n") for path in sheets) < 1_500
    for path in sheets:
        for address in re.findall(r"url\(([^)]+)\)", path.read_text("utf-8")):
            assert address.strip("\"'").startswith(("../vendor/", "data:")), address


def test_scripts_neither_evaluate_nor_write_foreign_html() -> None:
    for path in (DESK / "web" / "static" / "desk" / "js").glob("*.js"):
        script = path.read_text("utf-8")
        assert not re.search(r"\beval\(|new Function|insertAdjacentHTML|document\.write", script), path.name


def test_cells_of_tables_that_fold_on_a_phone_say_what_they_hold() -> None:
    """The first cell names the row and the last may hold buttons; the head of the table is hidden there."""
    for path in DESK.glob("*/templates/**/*.html"):
        page = path.read_text("utf-8")
        bodies = re.findall(r'class="table stackable.*?<tbody[^>]*>(.*?)</tbody>', page, re.DOTALL)
        for row in (row for body in bodies for row in re.findall(r"<tr.*?</tr>", body, re.DOTALL)):
            for cell in re.findall(r"<td[^{>]*(?:\{%.*?%\}[^{>]*)*>", row)[1:]:
                assert "data-label" in cell or "actions" in cell, f"{path.name}: {cell}"
