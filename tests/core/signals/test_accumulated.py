"""Harassment by accumulation: several messages aimed at one person, and what is none of it."""

from datetime import timedelta
from itertools import count

import pytest

from palabre.core.model import Author, Evidence, Message, Signal
from palabre.core.signals import accumulated
from palabre.core.signals.accumulated import Aimed, joined
from palabre.core.signals.told import counted, parted

from .said import WHEN

_ids = count()
HURT, NOTHING = (Signal("insult", 0.8, "t"),), ()


def said(text: str, author: str, minutes: float = 0, parent: str = "", message_id: str = "") -> Message:
    at = WHEN + timedelta(minutes=minutes)
    who = Author(key=author.lower(), name=author)
    return Message(id=message_id or f"a{next(_ids)}", text=text, published=at, author=who, parent=parent)


def why(signal: Signal | None) -> str:
    return signal.evidence[0].why if signal is not None else ""


def hurting(*messages: Message, aimed: Aimed | None = None) -> list[str]:
    return [why(one) for one in (aimed or Aimed()).judge(messages, [HURT] * len(messages))]


def test_several_who_hurt_the_same_mentioned_person_are_told_with_their_number() -> None:
    texts = [said(f"@jeanne t'es nulle {n}", author, n) for n, author in enumerate(["Ana", "Bob", "Ana", "Cid"])]
    found = Aimed().judge(texts, [HURT] * 4)
    assert [why(one) for one in found] == ["", "", "hurt_together:3:2:Ana, Bob", "hurt_together:4:3:Ana, Bob, Cid"]
    assert found[2] is not None and found[3] is not None
    assert 0.5 < found[2].score < found[3].score < 1
    place = found[3].evidence[0]
    assert texts[3].text[place.start : place.end] == "@jeanne"


def test_one_who_comes_back_to_the_author_that_they_answer() -> None:
    first = said("Bonjour, voici ma recette", "Jeanne", message_id="post")
    again = [said("quelle cloche", "Ana", n, parent="post") for n in range(1, 4)]
    found = Aimed().judge([first, *again], [NOTHING, HURT, HURT, HURT])
    assert [why(one) for one in found] == ["", "", "", "hurt_again:3:1:Ana"]


def test_an_answer_and_a_mention_are_the_same_person() -> None:
    first = said("Bonjour", "Jeanne Rivet", message_id="post")
    rest = [said("@Jeanne_Rivet minable", "Ana"), said("minable", "Bob", 1, "post"), said("oui", "Cid", 2, "post")]
    found = Aimed().judge([first, *rest], [NOTHING, HURT, HURT, HURT])
    assert why(found[-1]) == "hurt_together:3:3:Ana, Bob, Cid"


def test_somebody_who_is_only_named_takes_more() -> None:
    texts = [said(f"Quel clown ce Jean Castaing {n}", f"author{n}", n) for n in range(5)]
    assert [bool(one) for one in hurting(*texts)] == [False] * 4 + [True]
    assert not any(hurting(*(said("Le Monde ment", f"author{n}", n) for n in range(9))))


def test_insisting_without_an_answer_is_told_and_a_conversation_is_not() -> None:
    alone = [said(f"@jeanne réponds {n}", "Ana", n) for n in range(7)]
    found = Aimed().judge(alone, [NOTHING] * 7)
    assert [why(one) for one in found] == [""] * 5 + ["insists:6:1:Ana", "insists:7:1:Ana"]
    both = [one for n in range(7) for one in (said("@jeanne et donc ?", "Ana", n), said("@ana oui", "Jeanne", n))]
    assert not any(Aimed().judge(both, [NOTHING] * 14))


def test_what_is_none_of_it() -> None:
    aimed = Aimed()
    assert not any(aimed.judge([said("@jeanne bravo", f"b{n}", n) for n in range(9)], [NOTHING] * 9)), "a crowd"
    assert not any(hurting(*(said("@jeanne nulle", "Jeanne", n) for n in range(9)))), "oneself"
    assert not any(hurting(*(said("@jeanne nulle", "Ana", n * 1_000) for n in range(5)))), "days apart"
    assert not any(hurting(*(said(f"@p{n} nulle", "Ana", n) for n in range(9)))), "nine persons"
    assert not any(hurting(*(said("écrivez à a@jeanne.fr", "Ana", n) for n in range(9)))), "an address"
    nobody = [Message(id=f"n{n}", text="@jeanne nulle", published=WHEN) for n in range(9)]
    assert not any(hurting(*nobody)), "without authors nobody can be told apart"


def test_a_message_read_again_counts_once() -> None:
    same = [said("@jeanne nulle", "Ana", message_id="same")] * 9
    assert not any(hurting(*same))


def test_its_memory_moves_with_it_and_stays_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    aimed = Aimed()
    assert not any(hurting(said("@jeanne nulle", "Ana"), said("@jeanne nulle", "Bob", 1), aimed=aimed))
    moved = Aimed.load(aimed.dump())
    assert hurting(said("@jeanne nulle", "Cid", 2), aimed=moved) == ["hurt_together:3:3:Ana, Bob, Cid"]
    monkeypatch.setattr(accumulated, "REMEMBERED", 10)
    hurting(*(said(f"@p{n} nulle", "Ana", n) for n in range(300)), aimed=moved)
    hurting(*(said("@p nulle", "Ana", n / 1000) for n in range(300)), aimed=moved)
    assert len(moved.dump()) < 20_000


def test_a_text_full_of_names_is_bounded() -> None:
    text = " ".join(f"@p{n} Jean Castaing{'a' * (n % 7)}" for n in range(5_000))
    assert hurting(said(text, "Ana"), said(text, "Bob", 1), said(text, "Cid", 2))[2]


def test_what_was_found_in_the_message_itself_is_kept() -> None:
    own = Signal("harassment", 0.93, "rules-2", (Evidence(0, 3, "kill_yourself"),))
    more = Signal("harassment", 0.7, accumulated.MODEL, (Evidence(0, 9, "hurt_again:3:1:Ana"),))
    (both,) = joined([own], more)
    assert (both.score, both.model, len(both.evidence)) == (0.93, "rules-2", 2)
    assert joined(HURT, more) == (*HURT, more)


def test_reasons_that_count() -> None:
    assert counted("hurt_again", 3, ["Ana, la vraie"]) == "hurt_again:3:1:Ana  la vraie"
    assert parted("hurt_together:4:3:Ana, Bob: c'est moi") == ("hurt_together", 4, 3, "Ana, Bob: c'est moi")
    assert parted("slur") is None and parted("a:b:c:d") is None
