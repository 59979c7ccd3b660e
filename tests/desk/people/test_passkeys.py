"""Passkeys in a real browser, with a virtual authenticator (CDP WebAuthn), under the content security policy."""

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from django.test import override_settings

from fakes.chromium import MISSING, program
from fakes.postgres import free_port
from palabre.desk.people.actions import do_make_person

CHROMIUM = program()
PASSWORD = "une phrase facile"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason=MISSING),
]


@pytest.fixture
def address(database: str) -> Iterator[str]:
    """Serve the desk as it is served to people; passkeys need a name, hence localhost."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen(
        [*command, "palabre.desk.wsgi:application"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(port)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(15)


def wait_for(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise TimeoutError("The desk did not start.")


def test_a_passkey_is_added_then_signs_in_alone(address: str) -> None:
    from playwright.sync_api import sync_playwright

    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.PBKDF2PasswordHasher"]):
        do_make_person(email="mira@courrier.example", name="Mira Lenoir", password=PASSWORD)  # as the desk reads it
    errors: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(locale="fr-FR").new_page()
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        devices = page.context.new_cdp_session(page)
        devices.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
        }
        devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})

        page.goto(f"{address}/accounts/login/")
        page.fill("[name=login]", "mira@courrier.example")
        page.fill("[name=password]", PASSWORD)
        with page.expect_navigation():  # to leave at once would cut the call off
            page.click("main form .button-main")
        page.goto(f"{address}/accounts/2fa/webauthn/add/")
        page.fill("[name=password]", PASSWORD)  # asked again: this changes the safety of the account
        with page.expect_navigation():  # its script is there once it has loaded
            page.click("main form .button-main")
        page.check("[name=passwordless]")
        page.click("#mfa_webauthn_add")
        page.wait_for_url("**/recovery-codes/**")

        page.context.clear_cookies()
        page.goto(f"{address}/accounts/login/")
        page.click("#passkey_login")
        page.wait_for_url(f"{address}/")
        assert "Mira" in page.goto(f"{address}/me/").text()  # type: ignore[union-attr]
        browser.close()
    assert [said for said in errors if "Content Security Policy" in said] == []
