"""Write the messages of a workspace: one JSON line each, newest first, with flat memory."""

import argparse
from datetime import date

from palabre.cli import logs
from palabre.cli.search import read, write


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the workspace and the first day."""
    parser.add_argument("--workspace", "-w", required=True, help="the workspace, as in its address")
    parser.add_argument("--query", "-q", default="", help="a query, as in the desk (default: all messages)")
    parser.add_argument("--since", type=date.fromisoformat, help="first day (UTC), as 2026-11-01")


def run(options: argparse.Namespace) -> int:
    """Print all messages since a day, or all; those that answer a query where one is given."""
    logs.configure()
    if not options.query.strip():
        return write(options, None, None)
    tree = read(options, "export")
    return 2 if tree is None else write(options, tree, None)
