"""Finding messages for a call: filters → ids by the database's search function → rows, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import OperationalError, connection
from django.utils.translation import gettext as _

from palabre.core.query import parse, to_tsquery
from palabre.desk.api.errors import Problem
from palabre.desk.messages.selectors import messages_by_id
from palabre.desk.watch.diagnosis import first_error

if TYPE_CHECKING:
    from palabre.desk.messages.models import Message

#: Milliseconds that a search may take.
PATIENCE = 5_000
LAST = 2**63 - 1

_SEARCH = """
    SELECT id FROM search_messages(%s::tsquery, %s, %s, %s::bigint[], %s::text[], %s::bigint[],
                                   %s::text[], %s::text[], %s::bigint[], %s)
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which messages: a query and filters, each empty for "all"; those with an id below ``before``."""

    query: str = ""
    before: int = LAST
    sources: Sequence[int] = field(default=())
    langs: Sequence[str] = field(default=())
    authors: Sequence[int] = field(default=())
    decisions: Sequence[str] = field(default=())
    kinds: Sequence[str] = field(default=())
    topics: Sequence[int] = field(default=())


def find_messages(wanted: Wanted, limit: int) -> "list[Message]":
    """Return up to ``limit`` messages of the open workspace, newest first. Raises the 422 for a wrong query."""
    filters = (wanted.sources, wanted.langs, wanted.authors, wanted.decisions, wanted.kinds, wanted.topics)
    given = [list(values) or None for values in filters]
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [str(PATIENCE)])
        try:
            cursor.execute(_SEARCH, [_tsquery(wanted.query), 0, wanted.before, *given, limit])
        except OperationalError as error:
            text = _("This search takes too long: add a word or a filter.")
            raise Problem(422, "too_slow", text, "q") from error
        ids = [row[0] for row in cursor.fetchall()]
    return messages_by_id(ids)


def _tsquery(query: str) -> str | None:
    if not query.strip():
        return None
    tree = parse(query).tree
    if tree is None:
        raise Problem(422, "query", first_error(query), "q")
    return to_tsquery(tree).text
