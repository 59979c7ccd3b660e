"""The audit log: its page, its filters, the check of its chain."""

import pytest

from desk.teams import Team
from house import House
from palabre.desk.audit.actions import record
from palabre.desk.audit.selectors import PAGE, check_chain, entries
from palabre.desk.audit.words import FAMILIES, WORDS, beginnings
from palabre.desk.people.scope import scoped


def write(team: Team, *verbs: str) -> None:
    with scoped(team.people["owner"], team.workspace):
        for verb in verbs:
            record(actor=team.actor(), verb=verb, object="message 1", note="<i>non</i>")


def seen(team: Team, **options: object) -> list[str]:
    with scoped(team.people["owner"], team.workspace):
        return [entry.verb for entry in entries(team.workspace, **options)]  # type: ignore[arg-type]


def test_newest_first_by_pages(courrier: Team) -> None:
    write(courrier, "a.one", "a.two", "a.three")
    assert seen(courrier, limit=2) == ["a.three", "a.two"]
    assert seen(courrier, before=2) == ["a.one"]


def test_a_family_holds_its_verbs_and_no_other(courrier: Team) -> None:
    write(courrier, "message.remove", "messages.hold", "decision.undo", "source.add", "sources_like")
    assert seen(courrier, verb="decisions") == ["decision.undo", "messages.hold", "message.remove"]
    assert seen(courrier, verb="source") == ["source.add"]
    assert seen(courrier, verb="source.add") == ["source.add"]


def test_every_verb_that_has_words_is_in_a_family() -> None:
    homes = tuple(beginning for family, _ in FAMILIES for beginning in beginnings(family))
    assert [verb for verb in WORDS if not verb.startswith(homes)] == []


class TestChain:
    def test_it_is_sound_as_written(self, courrier: Team) -> None:
        write(courrier, "a.one", "a.two")
        with scoped(courrier.people["owner"], courrier.workspace):
            assert check_chain(courrier.workspace) == check_chain(courrier.workspace)
            assert (check_chain(courrier.workspace).rows, check_chain(courrier.workspace).broken) == (2, None)

    @pytest.mark.parametrize(
        ("statement", "row"),
        [
            ("UPDATE audit SET detail = '{}' WHERE number = 2", 2),
            ("UPDATE audit SET at = at + interval '1 s' WHERE number = 3", 3),
            ("DELETE FROM audit WHERE number = 1", 2),
        ],
    )
    def test_whoever_alters_it_is_seen(self, courrier: Team, house: House, statement: str, row: int) -> None:
        write(courrier, "a.one", "a.two", "a.three")
        with house.owner.transaction():
            house.owner.execute("ALTER TABLE audit DISABLE TRIGGER USER")  # as whoever owns the database could
            house.owner.execute(statement.encode())
            house.owner.execute("ALTER TABLE audit ENABLE TRIGGER USER")
        page = courrier.client("lead", "en").get(courrier.url("settings/audit/?check=1")).content.decode()
        assert f"altered at row {row}" in page

    def test_the_desk_itself_can_alter_nothing(self, courrier: Team) -> None:
        from django.db import DatabaseError, connection, transaction

        write(courrier, "a.one")
        with scoped(courrier.people["owner"], courrier.workspace):
            for statement in ("UPDATE audit SET verb = 'x'", "DELETE FROM audit"):
                with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(statement)


def test_the_page_shows_it_escaped_and_goes_on(courrier: Team) -> None:
    write(courrier, *["message.remove"] * (PAGE + 1))
    client = courrier.client("lead", "fr")
    page = client.get(courrier.url("settings/audit/?verb=decisions")).content.decode()
    assert "a retiré un message" in page
    assert "<i>non</i>" not in page
    assert "?before=2&amp;verb=decisions" in page
    assert client.get(courrier.url("settings/audit/?before=2")).content.decode().count("a retiré un message") == 1
    assert client.get(courrier.url("settings/audit/?before=99999999999999999999&verb=%00")).status_code == 200


def test_what_was_acted_upon_is_named_in_words_and_leads_to_its_page(house: House, courrier: Team) -> None:
    source = house.source(courrier.workspace)
    message = house.message(source, "Clown")
    client = courrier.client("owner")
    client.post(courrier.url(f"queue/{message}/decide"), {"action": "remove", "reason": "insult"})
    html = client.get(courrier.url("settings/audit/")).content.decode()
    assert f'href="{courrier.url(f"messages/{message}")}">message {message}</a>' in html
    assert "1.4 · Insultes" in html and ">article<" in html.replace(" ", "")
