"""Queries of every sort and messages with facts, drawn by chance from few words, so that they often meet."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from palabre.core.model import Attachment, Author, Message
from palabre.core.query import And, Node, Not, Or, Phrase, Term
from palabre.core.query.tree import (
    Cased,
    Count,
    Except,
    Field,
    Fuzzy,
    Near,
    Pattern,
    Same,
    Wild,
    Within,
    asks_something,
)

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
SOURCES = ("Commentaires", "Page de la Ville")
TOPICS = ("Déviation", "tramway")
SIGNALS = ("hate", "question", "insult", "flood")
#: Tones as they are told: none between −0.25 and 0.25, three digits. 0.6 and 0.601 have no exact real.
TONES = (0.0, 0.0, -0.25, 0.25, 0.6, 0.601, -0.333, 0.99)
AUTHORS = (
    *(None, Author("zoe"), Author("k1", "Zoé Martin", "https://m.example/@zoe", 40)),
    Author("émile", "Émile", "", 400),
)
PICTURE = Attachment("a.png", "image/png", 12, "https://exemple.fr/a.png")
SAID = (
    *("tram", "trams", "Tram", "TRAM", "été", "ete", "Été", "cœur", "BT", "bt", "#tram", "#Été", "@zoe", "😂", "❤️"),
    *("covid-19", "covid19", "https://exemple.fr/tram", "3,5", "panne", "bus", "panne.", "Le", "le", "en", "métro"),
    *(".\n\n", "!", "\n"),
)
TERMS = ("tram", "=été", "ete", "panne", "#tram", "@zoe", "😂", "bus", "covid", "19", "le", "en", "//exemple.fr")
STARTS = ("tra", "tram", "=ét", "#t", "co", "pan")
PATTERNS = ("tr?m", "tra*", "p*ne", "t*m*", "=ét?", "m?tro", "#t*")
CASED = ("TRAM", "Tram", "BT", "Le", "#tram", "Été", "panne")
EXPRESSIONS = (r"tra+m", r"^le\b", r"\d+", r"BT", "😂", r"bus\s+en")
FIELDS = (
    *(
        Field("kind", "comment"),
        Field("kind", "post"),
        Field("lang", "fr"),
        Field("lang", "en"),
        Field("lang", "pt-br"),
    ),
    *(
        Field("author", "zoe"),
        Field("author", "émile"),
        Field("author", "zo", prefix=True),
        Field("author", "zoé martin"),
    ),
    *(
        Field("from", "zoe"),
        Field("to", "zoe"),
        Field("site", "exemple.fr"),
        Field("site", "fr"),
        Field("url", "/a/"),
    ),
    *(Field("link", "exemple"), Field("source", "commentaires"), Field("source", "page", prefix=True)),
    *(Field("network", "mastodon"), Field("country", "fr"), Field("thread", "fil 1"), Field("followers", 100.0)),
    *(Field("followers", None, 50.0), Field("engagement", 1.0, 10.0), Field("reach", 5.0, open_low=True)),
    *(Field("published", NOON.timestamp()), Field("published", None, NOON.timestamp(), open_high=True)),
    *(
        Field("hour", 8.0, 18.0),
        Field("has", "link"),
        Field("has", "title"),
        Field("has", "image"),
        Field("is", "reply"),
    ),
    *(
        Field("is", "question"),
        Field("first_message", "yes"),
        Field("first_message", "no"),
        Field("question", "yes"),
    ),
    *(
        Field("visibility", "private"),
        Field("decision", "pending"),
        Field("signal", "hate"),
        Field("topic", "tramway"),
    ),
    *(
        Field("sentiment", 0.6, None, open_low=True),
        Field("sentiment", -0.25, 0.25, open_low=True, open_high=True),
        Field("signal", "flood"),
    ),
    *(Field("topic", "deviation"), Field("sentiment", -1.0, -0.25), Field("is", "root"), Field("has", "emoji")),
)


@dataclass(frozen=True)
class Stored:
    """A message as it was stored: with what was understood and decided."""

    message: Message
    source: str
    decision: str
    signals: tuple[str, ...] = field(default=())
    topics: tuple[str, ...] = field(default=())
    sentiment: float = 0.0

    def __str__(self) -> str:
        return repr(self)


def message(chance: Random, number: int) -> Stored:
    """Return a message."""
    made = Message(
        id=f"m{number}",
        text=_speech(chance, 12) or "tram",
        title=_speech(chance, 3) if chance.random() < 0.3 else "",
        lead=_speech(chance, 4) if chance.random() < 0.2 else "",
        published=NOON + timedelta(hours=chance.randrange(-60, 60), microseconds=chance.randrange(10**6)),
        kind=chance.choice(("comment", "post")),
        visibility=chance.choice(("public", "private")),
        author=chance.choice(AUTHORS),
        lang=chance.choice(("fr", "FR", "en", "pt_BR", "")),
        country=chance.choice(("", "FR", "BE")),
        network=chance.choice(("", "Mastodon", "ＭＡＳＴＯＤＯＮ")),
        site=chance.choice(("", "exemple.fr", "https://www.m.Exemple.fr/a", "autre.example")),
        url=chance.choice(("", "https://exemple.fr/a/1", "https://autre.example/A/É")),
        thread=chance.choice(("", "Fil 1", "fil É")),
        parent=chance.choice(("", "m0")),
        engagement=chance.choice((None, 0, 5)),
        reach=chance.choice((None, 5, 6)),
        first=chance.random() < 0.2,
        attachments=(Attachment("a.png", "image/png", 12, "https://exemple.fr/a.png"),)
        if chance.random() < 0.2
        else (),
    )
    return Stored(
        made,
        chance.choice(SOURCES),
        chance.choice(("pending", "none")),
        tuple(name for name in SIGNALS if chance.random() < 0.3),
        tuple(name for name in TOPICS if chance.random() < 0.3),
        chance.choice(TONES),
    )


def _speech(chance: Random, most: int) -> str:
    return " ".join(chance.choice(SAID) for _ in range(chance.randrange(most + 1)))


def query(chance: Random) -> Node:
    """Return a query that asks for something."""
    while True:
        tree = _tree(chance, 3)
        if asks_something(tree):
            return tree


def _tree(chance: Random, depth: int) -> Node:
    kind = chance.randrange(10) if depth else chance.randrange(4)
    if kind < 3:
        return _spot(chance, depth)
    if kind == 3:
        return chance.choice(FIELDS)
    if kind == 4:
        return Pattern(chance.choice(EXPRESSIONS), chance.random() < 0.5)
    if kind == 5:
        return Within(chance.choice(("title", "lead", "text")), _tree(chance, depth - 1))
    if kind == 6:
        return Not(_tree(chance, depth - 1))
    if kind == 7:
        return Count(_spot(chance, depth - 1), chance.randrange(1, 4))
    return chance.choice((And, Or))(tuple(_tree(chance, depth - 1) for _ in range(chance.randrange(2, 4))))


def _spot(chance: Random, depth: int) -> Node:
    kind = chance.randrange(12) if depth else chance.randrange(6)
    if kind < 6:
        return _word(chance)
    if kind == 6:
        return Phrase(tuple(_word(chance) for _ in range(chance.randrange(2, 4))))
    parts = tuple(_spot(chance, depth - 1) for _ in range(chance.randrange(2, 4)))
    if kind in (7, 8):
        return Near(parts, chance.choice((0, 1, 3, 40)), chance.random() < 0.5)
    if kind == 9:
        return Same(parts, chance.choice(("sentence", "paragraph")))
    return Except(parts[0], parts[1]) if kind == 10 else Or(parts)


def _word(chance: Random) -> Term | Wild | Fuzzy | Cased:
    kind = chance.randrange(8)
    if kind < 4:
        term = chance.choice(TERMS)
        return Term(term, step=0 if term == "😂" else 1)
    if kind == 4:
        return Term(chance.choice(STARTS), prefix=True)
    if kind == 5:
        return Wild(chance.choice(PATTERNS))
    if kind == 6:
        return Fuzzy(chance.choice(("tram", "panne", "=été", "#tram")), chance.randrange(1, 3))
    return Cased(chance.choice(CASED))
