"""The Perspective-compatible door, called as its clients call the original."""

import asyncio
import hashlib
import json
from typing import Any

import httpx
import numpy as np
import psycopg
import pytest

from gate.conftest import Newsroom, RunningGate
from palabre.core.signals import features
from palabre.core.signals.linear import Model
from palabre.gate.perspective.quota import Quota
from palabre.gate.perspective.reading import Crowded, Reader
from palabre.store import models

KEY = "AIza-le-courrier"
INSULT = "Tu n’es qu’un gros connard, Morel !"


@pytest.fixture
def key(newsroom: Newsroom) -> str:
    add_key(newsroom, KEY)
    return KEY


def add_key(newsroom: Newsroom, plain: str, per_second: int = 100) -> None:
    newsroom.owner.execute(
        "INSERT INTO perspective_key (workspace_id, name, key_hash, hint, per_second) VALUES (%s, %s, %s, %s, %s)",
        (newsroom.workspace, "site", hashlib.sha256(plain.encode()).hexdigest(), plain[-4:], per_second),
    )


async def analyze(client: httpx.AsyncClient, text: str = INSULT, key: str = KEY, **fields: Any) -> httpx.Response:
    asked = {"comment": {"text": text}, "requestedAttributes": {"TOXICITY": {}, "INSULT": {}}, **fields}
    return await client.post(f"/v1alpha1/comments:analyze?key={key}", json=asked)


async def test_coral_s_call(client: httpx.AsyncClient, key: str) -> None:
    """The very body that Coral sends, and the one value that it reads."""
    answer = await analyze(
        client, doNotStore=True, requestedAttributes={"TOXICITY": {}}, languages=["fr"], comment={"text": INSULT}
    )
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["attributeScores"]["TOXICITY"]["summaryScore"]["value"] > 0.8
    calm = await analyze(client, "Merci beaucoup pour cette carte, très utile.", languages=["fr"])
    assert calm.json()["attributeScores"]["TOXICITY"]["summaryScore"]["value"] < 0.5


async def test_coral_s_feedback_becomes_labels(client: httpx.AsyncClient, newsroom: Newsroom, key: str) -> None:
    told = {
        "comment": {"text": INSULT},
        "context": {
            "entries": [{"text": json.dumps({"url": "https://courrier.example/a", "Coral_comment_id": "53"})}]
        },
        "attributeScores": {"TOXICITY": {"summaryScore": {"value": 1}}, "THREAT": {"summaryScore": {"value": 0}}},
        "languages": ["fr"],
        "communityId": "Coral:https://courrier.example",
        "clientToken": "comment:53",
    }
    for _ in range(2):  # told again is known already
        answer = await client.post(f"/v1alpha1/comments:suggestscore?key={key}", json=told)
        assert (answer.status_code, answer.json()) == (200, {"clientToken": "comment:53"})
    rows = newsroom.owner.execute(
        "SELECT workspace_id, signal, value, origin, text, lang, detail FROM label ORDER BY signal"
    ).fetchall()
    assert [row[:6] for row in rows] == [
        (newsroom.workspace, "threat", 0.0, "suggestion", INSULT, "fr"),
        (newsroom.workspace, "toxicity", 1.0, "suggestion", INSULT, "fr"),
    ]
    assert json.loads(str(rows[0][6]))["community"] == "Coral:https://courrier.example"


async def test_an_analysed_comment_leaves_no_trace(
    client: httpx.AsyncClient, newsroom: Newsroom, key: str, database: str
) -> None:
    mark = "phrase-qui-ne-doit-rester-nulle-part"
    assert (await analyze(client, f"{mark}, espèce d’abruti")).status_code == 200
    with psycopg.connect(database) as connection:
        tables = connection.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        ).fetchall()
        for (table,) in tables:
            found = connection.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', (f"%{mark}%",))  # type: ignore[arg-type]
            assert found.fetchone() == (0,), table


async def test_spans_by_sentence_and_whole(client: httpx.AsyncClient, key: str) -> None:
    text = f"Merci pour la carte 🙂. {INSULT}"
    spans = (await analyze(client, text, spanAnnotations=True)).json()["attributeScores"]["INSULT"]["spanScores"]
    units = text.encode("utf-16-le")
    said = [units[one["begin"] * 2 : one["end"] * 2].decode("utf-16-le") for one in spans]
    assert said == ["Merci pour la carte 🙂.", INSULT]
    assert spans[0]["score"]["value"] < 0.5 < spans[1]["score"]["value"]
    (whole,) = (await analyze(client, text)).json()["attributeScores"]["INSULT"]["spanScores"]
    assert (whole["begin"], whole["end"]) == (0, len(units) // 2)


async def test_language_token_and_thresholds(client: httpx.AsyncClient, key: str) -> None:
    said = (
        await analyze(client, clientToken="c-9", requestedAttributes={"THREAT": {"scoreThreshold": 0.9}})
    ).json()
    assert said == {"languages": ["fr"], "detectedLanguages": ["fr"], "clientToken": "c-9"}
    english = (await analyze(client, "You are a stupid asshole and everybody knows it")).json()
    assert english["languages"] == ["en"]
    foreign = await analyze(client, languages=["it"])
    assert foreign.status_code == 400
    assert foreign.json()["error"]["message"] == "Attribute TOXICITY does not support request languages: it"
    assert (await analyze(client, "🙂🙂")).json()["languages"] == ["fr"], "the workspace's own"


async def test_keys(client: httpx.AsyncClient, newsroom: Newsroom, key: str) -> None:
    missing = await client.post("/v1alpha1/comments:analyze", json={})
    assert (missing.status_code, missing.json()["error"]["status"]) == (403, "PERMISSION_DENIED")
    wrong = await analyze(client, key="nope")
    assert (wrong.status_code, wrong.json()["error"]["details"][0]["reason"]) == (400, "API_KEY_INVALID")
    by_header = await client.post(
        "/v1alpha1/comments:analyze",
        json={"comment": {"text": "Oui"}, "requestedAttributes": {"INSULT": {}}},
        headers={"X-Goog-Api-Key": key},
    )
    assert by_header.status_code == 200
    used = newsroom.owner.execute("SELECT last_used_at IS NOT NULL FROM perspective_key").fetchone()
    assert used == (True,)


async def test_a_revoked_key_opens_nothing_at_once(
    client: httpx.AsyncClient, gate: RunningGate, newsroom: Newsroom, key: str
) -> None:
    assert (await analyze(client)).status_code == 200
    newsroom.owner.execute("UPDATE perspective_key SET revoked_at = now()")
    gate.gate.on_config()  # as the notification does
    assert (await analyze(client)).status_code == 400


async def test_a_key_has_its_own_pace(client: httpx.AsyncClient, newsroom: Newsroom, key: str) -> None:
    add_key(newsroom, "slow", per_second=1)
    answers = [(await analyze(client, key="slow")) for _ in range(3)]
    assert answers[0].status_code == 200
    refused = [one for one in answers if one.status_code == 429]
    assert refused and refused[0].json()["error"]["status"] == "RESOURCE_EXHAUSTED"
    assert "AnalyzeComment" in refused[0].json()["error"]["message"]
    assert (await analyze(client)).status_code == 200, "another key has its own bucket"


async def test_pages_of_other_sites_may_call(client: httpx.AsyncClient, key: str) -> None:
    origin = {"Origin": "https://courrier.example"}
    asked = await client.options(
        "/v1alpha1/comments:analyze",
        headers={
            **origin,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
    )
    assert asked.status_code == 200
    assert asked.headers["access-control-allow-origin"] == origin["Origin"]
    assert asked.headers["access-control-allow-headers"] == "content-type"
    refused = await client.post("/v1alpha1/comments:analyze", json={}, headers=origin)
    assert refused.headers["access-control-allow-origin"] == origin["Origin"], (
        "or a page could not read the refusal"
    )
    assert "access-control-allow-credentials" not in refused.headers


async def test_what_the_workspace_taught_is_heard(
    client: httpx.AsyncClient, gate: RunningGate, newsroom: Newsroom, key: str
) -> None:
    text = "Quel mollusque, ce préfet"
    before = (await analyze(client, text)).json()["attributeScores"]["INSULT"]["summaryScore"]["value"]
    words = np.zeros((features.WORD_BUCKETS, 1), np.float32)
    words[features.buckets("mollusque")[0], 0] = 40
    pairs = np.zeros((features.PAIR_BUCKETS, 1), np.float32)
    weights = models.write(Model("taught", ("insult",), words, pairs, np.zeros(1, np.float32)))
    for bytes_of, expected in ((weights, True), (b"damaged", False)):
        newsroom.owner.execute(
            "WITH made AS (INSERT INTO model_version (workspace_id, number, signals, examples, held_out, report,"
            " weights, base) SELECT %s, 1 + count(*), '{insult}', 1, 1, '{}', %s, 'rules' FROM model_version"
            " RETURNING id)"
            " INSERT INTO model_use (workspace_id, version_id) SELECT %s, id FROM made",
            (newsroom.workspace, bytes_of, newsroom.workspace),
        )
        gate.gate.on_config()
        after = (await analyze(client, text)).json()["attributeScores"]["INSULT"]["summaryScore"]["value"]
        assert (after > before + 0.2) is expected


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "comments:analyze"), ("POST", "comments:delete"), ("DELETE", "comments:suggestscore")],
)
async def test_other_methods_are_not_found(client: httpx.AsyncClient, key: str, method: str, path: str) -> None:
    answer = await client.request(method, f"/v1alpha1/{path}?key={key}")
    assert (answer.status_code, answer.json()["error"]["status"]) == (404, "NOT_FOUND")


async def test_hostile_bodies(client: httpx.AsyncClient, key: str) -> None:
    address = f"/v1alpha1/comments:analyze?key={key}"
    for content in (b"{", b"[" * 10_000, b"\xff\xfe", b"x" * 2_000_000):
        answer = await client.post(address, content=content)
        assert (answer.status_code, answer.json()["error"]["status"]) == (400, "INVALID_ARGUMENT")
    assert (await analyze(client, "🤬" * 5_000, languages=["fr"])).status_code == 200
    assert (await analyze(client, "a\u0000b\u202eقذر", languages=["fr"])).status_code == 200
    nul = {"comment": {"text": "a\0b"}, "attributeScores": {"INSULT": {"summaryScore": {"value": 1}}}}
    nul |= {"communityId": "a\0b", "clientToken": "\0"}
    assert (await client.post(f"/v1alpha1/comments:suggestscore?key={key}", json=nul)).status_code == 200


async def test_many_at_once(client: httpx.AsyncClient, key: str) -> None:
    answers = await asyncio.gather(*(analyze(client, f"{INSULT} {number}") for number in range(60)))
    assert {answer.status_code for answer in answers} == {200}


async def test_too_many_waiting_are_told_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("palabre.gate.perspective.reading.MOST_WAITING", 0)
    reader = Reader()
    with pytest.raises(Crowded):
        await reader.read("x", (), False)
    reader.close()


def test_a_bucket_fills_at_its_pace() -> None:
    quota = Quota()
    assert [quota.take(1, 2, 0.0) for _ in range(3)] == [True, True, False]
    assert not quota.take(1, 2, 0.4)
    assert quota.take(1, 2, 0.6)
    assert not quota.take(1, 2, 0.6)
    assert [quota.take(1, 2, 100.0) for _ in range(3)] == [True, True, False], "no more than a second's worth"
