"""A lead keeps a search as a rule; the next message that answers it waits with its article and its words."""

from playwright.sync_api import expect

from browser.conftest import Desk
from browser.test_access import faults
from browser.test_topics import arrive, background
from browser.watching import write_month
from desk.teams import Team
from house import House
from palabre.store.migrate import Connection


def test_from_a_search_to_a_proposal(
    desk: Desk, house: House, owner: Connection, courrier: Team, database: str, axe: str
) -> None:
    source = house.source(courrier.workspace, name="Commentaires du site")
    write_month(house, source)
    owner.execute("SELECT nextval('message_number')")  # that month took its numbers without asking
    page = desk.open("search?q=robinet&period=all", "lead")
    keep = page.locator(".keep-rule")
    keep.get_by_text("En faire une règle").click()
    keep.get_by_label("Article que la règle propose").select_option("defamation")
    keep.get_by_role("button", name="Créer la règle").click()
    expect(page.locator("h1")).to_have_text("robinet")
    expect(page.locator(".topic-side")).to_contain_text("Accusations sans preuve")
    assert faults(page, axe) == []
    page.get_by_role("link", name="Modifier").click()
    page.locator("#id_query").fill('"marché truqué"')
    page.locator(".trial-periods button").first.click()
    expect(page.locator(".trial-count")).to_be_visible()
    assert faults(page, axe) == []
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.locator(".versions li")).to_have_count(2)
    with background(database):
        arrive(owner, courrier, source, "On nous cache tout : le marché truqué de la cantine, c’est lui")
        latest = page.locator("topic-latest .line-row")
        page.mouse.move(5, 5)
        expect(latest.first).to_contain_text("On nous cache", timeout=20_000)
        expect(latest.first.locator("mark.mark-rule").first).to_be_visible()
    page = desk.open("queue", "moderator")
    page.get_by_text("On nous cache").first.click()
    expect(page.locator(".pane .proposal")).to_contain_text("2.1 · Accusations sans preuve")
    expect(page.locator(".pane .ruled q")).to_have_text("marché truqué")
    assert faults(page, axe) == []
