"""An analyst brings a query from another tool, sees how it is read, tries it, saves it, and sees it live."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Desk
from browser.test_access import faults
from browser.watching import brandwatch, write_month
from desk.teams import Team
from house import House
from palabre.core.model import Delivery, Message
from palabre.pipeline.recount import Recounter
from palabre.pipeline.worker import Worker
from palabre.store import intake
from palabre.store.migrate import Connection


@pytest.fixture
def source(house: House, courrier: Team) -> int:
    return house.source(courrier.workspace, name="Commentaires du site")


@contextmanager
def background(database: str) -> Iterator[None]:
    """Run what works behind the desk: the worker, and the recounts of the collector's process."""

    def connect() -> psycopg.Connection[Any]:
        return psycopg.connect(database, autocommit=True)

    workers = Worker(connect), Recounter(connect)
    threads = [threading.Thread(target=worker.run) for worker in workers]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for worker in workers:
            worker.stop.set()
        for thread in threads:
            thread.join(20)


def write_query(page: Page, text: str) -> None:
    page.locator("#id_query").focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


def arrive(owner: Connection, team: Team, source: int, text: str) -> None:
    """Let a message come in as connectors bring it."""
    message = Message(id="frais", text=text, published=datetime.now(UTC), lang="fr")
    intake.commit(owner, workspace=team.workspace, source=source, delivery=Delivery(messages=(message,)))


def test_from_a_query_of_another_tool_to_live_matches(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int, database: str
) -> None:
    write_month(house, source)
    owner.execute("SELECT nextval('message_number')")  # that month took its numbers without asking
    pasted = brandwatch()
    assert len(pasted) >= 4_000
    page = desk.open("topics/add", "analyst")
    page.fill("#id_name", "Eau potable")
    write_query(page, pasted)
    page.locator(".foreign button").click()
    expect(page.locator(".losses")).to_contain_text("Traduite de Brandwatch")
    expect(page.locator(".query-told [data-usable]")).to_have_attribute("data-usable", "yes")
    expect(page.locator(".reading-sentence")).to_be_visible()
    page.locator(".trial-periods button").nth(1).click()
    expect(page.locator(".trial-count")).to_contain_text("sur 60")
    expect(page.locator("#trial .line-row mark").first).to_be_visible()
    expect(page.locator("#trial .bar-open")).to_have_count(1)
    assert owner.execute("SELECT count(*) FROM topic").fetchone() == (0,)
    with background(database):
        page.get_by_role("button", name="Enregistrer").click()
        expect(page.locator("h1")).to_contain_text("Eau potable")
        expect(page.locator("#recount")).to_contain_text("messages retenus sur 60", timeout=20_000)
        latest = page.locator("topic-latest .line-row")
        expect(latest.first).to_contain_text("rue du Moulin")
        page.mouse.move(5, 5)
        arrive(owner, courrier, source, "Eau potable coupée à Revel : encore une fuite d’eau au village")
        expect(latest.first).to_contain_text("coupée à Revel", timeout=20_000)
        expect(latest.first.locator("mark.mark-topic").first).to_contain_text("potable")
        marked = "".join(latest.first.locator("mark").all_text_contents())
        assert "Eau potable" in marked, "its first word may stand under the mark of a signal as well"


def test_fields_are_completed_by_the_keyboard_alone(desk: Desk, house: House, courrier: Team) -> None:
    house.topic(courrier.workspace, "Rocade Est", "rocade")
    page = desk.open("topics/add", "analyst")
    area, offers = page.locator("#id_query"), page.locator(".query-offers")
    area.click()
    page.keyboard.type("eau lan")
    expect(offers.get_by_role("option")).to_have_count(1)
    expect(area).to_have_attribute("aria-controls", "id_query-offers")
    page.keyboard.press("ArrowDown")
    expect(area).to_have_attribute("aria-activedescendant", "id_query-offers-0")
    page.keyboard.press("Enter")
    expect(area).to_have_value("eau lang:")
    page.keyboard.type("fr @query:roc")
    expect(offers.get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(area).to_have_value('eau lang:fr @query:"Rocade Est" ')
    page.keyboard.type("kind:art")
    expect(offers).to_be_visible()
    page.keyboard.press("Escape")
    expect(offers).to_be_hidden()
    page.keyboard.press("Control+z")
    page.keyboard.press("Enter")  # nothing was chosen: a line end, as in any textarea
    assert "\n" in area.input_value()


def test_mistakes_are_underlined_where_they_are_and_told(desk: Desk) -> None:
    page = desk.open("topics/add", "analyst")
    write_query(page, "😡 eau (panne OU retard")
    expect(page.locator(".query-lines mark.q-error")).to_have_text("(")
    expect(page.locator("#id_query")).to_have_attribute("aria-invalid", "true")
    page.locator(".told-go").first.click()
    assert (
        page.locator("#id_query").evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")
        == "("
    )
    boxes = [page.locator(one).bounding_box() for one in ("#id_query", ".query-paint")]
    assert boxes[0] == boxes[1], "the colours lie exactly under the letters"
    write_query(page, "eau")
    expect(page.locator(".query-lines mark")).to_have_count(0)


def test_a_search_becomes_a_topic_in_one_click(desk: Desk, house: House, source: int) -> None:
    write_month(house, source)
    page = desk.open("search?period=all", "analyst")
    page.locator("#search-q").click()
    page.keyboard.type('eau "du robinet" has:lin')
    page.keyboard.press("Escape")
    for _ in "has:lin ":
        page.keyboard.press("Backspace")
    page.keyboard.press("Enter")
    expect(page.locator("#found .line-row")).to_have_count(12)
    page.get_by_role("button", name="En faire un sujet").click()
    expect(page.locator("h1")).to_have_text("eau du robinet")


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_axe_finds_nothing_and_nothing_overflows(
    desk: Desk, axe: str, house: House, courrier: Team, source: int, look: str
) -> None:
    write_month(house, source)
    topic = house.topic(courrier.workspace, "Eau potable", "eau OR robinet")
    house.owner.execute(
        "UPDATE topic SET query = 'eau (potable OR robinet*)', folder = 'Services' WHERE id = %s", (topic,)
    )
    page = desk.open("topics/add", "analyst", phone=look == "phone", dark=look == "dark")
    write_query(page, "eau OU (robinet lan")
    expect(page.locator(".told-error").first).to_be_visible()
    page.keyboard.type("g")
    expect(page.locator(".query-offers")).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert faults(page, axe) == []
    write_query(page, "eau robinet")
    expect(page.locator("[data-usable='yes']")).to_be_visible()
    page.locator(".trial-periods button").first.click()
    expect(page.locator(".trial-count")).to_be_visible()
    assert faults(page, axe) == []
    for path in (f"topics/{topic}", "topics/", "topics/import", "search?q=eau&period=all"):
        page.goto(f"{desk.address}{courrier.url(path)}")
        expect(page.locator("#main")).to_be_visible()
        assert faults(page, axe) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_a_topic_is_found_among_many(desk: Desk, house: House, courrier: Team, axe: str) -> None:
    for number in range(9):
        house.topic(courrier.workspace, f"Sujet {number}", "tram")
    house.topic(courrier.workspace, "École de Saint-Fléon", "portail")
    page = desk.open("topics/", "analyst")
    page.keyboard.press("/")
    page.keyboard.type("ecole saint")
    expect(page.locator("tbody tr:visible")).to_have_count(1)
    expect(page.locator("tbody tr:visible")).to_contain_text("École de Saint-Fléon")
    assert faults(page, axe) == []
    page.keyboard.type(" zorglub")
    expect(page.get_by_text("Aucun sujet ne contient ces mots")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("tbody tr:visible")).to_have_count(10)
