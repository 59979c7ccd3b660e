"""The queue narrowed to a source, a signal, a topic or a language; and the views that a person keeps."""

import re

import pytest

from desk.teams import Team
from house import House
from palabre.desk.moderation.sieve import MOST_VIEWS, Sieve, read_view
from palabre.desk.people.models import Person
from palabre.store.migrate import Connection


@pytest.fixture
def source(house: House, courrier: Team) -> int:
    return house.source(courrier.workspace)


@pytest.fixture
def said(house: House, courrier: Team, owner: Connection, source: int) -> dict[str, int]:
    chat = house.source(courrier.workspace, name="Chat")
    made = {
        "scam": house.message(source, "Prêt rapide", priority=80, lang="fr"),
        "doubted": house.message(source, "Prêt honnête", priority=70, lang="fr"),
        "unsure": house.message(source, "Prêt", priority=60, lang="fr"),
        "chat": house.message(chat, "Hello", priority=50, lang="en"),
    }
    house.signal(made["scam"], "scam", 0.9)
    house.signal(made["doubted"], "scam", 0.9)
    house.signal(made["unsure"], "scam", 0.1)
    topic = house.topic(courrier.workspace)
    for name in ("scam", "chat"):
        owner.execute(
            "INSERT INTO match (topic_id, message_id, workspace_id) SELECT %s, id, workspace_id FROM message"
            " WHERE id = %s",
            (topic, made[name]),
        )
    return made | {"of_chat": chat, "topic": topic}


def shown(team: Team, query: str) -> list[int]:
    html = team.client("moderator").get(team.url(f"queue?{query}")).content.decode()
    return [int(id) for id in re.findall(r'<li class="row[^"]*" id="m-(\d+)"', html)]


def test_each_part_narrows_the_queue(courrier: Team, said: dict[str, int]) -> None:
    assert shown(courrier, f"source={said['of_chat']}") == [said["chat"]]
    assert shown(courrier, f"topic={said['topic']}") == [said["scam"], said["chat"]]
    assert shown(courrier, "lang=en") == [said["chat"]]
    assert shown(courrier, "signal=scam") == [said["scam"], said["doubted"]]
    assert shown(courrier, f"signal=scam&topic={said['topic']}") == [said["scam"]]


def test_a_signal_that_people_contested_does_not_pass(courrier: Team, said: dict[str, int]) -> None:
    client = courrier.client("moderator")
    client.post(courrier.url(f"signals/messages/{said['doubted']}/label"), {"signal": "scam", "is": "0"})
    assert shown(courrier, "signal=scam") == [said["scam"]]


def test_what_cannot_be_read_narrows_nothing(courrier: Team, said: dict[str, int]) -> None:
    assert len(shown(courrier, "source=x&signal=nonsense&topic=-1")) == 4
    assert len(shown(courrier, "")) == 4


def test_the_count_is_told_of_its_total_and_news_is_sifted(courrier: Team, said: dict[str, int]) -> None:
    client = courrier.client("moderator")
    assert "2 sur 4" in client.get(courrier.url("queue?signal=scam")).content.decode()
    ids = ",".join(str(said[name]) for name in ("scam", "unsure", "chat"))
    rows = client.get(courrier.url(f"rows?view=queue&ids={ids}&signal=scam")).content.decode()
    assert re.findall(r'id="m-(\d+)"', rows) == [str(said["scam"])]
    more = client.get(courrier.url("queue/more?lang=en")).json()
    assert f'id="m-{said["chat"]}"' in more["html"] and f'id="m-{said["scam"]}"' not in more["html"]


def test_an_empty_sieve_says_so_and_shows_the_way_out(courrier: Team, said: dict[str, int]) -> None:
    html = courrier.client("moderator").get(courrier.url("queue?signal=threat")).content.decode()
    assert "Rien n’attend avec ces filtres" in html and "Voir toute la file" in html


def test_a_view_is_kept_found_in_the_palette_and_forgotten(courrier: Team, said: dict[str, int]) -> None:
    client = courrier.client("moderator")
    answer = client.post(courrier.url("queue/views/keep"), {"name": " Mes  arnaques ", "query": "signal=scam&m=3"})
    assert answer.status_code == 302 and answer["Location"] == courrier.url("queue?signal=scam")
    places = client.get(courrier.url("palette")).json()["places"]
    kept = next(place for place in places if place["group"] == "views")
    assert kept["name"] == "Mes arnaques" and kept["address"] == courrier.url("queue?signal=scam")
    other = courrier.client("lead").get(courrier.url("palette")).json()["places"]
    assert not any(place["group"] == "views" for place in other)
    client.post(courrier.url("queue/views/drop"), {"name": "Mes arnaques", "query": ""})
    assert "Mes arnaques" not in client.get(courrier.url("queue")).content.decode()


def test_a_view_needs_a_name_and_a_filter_and_there_are_not_endlessly_many(courrier: Team) -> None:
    client = courrier.client("moderator")
    for name, query in (("", "signal=scam"), ("Tout", ""), ("Tout", "source=x")):
        client.post(courrier.url("queue/views/keep"), {"name": name, "query": query})
    for n in range(MOST_VIEWS + 2):
        client.post(courrier.url("queue/views/keep"), {"name": f"Vue {n}", "query": "signal=scam"})
    views = Person.objects.get(pk=courrier.people["moderator"]).views
    assert len(views[str(courrier.workspace)]) == MOST_VIEWS
    assert "Supprimez-en une d’abord" in client.get(courrier.url("queue")).content.decode()


def test_only_those_who_decide_keep_views(courrier: Team) -> None:
    assert courrier.client("client").post(courrier.url("queue/views/keep"), {"name": "x"}).status_code == 404


def test_a_view_holds_nothing_but_tray_order_and_sieve() -> None:
    assert read_view("tray=hold&order=newest&lang=fr&m=5&x=%22%3E") == "tray=hold&order=newest&lang=fr"
    assert read_view("tray=pending&order=priority") == ""


def test_a_sieve_is_written_as_it_is_read() -> None:
    sieve = Sieve(source=3, signal="hate", topic=4, lang="fr")
    assert Sieve.read(dict(part.split("=") for part in sieve.query.split("&"))) == sieve
    assert sieve.without("signal") == Sieve(source=3, topic=4, lang="fr")


def share(team: Team, role: str, name: str = "Arnaques", query: str = "signal=scam") -> str:
    answer = team.client(role).post(
        team.url("queue/views/keep"), {"name": name, "query": query, "share": "on"}, follow=True
    )
    return str(answer.content.decode())


def shared_with(team: Team, role: str) -> list[tuple[str, str]]:
    places = team.client(role).get(team.url("palette")).json()["places"]
    return [(place["name"], place["address"]) for place in places if place["group"] == "shared_views"]


def test_a_view_is_shared_with_the_team_and_nobody_else(courrier: Team, gazette: Team) -> None:
    assert "Vues de l’équipe" in share(courrier, "moderator")
    assert shared_with(courrier, "lead") == [("Arnaques", courrier.url("queue?signal=scam"))]
    assert shared_with(gazette, "lead") == [] == shared_with(courrier, "client")
    assert Person.objects.get(pk=courrier.people["moderator"]).views == {}


def test_a_shared_view_is_withdrawn_by_who_shared_it_or_a_lead(
    courrier: Team, gazette: Team, owner: Connection
) -> None:
    share(courrier, "lead")
    row = owner.execute("SELECT id FROM shared_view").fetchone()
    assert row is not None
    drop = {"shared": str(row[0]), "query": ""}
    assert courrier.client("moderator").post(courrier.url("queue/views/drop"), drop).status_code == 404
    assert gazette.client("owner").post(gazette.url("queue/views/drop"), drop).status_code == 404
    assert "Une vue de l’équipe porte déjà ce nom" in share(courrier, "moderator", query="signal=hate")
    share(courrier, "owner", query="signal=insult")
    assert shared_with(courrier, "moderator") == [("Arnaques", courrier.url("queue?signal=insult"))]
    assert courrier.client("lead").post(courrier.url("queue/views/drop"), drop).status_code == 302
    assert shared_with(courrier, "moderator") == []


def test_there_are_not_endlessly_many_shared_views(courrier: Team) -> None:
    told = [share(courrier, "moderator", name=f"Vue {n}") for n in range(MOST_VIEWS + 1)]
    assert "une équipe a" in told[-1] and "une équipe a" not in told[-2]
    assert len(shared_with(courrier, "moderator")) == MOST_VIEWS
