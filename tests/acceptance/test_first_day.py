"""The first day: from a link in a terminal to a team that decides on what its readers write.

Each chapter can be read and run alone: what came before it stands in the fixtures.
"""

import re
from collections.abc import Iterator
from itertools import cycle

import httpx
import pytest
from playwright.sync_api import Browser, Locator, expect

from acceptance.browser import chromium, needs_chromium
from acceptance.newsroom import Person, Site, add_webhook, first_link, login_link, newcomer
from fakes.palabre import Running, palabre_up, wait_for

pytestmark = needs_chromium
OWNER = "owner@palabre.example"  # whom the first start makes


@pytest.fixture(scope="module")
def palabre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with palabre_up(tmp_path_factory.mktemp("first-day") / "home") as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def mira(palabre: Running, browser: Browser) -> Iterator[Person]:
    """The first owner: she came in by the printed link and founded the workspace."""
    mira = newcomer(browser, palabre)
    mira.enter(first_link(palabre), "Mira Lenoir")
    mira.found("Le Courrier du Lauragais")
    yield mira
    assert mira.witness.troubles == []


@pytest.fixture(scope="module")
def site(mira: Person) -> Site:
    """The newspaper's site, connected by a webhook that Mira added."""
    return add_webhook(mira, "Commentaires du site")


@pytest.fixture(scope="module")
def samia(palabre: Running, browser: Browser, mira: Person) -> Iterator[Person]:
    """A moderator whom Mira invited, and who came in by the link of the invitation."""
    samia = newcomer(browser, palabre)
    samia.slug = mira.slug
    samia.enter(invite(mira, "samia@courrier.example"), "Samia Roux")
    samia.page.wait_for_url("**/queue*")
    yield samia
    assert samia.witness.troubles == []


def invite(owner: Person, email: str) -> str:
    owner.go("settings/")
    owner.page.fill("[name=email]", email)
    owner.page.select_option(".invite-row [name=role]", "moderator")
    owner.page.click(".invite-row button")
    return owner.page.locator("input.secret").input_value()


def test_1_the_link_of_the_first_start_lets_in_once(palabre: Running, browser: Browser, mira: Person) -> None:
    mira.go("")
    expect(mira.page.locator(".switcher-name")).to_have_text("Le Courrier du Lauragais")
    expect(mira.page.locator("html")).to_have_attribute("lang", "fr")
    other = newcomer(browser, palabre).page
    assert other.goto(first_link(palabre)).status == 410  # type: ignore[union-attr]


def test_2_who_forgot_their_password_asks_for_a_link_in_the_terminal(
    palabre: Running, browser: Browser, mira: Person
) -> None:
    again = newcomer(browser, palabre)
    again.page.goto(login_link(palabre, OWNER))
    expect(again.page.locator("[name=name]")).to_have_value("Mira Lenoir")
    again.page.click("main form .button-main")
    again.page.wait_for_url("**/w/**")


def test_3_the_new_source_receives_what_is_signed_and_nothing_else(mira: Person, site: Site) -> None:
    stranger = httpx.post(site.address, json={"messages": [{"id": "x", "text": "Pas signé"}]})
    assert stranger.status_code == 401
    site.send("Premier commentaire reçu")
    mira.go("sources/")
    mira.page.get_by_role("link", name="Commentaires du site").click()
    expect(mira.page.get_by_label("Adresse du webhook")).to_have_value(site.address)
    expect(mira.page.locator("main")).to_contain_text("En collecte")
    mira.see("Premier commentaire reçu")
    expect(mira.row("Pas signé")).to_have_count(0)


def test_4_what_readers_write_comes_into_the_stream_by_itself(mira: Person, site: Site) -> None:
    mira.go("stream")
    mira.wait_for_news()
    site.send("La rocade est encore fermée", "Merci pour votre enquête sur l’eau")
    expect(mira.page.locator(".stream-fresh .pill")).to_be_visible()  # nothing moves under the eyes: news wait
    mira.press("n")
    expect(mira.row("La rocade est encore fermée")).to_be_visible()
    mira.page.locator("[data-follow]").click()  # now they come in by themselves
    mira.page.mouse.move(0, 0)
    site.send("Et voilà un troisième commentaire")
    expect(mira.row("Et voilà un troisième commentaire")).to_be_visible()
    assert mira.never_reloaded
    mira.go("stream")
    expect(mira.page.locator(".curve-title")).not_to_contain_text(re.compile(r"\b0 sur les 90"))


def test_5_the_queue_is_worked_by_the_keyboard(mira: Person, site: Site) -> None:
    site.send(*(f"À décider, numéro {n}" for n in range(5)))
    mira.see("À décider, numéro 4")
    mira.press("g", "q")
    mira.page.wait_for_url("**/queue*")
    waits = mira.page.locator("[data-waiting=pending]")
    before = int(waits.inner_text())

    mira.wait_for_news()
    site.send("Arrivé pendant que l’on décide")
    expect(mira.page.locator(".q-fresh .pill")).to_contain_text("1 nouveau")  # what is open never moves
    mira.press("n")
    expect(mira.row("Arrivé pendant que l’on décide")).to_be_visible()
    before = shown(waits, before + 1)

    approved = decide(mira, "a", "Publié")
    mira.press("r")
    expect(mira.page.locator("#verdict")).to_be_visible()
    removed = decide(mira, "1", "Retiré (1.1)")
    held = decide(mira, "h", "Mis en attente")
    assert len({approved, removed, held}) == 3
    expect(waits).to_have_text(str(before - 3))

    mira.press("u")
    expect(mira.page.locator(".pane")).to_have_attribute("data-id", held)
    expect(waits).to_have_text(str(before - 2))
    mira.go("queue?tray=hold")
    expect(mira.page.locator(f"#m-{held}")).to_have_count(0)
    mira.go("queue")
    for gone in (approved, removed):
        expect(mira.page.locator(f"#m-{gone}")).to_have_count(0)
    expect(mira.page.locator(f"#m-{held}")).to_be_visible()


def shown(place: Locator, number: int) -> int:
    """Wait until a place shows a number; return it."""
    expect(place).to_have_text(str(number))
    return number


def decide(person: Person, key: str, said: str) -> str:
    """Press a key on the open message; return its id once the desk says what was done and another is open."""
    here = person.opened
    person.press(key)
    expect(person.page.locator("undo-bar [data-said]")).to_have_text(said)
    expect(person.page.locator(f".pane:not([data-id='{here}'])")).to_be_visible()
    return here


def test_6_the_page_of_a_message_tells_who_decided_when_and_why(mira: Person, site: Site) -> None:
    site.send("Espèce de bon à rien, va donc voir ailleurs")
    mira.open_message("Espèce de bon à rien")
    remove_here(mira, "Une insulte, rien d’autre.")
    log = mira.page.locator(".log li").first
    expect(log).to_contain_text("retiré par Mira Lenoir")
    expect(log.locator("time")).to_have_attribute("datetime", re.compile(r"^\d{4}-\d\d-\d\dT"))
    expect(log).to_contain_text("1.1 ·")
    expect(log).to_contain_text("Une insulte, rien d’autre.")


def remove_here(person: Person, note: str) -> None:
    """Remove the message whose page is open, by the first article, with a note."""
    person.press("r")
    person.page.fill("#verdict textarea", note)
    person.page.locator("#verdict .article").first.click()
    expect(person.page.locator(".log li")).to_have_count(1)


def test_7_the_audit_log_names_it_and_is_sound(mira: Person, site: Site) -> None:
    site.send("Un message dont le journal se souviendra")
    mira.open_message("Un message dont le journal")
    remove_here(mira, "Note que le journal garde.")
    number = mira.page.url.rsplit("/", 1)[1]
    mira.go("settings/audit/")
    entry = mira.page.locator("tbody tr").first
    expect(entry).to_contain_text("Mira Lenoir")
    expect(entry).to_contain_text(f"message {number}")
    expect(entry).to_contain_text("Note que le journal garde.")
    mira.page.locator("[name=check]").click()
    expect(mira.page.locator(".banner-success")).to_be_visible()
    expect(mira.page.locator(".banner-error")).to_have_count(0)


@pytest.mark.parametrize(
    ("asked", "finds"),
    [
        ("zephyr canicule", {"Le zéphyr après la canicule", "Canicule ou zéphyr ?"}),  # words, accents, capitals
        ('"zephyr apres la canicule"', {"Le zéphyr après la canicule"}),
        ("ZÉPHYR NOT canicule", {"Un zéphyr d’Œuvre"}),
        ("oeuvre", {"Un zéphyr d’Œuvre"}),
        ("zeph*", {"Le zéphyr après la canicule", "Canicule ou zéphyr ?", "Un zéphyr d’Œuvre"}),
        ("bourrasque", set()),
    ],
)
def test_8_search_finds_words_phrases_and_accents(mira: Person, breezes: None, asked: str, finds: set[str]) -> None:
    mira.go("search")
    mira.page.fill("#search-q", asked)
    mira.press("Enter")
    expect(mira.page.locator("#found .line-row")).to_have_count(len(finds))
    for text in finds:
        expect(mira.row(text)).to_be_visible()


@pytest.fixture(scope="module")
def breezes(mira: Person, site: Site) -> None:
    """Three comments about the wind, in the stream."""
    site.send("Le zéphyr après la canicule", "Canicule ou zéphyr ?", "Un zéphyr d’Œuvre")
    mira.see("Un zéphyr d’Œuvre")


def test_9_a_moderator_joins_by_the_link_and_sees_their_rooms_only(mira: Person, samia: Person, site: Site) -> None:
    site.send("Bienvenue à Samia")
    mira.see("Bienvenue à Samia")
    samia.go("queue")
    expect(samia.page.locator("mod-queue .pane")).to_be_visible()
    expect(samia.page.locator("[data-room=queue]")).to_be_visible()
    for forbidden in ("settings/audit/", "settings/workspace", "settings/tokens", "sources/add"):
        answer = samia.page.request.get(samia.room(forbidden))
        assert answer.status == 404, forbidden
    samia.go("settings/")
    expect(samia.page.locator("main")).to_contain_text("Mira Lenoir")
    expect(samia.page.locator(".invite-row")).to_have_count(0)
    expect(samia.page.locator("a[href$='/settings/audit/']")).to_have_count(0)


def test_10_two_moderators_never_have_the_same_message(
    palabre: Running, mira: Person, samia: Person, site: Site
) -> None:
    """Both work as fast as they can on the same tray: each message is decided once, by one of them."""
    comments = site.send(*(f"À deux, message {n}" for n in range(20)))
    mira.see("À deux, message 19")
    for person in (mira, samia):
        person.page.goto(person.room("queue?order=newest"), wait_until="commit")  # both at the same time
    for person in (mira, samia):  # keys pressed before the page has loaded are lost: the other would take them all
        person.page.wait_for_load_state()
    team = [(mira, "Mira Lenoir"), (samia, "Samia Roux")]
    turns = cycle([team, team[::-1]])  # always second, one would find each next message just taken

    def over() -> bool:
        done = [name for _, name in decisions(palabre, comments)]
        for person, name in next(turns):
            if done.count(name) < 10:  # who is quicker leaves the other some
                take(person)
        return len(done) >= 16

    wait_for(over, 60)
    who = decisions(palabre, comments)
    assert len({message for message, _ in who}) == len(who)
    assert {name for _, name in who} == {name for _, name in team}


def take(person: Person) -> None:
    """Publish the open message where it is the person's to decide, else go to the next one."""
    if person.page.locator("mod-queue [aria-busy=true]").count():
        return  # what stands there is the message before
    mine = person.page.locator(".pane-acts [data-act=approve]:enabled:visible")  # hidden where it is decided
    person.press("a" if mine.count() else "j")


def decisions(palabre: Running, comments: list[str]) -> list[tuple[str, str]]:
    """Return who decided on which of these comments, in order."""
    asked = (
        "SELECT external_id, person.name FROM decision JOIN message ON message.id = message_id"
        " JOIN person ON person.id = person_id WHERE external_id = ANY(%s) ORDER BY decision.id"
    )
    with palabre.connect() as owner:
        return owner.execute(asked, (comments,)).fetchall()


def test_11_signing_out_ends_what_the_other_windows_hear(
    palabre: Running, browser: Browser, mira: Person, site: Site
) -> None:
    leaver = newcomer(browser, palabre)
    leaver.slug = mira.slug
    leaver.page.goto(login_link(palabre, OWNER))
    leaver.page.click("main form .button-main")
    leaver.page.wait_for_url("**/w/**")
    leaver.go("stream")
    leaver.wait_for_news()

    door = leaver.page.context.new_page()
    door.goto("/accounts/logout/")
    door.click("main form button")
    door.wait_for_url("**/accounts/login/**")
    expect(leaver.page.locator("#live-state")).to_have_attribute("data-state", "off")
    site.send("Ce que seuls entendent ceux qui sont là")
    mira.see("Ce que seuls entendent")
    assert leaver.never_reloaded
    assert "Ce que seuls entendent" not in leaver.page.content()
    leaver.go("stream")
    expect(leaver.page.locator("[name=password]")).to_be_visible()
