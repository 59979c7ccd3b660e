"""A member of one workspace reads and writes nothing of another: by SQL, by page, by API."""

import json
from collections.abc import Iterator
from itertools import product
from typing import cast

import psycopg
import pytest
from django.test import Client
from django.test.utils import override_settings
from psycopg import sql

from desk.isolation.walker import Page, count, leaks, operations, pages, snapshot, tables
from desk.isolation.worlds import World, furnish
from desk.teams import ROLES, Team
from house import House
from palabre.desk.api.service import api
from palabre.desk.people.permissions import PERMISSIONS, Permission, allowed
from palabre.desk.people.scope import Scope
from palabre.store import address
from palabre.store.migrate import Connection

#: Parameters of addresses that are no ids: any value that the page takes.
WORDS = {"connector": "feed", "rest": "nothing", "signal": "insult"}


@pytest.fixture
def ours(house: House, courrier: Team) -> World:
    return furnish(house, courrier, "qqours")


@pytest.fixture
def theirs(house: House, gazette: Team) -> World:
    return furnish(house, gazette, "zztheirs")


@pytest.fixture
def web(database: str, ours: World) -> Iterator[Connection]:
    """Give a connection under the desk's role, in the scope of our owner."""
    url = address.web_url(database, address.web_password())
    with psycopg.connect(url) as connection:
        connection.execute(
            "SELECT set_config('app.person', %s, true), set_config('app.workspace', %s, true)",
            [str(ours.team.people["owner"]), str(ours.team.workspace)],
        )
        yield connection
        connection.rollback()


class TestBySql:
    def test_the_worlds_have_a_row_in_every_table(self, owner: Connection, ours: World, theirs: World) -> None:
        missing = [
            (table, world.mark)
            for table, world in product(tables(owner), (ours, theirs))
            if table != "audit" and count(owner, table, world.team.workspace) == 0
        ]
        assert missing == [], "furnish() must put a row there, so that the walk means something"

    def test_every_table_is_behind_row_level_security(self, owner: Connection, ours: World) -> None:
        open_tables = owner.execute(
            "SELECT relname FROM pg_class WHERE relname = ANY (%s) AND NOT relrowsecurity", [tables(owner)]
        ).fetchall()
        assert open_tables == []

    def test_the_desk_sees_its_own_rows_and_no_other(
        self, owner: Connection, web: Connection, ours: World, theirs: World
    ) -> None:
        for table in tables(owner):
            if not _may(owner, table, "SELECT"):
                continue
            assert count(web, table, theirs.team.workspace) == 0, table
            assert count(web, table, ours.team.workspace) > 0, table

    def test_the_desk_changes_and_removes_no_row_of_theirs(
        self, owner: Connection, web: Connection, theirs: World
    ) -> None:
        before = snapshot(owner, theirs.team.workspace)
        for table in tables(owner):
            for verb, statement in (
                ("UPDATE", "UPDATE {} SET workspace_id = workspace_id WHERE workspace_id = %s"),
                ("DELETE", "DELETE FROM {} WHERE workspace_id = %s"),
            ):
                if _may(owner, table, verb):
                    query = sql.SQL(statement).format(sql.Identifier(table))
                    assert web.execute(query, [theirs.team.workspace]).rowcount == 0, (table, verb)
        web.commit()
        assert snapshot(owner, theirs.team.workspace) == before

    def test_the_desk_moves_no_row_of_ours_to_them(
        self, owner: Connection, web: Connection, ours: World, theirs: World
    ) -> None:
        for table in tables(owner):
            if not _may(owner, table, "UPDATE"):
                continue
            query = sql.SQL("UPDATE {} SET workspace_id = %s WHERE workspace_id = %s").format(sql.Identifier(table))
            with pytest.raises(psycopg.errors.InsufficientPrivilege), web.transaction():
                web.execute(query, [theirs.team.workspace, ours.team.workspace])

    def test_without_a_scope_nothing_is_seen(self, database: str, owner: Connection, theirs: World) -> None:
        url = address.web_url(database, address.web_password())
        with psycopg.connect(url) as connection:
            for table in tables(owner):
                if _may(owner, table, "SELECT"):
                    assert count(connection, table, theirs.team.workspace) == 0, table

    def test_a_new_table_is_walked_by_itself(self, owner: Connection, ours: World) -> None:
        owner.execute("CREATE TABLE leaky (id bigint PRIMARY KEY, workspace_id bigint NOT NULL)")
        try:
            assert "leaky" in tables(owner)
            owner.execute("SELECT isolate_workspaces()")
            secured = owner.execute("SELECT relrowsecurity FROM pg_class WHERE relname = 'leaky'").fetchone()
            assert secured == (True,)
        finally:
            owner.execute("DROP TABLE leaky")


class TestByPage:
    def test_every_page_of_theirs_is_absent_for_ours(self, owner: Connection, ours: World, theirs: World) -> None:
        before, client = snapshot(owner, theirs.team.workspace), ours.team.client("owner")
        for page in pages():
            address = page.filled({"workspace": theirs.team.slug, **theirs.ids, **WORDS})
            for method in (client.get, client.post):
                answer = method(address)
                assert answer.status_code in (404, 405), (address, answer.status_code)
                assert leaks(_text(answer), {"mark": theirs.mark}) == [], address
        assert snapshot(owner, theirs.team.workspace) == before

    def test_their_ids_under_our_address_are_absent(self, owner: Connection, ours: World, theirs: World) -> None:
        before, client = snapshot(owner, theirs.team.workspace), ours.team.client("owner")
        walked = 0
        for page in pages():
            named = page.parameters.keys() & theirs.ids.keys()
            for stranger in named:
                values = {**ours.ids, stranger: theirs.ids[stranger], **WORDS}
                address = page.filled({"workspace": ours.team.slug, **values})
                for method in (client.get, client.post):
                    answer = method(address)
                    assert answer.status_code in (404, 405, 409, 422), (address, answer.status_code)
                    assert leaks(_text(answer), {"mark": theirs.mark}) == [], address
                    walked += 1
        assert walked > 20
        assert snapshot(owner, theirs.team.workspace) == before

    def test_our_own_pages_show_nothing_of_theirs(self, ours: World, theirs: World) -> None:
        client, shown = ours.team.client("owner"), 0
        for page in pages():
            answer = client.get(page.filled({"workspace": ours.team.slug, **ours.ids, **WORDS}))
            assert answer.status_code < 500, page
            assert leaks(_text(answer), {"mark": theirs.mark}) == [], page
            shown += answer.status_code == 200
        assert shown > 15

    def test_a_leak_would_be_found(self, ours: World, theirs: World) -> None:
        """Plant one: a page that forgets the scope must make the walk fail."""
        with override_settings(ROOT_URLCONF="desk.isolation.leaky_urls"):
            client, marks = ours.team.client("owner"), {"mark": theirs.mark}
            found = []
            for page in pages():
                answer = client.get(page.filled({"workspace": ours.team.slug, **theirs.ids}))
                found += [page.route for _ in leaks(_text(answer), marks)]
        assert found == ["w/<slug:workspace>/leak/<int:source>"]


class TestByRole:
    def test_every_page_has_a_permission(self) -> None:
        bare = [page.route for page in pages() if page.permission not in PERMISSIONS]
        assert bare == [], "each view of a workspace stands behind @room(permission)"

    @pytest.mark.parametrize("role", ROLES)
    def test_every_page_opens_to_the_roles_of_the_table_and_to_no_other(
        self, owner: Connection, ours: World, role: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        client, asked = ours.team.client(role), Asked(monkeypatch)
        closed = [page for page in pages() if not allowed(role, _permission(page))]
        for page in set(pages()) - set(closed):
            client.get(page.filled({"workspace": ours.team.slug, **ours.ids, **WORDS}))
            assert (page.permission, True) in asked.taken() or _only_posts(client, page, ours), (role, page)
        before = snapshot(owner, ours.team.workspace)
        for page in closed:
            for method in (client.get, client.post):
                answer = method(page.filled({"workspace": ours.team.slug, **ours.ids, **WORDS}))
                assert answer.status_code in (404, 405), (role, page)
                assert leaks(_text(answer), {"mark": ours.mark}) == [], (role, page)
        assert snapshot(owner, ours.team.workspace) == before

    def test_who_is_not_signed_in_is_sent_to_the_door(self, ours: World) -> None:
        for page in pages():
            answer = Client().get(page.filled({"workspace": ours.team.slug, **ours.ids, **WORDS}))
            assert answer.status_code in (302, 405), page
            assert answer.status_code == 405 or "/accounts/login/" in answer["Location"]


class TestByApi:
    SCHEMA = api.get_openapi_schema(path_prefix="/api/v1/")

    def call(self, world: World, method: str, path: str) -> tuple[int, str]:
        headers = {"authorization": f"Bearer {world.token}"}
        body = {
            "action": "hold",
            "name": "x",
            "query": "x",
            "connector": "webhook",
            "settings": {"secret": "s" * 40},
        }
        sent = json.dumps(body) if method in ("POST", "PATCH") else ""
        answer = Client().generic(method, path, sent, "application/json", headers=headers)
        return answer.status_code, _text(answer)

    def test_ids_of_theirs_are_absent(self, owner: Connection, ours: World, theirs: World) -> None:
        before, walked = snapshot(owner, theirs.team.workspace), 0
        for one in operations(self.SCHEMA):
            for stranger in one.parameters:
                path = one.filled({**ours.ids, stranger: theirs.ids[stranger]})
                status, text = self.call(ours, one.method, path)
                assert status == 404, (one.method, path, status, text)
                assert leaks(text, {"mark": theirs.mark}) == [], path
                walked += 1
        assert walked > 15
        assert snapshot(owner, theirs.team.workspace) == before

    def test_lists_hold_nothing_of_theirs(self, ours: World, theirs: World) -> None:
        for one in operations(self.SCHEMA):
            if one.method == "GET":
                status, text = self.call(ours, one.method, one.filled(ours.ids))
                assert status == 200, (one.path, text)
                assert leaks(text, {"mark": theirs.mark}) == [], one.path

    def test_filters_with_their_ids_find_nothing(self, ours: World, theirs: World) -> None:
        for filters in (f"source={theirs.ids['source']}", f"author={theirs.ids['author']}", f"q={theirs.mark}"):
            assert self.call(ours, "GET", f"/api/v1/messages?{filters}") == (200, '{"items": [], "next": null}')
        status, text = self.call(ours, "GET", f"/api/v1/counts?source={theirs.ids['source']}")
        assert status == 200
        assert '"count": 7' not in text

    def test_no_token_no_answer(self, ours: World) -> None:
        for one in operations(self.SCHEMA):
            for headers in ({}, {"authorization": "Bearer pal_made_up"}, {"authorization": f"Basic {ours.token}"}):
                answer = Client().generic(one.method, one.filled(ours.ids), "", "application/json", headers=headers)
                assert answer.status_code == 401, one
                assert answer.json()["error"] == "unauthorized"


def _may(owner: Connection, table: str, verb: str) -> bool:
    """Tell whether the desk's role has that right at all; a right that it lacks needs no policy."""
    name = owner.execute("SELECT current_database()").fetchone()
    assert name is not None
    row = owner.execute("SELECT has_table_privilege(%s, %s, %s)", [f"{name[0]}_web", table, verb]).fetchone()
    return row == (True,)


class Asked:
    """What the doors of rooms asked of the table of permissions, and what it answered."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._answers: list[tuple[str, bool]] = []
        real = Scope.may

        def noted(scope: Scope, permission: Permission) -> bool:
            self._answers.append((permission, real(scope, permission)))
            return self._answers[-1][1]

        monkeypatch.setattr(Scope, "may", noted)

    def taken(self) -> list[tuple[str, bool]]:
        """Return the answers since the last call."""
        found, self._answers = self._answers, []
        return found


def _permission(page: Page) -> Permission:
    return cast(Permission, page.permission)


def _only_posts(client: Client, page: Page, world: World) -> bool:
    """Tell whether the page takes no GET: its door is then behind the 405."""
    address = page.filled({"workspace": world.team.slug, **world.ids, **WORDS})
    return client.get(address).status_code == 405


def _text(answer: object) -> str:
    content = b"".join(answer) if getattr(answer, "streaming", False) else answer.content  # type: ignore[attr-defined, call-overload]
    return bytes(content).decode(errors="replace")
