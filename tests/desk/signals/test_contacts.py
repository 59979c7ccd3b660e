"""The page of the contacts that scams lead to: one row a contact, its messages, and nobody else's."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from desk.teams import Team
from house import House
from palabre.core import query as queries
from palabre.core.signals.funnel import Contact, Kind
from palabre.core.text import tokenize
from palabre.desk.signals.contacts import Shared


def matches(query: str, text: str) -> bool:
    tree = queries.parse(query).tree
    assert tree is not None
    return queries.matches(tree, queries.Said(tokenize(text)))


def test_messages_that_share_a_contact_stand_together(house: House, courrier: Team, gazette: Team) -> None:
    source, theirs, now = house.source(courrier.workspace), house.source(gazette.workspace), timezone.now()
    texts = [
        "Gagnez 3000 € : 06 12 34 56 78",
        "Prêt rapide wa.me/33612345678",
        "Coach t.me/solange",
        "Mon 06 12 34 56 78",
    ]
    for number, text in enumerate(texts):
        message = house.message(source, text, published=now - timedelta(days=1, minutes=number))
        if number < 3:
            house.signal(message, "scam", 0.9)
    house.signal(house.message(source, "Vieux 06 12 34 56 78", published=now - timedelta(days=90)), "scam", 0.9)
    house.signal(house.message(theirs, "Chez eux t.me/voisin", published=now), "scam", 0.9)
    client, url = courrier.client("moderator"), courrier.url("signals/contacts")
    page = client.get(url).content.decode()
    assert page.index("06 12 34 56 78") < page.index("solange") and "voisin" not in page
    shown = client.get(url, {"contact": "phone:+33612345678"}).content.decode()
    assert "2 messages y mènent" in shown
    assert "Gagnez 3000" in shown and "Prêt rapide" in shown and "Mon 06" not in shown and "Vieux" not in shown
    assert client.get(url, {"contact": "telegram:voisin"}).status_code == 404
    assert "contacts" in client.get(courrier.url("signals/of/scam")).content.decode()


def test_a_month_without_scams(courrier: Team) -> None:
    page = courrier.client("moderator").get(courrier.url("signals/contacts"))
    assert page.status_code == 200 and "Aucune arnaque du mois" in page.content.decode()


@pytest.mark.parametrize(
    "text",
    [
        "tel 06 12 34 56 78", "tel 06.12.34.56.78 !", "0612345678", "06-12-34-56-78", "+33 6 12 34 56 78",
        "+33612345678", "+33 (0)6 12 34 56 78", "+33 6.12.34.56.78", "https://wa.me/33612345678",
    ],
)  # fmt: skip
def test_the_query_of_a_number_finds_its_usual_spellings(text: str) -> None:
    query = Shared(Contact("phone", "+33612345678", 0, 0)).query
    assert matches(query, text)
    assert not matches(query, "tel 06 12 34 56 79")


@pytest.mark.parametrize(
    ("kind", "value", "text", "other"),
    [
        ("telegram", "solange", "mon télégram @Solange", "la chanteuse Solange"),
        ("telegram", "solange", "écris sur t.me/solange", "t.me/solange2"),
        ("whatsapp", "AbCd1234", "chat.whatsapp.com/AbCd1234", "AbCd1234"),
        ("mail", "gain@mail.example", "à gain@mail.example vite", "gain par mail"),
        ("phone", "+447700900123", "call 447700900123", "call 447700900124"),
    ],
)
def test_the_query_of_other_contacts_finds_them_alone(kind: Kind, value: str, text: str, other: str) -> None:
    query = Shared(Contact(kind, value, 0, 0)).query
    assert matches(query, text) and not matches(query, other)


def test_a_contact_is_watched_in_one_click(house: House, courrier: Team) -> None:
    source, now = house.source(courrier.workspace), timezone.now()
    house.signal(house.message(source, "Gagnez : 06 12 34 56 78", published=now - timedelta(hours=1)), "scam", 0.9)
    address = courrier.url("signals/contacts")
    page = courrier.client("analyst").get(address, {"contact": "phone:+33612345678"}).content.decode()
    query = unescape(re.findall(r'name="q" value="([^"]+)"', page)[0])
    answer = courrier.client("analyst").post(
        courrier.url("topics/keep"), {"q": query, "name": "Contact 06 12 34 56 78"}, follow=True
    )
    assert "Contact 06 12 34 56 78" in answer.content.decode()
    moderator = courrier.client("moderator").get(address, {"contact": "phone:+33612345678"}).content.decode()
    assert "Suivre ce contact" not in moderator
