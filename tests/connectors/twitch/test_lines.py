"""Bytes cut into lines, however they arrive, and lines too long to be kept."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.twitch.lines import EXCERPT, MAX_LINE, LineSplitter, TooLong


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    at = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[start:end] for start, end in pairwise(at)]


def test_lines_end_with_one_mark_or_two() -> None:
    assert LineSplitter().feed(b"a\r\nb\nc\r\n\r\n\nd") == [b"a", b"b", b"c"]


def test_a_line_may_come_in_pieces() -> None:
    splitter = LineSplitter()
    assert splitter.feed(b"PRIV") == []
    assert splitter.feed(b"MSG\r") == []
    assert splitter.feed(b"\nnext") == [b"PRIVMSG"]


def test_a_line_of_ten_megabytes_is_told_and_never_kept() -> None:
    splitter = LineSplitter()
    for _ in range(160):
        assert splitter.feed(b"x" * 65_536) == []
        assert len(splitter._rest) <= MAX_LINE
    assert splitter.feed(b"xx\r\nafter\n") == [TooLong(b"x" * EXCERPT, 160 * 65_536 + 3), b"after"]


def test_a_line_at_the_bound_passes() -> None:
    assert LineSplitter(5).feed(b"12345\n123456\n") == [b"12345", TooLong(b"123456", 6)]


@given(st.binary(max_size=400), st.lists(st.integers(0, 1_000), max_size=8))
def test_how_bytes_arrive_changes_nothing(data: bytes, cuts: list[int]) -> None:
    splitter = LineSplitter(20)
    assert [line for piece in pieces(data, cuts) for line in splitter.feed(piece)] == LineSplitter(20).feed(data)


@given(st.lists(st.binary(min_size=1, max_size=30).filter(lambda line: b"\n" not in line and b"\r" not in line)))
def test_no_line_is_lost(lines: list[bytes]) -> None:
    assert LineSplitter().feed(b"".join(line + b"\r\n" for line in lines)) == lines
