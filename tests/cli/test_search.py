"""``palabre search`` and ``palabre export``: what is found, what is said of a query that cannot be read."""

import json
from pathlib import Path

import pytest

from house import House

from .conftest import Palabre, csv, numbered

SAID = [
    ("m1", "01/03/2026 14:05", "Odile", "La déviation par la rocade est interminable"),
    ("m2", "02/03/2026 14:05", "Nadir", "Déviation toujours pas fléchée, quartier enclavé"),
    ("m3", "03/03/2026 14:05", "Maëlle", "Merci pour la carte du quartier"),
    ("m4", "04/03/2026 14:05", "Firmin", "La carte scolaire change, quartier par quartier"),
]


@pytest.fixture
def filled(palabre: Palabre, courrier: int, house: House, tmp_path: Path) -> Palabre:
    """Give the command over a workspace that holds ``SAID``, beside another that holds the same words."""
    house.message(house.source(house.workspace("gazette", "La Gazette")), "déviation, rocade, quartier, carte")
    path = csv(tmp_path / "a.csv", [("id", "date", "auteur", "texte"), *SAID])
    assert palabre("import", path, "-w", "courrier", "-s", "Site").status == 0
    return palabre


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("quartier", ["m4", "m3", "m2"]),
        ("deviation", ["m2", "m1"]),
        ("DÉVIATION NOT rocade", ["m2"]),
        ('"carte du quartier"', ["m3"]),
        ('"quartier carte"', []),
        ("rocade OR scolaire", ["m4", "m1"]),
        ("quartier carte", ["m4", "m3"]),
        ("passerelle", []),
    ],
)
def test_what_is_found_newest_first(filled: Palabre, query: str, found: list[str]) -> None:
    said = filled("search", query, "--workspace", "courrier")
    assert said.status == 0 and [row["external_id"] for row in said.rows] == found


def test_bounds(filled: Palabre) -> None:
    since = filled("search", "quartier", "-w", "courrier", "--since", "2026-03-03")
    assert [row["external_id"] for row in since.rows] == ["m4", "m3"]
    assert [row["external_id"] for row in filled("search", "quartier", "-w", "courrier", "-n", "1").rows] == ["m4"]
    assert filled("search", "quartier", "-w", "courrier", "-n", "0").status == 2


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ('carte AND "du quartier', "10–11: This quotation mark is never closed. Add"),
        ("carte AND", "6–9: "),
        ("(carte", "0–1: "),
        ("", "0–0: The query is empty. Write at least one word."),
    ],
)
def test_a_query_that_cannot_be_read_is_told_with_its_place(filled: Palabre, query: str, told: str) -> None:
    said = filled("search", query, "-w", "courrier")
    assert said.status == 2 and said.out == "" and said.err.startswith(f"palabre search: {told}")


@pytest.mark.parametrize("words", [("search", "carte"), ("export",)])
def test_an_unknown_workspace(filled: Palabre, words: tuple[str, ...]) -> None:
    said = filled(*words, "-w", "nulle-part")
    assert said.status == 1 and said.out == ""
    assert said.err == f"palabre {words[0]}: There is no workspace 'nulle-part'; there are: courrier, gazette.\n"


def test_a_row_holds_what_is_documented(filled: Palabre) -> None:
    row = filled("search", "rocade", "-w", "courrier").rows[0]
    page = (Path(__file__).parents[2] / "docs/reference/commands.md").read_text("utf-8")
    assert all(f"`{name}`" in page for name in row)
    assert (row["author"], row["source"], row["lang"]) == ("Odile", "Site", "fr")
    assert row["published"] == "2026-03-01T13:05:00Z" and row["deleted_at"] is None


def test_an_export_holds_what_answers_a_query(filled: Palabre) -> None:
    said = filled("export", "-w", "courrier", "--query", "/quart[ie]+r/ -carte")
    assert said.status == 0 and [row["external_id"] for row in said.rows] == ["m2"]
    wrong = filled("export", "-w", "courrier", "--query", "(carte")
    assert wrong.status == 2 and wrong.out == "" and wrong.err.startswith("palabre export: 0–1: ")


def test_a_query_calls_a_topic_by_its_name(filled: Palabre, house: House) -> None:
    row = house.owner.execute("SELECT id FROM workspace WHERE slug = 'courrier'").fetchone()
    assert row is not None and isinstance(row[0], int)
    house.topic(row[0], "Détours", "rocade OR scolaire")
    said = filled("search", "@query:détours -scolaire", "-w", "courrier")
    assert [found["external_id"] for found in said.rows] == ["m1"]


def test_export_gives_everything_of_one_workspace_and_can_be_imported_again(
    filled: Palabre, house: House, tmp_path: Path
) -> None:
    said = filled("export", "--workspace", "courrier")
    assert [row["external_id"] for row in said.rows] == ["m4", "m3", "m2", "m1"]
    assert [row["external_id"] for row in filled("export", "-w", "courrier", "--since", "2026-03-03").rows] == [
        "m4",
        "m3",
    ]
    copy = tmp_path / "copy.jsonl"
    copy.write_text(said.out, "utf-8")
    house.workspace("copie", "La copie")
    mapping = ("--map", "id=external_id", "--map", "author.name=author")
    assert filled("import", copy, "-w", "copie", "-s", "Site", *mapping).status == 0
    kept = ("external_id", "text", "published", "author")
    there = [[row[name] for name in kept] for row in filled("export", "-w", "copie").rows]
    assert there == [[row[name] for name in kept] for row in said.rows]


def test_an_export_longer_than_a_page(palabre: Palabre, courrier: int, tmp_path: Path) -> None:
    path = csv(tmp_path / "a.csv", numbered(2_300))
    assert palabre("import", path, "-w", "courrier", "-s", "Site").status == 0
    ids = [json.loads(line)["external_id"] for line in palabre("export", "-w", "courrier").out.splitlines()]
    assert len(ids) == len(set(ids)) == 2_300
