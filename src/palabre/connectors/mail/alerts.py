"""Mails of Google Alerts: one result, one article, with its real address out of the redirect. Pure.

The HTML is read (schema.org's ``itemprop`` where it is there, the order of things where it is not), and the plain
text where a mail has no HTML.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from palabre.connectors.mail.headers import Person
from palabre.connectors.mail.html_body import parsed
from palabre.connectors.shared.google_alerts import target_address

SENDER = "googlealerts-noreply@google.com"

#: Results read of one mail; Google sends at most some tens.
MAX_RESULTS = 200

#: Links of a mail beyond which it is none that Google sent.
MAX_LINKS = 1_000

_REDIRECT = re.compile(r"<(https?://[^<>\s]{1,4000})>")
_SPACES = re.compile(r"\s+")


class Result(NamedTuple):
    """One result: its page, its title, who published it, the words around what was found."""

    url: str
    title: str
    publisher: str
    snippet: str


def is_alert(sender: Person) -> bool:
    """Tell whether a mail comes from Google Alerts."""
    return sender.address == SENDER


def results(html: str, text: str) -> list[Result]:
    """Return the results of a mail, each page once, in order."""
    found = list(_from_html(html)) or list(_from_text(text))
    once = {result.url: result for result in reversed(found)}
    return list(reversed(once.values()))[:MAX_RESULTS]


def _from_html(html: str) -> Iterator[Result]:
    root = parsed(html) if html.strip() else None
    if root is None:
        return
    links = [(link, target) for link in root.iter("a") if (target := _target(link.get("href") or ""))]
    if len(links) > MAX_LINKS:
        return
    titled = [(link, target) for link, target in links if _words(link)]
    firsts = [
        (link, target)
        for at, (link, target) in enumerate(titled)
        if target not in {t for _, t in titled[:at][-20:]}
    ]
    for link, target in firsts:
        yield _result(link, target)


def _result(link: Any, target: str) -> Result:
    box = _box(link, target)
    publisher = _property(box, "publisher") or urlsplit(target).hostname or ""
    snippet = _property(box, "description") or _after(box, link, publisher)
    return Result(target, _words(link)[:2_000], publisher[:300], snippet[:20_000])


def _box(link: Any, target: str) -> Any:
    """Return the largest element around a link that holds no other result."""
    box = link
    for around in link.iterancestors():
        others = (_target(other.get("href") or "") for other in around.iter("a"))
        if around.tag in ("body", "html") or any(other not in ("", target) for other in others):
            break
        box = around
    return box


def _property(box: Any, name: str) -> str:
    found = box.xpath(f".//*[@itemprop='{name}']")
    return _words(found[0]) if found else ""


def _after(box: Any, link: Any, publisher: str) -> str:
    """Return the words of a box without its title and its publisher."""
    rest = _words(box).removeprefix(_words(link)).strip()
    return rest.removeprefix(publisher).strip()


def _words(element: Any) -> str:
    return _SPACES.sub(" ", "".join(element.itertext())).strip()


def _target(address: str) -> str:
    """Return the page behind a redirect of Google, empty where it is none (a link to settings, to sharing)."""
    target = target_address(address)
    return target if target != address else ""


def _from_text(text: str) -> Iterator[Result]:
    """Read ``title, publisher, words, <redirect>``, paragraph by paragraph."""
    for paragraph in text.replace("\r\n", "\n").split("\n\n"):
        match = _REDIRECT.search(paragraph)
        target = _target(match[1]) if match else ""
        lines = [line.strip() for line in paragraph[: match.start()].split("\n") if line.strip()] if match else []
        if target and lines:
            publisher = lines[1] if len(lines) > 2 else urlsplit(target).hostname or ""
            yield Result(target, lines[0][:2_000], publisher[:300], " ".join(lines[2:] or lines[1:])[:20_000])
