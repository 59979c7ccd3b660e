"""robots.txt as RFC 9309 tells it; the first tests are its own examples (5.1, 5.2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.shared.robots import ALLOW_ALL, REFUSE_ALL, may_read, rules_for

SIMPLE = """\
User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
"""


@pytest.mark.parametrize(
    ("product", "path", "expected"),
    [
        ("Palabre", "/example/page.html", False),
        ("Palabre", "/images/a.gif", False),
        ("Palabre", "/images/a.gif?x", True),
        ("Palabre", "/publications/a", True),
        ("foobot", "/other", False),
        ("FooBot", "/example/page.html", True),
        ("foobot", "/example/allowed.gif", True),
        ("barbot", "/example/page.html", False),
        ("bazbot", "/example/page.html", False),
        ("bazbot", "/autre", True),
        ("quxbot", "/example/", True),
    ],
)
def test_the_example_of_the_standard(product: str, path: str, expected: bool) -> None:
    assert may_read(rules_for(SIMPLE, product), path) is expected


def test_the_longest_rule_wins_and_allow_wins_a_tie() -> None:
    rules = rules_for("User-agent: *\nDisallow: /a/\nAllow: /a/b\nDisallow: /x\nAllow: /x\n", "Palabre")
    assert may_read(rules, "/a/b/c")
    assert not may_read(rules, "/a/c")
    assert may_read(rules, "/x")


@pytest.mark.parametrize(
    ("rule", "path", "expected"),
    [
        ("/", "/n-importe-quoi", False),
        ("/*.php", "/index.php", False),
        ("/*.php$", "/index.php?a", True),
        ("/*.php$", "/a.php.php", False),
        ("/a*b*c", "/axxbyyc", False),
        ("/a*b*c", "/axxcyyb", True),
        ("/a$", "/a", False),
        ("/a$", "/ab", True),
        ("/été", "/%C3%A9t%C3%A9", False),
        ("/*flux", "/fr/flux.xml", False),
        ("", "/a", True),
    ],
)
def test_wildcards(rule: str, path: str, expected: bool) -> None:
    assert may_read(rules_for(f"User-agent: *\nDisallow: {rule}", "Palabre"), path) is expected


def test_comments_blank_lines_and_other_fields_do_not_end_a_group() -> None:
    text = "# bonjour\nUser-agent: *  # tous\n\nCrawl-delay: 5\nSitemap: https://a.fr/s.xml\nDisallow: /a # non\n"
    assert not may_read(rules_for(text, "Palabre"), "/a")


def test_robots_txt_itself_may_always_be_read() -> None:
    assert may_read(REFUSE_ALL, "/robots.txt")
    assert not may_read(REFUSE_ALL, "/")
    assert may_read(ALLOW_ALL, "/")


def test_a_hostile_pattern_takes_no_time() -> None:
    rules = rules_for("User-agent: *\nDisallow: /" + "a*" * 240 + "b$", "Palabre")
    assert may_read(rules, "/" + "a" * 4_000)  # backtracking would take longer than the universe


@given(st.text(max_size=400), st.text(max_size=80))
def test_no_text_is_too_strange(text: str, path: str) -> None:
    may_read(rules_for(text, "Palabre"), f"/{path}")
