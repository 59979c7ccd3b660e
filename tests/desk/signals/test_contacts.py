"""The page of the contacts that scams lead to: one row a contact, its messages, and nobody else's."""

from datetime import timedelta

from django.utils import timezone

from desk.teams import Team
from house import House


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
    assert page.index("+33612345678") < page.index("solange") and "voisin" not in page
    shown = client.get(url, {"contact": "phone:+33612345678"}).content.decode()
    assert "2 messages y mènent" in shown
    assert "Gagnez 3000" in shown and "Prêt rapide" in shown and "Mon 06" not in shown and "Vieux" not in shown
    assert client.get(url, {"contact": "telegram:voisin"}).status_code == 404
    assert "contacts" in client.get(courrier.url("signals/of/scam")).content.decode()


def test_a_month_without_scams(courrier: Team) -> None:
    page = courrier.client("moderator").get(courrier.url("signals/contacts"))
    assert page.status_code == 200 and "Aucune arnaque du mois" in page.content.decode()
