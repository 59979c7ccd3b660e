"""Print a link that signs a person in once, within 24 hours: the first start, or a forgotten password."""

import argparse
import os
import sys

from palabre.cli import logs
from palabre.cli.database import database

FIRST = "owner@palabre.example"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add who, and how ``up`` and ``demo`` use this command."""
    parser.add_argument("email", nargs="?", help="address of a person who has an account")
    parser.add_argument(
        "--if-empty", action="store_true", help="only where nobody has an account yet: make the first"
    )
    parser.add_argument("--owner", default=FIRST, help=f"the address of that first account (default: {FIRST})")
    parser.add_argument(
        "--demo", action="store_true", help="make the demo workspace where it is missing; its owner"
    )


def run(options: argparse.Namespace) -> int:
    """Print the path of the link (``/start/…``), or nothing where none is needed."""
    logs.configure()
    if not (options.email or options.if_empty or options.demo):
        print("palabre login: say whom to let in, as palabre login EMAIL.", file=sys.stderr)
        return 2
    with database():
        link = _link_in_english(options)
    if link:
        print(f"/start/{link}")
    return 1 if link is None else 0


def _link_in_english(options: argparse.Namespace) -> str | None:
    """Return the secret of the link, empty where none is needed, None where it was refused."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "palabre.desk.settings")
    django.setup()
    from django.utils import translation

    from palabre.desk.people.errors import Refused

    with translation.override("en"):
        try:
            return _link(options)
        except Refused as refusal:
            print(f"palabre login: {refusal}", file=sys.stderr)
            return None


def _link(options: argparse.Namespace) -> str:
    from palabre.desk.people.actions import people
    from palabre.desk.people.models import Person

    if options.demo:
        from palabre.cli.seed import seed_demo

        return people.do_make_login_link(seed_demo())
    if options.email:
        return people.do_make_login_link(options.email)
    if Person.objects.exists():
        return ""
    _check(options.owner)
    people.do_make_person(email=options.owner)
    return people.do_make_login_link(options.owner)


def _check(email: str) -> None:
    """Refuse what is no mail address: the first account could never be found again."""
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    from palabre.desk.people.errors import Refused

    try:
        validate_email(email)
    except ValidationError:
        raise Refused(f"{email} is no mail address: give one, as me@example.org.", "email") from None
