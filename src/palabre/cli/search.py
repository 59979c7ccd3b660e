"""Search the messages of a workspace: one JSON line each, newest first."""

import argparse
import sys
from datetime import date
from typing import TYPE_CHECKING

import msgspec
import psycopg

from palabre.cli import logs, places
from palabre.cli.database import database

if TYPE_CHECKING:
    from palabre.core.query import Node


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the query and its bounds."""
    parser.add_argument("query", help="a query, as in the desk")
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
    logs.configure()
    tree = read(options, "search")
    return 2 if tree is None else write(options, tree, options.most)


def read(options: argparse.Namespace, command: str) -> "Node | None":
    """Return what a query asks, None where it cannot be read; what there is to tell goes to standard error."""
    from palabre.core.query import parse

    parsed = parse(options.query, saved=_saved(options))
    for found in parsed.diagnostics:
        print(f"palabre {command}: {found.span[0]}–{found.span[1]}: {found.en} {found.mend_en}", file=sys.stderr)
    return parsed.tree


def _saved(options: argparse.Namespace) -> dict[str, str]:
    """Return the queries of the workspace's topics, where the query calls any."""
    from palabre.store.stored import saved_queries

    if "@query:" not in options.query:
        return {}
    with database() as url, psycopg.connect(url, autocommit=True) as connection:
        return saved_queries(connection, places.workspace(connection, options.workspace))


def write(options: argparse.Namespace, tree: "Node | None", most: int | None) -> int:
    """Write messages as JSON lines on standard output. Raises ``places.Unknown``."""
    from palabre.store.search import messages

    encode = msgspec.json.Encoder().encode
    with database() as url, psycopg.connect(url, autocommit=True) as connection:
        workspace = places.workspace(connection, options.workspace)
        for row in messages(connection, workspace, tree, options.since, most):
            sys.stdout.buffer.write(encode(row) + b"\n")
    return 0
