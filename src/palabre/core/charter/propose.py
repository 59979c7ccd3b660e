"""From what was read of a message to what is put before the human: a priority that opens into its sum.

The machine sorts, a human decides: nothing here acts.
"""

from collections.abc import Sequence

from palabre.core.model import Action, Message, Part, Proposal, Signal

#: Points that a sure signal adds; a half-sure one adds half.
POINTS = {
    "self_harm": 95, "emergency": 95, "violence_call": 90, "threat": 90, "hate": 85, "dehumanising": 85,
    "personal_data": 80, "coded_hate": 70, "harassment": 70, "sexual": 60, "insult": 55, "scam": 75, "spam": 50,
    "flood": 40, "adverse_event": 80, "help_request": 45, "question": 25, "correction": 40, "testimony": 40,
    "feedback": 25, "lead": 30, "anger": 15, "urgency": 25, "praise": 5, "argument": 10,
}  # fmt: skip

#: Signals that hurt, with the article of the default charter that speaks of them.
ARTICLES = {
    "violence_call": "violence", "threat": "violence", "hate": "discrimination", "dehumanising": "discrimination",
    "coded_hate": "discrimination", "harassment": "harassment", "sexual": "indecency", "insult": "insult",
    "personal_data": "privacy", "scam": "fraud", "spam": "advertising", "flood": "advertising",
}  # fmt: skip

#: A signal surer than this one brings a proposal to remove; under it, only a place in the queue.
SURE = 0.75


def propose(message: Message, signals: Sequence[Signal]) -> Proposal:
    """Return the proposal for ``message``: the strongest signal counts whole, each further one a quarter."""
    weighed = sorted(((round(POINTS.get(s.name, 0) * s.score), s.name) for s in signals), reverse=True)
    parts = [Part(name, points if rank == 0 else points // 4) for rank, (points, name) in enumerate(weighed)]
    if message.first:
        parts.append(Part("first_message", 5))
    if message.visibility == "private":
        parts.append(Part("private", 5))
    parts = [part for part in parts if part.points > 0]
    priority = min(100, sum(part.points for part in parts))
    action, article = _action(signals)
    return Proposal(priority=priority, action=action, article=article, parts=tuple(parts))


def _action(signals: Sequence[Signal]) -> tuple[Action | None, str]:
    hurting = [s for s in signals if s.name in ARTICLES and s.score >= SURE]
    if not hurting:
        return None, ""
    worst = max(hurting, key=lambda s: POINTS[s.name] * s.score)
    return "remove", ARTICLES[worst.name]
