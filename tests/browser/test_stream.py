"""The stream lives without moving under the eyes; search marks what was asked."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Desk
from browser.newsroom import announce, write
from desk.teams import Team
from house import House
from palabre.core.text import search_vector, tokenize
from palabre.store.migrate import Connection


@pytest.fixture
def source(house: House, courrier: Team) -> int:
    return house.source(courrier.workspace)


@pytest.fixture
def said(house: House, courrier: Team, source: int) -> dict[str, int]:
    return write(house, source, courrier.workspace)


def arrive(owner: Connection, house: House, team: Team, source: int, text: str) -> int:
    message = house.message(source, text)
    owner.execute(
        "UPDATE message SET search = %s::tsvector WHERE id = %s",
        (search_vector(None, None, tokenize(text)), message),
    )
    announce(owner, team.workspace, "messages", ids=[message], count=1, sources=[source], pending=1)
    return message


def followed(desk: Desk) -> Page:
    """Open the stream and let what comes come in by itself: the pointer stands on no row."""
    page = desk.open("stream", "analyst")
    page.locator("[data-follow]").click()
    page.mouse.move(5, 5)
    return page


def test_news_wait_behind_the_pill(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int, said: dict[str, int]
) -> None:
    page = desk.open("stream", "analyst")
    expect(page.locator(".line-row")).to_have_count(6)
    expect(page.locator(".curve canvas")).to_be_visible()
    new = arrive(owner, house, courrier, source, "Tout frais")
    expect(page.locator(".stream-fresh .pill")).to_contain_text("1 nouveau")
    expect(page.locator(f"#s-{new}")).to_have_count(0)
    page.keyboard.press("n")
    expect(page.locator(".line-row").first).to_have_attribute("id", f"s-{new}")


def test_followed_news_come_in_at_the_top_but_never_under_the_pointer(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int, said: dict[str, int]
) -> None:
    page = desk.open("stream", "analyst")
    page.locator("[data-follow]").click()
    new = arrive(owner, house, courrier, source, "Tout frais")
    expect(page.locator(".line-row").first).to_have_attribute("id", f"s-{new}")
    page.locator(".line-row").nth(1).hover()
    held = arrive(owner, house, courrier, source, "Encore plus frais")
    expect(page.locator(".stream-fresh .pill")).to_be_visible()
    expect(page.locator(f"#s-{held}")).to_have_count(0)
    page.mouse.move(5, 5)
    expect(page.locator(".line-row").first).to_have_attribute("id", f"s-{held}")


def test_news_pass_the_filters(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int, said: dict[str, int]
) -> None:
    page = desk.open("stream?q=robinet", "analyst")
    expect(page.locator("live-stream")).to_be_visible()
    arrive(owner, house, courrier, source, "Le marché du samedi")
    wanted = arrive(owner, house, courrier, source, "Le robinet goutte")
    expect(page.locator(".stream-fresh .pill")).to_contain_text("1 nouveau")
    page.locator(".stream-fresh .pill").click()
    expect(page.locator(".line-row")).to_have_count(1)
    expect(page.locator(f"#s-{wanted} mark")).to_have_text("robinet")


def test_a_burst_is_gathered_and_the_page_stays_bounded(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int
) -> None:
    page = followed(desk)
    for batch in range(6):
        ids = [house.message(source, f"Message {batch} {n}") for n in range(50)]
        announce(owner, courrier.workspace, "messages", ids=ids, count=50, sources=[source], pending=50)
    expect(page.locator(f"#s-{ids[-1]}")).to_be_attached()
    assert page.locator(".line-row").count() <= 200


def asked_for(page: Page) -> list[str]:
    """Return the addresses of rows that the page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/rows?" in request.url else None)
    return asked


def trusting(page: Page) -> Page:
    """Make the page wait for rows to be pushed, however long that takes: what it shows was pushed."""
    expect(page.locator("#live-state[data-state=on]")).to_be_attached()
    page.evaluate("Object.assign(document.querySelector('live-stream').news, { pushed: true, patience: 600_000 })")
    return page


def test_rows_come_pushed_and_are_not_asked_for(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int, said: dict[str, int]
) -> None:
    page = trusting(desk.open("stream", "analyst"))
    page.locator("[data-follow]").click()
    page.mouse.move(5, 5)
    asked = asked_for(page)
    for number in range(5):
        new = arrive(owner, house, courrier, source, f"Tout frais {number}")
        expect(page.locator(".line-row").first).to_have_attribute("id", f"s-{new}")
        expect(page.locator(f"#s-{new}")).to_have_count(1)
    assert asked == []
    assert page.evaluate("document.querySelector('live-stream').news.size") == 0


def test_rows_pushed_wait_behind_the_pill(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int, said: dict[str, int]
) -> None:
    page = trusting(desk.open("stream", "analyst"))
    asked = asked_for(page)
    new = [arrive(owner, house, courrier, source, f"Tout frais {number}") for number in range(3)]
    expect(page.locator(".stream-fresh .pill")).to_contain_text("3 nouveaux")
    expect(page.locator(f"#s-{new[0]}")).to_have_count(0)
    page.keyboard.press("n")
    expect(page.locator(".line-row").first).to_have_attribute("id", f"s-{new[-1]}")
    assert asked == []


def test_icons_of_rows_are_seen_where_colours_are_forced(desk: Desk, said: dict[str, int]) -> None:
    page = desk.open("stream", "analyst")
    page.emulate_media(forced_colors="active")
    seen = page.locator(".line-row .mask").first.evaluate(
        """(icon) => {
            const probe = Object.assign(document.createElement("p"), { textContent: "x" });
            document.body.append(probe);
            return [getComputedStyle(icon).backgroundColor, getComputedStyle(probe).color];
        }"""
    )
    assert seen[0] == seen[1]


WISH_FOR_NOWHERE = """
async () => {
  const { name } = performance.getEntriesByType("resource").find((one) => one.name.endsWith("/live.js"));
  const { live } = await import(name);
  document.body.dataset.pushed = "fr,Nowhere";
  live.source.close();
  live.connect();
  await new Promise((done) => live.source.addEventListener("open", done));
}
"""


def test_rows_that_are_not_pushed_are_asked_for(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int, said: dict[str, int]
) -> None:
    page = followed(desk)
    expect(page.locator("#live-state[data-state=on]")).to_be_attached()
    page.evaluate(WISH_FOR_NOWHERE)  # the desk refuses to draw for it
    asked = asked_for(page)
    for number in range(2):
        new = arrive(owner, house, courrier, source, f"Tout frais {number}")
        expect(page.locator(".line-row").first).to_have_attribute("id", f"s-{new}")
    page.evaluate("document.querySelector('live-stream').news.pushed = true")  # as if rows had come until now
    new = arrive(owner, house, courrier, source, "Attendu en vain")
    expect(page.locator(".line-row").first).to_have_attribute("id", f"s-{new}")
    assert len(asked) == 3
    assert page.evaluate("document.querySelector('live-stream').news.pushed") is False


def test_a_row_that_changed_before_it_came_is_asked_for_as_it_is_now(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int, said: dict[str, int]
) -> None:
    page = followed(desk)
    new = house.message(source, "Après correction")
    page.evaluate(
        """(id) => {
          const stream = document.querySelector("live-stream");
          stream.news.pushed = true;
          stream.heard([id]);
          stream.changed([String(id)]);
          const row = Object.assign(document.createElement("li"), { id: `s-${id}`, textContent: "Avant" });
          row.dataset.id = id;
          stream.arrive([row].filter(stream.news.come([id])));
        }""",
        new,
    )
    expect(page.locator(f"#s-{new}")).to_contain_text("Après correction")


def test_search_marks_words_and_counts_apart(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int
) -> None:
    page = desk.open("search", "analyst")
    expect(page.locator("#search-q")).to_be_focused()
    page.keyboard.type("robinet")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_contain_text("Rien trouvé")
    message = house.message(source, "x")
    owner.execute(
        "UPDATE message SET text = 'Le robinet goutte', search = %s::tsvector WHERE id = %s",
        (search_vector(None, None, tokenize("Le robinet goutte")), message),
    )
    page.locator("#search-period").select_option("all")
    expect(page.locator("#found mark")).to_have_text("robinet")
    expect(page.locator(".found-count")).to_have_text("1 message sur 1")


def test_a_mistake_is_told_under_the_field(desk: Desk) -> None:
    page = desk.open("search?q=NOT+eau", "analyst")
    expect(page.locator(".told-error")).to_be_visible()
