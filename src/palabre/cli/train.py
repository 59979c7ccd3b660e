"""Learn from what a workspace's people said: their corrections, their decisions, what sites suggested.

Makes a new version of the workspace's model, compares it with the one in use on messages that it has not seen, and
switches only with --use. Another run never changes a version that was made.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import psycopg
from tqdm import tqdm

from palabre.cli import logs, places
from palabre.cli.database import database

if TYPE_CHECKING:
    from palabre.core.signals.taught import Taught
    from palabre.pipeline.lessons import Version
    from palabre.pipeline.teaching import Learned

Connection = psycopg.Connection[Any]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the workspace and what to do."""
    parser.add_argument("--workspace", "-w", required=True, help="the workspace, as in its address")
    doing = parser.add_mutually_exclusive_group()
    doing.add_argument("--use", action="store_true", help="put the new version to use at once")
    doing.add_argument("--list", action="store_true", help="list the versions; train nothing")
    doing.add_argument("--switch", type=int, metavar="N", help="put version N to use (0: the built-in model alone)")
    doing.add_argument("--roll-back", action="store_true", help="put back what was in use before")
    parser.add_argument("--json", action="store_true", help="print the comparison as JSON")


def run(options: argparse.Namespace) -> int:
    """Train, list or switch; the exit status is 1 where there is too little to learn from."""
    logs.configure()
    with database() as url, psycopg.connect(url, autocommit=True) as connection:
        workspace = places.workspace(connection, options.workspace)
        if options.list:
            return _list(connection, workspace)
        if options.switch is not None:
            return _switch(connection, workspace, options.switch)
        if options.roll_back:
            return _roll_back(connection, workspace)
        return _train(connection, workspace, options)


def _train(connection: Connection, workspace: int, options: argparse.Namespace) -> int:
    from palabre.pipeline import lessons
    from palabre.store import models

    builtin = models.builtin().models
    found = lessons.lessons(connection, workspace)
    used = _in_use(connection, workspace)
    with tqdm(total=len(found), desc="reading", unit="message", disable=None) as bar:
        said = lessons.read_lessons(found, builtin, used, bar.update)
    try:
        with tqdm(desc="learning", unit="signal", disable=None) as bar:
            learned = lessons.learn_all(
                said, lessons.thresholds(connection, workspace), lambda signal: _show(bar, signal)
            )
    except lessons.NothingToLearn as error:
        print(f"palabre train: {error}", file=sys.stderr)
        return 1
    version = lessons.keep(connection, workspace, learned, builtin)
    _tell(version, found, options)
    if options.use:
        lessons.use(connection, workspace, version.id)
    return 0


def _show(bar: "tqdm[Any]", signal: str) -> None:
    bar.set_postfix_str(signal)
    bar.update(1)


def _in_use(connection: Connection, workspace: int) -> "Taught | None":
    from palabre.pipeline import lessons
    from palabre.store.models import ModelError

    row = connection.execute(lessons.SQL["last_use"], {"workspace": workspace}).fetchone()
    if row is None or row[0] is None:
        return None
    try:
        return lessons.taught_of(connection, row[0])
    except ModelError as error:
        print(f"palabre train: {error} The comparison is with the built-in model.", file=sys.stderr)
        return None


def _tell(version: "Version", found: Sequence[Any], options: argparse.Namespace) -> None:
    """Print how the version compares, and examples of what would change."""
    from palabre.pipeline.lessons import report_of

    if options.json:
        report = {
            "version": version.number,
            "used": options.use,
            "signals": [report_of(one) for one in version.learned],
        }
        print(json.dumps(report, ensure_ascii=False))
        return
    texts = {lesson.id: lesson.message.text for lesson in found if lesson.id is not None}
    print(f"version {version.number}, learned from {len(found)} messages; on those held out:")
    print(f"{'signal':16} {'examples':>8} {'held out':>8}   {'precision':>17}   {'recall':>17}   would change")
    for one in version.learned:
        _tell_signal(one, texts)
    after = (
        "it is in use."
        if options.use
        else f"to use it: palabre train -w {options.workspace} --switch {version.number}"
    )
    print(after)


def _tell_signal(one: "Learned", texts: dict[int, str]) -> None:
    moves = [
        f"{_share(getattr(one.before, what))} → {_share(getattr(one.after, what))}"
        for what in ("precision", "recall")
    ]
    print(
        f"{one.signal:16} {one.examples:8} {one.held_out:8}   {moves[0]:>17}   {moves[1]:>17}   {len(one.changed)}"
    )
    for case in one.changed[:3]:
        text = " ".join(texts.get(case.message or 0, "").split())[:90]
        truth = "yes" if case.truth else "no"
        print(f"    {case.before:.2f} → {case.after:.2f} (people say {truth})  {text}")


def _share(counts: tuple[int, int]) -> str:
    right, total = counts
    return f"{right / total:.2f}" if total else "—"


def _list(connection: Connection, workspace: int) -> int:
    from palabre.pipeline.lessons import SQL

    for _, number, at, examples, signals, used in connection.execute(SQL["versions"], {"workspace": workspace}):
        mark = "*" if used else " "
        print(f"{mark} {number:3}  {at:%Y-%m-%d %H:%M}  {examples:6} examples  {', '.join(signals)}")
    return 0


def _switch(connection: Connection, workspace: int, number: int) -> int:
    from palabre.pipeline import lessons

    rows = connection.execute(lessons.SQL["versions"], {"workspace": workspace}).fetchall()
    ids = {0: None, **{row[1]: row[0] for row in rows}}
    if number not in ids:
        known = ", ".join(map(str, ids))
        print(f"palabre train: there is no version {number}; there are: {known}.", file=sys.stderr)
        return 2
    lessons.use(connection, workspace, ids[number])
    return 0


def _roll_back(connection: Connection, workspace: int) -> int:
    from palabre.pipeline import lessons

    if connection.execute(lessons.SQL["last_use"], {"workspace": workspace}).fetchone() is None:
        print("palabre train: nothing was ever put to use: there is nothing to go back from.", file=sys.stderr)
        return 1
    row = connection.execute(lessons.SQL["used_before"], {"workspace": workspace}).fetchone()
    lessons.use(connection, workspace, row[0] if row else None)
    return 0
