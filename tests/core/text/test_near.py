"""Near-duplicates: copies and light edits together, everything else apart, whatever the batches."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.core.text import near, tokenize, tokenize_many
from palabre.core.text.near import MAX_TOKENS, NearIndex

from .test_tokens import TEXTS

WORDS = [f"{first}{last}" for first in "bcdfglmnprstv" for last in ("al", "eur", "ine", "oche", "ure", "ise", "an")]


def groups(texts: list[str], index: NearIndex | None = None, first: int = 1) -> list[int]:
    return (index or NearIndex(1024)).groups(tokenize_many(texts), range(first, first + len(texts)))


def sentence(chance: random.Random, words: int = 20) -> str:
    return " ".join(chance.choices(WORDS, k=words))


def test_the_family_of_hashes_is_the_one_of_all_versions() -> None:
    drawn = np.random.Generator(np.random.PCG64(20240229))
    odd = drawn.integers(0, 2**31, near.HASHES, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    assert (odd == near._MULTIPLIERS).all()
    assert (drawn.integers(0, 2**32, near.HASHES, dtype=np.uint32) == near._OFFSETS).all()


def test_copies_reposts_and_light_edits_join_the_first() -> None:
    said = "Le tram est encore en panne ce matin place du marché et personne n’explique rien aux usagers"
    assert groups(
        [
            said,
            said.upper() + " !!!",
            f"RT @voisine: {said} https://exemple.fr/a",
            said.replace("matin", "soir"),
            "Le match de ce soir est reporté à cause de la pluie, les billets restent valables dimanche prochain",
        ]
    ) == [1, 1, 1, 1, 5]


def test_spam_that_changes_only_its_link_and_its_target_is_one_group() -> None:
    spam = "{} j’ai gagné 3000 € en une semaine grâce à elle, écrivez-lui vite {}"
    texts = [spam.format(f"@cible{number}", f"https://piege.exemple/{number}") for number in range(50)]
    assert set(groups(texts)) == {1}


def test_short_texts_are_together_only_when_they_are_the_same() -> None:
    assert groups(["Bravo !", "bravo", "Bravo à tous", "Bravo à toutes", "Merci"]) == [1, 1, 3, 4, 5]


def test_texts_without_a_word_are_never_grouped() -> None:
    assert groups(["…", "", "???"]) == [1, 2, 3]


def test_batches_change_nothing_for_copies() -> None:
    chance = random.Random(7)
    texts = [sentence(chance) for _ in range(60)]
    texts += chance.sample(texts, 40)
    whole = groups(texts)
    index = NearIndex(1024)
    one_by_one = [groups([text], index, place)[0] for place, text in enumerate(texts, 1)]
    assert whole == one_by_one
    assert len(set(whole)) == 60


@pytest.mark.parametrize(("changed", "at_least", "at_most"), [(1, 0.95, 1.0), (8, 0.0, 0.02)])
def test_one_word_in_twenty_is_near_and_eight_are_not(changed: int, at_least: float, at_most: float) -> None:
    chance = random.Random(11)
    pairs = []
    for _ in range(300):
        words = sentence(chance).split()
        other = list(words)
        for place in range(0, changed * 2, 2):
            other[place] = "autrement"
        pairs.append((" ".join(words), " ".join(other)))
    index = NearIndex(1024)
    groups([first for first, _ in pairs], index)
    joined = sum(group <= 300 for group in groups([second for _, second in pairs], index, 301))
    assert at_least <= joined / 300 <= at_most


@pytest.mark.parametrize(
    "other",
    [
        "Bonjour, la collecte des encombrants du quartier est encore reportée d’une semaine, la mairie ne prévient "
        "toujours personne et les trottoirs débordent",
        "la collecte des encombrants du quartier est encore reportée d’un mois, la mairie ne prévient jamais "
        "personne et les trottoirs débordent",
        "La collecte du quartier est encore reportée d’une semaine, la mairie ne prévient personne, les trottoirs "
        "débordent !!!",
    ],
)
def test_a_text_retold_with_fifteen_words_in_a_hundred_changed_is_near(other: str) -> None:
    said = (
        "La collecte des encombrants du quartier est encore reportée d’une semaine, la mairie ne prévient personne "
        "et les trottoirs débordent"
    )
    assert groups([said, other]) == [1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Est-ce que je peux laisser les fenêtres ouvertes ?",
            "Est-ce que je peux laisser mon chat chez ma mère ?",
        ),
        (
            "Merci pour votre article, j’ai appris beaucoup sur la pêche à pied",
            "Merci pour votre article, mais il manque la moitié de l’histoire de la digue",
        ),
        (
            "le maire dit que la route sera refaite avant que le pont soit fermé",
            "fermé soit pont le que avant refaite sera route la que dit maire le",
        ),
    ],
)
def test_a_shared_opening_or_the_same_words_upside_down_are_not_near(one: str, other: str) -> None:
    assert groups([one, other]) == [1, 2]


def test_a_group_does_not_drift_away_from_its_first_message() -> None:
    words = sentence(random.Random(5)).split()
    index = NearIndex(1024)
    found = []
    for number in range(20):  # each differs from the one before by a word, the last from the first by all
        found.append(groups([" ".join(words)], index, number + 1)[0])
        words[number] = f"nouveau{number}"
    assert found[1] == 1
    assert found[-1] != 1


def test_the_window_rolls_and_memory_stays() -> None:
    chance = random.Random(3)
    index = NearIndex(64)
    said = sentence(chance)
    groups([said], index, 1)
    assert groups([said], index, 2) == [1]
    groups([sentence(chance) for _ in range(200)], index, 100)
    assert groups([said], index, 1000) == [1000]  # the first one has left the window
    assert index._sketch.shape[0] == index._ids.shape[0] == 64


def test_the_state_goes_through_bytes() -> None:
    chance = random.Random(9)
    index = NearIndex(128)
    texts = [sentence(chance) for _ in range(40)]
    groups(texts, index)
    again = NearIndex.load(index.dump())
    more = [*texts[:10], sentence(chance), sentence(chance)]
    assert groups(more, again, 100) == groups(more, index, 100) == [*range(1, 11), 110, 111]


def test_what_goes_through_bytes_is_what_is_remembered_not_the_window() -> None:
    chance = random.Random(10)
    index = NearIndex()
    groups([sentence(chance) for _ in range(100)], index)
    state = index.dump()
    assert len(state) < 100_000  # a window takes 20 MB
    assert (NearIndex.load(state)._slots == index._slots).all()


def test_one_by_one_is_as_all_at_once() -> None:
    chance = random.Random(11)
    texts = [sentence(chance) for _ in range(150)]
    texts += [*texts[:20], "", "oui", "oui", *[f"{text} encore" for text in texts[20:40]]]
    one_by_one, together = NearIndex(256), NearIndex(256)
    found = [groups([text], one_by_one, number)[0] for number, text in enumerate(texts, start=1)]
    assert found == groups(texts, together)
    assert (one_by_one._pairs == together._pairs).all()
    assert (one_by_one._slots == together._slots).all()


def test_neighbours_in_a_batch_do_not_change_a_signature() -> None:
    said = "une phrase assez longue pour compter ses paires de mots"
    other = NearIndex(64)
    groups([said], other)
    assert groups(["autre chose", said, "encore autre chose de bien plus long que cela"], other, 5)[1] == 1


def test_long_texts_are_bounded_and_told_apart_by_length() -> None:
    base = "mot " * (MAX_TOKENS + 10)
    assert groups([base, base, "rien à voir"]) == [1, 1, 3]
    assert len(groups(["mot " * 200_000] * 3)) == 3


def test_wrong_use_is_told() -> None:
    with pytest.raises(ValueError, match="one id a message"):
        NearIndex(64).groups([tokenize("a")], [])
    with pytest.raises(ValueError, match="power of two"):
        NearIndex(100)
    assert NearIndex(64).groups([], []) == []


@given(st.lists(TEXTS, max_size=20), st.integers(1, 7))
def test_groups_are_named_by_their_first_message(texts: list[str], size: int) -> None:
    index, twin = NearIndex(64), NearIndex(64)
    found: list[int] = []
    for start in range(0, len(texts), size):
        found += groups(texts[start : start + size], index, start + 1)
        assert groups(texts[start : start + size], twin, start + 1) == found[start:]
    for place, group in enumerate(found, 1):
        assert group <= place
        assert found[group - 1] == group
