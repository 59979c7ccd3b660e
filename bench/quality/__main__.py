"""Print the table of quality: ``python -m bench.quality [TASK…]``."""

import pkgutil
import sys
from datetime import UTC, datetime
from importlib import import_module

import bench.quality
from bench.quality import Row


def tasks() -> list[str]:
    """Return the name of every task."""
    return sorted(one.name for one in pkgutil.iter_modules(bench.quality.__path__) if not one.name.startswith("_"))


def line(row: Row) -> str:
    floor = "" if row.floor is None else f"{row.floor:.3f}"
    aim = "" if row.aim is None else f"{row.aim:.3f}"
    return f"{row.task:<10} {row.what:<62} {row.figure:>7.3f} {floor:>7} {aim:>7} {row.verdict()}"


def main(wanted: list[str]) -> int:
    if unknown := set(wanted) - set(tasks()):
        print(f"No such task: {', '.join(sorted(unknown))}. There are: {', '.join(tasks())}.", file=sys.stderr)
        return 2
    print(f"{datetime.now(UTC):%Y-%m-%d}\n{'task':<10} {'measure':<62} {'figure':>7} {'floor':>7} {'aim':>7}")
    for name in wanted or tasks():
        for row in import_module(f"bench.quality.{name}").rows():
            print(line(row), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
