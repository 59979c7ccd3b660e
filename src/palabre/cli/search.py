"""Search the messages of a workspace: one JSON line each, newest first."""

import argparse
import sys
from datetime import date

import msgspec
import psycopg

from palabre.cli import logs, places
from palabre.cli.database import database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the query and its bounds."""
    parser.add_argument("query", help='words, "phrases", AND OR NOT, as in the desk')
    parser.add_argument("--workspace", "-w", required=True, help="the workspace, as in its address")
    parser.add_argument("--since", type=date.fromisoformat, help="first day (UTC), as 2026-11-01")
    parser.add_argument("--most", "-n", type=_positive, default=50, help="messages at most (default: 50)")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("give a number from 1 on")
    return number


def run(options: argparse.Namespace) -> int:
    """Print what matches; a query that cannot be read is told on standard error, with exit status 2."""
    from palabre.core.query import parse, to_tsquery

    logs.configure()
    parsed = parse(options.query)
    for found in parsed.diagnostics:
        print(f"palabre search: {found.span[0]}–{found.span[1]}: {found.en} {found.mend_en}", file=sys.stderr)
    if parsed.tree is None:
        return 2
    return write(options, to_tsquery(parsed.tree).text, options.most)


def write(options: argparse.Namespace, query: str | None, most: int | None) -> int:
    """Write messages as JSON lines on standard output. Raises ``places.Unknown``."""
    from palabre.store.search import messages

    encode = msgspec.json.Encoder().encode
    with database() as url, psycopg.connect(url, autocommit=True) as connection:
        workspace = places.workspace(connection, options.workspace)
        for row in messages(connection, workspace, query, options.since, most):
            sys.stdout.buffer.write(encode(row) + b"\n")
    return 0
