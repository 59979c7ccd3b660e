"""Start everything with a workspace full of conversation: an invented newsroom, played through the real intake."""

import argparse

from palabre.cli import up


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the address."""
    up.add_address(parser)


def run(options: argparse.Namespace) -> int:
    """Start as ``palabre up`` does, in the demo workspace."""
    return up.start(options, ["--demo"])
