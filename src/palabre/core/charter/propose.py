"""From what was read of a message to what is put before the human: a priority that opens into its sum.

The machine sorts, a human decides: nothing here acts. Why these points: docs/explanation/priority.md.
"""

from collections.abc import Iterable, Sequence

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
#: does: each of its expressions has innocent uses.
SURE = 0.75
#: A person in danger is answered, not removed: with one of these this sure, nothing is proposed.
CARE, CARE_SURE = frozenset(["self_harm", "emergency", "adverse_event"]), 0.6
#: The strongest signal counts whole, each further one this share; and no more than these together.
FURTHER, MOST = 4, 100


def propose(message: Message, signals: Sequence[Signal]) -> Proposal:
    """Return the proposal for ``message``. Its parts sum to its priority, 0 to 100."""
    parts = tuple(_within(MOST, [*_parts(signals), *_of_message(message)]))
    action, article = _action(signals)
    return Proposal(priority=sum(part.points for part in parts), action=action, article=article, parts=parts)


def _parts(signals: Sequence[Signal]) -> list[Part]:
    weighed = sorted(((round(POINTS.get(one.name, 0) * one.score), one.name) for one in signals), reverse=True)
    return [Part(name, points // FURTHER if rank else points) for rank, (points, name) in enumerate(weighed)]


def _of_message(message: Message) -> list[Part]:
    parts = [Part("first_message", 3)] if message.first else []
    return [*parts, Part("private", 5)] if message.visibility == "private" else parts


def _within(room: int, parts: Iterable[Part]) -> Iterable[Part]:
    """Yield the parts that count until the room is full, the last one cut."""
    for part in parts:
        points = min(part.points, room)
        if points > 0:
            yield Part(part.why, points)
            room -= points


def _action(signals: Sequence[Signal]) -> tuple[Action | None, str]:
    if any(one.name in CARE and one.score >= CARE_SURE for one in signals):
        return None, ""
    hurting = [one for one in signals if one.name in ARTICLES and one.score >= SURE]
    if not hurting:
        return None, ""
    worst = max(hurting, key=lambda one: (POINTS[one.name] * one.score, one.name))
    return "remove", ARTICLES[worst.name]
