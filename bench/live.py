"""From a message in at the webhook to its row drawn in a browser, with several moderators at the desk.

The whole product runs as people run it. Moderators follow the stream: ``--browsers`` of them in a Chromium context
of their own, where an observer notes when each row enters the list, and the frame after it is drawn; the others,
whose browsers would run on machines of their own, hear the same events, are pushed the same rows, and ask for those
that do not come, at the page's pace, without drawing them. A message carries its number in its text; the clock is
the machine's own, the same for all.
"""

import argparse
import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from playwright.async_api import Browser, Page, async_playwright

from bench.door import exchange, free_port, percentiles
from palabre.connectors.webhook import HEADER, sign

SECRET = "0123456789abcdef0123456789abcdef"
CONNECTIONS = 32  # of the sender: more than are ever busy, unless the gate falls behind

_SOURCE = """
    INSERT INTO source (workspace_id, name, connector, secrets) VALUES (%s, 'Banc', 'webhook', %s)
    RETURNING id, public_id
"""

#: Whose rows the others wish for (people are French at first), and seconds that the page waits for them.
READER, PUSHED = "fr,Europe/Paris", 0.4

#: Notes, for each numbered message, the moment (ms since 1970) of the frame in which its row is on the screen.
OBSERVER = """
window.drawn = {};
const note = (rows) => requestAnimationFrame(() => setTimeout(() => {
  const now = performance.timeOrigin + performance.now();
  for (const row of rows) {
    const found = /banc-(\\d+)-/.exec(row.textContent);
    if (found) window.drawn[found[1]] ??= now;
  }
}));
new MutationObserver((all) => note(all.flatMap((one) => [...one.addedNodes])))
  .observe(document.querySelector('#lines'), { childList: true });
"""


def main() -> None:
    """Run the measure and print its row."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=int, default=200, help="messages a second")
    parser.add_argument("--moderators", type=int, default=5)
    parser.add_argument("--browsers", type=int, default=1, help="how many of them in a Chromium of this machine")
    parser.add_argument("--seconds", type=int, default=20)
    options = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("live: Chromium is not installed.")
    with tempfile.TemporaryDirectory(prefix="palabre-bench-") as home, product(Path(home)) as base:
        hook, links = furnish(Path(home), options.moderators)
        sent, drawn = asyncio.run(measure(base, hook, links, chromium, options))
    report(sent, drawn, options)


@contextmanager
def product(home: Path) -> Iterator[str]:
    """Run ``palabre up``; give its address."""
    os.environ["PALABRE_HOME"] = str(home)
    os.environ.pop("DATABASE_URL", None)
    port = free_port()
    command = [sys.executable, "-m", "palabre.cli.main", "up", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        wait(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def wait(base: str) -> None:
    """Wait until all parts answer."""
    for _ in range(1_200):
        with suppress(httpx.HTTPError):
            if httpx.get(f"{base}/healthz", timeout=5).status_code == 200:
                return
        time.sleep(0.1)
    raise SystemExit("live: Palabre did not start.")


def furnish(home: Path, moderators: int) -> tuple[str, list[str]]:
    """Make a workspace with a webhook and its moderators; return the webhook's path and a link for each of them."""
    import django
    import psycopg

    from palabre.store import place, secrets
    from palabre.store.embedded import Embedded

    embedded = Embedded(home)
    os.environ["DATABASE_URL"] = embedded.start()  # joins the one that runs
    os.environ["DJANGO_SETTINGS_MODULE"] = "palabre.desk.settings"
    django.setup()
    from palabre.desk.people.actions import people, workspaces
    from palabre.desk.people.scope import scoped

    with scoped(None, None):
        team = [people.do_make_person(email=f"m{n}@banc.example", name=f"Banc {n}") for n in range(moderators)]
        room = workspaces.do_found_workspace(owner=team[0], name="Banc").pk
    sealed = secrets.seal({"secret": SECRET}, place.secret("sources", home))
    with psycopg.connect(embedded.url, autocommit=True) as owner:
        for person in team[1:]:
            owner.execute(
                "INSERT INTO member (workspace_id, person_id, role) VALUES (%s, %s, 'moderator')", (room, person.pk)
            )
        made = owner.execute(_SOURCE, (room, sealed)).fetchone()
        owner.execute("INSERT INTO source_health (source_id, workspace_id) VALUES (%s, %s)", (made[0], room))
        owner.execute("SELECT pg_notify('config', '')")
    links = [people.do_make_login_link(person.email) for person in team]
    embedded.stop()  # leaves it to those who still use it
    return f"/hooks/{made[1]}", [f"/start/{link}" for link in links]


async def measure(
    base: str, hook: str, links: list[str], chromium: str, options: argparse.Namespace
) -> tuple[dict[int, float], list[dict[str, float]]]:
    """Open the desks, send, wait for the last rows; return when each message left, and when each desk drew it."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        pages = [await sit_down(browser, base, link) for link in links]
        others = [await leave(page) for page in pages[options.browsers :]]
        del pages[options.browsers :]
        listening = [asyncio.create_task(follow(base, cookies)) for cookies in others]
        await send(base, hook, 20, 10, start=-1_000)  # everything is warm: caches, connections, prepared statements
        await asyncio.sleep(2)
        sent = await send(base, hook, options.rate, options.rate * options.seconds)
        await asyncio.sleep(5)
        drawn = [await page.evaluate("window.drawn") for page in pages]
        for one in listening:
            one.cancel()
        await browser.close()
    return sent, drawn


async def leave(page: Page) -> dict[str, str]:
    """Close a browser that has signed in; return its cookies."""
    cookies = {cookie["name"]: cookie["value"] for cookie in await page.context.cookies()}
    await page.context.close()
    return cookies


async def follow(base: str, cookies: dict[str, str]) -> None:
    """Do what the stream's page does (desk/js/stream.js), but for drawing: hear of messages and of rows."""
    news = News()
    async with httpx.AsyncClient(base_url=base, cookies=cookies, timeout=None) as client:
        asking = asyncio.create_task(ask(client, news))
        try:
            async with client.stream("GET", "/events/banc", params={"rows": READER}) as stream:
                kind = ""
                async for line in stream.aiter_lines():
                    name, _, value = line.partition(": ")
                    kind = value if name == "event" else kind
                    if name == "data":
                        news.hear(kind, json.loads(value))
        finally:
            asking.cancel()


class News:
    """What a page heard of and has no row of yet (desk/js/news.js)."""

    def __init__(self) -> None:
        self.heard: dict[int, float] = {}
        self.pushed = False

    def hear(self, kind: str, body: dict[str, Any]) -> None:
        """Note messages, and rows that came by themselves."""
        if kind == "messages":
            self.heard |= {one: time.monotonic() for one in body["ids"] if one not in self.heard}
        elif kind == "rows":
            self.pushed = True
            for one in body["ids"]:
                self.heard.pop(one, None)

    def take(self) -> list[int]:
        """Take those to ask for now, newest first."""
        due = time.monotonic() - (PUSHED if self.pushed else 0)
        ids = sorted((one for one, at in self.heard.items() if at <= due), reverse=True)[:100]
        self.pushed &= not ids
        for one in ids:
            del self.heard[one]
        return ids


async def ask(client: httpx.AsyncClient, news: News) -> None:
    """Ask for the rows of what was heard of and did not come, at the pace of the page."""
    took = 0.0
    while True:
        await asyncio.sleep(min(1.0, max(0.02, took / 2)))
        ids = news.take()
        if not ids:
            continue
        began = time.monotonic()
        answer = await client.get("/w/banc/rows", params={"view": "stream", "ids": ",".join(map(str, ids))})
        answer.raise_for_status()
        took = time.monotonic() - began


async def sit_down(browser: Browser, base: str, link: str) -> Page:
    """Come in by a link, open the stream and follow it, with the observer in place."""
    context = await browser.new_context(locale="fr-FR", base_url=base, viewport={"width": 1366, "height": 768})
    page = await context.new_page()
    await page.goto(link)
    await page.click("[name=later]")
    await page.wait_for_url("**/w/**")
    await page.goto("/w/banc/stream")
    await page.wait_for_selector("#live-state[data-state=on]", state="attached")
    await page.click("[data-follow]")
    await page.mouse.move(0, 0)  # rows come in where nobody is about to click
    await page.evaluate(OBSERVER)
    return page


async def send(base: str, hook: str, rate: int, count: int, start: int = 0) -> dict[int, float]:
    """Send ``count`` calls of one message, ``rate`` a second whatever the answers; return when each was sent."""
    port = int(base.rpartition(":")[2])
    idle: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
    for _ in range(CONNECTIONS):
        idle.put_nowait(await asyncio.open_connection("127.0.0.1", port))
    sent: dict[int, float] = {}
    began = time.monotonic()

    async def one(number: int) -> None:
        await asyncio.sleep(max(0.0, began + (number - start) / rate - time.monotonic()))
        line = await idle.get()
        sent[number] = time.time() * 1e3
        status, _ = await exchange(*line, request(port, hook, number))
        idle.put_nowait(line)
        if status != 200:
            sent.pop(number)

    await asyncio.gather(*(one(number) for number in range(start, start + count)))
    return sent


def request(port: int, hook: str, number: int) -> bytes:
    """Return a signed call of one message."""
    text = f"banc-{number}- Encore la déviation ! Les travaux devaient finir en mars, et personne ne nous dit rien."
    said = {
        "id": f"banc {number}",
        "text": text,
        "author": {"key": f"a{number % 97}", "name": f"Lectrice {number % 97}"},
    }
    body = json.dumps({"messages": [said]}).encode()
    head = (
        f"POST {hook} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\ncontent-type: application/json\r\n"
        f"{HEADER}: {sign(body, SECRET, datetime.now(UTC))}\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def report(sent: dict[int, float], drawn: list[dict[str, float]], options: argparse.Namespace) -> None:
    """Print the row of the table: every delay that was seen, none left out."""
    delays = [
        (at - sent[int(number)]) / 1e3 for desk in drawn for number, at in desk.items() if int(number) in sent
    ]
    if not delays:
        raise SystemExit("live: no row was drawn.")
    print(
        f"live {options.rate:4} messages/s, {options.moderators} moderators ({len(drawn)} in Chromium),"
        f" {options.seconds} s: {len(delays)} rows drawn of"
        f" {len(sent) * len(drawn)} ({len(sent)} of {options.rate * options.seconds} acknowledged)"
        f"  webhook to screen {percentiles(delays)}  load {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    main()
