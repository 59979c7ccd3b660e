"""Boundaries of words in regular expressions: those of all letters, not of ASCII alone."""

import pytest

from palabre.core.query.patterns import found_at, found_in
from palabre.core.query.tree import Pattern


@pytest.mark.parametrize(
    ("pattern", "found", "not_found"),
    [
        (r"\bété\b", ["cet été", "été", "L’ÉTÉ."], ["étés", "bété"]),
        (r"\bécoles?\b", ["les écoles", "école"], ["écolesx", "précole"]),
        (r"\b(?:été|hiver)\b", ["en été", "hiver"], ["étés", "hivernal"]),
        (r"\b[ée]cole\b", ["école", "ecole"], ["écoles"]),
        (r"\bpass\b", ["le pass"], ["passé", "passe"]),
        (r"été\b \bhiver", ["été hiver"], ["étéhiver"]),
        (r"\bété\b.*\bhiver\b", ["été hiver", "été puis hiver"], ["été hivernal"]),
        (r"\bété\b|\bnoël\b", ["à Noël", "été"], ["noëls"]),
        (r"\b\+33", ["1+33"], ["+33"]),
        (r"\bBT\d\b", ["BT5"], ["BT55"]),
        (r"\bgr\w+ve\b", ["la grève", "GRÈVE"], ["gr ve", "grèves"]),
        (r"march[\w-]+ public", ["marché public", "march-x public"], ["march public"]),
        (r"ligne\s\d", ["ligne\u00a03", "ligne 3"], ["ligne3"]),
        (r"20[\s]?h", ["20\u202fh", "20h"], ["20-h"]),
        (r"a\Wb", ["a-b", "a\u202fb"], ["aéb"]),
        (r"^\S+$", ["été"], ["un\u00a0été"]),
        (r"東\w", ["東京"], ["東。"]),
    ],
)
def test_a_boundary_knows_all_letters(pattern: str, found: list[str], not_found: list[str]) -> None:
    assert [text for text in found if not found_in(Pattern(pattern), text)] == []
    assert [text for text in not_found if found_in(Pattern(pattern), text)] == []


def test_what_is_shown_is_the_word_alone() -> None:
    text = "en été, l’été"
    assert [text[start:end] for start, end in found_at(Pattern(r"\bété\b"), text)] == ["été", "été"]
