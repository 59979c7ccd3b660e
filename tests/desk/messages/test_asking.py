"""What a person searches for is read by the query language; what is wrong is told in their language."""

from django.utils import translation

from palabre.desk.messages.asking import ask, highlight
from palabre.desk.messages.cards import Card
from palabre.desk.messages.models import Message


def test_nothing_asked_is_nothing_wrong() -> None:
    asked = ask("   ")
    assert not asked.wrong and asked.tree is None and asked.problems == ()


def test_words_become_a_search() -> None:
    asked = ask("eau robinet")
    assert asked.tree and not asked.wrong


def test_a_mistake_is_told_in_the_persons_language() -> None:
    with translation.override("fr"):
        french = ask('"eau du robinet')
    with translation.override("en"):
        english = ask('"eau du robinet')
    assert french.problems and french.problems[0].text != english.problems[0].text


def test_a_query_without_anything_to_find_is_wrong() -> None:
    asked = ask("NOT piscine")
    assert asked.wrong and any(problem.grave for problem in asked.problems)


def test_the_words_found_are_marked_whatever_their_accents() -> None:
    card = Card(Message(id=1, text="L’été, le ROBINET coule."))
    (found,) = highlight([card], ask("ete robinet"))
    assert [card.message.text[mark.start : mark.end] for mark in found.words] == ["été", "ROBINET"]


def test_without_words_nothing_is_marked() -> None:
    card = Card(Message(id=1, text="rien"))
    assert highlight([card], ask(""))[0].words == ()
