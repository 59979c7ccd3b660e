"""HTML → what a reader would see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.shared.plain_text import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Un.</p><p>Deux.</p>", "Un.\n\nDeux."),
        ("Un<br>deux<br/><br/>trois", "Un\ndeux\n\ntrois"),
        ("<ul><li>pain</li><li>beurre</li></ul>", "pain\nbeurre"),
        ("<div>a</div><div>b</div>", "a\nb"),
        ("Le maire de la <b>Grande</b> <i>Mare</i>&nbsp;!", "Le maire de la Grande Mare\u00a0!"),
        ("d&#39;abord &amp; ensuite", "d'abord & ensuite"),
        ("  trop \n\t d’espaces <b> ici </b> ", "trop d’espaces ici"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ('Bravo <img src="x" onerror="alert(1)" alt="😂"> !', "Bravo 😂 !"),
        ("a < b et c > d", "a < b et c > d"),
        ("ligne 1\r\nligne 2\n\n\n\nligne 3", "ligne 1\nligne 2\n\nligne 3"),
        ("<p>a</p>\0<p>b</p>", "a\n\n�\n\nb"),
        ("", ""),
        ("<p></p>", ""),
    ],
)
def test_what_is_seen(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize(
    "html",
    [
        "avant<script>alert(1)</script>",
        "avant<style>p{color:red}</style>",
        "<head><title>alert(1)</title></head><body>avant</body>",
        "avant<svg><text>alert(1)</text></svg>",
        "avant<!-- alert(1) -->",
        "avant<template>alert(1)</template>",
        "avant<script>alert(1)",
        "avant<iframe src='javascript:alert(1)'>alert(1)</iframe>",
    ],
)
def test_what_is_never_text(html: str) -> None:
    assert plain_text(html) == "avant"


def test_escaped_markup_stays_text() -> None:
    assert plain_text("&lt;script&gt;alert(1)&lt;/script&gt;") == "<script>alert(1)</script>"


def test_a_page_that_declares_another_encoding_is_still_read() -> None:
    assert plain_text('<html><head><meta charset="latin-1"></head><body>été</body></html>') == "été"


def test_deep_and_broken_html_is_survived() -> None:
    assert "fin" in plain_text("<div>" * 200 + "fin")
    plain_text("<div>" * 100_000 + "fin")
    plain_text("<" * 200_000 + "a>")
    plain_text("<p " + 'a="b" ' * 50_000 + ">")


@given(st.text(alphabet=st.sampled_from("<>/abp ='\"&;!-\n\0é"), max_size=200))
def test_no_html_is_too_strange(html: str) -> None:
    text = plain_text(html)
    assert "\0" not in text or "\0" in html
    assert text == text.strip("\n")
