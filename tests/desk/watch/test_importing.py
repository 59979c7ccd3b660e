"""Many topics at once: each is shown as it is read, and nothing is added before it is confirmed."""

import csv
import io
import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from desk.teams import Team
from house import House
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import scoped
from palabre.desk.watch.departure import DESTINATIONS
from palabre.desk.watch.importing import Row, rows_of
from palabre.desk.watch.models import Topic, TopicVersion


def plain(rows: list[Row]) -> list[tuple[str, str, str]]:
    return [(row.name, row.query, row.folder) for row in rows]


class TestFiles:
    @pytest.mark.parametrize(
        "text",
        [
            'Nom;Requête;Dossier\nEau;"eau OU ""eau du robinet""";Services\nTram;tram;\n',
            'query,name,folder\n"eau OU ""eau du robinet""",Eau,Services\ntram,Tram,\n',
            '{"name":"Eau","query":"eau OU \\"eau du robinet\\"","folder":"Services"}\n'
            '\n{"id":"Tram","query":"tram"}\n',
            '[{"nom":"Eau","requete":"eau OU \\"eau du robinet\\"","dossier":"Services"},'
            '{"id": 7, "nom":"Tram","query":"tram"}]',
        ],
    )
    def test_the_same_topics_come_out_of_every_form(self, text: str) -> None:
        assert plain(rows_of("\ufeff" + text)) == [
            ("Eau", 'eau OU "eau du robinet"', "Services"),
            ("Tram", "tram", ""),
        ]

    def test_names_before_a_semicolon_need_no_head(self) -> None:
        rows = rows_of('Eau;(eau OR robinet*) NOT piscine\n\nL’école de Saint-Fléon; title:école "portail; cour"\n')
        assert [(row.name, row.query) for row in rows] == [
            ("Eau", "(eau OR robinet*) NOT piscine"),
            ("L’école de Saint-Fléon", 'title:école "portail; cour"'),
        ]

    @pytest.mark.parametrize(
        "text", ["Eau;eau\nrobinet OR bouteille", '"eau; robinet"', "eau OR gaz; fuite", "lang:fr; eau", ";eau"]
    )
    def test_a_semicolon_inside_a_query_names_nothing(self, text: str) -> None:
        assert [row.query for row in rows_of(text)] == text.split("\n")

    def test_a_query_a_line_is_named_after_its_words_or_by_what_stands_before_a_tabulation(self) -> None:
        found = rows_of('eau "du robinet"\r\n\r\nCantine\tcantin* menu\r\neau "du robinet"')
        assert plain(found) == [
            ("eau du robinet", 'eau "du robinet"', ""),
            ("Cantine", "cantin* menu", ""),
            ("eau du robinet (2)", 'eau "du robinet"', ""),
        ]
        assert [row.place for row in found] == [1, 3, 4]

    @pytest.mark.parametrize("text", ["", "  \n ", '{"name": "sans requête"}', "{pas du JSON", "[1, 2]", "[[[["])
    def test_what_holds_no_topic_is_told(self, text: str) -> None:
        with pytest.raises(Refused):
            rows_of(text)

    @given(st.text(max_size=200))
    def test_any_text_is_read_or_refused(self, text: str) -> None:
        try:
            found = rows_of(text)
        except Refused:
            return
        assert len({row.name for row in found}) == len(found)
        assert all(row.query and row.name for row in found)


def confirm(page: str) -> dict[str, object]:
    """Return the form of the page of confirmation as a browser would send it."""
    rows = re.search(r'<textarea name="rows" hidden>(.*?)</textarea>', page, re.DOTALL)
    assert rows is not None
    taken = re.findall(r'name="take" value="(\d+)" checked', page)
    unescaped = rows[1].replace("&quot;", '"').replace("&#x27;", "'").replace("&lt;", "<").replace("&gt;", ">")
    return {"rows": unescaped.replace("&amp;", "&"), "take": taken, "folder": "Importés"}


class TestPages:
    def test_a_file_is_shown_then_confirmed(self, courrier: Team, house: House) -> None:
        house.topic(courrier.workspace, "Tram", "tram")
        client = courrier.client("analyst", language="en")
        file = SimpleUploadedFile("veille.csv", b'name;query\nEau;eau "du robinet"\nTram;tram*\nFaux;eau (\n')
        page = client.post(courrier.url("topics/import"), {"file": file}).content.decode()
        assert "3 queries were found" in page and "2 of them can be taken" in page
        assert "exists already" in page and "never closed" in page
        with scoped(courrier.people["owner"], courrier.workspace):
            assert Topic.objects.count() == 1
        assert client.post(courrier.url("topics/import/confirm"), confirm(page)).status_code == 302
        with scoped(courrier.people["owner"], courrier.workspace):
            found = Topic.objects.order_by("name").values_list("name", "query", "folder", "version")
            assert list(found) == [("Eau", 'eau "du robinet"', "Importés", 1), ("Tram", "tram*", "", 2)]
            assert TopicVersion.objects.get(topic__name="Eau").person_id == courrier.people["analyst"]

    def test_what_was_unticked_is_left(self, courrier: Team) -> None:
        client = courrier.client("analyst")
        page = client.post(courrier.url("topics/import"), {"text": "eau\ntram"}).content.decode()
        client.post(courrier.url("topics/import/confirm"), {**confirm(page), "take": ["1"]})
        with scoped(courrier.people["owner"], courrier.workspace):
            assert [topic.name for topic in Topic.objects.all()] == ["tram"]

    def test_markup_in_a_file_stays_text(self, courrier: Team) -> None:
        client = courrier.client("analyst")
        page = client.post(courrier.url("topics/import"), {"text": "<script>x</script>\teau </textarea>"}).content
        assert b"<script>x" not in page and b"eau </textarea>" not in page

    def test_what_goes_out_comes_back(self, courrier: Team, house: House) -> None:
        queries = {"Eau": 'eau OU "l’eau"', "=1+1": "-piscine eau", "Mot;-dièse": "#eau @zoe"}
        for name, query in queries.items():
            house.topic(courrier.workspace, name, query)
        client = courrier.client("client")
        for form in ("jsonl", "csv"):
            answer = client.get(courrier.url(f"topics/export?format={form}"))
            text = answer.content.decode()
            assert {row.name: row.query for row in rows_of(text)} == queries
            assert "attachment" in answer["Content-Disposition"]
        first = json.loads(client.get(courrier.url("topics/export")).content.splitlines()[0])
        assert {"id", "query", "name"} <= first.keys()
        cells = next(csv.DictReader(io.StringIO(text)))
        assert not any(str(value).startswith("=") for value in cells.values())


class TestOtherTools:
    def test_topics_leave_in_another_dialect_with_what_is_lost(self, courrier: Team, house: House) -> None:
        house.topic(courrier.workspace, "Bus", "bus OU car")
        house.topic(courrier.workspace, "Tram", "@query:bus tram NEAR/3 panne followers:>100")
        client = courrier.client("analyst", language="en")
        page = client.get(courrier.url("topics/export/choose?dialect=google")).content.decode()
        assert "followers" in page and 'value="google" selected' in page
        lines = client.get(courrier.url("topics/export?dialect=google")).content.decode().splitlines()
        bus, tram = map(json.loads, lines)
        assert (bus["dialect"], bus["lost"]) == ("google", [])
        assert "OR" in bus["query"] and "car" in tram["query"] and "followers" not in tram["query"]
        assert any("followers" in sentence for sentence in tram["lost"])
        table = client.get(courrier.url("topics/export?dialect=google&format=csv")).content.decode()
        assert table.splitlines()[0].endswith(",lost") and "followers" in table

    def test_every_destination_answers_and_an_unknown_one_is_ours(self, courrier: Team, house: House) -> None:
        house.topic(courrier.workspace, "Tram", "tram OU #tram")
        house.topic(courrier.workspace, "Cassé", "(tram")
        client = courrier.client("client")
        for dialect in (*DESTINATIONS, "klingon"):
            first, second = client.get(courrier.url(f"topics/export?dialect={dialect}")).content.splitlines()
            broken, good = json.loads(first), json.loads(second)
            assert good["dialect"] == (dialect if dialect in DESTINATIONS else "palabre")
            assert "tram" in good["query"]
            assert (broken["query"] == "(tram") == (good["dialect"] == "palabre")
