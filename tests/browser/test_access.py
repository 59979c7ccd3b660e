"""Every page is usable by all: axe-core finds nothing, light and dark, wide and on a phone; texts stay texts."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Desk
from browser.newsroom import write
from desk.teams import Team
from house import House

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
EVIL = '<script>window.hurt=1</script><img src=x onerror="window.hurt=1">"><svg onload="window.hurt=1">'


@pytest.fixture
def source(house: House, courrier: Team) -> int:
    return house.source(courrier.workspace)


@pytest.fixture
def said(house: House, courrier: Team, source: int) -> dict[str, int]:
    return write(house, source, courrier.workspace)


#: Whether nothing fades or waits for its answer any more (a pulse that never ends is no fade).
SETTLED = """() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, [aria-busy=true]')
    && document.getAnimations().every((one) => one.playState !== 'running'
        || one.effect.getComputedTiming().endTime === Infinity)"""


def faults(page: Page, axe: str) -> list[str]:
    page.wait_for_function(SETTLED)  # in the middle of a fade, every contrast is too low
    page.evaluate(axe)
    options = json.dumps({"runOnly": RULES, "resultTypes": ["violations"]})
    found: list[dict[str, Any]] = page.evaluate(f"axe.run(document, {options}).then(r => r.violations)")
    return [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary'][-200:]}"
        for one in found
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
@pytest.mark.parametrize(
    "room",
    [
        "queue",
        "queue?tray=hold",
        "queue/decided",
        "stream",
        "search",
        "search?q=eau&period=all",
        "message",
        "author",
    ],
)
def test_axe_finds_nothing(desk: Desk, axe: str, said: dict[str, int], house: House, room: str, look: str) -> None:
    author = house.author(desk.team.workspace, key="ninon_31_bis")
    path = {"message": f"messages/{said['hate']}", "author": f"authors/{author}"}.get(room, room)
    page = desk.open(path, "owner", phone=look == "phone", dark=look == "dark")
    expect(page.locator("#main")).to_be_visible()
    page.wait_for_load_state("networkidle") if room != "queue" and room != "stream" else page.wait_for_timeout(300)
    assert faults(page, axe) == []


@pytest.mark.parametrize("path", ["/me/", "/accounts/2fa/", "/api/v1/docs"])
@pytest.mark.parametrize("phone", [False, True], ids=["wide", "phone"])
def test_axe_finds_nothing_outside_of_a_workspace(desk: Desk, axe: str, path: str, phone: bool) -> None:
    page = desk.open("stream", "owner", phone=phone)
    page.goto(f"{desk.address}{path}")
    expect(page.locator("main h1")).to_be_visible()
    assert faults(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("dialog", ["help", "palette", "remove"])
def test_axe_finds_nothing_in_dialogs(desk: Desk, axe: str, said: dict[str, int], dialog: str) -> None:
    page = desk.open("queue", "owner")
    expect(page.locator(".row-here")).to_be_visible()
    page.keyboard.press({"help": "?", "palette": "Control+k", "remove": "r"}[dialog])
    expect(page.locator("dialog[open]")).to_be_visible()
    assert faults(page, axe) == []


def test_axe_finds_nothing_in_the_filters(desk: Desk, axe: str, said: dict[str, int]) -> None:
    page = desk.open(
        "queue?signal=insult", "owner", views={str(desk.team.workspace): {"Insultes": "signal=insult"}}
    )
    expect(page.locator(".row-here")).to_be_visible()
    page.keyboard.press("f")
    expect(page.locator(".sieve select").first).to_be_focused()
    assert faults(page, axe) == []


@pytest.mark.parametrize("room", ["queue", "stream", "search?q=window&period=all", "message", "author"])
def test_whatever_people_write_stays_text(desk: Desk, house: House, courrier: Team, source: int, room: str) -> None:
    author = house.author(courrier.workspace, key="x", name=EVIL[:290], url="javascript:window.hurt=1")
    message = house.message(
        source, EVIL, title=EVIL, lead=EVIL, place=EVIL, site=EVIL[:290], author_id=author,
        url="javascript:window.hurt=1", external_id=EVIL, thread=EVIL,
        attachments=json.dumps([{"name": EVIL}]), raw=json.dumps({"x": EVIL}),
    )  # fmt: skip
    house.signal(message, "insult", evidence=json.dumps([{"start": 3, "end": 9, "why": EVIL}]))
    path = {"message": f"messages/{message}", "author": f"authors/{author}"}.get(room, room)
    page = desk.open(path, "owner")
    expect(page.locator("#main")).to_be_visible()
    if room == "message":
        page.locator(".raw summary").click()
        expect(page.locator(".raw-text")).to_be_visible()
    page.wait_for_timeout(200)
    assert page.evaluate("window.hurt") is None
    assert page.locator("#main img").count() == 0
    assert page.locator('#main a[href^="javascript"]').count() == 0


@pytest.mark.parametrize("phone", [False, True])
def test_extreme_texts_do_not_break_the_page(
    desk: Desk, house: House, courrier: Team, source: int, phone: bool
) -> None:
    texts = {
        "long": "Un très long message. " * 500,
        "word": "a" * 3_000,
        "arabic": "مرحبا بالجميع، الماء ملوث منذ الصباح " * 20,
        "emoji": "😡🔥🧨" * 400,
        "lines": "ligne\n" * 300,
    }
    author = house.author(courrier.workspace, key="n", name="N" * 80)
    made = {name: house.message(source, text, author_id=author, priority=50) for name, text in texts.items()}
    page = desk.open("queue", "owner", phone=phone)
    expect(page.locator(".rows > li")).to_have_count(5)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for message in made.values():
        page.goto(f"{desk.address}{courrier.url(f'messages/{message}')}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), message
        main = page.locator("#main")
        assert main.evaluate("element => element.scrollWidth <= element.clientWidth"), message
    page.goto(f"{desk.address}{courrier.url('messages/' + str(made['long']))}")
    height = page.locator(".said").evaluate("element => element.clientHeight")
    page.locator("[data-unfold]").click()
    assert page.locator(".said").evaluate("element => element.clientHeight") > height


def test_the_skip_link_comes_first(desk: Desk, said: dict[str, int]) -> None:
    page = desk.open("stream", "owner")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
