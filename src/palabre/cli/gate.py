"""Run the gate alone: the one address, webhooks in, event streams out, the desk behind it."""

import argparse

from palabre.cli import leash, logs


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the leash: everything else comes from the environment."""
    leash.add_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Serve until SIGTERM or SIGINT; return what the gate returns."""
    from palabre.gate.run import main

    logs.configure()
    leash.hold(options)
    return main()
