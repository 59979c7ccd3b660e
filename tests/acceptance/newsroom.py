"""The people of the story, each in a browser of their own, and the site that sends what its readers write."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Browser, Locator, Page, expect

from acceptance.browser import Witness, window
from fakes.palabre import Running, wait_for
from palabre.connectors.webhook import sign

PASSWORD = "le vent d’autan rend fou"
STANDS = "document.documentElement.dataset.neverReloaded"


@dataclass
class Person:
    """Somebody at the desk: a window, and what went wrong in it."""

    page: Page
    witness: Witness
    slug: str = ""

    def room(self, path: str = "") -> str:
        """Return the address of a room of the workspace."""
        return f"/w/{self.slug}/{path}"

    def go(self, path: str) -> None:
        """Open a room."""
        self.page.goto(self.room(path))

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def enter(self, link: str, name: str) -> None:
        """Follow a link to the desk, choose a name and a password, and come in."""
        self.page.goto(link)
        self.page.fill("[name=name]", name)
        self.page.fill("[name=password]", PASSWORD)
        with self.page.expect_navigation():  # to leave at once would cut the call off
            self.page.click("main form .button-main")

    def found(self, name: str) -> None:
        """Found a workspace."""
        self.page.goto("/new")
        self.page.fill("[name=name]", name)
        self.page.click("main form .button-main")
        self.page.wait_for_url("**/w/**")
        self.slug = self.page.url.split("/w/")[1].split("/")[0]

    def row(self, text: str) -> Locator:
        """Return the row of a list that says ``text``."""
        return self.page.locator("li.row, li.line-row").filter(has_text=text)

    def follow_stream(self) -> None:
        """Open the stream, and let what comes come in by itself."""
        self.go("stream")
        self.wait_for_news()
        self.page.locator("[data-follow]").click()
        self.page.mouse.move(0, 0)  # rows come in where nobody is about to click

    def see(self, text: str) -> None:
        """Wait until the stream says ``text``."""
        self.follow_stream()
        expect(self.row(text)).to_be_visible()

    def open_message(self, text: str) -> None:
        """Open the page of a message from the stream."""
        self.see(text)
        with self.page.expect_navigation():  # keys pressed before the page has loaded are lost
            self.row(text).locator("a").first.click()
        expect(self.page.locator(".file-message")).to_contain_text(text)

    def wait_for_news(self) -> None:
        """Wait until the page hears what happens, and remember that it is this very page."""
        self.page.evaluate(f"{STANDS} = 'yes'")
        expect(self.page.locator("#live-state")).to_have_attribute("data-state", "on", timeout=30_000)

    @property
    def never_reloaded(self) -> bool:
        """Tell whether the page is still the one of ``wait_for_news``."""
        return bool(self.page.evaluate(f"{STANDS} === 'yes'"))

    @property
    def opened(self) -> str:
        """Return the id of the message that is open in the queue, "" where there is none."""
        pane = self.page.locator(".pane")
        return str(pane.get_attribute("data-id")) if pane.count() else ""


@dataclass
class Site:
    """A site that sends the comments of its readers to a webhook, signed."""

    address: str
    secret: str
    number: int = 0

    def send(self, *texts: str, **fields: Any) -> list[str]:
        """Send one call of comments, as a site does; return their ids at the site."""
        messages = [self._comment(text, fields) for text in texts]
        answer = self.post({"messages": messages})
        assert answer.status_code == 200, answer.text
        return [message["id"] for message in messages]

    def post(self, body: dict[str, Any]) -> httpx.Response:
        """Make one signed call."""
        return self.post_raw(httpx.Request("POST", self.address, json=body).content)

    def post_raw(self, body: bytes) -> httpx.Response:
        """Make one signed call of these very bytes."""
        headers = {
            "Palabre-Signature": sign(body, self.secret, datetime.now(UTC)),
            "Content-Type": "application/json",
        }
        return httpx.post(self.address, content=body, headers=headers, timeout=60)

    def _comment(self, text: str, fields: dict[str, Any]) -> dict[str, Any]:
        self.number += 1
        said = {"id": f"c-{self.number}", "text": text, "published": datetime.now(UTC).isoformat()}
        return {
            "author": {"key": "jp.morel", "name": "Jean-Paul Morel"},
            "place": "sous « La rocade »",
            **said,
            **fields,
        }


def newcomer(browser: Browser, palabre: Running) -> Person:
    """Open a window of somebody whom the desk does not know yet."""
    return Person(*window(browser, palabre.base))


def first_link(palabre: Running) -> str:
    """Return the link that the very first start printed."""
    log = Path(f"{palabre.home}.log")
    wait_for(lambda: "/start/" in log.read_text(), 30)
    found = re.search(r"http\S+/start/\S+", log.read_text())
    assert found is not None
    return found[0]


def login_link(palabre: Running, email: str) -> str:
    """Return the link that ``palabre login`` prints."""
    environment = {**os.environ, "PALABRE_HOME": str(palabre.home)}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "palabre.cli.main", "login", email]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=True)
    return palabre.base + said.stdout.strip()


def add_webhook(person: Person, name: str) -> Site:
    """Add a signed webhook through the pages, and copy its address and its secret."""
    person.go("sources/")
    person.page.locator("a[href$='/sources/add']").first.click()
    person.page.locator("a[href$='/sources/add/webhook']").click()
    person.page.fill("[name=name]", name)
    person.page.click("main form button.button-main")
    return Site(person.page.input_value("#hook"), person.page.input_value("#secret"))
