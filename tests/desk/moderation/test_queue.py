"""The queue's pages and answers, as a browser asks for them."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils.translation import override

from desk.teams import Team
from house import NOW, House
from palabre.desk.moderation.selectors import COUNTED, PAGE, Place
from palabre.desk.moderation.templatetags.charter import counted
from palabre.store.migrate import Connection


@pytest.fixture
def source(house: House, courrier: Team) -> int:
    return house.source(courrier.workspace)


def order_of(html: str) -> list[int]:
    return [int(id) for id in re.findall(r'<li class="row[^"]*" id="m-(\d+)"', html)]


def page(team: Team, path: str = "queue", role: str = "moderator", **client: Any) -> str:
    answer = team.client(role, **client).get(team.url(path))
    assert answer.status_code == 200, answer.content[:300]
    return str(answer.content.decode())


def test_the_most_pressing_come_first_then_the_oldest(house: House, courrier: Team, source: int) -> None:
    low = house.message(source, "a", priority=5)
    old = house.message(source, "b", NOW - timedelta(days=1), priority=80)
    new = house.message(source, "c", priority=80)
    html = page(courrier)
    assert order_of(html) == [old, new, low]
    assert f'<article class="pane" data-id="{old}"' in html


def test_decided_deleted_and_watched_messages_are_not_in_the_queue(
    house: House, courrier: Team, source: int
) -> None:
    house.message(source, "publié", decision="approve")
    house.message(source, "supprimé", deleted_at=NOW)
    house.message(source, "suivi", decision="none")
    held = house.message(source, "en attente", decision="hold")
    assert order_of(page(courrier)) == []
    assert order_of(page(courrier, "queue?tray=hold")) == [held]


def test_an_empty_queue_says_what_comes_next(courrier: Team) -> None:
    assert "Tout est traité" in page(courrier)
    assert "Everything is decided" in page(courrier, language="en")


def test_an_empty_tray_leaves_no_empty_pane_beside_what_it_says(house: House, courrier: Team, source: int) -> None:
    assert 'id="pane" aria-live="off" hidden' in page(courrier, "queue?tray=hold")
    house.message(source, "en attente", decision="hold")
    assert 'id="pane" aria-live="off">' in page(courrier, "queue?tray=hold")


def test_the_page_opens_the_first_message_that_nobody_has(
    house: House, owner: Connection, courrier: Team, source: int
) -> None:
    taken = house.message(source, "prise", priority=90)
    free = house.message(source, "libre", priority=10)
    owner.execute(
        "INSERT INTO claim VALUES (%s, %s, %s, now() + interval '1 minute')",
        (taken, courrier.workspace, courrier.people["lead"]),
    )
    html = page(courrier)
    assert f'<article class="pane" data-id="{free}"' in html
    assert "Lead Courrier l’a ouvert" in html


def test_a_long_queue_comes_by_pages_and_none_is_skipped(house: House, courrier: Team, source: int) -> None:
    made = {house.message(source, f"m{n}", priority=n % 7) for n in range(2 * PAGE + 5)}
    seen = order_of(first := page(courrier))
    found = re.search(r'data-more="([^"]*)"', first)
    client = courrier.client("moderator")
    more = found.group(1) if found else ""
    while more:
        answer = client.get(courrier.url(f"queue/more?after={more}")).json()
        seen += order_of(answer["html"])
        more = answer["more"]
    assert len(seen) == len(set(seen)) and set(seen) == made


@pytest.mark.parametrize("order", ["oldest", "newest"])
def test_other_orders_page_too(house: House, courrier: Team, source: int, order: str) -> None:
    made = [house.message(source, f"m{n}", priority=n % 7) for n in range(PAGE + 3)]
    html = page(courrier, f"queue?order={order}")
    more = re.search(r'data-more="([^"]*)"', html)
    assert more
    rest = courrier.client("moderator").get(courrier.url(f"queue/more?order={order}&after={more.group(1)}")).json()
    assert order_of(html) + order_of(rest["html"]) == sorted(made, reverse=order == "newest")


@pytest.mark.parametrize("text", ["", "x", "1", "1.", ".1", "-1.2", "1.2.3", "9" * 50 + ".1", "²." + "1"])
def test_a_place_that_is_not_one_is_not_read(text: str) -> None:
    assert Place.read(text) is None


def test_whatever_people_write_stays_text(house: House, courrier: Team, source: int) -> None:
    evil = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    author = house.author(courrier.workspace, key="x", name=evil)
    message = house.message(
        source, evil, author_id=author, place=evil, title=evil, site=evil, url="javascript:alert(1)"
    )
    house.signal(message, "insult", evidence=json.dumps([{"start": 3, "end": 20, "why": "<b>"}]))
    html = page(courrier)
    assert "<script>alert" not in html and "<img" not in html and 'href="javascript' not in html
    assert "&lt;scr" in html


def test_deciding_answers_with_what_was_done(house: House, owner: Connection, courrier: Team, source: int) -> None:
    message = house.message(source, "Bande de clowns")
    client = courrier.client("moderator")
    done = client.post(courrier.url(f"queue/{message}/decide"), {"action": "remove", "reason": "insult"}).json()
    assert done["said"] == "Retiré (1.4)" and done["messages"] == [message]
    back = client.post(courrier.url("decisions/undo"), {"decisions": str(done["decisions"][0])}).json()
    assert back == {"messages": [message], "said": "Remis dans la file."}
    assert owner.execute("SELECT decision FROM message").fetchone() == ("pending",)


def test_removing_without_an_article_is_refused_with_a_sentence(house: House, courrier: Team, source: int) -> None:
    message = house.message(source, "Bonjour")
    answer = courrier.client("moderator").post(courrier.url(f"queue/{message}/decide"), {"action": "remove"})
    assert answer.status_code == 422
    assert "article de la charte" in answer.json()["said"]


def test_the_loser_of_a_race_is_told_who_won(house: House, courrier: Team, source: int) -> None:
    message = house.message(source, "Bonjour")
    courrier.client("lead").post(courrier.url(f"queue/{message}/decide"), {"action": "approve"})
    answer = courrier.client("moderator").post(courrier.url(f"queue/{message}/decide"), {"action": "hold"})
    assert answer.status_code == 409
    assert answer.json()["said"] == "Lead Courrier vient de publier ce message."


def test_similar_messages_are_counted_and_decided_together(house: House, courrier: Team, source: int) -> None:
    first = house.message(source, "Gagnez", priority=50)
    for _ in range(3):
        house.message(source, "Gagnez", near=first)
    assert 'data-alike="3"' in page(courrier)
    answer = courrier.client("moderator").post(
        courrier.url(f"queue/{first}/decide-alike"), {"action": "remove", "reason": "fraud"}
    )
    assert answer.json()["said"] == "4 messages retirés (3.1)"


def test_claiming_and_letting_go_answer_pages(house: House, courrier: Team, source: int) -> None:
    message = house.message(source, "Bonjour")
    lead, moderator = courrier.client("lead"), courrier.client("moderator")
    assert lead.post(courrier.url(f"queue/{message}/claim")).status_code == 200
    refused = moderator.post(courrier.url(f"queue/{message}/claim"))
    assert refused.status_code == 409 and "Lead Courrier" in refused.json()["said"]
    lead.post(courrier.url("queue/release"))
    assert moderator.post(courrier.url(f"queue/{message}/claim")).status_code == 200


@pytest.mark.parametrize("role", ["analyst", "client"])
def test_those_who_do_not_decide_find_no_queue(house: House, courrier: Team, source: int, role: str) -> None:
    message = house.message(source, "Bonjour")
    client = courrier.client(role)
    assert client.get(courrier.url("queue")).status_code == 404
    assert client.get(courrier.url(f"queue/{message}")).status_code == 404
    assert client.post(courrier.url(f"queue/{message}/decide"), {"action": "approve"}).status_code == 404
    assert client.get(courrier.url(f"rows?view=queue&ids={message}")).status_code == 404
    assert client.get(courrier.url("")).headers["Location"] == courrier.url("stream")


def test_people_of_another_workspace_find_nothing(house: House, courrier: Team, gazette: Team, source: int) -> None:
    message = house.message(source, "Bonjour")
    client = gazette.client("owner")
    assert client.get(courrier.url("queue")).status_code == 404
    assert client.get(gazette.url(f"queue/{message}")).status_code == 404
    assert client.post(gazette.url(f"queue/{message}/decide"), {"action": "approve"}).status_code == 404
    assert client.get(gazette.url(f"rows?view=stream&ids={message}")).content.strip() == b""


def test_rows_are_asked_for_by_id_within_bounds(house: House, courrier: Team, source: int) -> None:
    here = house.message(source, "Bonjour")
    gone = house.message(source, "Parti", decision="approve")
    client = courrier.client("moderator")
    assert order_of(client.get(courrier.url(f"rows?view=queue&ids={here},{gone}")).content.decode()) == [here]
    assert client.get(courrier.url("rows?ids=" + ",".join(["1"] * 101))).status_code == 404
    assert client.get(courrier.url("rows?ids=1;DROP")).status_code == 404


def test_counts_of_the_rail(house: House, courrier: Team, source: int) -> None:
    house.message(source, "Bonjour")
    assert courrier.client("moderator").get(courrier.url("counts")).json()["queue"] == "1"


def test_a_page_of_the_queue_asks_the_database_the_same_number_of_times_whatever_its_length(
    house: House, courrier: Team, source: int, django_assert_max_num_queries: Any
) -> None:
    for n in range(PAGE):
        message = house.message(source, f"m{n}", author_id=house.author(courrier.workspace, key=f"a{n}"))
        house.signal(message, "insult")
    client = courrier.client("moderator")
    with django_assert_max_num_queries(45):
        client.get(courrier.url("queue"))


def test_the_pane_shows_what_was_said_around_it(house: House, courrier: Team, source: int) -> None:
    said = [house.message(source, f"propos {n}", thread="t1", external_id=f"m{n}") for n in range(4)]
    here = house.message(source, "celui-ci", thread="t1", external_id="here", parent="m3")
    answer = house.message(source, "réponse", thread="t1", external_id="m9", parent="here")
    house.message(source, "ailleurs", thread="t2", external_id="m8")
    html = courrier.client("moderator").get(courrier.url(f"queue/{here}")).content.decode()
    around = html[html.index('class="around"') : html.index("</section>", html.index('class="around"'))]
    assert re.findall(r"/messages/(\d+)", around) == [str(said[1]), str(said[2]), str(answer)]
    assert around.count("around-reply") == 1 and "ailleurs" not in html
    alone = house.message(source, "seul", external_id="m7")
    assert 'class="around"' not in courrier.client("moderator").get(courrier.url(f"queue/{alone}")).content.decode()


def test_counts_of_the_trays_are_told_to_who_decides(house: House, courrier: Team, source: int) -> None:
    house.message(source, "Un message", decision="hold")
    told = courrier.client("moderator").get(courrier.url("counts?trays=1")).json()
    assert (told["tray-pending"], told["tray-hold"]) == ("0", "1")
    assert "tray-hold" not in courrier.client("moderator").get(courrier.url("counts")).json()
    assert "tray-hold" not in courrier.client("client").get(courrier.url("counts?trays=1")).json()


def test_a_count_that_was_cut_short_says_so() -> None:
    with override("fr"):
        assert re.fullmatch(r"10\s000\+", counted(COUNTED)) and re.fullmatch(r"9\s999", counted(COUNTED - 1))
