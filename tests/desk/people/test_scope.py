"""A workspace is opened in one question to the database, which is told of no other than the one it found."""

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from desk.teams import Team
from palabre.desk.people.models import Person
from palabre.desk.people.scope import open_scope, scoped


def told() -> tuple[str, str]:
    """Return the person and the workspace that the database was told of."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('app.person', true), current_setting('app.workspace', true)")
        person, workspace = cursor.fetchone()
    return person or "", workspace or ""


def test_a_workspace_is_opened_in_one_question(courrier: Team, gazette: Team) -> None:
    person = courrier.people["analyst"]
    with scoped(person, None):
        one = Person.objects.get(pk=person)
        with CaptureQueriesContext(connection) as asked:
            scope = open_scope(one, "courrier")
        assert len(asked) == 1
        assert (scope.workspace.pk, scope.role) == (courrier.workspace, "analyst")
        assert told() == (str(person), str(courrier.workspace))
    assert told() == ("", "")


@pytest.mark.parametrize("slug", ["gazette", "absent", "", "courrier' OR true --"])
def test_of_a_workspace_of_others_nothing_is_told(courrier: Team, gazette: Team, slug: str) -> None:
    person = courrier.people["analyst"]
    with scoped(person, None):
        one = Person.objects.get(pk=person)
        with pytest.raises(Http404):
            open_scope(one, slug)
        assert told() == (str(person), "")


def test_kept_rows_cost_the_requests_own_questions_only(courrier: Team) -> None:
    client = courrier.client("analyst")
    client.get(courrier.url("rows?view=stream&ids="))
    with CaptureQueriesContext(connection) as asked:
        client.get(courrier.url("rows?view=stream&ids="))
    tables = [
        next((name for name in ("session", "member", "person") if name in query["sql"]), "") for query in asked
    ]
    assert [name for name in tables if name] == ["session", "person", "person", "member"]
