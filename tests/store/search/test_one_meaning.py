"""A query means the same live, in search, in an export, in a count and in a backtest: whatever is said."""

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from house import House
from palabre.core.query import Node, Percolator, Said, matches
from palabre.core.query.facts import facts_of
from palabre.core.text import search_vector, tokenize
from palabre.store import search
from palabre.store.search import Ask, Limits

from .drawn import NOON, SOURCES, TOPICS, Stored, message, query

AMPLE = Limits(60.0, 10**6)
SINCE, UNTIL = NOON.date().replace(day=10), NOON.date().replace(day=18)
COLUMNS = (
    *("kind", "title", "lead", "visibility", "lang", "country", "network", "site", "url", "thread", "parent"),
    *("engagement", "reach", "first"),
)


class Room:
    """A workspace where messages are stored as they come."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.workspace = house.workspace()
        self.sources = {name: house.source(self.workspace, name=name) for name in SOURCES}
        self.topics = {name: house.topic(self.workspace, name, "tram") for name in TOPICS}
        self.authors: dict[str, int] = {}

    def store(self, stored: list[Stored]) -> list[int]:
        """Store messages; return their ids."""
        return [self._store(one) for one in stored]

    def _store(self, one: Stored) -> int:
        m = one.message
        title, lead = (tokenize(text) if text else None for text in (m.title, m.lead))
        columns = {name: getattr(m, name) for name in COLUMNS}
        columns |= {"external_id": m.id, "author_id": self._author(one), "decision": one.decision}
        if m.attachments:
            columns["attachments"] = msgspec.json.encode(m.attachments).decode()
        id = self.house.message(self.sources[one.source], m.text, m.published, **columns)
        vector = search_vector(title, lead, tokenize(m.text))
        self.house.owner.execute("UPDATE message SET search = %s::tsvector WHERE id = %s", (vector, id))
        for name in one.signals:
            self.house.signal(id, name)
        if one.sentiment:
            self.house.signal(id, "sentiment", one.sentiment)
        for name in one.topics:
            self.house.owner.execute(
                "INSERT INTO match (message_id, topic_id, workspace_id) VALUES (%s, %s, %s)",
                (id, self.topics[name], self.workspace),
            )
        return id

    def _author(self, one: Stored) -> int | None:
        author = one.message.author
        if author is None:
            return None
        if author.key not in self.authors:
            columns = {"name": author.name, "url": author.url, "followers": author.followers}
            self.authors[author.key] = self.house.author(self.workspace, author.key, **columns)
        return self.authors[author.key]

    def heard(self, one: Stored) -> Said:
        """Return a message as live matching hears it."""
        m = one.message
        called = [name for topic in one.topics for name in (topic, str(self.topics[topic]))]
        facts = facts_of(
            m,
            source=(one.source,),
            signals=one.signals,
            sentiment=one.sentiment,
            decision=one.decision,
            topics=called,
        )
        title, lead = (tokenize(text) if text else None for text in (m.title, m.lead))
        return Said(tokenize(m.text), title, lead, facts)

    def ask(self, tree: Node) -> dict[str, set[int] | int]:
        """Return what each reader of stored messages finds."""
        owner, here = self.house.owner, self.workspace
        found = search.find(owner, Ask(tree), 10_000, AMPLE, here)
        assert found.complete
        tried = search.backtest(owner, tree, SINCE, UNTIL, workspace=here, limits=AMPLE)
        counted = search.count(owner, Ask(tree), AMPLE, here)
        assert counted.exact and tried.counted.exact
        assert set(tried.sample) <= set(found.ids) and sum(day.found for day in tried.curve) == tried.counted.found
        return {
            "search": set(found.ids),
            "export": {row["id"] for row in search.messages(owner, here, tree)},
            "count": counted.found,
            "backtest": tried.counted.found,
        }


def live(trees: list[Node], said: list[Said], ids: list[int]) -> tuple[list[set[int]], list[set[int]]]:
    """Return what all topics at once find of each, and what each alone does."""
    percolator = Percolator()
    for number, tree in enumerate(trees):
        percolator.put_tree(number, tree)
    alone: list[set[int]] = [set() for _ in trees]
    at_once: list[set[int]] = [set() for _ in trees]
    for id, one in zip(ids, said, strict=True):
        title, lead, text = one.fields
        assert text is not None
        for topic in percolator.match(text, title, lead, one.facts):
            at_once[topic.topic].add(id)
        for number, tree in enumerate(trees):
            if matches(tree, one):
                alone[number].add(id)
    return at_once, alone


def check(room: Room, trees: list[Node], stored: list[Stored]) -> None:
    """Hold all answers against each other; tell the smallest query and message that differ."""
    ids = room.store(stored)
    at_once, alone = live(trees, [room.heard(one) for one in stored], ids)
    texts = dict(zip(ids, stored, strict=True))
    wrong: list[tuple[int, str]] = []
    for tree, percolated, truth in zip(trees, at_once, alone, strict=True):
        for name, found in {"percolator": percolated, **room.ask(tree)}.items():
            if found == (len(truth) if isinstance(found, int) else truth):
                continue
            for id in found ^ truth if isinstance(found, set) else {0}:
                told = f"{name}: {tree}\n  of {texts.get(id, f'{found} instead of {len(truth)}')}"
                wrong.append((len(told), f"{told}\n  live says {id in truth}"))
    assert not wrong, f"{len(wrong)} differences, the smallest:\n{min(wrong)[1]}"


@contextmanager
def emptied(house: House) -> Iterator[Room]:
    """Give a room, and take all of it away after."""
    house.owner.execute("BEGIN")
    try:
        yield Room(house)
    finally:
        house.owner.execute("ROLLBACK")


def test_ten_thousand_pairs(house: House) -> None:
    chance = Random(20260314)
    with emptied(house) as room:
        check(room, [query(chance) for _ in range(100)], [message(chance, number) for number in range(100)])


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False), st.integers(1, 4), st.integers(1, 6))
def test_any_query_any_message(house: House, chance: Random, trees: int, messages: int) -> None:
    with emptied(house) as room:
        check(room, [query(chance) for _ in range(trees)], [message(chance, number) for number in range(messages)])
