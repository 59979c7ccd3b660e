"""Linear models over hashed pieces of words: the fast sum is the plain product, whatever stands beside it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palabre.core.signals import features, linear
from palabre.core.signals.blend import Models
from palabre.core.signals.features import PAIR_BUCKETS, WORD_BUCKETS
from palabre.core.signals.linear import Linear, Listed, Model

CHANCE = np.random.default_rng(7)
WORDS = st.lists(
    st.sampled_from(["merci", "sale", "con", "@zoe", "//a.fr/x", "12.5", "été", "😂", "a" * 90, "belges", "roms"]),
    max_size=9,
)


def model(labels: tuple[str, ...] = ("a", "b"), blends: dict[str, dict[str, float]] | None = None) -> Model:
    words = CHANCE.normal(size=(WORD_BUCKETS, len(labels))).astype(np.float32)
    pairs = CHANCE.normal(size=(PAIR_BUCKETS, len(labels))).astype(np.float32)
    return Model("test-1", labels, words, pairs, np.array([0.5] * len(labels), np.float32), blends or {})


MODEL = model()
LINEAR = Linear([MODEL], {"thanks": frozenset(["merci"])})
BLENDED = Models([model(blends={"hate": {"logit.a": 0.7, "logit.b": -1.3}})])


@given(st.lists(WORDS, min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_the_fast_sum_is_the_product_that_training_makes(messages: list[list[str]]) -> None:
    logits, _ = LINEAR.look(messages)
    rows = features.rows(messages)
    weights = np.vstack([MODEL.words, MODEL.pairs])
    for at in range(len(messages)):
        part = slice(rows.ends[at], rows.ends[at + 1])
        plain = rows.values[part] @ weights[rows.columns[part]] + MODEL.bias
        assert np.allclose(logits[at], plain, atol=1e-3)


@given(st.lists(WORDS, min_size=1, max_size=6))
@settings(max_examples=20, deadline=None)
def test_weights_in_half_precision_are_summed_as_if_they_were_whole(messages: list[list[str]]) -> None:
    half = replace(MODEL, words=MODEL.words.astype(np.float16))
    wide = replace(half, words=half.words.astype(np.float32))
    found, expected = (Linear([one], {}).look(messages)[0] for one in (half, wide))
    assert found.dtype == np.float32 and (found == expected).all()


@given(st.lists(WORDS, min_size=1, max_size=6))
@settings(max_examples=20, deadline=None)
def test_pairs_that_weigh_nothing_change_nothing(messages: list[list[str]]) -> None:
    unpaired = replace(MODEL, pairs=np.zeros_like(MODEL.pairs))
    found, _ = Linear([unpaired], {}).look(messages)
    rows = features.rows(messages)
    for at in range(len(messages)):
        part = slice(rows.ends[at], rows.ends[at + 1])
        of_words = rows.columns[part] < WORD_BUCKETS
        plain = rows.values[part][of_words] @ MODEL.words[rows.columns[part][of_words]] + MODEL.bias
        assert np.allclose(found[at], plain, atol=1e-3)


def test_negations_and_nothing_else_are_found_in_their_table() -> None:
    words = [*sorted(features.NEGATIONS), "", "pass", "sana", "noir", "personne", "@zoe", "12"]
    codes = np.array([features.code(word) for word in words], np.uint32)
    found = linear._DENYING[codes & linear._SLOTS] == codes
    assert found.tolist() == [word in features.NEGATIONS for word in words]


@given(st.lists(WORDS, min_size=2, max_size=6))
@settings(max_examples=40, deadline=None)
def test_a_message_is_read_the_same_alone_and_beside_others(messages: list[list[str]]) -> None:
    together, cues = LINEAR.look(messages)
    for at, words in enumerate(messages):
        alone, cue = LINEAR.look([words])
        assert np.allclose(together[at], alone[0], atol=1e-4)
        assert (cues[at] == cue[0]).all()


def test_what_words_bring_sums_to_what_the_message_gets() -> None:
    words = ["merci", "sale", "con"]
    assert np.allclose(LINEAR.brought(words).sum(axis=0) + MODEL.bias, LINEAR.look([words])[0][0], atol=1e-4)


@given(st.lists(WORDS, min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_words_weighed_in_a_batch_are_those_weighed_alone(messages: list[list[str]]) -> None:
    together = BLENDED.read(messages, [{}] * len(messages), [0.0] * len(messages))
    for at, words in enumerate(messages):
        assert together.weighed("hate", at) == BLENDED.read([words], [{}], [0.0]).weighed("hate", 0)


def test_each_word_of_a_message_that_repeats_itself_is_weighed() -> None:
    models = Models([model(("a",), {"hate": {"logit.a": 1.0}})])
    said = [["sale"] * 60, [], ["sale", "con"]]
    reading = models.read(said, [{}] * 3, [0.0] * 3)
    assert [len(reading.weighed("hate", at)) for at in range(3)] == [60, 0, 2]


@given(st.lists(st.text(alphabet="abcdeé-😂@/0.'", min_size=1, max_size=40), min_size=1, max_size=30, unique=True))
@settings(max_examples=60, deadline=None)
def test_words_looked_at_together_give_what_each_gives_alone(words: list[str]) -> None:
    found, counts = features.buckets_of(words)
    alone = [features.buckets(word) for word in words]
    assert counts.tolist() == list(map(len, alone))
    assert found.tolist() == [bucket for one in alone for bucket in one]
    assert list(LINEAR._records(words * 9)) == [LINEAR._record(word) for word in words * 9]


def test_listed_words_bring_their_own_weight_and_no_other_word_does() -> None:
    codes = sorted([features.code("nausée"), features.code("vertige")])
    said = np.array([[1.0, 0.0], [2.0, -1.0]], np.float32)
    listed = Listed(np.array(codes, np.uint32), said, np.array([[0.25, 0.0], [0.5, 0.0]], np.float32))
    linear = Linear([replace(MODEL, listed=listed)], {})
    row = codes.index(features.code("vertige"))
    words = ["merci", "vertige", "pas", "vertige", "merci"]
    for together in ([words], [["vertige"], words, [], ["pas"], words]):
        brought = dict(enumerate(linear.examine(together).brought))
        first = sum(map(len, together[: together.index(words)]))
        plain = LINEAR.examine([words]).brought[:, :2]
        beyond = np.array([brought[first + at][:2] - plain[at] for at in range(len(words))])
        wanted = np.zeros((5, 2), np.float32)
        wanted[1], wanted[3] = said[row], said[row] + listed.denied[row]
        assert np.allclose(beyond, wanted, atol=1e-5)


def test_lists_of_models_stand_side_by_side() -> None:
    one = Listed(np.array([3, 9], np.uint32), np.ones((2, 1), np.float32), np.zeros((2, 1), np.float32))
    other = Listed(np.array([5, 9], np.uint32), np.full((2, 1), 2, np.float32), np.ones((2, 1), np.float32))
    both = Listed.together([one, Listed.none(1), other])
    assert both.codes.tolist() == [3, 5, 9]
    assert both.said.tolist() == [[1, 0, 0], [0, 0, 2], [1, 0, 2]]
    assert both.denied.tolist() == [[0, 0, 0], [0, 0, 1], [0, 0, 1]]


def test_a_list_out_of_order_is_refused() -> None:
    rows = np.zeros((2, 2), np.float32)
    with pytest.raises(ValueError, match="rising order"):
        replace(MODEL, listed=Listed(np.array([9, 3], np.uint32), rows, rows))


def test_what_stands_around_one_name_of_people_is_known_of_all() -> None:
    pairs = Model("pairs-1", ("a",), MODEL.words[:, :1] * 0, MODEL.pairs[:, :1].copy(), np.zeros(1, np.float32), {})
    reader = Linear([pairs], {})
    said = [f"ma ville sans {name} enfin".split() for name in ("belges", "roms", "voitures")]
    belgians, roma, cars = reader.look(said)[0][:, 0]
    assert belgians == roma != cars


def test_further_pairs_of_a_name_stay_in_its_message() -> None:
    codes = np.array(
        [features.pair_code(word) for word in ["oust", "les", "belges", "roms", "ici", "la", "bas"]], np.uint32
    )
    (before, _), (after, _) = features.around(codes, np.array([3, 4]))
    assert before.tolist() == [2]
    assert after.tolist() == [3]


def test_links_mentions_and_numbers_are_one_word_each() -> None:
    assert features.buckets("@anne") == features.buckets("@bob")
    assert features.buckets("//a.fr") == features.buckets("//b.fr/page")
    assert features.buckets("12") == features.buckets("3.5")


def test_a_cue_is_counted_once_however_often_it_stands() -> None:
    assert LINEAR.look([["merci"] * 5, ["sale"]])[1].tolist() == [[1.0], [0.0]]


def test_an_endless_message_is_read_as_far_as_the_limit() -> None:
    words = ["sale"] * features.MAX_WORDS
    assert np.allclose(LINEAR.look([words * 3])[0], LINEAR.look([words])[0])


def test_a_model_of_the_wrong_shape_or_with_no_number_is_refused() -> None:
    good = model()
    with pytest.raises(ValueError, match="`pairs` must be finite numbers"):
        Model("x", good.labels, good.words, good.words, good.bias)
    with pytest.raises(ValueError, match="`bias`"):
        Model("x", good.labels, good.words, good.pairs, np.array([np.nan, 0], np.float32))


def test_two_models_may_not_have_one_label() -> None:
    with pytest.raises(ValueError, match="same name"):
        Linear([model(("a",)), model(("a",))], {})


def test_a_blend_weighs_what_it_names() -> None:
    blend = {"bias": -1.0, "rule.hate": 3.0, "quoted": -2.0, "cue.warm": -1.0, "logit.a": 0.0}
    models = Models([model(("a",), {"hate": blend})])
    judged = models.judge([["x"], ["x"], ["merci"]], [{}, {"hate": 0.9}, {"hate": 0.9}], [0.0, 0.0, 0.5])
    odds = np.log(judged / (1 - judged))[:, 0]
    assert np.allclose(odds, [-1.0, 1.7, -0.3], atol=1e-3)


def test_a_blend_that_asks_for_what_nothing_gives_is_refused() -> None:
    with pytest.raises(ValueError, match=r"logit\.missing"):
        Models([model(("a",), {"hate": {"logit.missing": 1.0}})])


def test_without_models_nothing_is_judged() -> None:
    assert Models([]).judge([["a"], []], [{}, {}], [0.0, 0.0]).shape == (2, 0)
