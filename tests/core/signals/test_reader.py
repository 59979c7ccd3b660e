"""All detectors together: one answer for one text, evidence inside it, context that only lowers."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palabre.core.model import Message, Visibility
from palabre.core.signals import names, read, reasons
from palabre.core.signals.context import REMAINS
from palabre.core.signals.labels import SHARED
from palabre.core.signals.reader import EVERYONE
from palabre.core.text import tokenize

from .said import WHEN, message, score, shown, signals

PIECES = [
    "connard", "sale", "arabes", "je vais te tuer", "j’en peux plus", "06 12 34 56 78", "WhatsApp", "votre article",
    "c0n", "s a l e", "p*te", "«", "»", "\n", "😂", "pas", "ne", "jai", "?", "https://a.example/?q=1",
    "a@b.example",
    "depuis que je prends",
    "plaques", "mg", "тест", "e\u0301t\u0301", "\u202e", "𝓼𝓪𝓵𝓮", "aaaaaaa", "FR76", "",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))


@given(TEXTS, st.sampled_from(get_args(Visibility)))
@settings(max_examples=300, deadline=None)
def test_any_text_has_an_answer_with_its_places(text: str, visibility: Visibility) -> None:
    said = Message(id="m", text=text, published=WHEN, visibility=visibility)
    found = read(said, tokenize(text))
    assert found == read(said, tokenize(text))
    assert len({signal.name for signal in found}) == len(found)
    for signal in found:
        assert 0 < signal.score < 1
        assert signal.evidence
        for one in signal.evidence:
            assert 0 <= one.start < one.end <= len(text)
            assert one.why in reasons()


@given(
    st.sampled_from(["connard", "Sales arabes", "Je vais te tuer", "toujours les mêmes qui profitent", "tue-toi"])
)
def test_a_quotation_never_raises(words: str) -> None:
    plain = signals(f"Il a écrit {words} hier.")
    for name, quoted in signals(f"Il a écrit « {words} » hier.").items():
        assert quoted.score <= plain[name].score


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_quoting_a_whole_text_never_raises_what_hurts(text: str) -> None:
    text = text.translate({ord(mark): None for mark in '«»“”"'}) or "rien"
    quoted = signals(f"« {text} »")
    for name in ("insult", "hate", "threat", "violence_call", "dehumanising"):
        assert name not in quoted or quoted[name].score <= score(name, f"( {text} )")


def test_context_only_lowers() -> None:
    assert all(0 < left < 1 for left in REMAINS.values())


@pytest.mark.parametrize(
    ("name", "openly", "lowered"),
    [
        ("insult", "C'est un connard.", "Ce n'est pas un connard."),
        ("insult", "Le maire, ce connard.", "Il m'a traité de connard."),
        ("insult", "Quel abruti !", "Quel abruti je suis !"),
        ("hate", "Les juifs sont des voleurs.", "Dire que les juifs sont des voleurs, c'est antisémite."),
        ("hate", "Dehors les Arabes", "On m'a crié dehors les Arabes"),
        ("threat", "Je vais te tuer", "Je vais te tuer mdr"),
        ("threat", "Je vais te tuer", "Je ne vais pas te tuer"),
    ],
)
def test_what_is_denied_told_fought_or_laughed_off_weighs_less(name: str, openly: str, lowered: str) -> None:
    assert score(name, openly) >= 0.5 > score(name, lowered)


def test_claiming_not_to_be_racist_lowers_nothing() -> None:
    assert score("hate", "Je suis pas raciste mais dehors les Arabes") >= 0.9


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("insult", "Quel c0nnard, lui", "c0nnard"),
        ("insult", "Sale c o n n a r d de maire", "c o n n a r d"),
        ("insult", "espèce de 𝓬𝓸𝓷𝓷𝓪𝓻𝓭", "𝓬𝓸𝓷𝓷𝓪𝓻𝓭"),
        ("insult", "la sаlope (а cyrillique)", "sаlope"),
        ("insult", "ENCULÉÉÉÉÉ", "ENCULÉÉÉÉÉ"),
        ("hate", "sale b.o.u.g.n.o.u.l.e", "b.o.u.g.n.o.u.l.e"),
        ("threat", "je vais te tu3r ce soir", "je vais te tu3r"),
    ],
)
def test_disguises_come_off_and_evidence_stands_in_the_original(name: str, text: str, words: str) -> None:
    assert words in shown(name, text)


@pytest.mark.parametrize(
    "text",
    [
        "Le mp3 de la conférence",
        "Rendez-vous à 18h30",
        "Il n'y a que 3 places",
        "Salle A, B ou C",
        "C'est à 20mg/l",
        "U.R.S.S.",
    ],
)
def test_what_only_looks_disguised_is_left_alone(text: str) -> None:
    assert not {"insult", "hate", "threat", "sexual"} & signals(text).keys()


def test_a_scam_outweighs_the_number_it_leaves() -> None:
    found = signals("Gagnez 300 € par jour depuis chez vous, écrivez-moi sur WhatsApp au 06 12 34 56 78")
    assert found["scam"].score > 0.8
    assert found["personal_data"].score < 0.5


def test_an_article_of_the_press_asks_for_nothing() -> None:
    text = "J'ai été prélevé trois fois, raconte cet abonné."
    assert score("help_request", text, kind="article") < score("help_request", text) / 1.5


def test_private_messages_may_hold_personal_data() -> None:
    assert score("personal_data", "Son numéro : 06 12 34 56 78", visibility="private") == 0


def test_a_colleague_of_the_site_is_not_exposed() -> None:
    text = "Écrivez à paul.martin@courrier.example"
    assert score("personal_data", text, site="courrier.example") == 0
    assert score("personal_data", text) >= 0.5


def test_a_very_long_text_stays_bounded() -> None:
    found = read(message("connard merci " * 20_000), tokenize("connard merci " * 20_000))
    assert all(len(signal.evidence) <= 40 for signal in found)


def test_every_signal_and_every_reason_speaks_both_languages() -> None:
    everyone = EVERYONE
    assert len(names()) == len(everyone)
    assert sum(len(one.reasons) for one in everyone) == len(reasons()) - len(SHARED), "two detectors share a key"
    for french, english in [*names().values(), *reasons().values()]:
        assert french and english and "'" not in french
