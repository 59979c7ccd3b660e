"""``palabre match``: queries in a file, messages in, answers out; what is wrong is told and stops nothing."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from palabre.cli.match_lines import LineFacts, read_message, read_query
from palabre.cli.message_lines import MOST_BYTES, MOST_TEXT, WrongLine
from palabre.cli.tongue import spoken
from palabre.core.text import tokenize

from .conftest import Palabre, Said, alone

Match = Callable[..., Said]


def written(lines: list[object]) -> bytes:
    return b"\n".join([line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines])


@pytest.fixture
def match(palabre: Palabre, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Match:
    """Give ``match(queries, messages, "--quiet", …)``: lines are objects, or bytes as they stand."""
    monkeypatch.setenv("LANGUAGE", "en")

    def run(queries: list[object], messages: list[object], *arguments: str) -> Said:
        path = tmp_path / "queries.jsonl"
        path.write_bytes(written(queries))
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(written(messages))))
        return palabre("match", "--queries", path, *arguments)

    return run


QUERIES: list[object] = [
    {"id": "tram", "query": "tram OR métro"},
    {"id": 12, "query": "panne -bus"},
    {"id": "watch", "query": "(tram OR bus) AND {RATP} NOT site:pub.example", "dialect": "brandwatch"},
]


def test_each_message_is_answered_in_the_order_of_the_input(match: Match) -> None:
    said = match(
        QUERIES,
        [
            {"id": 3, "text": "Le tram est en panne"},
            {"id": "a", "text": "Rien à voir"},
            {"id": 1, "text": "Bus RATP", "url": "https://www.info.example/x"},
            {"id": 2, "text": "Bus RATP", "url": "https://www.pub.example/x"},
        ],
    )
    assert said.status == 0 and said.err == ""
    assert said.rows == [
        {"id": 3, "queries": ["tram", 12]},
        {"id": "a", "queries": []},
        {"id": 1, "queries": ["watch"]},
        {"id": 2, "queries": []},
    ]


@pytest.mark.parametrize("given", ['"é"', r'"\u00e9 \"x\""', "7", "-1.50", "1e3", "12345678901234567890123", '" "'])
def test_identifiers_come_back_as_they_were_written(match: Match, given: str) -> None:
    said = match([f'{{"id": {given} , "query": "tram"}}'.encode()], [f'{{"text": "tram", "id":{given}}}'.encode()])
    assert said.status == 0 and said.out == f'{{"id":{given},"queries":[{given}]}}\n'


def test_a_wrong_query_is_told_with_its_line_and_the_rest_goes_on(match: Match) -> None:
    said = match(
        [
            {"id": 1, "query": "tram AND"},
            {"id": 2, "query": "tram", "dialect": "esperanto"},
            b"{",
            {"id": True, "query": "tram"},
            {"id": 4},
            b"",
            {"id": 5, "query": "tram"},
            {"id": 5, "query": "bus"},
        ],
        [{"id": 0, "text": "tram, bus"}],
    )
    assert said.status == 1 and said.rows == [{"id": 0, "queries": [5]}]
    told = said.err.splitlines()
    assert sorted(line.split(":")[1].split()[-1] for line in told) == ["1", "2", "3", "4", "5", "8"]
    assert "(1) 5–8: A word is missing beside “AND”." in said.err
    assert "no dialect 'esperanto'; there are: palabre, brandwatch" in said.err
    assert "already a query 5" in said.err


def test_a_wrong_message_is_told_with_its_line_and_the_rest_goes_on(match: Match) -> None:
    wrong = [b"oops", b"\xff", {"text": "x"}, {"id": 1}, {"id": [1], "text": "x"}, {"id": 1, "text": 3}]
    wrong += [{"id": 1, "text": "x", "published": "hier"}, {"id": 1, "text": "x", "followers": "mille"}]
    said = match([{"id": 1, "query": "tram"}], [{"id": "a", "text": "tram"}, *wrong, {"id": "z", "text": "tram"}])
    assert said.status == 1
    assert [row["id"] for row in said.rows] == ["a", "z"]
    assert [line.split(":")[1] for line in said.err.splitlines()] == [f" line {number}" for number in range(2, 10)]
    assert "write it as 2026-11-20T18:15:00Z" in said.err


def test_what_another_tool_says_and_we_cannot_is_a_warning(match: Match) -> None:
    queries: list[object] = [{"id": 1, "query": "tram continent:europe", "dialect": "bw"}]
    said = match(queries, [{"id": 1, "text": "tram"}])
    assert said.status == 0 and said.rows == [{"id": 1, "queries": [1]}]
    assert "(1) warning: 5–21: “continent:europe” has no equivalent here" in said.err
    assert match(queries, [], "--quiet").err == ""


def test_warnings_are_said_in_the_language_of_the_terminal(match: Match, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    said = match([{"id": 1, "query": "(tram"}], [])
    assert said.status == 1 and "Cette parenthèse n’est jamais fermée." in said.err


def test_queries_call_one_another_whatever_their_order_and_dialect(match: Match) -> None:
    queries: list[object] = [
        {"id": 1, "query": "@query:Pannes -bus"},
        {"id": 2, "name": "Pannes", "query": "@query:lignes panne"},
        {"id": "lignes", "query": "(tram NEAR/2f a) OR métro", "dialect": "brandwatch"},
        {"id": 4, "query": "@query:personne"},
        {"id": 5, "name": "a", "query": "tram OR @query:b"},
        {"id": 6, "name": "b", "query": "bus OR @query:a"},
        {"id": 7, "query": "topic:lignes panne"},
    ]
    said = match(queries, [{"id": 0, "text": "Métro : panne"}, {"id": 1, "text": "Métro, bus : panne"}])
    assert said.status == 1
    assert [row["queries"] for row in said.rows] == [[1, 2, "lignes", 7], [2, "lignes", 7]]
    assert {line.split(":")[1].split()[-1] for line in said.err.splitlines()} == {"4", "5", "6"}


def test_a_missing_file_is_a_bad_use(palabre: Palabre, tmp_path: Path) -> None:
    said = palabre("match", "--queries", tmp_path / "none.jsonl")
    assert said.status == 2 and "No such file" in said.err
    assert palabre("match").status == 2


FULL = {
    "id": 1,
    "text": "@ville le tram, voir https://lien.example/p",
    "title": "Titre rare",
    "lead": "Chapeau court",
    "url": "https://m.journal.example/une",
    "author": "@Zoe",
    "author_name": "Zoé Martin",
    "followers": 1500,
    "network": "mastodon",
    "source": "Page de la ville",
    "kind": "post",
    "lang": "fr",
    "country": "FR",
    "published": "2026-03-04T10:00:00+01:00",
    "parent": 77,
    "thread": "t1",
    "engagement": 12,
    "reach": 9000,
    "visibility": "private",
    "hashtags": ["Alerte", "#tram"],
    "mentions": ["sncf"],
}
FACTS = {
    "author": "zoe martin",
    "from": "zoe",
    "to": "ville",
    "site": "journal.example",
    "url": "https://m.journal.example/une",
    "link": "lien.example/p",
    "followers": 1500,
    "network": "mastodon",
    "source": "page de la ville",
    "kind": "post",
    "lang": "fr",
    "country": "fr",
    "published": 1772614800.0,
    "hour": 9.0,
    "is": "reply",
    "thread": "t1",
    "engagement": 12,
    "reach": 9000,
    "visibility": "private",
}


@pytest.mark.parametrize("name", FACTS)
def test_every_field_of_a_line_is_a_fact(name: str) -> None:
    line = read_message(json.dumps(FULL).encode())
    assert FACTS[name] in (LineFacts(line, tokenize(line.text)).get(name) or ())


@pytest.mark.parametrize("name", sorted(FACTS.keys() - {"is"}))
def test_a_field_that_the_line_lacks_is_no_fact(name: str) -> None:
    line = read_message(b'{"id":1,"text":"tram","title":null,"followers":null}')
    assert LineFacts(line, tokenize(line.text)).get(name) is None


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("#alerte", True),
        ("alerte", True),
        ("@sncf", True),
        ("#tram", True),
        ("rare", True),
        ("court", True),
        ('"p alerte"', False),
        ('"alerte sncf"', False),
        ("#al", False),
    ],
)
def test_titles_leads_and_listed_tags_are_searched(match: Match, query: str, found: bool) -> None:
    assert match([{"id": 1, "query": query}], [FULL]).rows == [{"id": 1, "queries": [1] if found else []}]


@pytest.mark.parametrize(
    "data",
    [
        b'{"id":1,"text":"' + b"a" * (MOST_TEXT + 1) + b'"}',
        b'{"id":1,"text":"' + b"a" * MOST_BYTES + b'"}',
        b'{"id":"","text":"a"}',
        b'{"id":null,"text":"a"}',
        b'{"id":{"a":1},"text":"a"}',
        b'{"id":"' + b"a" * 4_000 + b'","text":"a"}',
        b'{"id":1,"text":"a","published":1e300}',
        b"[" * 10_000,
    ],
)
def test_what_is_no_message(data: bytes) -> None:
    with pytest.raises(WrongLine):
        read_message(data)


def test_what_is_no_query() -> None:
    for line in (b'{"id":1}', b'{"id":1,"query":3}', b'{"query":"x"}', b'{"id":[],"query":"x"}', b'"x"'):
        with pytest.raises(WrongLine):
            read_query(line)


def test_in_a_pipe_without_a_terminal_no_bar_is_drawn(tmp_path: Path) -> None:
    queries = tmp_path / "q.jsonl"
    queries.write_text('{"id":1,"query":"tram"}\n')
    said = alone("match", "--queries", queries)
    assert (said.status, said.out, said.err) == (0, "", "")


@pytest.mark.parametrize(
    ("variables", "tongue"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C", "LC_MESSAGES": "fr_BE"}, "fr"),
        ({"LANGUAGE": "fr:en", "LANG": "de_DE"}, "fr"),
        ({}, "en"),
    ],
)
def test_the_language_is_the_locale_s(variables: dict[str, Any], tongue: str) -> None:
    assert spoken(variables) == tongue
