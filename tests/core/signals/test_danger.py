"""What endangers people, as rules and the trained model say it together: both sides of each signal."""

from datetime import UTC, datetime

import pytest

from palabre.core.model import Message
from palabre.core.signals.harms import CLASSES
from palabre.core.signals.reader import read
from palabre.core.text import tokenize
from palabre.store.models import builtin

WHEN = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
FLAG = 0.5
SAID = [
    ("threat", "Je vais venir chez toi te casser les genoux", "Je vais venir chez toi avec les croissants"),
    ("violence_call", "Prenez vos battes, on va leur faire la peau", "Prenez vos raquettes, on va jouer en double"),
    ("harassment", "Suicide-toi, personne t'aime ici", "Prends ton temps, la réunion est à dix heures"),
    ("sexual", "J'ai envie de te lécher les seins", "J'ai envie de te revoir à la plage"),
    ("self_harm", "Je veux mourir, personne me regrettera", "Je veux dormir, la semaine a été longue"),
    ("emergency", "Mon père ne respire plus, envoyez une ambulance", "Mon père a changé de téléphone hier"),
]


def scores(text: str) -> dict[str, float]:
    message = Message(id="1", text=text, published=WHEN)
    return {one.name: one.score for one in read(message, tokenize(text), builtin().models)}


@pytest.mark.parametrize(("signal", "said", "twin"), SAID)
def test_found_where_it_is_and_not_in_its_twin(signal: str, said: str, twin: str) -> None:
    assert scores(said).get(signal, 0.0) >= FLAG
    assert scores(twin).get(signal, 0.0) < FLAG


@pytest.mark.parametrize("signal", [signal for signal, _, _ in SAID])
def test_the_model_of_danger_speaks_for_it(signal: str) -> None:
    assert builtin().models.versions[signal].startswith("danger-")


def test_quotation_never_raises() -> None:
    bare, quoted = "Je vais te tuer", "« Je vais te tuer »"
    assert scores(quoted).get("threat", 0.0) <= scores(bare)["threat"]


def test_classes_are_written_once() -> None:
    for name, words in CLASSES.items():
        assert len(words) > 10, name


@pytest.mark.parametrize(
    "text", ["Les pauvres bestioles", "Oh les pauvres chevaux", "Quelles belles vaches chez vous"]
)
def test_real_beasts_are_pitied_and_admired(text: str) -> None:
    assert scores(text).get("dehumanising", 0.0) < FLAG


def test_pity_for_beasts_clears_no_people() -> None:
    assert (
        scores("Les pauvres bêtes valent mieux que ces Arabes, ce sont des rats").get("dehumanising", 0.0) >= FLAG
    )
