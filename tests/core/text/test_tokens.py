"""Cutting: each token is what a reader would point at, where the reader would point."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.core.text import Tokenizer, tokenize, tokenize_many
from palabre.core.text.forms import MAX_TERM
from palabre.core.text.tokens import MAX_READ

#: The characters where cutting goes wrong, more often than chance would bring them.
ODD = st.sampled_from(
    list("aé0_-.,!?'’«»#@＠😂😂👍🏽❤\ufe0f\u200d\u200b\u0301ʼœ東ー\n \u00a0ﷺ🇫🇷1\u20e3ㅤ½²ⓐ\0\ud800")
)
TEXTS = st.one_of(
    st.text(),
    st.text(alphabet=ODD),
    st.lists(
        st.sampled_from(["https://", "www.", "é", "#", "@", "a.fr", "/", "S.N.", "😂", " ", "3,5", "'"]),
        max_size=30,
    ).map("".join),
)


def folds(text: str) -> list[str]:
    return tokenize(text).folds


def terms(text: str) -> set[str]:
    return {term for form in tokenize(text).forms for term in form.terms}


def slices(text: str) -> list[str]:
    return [text[token.start : token.end] for token in tokenize(text)]


def test_a_french_question_is_cut_as_it_is_said() -> None:
    text = "L’été s’est-il bien passé à Saint-Étienne ?"
    assert folds(text) == ["l", "ete", "s", "est", "il", "bien", "passe", "a", "saint", "etienne"]
    assert tokenize(text).exacts == ["l", "été", "s", "est", "il", "bien", "passé", "à", "saint", "étienne"]
    assert slices(text)[1] == "été"
    assert slices(text)[-1] == "Étienne"


def test_a_careless_line_keeps_its_laughter_in_one_run() -> None:
    text = "C un scandal ptdr 😂😂"
    assert folds(text) == ["c", "un", "scandal", "ptdr", "😂"]
    assert slices(text)[-1] == "😂😂"
    assert tokenize(text).kinds == ["word", "word", "word", "word", "emoji"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("covid-19", ["covid", "19"]),
        ("aujourd’hui aujourd'hui", ["aujourdhui", "aujourdhui"]),
        ("prud’hommes", ["prudhommes"]),
        ("la S.N.C.F. et l'U.R.S.S", ["la", "sncf", "et", "l", "urss"]),
        ("3,5 % de 12.000 en 2026.", ["3.5", "de", "12.000", "en", "2026"]),
        ("19h30 1er 4x4", ["19h30", "1er", "4x4"]),
        ("snake_case _souligné_", ["snake", "case", "souligne"]),
        ("merci@tous jean@exemple.fr", ["merci", "tous", "jean", "exemple", "fr"]),
        ("@zoe.exemple.social dit", ["@zoe.exemple.social", "dit"]),
        ("@zoe@piaille.exemple", ["@zoe@piaille.exemple"]),
        ("merci @Zoé_92.", ["merci", "@zoe_92"]),
        ("#été2026, #1", ["#ete2026", "1"]),
        ("東京タワー", ["東", "京", "タ", "ワ", "ー"]),
        ("co\u200bn\u200b fin", ["con", "fin"]),
        ("", []),
        ("… — ! \u200b\ufe0f", []),
        ("nul\0octet", ["nul", "octet"]),
        ("fin\nDébut\tsuite\u00a0!", ["fin", "debut", "suite"]),
    ],
)
def test_cases_of_every_day(text: str, expected: list[str]) -> None:
    assert folds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("👍🏽👍👍🏿", ["👍"]),
        ("❤️❤", ["❤"]),
        ("😂😡😂", ["😂", "😡", "😂"]),
        ("👩🏽‍💻", ["👩‍💻"]),
        ("🇫🇷🇧🇪", ["🇫🇷", "🇧🇪"]),
        ("1️⃣ 2⃣", ["1⃣", "2⃣"]),
    ],
)
def test_emoji_variants_are_one(text: str, expected: list[str]) -> None:
    assert folds(text) == expected
    assert set(tokenize(text).kinds) == {"emoji"}


def test_a_link_is_one_token_found_by_its_host() -> None:
    text = "voir (https://www.Exemple.fr:80/Page?q=l'été#haut), merci"
    assert tokenize(text).kinds == ["word", "url", "word"]
    assert slices(text)[1] == "https://www.Exemple.fr:80/Page?q=l'été#haut"
    assert {"//exemple.fr:80/page?q=l%27été#haut", "//exemple.fr"} <= terms(text)


def test_a_hashtag_answers_to_its_plain_word_and_not_the_reverse() -> None:
    assert terms("#Covid_19") == {"#covid_19", "covid19"}
    assert "#covid19" not in terms("covid19")


def test_an_accented_word_has_an_exact_term_too() -> None:
    assert terms("Été") == {"ete", "=été"}
    assert terms("ete") == {"ete"}
    assert terms("#Été") == {"#ete", "=#été", "ete", "=été"}
    assert terms("cœur") == {"coeur", "=cœur"}


def test_right_to_left_text_keeps_its_offsets() -> None:
    text = "قال: «مرحبا» للجميع"
    assert slices(text) == ["قال", "مرحبا", "للجميع"]


def test_emoji_never_set_words_apart() -> None:
    tokens = tokenize("😡 vraiment 😂 nul")
    assert tokens.positions == [1, 2, 2, 3]


def test_sentences_end_at_marks_and_line_breaks() -> None:
    tokens = tokenize("Il pleut. J’ai 3.5 km… Tant pis\nVoilà !")
    by_word = dict(zip(tokens.folds, tokens.sentences, strict=True))
    assert (by_word["pleut"], by_word["3.5"], by_word["tant"], by_word["voila"]) == (0, 1, 2, 3)


@given(TEXTS)
def test_offsets_point_at_the_raw_token(text: str) -> None:
    tokens = tokenize(text)
    end = 0
    for token, form in zip(tokens, tokens.forms, strict=True):
        assert end <= token.start < token.end <= len(text)
        assert text[token.start : token.end] == form.raw
        end = token.end


@given(TEXTS)
def test_one_place_alone_is_that_among_all(text: str) -> None:
    starts = tokenize(text).starts
    assert [tokenize(text).start(at) for at in range(len(starts))] == starts


@given(TEXTS, st.randoms(use_true_random=False))
def test_places_asked_in_any_order_are_the_same(text: str, chance: Random) -> None:
    starts = tokenize(text).starts
    places = list(range(len(starts)))
    chance.shuffle(places)
    tokens = tokenize(text)
    widths = [form.width for form in tokens.forms]
    assert tokens.spans(places) == [(starts[at], starts[at] + widths[at]) for at in places]
    assert tokens.starts == starts


def test_a_token_whose_letters_stand_elsewhere_too_is_found_in_its_place() -> None:
    text = "laver la lave"
    tokens = tokenize(text)
    assert [tokens.span(at, at) for at in range(3)] == [(0, 5), (6, 8), (9, 13)]
    assert tokenize(text).span(1, 2) == (6, 13)


@given(TEXTS)
def test_every_letter_and_digit_belongs_to_a_token_unless_it_folds_to_nothing(text: str) -> None:
    covered = {place for token in tokenize(text) for place in range(token.start, token.end)}
    left = "".join(sign for place, sign in enumerate(text) if place not in covered and sign.isalnum())
    assert all(not tokenize(sign).forms for sign in left)


@given(TEXTS)
def test_terms_are_safe_to_write_anywhere(text: str) -> None:
    for term in terms(text):
        assert term
        assert len(term.encode()) <= 2046
        assert not set("'\"\\ \0\n\t") & set(term)


@given(st.lists(TEXTS, max_size=8))
def test_memory_changes_no_result(texts: list[str]) -> None:
    forgetful = Tokenizer(size=2)
    for text in texts * 2:
        assert list(forgetful.tokenize(text)) == list(tokenize(text))


def test_the_memory_is_bounded() -> None:
    tokenizer = Tokenizer(size=50)
    for number in range(1000):
        tokenizer.tokenize(f"mot{number} encore")
        tokenizer.tokenize("x" * number)
    assert len(tokenizer.chunks) <= 50
    assert len(tokenizer.words) <= 50


def test_a_batch_is_cut_like_each_of_its_texts() -> None:
    texts = ["Un été", "", "#deux 😂"]
    assert [list(tokens) for tokens in tokenize_many(texts)] == [list(tokenize(text)) for text in texts]


@pytest.mark.parametrize(
    "unit",
    ["a", "1.", "é\u200b", "@a-", "#", "😂\u200d", "www.", "A.", "@a.", "1", "'", "https://", "_@", "東", "ـ"],
)
def test_a_very_long_run_without_a_space_is_cut(unit: str) -> None:
    tokens = tokenize(unit * (300_000 // len(unit)))
    assert all(len(term) <= MAX_TERM + 1 for form in tokens.forms for term in form.terms)


def test_a_long_text_is_read_as_far_as_the_limit_and_no_word_is_cut() -> None:
    words = "abcde " * (MAX_READ // 6) + "x" * 9 + " y"
    assert [token.fold for token in tokenize(words)][-2:] == ["abcde", "abcde"]
    assert tokenize("x" * (MAX_READ + 5)).ends == [MAX_READ]


def test_a_long_text_may_begin_with_nothing() -> None:
    assert len(tokenize(" " * MAX_READ + "mot")) == 0
    assert [token.fold for token in tokenize("mot" + " " * MAX_READ + "loin")] == ["mot"]


def test_a_megabyte_is_cut() -> None:
    tokens = tokenize("Déjà vu ! " * 100_000)
    assert len(tokens) == MAX_READ // 5
    assert tokens.ends[-1] <= MAX_READ


def test_a_mark_that_bears_no_letter_is_found_by_its_letter() -> None:
    assert [(one.fold, one.exact) for one in tokenize("ͺ")] == [("ι", "ι")]
