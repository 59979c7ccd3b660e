"""A real browser on the desk, and a witness of what should never happen in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect, sync_playwright

from fakes.chromium import MISSING, program

CHROMIUM = program()
PATIENCE = 30_000  # ms; nothing is timed here: this only ends a test that will never pass
needs_chromium = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason=MISSING),
]

#: Tells the console of what the content security policy stopped: it should have had nothing to stop.
_TELL = (
    "addEventListener('securitypolicyviolation', (e) => console.error('CSP', e.violatedDirective, e.blockedURI))"
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run Chromium."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Witness:
    """All that went wrong in a browser's window: scripts, dialogs, refused loads, calls to the outside."""

    base: str
    troubles: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Listen to every page of a context."""
        context.add_init_script(_TELL)
        context.on("console", lambda said: self._console(said.text) if said.type == "error" else None)
        context.on("weberror", lambda error: self._note("script", str(error.error)))
        context.on("dialog", self._dialog)
        context.on("request", lambda request: self._request(request.url))

    def _console(self, text: str) -> None:
        if "status of 409" not in text:  # a colleague was first: the desk says so, the browser grumbles
            self._note("console", text)

    def _dialog(self, dialog: Dialog) -> None:
        self._note("dialog", dialog.message)
        dialog.dismiss()

    def _request(self, url: str) -> None:
        if not url.startswith((self.base, "data:", "blob:")):
            self._note("outside", url)

    def _note(self, kind: str, text: str) -> None:
        self.troubles.append(f"{kind}: {text[:300]}")


def window(browser: Browser, base: str) -> tuple[Page, Witness]:
    """Open a window of somebody new, French, on the desk at ``base``."""
    context = browser.new_context(locale="fr-FR", base_url=base, viewport={"width": 1366, "height": 768})
    context.set_default_timeout(PATIENCE)
    witness = Witness(base)
    witness.watch(context)
    return context.new_page(), witness
