"""From what was read of a message to what is put before the human: a priority that opens into its sum.

The machine sorts, a human decides: nothing here acts. Why these points: docs/explanation/priority.md.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from palabre.core.charter.rules import Rule
from palabre.core.model import Action, Message, Part, Proposal, Signal

#: Points that a sure signal adds; a half-sure one adds half. Someone in danger comes before someone who hurts, who
#: comes before someone who swindles, who comes before someone who waits; what is worth publishing follows.
POINTS = {
    "self_harm": 98, "emergency": 96, "threat": 92, "violence_call": 92, "hate": 88, "dehumanising": 86,
    "personal_data": 84, "harassment": 84, "scam": 78, "adverse_event": 78, "coded_hate": 72, "sexual": 62,
    "insult": 52, "spam": 46, "flood": 40, "correction": 46, "help_request": 45, "testimony": 42, "lead": 30,
    "question": 26, "feedback": 24, "urgency": 20, "anger": 14, "argument": 12, "praise": 5,
}  # fmt: skip

#: Signals that say how a thing is said, or what stands in it: by themselves they bring nothing before anybody.
MANNER = frozenset(["irony", "link_shared", "sentiment"])

#: Signals that hurt, with the article of the default charter that speaks of them.
ARTICLES = {
    "violence_call": "violence", "threat": "violence", "hate": "discrimination", "dehumanising": "discrimination",
    "harassment": "harassment", "sexual": "indecency", "insult": "insult", "personal_data": "privacy",
    "scam": "fraud", "spam": "advertising", "flood": "advertising",
}  # fmt: skip

#: A signal surer than this one brings a proposal to remove; under it, only a place in the queue. Coded hate never
#: does: each of its expressions has innocent uses. What rests on learned words alone must be surer.
SURE, SURE_UNSAID = 0.75, 0.9
#: Of what hurts, hints or corrects, the share that counts where no phrase says it: of an ordinary day's false
#: finds, nearly all are such. Somebody in danger counts whole.
UNSAID, DOUBTED = 0.75, frozenset([*ARTICLES, "coded_hate", "correction"])
#: Why of the evidence that is no phrase, but a word that weighed.
LEARNED = "learned"
#: A person in danger is answered, not removed: with one of these this sure, nothing is proposed.
CARE, CARE_SURE = frozenset(["self_harm", "emergency", "adverse_event"]), 0.6
#: Points of a rule whose article no signal speaks of, and whose author chose none.
UNSPOKEN = 40
#: The strongest signal counts whole, each further one this share; and no more than these together.
FURTHER, MOST = 4, 100


def propose(message: Message, signals: Sequence[Signal], rules: Sequence[Rule] = ()) -> Proposal:
    """Return the proposal for ``message``, of whose workspace it answers ``rules``.

    Its parts sum to its priority, 0 to 100. The article of a rule comes before that of a signal: people chose it.
    """
    parts = tuple(_within(MOST, [*_parts(signals, rules), *_of_message(message)]))
    action, article = _action(signals, rules)
    return Proposal(priority=sum(part.points for part in parts), action=action, article=article, parts=parts)


def usual_points(article: str) -> int:
    """Return the points of a rule that cites ``article``: those of its heaviest signal."""
    return max((POINTS[signal] for signal, cited in ARTICLES.items() if cited == article), default=UNSPOKEN)


def _points(rule: Rule) -> int:
    return usual_points(rule.article) if rule.weight is None else rule.weight


def _parts(signals: Sequence[Signal], rules: Sequence[Rule]) -> list[Part]:
    found = [(_worth(one), one.name, 0, "") for one in signals]
    if rules:
        found += [(_points(rule), "rule", rule.id, rule.name) for rule in rules]
    found.sort(reverse=True)
    return [
        Part(why, points // FURTHER if rank else points, rule, name)
        for rank, (points, why, rule, name) in enumerate(found)
    ]


def _worth(signal: Signal) -> int:
    points = POINTS.get(signal.name, 0) * signal.score
    return round(points * UNSAID if signal.name in DOUBTED and is_unsaid(signal) else points)


def is_unsaid(signal: Signal) -> bool:
    """Tell whether all the evidence of a signal is words that weighed, and none a phrase that says it."""
    return bool(signal.evidence) and all(one.why == LEARNED for one in signal.evidence)


def _is_sure(signal: Signal) -> bool:
    return signal.score >= SURE and (signal.score >= SURE_UNSAID or not is_unsaid(signal))


def _of_message(message: Message) -> list[Part]:
    parts = [Part("first_message", 3)] if message.first else []
    return [*parts, Part("private", 5)] if message.visibility == "private" else parts


def _within(room: int, parts: Iterable[Part]) -> Iterable[Part]:
    """Yield the parts that count until the room is full, the last one cut."""
    for part in parts:
        points = min(part.points, room)
        if points > 0:
            yield part if points == part.points else replace(part, points=points)
            room -= points


def _action(signals: Sequence[Signal], rules: Sequence[Rule]) -> tuple[Action | None, str]:
    if any(one.name in CARE and one.score >= CARE_SURE for one in signals):
        return None, ""
    if rules:
        return "remove", min(rules, key=lambda rule: (-_points(rule), rule.id)).article
    hurting = [one for one in signals if one.name in ARTICLES and _is_sure(one)]
    if not hurting:
        return None, ""
    worst = max(hurting, key=lambda one: (POINTS[one.name] * one.score, one.name))
    return "remove", ARTICLES[worst.name]
