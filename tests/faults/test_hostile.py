"""Whatever a stranger sends: a clear error or a safe display, never a crash, never a script that runs."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from acceptance.browser import chromium, needs_chromium
from acceptance.newsroom import Person, Site, add_webhook, first_link, newcomer
from fakes.palabre import Running, palabre_up, wait_for

pytestmark = [pytest.mark.fault, *needs_chromium]

RUN = "window.ran=1"
OUT = "//dehors.example/"
ATTACKS = [
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",  # out of JSON inside a page
    f"</textarea></title></style><script>{RUN}</script>",
    f'"><img src=x onerror="{RUN}">',
    f"'><svg/onload='{RUN}'>",
    f'<img src="{OUT}espion.png"><link rel=stylesheet href="{OUT}s.css">',
    f'<iframe srcdoc="<script>parent.{RUN}</script>" src="javascript:parent.{RUN}"></iframe>',
    f'<a href="javascript:{RUN}" autofocus onfocus="{RUN}">clic</a>',
    f'<form action="{OUT}"><input name=q autofocus onfocus={RUN}><button formaction="javascript:{RUN}">',
    f'<div hx-get="{OUT}" hx-trigger="load" hx-on:htmx:load="{RUN}" data-hx-get="{OUT}">',
    f'<base href="{OUT}"><meta http-equiv=refresh content="0;url={OUT}">',
    f"<live-stream></live-stream><dialog open><script>{RUN}</script>",
    f'{{{{ constructor.constructor("{RUN}")() }}}} {{% load static %}} ${{{RUN}}}',
    f"<style>@import '{OUT}a.css'; body{{background:url({OUT}b.png)}}</style>",
    f"<!--<![CDATA[--><script>{RUN}</script>]]>",
    f"&lt;script&gt;{RUN}&lt;/script&gt; &#60;script&#62;{RUN}&#60;/script&#62;",
]
ALL = " ".join(ATTACKS)
#: What may stand in an address of the page: our own rooms, and pages of the web that a person may choose to open.
SAFE = ("/", "?", "#", "http://", "https://")

#: Every address in the page, as the browser would follow it or send to it.
ADDRESSES = """() => [...document.querySelectorAll('*')].flatMap((one) => ['href', 'src', 'action', 'formaction',
    'xlink:href', 'hx-get', 'hx-post', 'data-hx-get'].map((name) => one.getAttribute(name)).filter(Boolean))"""


@pytest.fixture(scope="module")
def palabre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with palabre_up(tmp_path_factory.mktemp("hostile") / "home") as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def owner(palabre: Running, browser: Browser) -> Person:
    """An owner whose very name, and whose workspace's, are attacks."""
    owner = newcomer(browser, palabre)
    owner.enter(first_link(palabre), ATTACKS[3] + ATTACKS[0])
    owner.found(ATTACKS[0] + ATTACKS[3])
    return owner


@pytest.fixture(scope="module")
def site(owner: Person) -> Site:
    return add_webhook(owner, ATTACKS[1])


def said(id: str, text: str, **fields: Any) -> dict[str, Any]:
    return {"id": id, "text": text, **fields}


def everywhere(attack: str, number: int) -> dict[str, Any]:
    """Return a message that carries an attack in each of its fields."""
    address = f"https://ailleurs.example/{quote(attack, safe='<>()=/;:')}".replace(" ", "+")[:2000]
    return said(
        f"{attack[:200]}{number}",
        f"{attack} imbécile, sale menteur {attack}",  # marked as an insult, so that evidence cuts through it
        title=attack,
        lead=attack,
        place=attack,
        site=attack[:300],
        thread=attack[:300],
        url=address,
        author={"key": f"{attack[:200]}{number}", "name": attack[:300], "url": address},
        attachments=[{"name": attack[:300], "media_type": "image/png", "size": 12, "url": address}],
        raw={attack: [attack, {"html": attack}]},
    )


@pytest.fixture(scope="module")
def attacked(palabre: Running, site: Site) -> list[int]:
    """Every attack, in every field, received and stored; their numbers."""
    messages = [everywhere(attack, n) for n, attack in enumerate([*ATTACKS, ALL])]
    answer = site.post({"messages": messages})
    assert answer.status_code == 200, answer.text
    return stored(palabre, [message["id"] for message in messages])


def stored(palabre: Running, ids: list[str]) -> list[int]:
    """Wait until all these messages of a source are stored; return their numbers, in that order."""
    with palabre.connect() as owner:
        asked = "SELECT external_id, id FROM message WHERE external_id = ANY(%s)"
        wait_for(lambda: len(owner.execute(asked, (ids,)).fetchall()) == len(ids), 60)
        numbers = dict(owner.execute(asked, (ids,)).fetchall())
    return [numbers[id] for id in ids]


def harmless(person: Person) -> None:
    """Hold that nothing ran in the page that is open, and that nothing in it would run or leave by itself."""
    person.page.wait_for_load_state("load")
    assert person.page.evaluate("window.ran") is None
    unsafe = [one for one in person.page.evaluate(ADDRESSES) if not one.startswith(SAFE)]
    assert unsafe == []
    assert person.witness.troubles == []


def test_the_witness_would_see_a_script_and_a_call_to_the_outside(palabre: Running, browser: Browser) -> None:
    stranger = newcomer(browser, palabre)
    stranger.page.goto("/accounts/login/")
    stranger.page.evaluate(f"document.body.insertAdjacentHTML('beforeend', `{ATTACKS[3]}{ATTACKS[5]}`)")
    stranger.page.evaluate("fetch('https://dehors.example/').catch(() => 0)")
    stranger.page.evaluate("setTimeout(() => alert('vu'))")
    wait_for(lambda: stranger.page.wait_for_timeout(50) or len(stranger.witness.troubles) >= 3, 30)
    assert stranger.page.evaluate("window.ran") is None  # the policy stopped it, and that was seen
    seen = " ".join(stranger.witness.troubles)
    assert "dialog: vu" in seen and "script-src" in seen and "connect-src" in seen


@pytest.mark.parametrize(
    "room", ["queue", "queue?order=newest", "stream", "sources/", "search?q=script&period=all"]
)
def test_no_room_runs_what_a_message_carries(owner: Person, attacked: list[int], room: str) -> None:
    owner.go(room)
    expect(owner.page.locator("main")).to_contain_text("<script>window.ran=1</script>")  # shown as it was written
    harmless(owner)


def test_no_page_of_a_message_or_an_author_runs_it(owner: Person, attacked: list[int]) -> None:
    for number in attacked:
        owner.go(f"messages/{number}")
        expect(owner.page.locator(".said")).to_contain_text("imbécile")
        owner.page.locator("details.raw summary").click()
        expect(owner.page.locator(".raw-text")).to_contain_text("html")
        harmless(owner)
    for number in attacked[-3:]:
        owner.go(f"messages/{number}")
        owner.page.locator(".who-name a").click()
        owner.page.wait_for_url("**/authors/*")
        harmless(owner)


def test_the_queue_opens_each_of_them_in_its_pane(owner: Person, attacked: list[int]) -> None:
    for number in attacked:
        owner.go(f"queue?m={number}")
        expect(owner.page.locator(".pane .said")).to_contain_text("imbécile")
        harmless(owner)


def test_they_come_alive_into_pages_that_are_open(palabre: Running, owner: Person, site: Site) -> None:
    owner.follow_stream()
    assert site.post({"messages": [everywhere(ALL, 100)]}).status_code == 200
    expect(owner.row("window.ran=1").first).to_be_visible()
    harmless(owner)
    owner.go("queue?order=newest")
    owner.wait_for_news()
    assert site.post({"messages": [everywhere(ALL, 101)]}).status_code == 200
    owner.page.locator(".q-fresh .pill").click()
    harmless(owner)


def test_what_a_moderator_writes_is_no_script_either(owner: Person, attacked: list[int]) -> None:
    owner.go(f"messages/{attacked[0]}")
    owner.press("r")
    owner.page.fill("#verdict textarea", ALL[:1900])
    owner.page.locator("#verdict .article").first.click()
    expect(owner.page.locator(".log li")).to_contain_text("window.ran=1")
    harmless(owner)
    for room in (
        "settings/audit/?check=1",
        "settings/",
        "settings/workspace",
        f"search?q={quote(ALL[:900])}",
        "topics/",
    ):
        owner.go(room)
        harmless(owner)
    owner.press("Control+k")
    owner.page.keyboard.type("<script>")
    harmless(owner)


@pytest.mark.parametrize(
    "scheme", ["javascript:window.ran=1", "JaVaScRiPt:window.ran=1", "data:text/html,<script>", "vbscript:x"]
)
def test_an_address_that_is_a_script_is_refused_with_its_path(site: Site, scheme: str) -> None:
    answer = site.post({"messages": [said("u", "Une adresse", url=scheme)]})
    assert answer.status_code == 422
    assert "messages[0].url" in answer.text
    author = {"key": "a", "name": "A", "url": scheme}
    assert site.post({"messages": [said("u", "Une adresse", author=author)]}).status_code == 422


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"messages":[{"id":"1","text":"' + b"a" * 10_000_000 + b'"}]}', 413),
        (b'{"messages":[{"id":"1","text":"' + b"a" * 1_000_001 + b'"}]}', 422),
        ('{"messages":[{"id":"1","text":"déjà"}]}'.encode("latin-1"), 400),
        (b'{"messages":[{"id":"1","text":"\xed\xa0\x80"}]}', 400),  # half a surrogate pair
        (b'{"messages":[{"id":"1","text":"a\x00b"}]}', 400),  # a bare NUL is no JSON
        (b'{"messages":' + b"[" * 200_000 + b"]" * 200_000 + b"}", 400),
        (b'{"messages":[{"id":"1","text":"t","raw":' + b'{"a":' * 500 + b"1" + b"}" * 500 + b"}]}", 422),
        (b'{"messages":[{"id":"1","text":"t","published":"0001-01-01T00:00:00Z"}]}', 422),
        (b'{"messages":[{"id":"1","text":"t","engagement":1e400}]}', 400),
        (b'{"messages":[{"id":"1","text":"t","engagement":-3}]}', 422),
        (b"", 400),
        (b"\x00" * 1000, 400),
        (b"null", 422),
    ],
    ids=[
        "10-MB",
        "text-too-long",
        "latin-1",
        "surrogate",
        "nul",
        "deep",
        "deep-raw",
        "year-1",
        "huge-number",
        "negative",
        "empty",
        "nuls",
        "null",
    ],
)
def test_a_monstrous_call_is_refused_in_words(palabre: Running, site: Site, body: bytes, status: int) -> None:
    answer = site.post_raw(body)
    assert (answer.status_code, bool(answer.json()["error"])) == (status, True), answer.text[:300]
    wait_for(palabre.healthy, 30)  # at once, or when a busy machine gives each part its turn


MONSTERS = {
    "escaped NUL": "avant\u0000après",
    "one word": "a" * 100_000,
    "one megabyte": "Phrase de longueur moyenne, sans fin. " * 26_000,
    "right to left": "\u202e\u2066‮txt.exe\u2069 مرحبا " * 50,
    "emoji wall": "🧑🏽‍🚒👨‍👩‍👧‍👦🏳️‍🌈🔥" * 2_000,
    "piled accents": "Z" + "\u0301\u0323\u0330" * 5_000,
    "spaces": "\u200b\u00a0\u2003\u3000\ufeff" * 1_000 + "fin",
    "lines": "ligne\n" * 20_000,
    "nothing seen": "\u200d\u200b",
}


def test_monstrous_texts_are_taken_and_shown_within_their_page(palabre: Running, owner: Person, site: Site) -> None:
    for name, text in MONSTERS.items():
        answer = site.post({"messages": [said(f"monster {name}", text, author={"key": name, "name": text[:300]})]})
        assert answer.status_code == 200, (name, answer.text[:300])
    for number in stored(palabre, [f"monster {name}" for name in MONSTERS]):
        for room in (f"messages/{number}", f"queue?m={number}"):
            owner.go(room)
            assert fits(owner), (room, number)
            harmless(owner)
    for room in ("stream", "queue?order=newest"):
        owner.go(room)
        assert fits(owner), room
        harmless(owner)


def fits(person: Person) -> bool:
    """Tell whether nothing sticks out of the window sideways."""
    return bool(person.page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"))


def imported(palabre: Running, person: Person, file: Path, source: str) -> subprocess.CompletedProcess[str]:
    """Run ``palabre import`` beside the running product."""
    environment = {**os.environ, "PALABRE_HOME": str(palabre.home)}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "palabre.cli.main", "import", str(file), "-w", person.slug, "-s", source]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240)


def test_a_hostile_file_gives_its_good_rows_and_the_place_of_each_bad_one(
    palabre: Running, owner: Person, tmp_path: Path
) -> None:
    good = [
        json.dumps({"id": f"bon {n}", "text": f"Bonne ligne {n} {ALL}", "author": ATTACKS[n]}).encode()
        for n in range(4)
    ]
    bad = {
        2: b'{"id": "x", "text": "' + b"a" * 10_000_001 + b'"}',
        4: b'{"id": "y", "text": "d\xe9j\xe0"}',
        6: b'{"id": "z", "text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    }
    lines = [good[0], bad[2], good[1], bad[4], good[2], bad[6], good[3]]
    file = tmp_path / "hostile.jsonl"
    file.write_bytes(b"\n".join(lines) + b"\n")
    done = imported(palabre, owner, file, "Fichier hostile")
    assert "Traceback" not in done.stderr
    assert done.returncode == 1, done.stderr
    for number in bad:
        assert f"l. {number}: " in done.stderr, done.stderr
    with palabre.connect() as connection:
        asked = "SELECT count(*) FROM message WHERE external_id LIKE 'bon %'"
        wait_for(lambda: connection.execute(asked).fetchone() == (4,), 30)
    owner.go("sources/")
    owner.page.get_by_role("link", name="Fichier hostile").click()
    expect(owner.page.locator("#aside tbody tr")).to_have_count(3)
    harmless(owner)


def test_scripts_in_a_spreadsheet_are_text(palabre: Running, owner: Person, tmp_path: Path) -> None:
    file = tmp_path / "tableur.csv"
    with file.open("w", newline="", encoding="utf-8") as opened:
        rows = csv.writer(opened)
        rows.writerow(["id", "commentaire", "auteur", "url", "date"])
        for n, attack in enumerate(ATTACKS):
            rows.writerow(
                [
                    f"tab {n}",
                    f"{attack} nul\x00",
                    f'=HYPERLINK("{OUT}") {attack}',
                    f"javascript:{RUN}",
                    "2026-03-14 09:26",
                ]
            )
    done = imported(palabre, owner, file, "Tableur hostile")
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == 0, done.stderr
    for number in stored(palabre, [f"tab {n}" for n in range(len(ATTACKS))])[:4]:
        owner.go(f"messages/{number}")
        expect(owner.page.locator(".said")).to_contain_text("window.ran" if number else "")
        harmless(owner)
