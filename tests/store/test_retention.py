"""What is older than a workspace keeps is forgotten, and only that."""

from datetime import UTC, date, datetime, timedelta

import pytest

from house import House
from palabre.store import retention
from palabre.store.migrate import Connection

TODAY = date(2026, 11, 20)


def day(ago: int) -> datetime:
    return datetime(2026, 11, 20, 12, tzinfo=UTC) - timedelta(days=ago)


STRETCHES = [
    (date(2026, 10, 1), date(2026, 11, 1)),
    (date(2026, 11, 9), date(2026, 11, 10)),
    (date(2026, 11, 10), date(2026, 11, 11)),
]


@pytest.mark.parametrize(
    ("kept", "dropped"),
    [
        ([10], [date(2026, 10, 1), date(2026, 11, 9)]),
        ([10, 15], [date(2026, 10, 1)]),
        ([10, None], []),
        ([365], []),
        ([], []),
    ],
)
def test_a_partition_goes_when_nobody_keeps_it(kept: list[int | None], dropped: list[date]) -> None:
    assert retention.to_drop(STRETCHES, kept, TODAY) == dropped


def test_each_workspace_keeps_as_long_as_it_says(house: House, owner: Connection) -> None:
    short = house.source(house.workspace("court", keep_days=7))
    long = house.source(house.workspace("long", keep_days=30))
    for source in (short, long):
        for ago in (1, 10, 40):
            message = house.message(source, f"il y a {ago} jours", day(ago))
            house.signal(message, "question")
    dropped, forgotten = retention.forget(owner, TODAY)
    assert dropped >= 1
    assert forgotten == 1
    rows = owner.execute("SELECT source_id, text FROM message ORDER BY source_id, id").fetchall()
    expected = [(short, "il y a 1 jours"), (long, "il y a 10 jours"), (long, "il y a 1 jours")]
    assert sorted(rows) == sorted(expected)
    assert owner.execute("SELECT count(*) FROM signal").fetchone() == (3,)


def test_what_was_forgotten_does_not_come_back_and_what_was_done_stays(house: House, owner: Connection) -> None:
    workspace = house.workspace("court", keep_days=7)
    message = house.message(house.source(workspace), "vieux", day(40))
    owner.execute(
        "INSERT INTO decision (workspace_id, message_id, action) VALUES (%s, %s, 'approve')", (workspace, message)
    )
    retention.forget(owner, TODAY)
    assert owner.execute("SELECT count(*) FROM message").fetchone() == (0,)
    assert owner.execute("SELECT count(*) FROM message_key").fetchone() == (1,)
    assert owner.execute("SELECT count(*) FROM decision").fetchone() == (1,)


def test_nothing_is_forgotten_where_all_is_kept(house: House, owner: Connection) -> None:
    house.message(house.source(house.workspace()), "très vieux", day(300))
    assert retention.forget(owner, TODAY) == (0, 0)


@pytest.mark.parametrize("other", [7, 30])
def test_former_texts_are_forgotten_too(house: House, owner: Connection, other: int) -> None:
    """Whether the whole partition goes (nobody keeps it) or rows alone (somebody does)."""
    workspace = house.workspace("court", keep_days=7)
    house.workspace("autre", keep_days=other)
    source = house.source(workspace)
    for ago in (1, 10):
        message = house.message(source, "ce qui est dit maintenant", day(ago))
        owner.execute(
            "INSERT INTO revision VALUES (%s, 1, %s, %s, '', 'ce qui fut dit')", (message, workspace, day(ago))
        )
    retention.forget(owner, TODAY)
    assert owner.execute("SELECT count(*) FROM message").fetchone() == (1,)
    assert (
        owner.execute("SELECT message_id FROM revision").fetchall()
        == owner.execute("SELECT id FROM message").fetchall()
    )
