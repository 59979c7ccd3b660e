"""Judge messages: JSON lines in, what each message is with its evidence out, in the order of the input."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec
from tqdm import tqdm

from palabre.cli.lines_in import batches, size_of
from palabre.cli.message_lines import Line, WrongLine, read_line

if TYPE_CHECKING:
    from palabre.core.signals.products import Products

_encode = msgspec.json.Encoder().encode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the bound under which a signal is not told, and the register of products."""
    parser.add_argument("--least", type=_share, default=0.0, help="leave out signals below this probability")
    parser.add_argument(
        "--products",
        type=Path,
        metavar="CSV",
        help="your register of products: their names count for adverse events",
    )
    parser.epilog = "palabre judge < messages.jsonl > readings.jsonl"


def _share(text: str) -> float:
    share = float(text)
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError("give a probability from 0 to 1")
    return share


class WrongRegister(Exception):
    """A register of products that cannot be used, and how to mend it."""


@dataclass(slots=True)
class _Tally:
    """Lines that could not be read."""

    wrong: int = 0


def run(options: argparse.Namespace) -> int:
    """Judge standard input; the exit status is 1 where a line could not be read, 2 where the register cannot."""
    try:
        products = _products(options.products)
    except WrongRegister as wrong:
        sys.stderr.write(f"palabre judge: {options.products}: {wrong}\n")
        return 2
    tally = _Tally()
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    with _bar(source) as bar:
        for lines, read in batches(source):
            sink.writelines(_answers(list(_good(lines, tally, bar)), options.least, products))
            sink.flush()  # whoever pipes a live stream in wants answers now
            bar.update(read)
    return 1 if tally.wrong else 0


def _bar(source: BinaryIO) -> "tqdm[Any]":
    """Return the progress bar; it only shows on a terminal."""
    return tqdm(total=size_of(source), unit="B", unit_scale=True, disable=None, desc="palabre judge")


def _good(lines: Sequence[tuple[int, bytes]], tally: _Tally, bar: "tqdm[Any]") -> Iterator[Line]:
    """Yield what could be read; the rest is told with its number."""
    for number, data in lines:
        try:
            yield read_line(data)
        except WrongLine as wrong:
            tally.wrong += 1
            bar.write(f"palabre judge: line {number}: {wrong}", file=sys.stderr)


def _products(path: Path | None) -> "Products | None":
    """Return the register of a file; None where none is named. Raises ``WrongRegister``."""
    if path is None:
        return None
    from palabre.core.signals import product_file
    from palabre.core.signals.products import Products

    try:
        if path.stat().st_size > product_file.MAX_BYTES:
            raise WrongRegister(
                f"it is over {product_file.MAX_BYTES // 1_000_000} MB: keep the names and codes only."
            )
        return Products(product_file.read(path.read_bytes()).names)
    except OSError as error:
        raise WrongRegister(f"it cannot be read ({error.strerror}): check the file and its rights.") from None
    except product_file.BadFile as error:
        raise WrongRegister(str(error)) from None


def _answers(lines: Sequence[Line], least: float, products: "Products | None") -> Iterator[bytes]:
    from palabre.pipeline.judging import judge

    judged = judge([line.message for line in lines], products=products)
    for line, found in zip(lines, judged, strict=True):
        told = [signal for signal in found.signals if signal.score >= least]
        evidence = [
            {"signal": signal.name, "start": one.start, "end": one.end, "why": one.why}
            for signal in told
            for one in signal.evidence
        ]
        answer = {
            "id": line.id,
            "lang": found.lang,
            "signals": {signal.name: signal.score for signal in told},
            "evidence": evidence,
            "sentiment": found.sentiment,
        }
        yield _encode(answer) + b"\n"
