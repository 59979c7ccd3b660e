"""The sources and languages that filters offer."""

from palabre.desk.messages.models import Message
from palabre.desk.sources.selectors import sources_of

#: Latest messages in which the languages of a workspace are looked for.
LATEST = 2_000


def sources_here(workspace_id: int) -> list[tuple[int, str]]:
    """Return (id, name) of the workspace's sources, by name, removed ones left out."""
    return [(source.pk, source.name) for source in sources_of(workspace_id)[:200]]


def languages_here() -> list[str]:
    """Return the languages of the latest messages, the commonest first."""
    latest = Message.objects.order_by("-id").values_list("lang", flat=True)[:LATEST]
    counts: dict[str, int] = {}
    for lang in latest:
        if lang:
            counts[lang] = counts.get(lang, 0) + 1
    return sorted(counts, key=lambda lang: (-counts[lang], lang))
