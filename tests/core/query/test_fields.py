"""The facts of a message, and the fields that ask them."""

from datetime import UTC, datetime

import pytest

from palabre.core.model import Attachment, Author, Message
from palabre.core.query.compare import holds, lacks
from palabre.core.query.facts import NO_FACTS, Facts, domains, facts_of, host_of
from palabre.core.query.fields import FIELDS, named
from palabre.core.query.tree import Field
from palabre.core.signals import names
from palabre.core.text import fold

MESSAGE = Message(
    id="1",
    text="@ville Où est le tram ? https://photos.exemple.fr/panne #tram 😡",
    published=datetime(2026, 3, 14, 8, 30, tzinfo=UTC),
    author=Author("u-42", "Zoé Martin", "https://social.exemple/@zoe", followers=1_200),
    url="https://m.exemple.fr/Été/12",
    parent="0",
    network="Mastodon",
    lang="fr-CA",
    attachments=(Attachment("a.png", "image/png"),),
)
FACTS = facts_of(
    MESSAGE,
    source=["Page de la Ville"],
    signals=["question", "anger"],
    sentiment=-0.6,
    decision="pending",
    topics=[],
)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (Field("author", "zoe martin"), True),
        (Field("author", "u-42"), True),
        (Field("author", "zoe"), False),
        (Field("author", "zoe", prefix=True), True),
        (Field("from", "zoe"), True),
        (Field("to", "ville"), True),
        (Field("to", "zoe"), False),
        (Field("site", "exemple.fr"), True),
        (Field("site", "m.exemple.fr"), True),
        (Field("site", "fr"), True),
        (Field("site", "emple.fr"), False),
        (Field("url", "/ete/"), True),
        (Field("link", "exemple.fr/panne"), True),
        (Field("link", "/12"), False),
        (Field("source", "page de la ville"), True),
        (Field("network", "mastodon"), True),
        (Field("kind", "comment"), True),
        (Field("lang", "fr"), True),
        (Field("lang", "fr-ca"), True),
        (Field("followers", 1_000), True),
        (Field("followers", 1_200, open_low=True), False),
        (Field("followers", None, 1_200), True),
        (Field("followers", None, 1_200, open_high=True), False),
        (Field("published", datetime(2026, 3, 14, tzinfo=UTC).timestamp()), True),
        (Field("hour", 8, 8), True),
        (Field("hour", 9), False),
        (Field("has", "link"), True),
        (Field("has", "image"), True),
        (Field("has", "video"), False),
        (Field("has", "emoji"), True),
        (Field("is", "reply"), True),
        (Field("is", "root"), False),
        (Field("first_message", "no"), True),
        (Field("visibility", "public"), True),
        (Field("sentiment", None, -0.25), True),
        (Field("signal", "anger"), True),
        (Field("question", "yes"), True),
        (Field("decision", "pending"), True),
        (Field("topic", "tram"), False),
    ],
)  # fmt: skip
def test_fields_ask_the_facts(field: Field, expected: bool) -> None:
    assert holds(field, FACTS) == expected


def test_what_a_message_lacks_answers_nothing() -> None:
    for name in ("engagement", "reach", "country", "thread"):
        assert lacks(Field(name), FACTS)
        assert not holds(Field(name), FACTS)
    assert not lacks(Field("topic", "tram"), FACTS)
    bare = facts_of(Message(id="1", text="tram", published=MESSAGE.published))
    for name in ("author", "from", "to", "site", "link", "source", "signal", "sentiment", "decision", "topic"):
        assert bare.get(name) is None
    assert NO_FACTS.get("kind") is None


def test_every_field_can_be_read_of_a_message() -> None:
    read = {name for name, asking in FIELDS.items() if asking.type not in ("words", "mark")}
    unread = {name for name in read if FACTS.get(name) is None}
    assert unread == {"country", "thread", "engagement", "reach"}


def test_facts_may_be_given() -> None:
    assert Facts({"reach": (12,)}).get("reach") == (12,)


def test_every_field_is_found_by_its_names_in_both_languages() -> None:
    for asking in FIELDS.values():
        assert named(asking.name) == named(asking.fr) == named(asking.en) == asking
        assert all((asking.help_fr, asking.help_en, asking.example))
    assert named("ABONNÉS") == FIELDS["followers"]
    assert named("nowhere") is None


def test_every_signal_is_known_by_its_names() -> None:
    choices = FIELDS["signal"].choices
    kinds = set(names()) - {"sentiment"}  # which has a field of its own
    assert {choices.get(name) for name in kinds} == kinds
    assert all(value == fold(value) for value in choices.values())


def test_hosts_and_what_stands_above() -> None:
    assert host_of("HTTPS://user@www.Exemple.fr:80/a") == "exemple.fr"
    assert host_of("exemple") == ""
    assert domains("www.m.exemple.fr") == ("m.exemple.fr", "exemple.fr", "fr")
