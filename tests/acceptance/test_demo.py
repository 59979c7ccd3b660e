"""The demo: somebody types one command, and finds a desk that lives."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from acceptance.browser import chromium, needs_chromium
from acceptance.newsroom import Person, first_link, newcomer
from fakes.palabre import Running, palabre_up, wait_for

pytestmark = needs_chromium

#: What is read at once: somebody may be hurt, or hurts.
DANGERS = {"harm", "care"}


@pytest.fixture(scope="module")
def palabre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with palabre_up(tmp_path_factory.mktemp("demo") / "home", "demo") as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def visitor(palabre: Running, browser: Browser) -> Iterator[Person]:
    """Somebody who followed the printed link, and landed in the demo's workspace."""
    visitor = newcomer(browser, palabre)
    visitor.page.goto(first_link(palabre))
    assert visitor.page.input_value("[name=name]")  # who one is here, is already known
    visitor.page.get_by_role("button", name="Choisir un mot de passe plus tard").click()
    visitor.page.wait_for_url("**/w/**")
    visitor.slug = visitor.page.url.split("/w/")[1].split("/")[0]
    wait_for(lambda: history(palabre) > 300, 60)  # the two days before are taken in
    yield visitor
    assert visitor.witness.troubles == []


def history(palabre: Running) -> int:
    with palabre.connect() as owner:
        row = owner.execute("SELECT count(*) FROM message").fetchone()
    assert row is not None
    return int(row[0])


def test_the_queue_is_full_of_messages_that_the_machine_has_read(visitor: Person) -> None:
    visitor.go("queue")
    rows = visitor.page.locator("#rows .row")
    assert rows.count() >= 30
    expect(visitor.page.locator(".pane .said")).to_be_visible()
    assert visitor.page.locator("#rows .sign").count() >= 15
    expect(visitor.page.locator(".pane .chip").first).to_be_visible()
    expect(visitor.page.locator(".pane mark").first).to_be_visible()  # what the machine saw, where it stands
    rows.and_(
        visitor.page.locator("[data-family='harm']")
    ).first.click()  # who is in distress is proposed for nothing
    expect(visitor.page.locator(".proposal")).to_be_visible()


def test_danger_comes_first(visitor: Person) -> None:
    visitor.go("queue")
    rows = visitor.page.locator("#rows .row")
    told = rows.evaluate_all("rows => rows.map((row) => [Number(row.dataset.priority), row.dataset.family])")
    priorities = [priority for priority, _ in told]
    assert priorities == sorted(priorities, reverse=True)
    assert priorities[0] >= 70
    assert {family for _, family in told[:5]} <= DANGERS


def test_messages_arrive_by_themselves(visitor: Person) -> None:
    visitor.follow_stream()
    newest = int(visitor.page.locator("#lines > li").first.get_attribute("data-id") or 0)
    fresh = "(before) => Number(document.querySelector('#lines > li').dataset.id) > before"
    visitor.page.wait_for_function(fresh, arg=newest, timeout=60_000)  # the demo is never silent for 25 s
    assert visitor.never_reloaded


@pytest.mark.parametrize("room", ["topics/", "sources/", "settings/", "settings/audit/", "search?q=eau&period=all"])
def test_every_room_has_something_to_show(visitor: Person, room: str) -> None:
    visitor.go(room)
    expect(visitor.page.locator("main table tbody tr, main .line-row").first).to_be_visible()
    expect(visitor.page.locator(".empty")).to_have_count(0)
