"""Dates as people and programs write them."""

from contextlib import suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.shared.dates import UnreadableDate, excel_date, parse_date

PARIS = ZoneInfo("Europe/Paris")
NOON = datetime(2026, 3, 12, 13, 5, tzinfo=UTC)
NOON_30 = NOON.replace(second=30)
MIDNIGHT = datetime(2026, 3, 11, 23, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-12T14:05:00", NOON),
        ("2026-03-12T13:05:00Z", NOON),
        ("2026-03-12T14:05:00+01:00", NOON),
        ("2026-03-12 14:05", NOON),
        ("2026-03-12 14:05:30.123456789+0100", NOON_30.replace(microsecond=123456)),
        ("2026-03-12 13:05:00 UTC", NOON),
        ("2026-03-12 13:05:00 +0000", NOON),
        ("2026-03-12", MIDNIGHT),
        ("12/03/2026 14:05", NOON),
        ("12/03/2026 14:05:30", NOON_30),
        ("12/3/26 14h05", NOON),
        ("12.03.2026 14:05", NOON),
        ("12-03-2026, 14:05", NOON),
        ("12/03/2026 à 14h05", NOON),
        ("12/03/2026 2:05 PM", NOON),
        ("12/03/2026", MIDNIGHT),
        ("12 mars 2026 à 14:05", NOON),
        ("jeudi 12 mars 2026 14 h 05", NOON),
        ("12 March 2026", MIDNIGHT),
        ("1er août 2026", datetime(2026, 7, 31, 22, 0, tzinfo=UTC)),
        ("Thu, 12 Mar 2026 14:05:00 +0100", NOON),
        ("12 Mar 2026 13:05:00 GMT", NOON),
        ("Thu Mar 12 13:05:00 +0000 2026", NOON),
        ("Thu Mar 12 13:05:00 UTC 2026", NOON),
        ("1773320700", NOON),
        ("1773320700.0", NOON),
        ("1773320700000", NOON),
        ("1773320700000000", NOON),
        ("20260312", MIDNIGHT),
        ("20260312140530", NOON_30),
        ("46093.586805555555", NOON),
        ("46093", MIDNIGHT),
        ("  12/03/2026 14:05  ", NOON),
    ],
)
def test_a_date_is_read(text: str, moment: datetime) -> None:
    assert parse_date(text, PARIS) == moment
    assert parse_date(text, PARIS).tzinfo is UTC


def test_month_first_where_told_so() -> None:
    assert parse_date("03/12/2026 2:05 PM", PARIS, "mdy") == NOON
    with pytest.raises(UnreadableDate):
        parse_date("12/31/2026", PARIS, "dmy")


def test_the_hour_that_exists_twice_and_the_one_that_does_not() -> None:
    assert parse_date("25/10/2026 02:30", PARIS) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert parse_date("29/03/2026 02:30", PARIS) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        *("", "bonjour", "32/03/2026", "12/13/2026", "2026-13-01", "12/03/2026 25:00", "12", "0", "3,5", "-1"),
        *(
            "0001-01-01",
            "9999-12-31T00:00:00Z",
            "99999999999999999",
            "12 brumaire 2026",
            "12/03/2026 14:05 et plus",
        ),
        *("1" * 5_000, "2026-03-12T14:05:00" + " " * 5_000 + "x", "١٢/٠٣/٢٠٢٦ \x00"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(UnreadableDate):
        parse_date(text, PARIS)


def test_excel_counts_days_to_the_second() -> None:
    assert excel_date(46093.586805555555) == datetime.fromisoformat("2026-03-12 14:05")
    assert excel_date(1.0) == datetime.fromisoformat("1899-12-31")


@given(st.text(alphabet=st.sampled_from("0123456789/-:. TZhàmars+"), max_size=40))
def test_nothing_but_unreadable_date_is_raised(text: str) -> None:
    with suppress(UnreadableDate):
        assert parse_date(text, PARIS).tzinfo is UTC


@given(st.datetimes(datetime.fromisoformat("1971-01-01"), datetime.fromisoformat("2099-12-31")))
def test_what_was_written_is_read_back(moment: datetime) -> None:
    moment = moment.replace(microsecond=0, fold=0)  # a text does not tell which of two equal hours
    aware = moment.replace(tzinfo=PARIS).astimezone(UTC)
    for form in ("%d/%m/%Y %H:%M:%S", "%Y-%m-%d %H:%M:%S", "%d.%m.%Y %Hh%M:%S", "%Y-%m-%dT%H:%M:%S"):
        assert parse_date(moment.strftime(form).replace("h", ":"), PARIS) == aware
    if aware.timestamp() >= 1e8:
        assert parse_date(str(int(aware.timestamp())), PARIS) == aware
