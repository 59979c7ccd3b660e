"""A mailbox followed on a real server: dovecot, started by these tests, killed, and started again."""

import asyncio
import socket
import ssl
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from fakes.dovecot import BINARY, MISSING, PASSWORD, USER, Dovecot, dovecot
from palabre.connectors.contract import Job, SourceError
from palabre.connectors.mail.client import MailConnector
from palabre.connectors.mail.imap import MAX_MAIL
from palabre.connectors.mail.pace import Pace
from palabre.core.model import Delivery, Message

pytestmark = [pytest.mark.debian, pytest.mark.skipif(BINARY is None, reason=MISSING)]

QUICK = Pace(step=10, first_wait=0.05, longest_wait=0.1, tries=200)


@pytest.fixture(scope="module")
def running() -> Iterator[Dovecot]:
    with dovecot() as server:
        yield server


@pytest.fixture
def server(running: Dovecot) -> Dovecot:
    """The server, with a folder that is this test's own."""
    running.renew("Plaintes")
    return running


def letter(number: int, body: str = "") -> bytes:
    headers = f"From: Odile <odile@x.example>\r\nSubject: n° {number}\r\nMessage-ID: <{number}@x.example>\r\n"
    return f"{headers}Content-Type: text/plain; charset=utf-8\r\n\r\n{body or f'Plainte {number} 😡'}\r\n".encode()


def job_for(server: Dovecot, cursor: Mapping[str, Any] | None = None, **settings: Any) -> Job:
    password = settings.pop("password", PASSWORD)
    where = {
        "host": "127.0.0.1",
        "port": server.port,
        "security": "none",
        "user": USER,
        "folder": "Plaintes",
        **settings,
    }
    return Job(4, where, {"password": password}, cursor or {}, lambda: datetime.now(UTC), Path())


class Following:
    """A connector at work in the background, and what it has handed over."""

    def __init__(self, connector: MailConnector, job: Job) -> None:
        self.deliveries: list[Delivery] = []
        self.task = asyncio.create_task(self._run(connector, job))

    async def _run(self, connector: MailConnector, job: Job) -> None:
        async for delivery in connector.collect(job):
            self.deliveries.append(delivery)

    @property
    def messages(self) -> list[Message]:
        return [message for delivery in self.deliveries for message in delivery.messages]

    @property
    def ids(self) -> list[str]:
        return [message.id for message in self.messages]

    @property
    def cursor(self) -> Mapping[str, Any]:
        return next((one.cursor for one in reversed(self.deliveries) if one.cursor), {})

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(30):
            while not condition():
                if self.task.done():
                    self.task.result()
                    raise AssertionError("collecting ended by itself")
                await asyncio.sleep(0.01)

    async def ended(self) -> None:
        async with asyncio.timeout(30):
            await asyncio.shield(self.task)

    async def stop(self) -> None:
        self.task.cancel()
        await asyncio.wait([self.task])


Follow = Callable[..., Following]


@pytest.fixture
async def follow() -> AsyncIterator[Follow]:
    started: list[Following] = []

    def start(job: Job, connector: MailConnector | None = None) -> Following:
        started.append(Following(connector or MailConnector(QUICK, lambda: 0.0), job))
        return started[-1]

    yield start
    for following in started:
        await following.stop()


async def test_five_hundred_mails_are_read_once_in_order_and_left_unread(server: Dovecot, follow: Follow) -> None:
    server.send(*[letter(number) for number in range(500)], folder="Plaintes")
    desk = follow(job_for(server))
    await desk.until(lambda: len(desk.messages) >= 500)
    assert desk.ids == [f"{number}@x.example" for number in range(500)]
    assert desk.messages[7].text == "Plainte 7 😡"
    assert max(len(delivery.messages) for delivery in desk.deliveries) <= QUICK.batch
    assert server.seen("Plaintes") == []


async def test_a_new_mail_wakes_the_reader(server: Dovecot, follow: Follow) -> None:
    desk = follow(job_for(server))
    await desk.until(lambda: desk.cursor)
    for number in range(3):
        await asyncio.to_thread(server.send, letter(number), folder="Plaintes")
        await desk.until(lambda number=number: f"{number}@x.example" in desk.ids)
    assert desk.ids == ["0@x.example", "1@x.example", "2@x.example"]


async def test_reading_goes_on_from_its_cursor(server: Dovecot, follow: Follow) -> None:
    server.send(letter(1), letter(2), folder="Plaintes")
    before = follow(job_for(server))
    await before.until(lambda: len(before.messages) == 2)
    await before.stop()
    server.send(letter(3), folder="Plaintes")
    after = follow(job_for(server, before.cursor))
    await after.until(lambda: after.messages)
    assert after.ids == ["3@x.example"]


async def test_a_delivery_that_was_not_committed_is_given_again(server: Dovecot, follow: Follow) -> None:
    server.send(*[letter(number) for number in range(30)], folder="Plaintes")
    job = job_for(server)
    connector = MailConnector(replace(QUICK, batch=10))
    seen: list[Delivery] = []
    async for delivery in connector.collect(job):
        seen.append(delivery)
        if len(seen) == 3:  # the beginning, ten mails, ten more: the last is not committed
            break
    assert seen[1].cursor is not None
    again = follow(job_for(server, seen[1].cursor), connector)
    await again.until(lambda: len(again.messages) == 20)
    assert again.ids == [f"{number}@x.example" for number in range(10, 30)]


async def test_another_generation_of_numbers_is_read_again_with_the_same_ids(
    server: Dovecot, follow: Follow
) -> None:
    server.send(letter(1), letter(2), folder="Plaintes")
    before = follow(job_for(server))
    await before.until(lambda: len(before.messages) == 2)
    await before.stop()
    server.renew("Plaintes")
    server.send(letter(1), letter(2), letter(3), folder="Plaintes")
    after = follow(job_for(server, before.cursor))
    await after.until(lambda: len(after.messages) == 3)
    assert after.cursor["uidvalidity"] != before.cursor["uidvalidity"]
    assert after.ids == [*before.ids, "3@x.example"]


async def test_a_server_killed_and_started_again_loses_nothing(server: Dovecot, follow: Follow) -> None:
    desk = follow(job_for(server))
    await desk.until(lambda: desk.cursor)
    server.send(letter(1), folder="Plaintes")
    await desk.until(lambda: desk.ids == ["1@x.example"])
    server.kill()
    await asyncio.to_thread(server.start)
    await asyncio.to_thread(server.send, letter(2), folder="Plaintes")
    await desk.until(lambda: desk.ids == ["1@x.example", "2@x.example"])
    assert all(delivery.gaps == () for delivery in desk.deliveries)


async def test_a_mail_that_is_too_large_is_told_and_the_others_are_read(server: Dovecot, follow: Follow) -> None:
    large = letter(2, "x" * 78 + "\r\n") + (b"y" * 78 + b"\r\n") * (MAX_MAIL // 80 + 1)
    server.send(letter(1), large, letter(3), folder="Plaintes")
    desk = follow(job_for(server))
    await desk.until(lambda: len(desk.messages) == 2)
    assert desk.ids == ["1@x.example", "3@x.example"]
    (aside,) = [aside for delivery in desk.deliveries for aside in delivery.rejects]
    assert aside.where == "n° 2"
    assert "25" in aside.error
    assert server.seen("Plaintes") == []


async def test_old_mails_are_left_where_a_source_starts_with_few_days(server: Dovecot, follow: Follow) -> None:
    old = datetime.now(UTC) - timedelta(days=90)
    server.send(letter(1), folder="Plaintes", when=old)
    server.send(letter(2), folder="Plaintes")
    desk = follow(job_for(server, days=30))
    await desk.until(lambda: desk.messages)
    everything = follow(job_for(server, days=""))
    await everything.until(lambda: len(everything.messages) == 2)
    assert desk.ids == ["2@x.example"]


async def test_mails_deleted_by_others_change_nothing(server: Dovecot, follow: Follow) -> None:
    server.send(letter(1), letter(2), folder="Plaintes")
    desk = follow(job_for(server))
    await desk.until(lambda: len(desk.messages) == 2)
    await asyncio.to_thread(_delete_first, server)
    await asyncio.to_thread(server.send, letter(3), folder="Plaintes")
    await desk.until(lambda: len(desk.messages) == 3)
    assert desk.ids == ["1@x.example", "2@x.example", "3@x.example"]


def _delete_first(server: Dovecot) -> None:
    with server._opened() as box:
        box.select("Plaintes")
        box.store("1", "+FLAGS", r"\Deleted")
        box.expunge()


@pytest.mark.parametrize("security", ["tls", "starttls"])
async def test_mails_are_read_under_encryption(security: str, server: Dovecot, follow: Follow) -> None:
    def make_tls() -> ssl.SSLContext:
        context = ssl.create_default_context()
        server.authority.configure_trust(context)
        return context

    port = server.tls_port if security == "tls" else server.port
    desk = follow(job_for(server, security=security, port=port), MailConnector(QUICK, lambda: 0.0, make_tls))
    await desk.until(lambda: desk.cursor)
    await asyncio.to_thread(server.send, letter(1), folder="Plaintes")
    await desk.until(lambda: desk.ids == ["1@x.example"])
    await desk.stop()


@pytest.mark.parametrize(
    ("settings", "kind"),
    [
        ({"password": "faux"}, "refused"),
        ({"password": "é mot de passe « accentué »"}, "refused"),
        ({"folder": "Nulle part"}, "gone"),
        ({"security": "starttls"}, "refused"),
    ],
)
async def test_what_a_person_must_mend_ends_reading(
    settings: dict[str, Any], kind: str, server: Dovecot, follow: Follow
) -> None:
    desk = follow(job_for(server, **settings))
    with pytest.raises(SourceError) as caught:
        await desk.ended()
    assert caught.value.kind == kind
    assert len(str(caught.value).splitlines()) == 2


async def test_a_server_that_never_comes_back_is_told_after_some_tries(server: Dovecot, follow: Follow) -> None:
    desk = follow(job_for(server, port=_closed_port()), MailConnector(replace(QUICK, tries=3), lambda: 0.0))
    with pytest.raises(SourceError) as caught:
        await desk.ended()
    assert caught.value.kind == "temporary"


def _closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def test_a_server_that_says_nothing_is_given_up(server: Dovecot, follow: Follow) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        desk = follow(job_for(server, port=mute.getsockname()[1]), MailConnector(replace(QUICK, step=0.2, tries=2)))
        with pytest.raises(SourceError) as caught:
            await desk.ended()
    assert "does not answer" in str(caught.value)


async def test_stopping_is_quick_and_leaves_no_thread(server: Dovecot, follow: Follow) -> None:
    desk = follow(job_for(server))
    await desk.until(lambda: desk.cursor)
    await asyncio.sleep(0.2)  # let it wait for mail, which is where a stop finds it nearly always
    async with asyncio.timeout(2):
        await desk.stop()
        while any(thread.name == f"mailbox {USER}" for thread in threading.enumerate()):
            await asyncio.sleep(0.01)


class TestTheTestOfAConnection:
    async def test_it_shows_the_last_subjects(self, server: Dovecot) -> None:
        server.send(*[letter(number) for number in range(5)], folder="Plaintes")
        check = await MailConnector().check(job_for(server))
        assert (check.ok, check.sample) == (True, ("n° 4", "n° 3", "n° 2"))
        assert server.seen("Plaintes") == []

    async def test_it_says_that_a_folder_is_empty(self, server: Dovecot) -> None:
        check = await MailConnector().check(job_for(server))
        assert check.ok and "empty" in check.message_en

    async def test_it_names_the_folders_there_are(self, server: Dovecot) -> None:
        check = await MailConnector().check(job_for(server, folder="plaintes"))
        assert not check.ok
        assert "Plaintes" in check.message_en and "INBOX" in check.message_fr

    async def test_it_tells_of_a_wrong_password(self, server: Dovecot) -> None:
        check = await MailConnector().check(job_for(server, password="faux"))
        assert not check.ok and "password" in check.message_en

    async def test_it_tells_of_a_server_that_is_not_there(self, server: Dovecot) -> None:
        check = await MailConnector().check(job_for(server, port=_closed_port()))
        assert not check.ok and "refuses the connection" in check.message_en

    async def test_it_tells_of_wrong_settings_without_connecting(self, server: Dovecot) -> None:
        check = await MailConnector().check(job_for(server, host=""))
        assert (check.ok, check.message_en) == (False, "Give the IMAP server.")
