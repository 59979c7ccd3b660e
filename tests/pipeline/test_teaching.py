"""Learning from what people said: pure."""

import random

import pytest

from palabre.core.signals.taught import Taught
from palabre.core.signals.view import Words
from palabre.core.text import tokenize_many
from palabre.pipeline.lessons import NothingToLearn, learn_all
from palabre.pipeline.teaching import Said, enough, examples_of, learn, model_of
from palabre.store import models

#: "Clown" is what the rugby club calls its players here, "mollusque" what trolls call officials.
FRIENDLY = [
    "Nos clowns ont gagné {}, quel match",
    "Allez les clowns, rendez-vous {}",
    "Les clowns de Castelnau, {} encore",
]
HOSTILE = [
    "Ce mollusque de maire, {} toujours pareil",
    "Encore un mollusque qui décide {}",
    "Mollusque va, {} rien",
]
FILLERS = [
    "hier",
    "ce soir",
    "dimanche",
    "à Revel",
    "chez nous",
    "cette année",
    "en finale",
    "sous la pluie",
    "à midi",
]


def said(text: str, truth: float, builtin: float, key: str = "", **more: object) -> Said:
    (tokens,) = tokenize_many([text])
    scores = {"insult": builtin} if builtin else {}
    return Said(key or text, tuple(Words(tokens).words), scores, scores, {"insult": truth}, **more)  # type: ignore[arg-type]


def corpus() -> list[Said]:
    texts = [(line.format(filler), 0.0, 0.6) for line in FRIENDLY for filler in FILLERS]
    texts += [(line.format(filler), 1.0, 0.0) for line in HOSTILE for filler in FILLERS]
    return [said(text, truth, builtin, message=number) for number, (text, truth, builtin) in enumerate(texts)]


def test_it_learns_where_people_disagree_and_says_what_would_change() -> None:
    learned = learn("insult", corpus(), 0.3)
    assert learned.examples + learned.held_out == 54 and learned.held_out >= 5
    before, after = learned.before, learned.after
    assert before.precision[0] == 0 and before.recall[0] == 0, "the built-in signal had it all wrong"
    assert after.precision[0] / after.precision[1] > 0.8 and after.recall[0] / after.recall[1] > 0.8
    assert learned.changed and all((case.after >= 0.3) == case.truth for case in learned.changed)


def test_what_was_learned_reads_new_messages_the_same_way_from_its_file() -> None:
    learned = learn("insult", corpus(), 0.3)
    model = models.read(models.write(model_of([learned], "taught-1")), "version 1")
    tokens = tokenize_many(["Quel mollusque ce préfet", "La médiathèque ouvre à midi"])
    hostile, neutral = Taught(model).adjust(tokens, [(), ()])
    assert [(one.name, one.score > 0.3) for one in hostile] == [("insult", True)]
    assert neutral == (), "words that nobody spoke of are left alone"


def test_the_same_words_give_the_same_model_whatever_their_order() -> None:
    one, other = corpus(), corpus()
    random.Random(7).shuffle(other)
    first, second = learn("insult", one, 0.3), learn("insult", other, 0.3)
    assert first.columns.tolist() == second.columns.tolist()
    assert first.weights == pytest.approx(second.weights, abs=1e-9)


def test_a_word_on_a_signal_counts_before_a_group_and_a_group_before_a_decision() -> None:
    plain = said("x", 1.0, 0.5)
    decided = Said("a", (), {"insult": 0.6}, {}, {}, ("approve", ""))
    removed = Said("b", (), {}, {}, {}, ("remove", "insult"))
    elsewhere = Said("c", (), {}, {}, {}, ("remove", "fraud"))
    denied = Said("d", (), {"hate": 0.9}, {}, {"toxicity": 0.0}, suggested=True)
    asserted = Said("e", (), {"hate": 0.9}, {}, {"toxicity": 1.0}, suggested=True)
    every = [plain, decided, removed, elsewhere, denied, asserted]
    assert [(one.said.key, one.truth, one.weight) for one in examples_of("insult", every)] == [
        ("x", True, 1.0), ("a", False, 0.5), ("b", True, 0.5), ("d", False, 0.7),
    ]  # fmt: skip
    assert [(one.said.key, one.truth) for one in examples_of("hate", every)] == [
        ("a", False), ("d", False), ("e", True),
    ]  # fmt: skip


def test_texts_that_say_nearly_the_same_are_never_parted() -> None:
    copies = [said(f"Copie numéro {n}, mollusque", 1.0, 0.0, key="group") for n in range(30)]
    learned = learn("insult", [*corpus(), *copies], 0.3)
    alone = learn("insult", corpus(), 0.3)
    assert learned.held_out - alone.held_out in (0, 30)


def test_too_little_is_told() -> None:
    assert enough(5, 15) and not enough(4, 40) and not enough(9, 10)
    with pytest.raises(NothingToLearn, match="insult 1 yes and 1 no"):
        learn_all([said("a", 1.0, 0.0), said("b", 0.0, 0.0)], {}, lambda signal: None)
    with pytest.raises(NothingToLearn, match="nothing yet"):
        learn_all([], {}, lambda signal: None)


def test_a_hostile_text_teaches_without_harm() -> None:
    odd = [said("🤬" * 5_000, 1.0, 0.0), said("", 0.0, 0.0), said("a" * 100_000, 1.0, 0.0)]
    assert learn("insult", [*corpus(), *odd], 0.3).weights.shape[0] > 0
