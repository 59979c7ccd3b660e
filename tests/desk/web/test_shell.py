"""The frame around every page."""

import re
from gzip import decompress

import pytest

from desk.teams import Team
from house import House
from palabre.desk.people.models import Person


def rail(html: str) -> list[str]:
    return re.findall(r'data-room="(\w+)"', html)


def test_the_rail_shows_the_rooms_that_one_may_enter(courrier: Team) -> None:
    owner = courrier.client("owner").get(courrier.url("stream")).content.decode()
    client = courrier.client("client").get(courrier.url("stream")).content.decode()
    assert "queue" in rail(owner) and "settings" in rail(owner)
    assert "queue" not in rail(client) and "settings" not in rail(client)


def test_every_room_of_the_rail_opens(courrier: Team) -> None:
    client = courrier.client("owner")
    html = client.get(courrier.url("stream")).content.decode()
    for address in re.findall(r'class="rail-item" href="([^"]+)"', html):
        assert client.get(address).status_code == 200, address


def test_the_open_room_is_named(courrier: Team) -> None:
    html = courrier.client("owner").get(courrier.url("search")).content.decode()
    assert re.search(r'href="/w/courrier/search" aria-current="page" data-room="search"', html)


def test_the_page_takes_the_persons_language_look_and_density(courrier: Team) -> None:
    client = courrier.client("owner", language="en")
    Person.objects.filter(pk=courrier.people["owner"]).update(theme="dark", density="compact", blur_harsh=True)
    html = client.get(courrier.url("stream")).content.decode()
    assert '<html lang="en" data-theme="dark" data-density="compact">' in html
    assert '<body class="blur"' in html


def test_other_workspaces_are_in_the_switcher(house: House, courrier: Team) -> None:
    other = house.workspace("mairie", "Mairie de Castelvèze")
    house.member(other, courrier.people["owner"], "moderator")
    html = courrier.client("owner").get(courrier.url("stream")).content.decode()
    assert 'href="/w/mairie/"' in html and "Mairie de Castelvèze" in html
    assert "Mairie" not in courrier.client("lead").get(courrier.url("stream")).content.decode()


def test_the_palette_knows_rooms_topics_and_workspaces(house: House, courrier: Team) -> None:
    house.topic(courrier.workspace, "Déviation")
    places = courrier.client("owner").get(courrier.url("palette")).json()["places"]
    assert {"go", "topics"} <= {place["group"] for place in places}
    assert any(place["name"] == "Déviation" for place in places)


@pytest.mark.parametrize("room", ["queue", "stream", "search"])
def test_pages_obey_the_content_security_policy(courrier: Team, room: str) -> None:
    answer = courrier.client("owner").get(courrier.url(room))
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy and "unsafe-eval" not in policy
    html = answer.content.decode()
    assert not re.search(r"<[^>]+\sstyle=", html), "an inline style"
    assert not re.search(r"<[^>]+\son\w+=", html), "an inline handler"
    for attributes in re.findall(r"<script([^>]*)>", html):
        assert "src=" in attributes or 'type="application/json"' in attributes


def test_keys_that_a_person_chose_reach_the_page(courrier: Team) -> None:
    client = courrier.client("owner")
    Person.objects.filter(pk=courrier.people["owner"]).update(shortcuts={"keys": {"approve": "p"}})
    html = client.get(courrier.url("queue")).content.decode()
    assert '"approve": "p"' in html


def test_pages_travel_compressed_to_who_reads_that(courrier: Team) -> None:
    client, address = courrier.client("moderator"), courrier.url("queue")
    plain = client.get(address)
    packed = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert not plain.has_header("Content-Encoding") and packed["Content-Encoding"] == "gzip"
    assert len(packed.content) * 3 < len(plain.content)
    assert b"q-title" in decompress(packed.content)
