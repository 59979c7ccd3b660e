"""Rules in the stream: a message that answers one is proposed by its article, from the next message on."""

import json
from itertools import count
from typing import Any

from house import House
from palabre.core.query import parse
from palabre.store import search
from palabre.store.migrate import Connection
from palabre.store.search import Ask
from pipeline.conftest import Feeder, comment, until, working
from pipeline.test_topics import matched, stored


def proposed(owner: Connection) -> dict[object, tuple[Any, ...]]:
    rows = owner.execute("SELECT external_id, proposed, article, priority, parts FROM message").fetchall()
    return {row[0]: row[1:] for row in rows}


def test_a_message_is_proposed_by_the_article_of_its_rule(feeder: Feeder, owner: Connection, house: House) -> None:
    house.topic(feeder.workspace, "Rocade", "rocade")
    rule = house.rule(feeder.workspace, "Rumeur", "topic:rocade pot-de-vin", article="defamation", weight=37)
    house.rule(feeder.workspace, "En pause", "rocade", state="paused")
    with working(feeder.url):
        feeder.say(comment(1, "Un pot-de-vin pour la rocade !"), comment(2, "La rocade avance."))
        until(lambda: stored(owner) == 2)
    found = proposed(owner)
    assert found["c1"][:2] == ("remove", "defamation")
    assert {"why": "rule", "points": 37, "rule": rule, "name": "Rumeur"} in json.loads(found["c1"][3])
    assert found["c2"][:2] == ("", "")
    row = owner.execute("SELECT spans FROM match WHERE topic_id = %s", (-rule,)).fetchone()
    assert row is not None
    assert [("Un pot-de-vin pour la rocade !")[start:end] for start, end in json.loads(row[0])] == ["pot-de-vin"]
    assert owner.execute("SELECT count FROM minute_count WHERE topic_id = %s", (-rule,)).fetchone() == (1,)


def test_a_rule_is_no_topic_to_queries(feeder: Feeder, owner: Connection, house: House) -> None:
    rule = house.rule(feeder.workspace, "Pignouf", "pignouf")
    asking = house.topic(feeder.workspace, "Qui demande", "topic:pignouf OR topic:-1")
    with working(feeder.url):
        feeder.say(comment(1, "Pignouf"))
        until(lambda: stored(owner) == 1)
    assert matched(owner, -rule) == {"c1"}
    assert matched(owner, asking) == set()
    for query in ("topic:pignouf", f'topic:"-{rule}"'):
        assert search.find(owner, Ask(parse(query).tree), 10, workspace=feeder.workspace).ids == []


def test_a_change_of_rule_neither_misses_nor_doubles_a_message(
    feeder: Feeder, owner: Connection, house: House
) -> None:
    rule = house.rule(feeder.workspace, query="pignouf")
    numbers = count()
    with working(feeder.url, batch=5):
        for turn in range(12):
            feeder.say(*(comment(next(numbers), "pignouf") for _ in range(5)))
            changed = (("pignouf OR cuistre", "insult"), ("pignouf", "harassment"))[turn % 2]
            owner.execute("UPDATE rule SET query = %s, article = %s WHERE id = %s", (*changed, rule))
            owner.execute("NOTIFY config")
        until(lambda: stored(owner) == 60)
    assert matched(owner, -rule) == {f"c{number}" for number in range(60)}
    assert {found[1] for found in proposed(owner).values()} <= {"insult", "harassment"}
    assert {found[0] for found in proposed(owner).values()} == {"remove"}


def test_an_edit_is_held_against_the_rules_again(feeder: Feeder, owner: Connection, house: House) -> None:
    house.rule(feeder.workspace, query="pignouf")
    with working(feeder.url):
        feeder.say(comment(1, "Quel pignouf"))
        until(lambda: stored(owner) == 1)
        feeder.say(comment(1, "Quel temps"))
        until(lambda: owner.execute("SELECT revision FROM message").fetchone() == (2,))
    assert proposed(owner)["c1"][:2] == ("", "")
    assert owner.execute("SELECT count(*) FROM match").fetchone() == (0,)
