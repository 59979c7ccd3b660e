"""Who may speak through the webhook: signatures, their age, and secrets that change."""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.webhook import HEADER, WINDOW, secrets_of, sign, verify

SECRET = "d2f1c6a84be0d2f1c6a84be0d2f1c6a8"
NEW = "77aa77aa77aa77aa77aa77aa77aa77aa"
NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
BODY = '{"id":"1","text":"Où est passé le n° 12 ? 😡"}'.encode()


def call(body: bytes = BODY, secret: str = SECRET, sent: datetime = NOW) -> dict[str, str]:
    return {"content-type": "application/json", HEADER: sign(body, secret, sent)}


def code(headers: dict[str, str], body: bytes = BODY, secret: str | tuple[str, ...] = SECRET) -> str:
    refusal = verify(headers, body, secret, NOW)
    assert refusal is None or (refusal.status == 401 and refusal.message_fr and refusal.message_en)
    return refusal.code if refusal else "accepted"


def test_the_signature_is_an_hmac_of_the_time_and_the_raw_body() -> None:
    moment = int(NOW.timestamp())
    digest = hmac.new(SECRET.encode(), f"{moment}.".encode() + BODY, hashlib.sha256).hexdigest()
    assert sign(BODY, SECRET, NOW) == f"t={moment},v1={digest}"


def test_a_signed_call_is_accepted() -> None:
    assert code(call()) == "accepted"


@pytest.mark.parametrize("name", ["palabre-signature", "PALABRE-SIGNATURE", "Palabre-Signature"])
def test_header_names_have_no_case(name: str) -> None:
    assert code({name: sign(BODY, SECRET, NOW)}) == "accepted"


def test_the_same_json_written_otherwise_is_another_body() -> None:
    written_otherwise = BODY.replace("é".encode(), b"\\u00e9")
    assert code(call(), body=written_otherwise) == "signature_wrong"


@pytest.mark.parametrize("seconds", [-WINDOW, -1, 0, 1, WINDOW])
def test_a_call_is_good_for_five_minutes_both_ways(seconds: int) -> None:
    assert code(call(sent=NOW - timedelta(seconds=seconds))) == "accepted"


@pytest.mark.parametrize(("seconds", "said"), [(WINDOW + 1, "301 s before"), (-WINDOW - 1, "301 s after")])
def test_a_replayed_call_is_refused_and_told_by_how_much(seconds: int, said: str) -> None:
    refusal = verify(call(sent=NOW - timedelta(seconds=seconds)), BODY, SECRET, NOW)
    assert refusal is not None
    assert refusal.code == "signature_stale"
    assert said in refusal.message_en


def test_moving_the_time_breaks_the_signature() -> None:
    old = sign(BODY, SECRET, NOW - timedelta(hours=2))
    moved = f"t={int(NOW.timestamp())},{old.partition(',')[2]}"
    assert code({HEADER: moved}) == "signature_wrong"


def test_both_secrets_hold_while_they_are_being_changed() -> None:
    both = secrets_of({"secret": NEW, "previous_secret": SECRET})
    assert code(call(secret=SECRET), secret=both) == "accepted"
    assert code(call(secret=NEW), secret=both) == "accepted"
    assert code(call(secret="another" * 6), secret=both) == "signature_wrong"


def test_an_old_secret_no_longer_holds_once_emptied() -> None:
    assert code(call(secret=SECRET), secret=secrets_of({"secret": NEW, "previous_secret": ""})) == "signature_wrong"


def test_a_sender_may_put_two_signatures() -> None:
    other = sign(BODY, NEW, NOW).partition(",")[2]
    assert code({HEADER: f"{sign(BODY, SECRET, NOW)},{other}"}, secret=NEW) == "accepted"


def test_no_secret_means_no_call_is_accepted() -> None:
    assert code(call(secret=""), secret=()) == "signature_wrong"
    assert code(call(secret=""), secret="") == "signature_wrong"


@pytest.mark.parametrize(
    "value",
    [
        "t=1",
        "v1=" + "0" * 64,
        "t=,v1=" + "0" * 64,
        "t=-5,v1=" + "0" * 64,
        "t=1,v1=0",
        "t=1,t=2,v1=" + "0" * 64,
        "t=" + "9" * 400 + ",v1=" + "0" * 64,
        "t=١٢٣,v1=" + "0" * 64,
        "x" * 5_000,
        "t=1,v1=" + "G" * 64,
    ],
)
def test_a_header_of_another_form_is_told_so(value: str) -> None:
    assert code({HEADER: value}) == "signature_malformed"


def test_a_missing_header_is_told_so() -> None:
    assert code({"content-type": "application/json"}) == "signature_missing"
    assert code({HEADER: ""}) == "signature_missing"


@given(st.text(max_size=300))
def test_no_header_forges_a_signature(value: str) -> None:
    assert code({HEADER: value}) != "accepted"


@given(st.binary(max_size=300), st.text(min_size=1, max_size=80, alphabet=st.characters(codec="utf-8")))
def test_what_is_signed_is_accepted_and_one_changed_byte_is_not(body: bytes, secret: str) -> None:
    headers = call(body, secret)
    assert code(headers, body, secret) == "accepted"
    assert code(headers, body + b" ", secret) == "signature_wrong"
