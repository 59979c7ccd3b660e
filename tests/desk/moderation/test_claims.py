"""Two people never get the same message: opening one claims it for two minutes."""

import pytest

from desk.teams import Team
from house import House
from palabre.desk.moderation.claims import do_claim_message, do_release_claims
from palabre.desk.moderation.refusals import Refused
from palabre.desk.moderation.selectors import claims_of_others
from palabre.desk.people.scope import scoped
from palabre.store.migrate import Connection


@pytest.fixture
def message(house: House, courrier: Team) -> int:
    return house.message(house.source(courrier.workspace), "Bonjour")


def claim(team: Team, message: int, role: str) -> None:
    with scoped(team.people[role], team.workspace):
        do_claim_message(actor=team.actor(role), message_id=message, name=role)


def test_a_claim_is_seen_by_colleagues_and_not_by_oneself(courrier: Team, message: int) -> None:
    claim(courrier, message, "lead")
    with scoped(courrier.people["moderator"], courrier.workspace):
        assert str(claims_of_others([message], courrier.people["moderator"])[message].person) == "Lead Courrier"
        assert claims_of_others([message], courrier.people["lead"]) == {}


def test_the_second_person_is_told_who_has_it(courrier: Team, message: int) -> None:
    claim(courrier, message, "lead")
    with pytest.raises(Refused) as refusal:
        claim(courrier, message, "moderator")
    assert refusal.value.before.name == "Lead Courrier"


def test_a_claim_is_renewed_by_its_holder(courrier: Team, message: int, owner: Connection) -> None:
    claim(courrier, message, "lead")
    before = owner.execute("SELECT until FROM claim").fetchone()
    claim(courrier, message, "lead")
    after = owner.execute("SELECT until FROM claim").fetchone()
    assert before and after and after[0] > before[0]  # type: ignore[operator]


def test_a_claim_that_has_ended_is_free(courrier: Team, message: int, owner: Connection) -> None:
    claim(courrier, message, "lead")
    owner.execute("UPDATE claim SET until = now() - interval '1 second'")
    claim(courrier, message, "moderator")


def test_opening_another_message_lets_go_of_the_first(house: House, courrier: Team, message: int) -> None:
    other = house.message(house.source(courrier.workspace), "Bonsoir")
    claim(courrier, message, "lead")
    claim(courrier, other, "lead")
    claim(courrier, message, "moderator")


def test_letting_go_is_announced(courrier: Team, message: int, owner: Connection) -> None:
    claim(courrier, message, "lead")
    with scoped(courrier.people["lead"], courrier.workspace):
        do_release_claims(actor=courrier.actor("lead"))
    kinds = owner.execute("SELECT kind, body::jsonb FROM announcement ORDER BY id").fetchall()
    assert kinds[0] == ("claimed", {"id": message, "person": courrier.people["lead"], "name": "lead"})
    assert kinds[1] == ("released", {"ids": [message]})


def test_a_decided_message_is_not_claimed(courrier: Team, message: int, owner: Connection) -> None:
    owner.execute("UPDATE message SET decision = 'approve' WHERE id = %s", (message,))
    with pytest.raises(Refused) as refusal:
        claim(courrier, message, "lead")
    assert refusal.value.why == "decided"


def test_a_message_of_another_workspace_is_not_claimed(gazette: Team, message: int) -> None:
    with pytest.raises(Refused):
        claim(gazette, message, "lead")
