"""Names for topics and rules that come without one."""

import re

from palabre.desk.watch.models import Standing

#: Characters of a name made from a query.
LENGTH = 60
_SYNTAX = re.compile(r"<<<.*?>>>|[()\"“”«»\[\]{}]+", re.DOTALL)


def name_from(query: str) -> str:
    """Return the beginning of a query as a name, without its parentheses and quotation marks. Pure."""
    words = " ".join(_SYNTAX.sub(" ", query).split())
    return words if len(words) <= LENGTH else words[: LENGTH - 1].rsplit(" ", 1)[0] + "…"


def distinct(name: str, taken: set[str]) -> str:
    """Return ``name``, with a number after it where it is among ``taken``. Pure."""
    found, number = name, 2
    while found in taken:
        found, number = f"{name} ({number})", number + 1
    return found


def free_name(kind: type[Standing], workspace_id: int, query: str) -> str:
    """Return a name for a query that no topic (or rule) of the workspace has."""
    taken = kind._default_manager.filter(workspace_id=workspace_id).values_list("name", flat=True)
    return distinct(name_from(query) or "—", set(taken))
