"""Answers of servers, settings and cursors: all that is decided without a connection."""

import socket
import ssl
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from imap_tools.errors import MailboxFolderSelectError, MailboxLoginError

from palabre.connectors.mail.cursor import Cursor
from palabre.connectors.mail.fetched import mails, sizes
from palabre.connectors.mail.pace import Pace, batches, wait_before
from palabre.connectors.mail.reading import named, too_large
from palabre.connectors.mail.settings import problems, read_settings
from palabre.connectors.mail.troubles import explained

NOW = datetime(2026, 3, 8, 12, 0, tzinfo=UTC)
GOOD = {"host": "imap.journal.example", "user": "redaction"}
SECRET = {"password": "s3cret"}


def test_mails_are_read_with_their_number_and_their_date() -> None:
    answer = [(b'3 (UID 7 INTERNALDATE " 8-Mar-2026 13:00:00 +0100" BODY[]<0> {3}', b"abc"), b")"]
    assert mails(answer) == [(7, NOW, b"abc")]


def test_a_number_may_come_after_the_mail() -> None:
    assert mails([(b"3 (BODY[] {1}", b"a"), b" UID 7)", (b"4 (UID 8 BODY[] {1}", b"b"), b")"]) == [
        (7, None, b"a"),
        (8, None, b"b"),
    ]


@pytest.mark.parametrize("when", ["32-Mar-2026 13:00:00 +0100", "x", "08-Mar-2026", "08-Mar-2026 13:00:00 +9999"])
def test_a_date_that_is_none_is_left_out(when: str) -> None:
    assert mails([(f'1 (UID 7 INTERNALDATE "{when}" BODY[] {{1}}'.encode(), b"a"), b")"])[0].received is None


def test_sizes_are_read_by_number() -> None:
    assert sizes([b"1 (UID 7 RFC822.SIZE 12)", b"2 (RFC822.SIZE 13 UID 8)", b"3 (FLAGS ())", None, b""]) == {
        7: 12,
        8: 13,
    }


parts = (
    st.none() | st.binary(max_size=40) | st.tuples(st.binary(max_size=40), st.binary(max_size=10)) | st.integers()
)


@given(st.lists(parts, max_size=8))
def test_no_answer_breaks_the_reader(answer: list[object]) -> None:
    assert all(mail.uid >= 0 for mail in mails(answer))
    assert all(size >= 0 for size in sizes(answer).values())


@given(st.lists(st.integers(1, 50_000_000), max_size=60))
def test_batches_keep_order_and_bounds_and_lose_nothing(weights: list[int]) -> None:
    pace = Pace(batch=7, batch_bytes=30_000_000)
    by_uid = dict(enumerate(weights, 1))
    cut = list(batches([*by_uid, 999], by_uid, pace))
    assert [uid for batch in cut for uid in batch] == list(by_uid)
    assert all(len(batch) <= 7 for batch in cut)
    assert all(len(batch) == 1 or sum(by_uid[uid] for uid in batch) <= 30_000_000 for batch in cut)


def test_waits_grow_and_are_bounded() -> None:
    pace = Pace()
    assert [wait_before(n, 1.0, pace) for n in (1, 2, 3, 20)] == [2, 4, 8, 300]
    assert wait_before(1, 0.0, pace) == 1


def test_a_cursor_comes_back_as_it_was_stored() -> None:
    cursor = Cursor(17, 5, date(2026, 2, 6))
    assert Cursor.read(cursor.stored(), 30, NOW) == cursor
    assert Cursor.read(Cursor(17, 5, None).stored(), 30, NOW).since is None


@pytest.mark.parametrize(
    "stored", [{}, {"uid": 3}, {"uidvalidity": "x", "uid": 1}, {"uidvalidity": 1, "uid": 2, "since": "y"}]
)
def test_a_cursor_that_cannot_be_read_is_a_beginning(stored: dict[str, Any]) -> None:
    assert Cursor.read(stored, 30, NOW) == Cursor(0, 0, date(2026, 2, 6))
    assert Cursor.read(stored, None, NOW) == Cursor(0, 0, None)
    assert Cursor.read(stored, 0, NOW) == Cursor(0, 0, date(2026, 3, 8))


def test_another_generation_starts_from_the_same_day() -> None:
    cursor = Cursor(17, 5, date(2026, 2, 6))
    assert cursor.within(17) == cursor
    assert cursor.within(18) == Cursor(18, 0, date(2026, 2, 6))
    assert cursor.at(4) == cursor


def test_settings_have_the_usual_values() -> None:
    settings = read_settings(GOOD, SECRET)
    assert (settings.port, settings.security, settings.folder, settings.days) == (993, "tls", "INBOX", 30)
    assert read_settings({**GOOD, "security": "starttls", "days": ""}, SECRET).port == 143
    assert read_settings({**GOOD, "days": None}, SECRET).days is None
    assert read_settings({**GOOD, "days": 0}, SECRET).days == 0


@pytest.mark.parametrize(
    ("settings", "field"),
    [
        ({"host": ""}, "host"),
        ({"host": "https://imap.x"}, "host"),
        ({"host": "a b"}, "host"),
        ({"host": 3}, "host"),
        ({"port": 70_000}, "port"),
        ({"port": "x"}, "port"),
        ({"user": ""}, "user"),
        ({"user": "a\r\nb"}, "user"),
        ({"folder": "a\nb"}, "folder"),
        ({"folder": "x" * 2_000}, "folder"),
        ({"security": "ssl"}, "security"),
        ({"visibility": "secret"}, "visibility"),
        ({"days": -1}, "days"),
        ({"days": "plein"}, "days"),
        ({}, ""),
        ({"folder": "Modération « été »", "port": 1143, "days": "7"}, ""),
    ],
)
def test_wrong_settings_are_told_by_field(settings: dict[str, Any], field: str) -> None:
    found = problems({**GOOD, **settings}, SECRET)
    assert [name for name, _, _ in found] == ([field] if field else [])
    assert all(french and english and french != english for _, french, english in found)


@pytest.mark.parametrize("password", ["", "a\r\nA1 DELETE INBOX"])
def test_a_password_is_needed_on_one_line(password: str) -> None:
    assert [name for name, _, _ in problems(GOOD, {"password": password})] == ["password"]


def failed(kind: type[Exception], said: bytes) -> Exception:
    return kind(("NO", [said]), "OK")


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (failed(MailboxLoginError, b"[AUTHENTICATIONFAILED] Nope"), "refused", "user name or the password"),
        (failed(MailboxLoginError, b"[UNAVAILABLE] later"), "temporary", "broke"),
        (failed(MailboxLoginError, b"[LIMIT] Too many connections"), "throttled", "broke"),
        (failed(MailboxFolderSelectError, b"[NONEXISTENT] no"), "gone", "no folder “INBOX”"),
        (socket.gaierror(-2, "x"), "temporary", "No server is called"),
        (TimeoutError(), "temporary", "does not answer"),
        (ConnectionRefusedError(), "temporary", "refuses the connection"),
        (ssl.SSLError(1, "WRONG_VERSION_NUMBER"), "temporary", "does not speak TLS"),
        (EOFError(), "temporary", "broke"),
    ],
)
def test_failures_are_told_in_words(error: Exception, kind: str, words: str) -> None:
    trouble = explained(error, read_settings(GOOD, SECRET))
    assert trouble.kind == kind
    french, english = str(trouble).split("\n")
    assert words in english and french != english


def test_a_mail_that_is_too_large_is_named() -> None:
    headers = b"From: Awa <awa@x.example>\r\nSubject: =?utf-8?q?Vid=C3=A9o_du?=\r\n =?utf-8?q?_quai?=\r\n\r\n"
    aside = too_large(headers, 31_400_000)
    assert aside.where == "Vidéo du quai"
    assert "31 MB" in aside.error and "31\u202fMo" in aside.error
    assert named(b"From: Awa <awa@x.example>\r\n\r\n") == "Awa <awa@x.example>"
    assert named(b"") == "—"
