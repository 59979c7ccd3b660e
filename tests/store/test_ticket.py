"""Tickets to the event streams: what is let in, and what is not."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.store.ticket import Ticket, check, hash_session, issue

NOW = datetime(2026, 3, 14, 9, 26, tzinfo=UTC)
HOUR = timedelta(hours=1)
SECRET = "a secret of the tests"
GOOD = issue(12, "k3y0fth3s3ss10n", SECRET, NOW, HOUR)


def test_a_ticket_says_who_for_which_session_until_when() -> None:
    assert check(GOOD, SECRET, NOW) == Ticket(12, hash_session("k3y0fth3s3ss10n"), NOW + HOUR)


def test_a_ticket_does_not_tell_the_session_key() -> None:
    assert "k3y0fth3s3ss10n" not in GOOD


def test_a_ticket_is_good_until_its_last_second_and_no_longer() -> None:
    assert check(GOOD, SECRET, NOW + HOUR - timedelta(seconds=1)) is not None
    assert check(GOOD, SECRET, NOW + HOUR) is None


def test_a_ticket_signed_with_another_secret_is_refused() -> None:
    assert check(GOOD, "another secret", NOW) is None


def test_a_ticket_of_another_version_is_refused() -> None:
    assert check("2" + GOOD[1:], SECRET, NOW) is None


@given(st.integers(0, len(GOOD) - 1), st.characters(codec="ascii"))
def test_any_character_changed_is_refused(place: int, character: str) -> None:
    altered = GOOD[:place] + character + GOOD[place + 1 :]
    assert (check(altered, SECRET, NOW) is None) == (altered != GOOD)


@given(st.text(max_size=200))
def test_anything_else_is_refused_quietly(value: str) -> None:
    assert check(value, SECRET, NOW) is None


@pytest.mark.parametrize("value", ["", ".", "1..", "1." + "é" * 108, GOOD + "=", GOOD[:-1], "1." + "." * 108])
def test_malformed_values_are_refused_quietly(value: str) -> None:
    assert check(value, SECRET, NOW) is None


@given(st.integers(0, 2**63 - 1), st.text(min_size=1, max_size=60))
def test_what_is_issued_is_what_is_read(person: int, session_key: str) -> None:
    ticket = check(issue(person, session_key, SECRET, NOW, HOUR), SECRET, NOW)
    assert ticket is not None
    assert (ticket.person, ticket.session_hash) == (person, hash_session(session_key))
