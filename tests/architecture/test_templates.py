import pytest

from architecture.templates import faults
from architecture.tree import ROOT, sources


def test_pages_hold_nothing_that_the_policy_refuses() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {fault}"
        for path in sources(".html")
        for line, fault in faults(path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "<script>run()</script>",
        '<p style="color: red">',
        "<style>",
        "<a onclick='go()'>",
        '<div hx-ext="sse">',
        "{{ message.text|safe }}",
        "{% autoescape off %}",
        '<img src="https://example.org/pixel.gif">',
    ],
)
def test_what_the_policy_refuses_is_found(line: str) -> None:
    assert [number for number, _ in faults(f"<p>\n{line}\n")] == [2]


@pytest.mark.parametrize(
    "line",
    [
        '<script type="module" src="{% static "desk/js/desk.js" %}"></script>',
        '<script type="application/json" id="keys">{}</script>',
        '<a href="https://example.org/" rel="noopener">',
        '<p class="on-air" data-style="x">',
    ],
)
def test_what_is_usual_passes(line: str) -> None:
    assert list(faults(line)) == []
