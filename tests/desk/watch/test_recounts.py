"""Recounts are asked for, watched and stopped from a topic's page."""

from desk.teams import Team
from house import House
from palabre.desk.people.scope import scoped
from palabre.desk.watch.actions import do_ask_recount, do_stop_recount
from palabre.desk.watch.models import Topic, TopicRecount
from palabre.store.migrate import Connection


def test_asking_again_takes_the_place_of_the_one_under_way(courrier: Team, house: House) -> None:
    topic = house.topic(courrier.workspace)
    with scoped(courrier.people["analyst"], courrier.workspace):
        actor, found = courrier.actor("analyst"), Topic.objects.get(pk=topic)
        for days in (7, None):
            do_ask_recount(actor=actor, topic=found, days=days)
        states = list(TopicRecount.objects.order_by("pk").values_list("state", flat=True))
        assert states == ["stopped", "waiting"]
        assert [do_stop_recount(actor=actor, topic=found) for _ in "12"] == [True, False]


def test_the_bar_moves_and_the_page_stops_asking_once_it_is_done(
    courrier: Team, house: House, owner: Connection
) -> None:
    topic = house.topic(courrier.workspace)
    client = courrier.client("analyst", language="en")
    client.post(courrier.url(f"topics/{topic}/recount/ask"), {"days": "30"})
    waiting = client.get(courrier.url(f"topics/{topic}/recount")).content.decode()
    assert "every 1s" in waiting
    owner.execute("UPDATE topic_recount SET state = 'running', total = 200, read = 50")
    running = client.get(courrier.url(f"topics/{topic}/recount")).content.decode()
    assert 'value="25"' in running and "50 messages read out of about 200" in running
    owner.execute("UPDATE topic_recount SET state = 'done', read = 200, found = 7")
    done = client.get(courrier.url(f"topics/{topic}/recount")).content.decode()
    assert "every 1s" not in done and "7 messages caught out of 200" in done


def test_who_only_reads_topics_asks_for_none(courrier: Team, house: House) -> None:
    topic, client = house.topic(courrier.workspace), courrier.client("client")
    assert client.post(courrier.url(f"topics/{topic}/recount/ask"), {"days": "7"}).status_code == 404
    page = client.get(courrier.url(f"topics/{topic}")).content.decode()
    assert "recount/ask" not in page and f"topics/{topic}/edit" not in page


def test_saving_asks_for_what_was_chosen(courrier: Team) -> None:
    client = courrier.client("analyst")
    for name, history in (("Rien", ""), ("Mois", "30"), ("Tout", "all")):
        client.post(courrier.url("topics/add"), {"name": name, "query": "eau", "history": history})
    with scoped(courrier.people["owner"], courrier.workspace):
        asked = dict(TopicRecount.objects.values_list("topic__name", "since"))
    assert asked.keys() == {"Mois", "Tout"}
    assert asked["Tout"].year == 1970


def test_who_only_reads_topics_sees_no_empty_panel(courrier: Team, house: House) -> None:
    address = courrier.url(f"topics/{house.topic(courrier.workspace)}")
    assert "recount-title" in courrier.client("analyst").get(address).content.decode()
    assert "recount-title" not in courrier.client("client").get(address).content.decode()
