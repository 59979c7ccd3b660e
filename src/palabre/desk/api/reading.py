"""Finding messages for a call, as the desk's own search does, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from palabre.core.query import Node, parse
from palabre.desk.api.errors import Problem
from palabre.desk.messages.finding import Page, Sieve, TooLong, find_page
from palabre.desk.messages.selectors import messages_by_id
from palabre.desk.watch.diagnosis import first_error
from palabre.desk.watch.references import query_called

if TYPE_CHECKING:
    from palabre.desk.messages.models import Message

LAST = 2**63 - 1


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

    @property
    def sieve(self) -> Sieve:
        """Return the filters."""
        return Sieve(self.sources, self.langs, self.authors, self.decisions, self.kinds, self.topics)


def find_messages(wanted: Wanted, limit: int) -> "tuple[list[Message], int | None]":
    """Return up to ``limit`` messages of the open workspace, and the cursor of those after, None where none is.

    Raises the 422 for a wrong query, and for one that takes too long.
    """
    try:
        page = find_page(_tree(wanted.query), wanted.sieve, limit, before=wanted.before)
    except TooLong as error:
        raise Problem(422, "too_slow", _("This search takes too long: add a word or a filter."), "q") from error
    return messages_by_id(page.ids), _following(page, limit)


def _following(page: Page, limit: int) -> int | None:
    """Return where to go on: below the last one, or below the last one that there was time to look at."""
    if not page.complete:
        return page.reached
    return page.ids[-1] if len(page.ids) == limit else None


def _tree(query: str) -> Node | None:
    if not query.strip():
        return None
    tree = parse(query, saved=query_called).tree
    if tree is None:
        raise Problem(422, "query", first_error(query), "q")
    return tree
