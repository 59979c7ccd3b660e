"""Complaints passed on by colleagues, as mail programs write them, and replies that only look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.mail.forwarded import forwarded

ODILE = "Odile Roux <odile@x.example>"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Fwd: x",
            f"Note\n\n-- Forwarded message --\nFrom: {ODILE}\nDate: 2 Mar\nSubject: s\nTo: <a@b>\n\nMots",
        ),
        (
            "x",
            f"Note\n\n--- Message transféré ---\nSujet : s\nDate : 2 mars\nDe : {ODILE}\nPour : a@b\n\n\nMots",
        ),
        ("x", f"Note\n\nBegin forwarded message:\n\nFrom: {ODILE}\nSubject: s\nDate: 2 March\nTo: a@b\n\nMots"),
        ("TR : x", f"Note\n\nDe : {ODILE}\nEnvoyé : lundi 2 mars\nÀ : a@b\nObjet : s\n\nMots"),
        (
            "FW: x",
            f"Note\n\n________________________________\nFrom: {ODILE}\nSent: Monday\nTo: a@b\nSubject: s\n\nMots",
        ),
        ("Tr: x", f"Note\n\n-----Message d'origine-----\nDe : {ODILE}\nDate : lundi\nObjet : s\n\nMots"),
        (
            "Fwd: x",
            f"Note\n\n-------- Message transféré --------\n> De : {ODILE}\n> Date : lundi\n> Objet : s\n> \n> Mots",
        ),
        (
            "x",
            f"Note\n\n---------- Forwarded message ---------\n*De :* {ODILE}\n*Date :* lundi\n*Objet :* s\n\nMots",
        ),
    ],
)
def test_who_complains_is_found_with_their_words(subject: str, text: str) -> None:
    found = forwarded(subject, text)
    assert found is not None
    assert found.author == ("Odile Roux", "odile@x.example")
    assert (found.text, found.note, found.subject) == ("Mots", "Note", "s")
    assert found.date


@pytest.mark.parametrize(
    "written", ["Odile Roux [mailto:odile@x.example]", "Odile Roux <mailto:odile@x.example>", ODILE]
)
def test_addresses_are_read_in_the_ways_of_outlook(written: str) -> None:
    found = forwarded("x", f"-- Message transféré --\nDe : {written}\nDate : lundi\n\nMots")
    assert found is not None
    assert found.author.address == "odile@x.example"


def test_a_name_without_an_address_is_still_someone() -> None:
    found = forwarded("TR: x", "De : Odile Roux\nEnvoyé : lundi\nÀ : nous\n\nMots")
    assert found is not None
    assert found.author == ("Odile Roux", "")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("RE: x", f"Merci\n\nDe : {ODILE}\nEnvoyé : lundi\nÀ : a@b\n\nMots"),
        ("RE: x", f"Merci\n\n-----Message d'origine-----\nDe : {ODILE}\nEnvoyé : lundi\n\nMots"),
        (
            "RE: x",
            f"Vu.\n\nLe 2 mars, Lou a écrit :\n> -------- Message transféré --------\n> De : {ODILE}\n>\n> Mots",
        ),
        (
            "RE: x",
            f"Vu.\n\n-----Message d'origine-----\nDe : Lou\n\n--- Message transféré ---\nDe : {ODILE}\n\nMots",
        ),
        ("Fwd: x", "Voici ce que j'ai reçu de lui."),
        ("Fwd: x", "De : toute évidence\nc'est faux"),
        ("x", "---------- Forwarded message ---------\n\nsans en-tête"),
    ],
)
def test_what_is_not_passed_on_is_left_to_its_sender(subject: str, text: str) -> None:
    assert forwarded(subject, text) is None


@given(st.text(max_size=20), st.text(max_size=300))
def test_no_text_breaks_the_reader(subject: str, text: str) -> None:
    for announced in (text, f"--- Message transféré ---\n{text}", f"De : x\nDate : y\n{text}"):
        found = forwarded(f"Fwd: {subject}", announced)
        assert found is None or (found.author.name or found.author.address)
