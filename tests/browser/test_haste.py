"""Answers come late, colleagues are quick, hands are quicker: nobody acts on another message than the one they saw,
and what was typed is kept. The order of events is forced; no test waits for a machine to be slow."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from browser.conftest import Desk
from browser.newsroom import announce, state, write
from browser.test_morning import here, settled
from desk.teams import Team
from fakes.palabre import wait_for
from house import House
from palabre.desk.moderation.actions import Verdict, do_decide_message, do_undo_decisions
from palabre.desk.moderation.claims import do_claim_message
from palabre.desk.people.scope import scoped
from palabre.store.migrate import Connection


@pytest.fixture
def source(house: House, courrier: Team) -> int:
    return house.source(courrier.workspace)


@pytest.fixture
def said(house: House, courrier: Team, source: int) -> dict[str, int]:
    return write(house, source, courrier.workspace)


@contextmanager
def held(page: Page, address: str) -> Iterator[list[Route]]:
    """Hold the calls to an address until the end of the block, then let them go, in order."""
    calls: list[Route] = []
    page.route(address, lambda route: calls.append(route))
    yield calls
    for call in calls:
        call.continue_()
    page.unroute(address)


#: Whether the page hears its stream, and what it asked for last: was the call never made, or did it pass us by?
ASKED = """() => [document.readyState, document.querySelector("#live-state")?.dataset.state,
    ...performance.getEntriesByType("resource").slice(-8).map((one) => one.name)].join(" ")"""


def until(page: Page, calls: list[Any]) -> None:
    """Wait until the page has called."""
    wait_for(lambda: page.wait_for_timeout(10) or calls, 30, lambda: page.evaluate(ASKED))


def listen(page: Page) -> None:
    """Wait until the page hears what happens."""
    expect(page.locator("#live-state[data-state=on]")).to_be_attached()


def decide(team: Team, message: int, action: str = "approve", role: str = "lead") -> int:
    """Decide as a colleague does, elsewhere."""
    with scoped(team.people[role], team.workspace):
        verdict = Verdict.read(action, "insult" if action == "remove" else "")
        return do_decide_message(actor=team.actor(role), message_id=message, verdict=verdict).pk


def edit(owner: Connection, team: Team, message: int, text: str) -> None:
    """Change a text at its source, as the worker does."""
    owner.execute(
        "UPDATE message SET text = %s, revision = revision + 1, decision = 'pending' WHERE id = %s", (text, message)
    )
    announce(owner, team.workspace, "changed", ids=[message])


# ---- on which message


def test_the_second_click_of_a_double_one_is_not_for_the_next_message(
    desk: Desk, owner: Connection, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    page.evaluate("id => document.querySelector('mod-queue').fetched(id)", str(said["insult"]))  # it is at hand
    page.locator('.pane-acts [data-act="approve"]').dblclick()
    here(page, said["insult"])
    settled(owner, said["hate"], "approve")
    page.locator('.pane-acts [data-act="approve"]').click()
    here(page, said["help"])
    settled(owner, said["insult"], "approve")
    assert state(owner, said["help"]) == "pending"


def test_a_key_pressed_before_the_next_message_is_drawn_is_not_for_it(
    desk: Desk, owner: Connection, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    page.evaluate(
        """window.key = () => new KeyboardEvent("keydown", { key: "a", code: "KeyA", bubbles: true });
        window.late = window.key();  // pressed now; the busy page hands it out after the next one
        document.body.dispatchEvent(window.key());"""
    )
    here(page, said["insult"])
    page.evaluate("document.body.dispatchEvent(window.late)")
    here(page, said["insult"])
    page.keyboard.press("a")
    here(page, said["help"])
    settled(owner, said["insult"], "approve")
    assert state(owner, said["help"]) == "pending"


def test_a_decision_that_failed_does_not_take_the_place_of_the_message_that_is_read(
    desk: Desk, owner: Connection, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    calls: list[Route] = []
    page.route("**/decide", lambda route: calls.append(route))
    page.keyboard.press("a")
    here(page, said["insult"])
    page.keyboard.press("r")
    expect(page.locator("#verdict")).to_be_visible()
    until(page, calls)
    calls[0].abort()  # the dialog about the second message stands open
    page.unroute("**/decide")
    expect(page.locator("#toasts")).to_contain_text("Rien n’a été changé")
    expect(page.locator(f"#m-{said['hate']}")).to_be_attached()
    page.locator('#verdict [data-reason="insult"]').click()
    here(page, said["help"])
    settled(owner, said["insult"], "remove")
    assert state(owner, said["hate"]) == "pending"
    page.get_by_role("button", name="L’ouvrir").click()
    here(page, said["hate"])
    desk.errors.clear()  # the browser tells of the call that we broke


def test_the_bar_undoes_what_it_says(desk: Desk, owner: Connection, said: dict[str, int]) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    bar = page.locator("undo-bar [data-said]")
    with held(page, f"**/{said['hate']}/decide") as calls:
        page.keyboard.press("a")
        here(page, said["insult"])
        until(page, calls)
        page.keyboard.press("h")
        here(page, said["help"])
        expect(bar).to_have_text("Mis en attente")
        settled(owner, said["insult"], "hold")
    settled(owner, said["hate"], "approve")
    page.wait_for_function("id => document.querySelector('mod-queue').mine.has(id)", arg=str(said["hate"]))
    page.wait_for_timeout(200)  # the answer has come
    expect(bar).to_have_text("Mis en attente")
    page.keyboard.press("u")
    here(page, said["insult"])
    settled(owner, said["insult"], "pending")
    assert state(owner, said["hate"]) == "approve"


def test_undone_late_a_message_does_not_take_the_place_of_the_one_that_is_read(
    desk: Desk, owner: Connection, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    page.keyboard.press("a")
    here(page, said["insult"])
    settled(owner, said["hate"], "approve")
    with held(page, "**/undo") as calls:
        page.keyboard.press("u")
        until(page, calls)
        page.keyboard.press("j")
        here(page, said["help"])
    expect(page.locator(f"#m-{said['hate']}")).to_be_attached()
    here(page, said["help"])


def test_what_was_edited_while_one_read_it_is_read_again(
    desk: Desk, owner: Connection, courrier: Team, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    owner.execute("UPDATE message SET text = 'Tout autre chose', revision = 2 WHERE id = %s", (said["hate"],))
    page.keyboard.press("r")  # nothing has been announced yet
    page.locator("#verdict textarea").fill("Note écrite avec soin")
    page.locator('#verdict [data-reason="insult"]').click()
    expect(page.locator("#toasts")).to_contain_text("modifié à la source pendant que vous le lisiez")
    assert state(owner, said["hate"]) == "pending"
    page.get_by_role("button", name="L’ouvrir").click()
    here(page, said["hate"])
    expect(page.locator(".pane .said")).to_have_text("Tout autre chose")
    page.keyboard.press("r")
    expect(page.locator("#verdict textarea")).to_have_value("Note écrite avec soin")
    page.locator('#verdict [data-reason="insult"]').click()
    settled(owner, said["hate"], "remove")


def test_what_is_drawn_behind_a_dialog_has_not_been_read(
    desk: Desk, owner: Connection, courrier: Team, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    listen(page)
    page.keyboard.press("r")
    edit(owner, courrier, said["hate"], "Tout autre chose")
    expect(page.locator(".pane .said")).to_have_text("Tout autre chose")
    page.locator('#verdict [data-reason="insult"]').click()
    expect(page.locator("#toasts")).to_contain_text("modifié à la source pendant que vous le lisiez")
    expect(page.locator(f"#m-{said['hate']}")).to_contain_text("Tout autre chose")
    assert state(owner, said["hate"]) == "pending"


def test_copies_that_came_after_they_were_counted_are_not_decided_with_them(
    desk: Desk, house: House, owner: Connection, source: int, said: dict[str, int]
) -> None:
    copy = house.message(source, "Toujours les mêmes, suivez mon regard !", near=said["hate"], priority=90)
    page = desk.open("queue")
    here(page, said["hate"])
    expect(page.locator(".pane [data-act=alike]")).to_be_enabled()
    late = house.message(source, "toujours les mêmes, suivez mon regard", near=said["hate"], priority=90)
    page.keyboard.press("s")
    expect(page.locator("#verdict")).to_contain_text("2")
    page.locator('#verdict [data-reason="discrimination"]').click()
    settled(owner, copy, "remove")
    assert state(owner, said["hate"]) == "remove"
    assert state(owner, late) == "pending"


def test_what_was_edited_is_not_decided_on_its_own_page_either(
    desk: Desk, owner: Connection, said: dict[str, int]
) -> None:
    page = desk.open(f"messages/{said['plain']}")
    owner.execute("UPDATE message SET text = 'Tout autre chose', revision = 2 WHERE id = %s", (said["plain"],))
    page.keyboard.press("a")
    expect(page.locator("#toasts")).to_contain_text("modifié à la source pendant que vous le lisiez")
    assert state(owner, said["plain"]) == "pending"


# ---- under the pointer


def test_rows_do_not_move_under_the_pointer_when_a_colleague_decides(
    desk: Desk, courrier: Team, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    listen(page)
    row = page.locator(f"#m-{said['witness']}")
    row.hover()
    before = row.bounding_box()
    decide(courrier, said["insult"])
    expect(page.locator(f"#m-{said['insult']}.row-gone")).to_be_visible()
    expect(page.locator('[data-waiting="pending"]')).to_have_text("5")
    assert row.bounding_box() == before
    page.mouse.down()
    page.mouse.up()
    here(page, said["witness"])
    page.mouse.move(1_000, 400)
    expect(page.locator(f"#m-{said['insult']}")).to_have_count(0)


def test_what_a_colleague_takes_back_while_it_is_struck_out_is_whole_again(
    desk: Desk, owner: Connection, courrier: Team, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    listen(page)
    owner.execute("DELETE FROM claim")  # as after two minutes out of sight
    made = decide(courrier, said["hate"])
    expect(page.locator("[data-banner]")).to_contain_text("vient de traiter")
    with scoped(courrier.people["lead"], courrier.workspace):
        do_undo_decisions(actor=courrier.actor("lead"), decision_ids=[made])
    expect(page.locator(f"#m-{said['hate']}:not(.row-gone)")).to_be_visible()
    expect(page.locator('[data-waiting="pending"]')).to_have_text("6")
    expect(page.locator('.pane-acts [data-act="approve"]')).to_be_enabled()


# ---- news that cross


def test_news_found_by_asking_and_told_after_count_once(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int, said: dict[str, int]
) -> None:
    new = 0

    def come(route: Route) -> None:  # between the opening of the stream and the answer to what was missed
        nonlocal new
        if not new:
            new = house.message(source, "Entre deux", priority=50)
        route.continue_()

    page = desk.person("moderator", False, False).new_page()
    page.route("**/queue/more?*", come)
    page.goto(f"{desk.address}{courrier.url('queue')}")
    expect(page.locator("[data-fresh]")).to_have_text("1 nouveau")
    announce(owner, courrier.workspace, "messages", ids=[new], count=1, sources=[source], pending=1)
    other = house.message(source, "Le suivant", priority=49)
    announce(owner, courrier.workspace, "messages", ids=[other], count=1, sources=[source], pending=1)
    expect(page.locator("[data-fresh]")).to_have_text("2 nouveaux")
    page.keyboard.press("n")
    expect(page.locator("#rows .row")).to_have_count(8)
    expect(page.locator('[data-waiting="pending"]')).to_have_text("8")


def test_rows_decided_while_they_were_on_their_way_are_not_put_in(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    listen(page)
    new = [house.message(source, f"Nouveau {n}", priority=50) for n in range(2)]
    announce(owner, courrier.workspace, "messages", ids=new, count=2, sources=[source], pending=2)
    expect(page.locator("[data-fresh]")).to_have_text("2 nouveaux")

    calls: list[Route] = []
    page.route("**/rows?*", lambda route: calls.append(route))
    page.keyboard.press("n")
    until(page, calls)
    answer = calls[0].fetch()  # the rows are drawn, then one is decided, then they come
    decide(courrier, new[0])
    page.wait_for_function("id => document.querySelector('mod-queue').left.has(id)", arg=str(new[0]))
    calls[0].fulfill(response=answer)
    expect(page.locator(f"#m-{new[1]}")).to_be_attached()
    expect(page.locator(f"#m-{new[0]}")).to_have_count(0)
    expect(page.locator('[data-waiting="pending"]')).to_have_text("7")


def test_news_that_could_not_be_read_wait_on(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    new = house.message(source, "Nouveau", priority=50)
    announce(owner, courrier.workspace, "messages", ids=[new], count=1, sources=[source], pending=1)
    expect(page.locator("[data-fresh]")).to_have_text("1 nouveau")
    page.route("**/rows?*", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.keyboard.press("n")
    expect(page.locator(".q-fresh .pill")).to_be_visible()
    with page.expect_event("requestfailed"):
        announce(owner, courrier.workspace, "changed", ids=[said["insult"]])
    page.unroute("**/rows?*")
    expect(page.locator(f"#m-{said['insult']}")).to_be_attached()  # not read is not gone
    page.keyboard.press("n")
    expect(page.locator(f"#m-{new}")).to_be_attached()
    desk.errors.clear()  # the browser tells of the calls that we broke


def test_what_one_decided_comes_back_when_a_colleague_takes_it_back_or_it_is_edited(
    desk: Desk, owner: Connection, courrier: Team, said: dict[str, int]
) -> None:
    page = desk.open("queue")
    for message in (said["hate"], said["insult"]):
        here(page, message)
        page.keyboard.press("a")
        settled(owner, message, "approve")
    here(page, said["help"])
    made = owner.execute("SELECT id FROM decision WHERE message_id = %s", (said["hate"],)).fetchone()
    assert made
    with scoped(courrier.people["lead"], courrier.workspace):
        do_undo_decisions(actor=courrier.actor("lead"), decision_ids=[made[0]])
    expect(page.locator("[data-fresh]")).to_have_text("1 nouveau")
    edit(owner, courrier, said["insult"], "Bien pire")
    expect(page.locator("[data-fresh]")).to_have_text("2 nouveaux")
    page.keyboard.press("n")
    expect(page.locator(f"#m-{said['insult']}")).to_contain_text("Bien pire")
    expect(page.locator(f"#m-{said['hate']}")).to_be_attached()


def test_what_nobody_heard_before_the_stream_began_is_caught_up_with(
    desk: Desk, owner: Connection, courrier: Team, said: dict[str, int]
) -> None:
    page = desk.person("moderator", False, False).new_page()
    with held(page, "**/events/**") as calls:
        page.goto(f"{desk.address}{courrier.url('queue')}", wait_until="domcontentloaded")
        here(page, said["hate"])
        until(page, calls)
        decide(courrier, said["insult"])
        with scoped(courrier.people["lead"], courrier.workspace):
            do_claim_message(actor=courrier.actor("lead"), message_id=said["help"], name="Lead Courrier")
        owner.execute("UPDATE message SET text = 'Corrigé', revision = 2 WHERE id = %s", (said["hate"],))
    expect(page.locator(f"#m-{said['insult']}")).to_have_count(0)
    expect(page.locator('[data-waiting="pending"]')).to_have_text("5")
    expect(page.locator(f"#m-{said['help']}.row-taken")).to_contain_text("Lead Courrier l’a ouvert")
    expect(page.locator(".pane .said")).to_have_text("Corrigé")
    expect(page.locator(f"#m-{said['hate']}.row-here")).to_contain_text("Corrigé")


def test_a_claim_of_which_nothing_more_is_heard_ends_by_itself(
    desk: Desk, courrier: Team, said: dict[str, int]
) -> None:
    with scoped(courrier.people["lead"], courrier.workspace):
        do_claim_message(actor=courrier.actor("lead"), message_id=said["insult"], name="Lead Courrier")
    page = desk.person("moderator", False, False).new_page()
    page.clock.install()
    with page.expect_response("**/queue/more*"):  # what it missed: that would begin anew
        page.goto(f"{desk.address}{courrier.url('queue')}")
    here(page, said["hate"])
    row = page.locator(f"#m-{said['insult']}")
    expect(row).to_contain_text("Lead Courrier l’a ouvert")
    page.wait_for_timeout(300)
    page.clock.fast_forward(130_000)
    expect(row).not_to_contain_class("row-taken")
    page.keyboard.press("j")
    here(page, said["insult"])


# ---- what is typed


def test_a_message_that_comes_late_leaves_the_focus_to_who_writes(
    desk: Desk, owner: Connection, said: dict[str, int]
) -> None:
    page = desk.open("queue?signal=insult")
    here(page, said["insult"])
    page.locator(f"#m-{said['insult']} .row-link").click()
    expect(page.locator(".pane-main")).to_be_focused()
    with held(page, f"**/queue/{said['insult']}") as calls:
        page.evaluate("document.querySelector('mod-queue').panes.clear()")
        page.locator(f"#m-{said['insult']} .row-link").click()
        until(page, calls)
        page.keyboard.press("f")
        page.locator(".sieve-keep [name=name]").fill("Ins")
    expect(page.locator("#pane")).not_to_have_attribute("aria-busy", "true")
    page.keyboard.type("aha")
    expect(page.locator(".sieve-keep [name=name]")).to_have_value("Insaha")
    assert state(owner, said["insult"]) == "pending"


def test_filters_that_open_leave_the_focus_to_who_was_quicker(desk: Desk, said: dict[str, int]) -> None:
    page = desk.open("queue?signal=insult")
    here(page, said["insult"])
    page.evaluate(
        """document.querySelector(".sieve summary").click();
        document.querySelector(".sieve-keep [name=name]").focus();"""
    )  # the browser says that it opened after this
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    expect(page.locator(".sieve-keep [name=name]")).to_be_focused()


def test_a_note_is_kept_when_its_dialog_closes(desk: Desk, said: dict[str, int]) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    note = page.locator("#verdict textarea")
    page.keyboard.press("r")
    note.fill("Déjà vu hier")
    box = note.bounding_box()
    assert box
    page.mouse.move(box["x"] + 30, box["y"] + 10)  # words selected beyond the edge of the dialog
    page.mouse.down()
    page.mouse.move(5, box["y"] + 10, steps=4)
    page.mouse.up()
    expect(page.locator("#verdict")).to_be_visible()
    page.mouse.click(5, 400)
    expect(page.locator("#verdict")).to_be_hidden()
    page.keyboard.press("j")
    here(page, said["insult"])
    page.keyboard.press("r")
    expect(note).to_have_value("")  # it was about the other one
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    here(page, said["hate"])
    page.keyboard.press("r")
    expect(note).to_have_value("Déjà vu hier")


def test_places_that_come_late_leave_the_choice_where_it_was(desk: Desk, said: dict[str, int]) -> None:
    page = desk.open("queue")
    here(page, said["hate"])
    chosen = page.locator('#palette [aria-selected="true"]')
    with held(page, "**/palette") as calls:
        page.keyboard.press("Control+k")
        expect(page.locator("#palette")).to_be_visible()  # a key that was lost is no call that was
        until(page, calls)
        page.keyboard.type("e")
        page.keyboard.press("ArrowUp")  # the last one: a search
        expect(chosen).to_contain_text("«")
        options = page.locator("#palette [role=option]").count()
    page.wait_for_function("n => document.querySelectorAll('#palette [role=option]').length > n", arg=options)
    expect(chosen).to_contain_text("«")


def test_a_row_drawn_afresh_keeps_the_keyboard_in_it(
    desk: Desk, owner: Connection, courrier: Team, said: dict[str, int]
) -> None:
    queue, stream = desk.open("queue"), desk.open("stream")
    here(queue, said["hate"])
    rows = queue.locator(f"#m-{said['insult']}"), stream.locator(f"#s-{said['insult']}")
    for page, row in zip((queue, stream), rows, strict=True):
        listen(page)
        row.locator("a").last.focus()
    edit(owner, courrier, said["insult"], "Corrigé")
    for row in rows:
        expect(row).to_contain_text("Corrigé")
        expect(row.locator("a").last).to_be_focused()
    decide(courrier, said["insult"])
    expect(queue.locator(f"#m-{said['insult']}.row-gone")).to_be_attached()
    expect(rows[0].locator("a").last).to_be_focused()
    queue.keyboard.press("Tab")
    expect(queue.locator(f"#m-{said['insult']}")).to_have_count(0)


# ---- what is asked for again and again


def test_sources_drawn_afresh_leave_the_focus_and_the_click_where_they_are(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int
) -> None:
    page = desk.person("owner", False, False).new_page()
    page.clock.install()
    page.goto(f"{desk.address}{courrier.url('sources/')}")
    link = page.locator(f"#source-{source}")
    link.focus()
    owner.execute("UPDATE source SET name = 'Un autre nom' WHERE id = %s", (source,))
    page.clock.fast_forward(10_500)
    expect(link).to_have_text("Un autre nom")
    expect(link).to_be_focused()
    owner.execute("UPDATE source SET name = 'Le dernier nom' WHERE id = %s", (source,))
    link.hover()
    page.mouse.down()
    with page.expect_response(lambda answer: answer.request.headers.get("hx-request") == "true"):
        page.clock.fast_forward(10_500)
    page.mouse.up()
    page.wait_for_url(f"**/sources/{source}/")


def test_a_stream_that_was_refused_is_opened_once_by_who_comes_back(desk: Desk, said: dict[str, int]) -> None:
    page = desk.person("moderator", False, False).new_page()
    page.clock.install()
    opened: list[str] = []
    page.route("**/events/**", lambda route: (opened.append(route.request.url), route.fulfill(status=503))[0])
    page.goto(f"{desk.address}{desk.team.url('queue')}")
    expect(page.locator("#live-state")).to_be_attached()
    page.wait_for_function("document.querySelector('mod-queue') !== null")
    until(page, opened)
    page.unroute("**/events/**")
    page.on("request", lambda request: opened.append(request.url) if "/events/" in request.url else None)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # the tab was out of sight
    listen(page)
    page.clock.fast_forward(10_500)
    page.wait_for_timeout(300)
    assert len(opened) == 2


@pytest.mark.parametrize("room", ["queue", "stream"])
def test_what_was_missed_is_asked_for_until_it_is_answered(
    desk: Desk, house: House, courrier: Team, source: int, said: dict[str, int], room: str
) -> None:
    page = desk.person("moderator", False, False).new_page()
    calls: list[Route] = []
    page.route(f"**/{room}/more*", lambda route: calls.append(route))
    page.goto(f"{desk.address}{courrier.url(room)}")
    until(page, calls)
    house.message(source, "Entre deux", priority=50)
    calls[0].fulfill(status=503)
    page.unroute(f"**/{room}/more*")
    expect(page.locator("[data-fresh]")).to_have_text("1 nouveau")


def test_a_message_that_nobody_heard_of_comes_into_the_stream_after_newer_ones(
    desk: Desk, house: House, owner: Connection, courrier: Team, source: int, said: dict[str, int]
) -> None:
    page = desk.person("analyst", False, False).new_page()
    page.route("**/stream/more*", lambda route: calls.append(route))
    calls: list[Route] = []
    page.goto(f"{desk.address}{courrier.url('stream')}")
    page.locator("[data-follow]").click()
    page.mouse.move(5, 5)
    until(page, calls)  # the page asks what it missed
    missed = house.message(source, "Entre deux")
    newer = house.message(source, "Le suivant")
    announce(owner, courrier.workspace, "messages", ids=[newer], count=1, sources=[source], pending=1)
    expect(page.locator(f"#s-{newer}")).to_be_attached()
    for call in calls:
        call.continue_()
    expect(page.locator(f"#s-{missed}")).to_be_attached()
    ids = page.locator("#lines > li").evaluate_all("rows => rows.map((row) => Number(row.dataset.id))")
    assert ids == sorted(ids, reverse=True)
