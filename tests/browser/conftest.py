"""A real browser before the real desk and gate. Skipped, with a reason, where there is no Chromium."""

import os
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from browser.site import site
from desk.teams import Team, make_team
from fakes.chromium import MISSING, program
from house import House
from palabre.desk.people.models import Person
from palabre.store import place
from palabre.store.migrate import Connection

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def chromium() -> str:
    found = program()
    if found is None:
        pytest.skip(MISSING)
    return found


@pytest.fixture(scope="session")
def address(prepared: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    # pytest-django reads the settings before the data folder of the tests is chosen: both sides must sign alike.
    (place.home() / "secrets" / "django").write_text(settings.SECRET_KEY)
    with site(prepared, tmp_path_factory.mktemp("site") / "log") as found:
        yield found


@pytest.fixture(scope="module")  # two of Playwright's loops cannot live in one thread: each file closes its own
def browser(chromium: str) -> Iterator[Browser]:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop is this thread's; our queries wait for nobody
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield running
        running.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def courrier(house: House) -> Team:
    return make_team(house, "courrier", "Le Courrier du Lauragais")


class Desk:
    """Opens the desk for people of a team; fails on any error that a page tells its console."""

    def __init__(self, browser: Browser, address: str, team: Team) -> None:
        self.browser, self.address, self.team = browser, address, team
        self.contexts: list[BrowserContext] = []
        self.errors: list[str] = []

    def open(
        self, path: str, role: str = "moderator", phone: bool = False, dark: bool = False, **preferences: object
    ) -> Page:
        """Return a page of the workspace, opened by that person in a browser of their own."""
        page = self.person(role, phone, dark, **preferences).new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self.told)
        page.goto(f"{self.address}{self.team.url(path)}")
        return page

    def person(self, role: str, phone: bool, dark: bool, **preferences: object) -> BrowserContext:
        """Return a browser in which that person is signed in, with these preferences."""
        client = self.team.client(role)
        if preferences:
            Person.objects.filter(pk=self.team.people[role]).update(**preferences)
        context = self.browser.new_context(
            viewport=PHONE if phone else WIDE,
            color_scheme="dark" if dark else "light",
            has_touch=phone,
            locale="fr-FR",
        )
        context.set_default_timeout(15_000)
        context.add_cookies(
            [{"name": "palabre_session", "value": client.cookies["palabre_session"].value, "url": self.address}]
        )
        self.contexts.append(context)
        return context

    def close(self) -> None:
        for context in self.contexts:
            context.close()

    def told(self, message: ConsoleMessage) -> None:
        """Keep errors; a refused claim (409) is one of the answers that pages ask for."""
        if message.type == "error" and "409" not in message.text:
            self.errors.append(message.text)


@pytest.fixture
def desk(browser: Browser, address: str, courrier: Team, owner: Connection) -> Iterator[Desk]:
    opened = Desk(browser, address, courrier)
    yield opened
    opened.close()
    quiet(owner)
    assert not opened.errors


def quiet(owner: Connection) -> None:
    """Wait until the desk has answered the last calls of pages that were closed: the tables are emptied next."""
    still = 0
    while still < 4:
        busy = owner.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle'"
            " AND pid <> pg_backend_pid()"
        ).fetchone()
        still = still + 1 if busy == (0,) else 0
        sleep(0.05)


@pytest.fixture(scope="session")
def axe() -> str:
    file = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
    if not file.is_file():
        pytest.skip("axe-core is not installed: run make setup.")
    return file.read_text("utf-8")
