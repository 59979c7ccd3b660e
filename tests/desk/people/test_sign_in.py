"""Signing in: password, second factor, recovery codes; sessions; the ticket of the event streams."""

import re
import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.utils import timezone

from desk.teams import Team
from palabre.desk.people.actions import do_make_person
from palabre.desk.people.models import Person
from palabre.store import place, ticket

PASSWORD = "une phrase facile"
SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture
def mira(database: str) -> Person:
    return do_make_person(email="mira@courrier.example", name="Mira Lenoir", password=PASSWORD)


def sign_in(client: Client, password: str = PASSWORD) -> str:
    answer = client.post("/accounts/login/", {"login": "Mira@courrier.example", "password": password})
    return answer.headers.get("Location", "")


def confirm_password(client: Client) -> None:
    """What changes the safety of an account asks for the password again."""
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})


def totp_now() -> str:
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // 30))


def is_in(client: Client) -> bool:
    return client.get("/me/").status_code == 200


class TestPassword:
    def test_the_right_one_lets_in(self, mira: Person) -> None:
        client = Client()
        assert sign_in(client) == "/"
        assert is_in(client)

    def test_a_wrong_one_and_a_wrong_address_are_told_alike(self, mira: Person) -> None:
        told = [
            re.findall(
                r'role="alert">.*?<p>(.*?)</p>', Client().post("/accounts/login/", form).content.decode(), re.S
            )
            for form in (
                {"login": "mira@courrier.example", "password": "rien à voir"},
                {"login": "nobody@courrier.example", "password": "rien à voir"},
            )
        ]
        assert told[0] == told[1]
        assert told[0][-1]

    def test_nobody_signs_up_alone(self, database: str) -> None:
        form = {"email": "intrus@courrier.example", "password1": PASSWORD, "password2": PASSWORD}
        Client().post("/accounts/signup/", form)
        assert not Person.objects.exists()

    def test_changing_it_ends_the_other_sessions_and_their_rows(self, mira: Person) -> None:
        here, elsewhere, other = Client(), Client(), Client()
        sign_in(here)
        sign_in(elsewhere)
        other.force_login(do_make_person(email="paul@courrier.example"))
        form = {"oldpassword": PASSWORD, "password1": "une tout autre phrase", "password2": "une tout autre phrase"}
        assert here.post("/accounts/password/change/", form).status_code == 302
        assert (is_in(here), is_in(elsewhere), is_in(other)) == (True, False, True)
        assert Session.objects.filter(expire_date__gt=timezone.now()).count() == 2

    def test_without_mail_the_forgotten_password_page_says_what_to_do(self, mira: Person, settings: Any) -> None:
        settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
        assert "palabre login" in Client().get("/accounts/password/reset/").content.decode()

    def test_with_mail_a_link_changes_it(self, mira: Person, settings: Any) -> None:
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        client = Client()
        client.post("/accounts/password/reset/", {"email": "mira@courrier.example"})
        link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)
        assert link is not None
        page = client.get(link[1], follow=True)
        address = page.redirect_chain[-1][0]
        client.post(address, {"password1": "une tout autre phrase", "password2": "une tout autre phrase"})
        mira.refresh_from_db()
        assert mira.check_password("une tout autre phrase")


class TestSecondFactor:
    def test_it_is_asked_for_after_the_password(self, mira: Person) -> None:
        TOTP.activate(mira, SECRET)
        client = Client()
        assert sign_in(client).startswith("/accounts/2fa/authenticate/")
        assert not is_in(client)
        client.post("/accounts/2fa/authenticate/", {"code": "000000"})
        assert not is_in(client)
        client.post("/accounts/2fa/authenticate/", {"code": totp_now()})
        assert is_in(client)

    def test_a_recovery_code_works_once(self, mira: Person) -> None:
        TOTP.activate(mira, SECRET)
        code = RecoveryCodes.activate(mira).get_unused_codes()[0]
        for expected in (True, False):
            client = Client()
            sign_in(client)
            client.post("/accounts/2fa/authenticate/", {"code": code})
            assert is_in(client) is expected

    def test_activating_shows_the_secret_as_a_picture_that_the_policy_allows(self, mira: Person) -> None:
        client = Client()
        sign_in(client)
        assert client.get("/accounts/2fa/totp/activate/")["Location"].startswith("/accounts/reauthenticate/")
        confirm_password(client)
        answer = client.get("/accounts/2fa/totp/activate/")
        page, policy = answer.content.decode(), answer["Content-Security-Policy"]
        assert 'src="data:image/svg+xml' in page
        assert "img-src 'self' data:" in policy

    def test_it_is_activated_with_the_right_code_only(self, mira: Person) -> None:
        client = Client()
        sign_in(client)
        confirm_password(client)
        page = client.get("/accounts/2fa/totp/activate/").content.decode()
        secret = re.search(r"<code>([A-Z2-7]{16,})</code>", page)
        assert secret is not None
        client.post("/accounts/2fa/totp/activate/", {"code": "123456"})
        assert not Authenticator.objects.filter(type="totp").exists()
        code = format_hotp_value(hotp_value(secret[1], int(time.time()) // 30))
        client.post("/accounts/2fa/totp/activate/", {"code": code})
        assert Authenticator.objects.filter(user=mira, type="totp").exists()


def test_who_came_by_a_link_chooses_a_password_without_having_one(database: str) -> None:
    client = Client()
    client.force_login(do_make_person(email="lea@courrier.example"))
    assert client.get("/accounts/password/change/")["Location"] == "/accounts/password/set/"
    form = {"password1": PASSWORD, "password2": PASSWORD}
    assert client.post("/accounts/password/set/", form).status_code == 302
    assert Person.objects.get().check_password(PASSWORD)


class TestPages:
    PUBLIC = (
        "login/",
        "signup/",
        "password/reset/",
        "password/reset/done/",
        "inactive/",
        "password/reset/key/x-y/",
    )
    MINE = (
        *("logout/", "password/change/", "email/", "reauthenticate/", "2fa/", "2fa/totp/activate/"),
        *("2fa/recovery-codes/generate/", "2fa/recovery-codes/", "2fa/webauthn/", "2fa/webauthn/add/"),
        *("3rdparty/", "3rdparty/login/cancelled/", "3rdparty/login/error/"),
    )

    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_each_wears_the_frame_of_the_house_and_no_inline_script(self, mira: Person, language: str) -> None:
        Person.objects.update(language=language)
        mine = Client()
        sign_in(mine)
        confirm_password(mine)
        TOTP.activate(mira, SECRET)
        RecoveryCodes.activate(mira)
        seen = [(Client(headers={"accept-language": language}), path) for path in self.PUBLIC]
        for client, path in [*seen, *((mine, path) for path in self.MINE)]:
            page = client.get(f"/accounts/{path}", follow=True).content.decode()
            assert 'class="brand brand-large"' in page, path
            assert f'<html lang="{language}"' in page, path
            assert re.search(r"<h1>\s*\S", page), path
            assert not re.search(r"<script(?![^>]*\b(src|type=.application/json))[^>]*>", page), path
            assert " style=" not in page and " onclick=" not in page, path


class TestTicket:
    def cookie(self, client: Client) -> str:
        return client.cookies[ticket.COOKIE].value if ticket.COOKIE in client.cookies else ""

    def test_a_room_gives_one_that_the_gate_takes(self, courrier: Team) -> None:
        client = courrier.client()
        client.get(courrier.url("sources/"))
        cookie = client.cookies[ticket.COOKIE]
        assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/events", True, "Lax")
        found = ticket.check(cookie.value, place.secret(ticket.SECRET), timezone.now())
        assert found is not None
        assert found.person == courrier.people["owner"]
        assert found.session_hash == ticket.hash_session(str(client.session.session_key))

    def test_a_page_outside_any_workspace_and_a_closed_room_give_none(self, courrier: Team, gazette: Team) -> None:
        client = courrier.client("client")
        for address in ("/me/", courrier.url("settings/tokens"), gazette.url("sources/")):
            client.get(address)
        assert not self.cookie(client) or client.get(gazette.url("sources/")).status_code == 404

    def test_signing_out_takes_it_back(self, courrier: Team) -> None:
        client = courrier.client()
        client.get(courrier.url("sources/"))
        assert self.cookie(client)
        client.post("/accounts/logout/")
        assert not self.cookie(client)
        assert client.cookies[ticket.COOKIE]["path"] == "/events"

    def test_nobody_else_gets_any(self, courrier: Team) -> None:
        client = Client()
        client.get(courrier.url("sources/"))
        assert not self.cookie(client)
