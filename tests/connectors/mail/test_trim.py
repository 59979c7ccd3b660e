"""What was written, apart from quotations and signatures, in the ways of many mail programs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.mail.trim import split_reply

SAID = "Je n'ai toujours pas de réponse.\n\nQue faites-vous ?"


@pytest.mark.parametrize(
    "quotation",
    [
        "Le lun. 2 mars 2026 à 08:15, Odile <odile@x.example> a écrit :\n\n> Bonjour\n> merci",
        "Le lun. 2 mars 2026 à 08:15, Odile Roux de la Rédaction\n<odile@x.example> a écrit\u202f:\n> Bonjour",
        "On Mon, Mar 2, 2026 at 8:15 AM Odile <odile@x.example> wrote:\n> Hello",
        "On Mon, Mar 2, 2026, Odile wrote:\nHello, not marked at all",
        "-----Message d'origine-----\nDe : Odile\nEnvoyé : lundi\n\nBonjour",
        "-----Message d’origine-----\nDe : Odile\n\nBonjour",
        "----- Original Message -----\nFrom: Odile\n\nHello",
        "____________________\nDe : Odile <o@x.example>\nEnvoyé : lundi 2 mars\nÀ : Rédaction\n\nBonjour",
        "De : Odile <o@x.example>\nEnvoyé : lundi 2 mars 2026\nÀ : Rédaction\nObjet : RE: x\n\nBonjour",
        "From: Odile\nSent: Monday\nTo: Desk\nSubject: x\n\nHello",
        "*De :* Odile\n*Envoyé :* lundi\n*À :* Rédaction\n\nBonjour",
        "> Bonjour\n> merci",
    ],
)
def test_quotations_are_set_apart(quotation: str) -> None:
    parts = split_reply(f"{SAID}\n\n{quotation}")
    assert parts.said == SAID
    assert parts.quoted == quotation


@pytest.mark.parametrize(
    "signature",
    [
        "-- \nOdile Roux\n06 39 98 00 00",
        "--\nOdile",
        "Envoyé de mon iPhone",
        "Envoyé depuis mon téléphone",
        "Sent from my Galaxy",
        "Get Outlook for Android",
        "Télécharger Outlook pour iOS",
        "Envoyé à partir de Outlook pour Android",
    ],
)
def test_signatures_are_set_apart(signature: str) -> None:
    parts = split_reply(f"{SAID}\n\n{signature}\n\n> cité")
    assert (parts.said, parts.signature, parts.quoted) == (SAID, signature, "> cité")


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a écrit :\nvous êtes des menteurs\n> et je cite\nVoilà.",
        "Envoyé de mon iPhone est une phrase que je déteste.\nUn.\nDeux.\nTrois.",
        "De la part de tous\nDate : à fixer",
        "Elle a dit -- je cite -- jamais.",
    ],
)
def test_words_that_look_like_a_quotation_are_kept(text: str) -> None:
    said = split_reply(text).said
    assert [line for line in text.split("\n") if not line.startswith(">")] == said.split("\n")


def test_a_rule_in_a_long_text_is_no_signature() -> None:
    text = "Un\n--\n" + "\n".join(f"ligne {number}" for number in range(40))
    assert split_reply(text).said == text


def test_answers_written_between_quotations_are_kept_together() -> None:
    parts = split_reply("> Êtes-vous abonné ?\nOui.\n> Depuis quand ?\nDepuis 1998.")
    assert parts.said == "Oui.\nDepuis 1998."
    assert parts.quoted == "> Êtes-vous abonné ?\n> Depuis quand ?"


def test_a_text_that_is_all_quotation_is_kept() -> None:
    assert split_reply("> a\n> b").said == "> a\n> b"
    assert split_reply("-- \nOdile").said == "-- \nOdile"


lines = st.sampled_from(
    [
        "Bonjour",
        "> cité",
        "-- ",
        "De : x",
        "Envoyé : y",
        "À : z",
        "Le 2 mars, x a écrit :",
        "Envoyé de mon x",
        "",
        "_" * 20,
    ]
)


@given(st.lists(lines, max_size=12))
def test_no_word_is_lost(text: list[str]) -> None:
    parts = split_reply("\n".join(text))
    kept = " ".join(parts).split()
    assert sorted(kept) == sorted(" ".join(text).split())


@given(st.text(max_size=300))
def test_something_said_stays_said(text: str) -> None:
    assert bool(split_reply(text).said) == bool(text.strip())
