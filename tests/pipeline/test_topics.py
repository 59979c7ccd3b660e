"""Topics in the stream: they may ask facts and other topics, and a change neither misses nor doubles a message."""

from itertools import count

from house import House
from palabre.core.query import parse
from palabre.store import search
from palabre.store.migrate import Connection
from palabre.store.search import Ask
from pipeline.conftest import Feeder, comment, until, working


def stored(owner: Connection) -> int:
    row = owner.execute("SELECT count(*) FROM message").fetchone()
    assert row is not None and isinstance(row[0], int)
    return row[0]


def matched(owner: Connection, topic: int) -> set[object]:
    rows = owner.execute(
        "SELECT m.external_id FROM match x JOIN message m ON m.id = x.message_id WHERE x.topic_id = %s", (topic,)
    )
    return {row[0] for row in rows}


def test_topics_ask_facts_and_other_topics(feeder: Feeder, owner: Connection, house: House) -> None:
    queries = {
        "Rocade": "rocade OR déviation",
        "Zoé": "author:zoe",
        "Commentaires": 'source:commentaires decision:pending "déviation"',
        "Les deux": "topic:rocade topic:zoé",
        "Autre": "source:autre",
    }
    topics = {name: house.topic(feeder.workspace, name, query) for name, query in queries.items()}
    with working(feeder.url):
        feeder.say(comment(1, "La déviation avance.", author="zoe"), comment(2, "La rocade."), comment(3, "Rien"))
        until(lambda: stored(owner) == 3)
    found = {name: matched(owner, topic) for name, topic in topics.items()}
    assert found == {
        "Rocade": {"c1", "c2"},
        "Zoé": {"c1"},
        "Commentaires": {"c1"},
        "Les deux": {"c1"},
        "Autre": set(),
    }
    for name, query in queries.items():  # and search says the same of what was stored
        ids = search.find(owner, Ask(parse(query).tree), 10, workspace=feeder.workspace).ids
        rows = owner.execute("SELECT external_id FROM message WHERE id = ANY (%s)", (ids,))
        assert {row[0] for row in rows} == found[name], name


def test_a_change_neither_misses_nor_doubles_a_message(feeder: Feeder, owner: Connection, house: House) -> None:
    """While messages flow, a topic changes its mind again and again: each message meets one of its two queries."""
    topic = house.topic(feeder.workspace, query="déviation")
    numbers = count()
    with working(feeder.url, batch=5):
        for turn in range(30):
            feeder.say(*(comment(next(numbers), "déviation") for _ in range(5)))
            query = ("rocade OR déviation", "déviation")[turn % 2]
            owner.execute("UPDATE topic SET query = %s WHERE id = %s", (query, topic))
            owner.execute("NOTIFY config")
        until(lambda: stored(owner) == 150)
    assert matched(owner, topic) == {f"c{number}" for number in range(150)}
    row = owner.execute("SELECT sum(count) FROM minute_count WHERE topic_id = %s", (topic,)).fetchone()
    assert row is not None and row[0] == 150


def test_the_tone_is_asked_live_as_of_what_is_stored(feeder: Feeder, owner: Connection, house: House) -> None:
    queries = ("sentiment:negative", "sentiment:neutral", "sentiment:positive", "sentiment:<-0.5", "sentiment:>=0")
    topics = {query: house.topic(feeder.workspace, query, query) for query in queries}
    texts = [
        "Merci, bravo, c'est magnifique !",
        "C'est nul, une honte, vous êtes lamentables.",
        "La réunion du conseil a lieu mardi.",
    ]
    with working(feeder.url):
        feeder.say(*(comment(number, text) for number, text in enumerate(texts)))
        until(lambda: stored(owner) == 3)
    live = {query: matched(owner, topic) for query, topic in topics.items()}
    assert (live["sentiment:positive"], live["sentiment:negative"]) == ({"c0"}, {"c1"})
    assert live["sentiment:neutral"] == {"c2"} and live["sentiment:>=0"] == {"c0", "c2"}
    for query, found in live.items():
        ids = search.find(owner, Ask(parse(query).tree), 10, workspace=feeder.workspace).ids
        rows = owner.execute("SELECT external_id FROM message WHERE id = ANY (%s)", (ids,))
        assert {row[0] for row in rows} == found, query
