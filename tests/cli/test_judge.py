"""``palabre judge``: lines in, readings out; a wrong line is told and stops nothing."""

import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from palabre.cli import lines_in
from palabre.cli.message_lines import MOST_TEXT, WrongLine, read_line

from .conftest import Palabre, Said, command

Judge = Callable[..., Said]

INSULT = "Tu n’es qu’un gros connard, Morel"
QUESTION = "Est-ce que la mairie compte répondre un jour ?"


@pytest.fixture
def judge(palabre: Palabre, monkeypatch: pytest.MonkeyPatch) -> Judge:
    """Give ``judge(lines, "--least", …)``: lines are objects, or bytes as they stand."""

    def run(lines: list[object], *arguments: str) -> Said:
        data = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\n".join(data))))
        return palabre("judge", *arguments)

    return run


def test_each_message_is_answered_in_order_with_its_evidence(judge: Judge) -> None:
    said = judge([{"id": 7, "text": INSULT}, {"id": "q", "text": QUESTION}, {"id": 9, "text": "Bonjour"}])
    assert said.status == 0
    assert [row["id"] for row in said.rows] == [7, "q", 9]
    first, second, third = said.rows
    assert set(first) == {"id", "lang", "signals", "evidence", "sentiment"}
    assert first["signals"]["insult"] > 0.5 and first["lang"] == "fr"
    proofs = [
        (INSULT[one["start"] : one["end"]], one["why"]) for one in first["evidence"] if one["signal"] == "insult"
    ]
    assert any("connard" in words and why.startswith("insult") for words, why in proofs)
    assert second["signals"]["question"] > 0.5 and third["signals"].get("insult", 0) < 0.2
    assert all(-1 <= row["sentiment"] <= 1 for row in said.rows)


def test_wrong_lines_are_told_with_their_number_and_the_rest_goes_on(judge: Judge) -> None:
    wrong = [b"{", b'"text"', b"\xff\xfe", {"text": "sans nom"}, {"id": 1}, {"id": 1, "text": 3}]
    said = judge([{"id": "a", "text": QUESTION}, *wrong, b"", {"id": "z", "text": QUESTION}])
    assert said.status == 1
    assert [row["id"] for row in said.rows] == ["a", "z"]
    told = [line for line in said.err.splitlines() if line.startswith("palabre judge: line ")]
    assert [line.split(":")[1].split()[-1] for line in told] == ["2", "3", "4", "5", "6", "7"]
    assert 'there is no "id"' in told[3] and 'there is no "text"' in told[4] and "quotation marks" in told[5]


def test_what_is_less_sure_is_left_out_on_demand(judge: Judge) -> None:
    (row,) = judge([{"id": 1, "text": INSULT}], "--least", "0.995").rows
    assert row["signals"] == {} and row["evidence"] == []
    assert judge([], "--least", "2").status == 2


@pytest.mark.parametrize("text", ["", " \t", "🤬" * 10_000, "a" * MOST_TEXT, "‮مرحبا\u200bconnard\x00", "🏴‍☠️ñ́"])
def test_odd_texts_are_judged(judge: Judge, text: str) -> None:
    said = judge([{"id": 1, "text": text}])
    assert said.status == 0 and len(said.rows) == 1
    assert "sentiment" not in said.rows[0]["signals"]


def test_nothing_in_is_nothing_out(judge: Judge) -> None:
    assert judge([]) == Said(0, "", "")


def test_a_live_stream_is_answered_as_it_comes() -> None:
    with subprocess.Popen(command("judge"), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin and process.stdout
        for number in range(3):
            process.stdin.write(json.dumps({"id": number, "text": QUESTION}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(30) == 0


def test_a_line_has_any_field_and_only_those_needed_are_read() -> None:
    line = read_line(
        json.dumps({
            "id": 4, "text": "x", "kind": "tweet", "visibility": "press", "followers": "beaucoup", "title": "T",
            "author": {"key": "k"}, "author_name": "Odile", "lang": None, "published": "hier",
        }).encode()
    )  # fmt: skip
    message = line.message
    assert (line.id, message.id, message.kind, message.visibility) == (4, "4", "comment", "press")
    assert message.author and (message.author.key, message.author.name) == ("k", "Odile")
    assert read_line(b'{"id": 1, "text": "x", "author": "jp"}').message.author.key == "jp"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "data",
    [
        b"[]",
        b'{"id": true, "text": "x"}',
        b'{"id": "", "text": "x"}',
        b'{"id": "' + b"i" * 501 + b'", "text": "x"}',
        b'{"id": 1, "text": "x", "title": []}',
        b'{"id": 1, "text": "' + b"x" * (MOST_TEXT + 1) + b'"}',
        b"[" * 100_000,
        b'{"id": 1, "text": "\\ud800"}',
    ],
)
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(WrongLine):
        read_line(data)


class Pieces(io.RawIOBase):
    """A pipe that gives what it was told to, piece by piece."""

    def __init__(self, *pieces: bytes) -> None:
        self.pieces = list(pieces)

    def read1(self, most: int = -1) -> bytes:
        return self.pieces.pop(0) if self.pieces else b""


def lines_of(*pieces: bytes) -> list[tuple[int, bytes]]:
    return [line for lines, _ in lines_in.batches(Pieces(*pieces)) for line in lines]  # type: ignore[arg-type]


def test_lines_are_whole_whatever_the_pieces() -> None:
    assert lines_of(b"a", b"b\n\nc\r\n", b"d") == [(1, b"ab"), (3, b"c\r"), (4, b"d")]


def test_a_batch_is_bounded_and_so_is_a_line_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = [len(lines) for lines, _ in lines_in.batches(Pieces(b"x\n" * 1_200))]  # type: ignore[arg-type]
    assert sum(sizes) == 1_200 and max(sizes) == lines_in.MOST_LINES
    monkeypatch.setattr(lines_in, "MOST_BYTES", 10)
    assert lines_of(b"1" * 8, b"2" * 8, b"3" * 8, b"\nnext") == [(1, b"11111111222"), (2, b"next")]


def test_the_size_of_a_file_is_known_and_that_of_a_pipe_is_not(tmp_path: Path) -> None:
    path = tmp_path / "m.jsonl"
    path.write_bytes(b"12345")
    with path.open("rb") as file:
        assert lines_in.size_of(file) == 5
    assert lines_in.size_of(io.BytesIO(b"12345")) is None


def test_a_register_of_products_counts_for_adverse_events(judge: Judge, tmp_path: Path) -> None:
    file = tmp_path / "ours.csv"
    file.write_text("code;name\n1;Zorbiflex 20 mg\n", "utf-8")
    lines: list[object] = [{"id": 1, "text": "Le zorbiflex m'a mise par terre, nausées et vertiges"}]
    (with_it,) = judge(lines, "--products", str(file)).rows
    (without,) = judge(lines).rows
    assert with_it["signals"]["adverse_event"] > without["signals"].get("adverse_event", 0.0)
    assert "registered" in [one["why"] for one in with_it["evidence"]]


def test_a_register_that_cannot_be_read_is_told(judge: Judge, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"PK\0\0")
    for path, told in ((tmp_path / "none.csv", "cannot be read"), (bad, "save the sheet as CSV")):
        said = judge([{"id": 1, "text": "Bonjour"}], "--products", str(path))
        assert said.status == 2 and not said.rows and told in said.err
