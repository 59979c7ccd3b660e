"""The demo's topics, asked of its messages by the product's own query language."""

import pytest

from palabre.core.query import Node, Said, matches, parse
from palabre.core.text import tokenize
from palabre.demo import Step, load_demo

TOPICS = {topic.key: topic for topic in load_demo().topics}


@pytest.fixture(scope="module")
def asked(said: list[Step]) -> list[tuple[Step, Said]]:
    return [(step, Said(tokenize(step.line.text), tokenize(step.line.title))) for step in said]


def read(query: str) -> Node:
    parsed = parse(query)
    assert parsed.diagnostics == ()
    assert parsed.tree is not None
    return parsed.tree


def found(query: str, asked: list[tuple[Step, Said]]) -> list[Step]:
    tree = read(query)
    return [step for step, words in asked if matches(tree, words)]


@pytest.mark.parametrize("key", TOPICS)
def test_a_topic_is_well_written_and_finds_some_messages_but_not_most(
    key: str, asked: list[tuple[Step, Said]]
) -> None:
    assert 4 <= len(found(TOPICS[key].query, asked)) < len(asked) / 4


@pytest.mark.parametrize("key", TOPICS)
def test_every_alternative_of_a_topic_is_said_by_somebody(key: str, asked: list[tuple[Step, Said]]) -> None:
    alternatives = TOPICS[key].query.split(" OR ")
    assert [alternative for alternative in alternatives if not found(alternative, asked)] == []


def test_the_simple_language_is_shown_whole() -> None:
    queries = " ".join(topic.query for topic in TOPICS.values())
    assert all(sign in queries for sign in (" OR ", " NOT ", '"', "*", "#"))


def test_the_formula_finds_hate_and_its_twins_for_a_person_to_tell_apart(asked: list[tuple[Step, Said]]) -> None:
    stories = {step.line.story for step in found(TOPICS["same-ones"].query, asked)}
    assert {"coded-hate", "innocent-twin"} <= stories


def test_the_water_topic_rises_from_the_first_day_to_the_second(asked: list[tuple[Step, Said]]) -> None:
    days = [step.at.days for step in found(TOPICS["water"].query, asked)]
    assert days.count(0) >= 10
    assert days.count(1) > 4 * days.count(0)
