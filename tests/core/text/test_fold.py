"""Folding: what people mean to be the same word becomes the same word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.core.text import exact, fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Été", "ete"),
        ("e\u0301te\u0301", "ete"),  # decomposed, as macOS writes file names
        ("CŒUR", "coeur"),
        ("ex æquo", "ex aequo"),
        ("straße", "strasse"),
        ("STRASSE", "strasse"),
        ("ﬁn", "fin"),
        ("Ｆｕｌｌ", "full"),
        ("𝓫𝓸𝓷𝓳𝓸𝓾𝓻", "bonjour"),
        ("ⓒⓞⓝ", "con"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("l’été", "l'ete"),
        ("week‑end", "week-end"),
        ("« oui »", '" oui "'),
        ("co\u200bn\u00adne", "conne"),
        ("Ёлка", "елка"),
        ("हिन्दी", "हिन्दी"),  # vowel signs are not accents
        ("한국어", "한국어"),
        ("مُحَمَّد", "محمد"),
    ],
)
def test_fold_makes_spellings_one(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("written", "kept"),
    [("ÉTÉ", "été"), ("e\u0301te\u0301", "été"), ("Cœur", "cœur"), ("Ｆｕｌｌ", "full"), ("l’Été", "l'été")],
)
def test_exact_keeps_accents_and_ligatures(written: str, kept: str) -> None:
    assert exact(written) == kept


@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folding_the_exact_form_changes_nothing(text: str) -> None:
    assert fold(exact(text)) == fold(text)


@given(st.text())
def test_case_is_folded(text: str) -> None:
    assert fold(text.lower()) == fold(fold(text).upper().lower())
