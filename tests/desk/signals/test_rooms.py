"""The rooms of signals: list, one signal, thresholds, versions, readers, keys."""

import hashlib
import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from desk.teams import Team
from house import House
from palabre.core.signals import names
from palabre.desk.people.scope import scoped
from palabre.desk.signals.about import _ABOUT, about
from palabre.desk.signals.measures import Rate
from palabre.desk.signals.selectors import measure_of, overviews
from palabre.store.migrate import Connection


@pytest.fixture
def month(house: House, owner: Connection, courrier: Team) -> dict[str, int]:
    """Put a month of insults: removed by their article, published, contested, not judged; one too old."""
    source, now = house.source(courrier.workspace), timezone.now()
    made = {}
    for name, score, decision, reason in [
        ("removed", 0.9, "remove", "insult"),
        ("published", 0.8, "approve", ""),
        ("contested", 0.7, "remove", "insult"),
        ("elsewhere", 0.6, "remove", "fraud"),
        ("waiting", 0.5, "pending", ""),
        ("old", 0.9, "remove", "insult"),
    ]:
        at = now - timedelta(days=90 if name == "old" else 2)
        made[name] = house.message(source, name, published=at, decision=decision)
        house.signal(made[name], "insult", score)
        if decision != "pending":
            owner.execute(
                "INSERT INTO decision (workspace_id, message_id, action, reason) VALUES (%s, %s, %s, %s)",
                (courrier.workspace, made[name], decision, reason),
            )
    owner.execute(
        "INSERT INTO label (workspace_id, message_id, signal, value, origin)"
        " VALUES (%s, %s, 'insult', 0, 'person')",
        (courrier.workspace, made["contested"]),
    )
    return made


def test_the_month_is_counted_from_decisions_and_words(courrier: Team, month: dict[str, int]) -> None:
    with scoped(courrier.people["lead"], courrier.workspace):
        found = measure_of(courrier.workspace, "insult")
        (listed,) = [one for one in overviews(courrier.workspace) if one.name == "insult"]
    assert found.flagged == 5 and found.precision == Rate(1, 3)
    assert (listed.flagged, listed.precision) == (5, Rate(1, 3)), "the list and the page count alike"


def test_recall_is_counted_on_what_was_drawn_by_chance(house: House, owner: Connection, courrier: Team) -> None:
    source, now = house.source(courrier.workspace), timezone.now()
    drawn: list[int] = []
    for number in range(400):
        made = house.message(source, f"m{number}", published=now, decision="remove")
        if owner.execute("SELECT is_drawn(%s)", (made,)).fetchone() == (True,):
            drawn.append(made)
    assert 0 < len(drawn) < 40, "about one in fifty"
    house.signal(drawn[0], "insult", 0.9)
    for made in drawn:
        owner.execute(
            "INSERT INTO decision (workspace_id, message_id, action, reason) VALUES (%s, %s, 'remove', 'insult')",
            (courrier.workspace, made),
        )
    with scoped(courrier.people["lead"], courrier.workspace):
        assert measure_of(courrier.workspace, "insult").recall == Rate(1, len(drawn))


def test_the_list_names_every_signal(courrier: Team, month: dict[str, int]) -> None:
    html = courrier.client("client").get(courrier.url("signals/")).content.decode()
    assert all(courrier.url(f"signals/of/{name}") in html for name in names())
    assert "33 %" in html


def test_the_page_of_a_signal_tells_means_failures_figures_and_draws(courrier: Team, month: dict[str, int]) -> None:
    html = courrier.client("lead").get(courrier.url("signals/of/insult")).content.decode()
    known = about("insult")
    assert known and "injure affectueuse" in html
    assert "<svg" in html and 'class="histogram"' in html and "33 %" in html
    assert courrier.client().get(courrier.url("signals/of/nothing")).status_code == 404


def test_every_signal_says_what_it_means_and_where_it_fails() -> None:
    assert [name for name in {*names(), "flood"} if about(name) is None] == []


def test_a_threshold_is_looked_at_before_it_is_kept(
    owner: Connection, courrier: Team, month: dict[str, int]
) -> None:
    lead = courrier.client("lead")
    looked = lead.get(courrier.url("signals/of/insult?threshold=75")).content.decode()
    assert re.search(r"du mois à 75\D+2\D+30\D+5\.", looked)
    assert owner.execute("SELECT count(*) FROM signal_threshold").fetchone() == (0,)
    kept = lead.post(courrier.url("signals/of/insult/threshold"), {"threshold": "75"})
    assert kept.status_code == 302
    assert owner.execute("SELECT signal, threshold FROM signal_threshold").fetchall() == [("insult", 0.75)]
    detail = owner.execute("SELECT detail FROM audit WHERE verb = 'signal.threshold'").fetchone()
    assert detail and json.loads(str(detail[0])) == {"before": 0.3, "after": 0.75}
    assert lead.post(courrier.url("signals/of/insult/threshold"), {"threshold": "175"}).status_code == 422
    assert courrier.client("moderator").post(
        courrier.url("signals/of/insult/threshold"), {"threshold": "1"}
    ).status_code == 404  # fmt: skip


def test_versions_are_switched_and_rolled_back_in_one_click(
    owner: Connection, courrier: Team, month: dict[str, int]
) -> None:
    report = {
        "signals": [
            {
                "signal": "insult", "examples": 40, "held_out": 10,
                "before": {"precision": [3, 6], "recall": [3, 4]}, "after": {"precision": [4, 5], "recall": [4, 4]},
                "changed": [{"message": month["published"], "before": 0.8, "after": 0.2, "truth": False}],
            }
        ]
    }  # fmt: skip
    (model,) = owner.execute(
        "INSERT INTO model_version (workspace_id, number, signals, examples, held_out, report, weights, base)"
        " VALUES (%s, 1, '{insult}', 40, 10, %s, '', 'rules-1') RETURNING id",
        (courrier.workspace, json.dumps(report)),
    ).fetchone() or (0,)
    lead = courrier.client("lead")
    page = lead.get(courrier.url(f"signals/versions/{model}")).content.decode()
    assert "80 → <strong>20 %" in page and "50 %" in page and "published" in page

    def used() -> object:
        return owner.execute("SELECT version_id FROM model_use ORDER BY id DESC LIMIT 1").fetchone()

    lead.post(courrier.url(f"signals/versions/{model}/use"))
    assert used() == (model,)
    assert lead.get(courrier.url("signals/versions")).content.decode().count("badge-publish") == 1
    lead.post(courrier.url("signals/versions/builtin/use"))
    assert used() == (None,)
    lead.post(courrier.url("signals/versions/builtin/use"))
    assert owner.execute("SELECT count(*) FROM model_use").fetchone() == (2,), (
        "what is so already is not done again"
    )
    assert [verb for (verb,) in owner.execute("SELECT verb FROM audit")] == ["model.use", "model.use"]


PROVIDER = {
    "name": "Notre modèle", "kind": "chat", "signals": ["insult", "hate"], "address": "https://model.example/v1",
    "model": "petit", "secret": "sk-123", "seconds": "2", "budget": "100",
}  # fmt: skip


class TestProviders:
    def test_text_leaves_only_when_the_workspace_says_so(self, owner: Connection, courrier: Team) -> None:
        client = courrier.client("owner")
        assert client.post(courrier.url("signals/providers/add"), PROVIDER).status_code == 302
        (number, state, secret) = owner.execute("SELECT id, state, secrets FROM provider").fetchone() or (
            0,
            "",
            b"",
        )
        assert state == "paused" and b"sk-123" not in bytes(secret)  # type: ignore[call-overload]
        resume = courrier.url(f"signals/providers/{number}/resume")
        refused = client.post(resume, follow=True).content.decode()
        assert "quitterait cette machine" in refused
        client.post(courrier.url(f"signals/providers/{number}"), {**PROVIDER, "secret": "", "sends_text": "on"})
        client.post(resume)
        row = owner.execute("SELECT state, sends_text, secrets IS NOT NULL FROM provider").fetchone()
        assert row == ("active", True, True), "an empty key keeps the present one"
        client.post(courrier.url(f"signals/providers/{number}"), PROVIDER)
        assert owner.execute("SELECT state FROM provider").fetchone() == ("paused",), "consent taken back stops it"
        details = owner.execute("SELECT detail FROM audit WHERE verb ~ 'provider.(add|change)' ORDER BY number")
        told = [json.loads(str(detail))["sends_text"] for (detail,) in details]
        assert told == [False, True, False], "the log keeps who allowed it, and when"

    def test_two_readers_do_not_share_a_signal(self, owner: Connection, courrier: Team) -> None:
        client = courrier.client("owner")
        for name in ("Un", "Deux"):
            client.post(courrier.url("signals/providers/add"), {**PROVIDER, "name": name, "sends_text": "on"})
        first, second = [number for (number,) in owner.execute("SELECT id FROM provider ORDER BY id")]
        client.post(courrier.url(f"signals/providers/{first}/resume"))
        refused = client.post(courrier.url(f"signals/providers/{second}/resume"), follow=True).content.decode()
        assert "Un" in refused
        assert owner.execute("SELECT name FROM provider WHERE state = 'active'").fetchall() == [("Un",)]

    @pytest.mark.parametrize(
        "wrong",
        [
            {"address": "file:///etc/passwd"},
            {"kind": "onnx", "address": "../secrets/key.onnx"},
            {"kind": "onnx", "address": "model.bin"},
            {"model": ""},
            {"signals": ["nonsense"]},
            {"seconds": "600"},
            {"budget": "0"},
        ],
    )
    def test_what_cannot_be(self, owner: Connection, courrier: Team, wrong: dict[str, object]) -> None:
        answer = courrier.client("owner").post(courrier.url("signals/providers/add"), {**PROVIDER, **wrong})
        assert answer.status_code == 422
        assert owner.execute("SELECT count(*) FROM provider").fetchone() == (0,)

    def test_leads_and_moderators_do_not_enter(self, courrier: Team) -> None:
        for role in ("lead", "moderator", "analyst", "client"):
            assert courrier.client(role).get(courrier.url("signals/providers")).status_code == 404
            assert courrier.client(role).get(courrier.url("signals/keys")).status_code == 404


def test_a_key_is_shown_once_and_revoked(owner: Connection, courrier: Team) -> None:
    client = courrier.client("owner")
    html = client.post(courrier.url("signals/keys"), {"name": "Site", "per_second": "5"}).content.decode()
    found = re.search(r'class="input secret" value="([^"]+)"', html)
    assert found
    row = owner.execute("SELECT id, key_hash, hint, per_second FROM perspective_key").fetchone()
    assert row and row[1:] == (hashlib.sha256(found[1].encode()).hexdigest(), found[1][-4:], 5)
    assert found[1] not in client.get(courrier.url("signals/keys")).content.decode()
    client.post(courrier.url(f"signals/keys/{row[0]}/revoke"))
    assert owner.execute("SELECT revoked_at IS NOT NULL FROM perspective_key").fetchone() == (True,)


def test_the_french_about_signals_is_well_set() -> None:
    for means, fails, *_english in _ABOUT.values():
        for text in (means, fails):
            assert not re.search(r"[ \xa0][;:!?»]|« ", text), f"use a narrow no-break space: {text}"
