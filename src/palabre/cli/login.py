"""Print a link that signs a person in once, within 24 hours: the first start, or a forgotten password."""

import argparse
import os
import sys

import django

from palabre.cli import logs
from palabre.cli.database import database

FIRST = "owner@palabre.example"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add who, and how ``up`` and ``demo`` use this command."""
    parser.add_argument("email", nargs="?", help="address of a person who has an account")
    parser.add_argument(
        "--if-empty", action="store_true", help="only where nobody has an account yet: make the first"
    )
    parser.add_argument(
        "--demo", action="store_true", help="make the demo workspace where it is missing; its owner"
    )


def run(options: argparse.Namespace) -> int:
    """Print the path of the link (``/start/…``), or nothing where none is needed."""
    logs.configure()
    with database():
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "palabre.desk.settings")
        django.setup()
        from palabre.desk.people.errors import Refused

        try:
            link = _link(options)
        except Refused as refusal:
            print(f"palabre login: {refusal}", file=sys.stderr)
            return 1
    if link:
        print(f"/start/{link}")
    return 0


def _link(options: argparse.Namespace) -> str:
    from palabre.desk.people.actions import people
    from palabre.desk.people.models import Person

    if options.demo:
        from palabre.cli.seed import seed_demo

        return people.do_make_login_link(seed_demo())
    if options.email:
        return people.do_make_login_link(options.email)
    if options.if_empty and Person.objects.exists():
        return ""
    people.do_make_person(email=FIRST)
    return people.do_make_login_link(FIRST)
