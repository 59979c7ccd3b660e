"""A query of another tool is recognised, read as that tool reads it, and becomes one of ours, losses told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.teams import Team
from house import House
from palabre.core.query import parse
from palabre.core.query.dialects import read
from palabre.desk.people.scope import scoped
from palabre.desk.watch.diagnosis import diagnose_written
from palabre.desk.watch.models import Topic
from palabre.desk.watch.translation import DIALECTS, dialect_of, guess, laid_out, translate

BRANDWATCH = '(title:"eau potable" OR eau NEAR/3f robinet) AND language:fr <<< vu >>> NOT authorFollowers:[9 TO 99]'


def test_a_foreign_query_is_recognised_and_keeps_its_meaning() -> None:
    found = translate(BRANDWATCH)
    assert (found.dialect, found.tool) == ("brandwatch", "Brandwatch")
    assert found.query is not None
    assert parse(found.query).tree == read(BRANDWATCH, "brandwatch").tree


@pytest.mark.parametrize("query", ["eau", "eau OU robinet SAUF piscine", '"eau du robinet" lang:fr', "(a OR b) c"])
def test_ours_is_not_taken_for_anothers(query: str) -> None:
    assert guess(query) == "palabre"
    assert translate(query).query == query
    assert diagnose_written(query).foreign is None


def test_what_its_own_tool_could_not_read_is_told() -> None:
    found = translate(BRANDWATCH + " AND (", "brandwatch")
    assert found.query is None and found.told


@given(st.text(max_size=150), st.sampled_from(sorted(DIALECTS)))
def test_any_text_of_any_dialect_gives_an_answer(query: str, dialect: str) -> None:
    found = translate(query, dialect)
    if found.query is not None and dialect != "palabre":
        assert parse(found.query).tree is not None


def test_conditions_stand_one_a_line_and_mean_the_same() -> None:
    tree = parse("(a1 OR b1) (c1 OR d1) -e1").tree
    assert tree is not None
    assert laid_out(tree) == "(a1 OR b1)\n(c1 OR d1)\nNOT e1"
    assert parse(laid_out(tree)).tree == tree


def test_names_of_tools_are_known_as_people_write_them() -> None:
    assert [dialect_of(name) for name in ("brandwatch", "twitter", "es", "nulle part", "")] == [
        "brandwatch",
        "x",
        "elasticsearch",
        "",
        "",
    ]


class TestPages:
    def test_the_editor_proposes_the_translation(self, courrier: Team) -> None:
        client = courrier.client("analyst")
        page = client.post(courrier.url("topics/check"), {"query": BRANDWATCH}).content.decode()
        assert "On dirait une requête de Brandwatch" in page and 'data-translate="brandwatch"' in page
        answer = client.post(
            courrier.url("topics/translate"), {"query": BRANDWATCH, "dialect": "brandwatch"}
        ).json()
        assert parse(answer["query"]).tree is not None
        assert answer["dialect"] == "brandwatch" and "Traduite de Brandwatch" in answer["told"]

    def test_without_script_a_button_does_it_and_the_original_is_kept(self, courrier: Team) -> None:
        client = courrier.client("analyst")
        asked = {"query": BRANDWATCH, "name": "Eau", "translate": "brandwatch"}
        page = client.post(courrier.url("topics/add"), asked).content.decode()
        assert "Traduite de Brandwatch" in page and 'value="brandwatch"' in page
        ours = translate(BRANDWATCH).query
        saved = {"query": ours, "name": "Eau", "dialect": "brandwatch", "written": BRANDWATCH, "history": ""}
        client.post(courrier.url("topics/add"), saved)
        with scoped(courrier.people["owner"], courrier.workspace):
            topic = Topic.objects.get()
        page = client.get(courrier.url(f"topics/{topic.pk}")).content.decode()
        assert "Telle qu’écrite pour Brandwatch" in page and "NEAR/3f" in page

    def test_an_import_shows_each_reading_with_its_losses(self, courrier: Team, house: House) -> None:
        client = courrier.client("analyst")
        text = f"Eau\t{BRANDWATCH}\nTram\ttram OU bus"
        page = client.post(courrier.url("topics/import"), {"text": text}).content.decode()
        assert page.count('<span class="badge">Brandwatch</span>') == 1
        assert "2 requêtes trouvées" in page
