"""An errand's signature holds for what was asked, to the letter, and for half a minute."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.store import errand, ticket

NOW = datetime(2026, 11, 29, 20, 0, tzinfo=UTC)
PATH = "/errands/rows/courrier?for=fr,Europe/Paris&person=3&ids=5,7"
SECRET = "s3cr3t"


def test_it_holds_until_it_ends() -> None:
    value = errand.sign(PATH, SECRET, NOW)
    for seconds, sound in ((0, True), (errand.LIFETIME - 1, True), (errand.LIFETIME, False), (86_400, False)):
        assert errand.is_sound(value, PATH, SECRET, NOW + timedelta(seconds=seconds)) is sound
    assert not errand.is_sound(value, PATH, SECRET, NOW - timedelta(hours=1)), "one that lasts longer is not ours"


@pytest.mark.parametrize("other", [PATH.replace("person=3", "person=4"), PATH + ",8", "", PATH.upper()])
def test_it_holds_for_nothing_else(other: str) -> None:
    assert not errand.is_sound(errand.sign(PATH, SECRET, NOW), other, SECRET, NOW)


def test_it_holds_under_its_own_secret_and_for_its_own_end_only() -> None:
    value = errand.sign(PATH, SECRET, NOW)
    end, _, signature = value.partition(".")
    assert not errand.is_sound(value, PATH, "another", NOW)
    assert not errand.is_sound(f"{int(end) + 1}.{signature}", PATH, SECRET, NOW)
    assert not errand.is_sound(f"{end}.{signature[:-1]}", PATH, SECRET, NOW)
    assert not errand.is_sound(ticket.issue(3, "key", SECRET, NOW, timedelta(hours=1)), PATH, SECRET, NOW)


@given(st.text(max_size=60))
def test_whatever_stands_there_is_refused(value: str) -> None:
    assert not errand.is_sound(value, PATH, SECRET, NOW)
