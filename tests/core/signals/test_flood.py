"""Signal `flood`: one who repeats, many who paste, a burst; and the crowds that are none of it."""

from datetime import timedelta
from itertools import count

import pytest

from palabre.core.model import Author, Message, Signal
from palabre.core.signals.flood import KEPT, Recent

from .said import WHEN

_ids = count()
CALL = "Partagez ce texte partout avant qu'ils ne le retirent du site"


def said(text: str, author: str = "", minutes: float = 0, message_id: str = "") -> Message:
    return Message(
        id=message_id or f"f{next(_ids)}",
        text=text,
        published=WHEN + timedelta(minutes=minutes),
        author=Author(key=author) if author else None,
    )


def judged(recent: Recent, *messages: Message, group: int = 1) -> list[Signal | None]:
    return recent.judge(messages, [group] * len(messages), [len(one.text.split()) for one in messages])


def why(signal: Signal | None) -> str:
    return signal.evidence[0].why if signal is not None else ""


def test_an_author_who_repeats_is_told_from_the_third_copy() -> None:
    found = judged(Recent(), *(said("Votez Dubreuil", "a", minutes) for minutes in (0, 30, 60, 90)))
    assert [why(one) for one in found] == ["", "", "same_author_again", "same_author_again"]
    assert found[2] is not None and found[3] is not None
    assert 0.5 <= found[2].score < found[3].score < 1


def test_a_long_text_pasted_by_three_accounts_is_told() -> None:
    found = judged(Recent(), *(said(CALL, author, 5) for author in "abc"))
    assert [why(one) for one in found] == ["", "", "many_accounts_paste"]


def test_a_short_text_that_many_write_is_a_crowd() -> None:
    assert not any(judged(Recent(), *(said("Joyeux Noël", f"author{number}") for number in range(50))))


def test_eight_messages_within_a_minute_are_a_burst() -> None:
    recent = Recent()
    found = recent.judge(
        [said(f"message numéro {number}", "a", number / 10) for number in range(9)], range(100, 109), [3] * 9
    )
    assert [why(one) for one in found] == [""] * 7 + ["burst", "burst"]


def test_a_chat_at_its_pace_is_no_burst() -> None:
    recent = Recent()
    found = recent.judge(
        [said(f"message numéro {number}", "a", number) for number in range(30)], range(100, 130), [3] * 30
    )
    assert not any(found)


def test_copies_a_week_apart_are_a_habit() -> None:
    assert not any(judged(Recent(), *(said(CALL, "a", week * 7 * 24 * 60) for week in range(6))))


def test_a_message_read_again_counts_once() -> None:
    assert not any(judged(Recent(), *(said(CALL, "a", message_id="same") for _ in range(10))))


def test_the_evidence_is_the_whole_text() -> None:
    found = judged(Recent(), *(said(CALL, author) for author in "abc"))[-1]
    assert found is not None
    assert (found.evidence[0].start, found.evidence[0].end) == (0, len(CALL))


def test_messages_without_author_or_text_are_left_alone() -> None:
    assert not any(judged(Recent(), *(said(CALL) for _ in range(20))))
    assert not any(judged(Recent(), *(said("", "a", 0) for _ in range(20))))


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("palabre.core.signals.flood.REMEMBERED", 10)
    recent = Recent()
    for number in range(100):
        judged(recent, *(said("encore", "b") for _ in range(2)), group=number)
    assert len(recent._groups) == 10
    assert all(len(kept) <= KEPT for kept in recent._authors.values())


def test_what_is_remembered_goes_through_bytes() -> None:
    recent = Recent()
    judged(recent, said("Votez pour moi", "ninon"), said("Votez pour moi", "ninon"))
    again = Recent.load(recent.dump())
    assert why(judged(again, said("Votez pour moi", "ninon"))[0]) == "same_author_again"
    assert len(again._groups[1]) == 3
