"""Correcting a signal in a real browser: one click in the queue, one to take it back; similar ones as one row."""

import pytest
from playwright.sync_api import expect

from browser.conftest import Desk
from browser.newsroom import write
from browser.test_access import faults
from desk.teams import Team
from house import House
from palabre.store.migrate import Connection


@pytest.fixture
def said(house: House, courrier: Team) -> dict[str, int]:
    return write(house, house.source(courrier.workspace), courrier.workspace)


def labels(owner: Connection) -> list[tuple[object, ...]]:
    return list(owner.execute("SELECT signal, value, undone_at IS NULL FROM label ORDER BY id"))


def test_not_so_in_one_click_and_back(desk: Desk, owner: Connection, said: dict[str, int]) -> None:
    page = desk.open("queue")
    heard = page.locator(".pane [data-heard]")
    heard.locator("button[data-is='0']").first.click()
    expect(heard.locator(".chip-contested")).to_be_visible()
    expect(heard.locator("[data-said]")).to_contain_text("est faux ici, dit")
    ((signal, value, stands),) = labels(owner)
    assert (value, stands) == (0.0, True)
    heard.get_by_role("button", name="Annuler").click()
    expect(heard.locator(".chip-contested")).to_have_count(0)
    assert labels(owner) == [(signal, 0.0, False)]


def test_a_missing_signal_is_added_by_its_name(desk: Desk, owner: Connection, said: dict[str, int]) -> None:
    page = desk.open("queue")
    page.locator(".heard-more summary").click()
    page.locator(".heard-more button[data-signal='lead']").click()
    expect(page.locator(".heard [data-said]")).to_contain_text("c’est bien cela")
    assert labels(owner) == [("lead", 1.0, True)]


def test_copies_are_one_row_and_the_next_takes_its_place(desk: Desk, house: House, courrier: Team) -> None:
    source = house.source(courrier.workspace, name="Site")
    first = house.message(source, "Contactez M. Henri, 4 %", priority=95)
    second = house.message(source, "Contactez M. Henri, 5 %", priority=95, near=first)
    page = desk.open("queue")
    expect(page.locator(f"#m-{first} .sign-alike")).to_have_text("1 semblable")
    expect(page.locator(f"#m-{second}")).to_have_count(0)
    page.keyboard.press("a")
    expect(page.locator(f"#m-{second}")).to_be_visible()


def test_the_histogram_says_what_another_threshold_would_change(
    desk: Desk, owner: Connection, house: House, courrier: Team, said: dict[str, int]
) -> None:
    page = desk.open("signals/of/insult", "owner")
    page.fill("[name=threshold]", "95")
    page.get_by_role("button", name="Voir ce que cela changerait").click()
    expect(page.locator(".banner-warning")).to_contain_text("95")
    page.get_by_role("button", name="Le prendre en compte dès 95").click()
    expect(page.locator(".banner, .toast, .messages").first).to_be_visible()
    assert owner.execute("SELECT signal, round(threshold::numeric, 2)::text FROM signal_threshold").fetchall() == [
        ("insult", "0.95")
    ]


@pytest.mark.parametrize("look", ["light", "phone"])
@pytest.mark.parametrize(
    "room", ["", "of/insult?threshold=50", "versions", "providers", "providers/add", "keys"], ids=str
)
def test_axe_finds_nothing_in_the_rooms_of_signals(
    desk: Desk, axe: str, said: dict[str, int], room: str, look: str
) -> None:
    page = desk.open(f"signals/{room}", "owner", phone=look == "phone", dark=look == "phone")
    expect(page.locator("#main")).to_be_visible()
    assert faults(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out"
