"""Which addresses are shown as links, and which may be fetched for anyone who asks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.shared.web_address import is_public, link, origin, path_and_query


@pytest.mark.parametrize(
    "address", ["https://exemple.fr/a?b=c#d", "http://exemple.fr", "https://[2001:db8::1]:8080/x"]
)
def test_a_web_address_is_a_link(address: str) -> None:
    assert link(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt://exemple.fr/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "ftp://exemple.fr/a",
        "//exemple.fr/a",
        "exemple.fr",
        "https://",
        "https://exemple.fr/a b",
        "https://exemple.fr\\@pirate.example/",
        "https://exemple.fr:99999/",
        "https://exemple.fr:0/",
        "https://[oups/",
        "https://exemple.fr/" + "a" * 5_000,
        "",
    ],
)
def test_anything_else_is_not(address: str) -> None:
    assert link(address) == ""


def test_a_relative_address_is_resolved() -> None:
    assert link("/b?c", "https://exemple.fr/a/") == "https://exemple.fr/b?c"
    assert link("javascript:alert(1)", "https://exemple.fr/") == ""


@given(st.text(), st.text())
def test_link_never_raises_and_only_gives_web_addresses(address: str, base: str) -> None:
    assert link(address, base).startswith(("http://", "https://", "")) and "\n" not in link(address, base)


@pytest.mark.parametrize(
    "ip", ["93.184.215.14", "2606:2800:220:1::1", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e"]
)
def test_public_addresses(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "ip",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
        *(
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fe80::1%eth0",
            "fc00::1",
            "ff02::1",
        ),
        *("::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::", "pas une adresse"),
    ],
)
def test_internal_addresses(ip: str) -> None:
    assert not is_public(ip)


def test_origin_leaves_out_who_and_where() -> None:
    assert origin("https://moi:secret@Exemple.FR:8443/a?b") == "https://exemple.fr:8443"
    assert path_and_query("https://exemple.fr") == "/"
    assert path_and_query("https://exemple.fr/a?b=c#d") == "/a?b=c"
