"""Deciding: one person a message, every decision a row of its own, every one can be taken back."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from desk.teams import Team
from house import NOW, House
from palabre.core.charter.states import replay
from palabre.desk.messages.models import Message
from palabre.desk.moderation.actions import Verdict, do_decide_alike, do_decide_message, do_undo_decisions
from palabre.desk.moderation.claims import do_claim_message
from palabre.desk.moderation.refusals import Refused
from palabre.desk.moderation.selectors import decisions_of, log_of, newest_alike
from palabre.desk.people.scope import scoped
from palabre.store.migrate import Connection
from palabre.store.partitions import arrival_of

REMOVE = Verdict("remove", "insult")
PUBLISH = Verdict("approve")
HOLD = Verdict("hold")


@pytest.fixture
def source(house: House, courrier: Team) -> int:
    return house.source(courrier.workspace)


def state(owner: Connection, message: int) -> Any:
    row = owner.execute("SELECT decision FROM message WHERE id = %s", (message,)).fetchone()
    return row[0] if row else None


def decide(team: Team, message: int, verdict: Verdict, role: str = "moderator") -> int:
    with scoped(team.people[role], team.workspace):
        return do_decide_message(actor=team.actor(role), message_id=message, verdict=verdict).pk


def undo(team: Team, *decisions: int, role: str = "moderator") -> dict[int, Any]:
    with scoped(team.people[role], team.workspace):
        return dict(do_undo_decisions(actor=team.actor(role), decision_ids=decisions))


def test_a_decision_changes_the_message_and_leaves_a_row_an_entry_and_news(
    house: House, owner: Connection, courrier: Team, source: int
) -> None:
    message = house.message(source, "Quelle bande de clowns.")
    decide(courrier, message, REMOVE)
    assert state(owner, message) == "remove"
    assert owner.execute("SELECT action, reason, person_id FROM decision").fetchall() == [
        ("remove", "insult", courrier.people["moderator"])
    ]
    assert owner.execute("SELECT verb, object FROM audit").fetchall() == [("message.remove", f"message {message}")]
    (kind, body) = owner.execute("SELECT kind, body::jsonb FROM announcement").fetchall()[0]
    assert kind == "decided"
    assert body == {"ids": [message], "decision": "remove", "person": courrier.people["moderator"]}


def test_the_second_person_is_told_who_was_first(house: House, courrier: Team, source: int) -> None:
    message = house.message(source, "Quelle bande de clowns.")
    decide(courrier, message, REMOVE)
    with pytest.raises(Refused) as refusal:
        decide(courrier, message, PUBLISH, role="lead")
    assert refusal.value.why == "decided"
    assert refusal.value.before.name == "Moderator Courrier"
    assert refusal.value.before.action == "remove"


def test_two_people_at_the_same_moment_never_both_decide(
    house: House, owner: Connection, courrier: Team, source: int
) -> None:
    messages = [house.message(source, f"Message {n}") for n in range(12)]
    won: list[str] = []
    barrier = threading.Barrier(2)

    def race(role: str) -> None:
        try:
            for message in messages:
                barrier.wait()
                try:
                    decide(courrier, message, REMOVE if role == "lead" else PUBLISH, role)
                    won.append(role)
                except Refused as refusal:
                    assert refusal.why == "decided"
        finally:
            connection.close()

    threads = [threading.Thread(target=race, args=(role,)) for role in ("lead", "moderator")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == len(messages)
    counts = owner.execute("SELECT count(*), count(DISTINCT message_id) FROM decision").fetchall()
    assert counts == [(12, 12)]


def test_what_a_colleague_has_open_is_left_to_them(house: House, courrier: Team, source: int) -> None:
    message = house.message(source, "Bonjour")
    with scoped(courrier.people["lead"], courrier.workspace):
        do_claim_message(actor=courrier.actor("lead"), message_id=message, name="Lead")
    with pytest.raises(Refused) as refusal:
        decide(courrier, message, PUBLISH)
    assert refusal.value.why == "claimed"
    decide(courrier, message, PUBLISH, role="lead")


def test_a_message_only_watched_is_not_decided(house: House, courrier: Team, source: int) -> None:
    message = house.message(source, "Article de presse", decision="none")
    with pytest.raises(Refused) as refusal:
        decide(courrier, message, PUBLISH)
    assert refusal.value.why == "decided"


def test_a_message_of_another_workspace_is_not_there(
    house: House, gazette: Team, courrier: Team, source: int
) -> None:
    message = house.message(source, "Chez les autres")
    with pytest.raises(Refused) as refusal:
        decide(gazette, message, PUBLISH)
    assert refusal.value.why == "absent"


def test_on_hold_then_decided_then_undone_is_on_hold_again(
    house: House, owner: Connection, courrier: Team, source: int
) -> None:
    message = house.message(source, "À vérifier")
    decide(courrier, message, HOLD)
    decision = decide(courrier, message, PUBLISH)
    assert undo(courrier, decision) == {message: "hold"}
    assert state(owner, message) == "hold"
    with scoped(courrier.people["owner"], courrier.workspace):
        assert replay(log_of(decisions_of([message]))) == "hold"


def test_a_decision_is_undone_once_and_by_whoever_sees_the_mistake(
    house: House, owner: Connection, courrier: Team, source: int
) -> None:
    message = house.message(source, "Bonjour")
    decision = decide(courrier, message, REMOVE)
    assert undo(courrier, decision, role="lead") == {message: "pending"}
    assert owner.execute("SELECT decided_at FROM message WHERE id = %s", (message,)).fetchone() == (None,)
    with pytest.raises(Refused) as refusal:
        undo(courrier, decision)
    assert refusal.value.why == "stands"


def test_an_earlier_decision_cannot_be_undone_under_a_later_one(house: House, courrier: Team, source: int) -> None:
    message = house.message(source, "Bonjour")
    first = decide(courrier, message, HOLD)
    decide(courrier, message, PUBLISH)
    with pytest.raises(Refused):
        undo(courrier, first)


def test_undoing_a_decision_of_another_workspace_does_nothing(
    house: House, owner: Connection, gazette: Team, courrier: Team, source: int
) -> None:
    message = house.message(source, "Bonjour")
    decision = decide(courrier, message, REMOVE)
    with pytest.raises(Refused):
        undo(gazette, decision)
    assert state(owner, message) == "remove"


def test_similar_messages_are_decided_in_one_go_each_with_its_own_row(
    house: House, owner: Connection, courrier: Team, source: int
) -> None:
    first = house.message(source, "Gagnez 500 euros sur WhatsApp")
    copies = [house.message(source, "Gagnez 500 euros sur WhatsApp !", near=first) for _ in range(4)]
    other = house.message(source, "Bonjour")
    with scoped(courrier.people["moderator"], courrier.workspace):
        made = do_decide_alike(
            actor=courrier.actor("moderator"), message_id=copies[1], verdict=Verdict("remove", "fraud")
        )
    assert sorted(row.message_id for row in made) == sorted([first, *copies])
    assert state(owner, other) == "pending"
    assert owner.execute("SELECT count(*) FROM audit").fetchone() == (1,)
    assert undo(courrier, *(row.pk for row in made)) == dict.fromkeys([first, *copies], "pending")
    assert {state(owner, message) for message in (first, *copies)} == {"pending"}


def test_of_similar_messages_those_that_a_colleague_reads_are_left(
    house: House, owner: Connection, courrier: Team, source: int
) -> None:
    first = house.message(source, "Gagnez 500 euros")
    taken = house.message(source, "Gagnez 500 euros", near=first)
    with scoped(courrier.people["lead"], courrier.workspace):
        do_claim_message(actor=courrier.actor("lead"), message_id=taken, name="Lead")
    with scoped(courrier.people["moderator"], courrier.workspace):
        made = do_decide_alike(actor=courrier.actor("moderator"), message_id=first, verdict=PUBLISH)
    assert [row.message_id for row in made] == [first]
    assert state(owner, taken) == "pending"


def test_similar_messages_that_came_after_they_were_counted_wait(
    house: House, owner: Connection, courrier: Team, source: int
) -> None:
    """What arrives later may be filed under an earlier day, and nobody has seen it."""
    first = house.message(source, "Gagnez 500 euros")
    copy = house.message(source, "Gagnez 500 euros", near=first)
    with scoped(courrier.people["moderator"], courrier.workspace):
        newest = newest_alike(Message.objects.get(pk=first))
    late = house.message(source, "Gagnez 500 euros", near=first, published=NOW - timedelta(days=3))
    later = house.message(source, "Gagnez 500 euros", near=first)
    assert newest == arrival_of(copy) and late < first < later
    with scoped(courrier.people["moderator"], courrier.workspace):
        verdict = Verdict.read("remove", "fraud", newest=newest)
        made = do_decide_alike(actor=courrier.actor("moderator"), message_id=first, verdict=verdict)
    assert {row.message_id for row in made} == {first, copy}
    assert {state(owner, message) for message in (late, later)} == {"pending"}


def test_what_was_edited_since_it_was_read_is_not_decided(
    house: House, owner: Connection, courrier: Team, source: int
) -> None:
    message = house.message(source, "Merci au journal")
    owner.execute("UPDATE message SET text = 'Tout autre chose', revision = 2 WHERE id = %s", (message,))
    with pytest.raises(Refused) as refusal:
        decide(courrier, message, Verdict.read("approve", revision=1))
    assert refusal.value.why == "edited"
    assert state(owner, message) == "pending"
    decide(courrier, message, Verdict.read("approve", revision=2))
    with pytest.raises(Refused) as refusal:  # who was first counts more than what was read
        decide(courrier, message, Verdict.read("remove", "insult", revision=1), "lead")
    assert refusal.value.why == "decided"


def test_similar_messages_are_not_decided_by_one_that_was_edited_since_it_was_read(
    house: House, owner: Connection, courrier: Team, source: int
) -> None:
    first = house.message(source, "Gagnez 500 euros")
    copy = house.message(source, "Gagnez 500 euros", near=first)
    owner.execute("UPDATE message SET text = 'Merci au journal', revision = 2 WHERE id = %s", (first,))
    with scoped(courrier.people["moderator"], courrier.workspace), pytest.raises(Refused) as refusal:
        verdict = Verdict.read("remove", "fraud", revision=1)
        do_decide_alike(actor=courrier.actor("moderator"), message_id=first, verdict=verdict)
    assert refusal.value.why == "edited"
    assert {state(owner, message) for message in (first, copy)} == {"pending"}


@pytest.mark.parametrize(
    ("action", "reason", "why"), [("remove", "", "reason"), ("remove", "no_such", "reason"), ("ban", "", "action")]
)
def test_a_verdict_that_makes_no_sense_is_refused(action: str, reason: str, why: str) -> None:
    with pytest.raises(Refused) as refusal:
        Verdict.read(action, reason)
    assert refusal.value.why == why


def test_a_note_is_kept_within_bounds_and_without_what_the_database_refuses() -> None:
    assert Verdict.read("approve", "", " vu\0 avec Jeanne ").note == "vu avec Jeanne"
    assert len(Verdict.read("hold", "", "x" * 10_000).note) == 2_000
