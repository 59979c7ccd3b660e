"""Run the gate alone: the one address, webhooks in, event streams out, the desk behind it."""

import argparse

from palabre.cli import logs


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add nothing: everything comes from the environment."""


def run(options: argparse.Namespace) -> int:
    """Serve until SIGTERM or SIGINT; return what the gate returns."""
    from palabre.gate.run import main

    logs.configure()
    return main()
