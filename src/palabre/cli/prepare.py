"""Bring the database of DATABASE_URL to this version's tables. ``palabre up`` does it by itself."""

import argparse

from palabre.cli import logs


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add nothing: everything comes from the environment."""


def run(options: argparse.Namespace) -> int:
    """Prepare, and say whether anything had to be done."""
    from palabre.desk.prepare import prepare
    from palabre.store import address

    logs.configure()
    print("prepared" if prepare(address.owner_url()) else "already at this version")
    return 0
