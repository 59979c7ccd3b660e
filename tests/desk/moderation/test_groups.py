"""Messages that say nearly the same are one row of the queue; the next takes the place of the one decided."""

import pytest

from desk.teams import Team
from house import House
from palabre.desk.moderation.rows import rows
from palabre.desk.moderation.selectors import queue
from palabre.desk.people.scope import scoped
from palabre.store.migrate import Connection


@pytest.fixture
def swindle(house: House, courrier: Team) -> list[int]:
    """Put four copies of a swindle above an insult; the first says of itself that it is alone."""
    source = house.source(courrier.workspace)
    first = house.message(source, "Contactez M. Henri, 4 %", priority=90)
    copies = [house.message(source, f"Contactez M. Henri, {n} %", priority=90, near=first) for n in (5, 6, 7)]
    return [first, *copies, house.message(source, "Clown", priority=50)]


def listed(team: Team) -> list[tuple[int, int]]:
    with scoped(team.people["moderator"], team.workspace):
        found = rows(queue(team.workspace, "pending", "priority"), team.people["moderator"])
        return [(row.card.message.pk, row.alike) for row in found]


def test_copies_do_not_fill_the_top(courrier: Team, swindle: list[int]) -> None:
    assert listed(courrier) == [(swindle[0], 3), (swindle[4], 0)]


def test_the_next_copy_takes_the_place_of_the_one_decided(courrier: Team, swindle: list[int]) -> None:
    client = courrier.client("moderator")
    answer = client.post(courrier.url(f"queue/{swindle[0]}/decide"), {"action": "remove", "reason": "fraud"}).json()
    assert answer["follow"] == swindle[1]
    assert listed(courrier) == [(swindle[1], 2), (swindle[4], 0)]
    html = client.get(courrier.url("queue")).content.decode()
    assert "2 semblables" in html
    alone = client.post(courrier.url(f"queue/{swindle[4]}/decide"), {"action": "approve"}).json()
    assert "follow" not in alone


def test_a_deleted_first_leaves_its_place(courrier: Team, owner: Connection, swindle: list[int]) -> None:
    owner.execute("UPDATE message SET deleted_at = now() WHERE id = %s", (swindle[0],))
    assert listed(courrier) == [(swindle[1], 2), (swindle[4], 0)]


def test_decided_together_all_go(courrier: Team, swindle: list[int]) -> None:
    client = courrier.client("moderator")
    client.post(courrier.url(f"queue/{swindle[0]}/decide-alike"), {"action": "remove", "reason": "fraud"})
    assert listed(courrier) == [(swindle[4], 0)]


def test_the_pane_says_how_the_team_decided_on_similar_ones(courrier: Team, swindle: list[int]) -> None:
    lead, client = courrier.client("lead"), courrier.client("moderator")
    undone = lead.post(courrier.url(f"queue/{swindle[1]}/decide"), {"action": "approve"}).json()
    lead.post(courrier.url("decisions/undo"), {"decisions": undone["decisions"][0]})
    lead.post(courrier.url(f"queue/{swindle[2]}/decide"), {"action": "remove", "reason": "fraud"})
    html = client.get(courrier.url(f"queue/{swindle[0]}")).content.decode()
    told = html[html.index('class="neighbours"') : html.index("</ul>", html.index('class="neighbours"'))]
    assert told.count("<li") == 1
    assert f"/messages/{swindle[2]}" in told and "retiré" in told and "3.1" in told and "par Lead" in told
    assert 'class="neighbours"' not in client.get(courrier.url(f"queue/{swindle[4]}")).content.decode()
