"""The connector against a real web server: each status, each bound, the pace, the politeness."""

import os
from dataclasses import replace

import pytest

from fakes.nginx import Nginx
from palabre.connectors.contract import SourceError
from palabre.connectors.feed import FeedConnector, client

from .conftest import FIXTURES, NOW, collected, item, job, read, rss

pytestmark = pytest.mark.debian


async def refusal(connector: FeedConnector, address: str, cursor: dict[str, object] | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        await collected(connector, job(address, cursor))
    return caught.value


# --- reading again


async def test_a_feed_is_read_then_left_alone_until_it_changes(server: Nginx, connector: FeedConnector) -> None:
    address = server.put("f.xml", rss(item(1), item(2)))
    texts, cursor = await read(connector, job(address))
    assert texts == ["Texte 1", "Texte 2"] and cursor["next_in"] == 1_800

    texts, cursor = await read(connector, job(address, cursor))
    assert texts == [] and cursor["next_in"] == 2_700
    assert server.seen()[-1].startswith("304 /f.xml")

    server.put("f.xml", rss(item(3), item(1), item(2)))
    os.utime(server.site / "f.xml", (2_000_000_000, 2_000_000_000))
    texts, cursor = await read(connector, job(address, cursor))
    assert texts == ["Texte 3"]
    assert server.seen()[-1].startswith("200 /f.xml")


async def test_the_etag_and_the_date_are_sent_back(server: Nginx, connector: FeedConnector) -> None:
    _, cursor = await read(connector, job(server.address("/press.xml")))
    await read(connector, job(server.address("/press.xml"), cursor))
    _, _, etag, since = server.seen()[-1].split("|")
    assert cursor["etag"] in etag.replace("\\x22", '"') and since == cursor["modified"]


async def test_without_etag_the_same_bytes_are_recognised(server: Nginx, connector: FeedConnector) -> None:
    address = server.put("no-etag/f.xml", rss(item(1)))
    _, cursor = await read(connector, job(address))
    texts, cursor = await read(connector, job(address, cursor))
    assert texts == [] and cursor["next_in"] == 2_700
    assert server.seen()[-1].startswith("200 /no-etag/f.xml")


async def test_an_edited_item_is_handed_over_again(server: Nginx, connector: FeedConnector) -> None:
    address = server.put("no-etag/f.xml", rss(item(1), item(2)))
    first = await collected(connector, job(address))
    server.put("no-etag/f.xml", rss(item(1, "Texte corrigé"), item(2)))
    again = await collected(connector, job(address, first[-1].cursor))
    (message,) = [message for delivery in again for message in delivery.messages]
    assert (message.id, message.text) == ("n1", "Texte corrigé")


async def test_an_item_that_left_the_feed_is_not_a_deletion(server: Nginx, connector: FeedConnector) -> None:
    address = server.put("no-etag/f.xml", rss(item(1), item(2)))
    _, cursor = await read(connector, job(address))
    server.put("no-etag/f.xml", rss(item(2), item(3)))
    deliveries = await collected(connector, job(address, cursor))
    assert not any(delivery.events for delivery in deliveries)
    server.put("no-etag/f.xml", rss(item(1), item(2), item(3)))
    texts, _ = await read(connector, job(address, deliveries[-1].cursor))
    assert texts == []


async def test_killed_between_two_deliveries_nothing_is_lost(
    server: Nginx, connector: FeedConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_MOST_MESSAGES", 2)
    address = server.put("f.xml", rss(*[item(number) for number in range(7)]))
    committed, cursor = [], {}
    for _ in range(10):
        async for delivery in connector.collect(job(address, cursor)):
            committed += [message.id for message in delivery.messages]
            cursor = dict(delivery.cursor or cursor)
            if delivery.messages:
                break  # killed just after this delivery was committed
    assert sorted(committed) == [f"n{number}" for number in range(7)]


# --- statuses


async def test_a_permanent_move_is_remembered(server: Nginx, connector: FeedConnector) -> None:
    texts, cursor = await read(connector, job(server.address("/moved.xml")))
    assert len(texts) == 3 and cursor["address"] == server.address("/press.xml")
    await read(connector, job(server.address("/moved.xml"), cursor))
    assert sum("/moved.xml" in line for line in server.seen()) == 1


async def test_a_temporary_move_is_not(server: Nginx, connector: FeedConnector) -> None:
    texts, cursor = await read(connector, job(server.address("/elsewhere.xml")))
    assert len(texts) == 3 and "address" not in cursor


async def test_a_move_to_nowhere_goes_back_to_the_address_that_was_given(
    server: Nginx, connector: FeedConnector
) -> None:
    given = server.address("/moved.xml")
    _, cursor = await read(connector, job(given))
    (server.site / "press.xml").unlink()
    deliveries = connector.collect(job(given, cursor))
    first = await anext(deliveries)
    assert first.cursor is not None and "address" not in first.cursor
    with pytest.raises(SourceError):
        await anext(deliveries)


@pytest.mark.parametrize(
    ("path", "kind", "wait"),
    [
        ("/absent.xml", "gone", None),
        ("/gone", "gone", None),
        ("/busy-seconds", "throttled", 120.0),
        ("/busy-date", "throttled", 600.0),
        ("/too-fast", "throttled", 900.0),
        ("/failing", "temporary", None),
    ],
)
async def test_a_refusal_says_what_and_when(
    server: Nginx, connector: FeedConnector, path: str, kind: str, wait: float | None
) -> None:
    error = await refusal(connector, server.address(path))
    assert (error.kind, error.retry_after) == (kind, wait)


# --- bounds and attacks


async def test_a_feed_over_the_bound_is_refused(
    server: Nginx, connector: FeedConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "FEED_BOUNDS", replace(client.FEED_BOUNDS, bytes=1_000))
    assert (await refusal(connector, server.put("f.xml", rss(item(1, "a" * 2_000))))).kind == "too_large"


async def test_a_feed_that_takes_for_ever_is_left(
    server: Nginx, connector: FeedConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "FEED_BOUNDS", replace(client.FEED_BOUNDS, seconds=0.5))
    address = server.put("slow/f.xml", rss(item(1, "a" * 100_000)))
    assert (await refusal(connector, address)).kind == "temporary"


async def test_what_is_not_a_feed_is_told(server: Nginx, connector: FeedConnector) -> None:
    assert (await refusal(connector, server.put("a.html", "<html>bonjour</html>"))).kind == "malformed"
    laughs = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + rss("<item><title>&b;</title></item>")
    assert (await refusal(connector, server.put("laughs.xml", laughs))).kind == "malformed"


async def test_latin_1_by_its_header_only(server: Nginx, connector: FeedConnector) -> None:
    address = server.put("latin", rss(item(1, "Déjà")).encode("latin-1"))
    texts, _ = await read(connector, job(address))
    assert texts == ["Déjà"]


async def test_loopback_is_refused_unless_allowed(server: Nginx, connector: FeedConnector) -> None:
    for value in (False, "true", 1, None):
        with pytest.raises(SourceError) as caught:
            await collected(connector, job(server.address("/press.xml"), allow_private=value))
        assert caught.value.kind == "refused"
    assert server.seen() == []


# --- politeness


async def test_robots_txt_is_obeyed_and_remembered(server: Nginx, connector: FeedConnector) -> None:
    server.put("robots.txt", "User-agent: *\nDisallow: /private/\n")
    address = server.put("private/f.xml", rss(item(1)))
    assert (await refusal(connector, address)).kind == "forbidden_by_robots"
    _, cursor = await read(connector, job(server.address("/press.xml")))
    await read(connector, job(server.address("/press.xml"), cursor))
    assert sum("/robots.txt" in line for line in server.seen()) == 2  # the refusal left no cursor
    assert not any("/private/f.xml" in line for line in server.seen())


async def test_a_redirect_is_no_way_around_robots_txt(server: Nginx, connector: FeedConnector) -> None:
    server.put("robots.txt", "User-agent: palabre\nDisallow: /press.xml\n")
    assert (await refusal(connector, server.address("/elsewhere.xml"))).kind == "forbidden_by_robots"


async def test_sites_are_told_whom_to_reach(server: Nginx, connector: FeedConnector) -> None:
    await read(connector, job(server.address("/press.xml"), contact="veille@lagrandemare.example"))
    assert all("(+veille@lagrandemare.example)" in line for line in server.seen())


# --- articles


ARTICLE = "".join(
    f"<p>Paragraphe {number} : les travaux de la déviation avancent, assure la mairie, et le pont rouvrira.</p>"
    for number in range(8)
)
PAGE = (
    f"<html><head><title>T</title></head><body><nav>Menu</nav><article><h1>T</h1>{ARTICLE}</article></body></html>"
)


async def test_the_whole_text_of_articles(server: Nginx, connector: FeedConnector) -> None:
    server.put("a.html", PAGE)
    address = server.put("f.xml", rss(item(1, "Résumé", server.address("/a.html"))))
    deliveries = await collected(connector, job(address, articles=True))
    (message,) = [message for delivery in deliveries for message in delivery.messages]
    assert "Paragraphe 7" in message.text and "Menu" not in message.text
    assert message.lead == "Résumé"
    assert deliveries[-1].cursor is not None
    texts, _ = await read(connector, job(address, deliveries[-1].cursor, articles=True))
    assert texts == [] and sum("/a.html" in line for line in server.seen()) == 1


async def test_an_article_that_cannot_be_read_keeps_its_summary_and_says_why(
    server: Nginx, connector: FeedConnector
) -> None:
    server.put("robots.txt", "User-agent: *\nDisallow: /private/\n")
    server.put("private/a.html", PAGE)
    server.put("short.html", "<html><body><p>Abonnez-vous.</p></body></html>")
    pages = ["/private/a.html", "/absent.html", "/short.html", "/gone"]
    items = [item(number, f"Résumé {number}", server.address(page)) for number, page in enumerate(pages)]
    deliveries = await collected(connector, job(server.put("f.xml", rss(*items)), articles=True))
    messages = [message for delivery in deliveries for message in delivery.messages]
    assert [message.text for message in messages] == [f"Résumé {number}" for number in range(4)]
    assert all(message.raw is not None and message.raw["article"] for message in messages)
    assert "robots.txt" in (messages[0].raw or {})["article"]


async def test_a_long_feed_of_articles_is_read_in_several_goes(
    server: Nginx, connector: FeedConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "ARTICLES_A_RUN", 3)
    address = server.put("f.xml", rss(*[item(n, link=server.address(f"/{n}.html")) for n in range(5)]))
    texts, cursor = await read(connector, job(address, articles=True))
    assert len(texts) == 3 and cursor["next_in"] == 600
    texts, cursor = await read(connector, job(address, cursor, articles=True))
    assert len(texts) == 2
    texts, cursor = await read(connector, job(address, cursor, articles=True))
    assert texts == [] and server.seen()[-1].startswith("304")


# --- testing the connection


async def test_a_check_shows_the_latest_titles(server: Nginx, connector: FeedConnector) -> None:
    check = await connector.check(job(server.address("/press.xml")))
    assert check.ok and "3 messages" in check.message_fr and "3 messages" in check.message_en
    assert check.sample[0] == "Sans identifiant ni date"


async def test_a_check_of_a_page_offers_its_feed(server: Nginx, connector: FeedConnector) -> None:
    page = '<html><head><link rel="alternate" type="application/rss+xml" href="/press.xml"></head></html>'
    check = await connector.check(job(server.put("index.html", page)))
    assert not check.ok and check.found == {"address": server.address("/press.xml")}


async def test_a_check_says_what_is_wrong_in_both_languages(server: Nginx, connector: FeedConnector) -> None:
    check = await connector.check(job(server.address("/gone")))
    assert not check.ok and "supprimé" in check.message_fr and "removed" in check.message_en
    assert not (await connector.check(job(server.put("a.html", "<html></html>")))).ok
    assert not (await connector.check(job("ftp://exemple.fr"))).ok


def test_fixtures_are_served(server: Nginx) -> None:
    assert {path.name.partition(".")[0] for path in FIXTURES.iterdir()} <= {
        path.stem for path in server.site.iterdir()
    }
    assert NOW.tzinfo is not None
