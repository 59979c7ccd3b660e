"""``palabre query``: what is wrong, how it is read, and what another tool would be told."""

import io
import json

import pytest

from palabre.core.query.parser import MAX_LENGTH

from .conftest import Palabre


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def feed(monkeypatch: pytest.MonkeyPatch, text: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))


def test_a_good_query_is_said_to_be(palabre: Palabre) -> None:
    said = palabre("query", "check", "tram OR bus")
    assert (said.status, said.out, said.err) == (0, "The query is fine.\n", "")


def test_what_is_wrong_is_shown_where_it_stands(palabre: Palabre) -> None:
    said = palabre("query", "check", "tram AND (panne OR")
    assert said.status == 1 and said.err == ""
    assert said.out.splitlines() == [
        "error 9–10: This parenthesis is never closed.",
        "    tram AND (panne OR",
        "             ^",
        "    Add “)” where the group ends.",
        "error 16–18: A word is missing beside “OR”.",
        "    tram AND (panne OR",
        "                    ^^",
        "    Add what is missing, remove the operator, or quote it if it is a word to search.",
    ]


def test_in_french_where_the_terminal_is(palabre: Palabre, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr_FR")
    assert palabre("query", "check", "tram").out == "La requête est bonne.\n"
    said = palabre("query", "check", "--from", "brandwatch", "tram AND continent:europe")
    assert said.status == 0 and said.out.startswith(
        "attention 9–25\u202f: «\u202fcontinent:europe\u202f» n’a pas d’équivalent ici"
    )


def test_a_long_query_is_shown_around_what_is_wrong(palabre: Palabre) -> None:
    query = "tram OR " * 50 + "(bus\n\tpanne" + " OR mot" * 50
    lines = palabre("query", "check", query).out.splitlines()
    assert lines[1].strip() == "…" + query[370:400] + "(bus··panne OR mot OR mot OR mo…"
    assert lines[2].index("^") == lines[1].index("(")


def test_how_a_query_is_read(palabre: Palabre) -> None:
    said = palabre("query", "explain", "--from", "google", "tram OR bus panne -grève")
    assert said.status == 0 and said.out.splitlines()[0] == "(tram OR bus) panne -greve"
    assert "OR binds tighter than AND" in said.err
    sentence = said.out.splitlines()[1]
    assert all(f"“{word}”" in sentence for word in ("tram", "bus", "panne", "greve"))
    assert len(said.out.splitlines()) > 5  # the tree


def test_why_a_message_answers_or_does_not(palabre: Palabre) -> None:
    query = "tram panne -bus"
    said = palabre("query", "explain", query, "--message", "Le tram est en panne")
    assert said.status == 0 and "tram" in said.out.splitlines()[-1]
    told = json.loads(palabre("query", "explain", "--json", query, "--message", '{"id":1,"text":"Le tram"}').out)
    assert told["answers"] is False and told["nearly"] is True and "panne" in told["why"]["en"]
    wrong = palabre("query", "explain", query, "--message", '{"text":')
    assert wrong.status == 2 and wrong.err.startswith("palabre query: --message: ")


def test_bytes_that_are_no_text_are_no_crash(palabre: Palabre) -> None:
    for verb in ("check", "explain"):
        assert palabre("query", verb, "tram \udcff foo:\udcff", "--from", "bw").status == 0
        assert palabre("query", verb, "tram \udcff", "--json").status == 0


def test_the_three_readings_of_one_text(palabre: Palabre) -> None:
    query = "covid OR coronavirus OR SARS virus site:twitch.tv"
    first = {
        name: palabre("query", "explain", query, "--from", name).out.splitlines()[:1]
        for name in ("x", "google", "es")
    }
    assert first == {
        "x": ["covid OR coronavirus OR (sars virus site:twitch.tv)"],
        "google": ["(covid OR coronavirus OR sars) virus site:twitch.tv"],
        "es": ["covid OR coronavirus OR sars OR virus OR site:twitch.tv"],
    }
    assert palabre("query", "explain", query, "--from", "bw").status == 1


def test_a_translation_and_what_it_loses(palabre: Palabre) -> None:
    said = palabre("query", "translate", "--from", "bw", "--to", "google", "(tram NEAR/3 panne) AND language:fr")
    assert said.status == 0 and said.out == "tram AROUND(3) panne\n"
    assert "warning 24–35: “language:fr” cannot be said for Google: it is left out." in said.err


def test_what_cannot_be_said_at_all_fails(palabre: Palabre) -> None:
    said = palabre("query", "translate", "--to", "google", "followers:>10")
    assert said.status == 1 and said.out == "" and "followers:>10" in said.err


def test_the_query_comes_from_standard_input(palabre: Palabre, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, "\ufefftram OU métro\n".encode())
    assert palabre("query", "translate", "--to", "elasticsearch").out == "tram OR métro\n"
    feed(monkeypatch, b"a" * 5 * MAX_LENGTH)
    assert palabre("query", "check").status == 1
    feed(monkeypatch, b"")
    assert "The query is empty." in palabre("query", "check").out


def test_the_dialect_may_be_guessed_and_is_told(palabre: Palabre) -> None:
    said = palabre("query", "explain", "--from", "auto", "intitle:tram -is:retweet inurl:panne")
    assert said.status == 0 and said.err.startswith("Read as a query of Google.")


def test_json_for_programs(palabre: Palabre) -> None:
    checked = json.loads(palabre("query", "check", "--json", "(tram").out)
    assert checked["valid"] is False and checked["dialect"] == "palabre"
    (found,) = checked["diagnostics"]
    assert (found["code"], found["severity"], found["start"], found["end"]) == ("unclosed_group", "error", 0, 1)
    assert {"fr", "en", "mend_fr", "mend_en"} <= found.keys()
    explained = json.loads(palabre("query", "explain", "--json", "tram panne").out)
    assert explained["query"] == "tram panne" and len(explained["steps"]["parts"]) == 2
    said = palabre("query", "translate", "--json", "--from", "x", "--to", "google", "tram lang:fr")
    told = json.loads(said.out)
    assert said.status == 0 and said.err == "" and told["query"] == "tram" and told["to"] == "google"
    assert [one["code"] for one in told["losses"]] == ["lost_in_google"]


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("sing", "tram"),
        ("translate", "tram"),
        ("check", "tram", "--from", "klingon"),
        ("translate", "tram", "--to", "talkwalker"),
    ],
)
def test_bad_uses(palabre: Palabre, words: tuple[str, ...]) -> None:
    assert palabre("query", *words).status == 2
