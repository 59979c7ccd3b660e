"""What a file is, told from its bytes, its header and its contents."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.contract import SourceError
from palabre.connectors.file import guess_mapping
from palabre.connectors.file.columns import at_path, column_names, has_header, json_columns
from palabre.connectors.file.delimiters import guess_delimiter
from palabre.connectors.file.encodings import guess_encoding, known_encoding
from palabre.connectors.file.header_names import NAMES, folded, rank

from .conftest import FIXTURES, Folder

SENTENCE = "L’été dernier, où étaient-ils ? À Saint-Alban, ça a été le cœur du débat : 12 € la journée…"

# --- encodings


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
        ("latin-1", "cp1252"),
        ("mac_roman", "mac_roman"),
        ("cp850", "cp850"),
        ("ascii", "utf-8"),
    ],
)
def test_french_in_every_encoding(encoding: str, expected: str) -> None:
    text = SENTENCE.encode(encoding, "ignore").decode(encoding) * 3
    sample = text.encode(encoding)
    assert guess_encoding(sample) == expected
    assert sample.decode(guess_encoding(sample)).lstrip("\ufeff") == text


def test_a_character_cut_at_the_end_of_the_sample_is_no_fault() -> None:
    assert guess_encoding("été".encode() * 9 + b"\xc3") == "utf-8"


def test_russian_is_left_to_charset_normalizer() -> None:
    text = "Строители обещали закончить дорогу летом, но никто им уже не верит. " * 5
    assert text.encode("cp1251").decode(guess_encoding(text.encode("cp1251"))) == text


@given(st.binary(max_size=300))
def test_any_bytes_have_an_encoding(sample: bytes) -> None:
    sample.decode(guess_encoding(sample), "replace")


@pytest.mark.parametrize(
    ("name", "known"),
    [("utf8", "utf-8"), ("CP1252", "cp1252"), ("hex", None), ("rot13", None), ("é", None), ("", None)],
)
def test_which_encodings_may_be_told(name: str, known: str | None) -> None:
    assert known_encoding(name) == known


# --- delimiters and headers


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter(delimiter: str) -> None:
    rows = [["id", "texte", "date"], ["1", f'"Un{delimiter} deux, trois; quatre"', "12/03/2026"], ["2", "Ah", ""]]
    assert guess_delimiter("\n".join(delimiter.join(row) for row in rows)) == delimiter


def test_a_single_column_of_sentences_has_no_delimiter() -> None:
    assert guess_delimiter("texte\nBonjour, ça va, vous ?\nOui\nNon, pas vraiment\nBof\n") == ","


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Auteur", "Texte"], ["a", "b"]], True),
        ([["qui", "quoi", "quand"], ["Josiane", "Bonjour", "12/03/2026"]], True),
        ([["Josiane", "Bonjour", "12/03/2026"], ["Rémi", "Salut", "13/03/2026"]], False),
        ([["Josiane", "Bonjour"], ["Rémi", "Salut"]], False),
        ([], False),
    ],
)
def test_is_the_first_line_a_header(rows: list[list[str]], expected: bool) -> None:
    assert has_header(rows) is expected


def test_columns_have_distinct_names() -> None:
    assert column_names(["date", "date", "", "date"], True) == ("date", "date (2)", "#3", "date (3)")
    assert column_names(["a", "b"], False) == ("#1", "#2")


def test_the_paths_of_json_objects() -> None:
    objects = [{"id": 1, "user": {"name": "a", "deep": {"x": {"y": 1}}}, "tags": ["a"]}, {"text": "b", "a.b": 3}]
    assert json_columns(objects) == ("id", "user.name", "text", "a.b")
    assert at_path(objects[0], "user.name") == "a" and at_path(objects[0], "user.name.x") is None
    assert at_path(objects[1], "a.b") == 3 and at_path(objects[1], "absent") is None


# --- names


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("Commentaire", "text"),
        ("CONTENU", "text"),
        ("Publié le", "published"),
        ("date_de_publication", "published"),
        ("createdAt", "published"),
        ("Pseudo", "author.name"),
        ("Nom de l’auteur", "author.name"),
        ("user.screen_name", "author.name"),
        ("author.id", "author.key"),
        ("Lien", "url"),
        ("Titre", "title"),
        ("ID_Commentaire", "id"),
        ("N°", "id"),
        ("data.text", "text"),
        ("Nombre d’abonnés", "author.followers"),
    ],
)
def test_a_name_says_what_a_column_holds(name: str, target: str) -> None:
    assert rank(name, target) is not None


def test_the_key_of_a_person_is_not_that_of_the_message() -> None:
    assert rank("author.id", "id") is None and rank("user.url", "url") is None and rank("prix", "text") is None


def test_each_name_is_written_as_it_is_compared_and_serves_one_target() -> None:
    names = [name for target in NAMES for name in NAMES[target]]
    assert all(folded(name) == name for name in names)
    assert len(names) == len(set(names))


# --- whole files


def guessed(name: str) -> dict[str, str]:
    return dict(guess_mapping(FIXTURES / name).mapping)


def test_the_fixtures_are_understood() -> None:
    assert guessed("comments_fr.csv") == {
        "id": "Identifiant",
        "published": "Publié le",
        "author.name": "Pseudo",
        "text": "Commentaire",
        "url": "Lien",
        "engagement": "J'aime",
    }
    assert guessed("windows_1252.csv") == {"published": "Date", "author.name": "Auteur", "text": "Message"}
    assert guess_mapping(FIXTURES / "windows_1252.csv").encoding == "cp1252"
    assert guessed("reviews.xlsx")["text"] == "Avis" and "id" not in guessed("reviews.xlsx")
    tweets = guessed("export.jsonl")
    assert tweets["id"] == "id" and tweets["author.key"] == "author.id" and tweets["published"] == "created_at"


def test_what_no_name_says_is_told_by_the_contents(folder: Folder) -> None:
    name = folder.put("a.csv", "Josiane;12/03/2026;Quatre clients ce matin\nRémi;13/03/2026;On verra bien demain\n")
    guess = guess_mapping(folder.path / name)
    assert dict(guess.mapping) == {"published": "#2", "text": "#3"} and not guess.header
    assert 0 < guess.confidence < 0.85


def test_row_numbers_are_no_identifiers_but_other_numbers_are(folder: Folder) -> None:
    rows = "".join(f"{{}};texte {number}\n" for number in range(5))
    for first, step, expected in ((1, 1, False), (0, 1, False), (4012, 3, True)):
        numbers = [first + step * number for number in range(5)]
        folder.put("a.csv", "id;texte\n" + rows.format(*numbers))
        assert ("id" in guess_mapping(folder.path / "a.csv").mapping) is expected


def test_a_column_that_repeats_is_no_identifier(folder: Folder) -> None:
    folder.put("a.csv", "id;texte\n7;a\n7;b\n")
    assert "id" not in guess_mapping(folder.path / "a.csv").mapping


def test_months_first_are_noticed(folder: Folder) -> None:
    folder.put("a.csv", "date,text\n3/12/2026 2:05 PM,a\n3/25/2026 9:00 AM,b\n")
    guess = guess_mapping(folder.path / "a.csv")
    assert guess.dates == "mdy" and guess.mapping["published"] == "date"


def test_no_date_is_a_problem_told(folder: Folder) -> None:
    folder.put("a.csv", "auteur;texte\nJosiane;Bonjour\n")
    guess = guess_mapping(folder.path / "a.csv")
    assert guess.problems[0][0].startswith("Aucune colonne de date") and guess.confidence < 0.85


def test_accents_far_from_the_beginning_tell_the_encoding(folder: Folder) -> None:
    plain = "".join(f"{number};rien a dire\n" for number in range(60_000))
    folder.put("a.csv", ("id;texte\n" + plain + "60000;Déjà l'été, à côté\n" * 3_000).encode("cp1252"))
    assert guess_mapping(folder.path / "a.csv").encoding == "cp1252"


def test_a_gzipped_and_a_utf_16_file_are_read_like_the_others(folder: Folder) -> None:
    text = "Auteur\tCommentaire\tDate\nJosiane\tDéjà l’été\t12/03/2026\n"
    folder.put("a.csv.gz", gzip.compress(text.encode()))
    folder.put("b.txt", text, "utf-16")
    folder.put("c.csv", text.replace("\n", "\r"))
    for name in ("a.csv.gz", "b.txt", "c.csv"):
        guess = guess_mapping(folder.path / name)
        assert dict(guess.mapping) == {"author.name": "Auteur", "text": "Commentaire", "published": "Date"}, name
        assert guess.rows[0]["Commentaire"] == "Déjà l’été"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "vide"),
        (b" \n\n ", "vide"),
        (b'[{"id": 1}]', "jq"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, ".xlsx"),
        (b"PK\x03\x04" + b"\0" * 100, "abîmé"),
    ],
)
def test_what_is_not_an_export_is_told_with_what_to_do(folder: Folder, content: bytes, words: str) -> None:
    folder.put("a.csv", content)
    with pytest.raises(SourceError) as caught:
        guess_mapping(folder.path / "a.csv")
    assert caught.value.kind == "malformed" and words in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        guess_mapping(tmp_path / "absent.csv")
    assert caught.value.kind == "gone"


@given(data=st.binary(max_size=400))
def test_any_file_is_guessed_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(data)
    try:
        guess = guess_mapping(path)
    except SourceError:
        return
    assert 0 <= guess.confidence <= 1
    json.dumps(guess.settings())
