"""Deciding. Two people never decide the same message: each change is one conditional UPDATE, and the row's lock
lets one of them through; the other is told who was there first.

Every decision is a row of its own; it is undone by another row, and the state before it comes back.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Now

from palabre.core.charter.articles import BY_KEY
from palabre.core.charter.states import ACTIONS, State, before, undone
from palabre.core.model import Action
from palabre.desk.audit.actions import record
from palabre.desk.messages.models import Message
from palabre.desk.moderation.claims import forget_claims
from palabre.desk.moderation.models import Claim, Decision
from palabre.desk.moderation.refusals import Before, Refused
from palabre.desk.moderation.selectors import (
    alike_waiting,
    claims_of_others,
    decisions_of,
    log_of,
    standing_decision,
)
from palabre.desk.people.scope import Actor, announce_on_commit

#: Messages decided in one go, at most.
MOST = 500
NOTE = 2_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is decided: the action, the article it cites ("" where none is needed), a note for colleagues.

    ``revision`` is that of the text which was read, ``newest`` (see ``newest_alike``) how far the messages that say
    nearly the same were counted; None where nobody says so (a rule, a call of the API).
    """

    action: Action
    reason: str = ""
    note: str = ""
    revision: int | None = None
    newest: int | None = None

    @staticmethod
    def read(
        action: str, reason: str = "", note: str = "", revision: int | None = None, newest: int | None = None
    ) -> "Verdict":
        """Return the verdict that a form or a call gives, or raise ``Refused``: removing cites an article."""
        if action not in ACTIONS:
            raise Refused("action")
        if reason not in BY_KEY and (action == "remove" or reason):
            raise Refused("reason")
        return Verdict(action, reason, note.replace("\0", "").strip()[:NOTE], revision, newest)


def do_decide_message(*, actor: Actor, message_id: int, verdict: Verdict) -> Decision:
    """Decide one message that waits and that nobody else has open; raise ``Refused`` with who was first.

    ``Refused`` too where it was edited since it was read: what is published is what somebody has read.
    """
    changed = _decide(actor, _as_read(Message.objects.filter(pk=message_id), message_id, verdict), verdict)
    if not changed:
        raise _why_not(actor, message_id, verdict)
    decision = _log(actor, [message_id], verdict)[0]
    record(actor=actor, verb=f"message.{verdict.action}", object=f"message {message_id}", **_detail(verdict))
    return decision


def do_decide_alike(*, actor: Actor, message_id: int, verdict: Verdict) -> list[Decision]:
    """Decide every waiting message that says nearly the same, at most ``MOST``: one decision each, one audit row.

    Those that someone else has open, or decides at this moment, are left to them; those that came after ``newest``
    nobody has seen, and they wait. ``Refused`` where none is left, and where the message itself was edited since
    it was read.
    """
    message = Message.objects.filter(pk=message_id).first()
    if message is None:
        raise Refused("absent")
    if verdict.revision not in (None, message.revision):
        raise Refused("edited")
    alike = _as_read(alike_waiting(message, verdict.newest), message_id, verdict)
    group = _free(actor, alike).order_by("id").select_for_update(of=("self",), skip_locked=True)
    ids = list(group.values_list("pk", flat=True)[:MOST])
    if not _decide(actor, Message.objects.filter(pk__in=ids), verdict):
        raise _why_not(actor, message_id, verdict)
    decisions = _log(actor, ids, verdict)
    detail = {**_detail(verdict), "messages": ids}
    record(actor=actor, verb=f"messages.{verdict.action}", object=f"message {message_id}", **detail)
    return decisions


def do_undo_decisions(*, actor: Actor, decision_ids: Sequence[int]) -> dict[int, State]:
    """Take back decisions, each where it still stands last on its message; give the messages' new states.

    Raise ``Refused`` where none of them can be taken back. Locks the messages, so that two people cannot both undo.
    """
    wanted = list(Decision.objects.filter(pk__in=decision_ids, workspace_id=actor.workspace_id)[:MOST])
    by_message = {row.message_id: row for row in wanted}
    locked = Message.objects.filter(pk__in=by_message).order_by("id").select_for_update(of=("self",))
    ids = list(locked.values_list("pk", flat=True))
    back = _states_before(by_message, ids)
    if not back:
        raise Refused("stands")
    for state in sorted(set(back.values())):
        _undo(actor, [by_message[id] for id in back if back[id] == state], state)
    record(actor=actor, verb="decision.undo", object=f"message {min(back)}", messages=sorted(back))
    return back


def _decide(actor: Actor, messages: "QuerySet[Message]", verdict: Verdict) -> int:
    """Change the messages that may be changed; return how many were. Takes their rows' locks."""
    allowed = _free(actor, messages).filter(workspace_id=actor.workspace_id, decision__in=before(verdict.action))
    return allowed.update(decision=verdict.action, decided_at=Now())


def _free(actor: Actor, messages: "QuerySet[Message]") -> "QuerySet[Message]":
    """Return those of ``messages`` that nobody else has open."""
    theirs = Claim.objects.filter(message_id=OuterRef("pk"), until__gt=Now()).exclude(
        person_id=actor.person_id or 0
    )
    return messages.filter(~Exists(theirs))


def _as_read(messages: "QuerySet[Message]", message_id: int, verdict: Verdict) -> "QuerySet[Message]":
    """Leave out the message that was read where its text is another one by now."""
    if verdict.revision is None:
        return messages
    return messages.exclude(Q(pk=message_id) & ~Q(revision=verdict.revision))


def _log(actor: Actor, ids: list[int], verdict: Verdict) -> list[Decision]:
    rows = [_row(actor, id, verdict.action, reason=verdict.reason, note=verdict.note) for id in ids]
    made = Decision.objects.bulk_create(rows)
    forget_claims(actor, ids)
    announce_on_commit("decided", ids=ids, decision=verdict.action, person=actor.person_id)
    return made


def _row(actor: Actor, message_id: int, action: str, **columns: Any) -> Decision:
    who = {"workspace_id": actor.workspace_id, "person_id": actor.person_id}
    return Decision(message_id=message_id, action=action, **who, **columns)


def _detail(verdict: Verdict) -> dict[str, str]:
    return {key: value for key, value in (("reason", verdict.reason), ("note", verdict.note)) if value}


def _states_before(by_message: dict[int, Decision], ids: list[int]) -> dict[int, State]:
    """Return the state that comes back for each message whose decision stands last."""
    logs: dict[int, list[Decision]] = defaultdict(list)
    for row in decisions_of(ids):
        logs[row.message_id].append(row)
    states = {id: undone(log_of(logs[id]), by_message[id].pk) for id in ids}
    return {id: state for id, state in states.items() if state is not None}


def _undo(actor: Actor, decisions: list[Decision], state: State) -> None:
    ids = [decision.message_id for decision in decisions]
    Decision.objects.bulk_create(_row(actor, row.message_id, "undo", undoes=row) for row in decisions)
    decided_at = None if state == "pending" else Now()
    Message.objects.filter(pk__in=ids).update(decision=state, decided_at=decided_at)
    announce_on_commit("decided", ids=ids, decision=state, person=actor.person_id)


def _why_not(actor: Actor, message_id: int, verdict: Verdict) -> Refused:
    """Return why a message could not be decided."""
    message = Message.objects.filter(pk=message_id, workspace_id=actor.workspace_id).first()
    if message is None:
        return Refused("absent")
    claim = claims_of_others([message_id], actor.person_id).get(message_id)
    if claim is not None:
        return Refused("claimed", Before(name=str(claim.person)))
    if message.decision in before(verdict.action) and verdict.revision not in (None, message.revision):
        return Refused("edited")
    last = standing_decision(message_id)
    if last is None:
        return Refused("decided")
    return Refused("decided", Before(str(last.person) if last.person else "", last.action, last.at))
