"""The API, as a program uses it."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from desk.teams import Team
from house import NOW, House
from palabre.desk.api.reference import sections
from palabre.desk.api.service import api
from palabre.desk.people.actions import do_create_token
from palabre.desk.people.permissions import SCOPES
from palabre.desk.people.scope import scoped


def token(team: Team, role: str = "owner", *scopes: str) -> str:
    with scoped(team.people[role], team.workspace):
        return do_create_token(actor=team.actor(role), name="test", scopes=scopes or tuple(SCOPES))[1]


class Calls:
    """A program with a token."""

    def __init__(self, plain: str) -> None:
        self.headers = {"authorization": f"Bearer {plain}", "accept-language": "en"}

    def __call__(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        data = "" if body is None else json.dumps(body)
        answer = Client().generic(method, f"/api/v1/{path}", data, "application/json", headers=self.headers)
        return answer.status_code, answer.json()


@pytest.fixture
def calls(courrier: Team) -> Calls:
    return Calls(token(courrier))


class TestTokens:
    def test_ping_says_what_the_token_opens(self, courrier: Team) -> None:
        status, said = Calls(token(courrier, "analyst", "messages:read"))("GET", "ping")
        assert status == 200
        assert (said["workspace"], said["role"], said["scopes"]) == ("courrier", "analyst", ["messages:read"])

    def test_it_begins_with_its_mark_and_only_its_hash_is_kept(self, courrier: Team, house: House) -> None:
        plain = token(courrier)
        kept = house.owner.execute("SELECT token_hash FROM api_token").fetchone()
        assert plain.startswith("pal_")
        assert kept is not None
        assert plain not in str(kept[0])

    def test_a_scope_that_it_lacks_is_refused(self, courrier: Team) -> None:
        status, said = Calls(token(courrier, "owner", "messages:read"))("GET", "sources")
        assert (status, said["error"]) == (403, "missing_scope")

    def test_a_scope_gives_no_more_than_its_person_may(self, courrier: Team) -> None:
        calls = Calls(token(courrier, "client"))
        assert calls("GET", "messages")[0] == 200
        for method, path in (("GET", "audit"), ("GET", "members"), ("POST", "topics")):
            assert calls(method, path, {"name": "x", "query": "x"} if method == "POST" else None)[0] == 403

    @pytest.mark.parametrize(
        "end",
        [
            "UPDATE api_token SET revoked_at = now()",
            "DELETE FROM member WHERE role = 'owner'",
            "UPDATE person SET is_active = false",
        ],
    )
    def test_it_stops_with_its_person(self, courrier: Team, house: House, end: str) -> None:
        calls = Calls(token(courrier))
        house.owner.execute(end.encode())
        assert calls("GET", "ping")[0] == 401

    def test_its_use_is_noted_once_a_minute(self, courrier: Team, house: House, calls: Calls) -> None:
        calls("GET", "ping")
        first = house.owner.execute("SELECT last_used_at FROM api_token").fetchone()
        calls("GET", "ping")
        assert house.owner.execute("SELECT last_used_at FROM api_token").fetchone() == first != (None,)

    def test_a_session_is_no_token(self, courrier: Team) -> None:
        assert courrier.client().get("/api/v1/ping").status_code == 401


class TestErrors:
    @pytest.mark.parametrize(
        ("method", "path", "body", "status", "error", "where"),
        [
            ("GET", "messages/12", None, 404, "not_found", ""),
            ("GET", "nothing/here", None, 404, "not_found", ""),
            ("GET", "messages?limit=1000", None, 422, "invalid", "limit"),
            ("GET", "messages?q=(", None, 422, "query", "q"),
            ("GET", "messages?decision=maybe", None, 422, "invalid", "decision.0"),
            ("POST", "topics", {"name": "Eau", "query": "("}, 422, "invalid", "query"),
            ("POST", "topics", {"name": "a\0b", "query": "eau"}, 422, "invalid", "name"),
            ("POST", "sources", {"name": "x", "connector": "webhook"}, 422, "invalid", "secret"),
            ("GET", "counts?start=2020-01-01T00:00:00Z&step=minute", None, 422, "invalid", "step"),
            ("GET", "counts?start=12", None, 422, "invalid", "start"),
        ],
    )
    def test_they_have_one_shape(
        self, calls: Calls, method: str, path: str, body: Any, status: int, error: str, where: str
    ) -> None:
        got, said = calls(method, path, body)
        assert (got, said["error"], said["where"]) == (status, error, where)
        assert set(said) == {"error", "message", "where"}
        assert said["message"]

    def test_a_body_that_is_no_json(self, calls: Calls) -> None:
        answer = Client().post("/api/v1/topics", "{", "application/json", headers=calls.headers)
        assert (answer.status_code, answer.json()["error"]) == (400, "unreadable")

    def test_a_refused_call_leaves_nothing(self, calls: Calls, house: House) -> None:
        calls("POST", "topics", {"name": "Eau", "query": "eau"})
        assert calls("POST", "topics", {"name": "Eau", "query": "robinet"})[0] == 422
        assert house.owner.execute("SELECT count(*) FROM topic").fetchone() == (1,)


class TestMessages:
    @pytest.fixture
    def source(self, courrier: Team, house: House) -> int:
        return house.source(courrier.workspace)

    def test_pages_follow_each_other_without_a_hole(self, calls: Calls, house: House, source: int) -> None:
        made = [house.message(source, f"texte {n}", NOW + timedelta(hours=n)) for n in range(7)]
        seen: list[int] = []
        cursor = ""
        while True:
            status, page = calls("GET", f"messages?limit=3{cursor}")
            assert status == 200
            seen += [one["id"] for one in page["items"]]
            if page["next"] is None:
                break
            cursor = f"&cursor={page['next']}"
        assert seen == sorted(made, reverse=True)

    def test_they_are_found_by_words_and_filters(
        self, calls: Calls, house: House, courrier: Team, source: int
    ) -> None:
        other = house.source(courrier.workspace, name="Presse")
        wanted = house.message(source, "la rocade est close", lang="fr", kind="comment")
        house.message(source, "merci pour tout", lang="fr")
        house.message(other, "the deviation", lang="en", decision="approve")
        for filters in ("q=rocade", f"source={source}&q=est", f"source={other}&source={source}&lang=fr&q=est"):
            assert [one["id"] for one in calls("GET", f"messages?{filters}")[1]["items"]] == [wanted], filters
        assert len(calls("GET", "messages?decision=approve&decision=hold")[1]["items"]) == 1

    def test_one_has_all_that_was_understood(self, calls: Calls, house: House, courrier: Team, source: int) -> None:
        author = house.author(courrier.workspace)
        text = "é" * 5_000
        message = house.message(
            source, text, author_id=author, raw='{"a": 1}', parts='[{"why": "insult", "points": 9}]'
        )
        house.signal(message, "insult", 0.75, '[{"start": 0, "end": 2, "why": "word"}]')
        (brief,) = calls("GET", "messages")[1]["items"]
        assert brief["truncated"] and len(brief["text"]) < 5_000
        full = calls("GET", f"messages/{message}")[1]
        assert full["text"] == text
        assert full["signals"][0]["evidence"] == [{"start": 0, "end": 2, "why": "word"}]
        assert full["author"]["key"] == "jp.morel"
        assert calls("GET", f"messages/{message}/raw") == (200, {"raw": {"a": 1}})

    def test_a_thread_and_an_author(self, calls: Calls, house: House, courrier: Team, source: int) -> None:
        author = house.author(courrier.workspace)
        first = house.message(source, "un", thread="t", external_id="a")
        second = house.message(source, "deux", thread="t", parent="a", external_id="b", author_id=author)
        third = house.message(source, "trois", thread="t", parent="b")
        thread = calls("GET", f"messages/{second}/thread")[1]
        assert [one["id"] for one in thread["above"]] == [first]
        assert [one["id"] for one in thread["answers"]] == [third]
        assert calls("GET", f"authors/{author}")[1]["messages"] == 1

    def test_deciding_then_undoing(self, calls: Calls, house: House, source: int) -> None:
        message = house.message(source, "à décider")
        status, made = calls("POST", f"messages/{message}/decisions", {"action": "hold", "note": "à voir"})
        assert (status, made["action"], made["note"]) == (201, "hold", "à voir")
        assert calls("GET", f"messages/{message}")[1]["decision"] == "hold"
        again, said = calls("POST", f"messages/{message}/decisions", {"action": "hold"})
        assert (again, said["error"]) == (409, "decided")
        assert calls("POST", f"decisions/{made['id']}/undo") == (200, {"message": message, "decision": "pending"})
        assert calls("POST", f"decisions/{made['id']}/undo")[0] == 409
        assert [one["action"] for one in calls("GET", f"messages/{message}/decisions")[1]] == ["hold", "undo"]

    def test_what_was_edited_since_it_was_read_is_not_decided(
        self, calls: Calls, house: House, source: int
    ) -> None:
        message = house.message(source, "avant")
        read = calls("GET", f"messages/{message}")[1]["revision"]
        house.owner.execute("UPDATE message SET text = 'après', revision = 2 WHERE id = %s", [message])
        told = {"action": "approve", "revision": read}
        status, said = calls("POST", f"messages/{message}/decisions", told)
        assert (status, said["error"]) == (409, "edited")
        assert calls("GET", f"messages/{message}")[1]["decision"] == "pending"
        assert calls("POST", f"messages/{message}/decisions", {**told, "revision": 2})[0] == 201

    def test_removing_cites_an_article(self, calls: Calls, house: House, source: int) -> None:
        message = house.message(source, "à retirer")
        status, said = calls("POST", f"messages/{message}/decisions", {"action": "remove"})
        assert (status, said["where"]) == (422, "reason")

    def test_counts_have_a_zero_where_nothing_came(
        self, calls: Calls, house: House, courrier: Team, source: int
    ) -> None:
        now = timezone.now().replace(minute=0, second=0, microsecond=0)
        house.owner.execute("INSERT INTO minute_count VALUES (%s, %s, %s, 0, 5)", [courrier.workspace, now, source])
        start = (now - timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M:%SZ")
        end = (now + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
        buckets = calls("GET", f"counts?start={start}&end={end}")[1]
        assert [one["count"] for one in buckets] == [0, 0, 5]


class TestSourcesAndTopics:
    def test_a_source_lives_its_life(self, calls: Calls) -> None:
        given = {"name": "Site", "connector": "webhook", "settings": {"secret": "s" * 40}}
        status, made = calls("POST", "sources", given)
        assert (status, made["has_secrets"], made["settings"]) == (201, True, {})
        assert "s" * 40 not in json.dumps(made)
        path = f"sources/{made['id']}"
        assert calls("PATCH", path, {"name": "Site web"})[1]["name"] == "Site web"
        assert calls("POST", f"{path}/pause") == (200, {"changed": True})
        assert calls("GET", path)[1]["health"]["state"] == "paused"
        assert calls("POST", f"{path}/resume") == (200, {"changed": True})
        assert calls("DELETE", path) == (200, {"changed": True})
        assert calls("GET", path)[0] == 404

    def test_files_are_not_opened_by_their_path(self, calls: Calls, courrier: Team, house: House) -> None:
        given = {"name": "x", "connector": "file", "settings": {"path": "/etc/passwd", "trusted": True}}
        assert calls("POST", "sources", given)[0] == 422
        source = house.source(courrier.workspace, "file", settings='{"path": "mine.csv"}')
        assert calls("PATCH", f"sources/{source}", {"settings": {"path": "theirs.csv"}})[0] == 409
        assert "mine.csv" not in json.dumps(calls("GET", f"sources/{source}")[1])

    def test_a_topic_lives_its_life(self, calls: Calls) -> None:
        _, made = calls("POST", "topics", {"name": "Eau", "query": "eau"})
        path = f"topics/{made['id']}"
        assert calls("PATCH", path, {"query": "eau potable"})[1]["version"] == 2
        assert calls("PATCH", path, {"state": "paused"})[1]["state"] == "paused"
        assert calls("DELETE", path) == (200, {"changed": True})
        assert calls("GET", path)[0] == 404

    def test_the_log_knows_it_all(self, calls: Calls) -> None:
        calls("POST", "topics", {"name": "Eau", "query": "eau"})
        page = calls("GET", "audit?limit=1")[1]
        assert [one["verb"] for one in page["items"]] == ["topic.add"]
        assert page["next"] is not None
        assert calls("GET", "audit/check")[1]["broken"] is None


class TestReference:
    def test_every_operation_is_on_the_page(self, database: str) -> None:
        page = Client().get("/api/v1/docs").content.decode()
        schema = api.get_openapi_schema(path_prefix="/api/v1/")
        operations = [one for listed in sections(schema).values() for one in listed]
        assert len(operations) == sum(len(methods) for methods in schema["paths"].values())
        assert [one.id for one in operations if f'id="{one.id}"' not in page] == []
        assert all(one.text for one in operations)
        assert "cdn" not in page.lower()

    def test_the_description_is_public_and_names_its_security(self, database: str) -> None:
        said = Client().get("/api/v1/openapi.json").json()
        assert all("security" in one for methods in said["paths"].values() for one in methods.values())
