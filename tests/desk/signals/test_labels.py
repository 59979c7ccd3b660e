""" "Not so", in one click: a label with its author, audited, that can be taken back."""

from typing import Any

import pytest

from desk.teams import Team
from house import House
from palabre.desk.messages.cards import cards
from palabre.desk.messages.selectors import messages_by_id
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import scoped
from palabre.desk.signals.actions import do_label_signal, do_undo_label
from palabre.desk.signals.heard import heard
from palabre.desk.signals.models import Label
from palabre.store.migrate import Connection


@pytest.fixture
def message(house: House, courrier: Team) -> int:
    made = house.message(house.source(courrier.workspace), "Quelle bande de clowns, ces élus.")
    house.signal(made, "insult", 0.8)
    return made


def label(team: Team, message: int, signal: str = "insult", is_it: bool = False, role: str = "moderator") -> int:
    with scoped(team.people[role], team.workspace):
        return do_label_signal(actor=team.actor(role), message_id=message, signal=signal, is_it=is_it).pk


def undo(team: Team, number: int) -> bool:
    with scoped(team.people["moderator"], team.workspace):
        return do_undo_label(actor=team.actor("moderator"), label=Label.objects.get(pk=number))


def standing(owner: Connection) -> list[Any]:
    return owner.execute("SELECT signal, value FROM label WHERE undone_at IS NULL ORDER BY id").fetchall()


def test_a_word_keeps_its_author_and_what_the_machine_said(owner: Connection, courrier: Team, message: int) -> None:
    label(courrier, message)
    row = owner.execute(
        "SELECT signal, value, origin, person_id, round(score::numeric, 2), model FROM label"
    ).fetchone()
    assert row is not None
    assert (*row[:4], float(str(row[4])), row[5]) == (
        "insult", 0.0, "person", courrier.people["moderator"], 0.8, "test",
    )  # fmt: skip
    assert owner.execute("SELECT verb, object FROM audit").fetchall() == [("label.contest", f"message {message}")]
    assert owner.execute("SELECT kind FROM announcement").fetchall() == [("labelled",)]


def test_another_word_takes_the_place_of_the_one_before(owner: Connection, courrier: Team, message: int) -> None:
    label(courrier, message, is_it=False)
    label(courrier, message, is_it=True, role="lead")
    assert standing(owner) == [("insult", 1.0)]
    assert owner.execute("SELECT count(*) FROM label").fetchone() == (2,), "the first is undone, not erased"


def test_it_can_be_taken_back_once(owner: Connection, courrier: Team, message: int) -> None:
    number = label(courrier, message)
    assert undo(courrier, number)
    assert not undo(courrier, number)
    assert standing(owner) == []
    assert [verb for (verb,) in owner.execute("SELECT verb FROM audit")] == ["label.contest", "label.undo"]


def test_a_missing_signal_can_be_added_and_an_unknown_one_cannot(courrier: Team, message: int) -> None:
    label(courrier, message, "testimony", is_it=True)
    for wrong in ("toxicity", "nonsense"):
        with pytest.raises(Refused):
            label(courrier, message, wrong, is_it=True)


def test_a_contested_signal_stands_apart_on_the_card(house: House, courrier: Team, message: int) -> None:
    house.signal(message, "anger", 0.7)
    with scoped(courrier.people["lead"], courrier.workspace):
        (before,) = cards(messages_by_id([message]))
    label(courrier, message)
    label(courrier, message, "question", is_it=True)
    with scoped(courrier.people["lead"], courrier.workspace):
        (after,) = cards(messages_by_id([message]))
        chips = {chip.sign.name: chip for chip in heard(after).chips}
    assert [shown.sign.name for shown in before.signals] == ["insult", "anger"]
    assert [shown.sign.name for shown in after.signals] == ["anger"] and after.family == "plain"
    assert chips["insult"].contested and chips["question"].confirmed and chips["anger"].label is None
    assert chips["question"].percent is None


def test_what_is_not_heeded_is_not_shown(house: House, owner: Connection, courrier: Team, message: int) -> None:
    house.signal(message, "anger", 0.25)
    owner.execute("INSERT INTO signal_threshold VALUES (%s, 'insult', 0.8)", (courrier.workspace,))

    def shown() -> list[str]:
        with scoped(courrier.people["lead"], courrier.workspace):
            return [one.sign.name for one in cards(messages_by_id([message]))[0].signals]

    assert shown() == ["insult"], "0.8 reaches 0.8, though a real has no exact 0.8"
    owner.execute("UPDATE signal_threshold SET threshold = 0.85")
    assert shown() == []


class TestByPage:
    def test_one_click_and_its_undo(self, owner: Connection, courrier: Team, message: int) -> None:
        client = courrier.client("moderator")
        pane = client.get(courrier.url(f"queue/{message}")).content.decode()
        address = courrier.url(f"signals/messages/{message}/label")
        assert f'data-to="{address}" data-signal="insult" data-is="0"' in pane
        answer = client.post(address, {"signal": "insult", "is": "0"})
        assert answer.status_code == 200
        html = answer.content.decode()
        assert "chip-contested" in html and "Moderator Courrier" in html
        (number,) = owner.execute("SELECT id FROM label").fetchone() or (0,)
        undone = client.post(courrier.url(f"signals/labels/{number}/undo")).content.decode()
        assert "chip-contested" not in undone and standing(owner) == []

    def test_the_page_of_a_message_has_them_too(self, courrier: Team, message: int) -> None:
        html = courrier.client("moderator").get(courrier.url(f"messages/{message}")).content.decode()
        assert 'data-signal="insult" data-is="0"' in html

    def test_who_may_not_decide_sees_chips_and_no_button(self, courrier: Team, message: int) -> None:
        html = courrier.client("client").get(courrier.url(f"messages/{message}")).content.decode()
        assert "chip-name" in html and "data-to=" not in html
        answer = courrier.client("client").post(
            courrier.url(f"signals/messages/{message}/label"), {"signal": "insult"}
        )
        assert answer.status_code == 404

    def test_an_unknown_signal_is_told(self, courrier: Team, message: int) -> None:
        answer = courrier.client().post(
            courrier.url(f"signals/messages/{message}/label"), {"signal": "x", "is": "1"}
        )
        assert (answer.status_code, answer.json()["said"]) == (422, "Ce signal n’existe pas.")

    def test_another_reader_is_told_on_the_chip(self, house: House, owner: Connection, courrier: Team) -> None:
        made = house.message(house.source(courrier.workspace, name="Site"), "Bonsoir")
        house.signal(made, "hate", 0.6)
        owner.execute("UPDATE signal SET model = 'sent:Notre modèle' WHERE message_id = %s", (made,))
        html = courrier.client("owner").get(courrier.url(f"messages/{made}")).content.decode()
        assert "ce texte a quitté cette machine" in html
