"""What makes a text worth a second look, and what that look finds, with evidence in the original."""

import pytest

from core.signals.said import message
from palabre.core.signals import misspelt
from palabre.core.signals.odd import halves, is_odd
from palabre.core.signals.reader import look
from palabre.core.text import tokenize


@pytest.mark.parametrize("word", ["saaale", "m1grants", "e", "g", "ѕаle", "ᴄᴏɴ", "lesarabessontdesvoleurs"])
def test_a_disguise_is_odd(word: str) -> None:
    assert is_odd(word)


@pytest.mark.parametrize("word", ["sale", "a", "y", "19h30", "москва", "développement", "@m1grant", "//a.fr/4rabe"])
def test_a_usual_word_is_not(word: str) -> None:
    assert not is_odd(word)


def test_halves_know_their_other_halves() -> None:
    first, last = halves("nard") or (frozenset(), frozenset())
    assert "con" in first
    assert not last
    assert halves("table") is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Va, enc ulé, dehors", "enc ulé"),
        ("Quel conn-ard celui-là", "conn-ard"),
        ("Quel c0nn@rd celui-là", "c0nn@rd"),
        ("Toi, (0|\\||\\|4rd !", "(0|\\||\\|4rd"),
        ("Toi, c o n n a r d !", "c o n n a r d"),
        ("Toi le ⓒⓞⓝⓝⓐⓡⓓ", "ⓒⓞⓝⓝⓐⓡⓓ"),
    ],
)
def test_evidence_stands_in_the_original(text: str, shown: str) -> None:
    found = [one for one in look(message(text), tokenize(text)).signals if one.name == "insult"]
    assert [text[one.start : one.end] for one in found[0].evidence] == [shown]


@pytest.mark.parametrize(
    "text",
    [
        "Il y a eu 3 morts à 10h30, j’ai payé 5€ pour 20km !",
        "Le 1er prix du 4x4, c’est 30 000$ !!!",
        "Israel is a country, la Chine se tait",
        "mon con-frère m’a dit bien dit 3/4 A+",
    ],
)
def test_usual_figures_get_no_second_look(text: str) -> None:
    assert look(message(text), tokenize(text)).bare is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Quelle p*te !", "p*te"),
        ("Quel c*nn*rd !", "c*nn*rd"),
        ("Quel encul**", "encul**"),
        ("Quel s*a*l*a*u*d", "s*a*l*a*u*d"),
    ],
)
def test_stars_hide_no_insult(text: str, shown: str) -> None:
    found = [one for one in look(message(text), tokenize(text)).signals if one.name == "insult"]
    assert shown in [text[one.start : one.end] for one in found[0].evidence]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("insultees", "insultees"),
        ("envahissuers", "envahisseurs"),
        ("sauvaages", "sauvages"),
        ("google", "google"),
        ("mariage", "mariage"),
        ("donnee", "donnee"),
        ("ladies", "ladies"),
    ],
)
def test_a_slip_is_read_and_a_word_of_its_own_stays(slip: str, meant: str) -> None:
    assert misspelt.read(slip) == meant
