"""What was learned alone rests on words that say it, and on the author's own."""

from datetime import UTC, datetime

import pytest

from palabre.core.model import Message
from palabre.core.signals.hollow import LEFT, is_hollow
from palabre.core.signals.reader import read
from palabre.core.text import tokenize
from palabre.store.models import builtin

FLAG = 0.5


def score(name: str, text: str) -> float:
    message = Message(id="1", text=text, published=datetime(2026, 3, 9, 8, 0, tzinfo=UTC))
    found = read(message, tokenize(text), builtin().models)
    return max((one.score for one in found if one.name == name), default=0.0)


def test_small_words_alone_make_no_emergency() -> None:
    assert is_hollow("emergency", 0.7, ["il", "est", "dans", "la", "fontaine"], [2.0, 1.0, 3.0, 1.0, 0.5], 0.0)
    assert not is_hollow("emergency", 0.7, ["il", "est", "dans", "la", "fontaine"], [1.0, 0.0, 1.0, 0.0, 3.0], 0.0)


def test_what_pulls_the_other_way_does_not_count() -> None:
    assert not is_hollow("self_harm", 0.6, ["je", "meurs"], [1.0, 1.0], 0.0)
    assert is_hollow("self_harm", 0.6, ["je", "meurs"], [1.0, -1.0], 0.0)


def test_so_sure_small_words_are_heard() -> None:
    words, weighed = ["il", "est", "dans", "la", "mare"], [2.0, 1.0, 3.0, 1.0, 0.1]
    assert is_hollow("emergency", 0.84, words, weighed, 0.0)
    assert not is_hollow("emergency", 0.91, words, weighed, 0.0)
    assert is_hollow("correction", 0.99, words, weighed, 0.0)


def test_insults_may_be_all_small_words() -> None:
    assert not is_hollow("insult", 0.7, ["tu", "es", "vous"], [1.0, 1.0, 1.0], 0.0)


def test_who_sells_needs_words() -> None:
    assert is_hollow("spam", 0.7, ["partagez", "partagez", "partagez"], [3.0, 3.0, 3.0], 0.0)
    assert not is_hollow("spam", 0.7, ["devis", "gratuit", "volets"], [3.0, 3.0, 3.0], 0.0)


@pytest.mark.parametrize(("quoted", "hollow"), [(0.1, False), (0.6, True), (1.0, False)])
def test_a_message_that_is_mostly_quoted_is_somebody_elses(quoted: float, hollow: bool) -> None:
    words, weighed = ["stock", "limité", "commande"], [3.0, 3.0, 3.0]
    assert is_hollow("scam", 0.7, words, weighed, quoted) is hollow


def test_a_correction_quotes_the_paper() -> None:
    assert not is_hollow("correction", 0.7, ["paragraphe", "voulut"], [3.0, 3.0], 0.6)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("emergency", "Elle est dans la boulangerie."),
        ("spam", "Partagé !"),
        ("scam", "« Contactez-moi sur WhatsApp, gain assuré » : signalé."),
    ],
)
def test_the_reader_heeds_it(name: str, text: str) -> None:
    assert score(name, text) < FLAG


def test_who_drowns_is_heard_in_small_words() -> None:
    assert score("emergency", "il est dans l'eau il remonte pas") > FLAG
    assert score("emergency", "Il est dans la boutique.") < FLAG


def test_what_a_rule_says_stays_whole() -> None:
    assert score("emergency", "Il est coincé dans la voiture, appelez les pompiers") > FLAG


def test_half_is_under_every_flag() -> None:
    assert LEFT <= FLAG


def test_small_words_are_no_evidence_beside_a_phrase_or_another_word() -> None:
    text = "Qu'elle retourne s'occuper de ses gosses, après quoi elle pourra venir nous parler de la chasse"
    message = Message(id="1", text=text, published=datetime(2026, 3, 9, 8, 0, tzinfo=UTC))
    (hate,) = [one for one in read(message, tokenize(text), builtin().models) if one.name == "hate"]
    learned = {text[one.start : one.end].lower() for one in hate.evidence if one.why == "learned"}
    assert not learned & {"qu", "elle", "de", "ses", "quoi", "nous", "la"}
