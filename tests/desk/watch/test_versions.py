"""Every query that a topic had stands in its versions, with its author; one can go back to any of them."""

import psycopg
import pytest

from desk.teams import Team
from house import House
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import scoped
from palabre.desk.watch.actions import do_add_topic, do_change_topic, do_remove_topic, do_restore_version
from palabre.desk.watch.models import Topic, TopicVersion
from palabre.desk.watch.versions import editions_of
from palabre.store import address
from palabre.store.migrate import Connection


def test_versions_tell_who_wrote_what_and_what_changed(courrier: Team) -> None:
    with scoped(courrier.people["analyst"], courrier.workspace):
        topic = do_add_topic(actor=courrier.actor("analyst"), name="Eau", query="eau OU robinet")
    with scoped(courrier.people["lead"], courrier.workspace):
        do_change_topic(actor=courrier.actor("lead"), topic=topic, query="eau OU fontaine")
        new, old = editions_of(Topic.objects.get())
    assert [(one.version.number, one.current) for one in (new, old)] == [(2, True), (1, False)]
    assert [one.version.person.name for one in (new, old) if one.version.person] == [
        "Lead Courrier",
        "Analyst Courrier",
    ]
    assert [(change.kind, change.text) for change in new.changes] == [
        ("same", "eau OU "),
        ("gone", "robinet"),
        ("new", "fontaine"),
    ]
    assert old.changes == []


def test_going_back_makes_a_new_version(courrier: Team) -> None:
    with scoped(courrier.people["analyst"], courrier.workspace):
        actor = courrier.actor("analyst")
        topic = do_add_topic(actor=actor, name="Eau", query="eau", dialect="google", written="eau")
        do_change_topic(actor=actor, topic=topic, query="robinet")
        first = TopicVersion.objects.get(number=1)
        do_restore_version(actor=actor, topic=topic, version=first)
        topic.refresh_from_db()
        assert (topic.query, topic.version, topic.dialect) == ("eau", 3, "google")
        assert TopicVersion.objects.count() == 3


def test_a_query_changed_by_sql_has_its_version_too(courrier: Team, house: House, owner: Connection) -> None:
    topic = house.topic(courrier.workspace, "Eau", "eau")
    owner.execute("UPDATE topic SET query = 'robinet', version = 77 WHERE id = %s", (topic,))
    owner.execute("UPDATE topic SET name = 'Autre' WHERE id = %s", (topic,))
    found = owner.execute("SELECT number, query, person_id FROM topic_version ORDER BY number").fetchall()
    assert found == [(1, "eau", None), (2, "robinet", None)]


@pytest.mark.parametrize("statement", ["UPDATE topic_version SET query = 'x'", "DELETE FROM topic_version"])
def test_the_desk_cannot_rewrite_the_past(courrier: Team, house: House, database: str, statement: str) -> None:
    house.topic(courrier.workspace)
    with psycopg.connect(address.web_url(database, address.web_password())) as web:
        web.execute("SELECT set_config('app.workspace', %s, true)", [str(courrier.workspace)])
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            web.execute(statement.encode())


def test_the_page_shows_them_and_the_button_goes_back(courrier: Team) -> None:
    client = courrier.client("analyst")
    client.post(courrier.url("topics/add"), {"name": "Eau", "query": "eau", "history": ""})
    with scoped(courrier.people["owner"], courrier.workspace):
        topic = Topic.objects.get()
    client.post(courrier.url(f"topics/{topic.pk}/edit"), {"name": "Eau", "query": "robinet", "history": ""})
    page = client.get(courrier.url(f"topics/{topic.pk}")).content.decode()
    assert "<del>eau</del>" in page and "<ins>robinet</ins>" in page and "Analyst Courrier" in page
    with scoped(courrier.people["owner"], courrier.workspace):
        first = TopicVersion.objects.get(number=1)
    assert client.post(courrier.url(f"topics/{topic.pk}/versions/{first.pk}/restore")).status_code == 302
    with scoped(courrier.people["owner"], courrier.workspace):
        assert Topic.objects.get().query == "eau"
    assert "versions" not in courrier.client("client").get(courrier.url("topics/add")).content.decode()


def test_a_name_that_others_call_stays(courrier: Team) -> None:
    with scoped(courrier.people["owner"], courrier.workspace):
        actor = courrier.actor()
        roads = do_add_topic(actor=actor, name="Rocade Est", query="rocade")
        do_add_topic(actor=actor, name="Travaux", query='@query:"rocade est" travaux')
        with pytest.raises(Refused, match="Travaux"):
            do_remove_topic(actor=actor, topic=roads)
        with pytest.raises(Refused, match="Travaux"):
            do_change_topic(actor=actor, topic=roads, name="Rocade")
        with pytest.raises(Refused):  # each would call the other
            do_change_topic(actor=actor, topic=roads, query="@query:travaux")
        with pytest.raises(Refused):
            do_add_topic(actor=actor, name="Perdu", query="@query:nulle-part")
