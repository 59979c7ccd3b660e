"""Feeds as they are written → messages."""

import json
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.contract import SourceError
from palabre.connectors.feed.clean_xml import MOST_ITEMS
from palabre.connectors.feed.decoding import decode_body
from palabre.connectors.feed.discovery import announced_feeds
from palabre.connectors.feed.parse import Reading, feed_language, host_name, messages_of, parse_feed
from palabre.connectors.shared.fitting import is_valid
from palabre.core.model import Author, Message, Reject

from .conftest import FIXTURES, NOW, item, rss

READING = Reading("article", "press", NOW)
ADDRESS = "https://lagrandemare.example/une.rss"


def found(body: str | bytes, content_type: str = "") -> list[Message | Reject]:
    raw = body.encode() if isinstance(body, str) else body
    return messages_of(parse_feed(raw, content_type, ADDRESS), READING)


def messages(body: str | bytes, content_type: str = "") -> list[Message]:
    return [one for one in found(body, content_type) if isinstance(one, Message)]


def fixture(name: str) -> list[Message]:
    return messages((FIXTURES / name).read_bytes())


def test_an_rss_feed_is_read_oldest_first() -> None:
    pool, works, brief = fixture("press.rss.xml")
    assert pool.title == "Piscine : l'eau à 24 °C dès lundi 🏊"
    assert pool.text == "Le conseil a voté 18 voix contre 4. Prix < 3 € pour les enfants."
    assert pool.url == "https://lagrandemare.example/2026/03/11/piscine"
    assert works.id == "lgm-20260312-0042"
    assert works.published == datetime(2026, 3, 12, 13, 5, tzinfo=UTC)
    assert works.text.splitlines()[-1] == "« Quatre depuis ce matin. »"
    assert "alert" not in works.text
    assert works.lead == "Les travaux dureront jusqu’en novembre\u00a0; les commerçants s’inquiètent."
    assert works.author == Author("lagrandemare.example/Maud Kerbrat", "Maud Kerbrat")
    assert works.site == "La Grande Mare – À la une" and works.lang == "fr"
    assert works.attachments[0].name == "deviation.jpg" and works.attachments[0].size == 81_244
    assert works.raw is not None and works.raw["tags"] == ["Transports"]
    assert (brief.id, brief.published) == ("https://lagrandemare.example/breves/7", NOW)


def test_a_comment_feed_keeps_who_answers_what() -> None:
    first, second = fixture("blog.atom.xml")
    assert first.text == "Merci pour ce bel article.\n\nMon père plantait les mêmes."
    assert second.parent == "tag:bocage.example,2026:post-12"
    assert second.author is not None and second.author.key == "https://bocage.example/u/nono_72"
    assert second.text == "Faute au 3e paragraphe : «\u00a0hais\u00a0» → «\u00a0haies\u00a0» 😉"


def test_a_google_alert_gives_the_real_page_and_its_site() -> None:
    (alert,) = fixture("alerts.atom.xml")
    assert alert.url == "https://www.echodugue.example/politique/maire-repond?id=12"
    assert alert.site == "echodugue.example"
    assert alert.title == "Le maire de la Grande Mare répond aux commerçants - L'Écho du Gué"


def test_a_json_feed_is_read() -> None:
    volunteers, tides = fixture("notes.json")
    assert volunteers.id == "41" and volunteers.text == "On cherche des bénévoles pour dimanche <3\nMerci !"
    assert tides.text == "Prévoyez large.\n\nsamedi : 16 h 40\ndimanche : 17 h 10"
    assert tides.published == datetime(2026, 3, 12, 7, 0, tzinfo=UTC)
    assert tides.attachments[0].url.endswith("marees.pdf")


def test_every_fixture_fits_the_model() -> None:
    for path in FIXTURES.iterdir():
        assert fixture(path.name) and all(is_valid(message) for message in fixture(path.name)), path.name


# --- as they are really written


def test_a_feed_that_is_not_xml_is_mended() -> None:
    broken = rss("<item><title>Été & hiver</title><description>Caf&eacute; <b>noir</description></item>")
    (message,) = messages(broken)
    assert message.title == "Été & hiver"
    assert message.text.startswith("Café noir")


def test_what_is_in_cdata_is_left_as_it_is() -> None:
    link = "<link><![CDATA[https://a.example/?b=1&c=2]]></link>"
    (message,) = messages(
        rss(f"<item><guid>a</guid><title><![CDATA[R&D &amp; Caf&eacute; <3]]></title>{link}</item>")
    )
    assert message.url == "https://a.example/?b=1&c=2"
    assert message.title == "R&D & Café <3"


def test_a_relative_identifier_does_not_depend_on_where_the_feed_is() -> None:
    body = rss(item(1)).encode()
    ids = [messages_of(parse_feed(body, "", at), READING)[0] for at in (ADDRESS, "https://ailleurs.example/x/f")]
    assert ids[0] == ids[1]


def test_a_feed_cut_short_gives_what_was_there() -> None:
    whole = rss(*[item(number) for number in range(5)])
    assert len(messages(whole[: whole.index("Texte 3")])) >= 3


@pytest.mark.parametrize(
    ("encoding", "declared", "content_type"),
    [
        ("utf-8", "utf-8", ""),
        ("latin-1", "iso-8859-1", "application/rss+xml"),
        ("latin-1", "", "application/rss+xml; charset=ISO-8859-1"),
        ("cp1252", "utf-8", "text/xml; charset=utf-8"),
        ("utf-8", "iso-8859-1", "text/xml; charset=iso-8859-1"),
        ("utf-16", "utf-16", ""),
        ("utf-8-sig", "x-inconnu", "text/xml; charset=x-inconnu"),
    ],
)
def test_a_wrong_charset_does_not_spoil_the_accents(encoding: str, declared: str, content_type: str) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else '<?xml version="1.0"?>'
    (message,) = messages((head + rss(item(1, "Déjà l’été"))).encode(encoding, "replace"), content_type)
    assert message.text in ("Déjà l’été", "Déjà l?été")


def test_bytes_that_are_no_text_are_replaced() -> None:
    assert decode_body(b"\xef\xbb\xbfa\xff") == "a�"
    assert decode_body(b"a\x81\xff") == "a��"


def test_items_without_identifier_are_the_same_at_each_reading() -> None:
    body = rss("<item><title>Sans rien</title></item>", "<item><title>Autre</title></item>")
    first, second = messages(body), messages(body)
    assert [message.id for message in first] == [message.id for message in second]
    assert len({message.id for message in first}) == 2


def test_an_item_that_says_nothing_is_set_aside() -> None:
    (reject,) = found(rss("<item><link>https://a.example/</link></item>"))
    assert isinstance(reject, Reject) and "ni titre ni texte" in reject.error


def test_the_same_guid_twice_in_a_document_is_one_message_the_newest() -> None:
    (message,) = messages(rss(item(1, "corrigé"), item(1, "premier")))
    assert message.text == "corrigé"


def test_a_date_of_next_year_is_a_mistake() -> None:
    late = "<item><guid>a</guid><title>a</title><pubDate>Mon, 01 Mar 2027 10:00:00 GMT</pubDate></item>"
    (message,) = messages(rss(late))
    assert message.published == NOW


def test_no_link_but_to_the_web() -> None:
    link = "<link>javascript:alert(1)</link>"
    enclosure = '<enclosure url="file:///etc/passwd" type="x"/>'
    (message,) = messages(rss(f"<item><guid>a</guid><title>a</title>{link}{enclosure}</item>"))
    assert message.url == "" and message.attachments == ()


@pytest.mark.parametrize(
    ("told", "lang"), [("fr-FR", "fr"), ("EN", "en"), ("pt_BR", "pt"), ("français", ""), ("", ""), ("x", "")]
)
def test_the_language_of_a_feed(told: str, lang: str) -> None:
    assert feed_language(told) == lang


def test_the_name_of_a_host() -> None:
    assert host_name("https://www.echo.example:8443/a") == "echo.example"


# --- attacks


LAUGHS = "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghi", "bcdefghij", strict=True))
BILLION_LAUGHS = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">{LAUGHS}]>
<rss version="2.0"><channel><title>&j;</title><item><title>&j;</title></item></channel></rss>"""

OUTSIDE = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><item><title>&x;</title></item></channel></rss>"""


@pytest.mark.parametrize("attack", [BILLION_LAUGHS, OUTSIDE])
def test_entities_are_refused(attack: str) -> None:
    with pytest.raises(SourceError) as caught:
        found(attack)
    assert caught.value.kind == "malformed" and "entités" in str(caught.value)


def test_a_doctype_without_entities_is_let_through() -> None:
    (message,) = messages('<!DOCTYPE rss SYSTEM "https://pirate.example/x.dtd">' + rss(item(1)))
    assert message.title == "Titre 1"


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"   ", b"bonjour", b"\0" * 100, b"<html><body>Une page</body></html>", b"{}", b'{"items": 3}'),
        *(b"[" * 100_000, b'{"items":' + b"[" * 100_000, b"<autre/>", b"<" * 100_000, b"%PDF-1.4", b"\xff\xfe"),
    ],
)
def test_what_is_no_feed_is_told(body: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        found(body)
    assert caught.value.kind == "malformed"


def test_only_so_many_items_are_read() -> None:
    assert (
        len(found("<rss version='2.0'><channel>" + "<item/>" * (MOST_ITEMS + 500) + "</channel></rss>"))
        == MOST_ITEMS
    )
    many = json.dumps({"version": "1", "items": [{"id": n, "content_text": "a"} for n in range(MOST_ITEMS + 5)]})
    assert len(found(many)) == MOST_ITEMS


@pytest.mark.parametrize(
    "body",
    [
        "<rss><channel><item " + "a='b' " * 100_000 + ">",
        rss("<item><title>a</title>" + "<x>a</x>" * 200_000 + "</item>"),
        rss("<item><title>" + "&" * 2_000_000 + "</title></item>"),
        "<rss><channel><item><title>" + "<![CDATA[" * 200_000,
    ],
)
def test_what_is_made_to_be_slow_is_cut_short(body: str) -> None:
    with suppress(SourceError):  # each takes minutes where nothing bounds it
        found(body)


def test_deep_nesting_is_survived() -> None:
    deep = rss("<item><title>a</title><description>" + "<b>" * 50_000 + "</description></item>")
    found(deep)


@given(st.sampled_from(sorted(path.name for path in FIXTURES.iterdir())), st.data())
def test_a_damaged_feed_is_an_error_or_a_part_of_it_never_a_crash(name: str, data: st.DataObject) -> None:
    raw = (FIXTURES / name).read_bytes()
    at = data.draw(st.integers(0, len(raw)))
    damaged = raw[:at] + data.draw(st.binary(max_size=12)) + raw[at + data.draw(st.integers(0, 40)) :]
    with suppress(SourceError):
        for one in found(damaged):
            assert isinstance(one, Reject) or is_valid(one)


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
NAMES = [
    "id",
    "url",
    "title",
    "content_html",
    "content_text",
    "author",
    "authors",
    "attachments",
    "tags",
    "summary",
]


@given(st.lists(st.dictionaries(st.sampled_from([*NAMES, "date_published"]), json_values), max_size=4))
def test_a_json_feed_may_hold_anything(items: list[dict[str, object]]) -> None:
    for one in found(json.dumps({"items": items, "title": 3, "language": []})):
        assert isinstance(one, Reject) or is_valid(one)


# --- the feed behind a page


PAGE = """<html><head><title>Le Phare</title>
<link rel="alternate" type="application/rss+xml" title="Tout" href="/feed.xml">
<link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" href="https://phare.example/atom">
<link rel="alternate" type="text/html" href="/en"><link rel="stylesheet" href="/a.css">
<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
<link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body></body></html>"""


def test_the_feeds_that_a_page_announces() -> None:
    assert announced_feeds(PAGE, "https://phare.example/une") == [
        "https://phare.example/feed.xml",
        "https://phare.example/atom",
    ]


@given(st.text())
def test_any_page_may_be_looked_at(page: str) -> None:
    announced_feeds(page, "https://phare.example/")


@pytest.mark.parametrize("place", range(0, 400, 23))
def test_bytes_that_trip_the_tolerant_parser_are_told_as_malformed(place: int) -> None:
    whole = (FIXTURES / "blog.atom.xml").read_bytes()
    broken = whole[:place] + b"\xed\xa0\x80" + whole[place:]
    try:
        parse_feed(broken, "application/atom+xml", "https://blog.example/feed")
    except SourceError as error:
        assert error.kind == "malformed"
