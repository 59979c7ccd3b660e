"""Rules: written, tried, changed, paused, removed; what the person who decides is told of them."""

import json
import re

import pytest

from desk.api.test_api import Calls, token
from desk.teams import Team
from desk.watch.test_editor import say
from house import House
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import scoped
from palabre.desk.watch.actions import (
    do_add_rule,
    do_add_topic,
    do_change_rule,
    do_change_topic,
    do_pause_rule,
    do_remove_rule,
    do_restore_rule,
    do_resume_rule,
)
from palabre.desk.watch.models import Rule, RuleVersion
from palabre.desk.watch.selectors import decisions_of
from palabre.desk.watch.versions import editions_of
from palabre.store.migrate import Connection

SAID = {"name": "Rumeur du stade", "query": "stade pot-de-vin", "article": "defamation"}


class TestActs:
    def test_what_a_rule_says_is_kept_by_version_and_by_author(self, courrier: Team) -> None:
        with scoped(courrier.people["owner"], courrier.workspace):
            rule = do_add_rule(actor=courrier.actor(), **SAID)
        with scoped(courrier.people["lead"], courrier.workspace):
            lead = courrier.actor("lead")
            do_change_rule(actor=lead, rule=rule, **{**SAID, "name": "Rumeur"}, weight=None)
            assert rule.version == 1
            do_change_rule(actor=lead, rule=rule, **{**SAID, "article": "insult"}, weight=80)
            assert (rule.article, rule.weight, rule.version) == ("insult", 80, 2)
            do_restore_rule(actor=lead, rule=rule, version=RuleVersion.objects.get(number=1))
            assert (rule.article, rule.weight, rule.version) == ("defamation", None, 3)
            told = [(one.version.number, str(one.version.person)) for one in editions_of(rule)]
            assert told == [(3, "Lead Courrier"), (2, "Lead Courrier"), (1, "Owner Courrier")]

    @pytest.mark.parametrize(
        ("wrong", "where"),
        [
            ({"query": "("}, "query"),
            ({"name": " "}, "name"),
            ({"name": "Prise"}, "name"),
            ({"article": "blasphemy"}, "article"),
            ({"weight": 101}, "weight"),
        ],
    )
    def test_what_cannot_be_is_refused(self, courrier: Team, wrong: dict[str, object], where: str) -> None:
        with scoped(courrier.people["owner"], courrier.workspace):
            do_add_rule(actor=courrier.actor(), name="Prise", query="eau", article="insult")
            with pytest.raises(Refused) as refused:
                do_add_rule(actor=courrier.actor(), **{**SAID, **wrong})  # type: ignore[arg-type]
            assert refused.value.where == where
            assert Rule.objects.count() == 1

    def test_each_act_is_recorded(self, courrier: Team, owner: Connection) -> None:
        with scoped(courrier.people["owner"], courrier.workspace):
            actor = courrier.actor()
            rule = do_add_rule(actor=actor, **SAID)
            assert [do_pause_rule(actor=actor, rule=rule) for _ in "12"] == [True, False]
            assert do_resume_rule(actor=actor, rule=rule)
            do_remove_rule(actor=actor, rule=rule)
        verbs = [row[0] for row in owner.execute("SELECT verb FROM audit ORDER BY number")]
        assert verbs == ["rule.add", "rule.pause", "rule.resume", "rule.remove"]

    def test_a_topic_that_a_rule_calls_keeps_its_name(self, courrier: Team) -> None:
        with scoped(courrier.people["owner"], courrier.workspace):
            actor = courrier.actor()
            topic = do_add_topic(actor=actor, name="Stade", query="stade")
            do_add_rule(actor=actor, name="Rumeur", query="@query:stade pot-de-vin", article="defamation")
            with pytest.raises(Refused, match="Rumeur"):
                do_change_topic(actor=actor, topic=topic, name="Arène")

    def test_the_database_alone_writes_versions(self, courrier: Team, house: House, owner: Connection) -> None:
        rule = house.rule(courrier.workspace)
        owner.execute("UPDATE rule SET weight = 9, version = 77 WHERE id = %s", (rule,))
        rows = owner.execute("SELECT number, weight, person_id FROM rule_version ORDER BY number").fetchall()
        assert rows == [(1, None, None), (2, 9, None)]


class TestPages:
    def test_a_rule_is_tried_then_saved(self, courrier: Team, house: House) -> None:
        source = house.source(courrier.workspace)
        say(house, source, "Un pot-de-vin pour le stade")
        client = courrier.client("lead", language="en")
        asked = {**SAID, "days": "7"}
        page = client.post(courrier.url("rules/try"), asked, headers={"HX-Request": "true"}).content.decode()
        assert "<b>1</b> message out of 1" in page
        whole = client.post(courrier.url("rules/try"), asked).content.decode()
        assert "<!doctype" in whole and 'value="Rumeur du stade"' in whole
        with scoped(courrier.people["owner"], courrier.workspace):
            assert not Rule.objects.exists()
        answer = client.post(courrier.url("rules/add"), {**SAID, "weight": "30"})
        page = client.get(answer["Location"]).content.decode()
        assert "2.1 · Accusations without proof" in page and "30 points" in page
        assert "Rumeur du stade" in client.get(courrier.url("rules/")).content.decode()

    def test_what_is_wrong_is_told_beside_its_field(self, courrier: Team) -> None:
        client = courrier.client("lead", language="en")
        page = client.post(courrier.url("rules/add"), {**SAID, "query": "eau (", "weight": "200"}).content.decode()
        assert "<mark>(</mark>" in page and "100" in page
        page = client.post(courrier.url("rules/add"), {**SAID, "article": ""}).content.decode()
        assert "field-wrong" in page

    def test_a_rule_is_changed_paused_resumed_removed_and_taken_back(self, courrier: Team, house: House) -> None:
        rule = house.rule(courrier.workspace, **SAID)  # type: ignore[arg-type]
        client = courrier.client("lead")
        client.post(courrier.url(f"rules/{rule}/edit"), {**SAID, "query": "stade corruption"})
        client.post(courrier.url(f"rules/{rule}/pause"))
        page = client.get(courrier.url(f"rules/{rule}")).content.decode()
        assert "suspendue" in page and "<ins>corruption</ins>" in page
        restore = re.search(rf"/rules/{rule}/versions/\d+/restore", page)
        assert restore is not None
        client.post(courrier.url(restore[0].removeprefix("/w/courrier/").lstrip("/")))
        client.post(courrier.url(f"rules/{rule}/resume"))
        with scoped(courrier.people["owner"], courrier.workspace):
            now = Rule.objects.get()
            assert (now.query, now.version, now.state) == ("stade pot-de-vin", 3, "active")
        client.post(courrier.url(f"rules/{rule}/remove"))
        assert client.get(courrier.url(f"rules/{rule}")).status_code == 404

    def test_one_click_keeps_a_search_as_a_rule(self, courrier: Team) -> None:
        client = courrier.client("lead")
        page = client.get(courrier.url("search?q=pignouf")).content.decode()
        assert "rules/keep" in page and "topics/keep" in page
        answer = client.post(courrier.url("rules/keep"), {"q": 'pignouf "de service"', "article": "insult"})
        assert re.search(r"/rules/\d+$", answer["Location"])
        assert "/search" in client.post(courrier.url("rules/keep"), {"q": "pignouf"})["Location"]
        with scoped(courrier.people["owner"], courrier.workspace):
            assert [(one.name, one.article) for one in Rule.objects.all()] == [("pignouf de service", "insult")]

    def test_who_may_not_write_rules_reads_them(self, courrier: Team, house: House) -> None:
        rule = house.rule(courrier.workspace)
        for role, status, writes in (("analyst", 200, 404), ("client", 404, 404)):
            client = courrier.client(role)
            assert client.get(courrier.url(f"rules/{rule}")).status_code == status
            assert client.post(courrier.url(f"rules/{rule}/pause")).status_code == writes
            assert "rules/keep" not in client.get(courrier.url("search?q=eau")).content.decode()


class TestReasons:
    @pytest.fixture
    def ruled(self, courrier: Team, house: House) -> int:
        """Return a message that a rule brought up."""
        message = house.message(house.source(courrier.workspace), "Quel pignouf <b>!", priority=30)
        rule = house.rule(courrier.workspace, "Insultes d’ici")
        parts = json.dumps([{"why": "rule", "points": 30, "rule": rule, "name": "Insultes d’hier"}])
        house.owner.execute(
            "UPDATE message SET proposed = 'remove', article = 'insult', parts = %s WHERE id = %s", (parts, message)
        )
        values = (message, -rule, courrier.workspace, "[[5,12]]")
        house.owner.execute("INSERT INTO match VALUES (%s, %s, %s, %s)", values)
        return message

    def test_who_decides_sees_the_rule_its_words_and_its_points(self, courrier: Team, ruled: int) -> None:
        for address in (f"queue/{ruled}", f"messages/{ruled}"):
            page = courrier.client("moderator").get(courrier.url(address)).content.decode()
            assert '<mark class="mark mark-rule" title="Insultes d’ici">pignouf</mark>' in page, address
            assert re.search(r"Règle «\u202fInsultes d’ici\u202f»</a>\s*<q dir=\"auto\">pignouf</q>", page), address
            assert "règle «\u202fInsultes d’hier\u202f»" in page, address

    def test_what_was_decided_of_a_rule_is_counted(self, courrier: Team, house: House, ruled: int) -> None:
        house.owner.execute("UPDATE message SET decision = 'remove' WHERE id = %s", (ruled,))
        with scoped(courrier.people["owner"], courrier.workspace):
            assert decisions_of(Rule.objects.get()) == [("remove", 1)]
        page = courrier.client("analyst").get(courrier.url(f"rules/{rule_id(house)}")).content.decode()
        assert "Ce qui a été décidé" in page


def rule_id(house: House) -> int:
    row = house.owner.execute("SELECT id FROM rule").fetchone()
    assert row is not None
    return int(str(row[0]))


def test_the_api_adds_changes_pauses_and_removes(courrier: Team) -> None:
    calls = Calls(token(courrier))
    status, made = calls("POST", "rules", SAID)
    assert (status, made["weight"], made["state"]) == (201, None, "active")
    path = f"rules/{made['id']}"
    assert calls("PATCH", path, {"weight": 12, "state": "paused"})[1]["version"] == 2
    assert calls("PATCH", path, {"weight": None})[1]["weight"] is None
    assert [one["state"] for one in calls("GET", "rules")[1]] == ["paused"]
    assert calls("POST", "rules", {**SAID, "name": "x", "article": "none"})[0] in (409, 422)
    assert calls("DELETE", path)[0] == 200
    assert calls("GET", path)[0] == 404
    assert Calls(token(courrier, "analyst"))("POST", "rules", SAID)[0] == 403
