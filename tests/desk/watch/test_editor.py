"""What the editor asks the server: diagnostics with their places, what to complete, a trial on history."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone, translation

from desk.teams import Team
from house import House
from palabre.core.text import search_vector, tokenize
from palabre.desk.people.scope import scoped
from palabre.desk.watch.dayschart import days_chart
from palabre.desk.watch.diagnosis import diagnose
from palabre.desk.watch.models import Topic
from palabre.desk.watch.naming import distinct, name_from
from palabre.desk.watch.selectors import in_folders, topic_overviews
from palabre.desk.watch.told import units

NOW = timezone.now()


def say(house: House, source: int, text: str, days: int = 0) -> int:
    message = house.message(source, text, NOW - timedelta(days=days))
    vector = search_vector(None, None, tokenize(text))
    house.owner.execute("UPDATE message SET search = %s::tsvector WHERE id = %s", (vector, message))
    return message


class TestDiagnostics:
    def test_places_are_counted_as_a_page_counts_them(self) -> None:
        query = "😡😡 eau (panne"
        (told,) = [one for one in diagnose(query).told if one.severity == "error"]
        at = query.index("(")
        assert (told.start, told.end) == (at + 2, at + 3)
        assert units(query, len(query)) == len(query) + 2

    def test_the_underlined_places_come_with_the_page(self, courrier: Team) -> None:
        client = courrier.client("client")
        page = client.post(courrier.url("topics/check"), {"query": "eau\r\n(tram"}).content.decode()
        spans = re.search(r'data-spans="([^"]*)"', page)
        assert spans is not None
        assert [4, 5, "error"] in json.loads(spans[1].replace("&quot;", '"'))

    def test_a_call_is_resolved_in_its_own_workspace(self, courrier: Team, gazette: Team, house: House) -> None:
        house.topic(courrier.workspace, "Rocade Est", "rocade")
        for team, usable in ((courrier, "yes"), (gazette, "no")):
            answer = team.client("analyst").post(team.url("topics/check"), {"query": '@query:"rocade est" bus'})
            assert f'data-usable="{usable}"' in answer.content.decode()


class TestReading:
    def test_a_query_is_said_with_its_parts_and_what_messages_lack(self, courrier: Team, house: House) -> None:
        source = house.source(courrier.workspace)
        for number in range(4):
            house.message(source, "eau", author_id=house.author(courrier.workspace, f"a{number}", followers=9))
        house.message(source, "eau")
        client = courrier.client("analyst", language="en")
        asked = {"query": "(eau OR robinet) followers:>5"}
        page = client.post(courrier.url("topics/check"), asked).content.decode()
        assert "Messages that say “eau” or “robinet”" in page
        assert "20%" in page or "20 %" in page
        assert page.count("<li>") >= 3


class TestOffers:
    def test_fields_values_operators_and_saved_queries_are_offered(self, courrier: Team, house: House) -> None:
        house.topic(courrier.workspace, "Eau potable", "eau")
        for language, operator in (("fr", "SAUF"), ("en", "NOT")):
            answer = courrier.client("client", language=language).get(courrier.url("topics/offers"))
            texts = {offer["text"] for offer in answer.json()["offers"]}
            assert {"lang:", "kind:article", operator, '@query:"Eau potable"'} <= texts
            assert all(offer["find"] for offer in answer.json()["offers"])


class TestTrial:
    def test_a_query_is_tried_before_it_is_saved(self, courrier: Team, house: House) -> None:
        source = house.source(courrier.workspace)
        for days in (0, 0, 3, 40):
            say(house, source, "Le robinet coule", days)
        say(house, source, "Rien à voir")
        client = courrier.client("analyst")
        asked = {"query": "robinet", "days": "30"}
        page = client.post(courrier.url("topics/try"), asked, headers={"HX-Request": "true"}).content.decode()
        assert "<b>3</b> messages sur 4" in page
        assert '<mark class="mark mark-word" title="">robinet</mark>' in page
        assert "en cours" in page and "<!doctype" not in page
        with scoped(courrier.people["owner"], courrier.workspace):
            assert not Topic.objects.exists()

    def test_without_script_it_is_the_whole_page_with_what_was_written(self, courrier: Team) -> None:
        asked = {"query": "robinet", "days": "7", "name": "Robinet", "folder": "Eau"}
        page = courrier.client("analyst").post(courrier.url("topics/try"), asked).content.decode()
        assert "<!doctype" in page and 'value="Robinet"' in page and "sur 0 ces 7 derniers jours" in page

    def test_what_cannot_be_read_is_not_tried(self, courrier: Team) -> None:
        page = courrier.client("analyst").post(courrier.url("topics/try"), {"query": "eau (", "days": "7"})
        assert "Impossible d’essayer cette requête" in page.content.decode()


class TestKeepingASearch:
    def test_one_click_makes_a_topic_and_recounts_it(self, courrier: Team) -> None:
        client = courrier.client("analyst")
        for _ in range(2):
            answer = client.post(courrier.url("topics/keep"), {"q": 'eau "du robinet"'})
        assert re.search(r"/topics/\d+$", answer["Location"])
        with scoped(courrier.people["owner"], courrier.workspace):
            names = Topic.objects.order_by("pk").values_list("name", flat=True)
            assert list(names) == ["eau du robinet", "eau du robinet (2)"]

    def test_the_button_stands_beside_the_results_for_those_who_may(self, courrier: Team) -> None:
        shown = {
            role: "topics/keep" in courrier.client(role).get(courrier.url("search?q=eau")).content.decode()
            for role in ("analyst", "client")
        }
        assert shown == {"analyst": True, "client": False}


class TestFolders:
    def test_topics_stand_in_their_folders_and_a_folder_is_renamed_as_a_whole(self, courrier: Team) -> None:
        client = courrier.client("analyst")
        for name, folder in (("Tram", "Transports"), ("Bus", "Transports"), ("Eau", "")):
            client.post(courrier.url("topics/add"), {"name": name, "query": "x1", "folder": folder, "history": ""})
        client.post(courrier.url("topics/folder"), {"folder": "Transports", "name": " Se  déplacer "})
        with scoped(courrier.people["owner"], courrier.workspace):
            found = in_folders(topic_overviews(courrier.workspace))
        told = [(folder.name, [one.standing.name for one in folder.topics]) for folder in found]
        assert told == [("", ["Eau"]), ("Se déplacer", ["Bus", "Tram"])]


class TestNames:
    @pytest.mark.parametrize(
        ("query", "name"),
        [('("eau" OR robinet)', "eau OR robinet"), ("<<< vu >>> eau", "eau"), ("mot " * 40, "mot " * 13 + "mot…")],
    )
    def test_a_query_gives_its_name(self, query: str, name: str) -> None:
        assert name_from(query) == name

    def test_names_are_distinct(self) -> None:
        assert distinct("Eau", {"Eau", "Eau (2)"}) == "Eau (3)"


class TestChart:
    def test_the_day_under_way_is_hatched_and_every_day_told(self) -> None:
        with translation.override("en"):
            drawn = days_chart([0, 5, 2], NOW.date() - timedelta(days=2), "7 messages over 3 days")
        assert drawn.count("<title>") == 3
        assert drawn.count("url(#under-way)") == 1
        assert "(not over yet)" in drawn and "5 messages" in drawn

    @pytest.mark.parametrize("counts", [[], [0], [0, 0], [10**9] * 90])
    def test_any_counts_are_drawn(self, counts: list[int]) -> None:
        assert days_chart(counts, NOW.date(), "x").startswith("<div")
