"""Topics: written, diagnosed, changed, paused, removed; how much they catch."""

from datetime import timedelta

import psycopg
import pytest
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from desk.teams import Team
from house import House
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import scoped
from palabre.desk.watch.actions import (
    do_add_topic,
    do_change_topic,
    do_pause_topic,
    do_remove_topic,
    do_resume_topic,
)
from palabre.desk.watch.diagnosis import diagnose
from palabre.desk.watch.models import Topic
from palabre.desk.watch.selectors import topic_overviews
from palabre.store.migrate import Connection


class TestDiagnosis:
    def test_it_points_at_the_piece_and_says_how_to_mend_it_in_both_languages(self) -> None:
        for language, word in (("fr", "parenthèse"), ("en", "parenthesis")):
            with translation.override(language):
                found = diagnose("tram (panne OU retard")
            assert not found.usable
            (told,) = [one for one in found.told if one.severity == "error"]
            assert word in told.what
            assert told.mend
            assert told.before + told.piece + told.after == "tram (panne OU retard"

    def test_a_good_query_is_usable(self) -> None:
        assert diagnose("déviation OU rocade").usable

    @given(st.text(max_size=300))
    def test_any_text_is_told_and_never_raises(self, query: str) -> None:
        found = diagnose(query)
        assert found.usable or any(one.severity == "error" for one in found.told)
        assert all(one.piece in query for one in found.told)


class TestActs:
    def test_a_change_of_query_raises_the_version_and_a_change_of_name_does_not(self, courrier: Team) -> None:
        with scoped(courrier.people["owner"], courrier.workspace):
            actor = courrier.actor("analyst")
            topic = do_add_topic(actor=actor, name=" Eau  potable ", query="eau robinet")
            assert (topic.name, topic.version) == ("Eau potable", 1)
            assert do_change_topic(actor=actor, topic=topic, name="Eau").version == 1
            assert do_change_topic(actor=actor, topic=topic, query="eau").version == 2
            assert do_change_topic(actor=actor, topic=topic, query="eau").version == 2

    @pytest.mark.parametrize(
        ("name", "query", "where"), [("Eau", "(", "query"), ("", "eau", "name"), ("Cantine", "eau", "name")]
    )
    def test_what_cannot_be_is_refused(self, courrier: Team, name: str, query: str, where: str) -> None:
        with scoped(courrier.people["owner"], courrier.workspace):
            do_add_topic(actor=courrier.actor(), name="Cantine", query="cantin*")
            with pytest.raises(Refused) as refused:
                do_add_topic(actor=courrier.actor(), name=name, query=query)
            assert refused.value.where == where
            assert Topic.objects.count() == 1

    def test_two_workspaces_may_use_one_name(self, courrier: Team, gazette: Team) -> None:
        for team in (courrier, gazette):
            with scoped(team.people["owner"], team.workspace):
                do_add_topic(actor=team.actor(), name="Eau", query="eau")

    def test_pause_and_resume_are_each_done_once(self, courrier: Team) -> None:
        with scoped(courrier.people["owner"], courrier.workspace):
            actor = courrier.actor()
            topic = do_add_topic(actor=actor, name="Eau", query="eau")
            assert [do_pause_topic(actor=actor, topic=topic) for _ in "12"] == [True, False]
            assert [do_resume_topic(actor=actor, topic=topic) for _ in "12"] == [True, False]

    def test_each_act_is_recorded_and_the_worker_hears_of_it(
        self, courrier: Team, database: str, owner: Connection
    ) -> None:
        with psycopg.connect(database, autocommit=True) as listener:
            listener.execute("LISTEN config")
            with scoped(courrier.people["owner"], courrier.workspace):
                topic = do_add_topic(actor=courrier.actor(), name="Eau", query="eau")
                number = topic.pk
                do_remove_topic(actor=courrier.actor(), topic=topic)
            heard = [notice.payload for notice in listener.notifies(timeout=10, stop_after=1)]
        assert heard == [f'{{"topic":{number}}}']
        verbs = [row[0] for row in owner.execute("SELECT verb FROM audit ORDER BY number")]
        assert verbs == ["topic.add", "topic.remove"]


class TestPages:
    def test_counts_of_the_last_day_are_shown(self, courrier: Team, house: House) -> None:
        topic, source = house.topic(courrier.workspace), house.source(courrier.workspace)
        now = timezone.now().replace(second=0, microsecond=0)
        for hours, count in ((0, 3), (5, 4), (30, 100)):
            house.owner.execute(
                "INSERT INTO minute_count VALUES (%s, %s, %s, %s, %s)",
                [courrier.workspace, now - timedelta(hours=hours), source, topic, count],
            )
        with scoped(courrier.people["owner"], courrier.workspace):
            (found,) = topic_overviews(courrier.workspace)
        assert (found.last_day, len(found.day)) == (7, 24)
        page = courrier.client("client").get(courrier.url("topics/")).content.decode()
        assert 'class="spark"' in page
        assert "/pause" not in page

    def test_a_topic_is_added_with_its_errors_shown(self, courrier: Team) -> None:
        client = courrier.client("analyst", language="en")
        page = client.post(courrier.url("topics/add"), {"name": "Eau", "query": "eau ("}).content.decode()
        assert "<mark>(</mark>" in page
        assert client.post(courrier.url("topics/add"), {"name": "Eau", "query": "eau"}).status_code == 302

    def test_a_query_is_checked_while_it_is_written(self, courrier: Team) -> None:
        client = courrier.client("analyst", language="en")
        for query, told in (("<i>(", "&lt;i&gt;"), ("eau", "Messages that say “eau”."), ("  ", "")):
            page = client.post(courrier.url("topics/check"), {"query": query}).content.decode()
            assert told in page
            assert "<i>" not in page
        assert client.post(courrier.url("topics/check"), {"query": ""}).content.strip() == b""
