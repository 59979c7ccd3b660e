"""What the house itself wrote is shown like the rest, and nobody has to decide on it."""

from msgspec.structs import replace

from palabre.store.migrate import Connection
from pipeline.conftest import Feeder, comment, until, working


def test_what_the_house_wrote_stands_in_no_queue(feeder: Feeder, owner: Connection) -> None:
    answer = replace(comment(2, "Merci, c’est corrigé."), ours=True)
    feeder.say(comment(1), answer)
    with working(feeder.url):
        until(lambda: owner.execute("SELECT count(*) FROM message").fetchone() == (2,))
    decisions = owner.execute("SELECT external_id, decision FROM message ORDER BY external_id").fetchall()
    assert decisions == [("c1", "pending"), ("c2", "none")]


def test_browsers_are_told_how_many_are_to_be_decided_on(feeder: Feeder, owner: Connection) -> None:
    feeder.say(comment(1), replace(comment(2), ours=True), replace(comment(3), ours=True))
    with working(feeder.url):
        until(lambda: owner.execute("SELECT count(*) FROM announcement").fetchone() == (1,))
    told = owner.execute("SELECT (body::json ->> 'count')::int, (body::json ->> 'pending')::int FROM announcement")
    assert told.fetchone() == (3, 1)
