"""The worker hands what it writes to the second reading, in workspaces that have some, and to no other."""

from house import House
from palabre.store.migrate import Connection

from .conftest import Feeder, comment, until, working


def test_new_and_edited_messages_are_to_be_read_again(database: str, house: House, owner: Connection) -> None:
    feeders = {}
    for slug in ("courrier", "gazette"):
        workspace = house.workspace(slug, slug.title())
        feeders[slug] = Feeder(database, workspace, house.source(workspace))
    for slug, state in (("courrier", "active"), ("gazette", "paused")):
        owner.execute(
            "INSERT INTO provider (workspace_id, name, kind, signals, state)"
            " VALUES (%s, %s, 'onnx', '{insult}', %s)",
            (feeders[slug].workspace, slug, state),
        )
    with working(database):
        for feeder in feeders.values():
            feeder.say(comment(1), comment(2))
        until(lambda: owner.execute("SELECT count(*) FROM message").fetchone() == (4,))
    rows = owner.execute("SELECT workspace_id, count(*) FROM second_look GROUP BY 1").fetchall()
    assert rows == [(feeders["courrier"].workspace, 2)]
    owner.execute("DELETE FROM second_look")
    with working(database):
        feeders["courrier"].say(comment(1, "Tout autre chose"))
        until(lambda: owner.execute("SELECT count(*) FROM second_look").fetchone() == (1,))
    for feeder in feeders.values():
        feeder.connection.close()
