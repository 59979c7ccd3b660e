import pytest

from architecture.tree import ROOT, tracked
from architecture.words import forbidden


def test_no_tracked_file_names_an_index_or_a_machine() -> None:
    found = []
    for path in tracked():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a picture, a workbook: no prose
        found += [f"{path.relative_to(ROOT)}:{line}: {what}" for line, what in forbidden(text)]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "see https://py" + "pi.org/simple/",
        '"resolved": ' + '"https://example.org/x.tgz"',
        "pip install --find" + "-links x",
        "/wo" + "rk/main/src",
        "open('/ro" + "ot/file')",
        "as DES" + "IGN.md says",
    ],
)
def test_what_is_forbidden_is_found(line: str) -> None:
    assert [number for number, _ in forbidden(f"fine\n{line}\n")] == [2]


@pytest.mark.parametrize(
    "line", ["node_modules", "the root folder", "/var/lib/palabre", "homework/ is fine", "/home/alice/x"]
)
def test_what_is_usual_is_left_alone(line: str) -> None:
    assert list(forbidden(line)) == []
