"""Signing in by one's organisation (OpenID Connect), against a provider that runs."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from fakes.oidc import CLIENT, Provider, provider
from palabre.desk.people.actions import do_make_person
from palabre.desk.people.models import Person


@pytest.fixture
def organisation(database: str, settings: Any) -> Iterator[Provider]:
    with provider(sub="42", email="mira@courrier.example", email_verified=True, name="Mira") as running:
        app = {
            "provider_id": "interne",
            "name": "Le Courrier",
            "client_id": CLIENT,
            "secret": "x",
            "settings": {"server_url": running.address},
        }
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
        yield running


def sign_in(organisation: Provider) -> Client:
    """Walk the code flow as a browser does."""
    client = Client()
    away = client.post("/accounts/oidc/interne/login/")
    asked = parse_qs(urlsplit(away["Location"]).query)
    assert away["Location"].startswith(f"{organisation.address}/authorization")
    organisation.nonces = asked.get("nonce", [])
    client.get("/accounts/oidc/interne/login/callback/", {"code": "the-code", "state": asked["state"][0]})
    return client


def test_the_button_is_on_the_sign_in_page(organisation: Provider) -> None:
    page = Client().get("/accounts/login/").content.decode()
    assert "Le Courrier" in page
    assert "/accounts/oidc/interne/login/" in page


def test_someone_invited_is_known_by_the_verified_address(organisation: Provider) -> None:
    mira = do_make_person(email="mira@courrier.example")
    client = sign_in(organisation)
    assert client.get("/me/").status_code == 200
    assert int(client.session["_auth_user_id"]) == mira.pk


def test_an_unknown_person_is_not_created(organisation: Provider) -> None:
    client = sign_in(organisation)
    assert client.get("/me/").status_code == 302
    assert not Person.objects.exists()


def test_an_address_that_the_provider_does_not_vouch_for_opens_nothing(organisation: Provider) -> None:
    do_make_person(email="mira@courrier.example")
    organisation.claims["email_verified"] = False
    assert sign_in(organisation).get("/me/").status_code == 302
