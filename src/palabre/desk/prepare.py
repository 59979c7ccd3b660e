"""Make a database ready for this version: Django's own tables, the store's, and the rights of the desk's role."""

import os
from importlib.metadata import version

import psycopg

from palabre.store import address
from palabre.store.migrate import ensure_web_role, is_ready, migrate


def prepare(owner_url: str) -> bool:
    """Bring the database at ``owner_url`` to this version; return False where it already was.

    Loading Django's migrations takes most of a second: they are left alone where this very version was applied.
    """
    stamp = f"palabre {version('palabre')} django {version('django')} allauth {version('django-allauth')}"
    role = address.web_role(owner_url)
    with psycopg.connect(owner_url, autocommit=True) as owner:
        ensure_web_role(owner, role, address.web_password())
        if is_ready(owner, stamp):
            return False
        _migrate_django()
        migrate(owner, role, stamp)
    return True


def _migrate_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "palabre.desk.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", database="owner", interactive=False, verbosity=0)
