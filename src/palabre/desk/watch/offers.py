"""What the editor offers to complete: fields, the values that some take, operators, the workspace's own queries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from palabre.core.query.fields import FIELDS, Asking
from palabre.core.text import fold
from palabre.desk.watch.models import Topic
from palabre.desk.watch.references import call_of

#: Saved queries offered, by name; and the characters of each that are shown.
MOST, SHOWN = 500, 80

OPERATORS: Mapping[str, tuple[str, str | Promise]] = {
    "AND": ("ET", _("both")),
    "OR": ("OU", _("one or the other, or both")),
    "NOT": ("SAUF", _("without what follows")),
    "NEAR/5": ("NEAR/5", _("close to each other: at most 5 words in between, in either order")),
    "ONEAR/5": ("ONEAR/5", _("close to each other and in this order")),
    "SAME:sentence": ("SAME:sentence", _("in the same sentence")),
    "XNOT": ("XNOT", _('but not where it stands inside what follows: bill XNOT "bill gates"')),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to write: ``text``; ``find`` are the beginnings, folded, under which it is found."""

    kind: str
    text: str
    find: tuple[str, ...]
    help: str

    @property
    def data(self) -> dict[str, Any]:
        """Return it for the page's script."""
        return {"kind": self.kind, "text": self.text, "find": self.find, "help": self.help}


def offers(workspace_id: int) -> list[Offer]:
    """Return all there is to offer in the present language."""
    french = (get_language() or "fr").startswith("fr")
    return [*_operators(french), *_fields(french), *_saved(workspace_id)]


def _operators(french: bool) -> Iterator[Offer]:
    for english, (word, help) in OPERATORS.items():
        yield Offer("operator", word if french else english, (word.lower(), english.lower()), str(help))


def _fields(french: bool) -> Iterator[Offer]:
    for asking in FIELDS.values():
        help = asking.help_fr if french else asking.help_en
        yield Offer("field", f"{asking.name}:", tuple(fold(name) for name in asking.names), help)
        yield from _values(asking, french)


def _values(asking: Asking, french: bool) -> Iterator[Offer]:
    """Yield the values of a field of a list, each once, found by any of its names."""
    names: dict[str, list[str]] = {}
    for name, value in asking.choices.items():
        names.setdefault(value, []).append(name)
    for value, found in names.items():
        starts = tuple(f"{asking.name}:{name}" for name in found)
        yield Offer("value", f"{asking.name}:{value}", starts, found[1] if french and len(found) > 1 else "")


def _saved(workspace_id: int) -> Iterator[Offer]:
    found = Topic.objects.filter(workspace_id=workspace_id).order_by("name")
    for name, query in found.values_list("name", "query")[:MOST]:
        start = f"@query:{fold(name)}"
        yield Offer("saved", call_of(name), (start, f'@query:"{fold(name)}'), query[:SHOWN])
