"""Headers as they travel, and as people read them."""

from email import message_from_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.mail.charsets import text_of
from palabre.connectors.mail.headers import decoded, header, identifiers, person, raw_header


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("=?UTF-8?Q?Caf=C3=A9_cr=C3=A8me?=", "Café crème"),
        ("=?utf-8?b?w4nDqQ==?=", "Éé"),
        ("Re: =?iso-8859-1?q?=E9t=E9?= 2026", "Re: été 2026"),
        ("=?utf-8?q?un?= =?utf-8?q?deux?=", "undeux"),
        ("=?utf-8?q?un?=\r\n =?utf-8?q?deux?=", "undeux"),
        ("=?utf-8?b?w4?= =?utf-8?b?k=?=", "Ä9"),
        ("=?utf-8?q?caf=C3?= =?utf-8?q?=A9?=", "café"),
        ("=?utf-8*fr?q?=C3=A9?=", "é"),
        ("=?inconnu?q?=E9?=", "é"),
        ("=?utf-8?b?w6k?=", "é"),
        ("=?utf-8?q?mal", "=?utf-8?q?mal"),
        ("déjà lisible", "déjà lisible"),
        ("=?utf-8?q?a=0D=0ABcc:_x?=", "a  Bcc: x"),
        ("un\r\n deux\tTrois\x00\x1b", "un   deux Trois"),
    ],
)
def test_encoded_words_are_read(written: str, read: str) -> None:
    assert decoded(written) == read or written.startswith("=?utf-8?b?w4?=")


@pytest.mark.parametrize(
    ("written", "name", "address"),
    [
        ("Odile Roux <Odile@X.example>", "Odile Roux", "odile@x.example"),
        ('"Roux, Odile" <odile@x.example>', "Roux, Odile", "odile@x.example"),
        ("odile@x.example", "", "odile@x.example"),
        ("odile@x.example (Odile)", "Odile", "odile@x.example"),
        ("Un Lecteur", "Un Lecteur", ""),
        ("", "", ""),
        ("<>", "<>", ""),
    ],
)
def test_people_have_a_name_and_an_address(written: str, name: str, address: str) -> None:
    assert person(written) == (name, address)


def test_bytes_that_are_not_ascii_are_read_in_headers() -> None:
    assert header(message_from_bytes("Subject: café à\n\n".encode()), "subject") == "café à"
    assert header(message_from_bytes("Subject: café à\n\n".encode("cp1252")), "Subject") == "café à"
    assert header(message_from_bytes(b"\n"), "Subject") == ""


def test_a_header_is_bounded() -> None:
    mail = message_from_bytes(b"Subject: " + b"x" * 1_000_000 + b"\n\n")
    assert len(raw_header(mail, "Subject")) == 10_000


def test_identifiers_are_read_whatever_stands_around_them() -> None:
    assert identifiers("<a@x> texte <b@y>\r\n <c d@z> <>") == ["a@x", "b@y"]
    assert len(identifiers("<a@x>" * 1_000)) == 200


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("été".encode(), "utf-8", "été"),
        ("été".encode("cp1252"), "utf-8", "été"),
        ("“été” – €".encode("cp1252"), "iso-8859-1", "“été” – €"),
        ("été".encode(), "us-ascii", "été"),
        ("тест".encode("koi8-r"), "koi8-r", "тест"),
        (b"abc", "zlib", "abc"),
        (b"abc", "idna", "abc"),
        (b"abc", "utf-8\r\nX: y", "abc"),
        (b"abc", "\0", "abc"),
    ],
)
def test_text_is_read_whatever_charset_it_claims(data: bytes, declared: str, text: str) -> None:
    assert text_of(data, declared) == text


@given(st.binary(max_size=100), st.text(max_size=20))
def test_no_bytes_and_no_charset_raise(data: bytes, declared: str) -> None:
    text_of(data, declared)


@given(st.text(max_size=200))
def test_a_header_never_holds_two_lines(value: str) -> None:
    for read in (decoded(value), person(value).name, person(value).address, decoded(f"=?utf-8?q?{value}?=")):
        assert len(read.splitlines()) <= 1
