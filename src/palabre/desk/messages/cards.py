"""A message made ready to be shown: its signals, topics, rules and their evidence, read in one go for a list."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.functional import cached_property

from palabre.core.charter.rules import is_rule, number_of
from palabre.desk.messages.evidence import evidence_marks, in_order, standing_marks
from palabre.desk.messages.models import Message
from palabre.desk.messages.selectors import matches_of
from palabre.desk.messages.signs import Sign, shown_sign
from palabre.desk.messages.spans import Mark, Piece, cut, join, shorten
from palabre.desk.messages.topics import rule_names, topic_names
from palabre.desk.signals.heeding import heeded_of

#: Characters of a text that a row of a list shows at most.
ROW_TEXT = 240


@dataclass(frozen=True)
class Shown:
    """One signal of one message: its face, how sure (0..1), its marks; ``contested``: people said it is not so."""

    sign: Sign
    score: float
    model: str
    marks: tuple[Mark, ...]
    contested: bool = False

    @property
    def percent(self) -> int:
        """Return the score as a whole percentage."""
        return round(self.score * 100)


@dataclass(frozen=True)
class Caught:
    """A topic or a rule that a message answers, and where its text says so."""

    id: int
    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Card:
    """One message of a list or a page. ``words`` are marks of searched words.

    ``signals`` are those that the workspace heeds; the ones that people said wrong stand apart, in ``contested``.
    """

    message: Message
    signals: Sequence[Shown] = ()
    topics: Sequence[Caught] = ()
    rules: Sequence[Caught] = ()
    words: Sequence[Mark] = field(default=())
    contested: Sequence[Shown] = ()

    @cached_property
    def marks(self) -> list[Mark]:
        """Return every mark, in the order of the text."""
        said = [mark for shown in self.signals for mark in shown.marks]
        caught = [mark for one in (*self.rules, *self.topics) for mark in one.marks]
        return in_order([*said, *caught, *self.words])

    @cached_property
    def pieces(self) -> list[Piece]:
        """Return the whole text, cut at its marks."""
        return cut(self.message.text, join(self.message.text, self.marks))

    @property
    def text(self) -> str:
        """Return the text as far as it was read: its start in a list, the whole on a page."""
        return str(self.message.__dict__.get("head", None) or self.message.text)

    @cached_property
    def excerpt(self) -> list[Piece]:
        """Return the start of the text, or what surrounds its first searched word or evidence.

        The words that gave the tone are left to the message's own page, and words that were learned too where an
        expression that a rule knows tells more: half of the words of a row would be marked.
        """
        text = self.text
        marks = [m for m in (self.words or self.marks) if m.start < len(text) and m.family != "plain"]
        if any(not mark.learned and mark.family != "topic" for mark in marks):
            marks = [mark for mark in marks if not mark.learned]
        shown, moved = shorten(text, marks, ROW_TEXT)
        return cut(shown, join(shown, moved))

    @property
    def readings(self) -> list[tuple[Shown, list[tuple[str, list[str]]]]]:
        """Return each signal with its evidence in words: why, and what the text says that speaks so."""
        return [(shown, list(self._said(shown).items())) for shown in self.signals]

    def _said(self, shown: Shown) -> dict[str, list[str]]:
        said: dict[str, list[str]] = defaultdict(list)
        for mark in join(self.text, in_order(shown.marks)):
            said[mark.why].append(self.text[mark.start : mark.end])
        return said

    @property
    def telling(self) -> Sequence[Shown]:
        """Return the signals that a row names: the tone and form only where nothing else is said."""
        return [shown for shown in self.signals if shown.sign.family != "plain"] or self.signals

    @property
    def ruled(self) -> list[tuple[Caught, list[str]]]:
        """Return each rule that the message answers, with the words that speak for it, each once."""
        text = self.text
        return [(rule, list(dict.fromkeys(text[m.start : m.end] for m in rule.marks))) for rule in self.rules]

    @property
    def family(self) -> str:
        """Return the family of the strongest signal, "" where there is none."""
        return self.signals[0].sign.family if self.signals else ""

    @property
    def harsh(self) -> bool:
        """Tell whether the text is one that people may choose to see blurred."""
        return any(shown.sign.harsh and shown.score >= 0.5 for shown in self.signals)

    @property
    def good(self) -> bool:
        """Tell whether the message brings something worth keeping."""
        return any(shown.sign.family == "good" for shown in self.signals)

    @property
    def name(self) -> str:
        """Return what to call the author; "" where nobody is named."""
        author = self.message.author
        return (author.name or author.key) if author else ""


def cards(messages: Iterable[Message]) -> list[Card]:
    """Return a card for each message, in order, with four queries for the whole list."""
    listed = list(messages)
    ids = [message.pk for message in listed]
    signals = _signals(ids)
    topics, rules = _caught(ids)
    return [
        Card(
            m,
            [shown for shown in signals[m.pk] if not shown.contested],
            topics[m.pk],
            rules[m.pk],
            contested=[shown for shown in signals[m.pk] if shown.contested],
        )
        for m in listed
    ]


def _signals(ids: list[int]) -> dict[int, list[Shown]]:
    found: dict[int, list[Shown]] = defaultdict(list)
    for row in heeded_of(ids):
        marks = tuple(evidence_marks(row.name, row.evidence))
        found[row.message_id].append(
            Shown(shown_sign(row.name, row.score), abs(row.score), row.model, marks, row.contested)
        )
    for shown in found.values():
        shown.sort(key=_weight, reverse=True)
    return found


def _weight(shown: Shown) -> tuple[int, float]:
    """Harm before care, care before good, tone last; then the surest."""
    return ("plain", "good", "care", "harm").index(shown.sign.family), shown.score


def _caught(ids: list[int]) -> tuple[dict[int, list[Caught]], dict[int, list[Caught]]]:
    """Return the topics and the rules that each message answers; those removed since are left out."""
    matches = matches_of(ids)
    rules = rule_names(number_of(match.topic_id) for match in matches if is_rule(match.topic_id))
    topics = topic_names({match.topic_id for match in matches if not is_rule(match.topic_id)})
    by_topic: dict[int, list[Caught]] = defaultdict(list)
    by_rule: dict[int, list[Caught]] = defaultdict(list)
    for match in matches:
        ruled = is_rule(match.topic_id)
        id = number_of(match.topic_id) if ruled else match.topic_id
        if (name := (rules if ruled else topics).get(id)) is not None:
            marks = tuple(standing_marks("rule" if ruled else "topic", name, match.spans))
            (by_rule if ruled else by_topic)[match.message_id].append(Caught(id, name, marks))
    return by_topic, by_rule
