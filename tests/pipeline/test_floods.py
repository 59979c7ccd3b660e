"""Floods reach the proposal: told among messages, heeded as any other signal, once for a message read again."""

from datetime import UTC, datetime, timedelta

from palabre.core.charter.rules import Rule
from palabre.core.model import Author, Message
from palabre.pipeline.understand import Lens, understand

WHEN = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
CALL = "Partagez ce texte partout avant qu'ils ne le retirent encore du site du journal"


def said(number: int, author: str) -> Message:
    at = WHEN + timedelta(minutes=number)
    return Message(id=f"m{number}", text=f"{CALL} !", published=at, author=Author(key=author))


def floods(lens: Lens, messages: list[Message], first: int) -> list[bool]:
    read = understand(lens, messages, range(first, first + len(messages)))
    return [any(signal.name == "flood" for signal in one.signals) for one in read]


def test_a_text_pasted_by_many_accounts_is_told_across_batches() -> None:
    lens = Lens()
    assert floods(lens, [said(1, "a"), said(2, "b")], 1) == [False, False]
    assert floods(lens, [said(3, "c"), said(4, "d")], 3) == [True, True]


def test_it_raises_the_priority() -> None:
    lens = Lens()
    read = understand(lens, [said(number, f"author{number}") for number in range(6)], range(1, 7))
    assert read[5].proposal.priority > read[0].proposal.priority
    assert "flood" in [part.why for part in read[5].proposal.parts]


def test_another_workspace_does_not_hear_of_it() -> None:
    floods(Lens(), [said(number, f"author{number}") for number in range(6)], 1)
    assert floods(Lens(), [said(9, "z")], 1) == [False]


def test_topics_and_rules_may_ask_for_it() -> None:
    lens = Lens()
    lens.topics.put(1, "signal:flood partagez")
    lens.topics.put(2, "partagez -signal:flood")
    lens.topics.put(-3, "signal:flood")
    lens.rules = {-3: Rule(3, "Copies", "advertising")}
    read = understand(lens, [said(number, f"author{number}") for number in range(6)], range(1, 7))
    for one in read:
        flooding = any(signal.name == "flood" for signal in one.signals)
        assert [match.topic for match in one.matches] == ([-3, 1] if flooding else [2])
        assert one.proposal.article == ("advertising" if flooding else "")
    assert 0 < sum(any(signal.name == "flood" for signal in one.signals) for one in read) < 6


def test_harassment_by_accumulation_is_told_across_batches_and_raises_the_priority() -> None:
    lens = Lens()
    texts = [
        "@jeanne espèce de grosse connasse",
        "@jeanne tu n'es qu'une sale connasse",
        "@jeanne pauvre connasse, ferme-la",
    ]
    messages = [
        Message(
            id=f"h{n}", text=text, published=WHEN + timedelta(minutes=n), author=Author(key=f"k{n}", name=f"N{n}")
        )
        for n, text in enumerate(texts)
    ]
    (first, _), (third,) = understand(lens, messages[:2], [1, 2]), understand(lens, messages[2:], [3])
    assert "harassment" not in [one.name for one in first.signals]
    (told,) = [one for one in third.signals if one.name == "harassment"]
    assert told.evidence[-1].why == "hurt_together:3:3:N0, N1, N2"
    assert third.proposal.priority > first.proposal.priority
