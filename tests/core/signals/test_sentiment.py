"""Signal `sentiment`: from what its model says to a number, words and a target. The model is measured in bench/."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.core.signals import sentiment
from palabre.core.signals.reader import read_many
from palabre.core.signals.view import Words
from palabre.core.text import tokenize, tokenize_many
from palabre.store.models import builtin

from .said import message


def judged(text: str, felt: float, weighed: list[float]) -> list[tuple[str, str]]:
    heavy = sentiment.heaviest([np.array(weighed)], [felt])[0]
    found = sentiment.tell(message(text), Words(tokenize(text)), felt, heavy, "tone-0")
    return [(text[one.start : one.end], one.why) for one in found.evidence]


def test_posts_have_three_heads_and_reviews_their_own() -> None:
    assert sentiment.strength(message("x"), 0.6, 0.1, 0.3, 0.0) == pytest.approx(0.5)
    assert sentiment.strength(message("x"), 0.1, 0.6, 0.3, 1.0) == pytest.approx(-0.5)
    assert sentiment.strength(message("x", kind="review"), 0.0, 0.9, 0.1, 0.75) == 0.5


def test_a_post_whose_likeliest_head_is_neither_says_nothing() -> None:
    assert sentiment.of_post(0.5, 0.1, 0.6) == 0.0
    assert sentiment.of_post(0.4, 0.39, 0.3) == sentiment.QUIET, "the likeliest head is told, however little"


def test_the_heaviest_words_are_shown_on_their_side() -> None:
    text = "un film lent mais superbe"
    assert judged(text, 0.6, [0, 0.1, -1, 0, 2]) == [("superbe", "well_said")]
    assert judged(text, -0.6, [0, 0.1, -1, 0, 2]) == [("lent", "ill_said")]


def test_neutral_and_wordless_messages_say_nothing() -> None:
    said = [message(text) for text in ("Le train part à 8 h.", "…", "", "Quelle honte, scandaleux")]
    found = read_many(said, tokenize_many([one.text for one in said]), builtin().models)
    assert [sentiment.tone_of(one) for one in found][:3] == [0, 0, 0]
    assert sentiment.tone_of(found[3]) < 0


WEIGHTS = st.lists(st.floats(-3, 3, width=32), min_size=1, max_size=9)


@given(st.lists(st.tuples(WEIGHTS, st.floats(-1, 1)), min_size=1, max_size=6))
def test_the_heaviest_words_are_the_same_beside_other_messages(said: list[tuple[list[float], float]]) -> None:
    together = sentiment.heaviest([np.array(weighed) for weighed, _ in said], [felt for _, felt in said])
    assert together == [plainly(weighed, 1 if felt > 0 else -1) for weighed, felt in said]


def plainly(weighed: list[float], sign: int) -> list[int]:
    """Four at most that weigh two fifths of the heaviest; that one alone where none weighs anything."""
    most = max(sign * weight for weight in weighed)
    worth = [at for at, weight in enumerate(weighed) if sign * weight >= max(1e-6, most * 0.4)]
    first = next(at for at, weight in enumerate(weighed) if sign * weight == most)
    return sorted(worth, key=lambda at: (-sign * weighed[at], at))[:4] or [first]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Bravo à Inès Caradec pour sa course", "Inès Caradec"),
        ("Honte à la préfecture", "la préfecture"),
        ("Marre de ces travaux", "ces travaux"),
        ("J’adore, bravo à toute l’équipe", "toute l’équipe"),
        ("So proud of the team", "the team"),
    ],
)
def test_a_target_named_by_a_set_phrase_is_shown(text: str, target: str) -> None:
    weights = [1.0] * len(tokenize(text).forms)
    assert (target, "target") in judged(text, 0.9, weights)


@pytest.mark.parametrize("text", ["Merci à tous", "Merci pour tout", "Quel beau temps"])
def test_nobody_is_no_target(text: str) -> None:
    assert "target" not in dict(map(reversed, judged(text, 0.9, [1.0] * len(tokenize(text).forms))))  # type: ignore[arg-type]


def test_a_score_stays_within_its_bounds() -> None:
    assert sentiment.tell(message("nul"), Words(tokenize("nul")), -1.0, [0], "tone-0").score == -0.99
