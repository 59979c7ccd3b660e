"""``palabre``: finds the subcommand and runs it. Exit status: 0, 1 (failed) or 2 (bad use)."""

import argparse
import sys
from importlib import import_module

from palabre import __version__
from palabre.cli import troubles

#: Subcommand → module of ``palabre.cli``. Each module has ``add_arguments(parser)`` and ``run(options) -> int``,
#: and is loaded only when it is the one asked for.
COMMANDS = {
    "up": "up",
    "demo": "demo",
    "login": "login",
    "import": "import_file",
    "search": "search",
    "export": "export",
    "judge": "judge",
    "train": "train",
    "match": "match",
    "query": "query",
    "doctor": "doctor",
    "bench": "bench",
    "worker": "worker",
    "collector": "collector",
    "gate": "gate",
    "desk": "desk",
    "prepare": "prepare",
}

SUMMARIES = {
    "up": "start everything and print the address",
    "demo": "start everything with a workspace full of conversation",
    "login": "print a link that signs a person in once",
    "import": "read a CSV, JSONL or XLSX file into a source",
    "search": "search messages; one JSON line each",
    "export": "write the messages of a workspace; one JSON line each",
    "judge": "say what messages are, with evidence; JSON lines in and out",
    "match": "say which queries messages answer; JSON lines in and out",
    "query": "check, explain or translate a query",
    "train": "learn from a workspace's corrections and decisions",
    "doctor": "check this installation and say how to mend it",
    "bench": "run the benchmarks of a source checkout",
    "worker": "run the worker alone (up does it for you)",
    "collector": "run the collector alone (up does it for you)",
    "gate": "run the gate alone (up does it for you)",
    "desk": "run the desk alone (up does it for you)",
    "prepare": "bring the database of DATABASE_URL to this version",
}


def main(arguments: list[str] | None = None) -> int:
    """Run ``palabre`` with ``arguments`` (those of the process by default); return the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    if not given or given[0] not in COMMANDS:
        parser = _parser()
        parser.parse_args(given)  # --help and --version end here, and so does an unknown command
        parser.print_help(sys.stderr)
        return 2
    return _run(given[0], given[1:])


def _run(name: str, rest: list[str]) -> int:
    """Run one subcommand; what is not its own fault is told in a sentence, not in a traceback."""
    module = import_module(f"palabre.cli.{COMMANDS[name]}")
    command = argparse.ArgumentParser(prog=f"palabre {name}", description=module.__doc__)
    module.add_arguments(command)
    options = command.parse_args(rest)
    try:
        status: int = module.run(options)
        sys.stdout.flush()
        return status
    except (Exception, KeyboardInterrupt) as error:
        said = troubles.sentence(error)
        if said is None:
            raise
        if said:
            print(f"palabre {name}: {said}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    listing = "\n".join(f"  {name:10} {SUMMARIES[name]}" for name in COMMANDS)
    parser = argparse.ArgumentParser(
        prog="palabre",
        description="The desk of the people who answer for a public conversation.",
        epilog=f"commands:\n{listing}\n\n`palabre COMMAND --help` tells more.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"palabre {__version__}")
    parser.add_argument("command", nargs="?", choices=list(COMMANDS), metavar="COMMAND")
    return parser


if __name__ == "__main__":
    sys.exit(main())
