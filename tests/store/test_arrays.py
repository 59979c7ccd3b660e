"""Arrays built by hand are read by PostgreSQL as they were given."""

from datetime import UTC, datetime, timedelta

import pytest

from palabre.store import arrays, rows
from palabre.store.migrate import Connection


@pytest.mark.parametrize("values", [[], [1], [0, -1, 2**63 - 1, -(2**63)], list(range(5_000))])
def test_integers(owner: Connection, values: list[int]) -> None:
    arrays.register(owner.adapters)
    found = owner.execute("SELECT ARRAY(SELECT unnest(%s::bigint[]))", (arrays.bigs(values),)).fetchone()
    assert found == (values,)


@pytest.mark.parametrize("values", [[], [""], ["été", "{a,b}", '"', "\\", "NULL", "👩‍💻", "a\nb"], ["x" * 70_000]])
def test_texts(owner: Connection, values: list[str]) -> None:
    arrays.register(owner.adapters)
    found = owner.execute("SELECT ARRAY(SELECT unnest(%s::text[]))", (arrays.texts(values),)).fetchone()
    assert found == (values,)


@pytest.mark.parametrize("when", [datetime(1970, 1, 1, tzinfo=UTC), datetime(2026, 11, 20, 9, 0, 1, 2, tzinfo=UTC)])
def test_moments_are_microseconds_and_come_back(when: datetime) -> None:
    assert rows.instant(rows.moment(when)) == when
    assert rows.moment(when + timedelta(minutes=1)) - rows.moment(when) == rows.MINUTE
