"""The database for a subcommand: the one of DATABASE_URL, or the embedded one, joined or started for a while."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from palabre.store import place


@contextmanager
def database() -> Iterator[str]:
    """Give the owner's address, and set DATABASE_URL to it. The tables are brought to this version first."""
    from palabre.desk.prepare import prepare

    with _server() as url:
        os.environ["DATABASE_URL"] = url
        prepare(url)
        yield url


@contextmanager
def _server() -> Iterator[str]:
    if given := os.environ.get("DATABASE_URL"):
        yield given
        return
    from palabre.store.embedded import Embedded

    with Embedded(place.home()) as embedded:
        yield embedded.url
