"""Coming in by a link: the first start and invitations."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from desk.teams import Team
from house import House
from palabre.desk.people.actions import do_invite_member, do_make_login_link, do_make_person, do_use_login_link
from palabre.desk.people.errors import Refused
from palabre.desk.people.models import Invitation, LoginLink, Member, Person
from palabre.desk.people.scope import scoped
from palabre.desk.people.secrets import hashed

PASSWORD = "une phrase facile"


def invited(team: Team, email: str = "lea@courrier.example", role: str = "moderator") -> str:
    with scoped(team.people["owner"], team.workspace):
        return do_invite_member(actor=team.actor(), email=email, role=role)[1]


def members(team: Team, email: str) -> list[str]:
    with scoped(team.people["owner"], team.workspace):
        return list(Member.objects.filter(person__email=email).values_list("role", flat=True))


class TestFirstStart:
    @pytest.fixture
    def secret(self, database: str) -> str:
        do_make_person(email="mira@courrier.example")
        return do_make_login_link("Mira@Courrier.example")

    def test_only_the_hash_is_kept(self, secret: str) -> None:
        assert LoginLink.objects.get().token_hash == hashed(secret)

    def test_opening_the_link_spends_nothing(self, secret: str) -> None:
        for _ in range(2):
            assert Client().get(f"/start/{secret}").status_code == 200
        assert LoginLink.objects.get().used_at is None

    def test_a_name_and_a_password_let_in_once(self, secret: str) -> None:
        client = Client()
        answer = client.post(f"/start/{secret}", {"name": "Mira Lenoir", "password": PASSWORD})
        assert (answer.status_code, answer["Location"]) == (302, "/")
        person = Person.objects.get(email="mira@courrier.example")
        assert person.name == "Mira Lenoir"
        assert person.check_password(PASSWORD)
        assert client.get("/me/").status_code == 200
        assert Client().post(f"/start/{secret}", {"name": "X", "password": PASSWORD}).status_code == 410

    def test_the_password_may_wait(self, secret: str) -> None:
        client = Client()
        client.post(f"/start/{secret}", {"name": "Mira", "password": "", "later": "1"})
        assert client.get("/me/").status_code == 200
        assert not Person.objects.get().has_usable_password()

    def test_a_weak_password_is_refused_and_the_link_kept(self, secret: str) -> None:
        answer = Client().post(f"/start/{secret}", {"name": "Mira", "password": "azerty"})
        assert answer.status_code == 200
        assert LoginLink.objects.get().used_at is None

    def test_a_link_dies_after_a_day(self, secret: str) -> None:
        LoginLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
        assert Client().get(f"/start/{secret}").status_code == 410
        assert do_use_login_link(secret) is None

    def test_an_inactive_person_does_not_enter(self, secret: str) -> None:
        Person.objects.update(is_active=False)
        assert Client().get(f"/start/{secret}").status_code == 410

    def test_nobody_is_told_of(self, database: str) -> None:
        with pytest.raises(Refused):
            do_make_login_link("personne@nulle-part.example")

    def test_the_password_can_be_changed_by_a_link_and_ends_other_sessions(self, secret: str) -> None:
        person = Person.objects.get()
        person.set_password("une autre phrase")
        person.save()
        elsewhere = Client()
        elsewhere.force_login(person)
        Client().post(f"/start/{secret}", {"name": "Mira", "password": PASSWORD})
        assert elsewhere.get("/me/").status_code == 302

    def test_a_second_factor_is_still_asked_for(self, secret: str) -> None:
        from allauth.mfa.totp.internal.auth import TOTP

        TOTP.activate(Person.objects.get(), "JBSWY3DPEHPK3PXP")
        client = Client()
        answer = client.post(f"/start/{secret}", {"name": "Mira", "password": PASSWORD})
        assert answer["Location"].startswith("/accounts/2fa/authenticate/")
        assert client.get("/me/").status_code == 302


class TestInvitation:
    def test_a_newcomer_makes_an_account_and_is_in(self, courrier: Team) -> None:
        secret, client = invited(courrier), Client()
        page = client.get(f"/join/{secret}").content.decode()
        assert "lea@courrier.example" in page
        assert "Le Courrier du Lauragais" in page
        answer = client.post(f"/join/{secret}", {"name": "Léa", "password": PASSWORD})
        assert answer.status_code == 302
        assert members(courrier, "lea@courrier.example") == ["moderator"]
        assert client.get(courrier.url("stream")).status_code == 200

    def test_it_works_once(self, courrier: Team) -> None:
        secret = invited(courrier)
        Client().post(f"/join/{secret}", {"name": "Léa", "password": PASSWORD})
        assert Client().get(f"/join/{secret}").status_code == 410
        assert Client().post(f"/join/{secret}", {"name": "Zoé", "password": PASSWORD}).status_code == 410

    def test_a_known_person_signs_in_first_then_joins(self, courrier: Team, gazette: Team) -> None:
        secret = invited(courrier, "lead@gazette.example", "analyst")
        page = Client().get(f"/join/{secret}").content.decode()
        assert f"/join/{secret}" in page
        assert 'name="password"' not in page
        client = gazette.client("lead")
        assert client.get(f"/join/{secret}").status_code == 200
        assert members(courrier, "lead@gazette.example") == []
        assert client.post(f"/join/{secret}").status_code == 302
        assert members(courrier, "lead@gazette.example") == ["analyst"]

    def test_it_opens_for_nobody_else(self, courrier: Team, gazette: Team) -> None:
        secret = invited(courrier)
        client = gazette.client("owner")
        assert client.post(f"/join/{secret}").status_code == 403
        assert members(courrier, "owner@gazette.example") == []

    @pytest.mark.parametrize("closed", ["expires_at", "revoked_at", "accepted_at"])
    def test_a_closed_one_says_so(self, courrier: Team, house: House, closed: str) -> None:
        secret = invited(courrier)
        house.owner.execute(f"UPDATE invitation SET {closed} = now() - interval '1 second'")
        answer = Client().get(f"/join/{secret}")
        assert answer.status_code == 410
        assert "invitation" in answer.content.decode().lower()

    def test_only_the_hash_is_kept_and_a_new_one_replaces_the_old(self, courrier: Team) -> None:
        first, second = invited(courrier), invited(courrier)
        with scoped(courrier.people["owner"], courrier.workspace):
            kept = set(Invitation.objects.values_list("token_hash", flat=True))
        assert kept == {hashed(first), hashed(second)}
        assert Client().get(f"/join/{first}").status_code == 410
        assert Client().get(f"/join/{second}").status_code == 200

    def test_a_made_up_link_says_the_same(self, database: str) -> None:
        assert Client().get("/join/nothing").status_code == 410
