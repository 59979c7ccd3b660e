"""The reference page keeps its word: its table of tokens is what cutting gives."""

import re
from pathlib import Path

import pytest

import palabre.core.text
from palabre.core.text import tokenize

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "text.md"
TOKENS = [
    [re.findall(r"`([^`]*)`", cell) for cell in line.split("|")[1:4]]
    for line in PAGE.read_text("utf-8").split("## Tokens")[1].split("##")[0].splitlines()
    if line.startswith("| `")
]


@pytest.mark.parametrize(("text", "folds", "terms"), TOKENS, ids=[row[0][0] for row in TOKENS])
def test_tokens_and_terms_are_as_documented(text: list[str], folds: list[str], terms: list[str]) -> None:
    tokens = tokenize(text[0])
    assert tokens.folds == folds
    assert [term for form in tokens.forms for term in form.terms] == terms


def test_every_public_function_is_documented() -> None:
    page = PAGE.read_text("utf-8")
    names = [name for name in palabre.core.text.__all__ if name[0].islower() and name != "field_positions"]
    assert [name for name in names if f"`{name}" not in page] == []
