"""The last decisions, one's own or the team's: looked at again and taken back long after the undo bar is gone."""

import re

import pytest

from desk.teams import Team
from house import House
from palabre.desk.moderation.decided import PAGE


@pytest.fixture
def source(house: House, courrier: Team) -> int:
    return house.source(courrier.workspace)


def decide(team: Team, message: int, role: str = "moderator", **verdict: str) -> int:
    answer = team.client(role).post(team.url(f"queue/{message}/decide"), verdict)
    return int(answer.json()["decisions"][0])


def page(team: Team, query: str = "", role: str = "moderator") -> str:
    return str(team.client(role).get(team.url(f"queue/decided{query}")).content.decode())


def offered(html: str) -> list[int]:
    return [int(id) for id in re.findall(r'data-decision="(\d+)"', html)]


def test_ones_own_decisions_come_first_and_the_teams_on_demand(house: House, courrier: Team, source: int) -> None:
    mine = decide(courrier, house.message(source, "à moi"), action="approve")
    theirs = decide(courrier, house.message(source, "à elle"), "lead", action="remove", reason="insult")
    html = page(courrier)
    assert offered(html) == [mine] and "à moi" in html and "à elle" not in html
    team = page(courrier, "?all")
    assert offered(team) == [theirs, mine]
    assert "1.4 Insultes" in team and "par Lead" in team


def test_what_was_taken_back_says_so_and_what_holds_can_be_taken_back(
    house: House, courrier: Team, source: int
) -> None:
    message = house.message(source, "allers et retours")
    first = decide(courrier, message, action="hold")
    second = decide(courrier, message, action="approve")
    assert offered(page(courrier)) == [second]
    courrier.client("moderator").post(courrier.url("decisions/undo"), {"decisions": second})
    html = page(courrier)
    assert offered(html) == [first] and html.count("done-undone") == 1


def test_pages_go_on_to_older_ones(house: House, courrier: Team, source: int) -> None:
    made = [decide(courrier, house.message(source, f"n° {n}"), action="approve") for n in range(PAGE + 1)]
    html = page(courrier)
    assert offered(html) == made[:0:-1]
    assert f"?before={made[1]}" in html
    assert offered(page(courrier, f"?before={made[1]}")) == made[:1]


def test_an_empty_list_teaches_and_others_find_nothing(courrier: Team, gazette: Team) -> None:
    assert "Rien de traité pour l’instant" in page(courrier)
    assert courrier.client("client").get(courrier.url("queue/decided")).status_code == 404
    assert gazette.client("owner").get(courrier.url("queue/decided")).status_code == 404
