"""A page that cannot be given says what happened, what was kept and what to do, in the house's own look."""

import pytest
from django.template.loader import render_to_string
from django.test import Client

from desk.teams import Team
from palabre.desk.people.models import Person


def test_an_absent_page_and_one_of_elsewhere_say_the_same(courrier: Team) -> None:
    client = courrier.client("owner")
    absent, elsewhere = client.get(courrier.url("messages/9999")), client.get("/w/mairie/queue")
    assert absent.status_code == elsewhere.status_code == 404
    said = absent.content.decode()
    assert "Cette page n’existe pas, ou ne vous est pas ouverte" in said and "Revenir à mon espace" in said
    assert 'lang="fr"' in said and "tokens.css" in said and "9999" not in said


def test_it_is_said_in_the_persons_language(courrier: Team) -> None:
    said = courrier.client("owner", language="en").get(courrier.url("nothing")).content.decode()
    assert "There is no such page" in said


def test_a_form_of_another_session_is_refused_in_both_languages(courrier: Team) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(Person.objects.get(pk=courrier.people["owner"]))
    answer = client.post("/me/", {"name": "x"})
    assert answer.status_code == 403
    said = answer.content.decode()
    assert "Rien n’a été enregistré" in said and "Nothing was saved" in said


@pytest.mark.parametrize("name", ["400.html", "403.html", "404.html", "500.html"])
def test_the_pages_need_no_request_and_no_database(name: str) -> None:
    said = render_to_string(name)
    assert "<h1>" in said and 'href="/"' in said and "<script" in said
