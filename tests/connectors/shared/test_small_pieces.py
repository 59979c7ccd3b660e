"""Identifiers, sentences, Retry-After, statuses, decompression, Google's redirects, counts."""

import gzip
import zlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.shared.fitting import clip, count
from palabre.connectors.shared.google_alerts import is_alerts_feed, is_google, target_address
from palabre.connectors.shared.http_status import status_error
from palabre.connectors.shared.identity import as_key, stable_id
from palabre.connectors.shared.inflate import Inflater, TooLarge
from palabre.connectors.shared.retry_after import retry_after
from palabre.connectors.shared.sentences import both, excerpt, in_language, reject, storable
from palabre.connectors.shared.settings import flag_setting, text_setting, zone_setting

NOW = datetime(2026, 3, 12, 14, 5, tzinfo=UTC)


# --- identifiers


def test_an_identifier_depends_on_each_part_and_on_its_borders() -> None:
    assert stable_id("ab", "c") == stable_id("ab", "c")
    assert len({stable_id("ab", "c"), stable_id("a", "bc"), stable_id("abc"), stable_id("c", "ab")}) == 4


@given(st.text())
def test_a_key_fits_the_model_and_keeps_what_fits(text: str) -> None:
    key = as_key(text)
    assert 0 < len(key) <= 500 and "\0" not in key
    assert key == text or not text or len(text) > 500 or "\0" in text


# --- sentences


def test_a_sentence_speaks_both_languages() -> None:
    said = both("Le fichier\nest vide.", "The file is empty.")
    assert said == "Le fichier est vide.\nThe file is empty."
    assert in_language(said, "fr") == "Le fichier est vide."
    assert in_language(said, "en") == "The file is empty."
    assert in_language("Une seule ligne.", "en") == "Une seule ligne."


@given(st.text(), st.text(), st.text(), st.text())
def test_a_reject_always_fits(where: str, french: str, english: str, payload: str) -> None:
    found = reject(where * 50, french * 50, english * 50, payload * 50)
    assert len(found.where) <= 300 and len(found.error) <= 2_000 and "\0" not in found.payload


@given(st.text(alphabet=st.characters()))
def test_what_is_storable_can_be_stored(text: str) -> None:
    assert "\0" not in storable(text)
    storable(text).encode()


def test_lone_surrogates_are_replaced() -> None:
    assert storable("a\ud83db\0") == "a�b�"
    assert storable("\ud83d\ude02") == "😂"


def test_an_excerpt_is_one_short_line() -> None:
    assert excerpt("un\n deux   trois") == "un deux trois"
    assert excerpt("a" * 100, 10) == "a" * 9 + "…"
    assert clip("a" * 100, 10) == "a" * 9 + "…"


# --- Retry-After


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("999999999999999999", 86_400.0),
        ("Thu, 12 Mar 2026 14:15:00 GMT", 600.0),
        ("Thu, 12 Mar 2026 14:00:00 GMT", 0.0),
        ("Thu, 12 Mar 2099 14:00:00 GMT", 86_400.0),
        ("bientôt", None),
        ("-5", None),
        ("٣", None),
        ("", None),
    ],
)
def test_how_long_to_wait(header: str, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds


@given(st.text(max_size=60))
def test_no_header_is_too_strange(header: str) -> None:
    wait = retry_after(header, NOW)
    assert wait is None or 0 <= wait <= 86_400


# --- statuses


@pytest.mark.parametrize(
    ("status", "wait", "kind"),
    [
        (200, None, None),
        (204, None, None),
        (304, None, None),
        (301, None, "malformed"),
        (400, None, "refused"),
        (401, None, "refused"),
        (403, None, "refused"),
        (404, None, "gone"),
        (408, None, "temporary"),
        (410, None, "gone"),
        (429, None, "throttled"),
        (429, 60.0, "throttled"),
        (451, None, "refused"),
        (500, None, "temporary"),
        (503, None, "temporary"),
        (503, 60.0, "throttled"),
        (599, None, "temporary"),
    ],
)
def test_what_a_status_means(status: int, wait: float | None, kind: str | None) -> None:
    error = status_error(status, wait)
    assert (error.kind if error else None) == kind
    if error is not None:
        assert error.retry_after == wait and "\n" in str(error)


# --- decompression


def inflated(body: bytes, limit: int = 1_000_000, piece: int = 7) -> bytes:
    machine = Inflater(limit)
    return b"".join(machine.feed(body[at : at + piece]) for at in range(0, len(body), piece))


@given(st.binary(max_size=5_000), st.integers(1, 4_000))
def test_what_was_compressed_comes_back(data: bytes, piece: int) -> None:
    assert inflated(gzip.compress(data), piece=piece) == data


def test_several_members_and_padding_are_read() -> None:
    assert inflated(gzip.compress(b"un ") + gzip.compress(b"deux") + b"\0" * 20) == b"un deux"


def test_a_bomb_stops_at_the_bound() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert len(bomb) < 60_000
    with pytest.raises(TooLarge):
        Inflater(1_000_000).feed(bomb)


def test_exactly_the_bound_is_allowed() -> None:
    assert len(inflated(gzip.compress(b"a" * 200_000), limit=200_000, piece=100_000)) == 200_000


def test_damage_is_told() -> None:
    with pytest.raises(zlib.error):
        Inflater(1_000).feed(b"ceci n'est pas du gzip")
    machine = Inflater(1_000)
    machine.feed(gzip.compress(b"bonjour")[:-4])
    assert not machine.complete


# --- Google Alerts


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://www.google.com/url?rct=j&url=https://exemple.fr/a%3Fb%3D1&ct=ga", "https://exemple.fr/a?b=1"),
        ("https://www.google.fr/url?q=https://exemple.fr/a", "https://exemple.fr/a"),
        ("https://www.google.co.uk/url?url=https://exemple.fr/a", "https://exemple.fr/a"),
        (
            "https://www.google.com/url?url=javascript:alert(1)",
            "https://www.google.com/url?url=javascript:alert(1)",
        ),
        (
            "https://www.google.com/search?url=https://exemple.fr",
            "https://www.google.com/search?url=https://exemple.fr",
        ),
        (
            "https://google.pirate.example/url?url=https://a.fr",
            "https://google.pirate.example/url?url=https://a.fr",
        ),
        ("https://exemple.fr/a", "https://exemple.fr/a"),
        ("https://[oups/url", "https://[oups/url"),
    ],
)
def test_the_page_behind_a_redirect(address: str, target: str) -> None:
    assert target_address(address) == target


def test_whose_feed_it_is() -> None:
    assert is_alerts_feed("https://www.google.com/alerts/feeds/0123/456")
    assert is_alerts_feed("https://www.google.fr/alerts/feeds/0123/456")
    assert not is_alerts_feed("https://www.google.com/search?q=alerts")
    assert not is_alerts_feed("https://google.com.pirate.example/alerts/feeds/1/2")
    assert not is_google("notgoogle.com") and not is_google("google") and is_google("GOOGLE.COM.")


@given(st.text())
def test_no_address_is_too_strange(address: str) -> None:
    target_address(f"https://www.google.com/url?{address}")
    target_address(address)


# --- counts and settings


@pytest.mark.parametrize(
    ("value", "expected"),
    [("12", 12), ("1 234", 1234), ("1\u202f234", 1234), (12.0, 12), (7, 7), ("12.0", 12), (0, 0)]
    + [(value, None) for value in ("", "beaucoup", "-1", -1, 1.5, True, None, "9" * 30, 10**18, [], "٣")],
)
def test_a_count(value: object, expected: int | None) -> None:
    assert count(value) == expected


def test_settings_may_hold_anything() -> None:
    settings = {"a": " oui ", "b": 3, "c": "", "d": True, "e": "true", "z": "../../etc/passwd", "y": "Europe"}
    assert text_setting(settings, "a") == "oui"
    assert text_setting(settings, "b", "x") == "x" and text_setting(settings, "c", "x") == "x"
    assert flag_setting(settings, "d") and not flag_setting(settings, "e")
    assert zone_setting(settings, "z", "UTC") is None and zone_setting(settings, "y", "UTC") is None
    assert str(zone_setting(settings, "absent", "Europe/Paris")) == "Europe/Paris"
