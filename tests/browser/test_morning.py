"""A moderator's morning, in a real browser."""

import re
from time import monotonic, sleep

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Desk
from browser.newsroom import announce, state, write
from desk.teams import Team
from house import House
from palabre.store.migrate import Connection


@pytest.fixture
def source(house: House, courrier: Team) -> int:
    return house.source(courrier.workspace)


@pytest.fixture
def said(house: House, courrier: Team, source: int) -> dict[str, int]:
    return write(house, source, courrier.workspace)


def here(page: Page, message: int) -> None:
    """Expect that message to be open, in the list and beside it."""
    expect(page.locator(f"#m-{message}.row-here")).to_be_visible()
    expect(page.locator(f'.pane[data-id="{message}"]')).to_be_visible()


def settled(owner: Connection, message: int, wanted: str) -> None:
    """Expect the database to hold that decision soon."""
    deadline = monotonic() + 10
    while state(owner, message) != wanted:
        assert monotonic() < deadline, f"{state(owner, message)} instead of {wanted}"
        sleep(0.02)


def taken(owner: Connection, message: int) -> None:
    """Expect somebody to have that message open soon, as their page asks once it is there."""
    deadline = monotonic() + 10
    while owner.execute("SELECT count(*) FROM claim WHERE message_id = %s", (message,)).fetchone() != (1,):
        assert monotonic() < deadline, "nobody has it"
        sleep(0.02)


def test_a_morning_by_keyboard_alone(desk: Desk, owner: Connection, said: dict[str, int]) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    expect(page.locator(".said mark").first).to_have_text("Toujours les mêmes")
    page.keyboard.press("r")
    expect(page.locator("#verdict")).to_be_visible()
    page.keyboard.press("Enter")  # the proposed article has the focus
    here(page, said["insult"])
    settled(owner, said["hate"], "remove")
    expect(page.locator("undo-bar")).to_contain_text("Retiré (1.2)")
    page.keyboard.press("r")
    page.keyboard.press("4")
    here(page, said["help"])
    settled(owner, said["insult"], "remove")
    page.keyboard.press("h")
    here(page, said["witness"])
    settled(owner, said["help"], "hold")
    page.keyboard.press("j")
    here(page, said["plain"])
    page.keyboard.press("k")
    here(page, said["witness"])
    page.keyboard.press("a")
    here(page, said["plain"])
    settled(owner, said["witness"], "approve")
    expect(page.locator('[data-waiting="pending"]')).to_have_text("2")
    page.keyboard.press("u")
    here(page, said["witness"])
    settled(owner, said["witness"], "pending")
    reasons = owner.execute("SELECT reason FROM decision WHERE action = 'remove' ORDER BY id").fetchall()
    assert reasons == [("discrimination",), ("insult",)]


def test_the_queue_ends_with_a_word(desk: Desk, owner: Connection, said: dict[str, int]) -> None:
    page = desk.open("queue")
    for message in said.values():
        here(page, message)
        page.keyboard.press("a")
    expect(page.locator("#q-none")).to_contain_text("Tout est traité")
    settled(owner, said["last"], "approve")
    page.keyboard.press("u")
    here(page, said["last"])


def test_undo_by_the_bar_and_its_time_stands_still_under_the_pointer(
    desk: Desk, owner: Connection, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    page.locator('.pane-acts [data-act="approve"]').click()
    bar = page.locator("undo-bar")
    expect(bar).to_contain_text("Publié")
    bar.locator("button").click()
    here(page, said["hate"])
    settled(owner, said["hate"], "pending")
    expect(bar).to_be_hidden()
    expect(page.locator(".row-here")).to_have_count(1)


def test_two_moderators_never_get_the_same_message(desk: Desk, owner: Connection, said: dict[str, int]) -> None:
    first = desk.open("queue", "moderator")
    here(first, said["hate"])
    taken(owner, said["hate"])
    second = desk.open("queue", "lead")
    here(second, said["insult"])
    expect(second.locator(f"#m-{said['hate']}")).to_contain_text("Moderator Courrier l’a ouvert")
    expect(first.locator(f"#m-{said['insult']}")).to_contain_text("Lead Courrier l’a ouvert")
    second.locator(f"#m-{said['hate']} a").click()  # reading is allowed, deciding is not
    expect(second.locator("[data-banner]")).to_contain_text("Moderator Courrier")
    expect(second.locator('.pane-acts [data-act="approve"]')).to_be_disabled()
    first.keyboard.press("a")
    settled(owner, said["hate"], "approve")
    expect(second.locator("[data-banner]")).to_contain_text("vient de traiter")
    second.keyboard.press("j")
    expect(second.locator(f"#m-{said['hate']}")).to_have_count(0)


def test_what_a_colleague_decides_leaves_the_list(desk: Desk, owner: Connection, said: dict[str, int]) -> None:
    first = desk.open("queue", "moderator")
    here(first, said["hate"])
    taken(owner, said["hate"])
    second = desk.open("queue", "lead")
    here(second, said["insult"])
    first.keyboard.press("a")
    expect(second.locator(f"#m-{said['hate']}")).to_have_count(0)
    expect(second.locator('[data-waiting="pending"]')).to_have_text("5")
    here(second, said["insult"])


def test_new_messages_wait_behind_the_pill_and_nothing_moves(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    page.keyboard.press("j")
    here(page, said["insult"])
    before = page.locator(f"#m-{said['insult']}").bounding_box()
    new = [house.message(source, f"Nouveau {n}", priority=99 - n) for n in range(2)]
    announce(owner, courrier.workspace, "messages", ids=new, count=2, sources=[source], pending=2)
    pill = page.locator(".q-fresh .pill")
    expect(pill).to_contain_text("2 nouveaux")
    assert page.locator(f"#m-{said['insult']}").bounding_box() == before
    expect(page.locator(f"#m-{new[0]}")).to_have_count(0)
    page.keyboard.press("n")
    expect(page.locator(f"#m-{new[0]}")).to_be_attached()
    expect(pill).to_be_hidden()
    order = page.locator(".rows > li").evaluate_all("rows => rows.map(row => Number(row.dataset.id))")
    assert order[:3] == [*new, said["hate"]]
    here(page, said["insult"])


def test_the_open_row_stays_in_its_place_when_rows_come_above_it(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int
) -> None:
    for n in range(40):
        house.message(source, f"Message {n}", priority=50)
    page = desk.open("queue")
    expect(page.locator(".row-here")).to_be_visible()
    for _ in range(20):
        page.keyboard.press("j")
    row = page.locator(".row-here")
    id = row.get_attribute("id")
    before = row.bounding_box()
    new = [house.message(source, f"Pressant {n}", priority=90) for n in range(8)]
    announce(owner, courrier.workspace, "messages", ids=new, count=8, sources=[source], pending=8)
    expect(page.locator(".q-fresh .pill")).to_be_visible()
    page.keyboard.press("n")
    expect(page.locator(f"#m-{new[-1]}")).to_be_attached()
    after = page.locator(f"#{id}").bounding_box()
    assert before and after and abs(before["y"] - after["y"]) <= 1


def test_similar_messages_in_one_go(desk: Desk, house: House, owner: Connection, source: int) -> None:
    first = house.message(source, "Gagnez 500 euros sur WhatsApp", priority=80, article="fraud", proposed="remove")
    copies = [house.message(source, "Gagnez 500 euros sur WhatsApp !", near=first, priority=70) for _ in range(3)]
    other = house.message(source, "Bonjour", priority=1)
    page = desk.open("queue")
    here(page, first)
    page.keyboard.press("s")
    expect(page.locator("#verdict-title")).to_have_text("Traiter 4 messages semblables")
    page.keyboard.press("Enter")
    here(page, other)
    expect(page.locator("undo-bar")).to_contain_text("4 messages retirés (3.1)")
    expect(page.locator(".rows > li")).to_have_count(1)
    for message in (first, *copies):
        settled(owner, message, "remove")
    page.keyboard.press("u")
    expect(page.locator(".rows > li")).to_have_count(2)  # the four stand as one row again
    for message in (first, *copies):
        settled(owner, message, "pending")


def test_without_an_answer_the_message_comes_back(desk: Desk, said: dict[str, int]) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    page.route("**/decide", lambda route: route.abort())
    page.keyboard.press("a")
    expect(page.locator("#toasts")).to_contain_text("Rien n’a été changé")
    expect(page.locator(f"#m-{said['hate']}")).to_be_visible()
    here(page, said["insult"])  # what one reads by now stays
    page.get_by_role("button", name="L’ouvrir").click()
    here(page, said["hate"])
    desk.errors.clear()  # the browser tells of the call that we broke


def test_keys_do_nothing_while_one_writes(desk: Desk, owner: Connection, said: dict[str, int]) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    page.keyboard.press("r")
    page.locator("#verdict textarea").click()
    page.keyboard.type("arhju 1 vu avec Jeanne")
    expect(page.locator("#verdict")).to_be_visible()
    page.locator('#verdict [data-reason="insult"]').click()
    settled(owner, said["hate"], "remove")
    assert owner.execute("SELECT note FROM decision").fetchone() == ("arhju 1 vu avec Jeanne",)


def test_keys_follow_the_persons_choice(desk: Desk, said: dict[str, int]) -> None:
    page = desk.open("queue", shortcuts={"keys": {"next": "x"}})
    here(page, said["hate"])
    page.keyboard.press("j")
    page.keyboard.press("x")
    here(page, said["insult"])
    expect(page.locator('.pane-acts kbd[data-key="approve"]')).to_have_text("A")


def test_keys_can_be_off_and_the_palette_remains(desk: Desk, said: dict[str, int]) -> None:
    page = desk.open("queue", shortcuts={"off": True})
    here(page, said["hate"])
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("Control+k")
    page.keyboard.type("suivant")
    page.keyboard.press("Enter")
    here(page, said["insult"])
    expect(page.locator('.pane-acts kbd[data-key="approve"]')).to_be_hidden()


def test_the_palette_and_the_letters_lead_everywhere(desk: Desk, said: dict[str, int]) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    page.keyboard.press("?")
    expect(page.locator("#help")).to_contain_text("Message suivant")
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url(re.compile("/stream$"))
    page.keyboard.press("Control+k")
    page.keyboard.type("reglages")
    expect(page.locator('#palette [aria-selected="true"]')).to_contain_text("Réglages")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/settings/"))
    page.goto(page.url.replace("/settings/", "/queue"))
    here(page, said["hate"])
    page.keyboard.press("o")
    page.wait_for_url(re.compile(r"/messages/\d+$"))


def test_harsh_texts_are_blurred_for_those_who_chose_so(desk: Desk, said: dict[str, int]) -> None:
    page = desk.open("queue", blur_harsh=True)
    here(page, said["hate"])
    text = page.locator(".said.harsh")
    row = page.locator(".row-here .row-text")
    for shown in (text, row):
        expect(shown).to_have_css("filter", "blur(6px)")
    page.keyboard.press("b")
    for shown in (text, row):
        expect(shown).to_have_css("filter", "none")


def test_a_page_that_fell_behind_asks_to_be_reloaded(
    desk: Desk, owner: Connection, courrier: Team, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    script = page.locator("script[src*='queue.js']").get_attribute("src")
    assert script
    page.evaluate(f"import('{script.replace('queue.js', 'live.js')}').then(({{ live }}) => live.late())")
    expect(page.locator("#toasts")).to_contain_text("La page a pris du retard")


def test_an_edit_at_the_source_is_drawn_in_the_open_pane(
    desk: Desk, owner: Connection, courrier: Team, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    owner.execute("UPDATE message SET text = 'Texte corrigé', revision = 2 WHERE id = %s", (said["hate"],))
    announce(owner, courrier.workspace, "changed", ids=[said["hate"]])
    expect(page.locator(".pane .said")).to_have_text("Texte corrigé")
    expect(page.locator("[data-banner]")).to_contain_text("vient d’être modifié")


def test_on_a_phone_one_pane_at_a_time(desk: Desk, owner: Connection, said: dict[str, int]) -> None:
    page = desk.open("queue", phone=True)
    expect(page.locator("#pane")).to_be_hidden()
    page.locator(f"#m-{said['insult']} a").tap()
    expect(page.locator(f'.pane[data-id="{said["insult"]}"]')).to_be_visible()
    expect(page.locator(".q-list")).to_be_hidden()
    page.locator('.pane-acts [data-act="approve"]').tap()
    settled(owner, said["insult"], "approve")
    expect(page.locator(f'.pane[data-id="{said["help"]}"]')).to_be_visible()
    page.locator('[data-act="back"]').tap()
    expect(page.locator(".q-list")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_deciding_on_the_messages_page(desk: Desk, owner: Connection, said: dict[str, int]) -> None:
    page = desk.open(f"messages/{said['insult']}")
    page.keyboard.press("r")
    page.keyboard.press("4")
    expect(page.locator(".log")).to_contain_text("1.4 · Insultes")
    page.wait_for_load_state()  # drawn afresh
    page.keyboard.press("u")
    expect(page.locator(".log")).to_contain_text("annulé")
    settled(owner, said["insult"], "pending")


def test_filtered_the_queue_shows_and_hears_of_what_passes_alone(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    page.keyboard.press("f")
    page.locator(".sieve select[name=signal]").select_option("insult")
    page.locator(".sieve-form button").click()
    here(page, said["insult"])
    expect(page.locator("#rows .row")).to_have_count(1)
    expect(page.locator("[data-passing]")).to_have_text("1 sur 6")
    calm, rude = house.message(source, "Bonne soirée", priority=2), house.message(source, "Clown !", priority=50)
    house.signal(rude, "insult", 0.9)
    announce(owner, courrier.workspace, "messages", ids=[calm, rude], count=2, pending=2)
    expect(page.locator("[data-fresh]")).to_have_text("1 nouveau")
    page.keyboard.press("n")
    expect(page.locator("#rows .row")).to_have_count(2)
    expect(page.locator("[data-passing]")).to_have_text("2 sur 7")
    page.keyboard.press("f")
    page.locator(".sieve-keep input[name=name]").fill("Insultes")
    with page.expect_navigation():  # to the address where it stands already: leaving at once would cut the call off
        page.keyboard.press("Enter")
    page.goto(page.url.split("?")[0])
    here(page, said["hate"])
    page.keyboard.press("Control+k")
    page.keyboard.type("insultes")
    expect(page.locator('#palette [aria-selected="true"]')).to_contain_text("Insultes")
    page.keyboard.press("Enter")
    here(page, said["insult"])


def test_a_decision_is_taken_back_long_after(desk: Desk, owner: Connection, said: dict[str, int]) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    page.keyboard.press("a")
    here(page, said["insult"])
    settled(owner, said["hate"], "approve")
    page.keyboard.press("w")
    expect(page.locator("details.why")).to_have_attribute("open", "")
    page.keyboard.press("d")
    page.wait_for_url(re.compile("/queue/decided$"))
    page.keyboard.press("u")
    expect(page.locator(".done-undone")).to_have_count(1)
    settled(owner, said["hate"], "pending")


def test_on_a_phone_the_days_rooms_fit_the_bar_and_the_others_are_in_the_menu(
    desk: Desk, said: dict[str, int]
) -> None:
    page = desk.open("queue", "owner", phone=True)
    expect(page.locator('.rail [data-room="topics"]')).to_be_visible()
    assert page.evaluate("(rail => rail.scrollWidth <= rail.clientWidth)(document.querySelector('.rail'))")
    expect(page.locator('.rail [data-room="sources"]')).to_be_hidden()
    page.locator(".topbar-end .menu summary").tap()
    page.locator('.only-phone[href$="/sources/"]').tap()
    page.wait_for_url(re.compile("/sources/$"))


def test_what_is_put_on_hold_is_counted_there_at_once(desk: Desk, said: dict[str, int]) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    page.keyboard.press("h")
    expect(page.locator('[data-waiting="hold"]')).to_have_text("1")
    page.keyboard.press("u")
    expect(page.locator('[data-waiting="hold"]')).to_have_text("0")
    here(page, said["hate"])


def test_the_message_page_leads_back_to_the_queue_as_it_was(desk: Desk, said: dict[str, int]) -> None:
    page = desk.open("queue?order=newest")
    expect(page.locator(".row-here")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url(re.compile(r"/messages/\d+$"))
    page.locator("[data-back]").click()
    expect(page.locator(".order-word")).to_have_text("Plus récents")
    expect(page.locator(".row-here")).to_be_visible()


def test_the_note_of_a_removal_is_in_sight_without_scrolling(desk: Desk, said: dict[str, int]) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    page.keyboard.press("r")
    expect(page.get_by_label("Note pour les collègues")).to_be_in_viewport(ratio=1)


def test_without_an_answer_the_message_comes_back_as_it_was(
    desk: Desk, owner: Connection, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    page.wait_for_timeout(300)  # the next message has been fetched ahead
    page.route("**/decide", lambda route: route.abort())
    page.route(f"**/queue/{said['hate']}", lambda route: route.abort())
    page.keyboard.press("a")
    expect(page.locator(".toast")).to_contain_text("Rien n’a été changé")
    page.get_by_role("button", name="L’ouvrir").click()
    here(page, said["hate"])
    expect(page.locator("#pane")).not_to_have_attribute("aria-busy", "true")
    assert state(owner, said["hate"]) == "pending"
    desk.errors = [error for error in desk.errors if "ERR_FAILED" not in error]


def test_nobody_decides_on_a_message_that_is_not_shown_yet(
    desk: Desk, owner: Connection, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    held = []
    page.route(f"**/queue/{said['plain']}", lambda route: held.append(route))
    page.locator(f"#m-{said['plain']} .row-link").click()
    expect(page.locator(f"#m-{said['plain']}.row-here")).to_be_visible()
    page.keyboard.press("a")
    page.wait_for_timeout(300)
    for route in held:
        route.continue_()
    here(page, said["plain"])
    assert {state(owner, said[name]) for name in ("hate", "plain")} == {"pending"}
    page.keyboard.press("a")
    settled(owner, said["plain"], "approve")


def test_the_keyboard_goes_on_after_an_act_on_the_message_page(desk: Desk, said: dict[str, int]) -> None:
    page = desk.open(f"messages/{said['help']}")
    page.keyboard.press("a")
    expect(page.get_by_role("button", name="Annuler cette décision")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".file-acts button").first).to_be_focused()
