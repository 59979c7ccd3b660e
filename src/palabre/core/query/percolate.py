"""All topics on each message at once.

The way of a message: its tokens give the numbers of the leaves (words that some topic names) it has, remembered
form by form; leaves that are anchors give the few topics worth looking at; each of those is one or two set
operations, and only what words cannot tell is asked of the message itself.
The cost grows with the topics that nearly match, not with how many there are.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from operator import attrgetter
from types import MappingProxyType

from palabre.core.model import Match
from palabre.core.query.anchors import Frequency, anchors, guess, needed, share
from palabre.core.query.conditions import Condition, Plan, guard, merged, plan
from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.facts import NO_FACTS, Facts
from palabre.core.query.leaves import Leaves
from palabre.core.query.match import MAX_SPANS, marks, shown
from palabre.core.query.necessary import words
from palabre.core.query.parser import parse
from palabre.core.query.references import Answering, Ranks, fields, references
from palabre.core.query.saying import Saying, forms_of
from palabre.core.query.tree import Field, Leaf, Node, Span, Word, wanted
from palabre.core.text import Form, Tokens, fold

#: A number that every message has: what a topic without a list of words needs.
ANYTHING = -1
_ANYTHING = frozenset((ANYTHING,))


class _Topic:
    """A topic ready to be asked.

    A message without any of ``needs`` is ruled out by one set operation in C; ``more``, where there is one, says
    the rest. ``numbers`` are the words that it names, ``shown`` those that are evidence by themselves, ``leaves``
    its other evidence, each behind what its words must be.
    """

    __slots__ = ("anchors", "asks", "id", "leaves", "more", "name", "needs", "numbers", "refers", "shown")

    def __init__(self, topic_id: int, name: str, tree: Node) -> None:
        self.id = topic_id
        self.name = name
        self.leaves: tuple[tuple[Condition, Leaf], ...] = ()
        self.refers = references(tree)
        self.asks = next(fields(tree), None) is not None
        self.needs: frozenset[int] = _ANYTHING
        self.more: Condition | None = None
        self.numbers: tuple[int, ...] = ()
        self.anchors: tuple[int, ...] = ()
        self.shown: frozenset[int] = frozenset()

    def evidence(self, has: set[int], saying: Saying) -> tuple[Span, ...]:
        """Return where the text shows the answer."""
        places = set().union(*map(saying.places().__getitem__, self.shown & has))
        words = saying.spans(sorted(places))
        if not self.leaves:
            return words if len(words) <= MAX_SPANS else words[:MAX_SPANS]
        spans = set(words)
        for enough, leaf in self.leaves:
            if enough(has, saying):
                spans.update(marks(leaf, saying.said()))
        return shown(spans)


class Percolator:
    """The topics of a workspace, asked all at once. Not for several threads at a time.

    A change counts from the next message on. ``rejected`` holds the diagnostics of the topics whose query could not
    be read; the others are asked as usual. ``frequency`` tells how common a term is; it changes speed only.
    """

    def __init__(self, frequency: Frequency = guess) -> None:
        self._frequency = frequency
        self._topics: dict[int, _Topic] = {}
        self._leaves = Leaves()
        self._brings = self._leaves.of.__getitem__
        #: The topics that each leaf is an anchor of, by its number.
        self._anchored: list[tuple[_Topic, ...]] = []
        self._always: tuple[_Topic, ...] = ()  # those that ask for no word
        self._ranks = Ranks()
        self._last: tuple[_Topic, ...] = ()  # those that ask about other topics, in their order
        self._asking = 0  # how many ask facts
        self._rejected: dict[int, tuple[Diagnostic, ...]] = {}

    def __len__(self) -> int:
        return len(self._topics)

    def __contains__(self, topic_id: int) -> bool:
        return topic_id in self._topics

    @property
    def asks_facts(self) -> bool:
        """Tell whether a topic asks anything but words, so that ``match`` needs the facts of a message."""
        return self._asking > 0

    @property
    def rejected(self) -> Mapping[int, tuple[Diagnostic, ...]]:
        """The topics that could not be read, and why."""
        return MappingProxyType(self._rejected)

    def put(self, topic_id: int, query: str, name: str = "") -> tuple[Diagnostic, ...]:
        """Add a topic, or replace it, and return what there is to tell about its query.

        A query that cannot be read leaves the topic out. ``name`` is what other topics call it by (``topic:…``).
        """
        parsed = parse(query)
        if parsed.tree is None:
            self.remove(topic_id)
            self._rejected[topic_id] = parsed.diagnostics
        else:
            self.put_tree(topic_id, parsed.tree, name)
        return parsed.diagnostics

    def put_tree(self, topic_id: int, tree: Node, name: str = "") -> None:
        """Add or replace a topic whose query was read already."""
        found = anchors(tree, self._frequency)
        topic = _Topic(topic_id, name, tree)
        topic.numbers = self._leaves.add(words(tree))
        self._anchored += [()] * (self._leaves.end - len(self._anchored))
        topic.anchors = () if topic.refers else tuple(map(self._leaves.number, found))
        number = self._leaves.number
        asked = tuple(dict.fromkeys(wanted(tree)))
        topic.shown = frozenset(number(leaf) for leaf in asked if isinstance(leaf, Word))
        topic.leaves = tuple((guard(leaf, number), leaf) for leaf in asked if not isinstance(leaf, Word | Field))
        topic.needs, topic.more = self._arranged(plan(tree, number, self._needed), frozenset(topic.anchors))
        self.remove(topic_id)
        self._enter(topic)

    def _enter(self, topic: _Topic) -> None:
        self._topics[topic.id] = topic
        self._asking += topic.asks
        for anchor in topic.anchors:
            self._anchored[anchor] = (*self._anchored[anchor], topic)
        if topic.refers:
            self._ranks.put(topic.id, topic.name, topic.refers)
            self._settle()
        elif not topic.anchors:
            self._always = (*self._always, topic)

    def remove(self, topic_id: int) -> None:
        """Remove a topic; one that is not there is no error."""
        self._rejected.pop(topic_id, None)
        topic = self._topics.pop(topic_id, None)
        if topic is None:
            return
        for anchor in topic.anchors:
            self._anchored[anchor] = tuple(other for other in self._anchored[anchor] if other is not topic)
        self._leaves.remove(topic.numbers)
        self._asking -= topic.asks
        self._always = tuple(other for other in self._always if other is not topic)
        if topic.refers:
            self._ranks.remove(topic_id)
            self._settle()

    def _settle(self) -> None:
        """Put in order the topics that ask about others."""
        self._last = tuple(self._topics[topic_id] for topic_id in self._ranks.order())

    def _arranged(self, of: Plan, anchored: frozenset[int]) -> tuple[frozenset[int], Condition | None]:
        """Return the list that rules out most, and the rest as one condition.

        A list that is the anchors themselves needs no test: one of them brought the topic here.
        """
        lists = tuple(sorted((words for words in of.lists if words != anchored), key=self._share))
        if lists and anchored:
            return lists[0], merged(of._replace(lists=lists[1:]))
        return _ANYTHING, merged(of._replace(lists=lists))

    def _needed(self, part: Node) -> tuple[Word, ...]:
        return needed(part, self._frequency)

    def _share(self, numbers: frozenset[int]) -> float:
        return sum(share(self._leaves.word(number), self._frequency) for number in numbers)

    def match(
        self, text: Tokens, title: Tokens | None = None, lead: Tokens | None = None, facts: Facts = NO_FACTS
    ) -> list[Match]:
        """Return the topics that a message answers, by topic id, with where its text shows it."""
        near, has = self._near(forms_of(text, title, lead))
        if not near and self._anchored_all:
            return []
        saying = Saying(text, title, lead, facts, self._brings)
        return [Match(topic.id, topic.evidence(has, saying)) for topic in self._found(near, has, saying)]

    def topics(
        self, text: Tokens, title: Tokens | None = None, lead: Tokens | None = None, facts: Facts = NO_FACTS
    ) -> list[int]:
        """Return the topics that a message answers, without their evidence."""
        near, has = self._near(forms_of(text, title, lead))
        if not near and self._anchored_all:
            return []
        saying = Saying(text, title, lead, facts, self._brings)
        return [topic.id for topic in self._found(near, has, saying)]

    @property
    def _anchored_all(self) -> bool:
        """Tell whether a message that says no anchor answers no topic."""
        return not self._always and not self._last

    def _near(self, forms: Collection[Form]) -> tuple[list[_Topic], set[int]]:
        """Return the topics whose anchors a message says, some maybe twice, and the leaves that it has."""
        has = set(chain.from_iterable(map(self._brings, forms)))
        near = list(chain.from_iterable(map(self._anchored.__getitem__, has)))
        has.add(ANYTHING)
        return near, has

    def _found(self, near: list[_Topic], has: set[int], saying: Saying) -> list[_Topic]:
        """Return the topics that a message answers, out of those that its words bring near."""
        lacking = map(has.isdisjoint, map(_needs, near))
        left = [topic for topic, lacks in zip(near, lacking, strict=True) if not lacks]
        if self._always:
            left += self._always
        if not left and not self._last:
            return []
        found = {topic for topic in left if topic.more is None or topic.more(has, saying)}
        if self._last:
            self._ask_about_topics(saying, has, found)
        return sorted(found, key=_by_id) if len(found) > 1 else list(found)

    def _ask_about_topics(self, saying: Saying, has: set[int], found: set[_Topic]) -> None:
        """Ask the topics that depend on what the others answered, each after those it names."""
        said = saying.said()
        known = saying.facts.get("topic") or ()
        for topic in self._last:
            said.facts = Answering(saying.facts, (*known, *_names(found)))
            if topic.more is None or topic.more(has, saying):
                found.add(topic)


def _names(topics: Iterable[_Topic]) -> Iterator[str]:
    """Yield what topics are called in queries: their names and their numbers. One below zero is called nothing."""
    for topic in topics:
        if topic.id > 0:
            yield str(topic.id)
        if topic.name:
            yield fold(topic.name)


_by_id, _needs = attrgetter("id"), attrgetter("needs")


def compile_topics(topics: Iterable[tuple[int, str]], frequency: Frequency = guess) -> Percolator:
    """Return a percolator for topics (id, query). Queries that cannot be read are in ``rejected``.

    ``frequency`` tells how common a term is in the messages to come; the default guesses. It changes speed only.
    """
    percolator = Percolator(frequency)
    for topic_id, query in topics:
        percolator.put(topic_id, query)
    return percolator
