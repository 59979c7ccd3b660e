"""All topics on each message at once.

The way of a message: its tokens give the numbers of the leaves (terms that some topic names) it has, remembered for
each form; leaves that are anchors give the few topics worth looking at; each of those is one compiled condition.
The cost grows with the topics that nearly match, not with how many there are.
"""

from collections.abc import Iterable, Mapping
from itertools import chain
from operator import attrgetter
from types import MappingProxyType

from palabre.core.model import Match
from palabre.core.query.anchors import Frequency, anchors, guess
from palabre.core.query.conditions import Condition, condition
from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.match import Said, phrase_spans, shown
from palabre.core.query.parser import parse
from palabre.core.query.tree import Leaf, Node, Phrase, Span, Term, leaves, wanted
from palabre.core.text import Form, Tokens
from palabre.core.text.memo import Memo

#: Forms whose leaves are remembered, in each of two generations.
CACHE_SIZE = 65_536
MAX_CACHED = 64


class _Topic:
    """A topic ready to be asked. ``terms`` are its terms, each once.

    ``shown`` are the numbers of the terms that can be evidence, ``phrases`` the phrases that can.
    """

    __slots__ = ("anchors", "condition", "id", "phrases", "shown", "terms", "tree")

    def __init__(self, topic_id: int, tree: Node) -> None:
        self.id = topic_id
        self.tree = tree
        self.terms = tuple(dict.fromkeys(chain.from_iterable(map(_terms, leaves(tree)))))
        self.phrases = tuple(dict.fromkeys(leaf for leaf in wanted(tree) if isinstance(leaf, Phrase)))
        self.condition: Condition
        self.anchors: tuple[int, ...] = ()
        self.shown: frozenset[int] = frozenset()

    def evidence(self, has: set[int], located: dict[int, list[Span]], said: Said) -> tuple[Span, ...]:
        """Return where the text shows the answer, given the terms of the message and their places."""
        spans = [span for number in self.shown & has for span in located.get(number, ())]
        for phrase in self.phrases:
            spans += phrase_spans(phrase, said)
        return shown(set(spans))


def _terms(leaf: Leaf) -> tuple[Term, ...]:
    return leaf.parts if isinstance(leaf, Phrase) else (leaf,)


class _Leaves:
    """The terms that topics name, numbered, and which of them a form brings. Numbers are never used again."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, bool], int] = {}
        self._uses: dict[int, int] = {}
        self._next = 0
        self._prefixes: dict[int, int] = {}  # how many prefixes have this length
        self.of: Memo[Form, tuple[int, ...]] = Memo(self._find, CACHE_SIZE, lambda form: form.width <= MAX_CACHED)

    def add(self, term: Term) -> None:
        """Count one more topic that names a term."""
        key = (term.term, term.prefix)
        if key not in self._numbers:
            self._numbers[key] = self._next
            self._uses[self._next] = 0
            self._next += 1
            if term.prefix:
                self._prefixes[len(term.term)] = self._prefixes.get(len(term.term), 0) + 1
            self.of.forget()
        self._uses[self._numbers[key]] += 1

    def remove(self, term: Term) -> None:
        """Count one less; a term that no topic names is forgotten."""
        key = (term.term, term.prefix)
        number = self._numbers[key]
        self._uses[number] -= 1
        if self._uses[number]:
            return
        del self._numbers[key], self._uses[number]
        if term.prefix:
            self._prefixes[len(term.term)] -= 1
            if not self._prefixes[len(term.term)]:
                del self._prefixes[len(term.term)]

    def number(self, term: Term) -> int:
        """Return the number of a term that was added."""
        return self._numbers[term.term, term.prefix]

    def _find(self, form: Form) -> tuple[int, ...]:
        """Return the numbers of the leaves that a form brings to a message."""
        keys = [(term, False) for term in form.terms]
        keys += [(term[:length], True) for term in form.terms for length in self._prefixes if length <= len(term)]
        return tuple({self._numbers[key] for key in keys if key in self._numbers})


class Percolator:
    """The topics of a workspace, asked all at once. Not for several threads at a time.

    ``rejected`` holds the diagnostics of the topics whose query could not be read; the others are asked as usual.
    """

    def __init__(self, frequency: Frequency = guess) -> None:
        self._frequency = frequency
        self._topics: dict[int, _Topic] = {}
        self._leaves = _Leaves()
        self._anchored: dict[int, tuple[_Topic, ...]] = {}
        self._rejected: dict[int, tuple[Diagnostic, ...]] = {}

    def __len__(self) -> int:
        return len(self._topics)

    def __contains__(self, topic_id: int) -> bool:
        return topic_id in self._topics

    @property
    def rejected(self) -> Mapping[int, tuple[Diagnostic, ...]]:
        """The topics that could not be read, and why."""
        return MappingProxyType(self._rejected)

    def put(self, topic_id: int, query: str) -> tuple[Diagnostic, ...]:
        """Add a topic, or replace it, and return what there is to tell about its query.

        From the next message on. A query that cannot be read leaves the topic out.
        """
        parsed = parse(query)
        self.remove(topic_id)
        if parsed.tree is None:
            self._rejected[topic_id] = parsed.diagnostics
        else:
            self.put_tree(topic_id, parsed.tree)
        return parsed.diagnostics

    def put_tree(self, topic_id: int, tree: Node) -> None:
        """Add or replace a topic whose query was read already."""
        found = anchors(tree, self._frequency)
        self.remove(topic_id)
        topic = _Topic(topic_id, tree)
        for term in topic.terms:
            self._leaves.add(term)
        topic.condition = condition(tree, self._leaves.number)
        topic.anchors = tuple(map(self._leaves.number, found))
        topic.shown = frozenset(self._leaves.number(leaf) for leaf in wanted(tree) if isinstance(leaf, Term))
        for anchor in topic.anchors:
            self._anchored[anchor] = (*self._anchored.get(anchor, ()), topic)
        self._topics[topic_id] = topic

    def remove(self, topic_id: int) -> None:
        """Remove a topic; one that is not there is no error."""
        self._rejected.pop(topic_id, None)
        topic = self._topics.pop(topic_id, None)
        if topic is None:
            return
        for anchor in topic.anchors:
            left = tuple(other for other in self._anchored[anchor] if other is not topic)
            if left:
                self._anchored[anchor] = left
            else:
                del self._anchored[anchor]
        for term in topic.terms:
            self._leaves.remove(term)

    def match(self, text: Tokens, title: Tokens | None = None, lead: Tokens | None = None) -> list[Match]:
        """Return the topics that a message answers, by topic id, with where its text shows it."""
        has: set[int] = set()
        of = self._leaves.of.__getitem__
        for field in (text, title, lead):
            if field is not None:
                has.update(*map(of, field.forms))
        candidates = self._candidates(has)
        if not candidates:
            return []
        said = Said(text, title, lead)
        found = [topic for topic in candidates if topic.condition(has, said)]
        if not found:
            return []
        found.sort(key=_by_id)
        located = self._located(text)
        return [Match(topic.id, topic.evidence(has, located, said)) for topic in found]

    def _located(self, text: Tokens) -> dict[int, list[Span]]:
        """Return where the text has each term that some topic names."""
        of = self._leaves.of
        located: dict[int, list[Span]] = {}
        for form, start in zip(text.forms, text.starts, strict=True):
            for number in of[form]:
                located.setdefault(number, []).append((start, start + form.width))
        return located

    def _candidates(self, has: set[int]) -> Iterable[_Topic]:
        """Return the topics that have an anchor among these leaves, each once."""
        lists = [self._anchored[leaf] for leaf in has if leaf in self._anchored]
        return lists[0] if len(lists) == 1 else set(chain.from_iterable(lists))


_by_id = attrgetter("id")


def compile_topics(topics: Iterable[tuple[int, str]], frequency: Frequency = guess) -> Percolator:
    """Return a percolator for topics (id, query). Queries that cannot be read are in ``rejected``.

    ``frequency`` tells how common a term is in the messages to come; the default guesses. It changes speed only.
    """
    percolator = Percolator(frequency)
    for topic_id, query in topics:
        percolator.put(topic_id, query)
    return percolator
