"""What the browser tests of topics need: a query as an analyst brings it, and a month of messages to try it on."""

from datetime import UTC, datetime, timedelta

from house import House
from palabre.core.text import search_vector, tokenize

PLACES = (
    "Lauragais", "Castelnaudary", "Villefranche", "Revel", "Nailloux", "Avignonet", "Montgiscard", "Baziège",
    "Caraman", "Lanta", "Bram", "Fanjeaux", "Belpech", "Labastide", "Verfeil", "Auriac", "Puylaurens", "Dourgne",
)  # fmt: skip
TROUBLES = (
    "goût", "odeur", "trouble", "coupure", "fuite", "pression", "chlore", "calcaire", "plomb", "nitrates",
)  # fmt: skip


def brandwatch(length: int = 4_000) -> str:
    """Return a query of Brandwatch of about that many characters, as such queries grow over the years."""
    places = " OR ".join(f'"{place}"' for place in PLACES)
    near = " OR ".join(f'(({trouble}* OR "problème de {trouble}") NEAR/5 (eau OR robinet))' for trouble in TROUBLES)
    parts = [
        "<<< Eau potable, reprise de 2019 >>>",
        '(title:("eau potable" OR "eau du robinet") OR ("eau potable" OR "eau du robinet" OR #eaupotable))',
        f"AND ({near} OR eau*)",
        f"AND ({places} OR commune OR village OR rue)",
        'NOT ("eau de toilette" OR "eau de Cologne" OR (piscine NEAR/3 eau) OR author:robot)',
        "AND language:fr NOT authorFollowers:[1000000 TO 90000000]",
    ]
    query = "\n".join(parts)
    filler = 0
    while len(query) < length:
        filler += 1
        query = query.replace("OR commune", f'OR "canton {filler}" OR "quartier {filler}" OR commune', 1)
    return query


def write_month(house: House, source: int) -> list[int]:
    """Write thirty days of messages: two of five speak of tap water in a village."""
    said = (
        "L’eau potable a un goût de chlore depuis lundi, rue du Moulin.",
        "Belle journée au marché de Revel.",
        "Eau du robinet trouble dans tout le village, encore une fuite ?",
        "Quelqu’un a des nouvelles du club de rugby ?",
        "La piscine rouvre samedi.",
    )
    now, ids = datetime.now(UTC), []
    for number in reversed(range(60)):  # the oldest first: within a day, numbers follow the order of arrival
        text = said[number % 5]
        message = house.message(source, text, now - timedelta(hours=11 * number), lang="fr")
        vector = search_vector(None, None, tokenize(text))
        house.owner.execute("UPDATE message SET search = %s::tsvector WHERE id = %s", (vector, message))
        ids.append(message)
    return ids[::-1]
