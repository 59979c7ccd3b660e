"""Large pages: asked for memory of our own alone, and nothing in it changes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from palabre.pipeline.pages import LARGE, LargePages, places

MAPS = """\
55d0c0400000-55d0c0a00000 r-xp 00000000 fe:00 1234                       /usr/bin/python3
55d0c1000000-55d0c1401000 rw-p 00000000 00:00 0                          [heap]
7f0000100000-7f0000700000 rw-p 00000000 00:00 0
7f0000800000-7f0000c00000 rw-p 00000000 00:00 0                          [anon:arena]
7f0001000000-7f0001400000 rw-s 00000000 00:01 99                         /dev/zero (deleted)
7f0002000000-7f0002400000 rw-p 00000000 fe:00 77                         /usr/lib/libc.so.6
7ffd00000000-7ffd00400000 rw-p 00000000 00:00 0                          [stack]
7f0003000000-7f0003100000 rw-p 00000000 00:00 0
"""


def test_only_whole_pages_of_private_memory_are_asked_for() -> None:
    assert [hex(one) for one in places(MAPS)] == [
        "0x55d0c1000000", "0x55d0c1200000", "0x7f0000200000", "0x7f0000400000", "0x7f0000800000", "0x7f0000a00000",
    ]  # fmt: skip


def test_a_machine_that_wants_none_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = tmp_path / "enabled"
    said.write_text("always madvise [never]")
    monkeypatch.setattr("palabre.pipeline.pages._WANTED", said)
    monkeypatch.setattr("palabre.pipeline.pages.places", lambda maps: pytest.fail("nothing may be looked at"))
    LargePages().round()


def test_where_no_large_page_is_free_it_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    pages = LargePages()
    pages._advise = lambda place, *_: asked.append(place) or -1  # type: ignore[assignment, func-returns-value]
    monkeypatch.setattr("palabre.pipeline.pages.places", lambda maps: iter(range(0, 8 * LARGE, LARGE)))
    monkeypatch.setattr("ctypes.get_errno", lambda: 12)
    pages.round()
    pages.some(1.0)
    assert asked == [0]


MADE = """
import re
from palabre.pipeline.pages import LargePages
held = [bytes([n % 251]) * 4_000 for n in range(8_000)]  # of small blocks, as words are
def large():
    with open("/proc/self/smaps") as smaps:
        return sum(map(int, re.findall(r"AnonHugePages: +([0-9]+)", smaps.read())))
pages, before = LargePages(), large()
pages.round()
pages.some(0.001)
assert held == [bytes([n % 251]) * 4_000 for n in range(8_000)]
print(pages._advise is not None, before, large())
"""


def test_memory_is_put_together_and_holds_what_it_held() -> None:
    said = subprocess.check_output([sys.executable, "-c", MADE], text=True)
    done, before, after = re.fullmatch(r"(True|False) ([0-9]+) ([0-9]+)\n", said).groups()  # type: ignore[union-attr]
    if done == "False":
        pytest.skip("this machine gives no large pages")
    assert int(after) - int(before) > 16 * 1024, "kB, of 32 MB that are held"
