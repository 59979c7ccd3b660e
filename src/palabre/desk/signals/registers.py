"""What the page of the product register shows: the one in use, the one to confirm, and how often names are said."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from palabre.core.signals import product_file
from palabre.core.signals.products import Products
from palabre.core.signals.view import Words
from palabre.core.text import tokenize_many
from palabre.desk.signals.models import ProductRegister

#: Names listed of a register; messages that a trial looks at, and characters of each; names that it lists.
LISTED, LATEST, READ, OFTEN = 30, 500, 2_000, 8


_TEXTS = "SELECT left(text, %s) FROM message WHERE workspace_id = %s ORDER BY id DESC LIMIT %s"


@dataclass(frozen=True, slots=True)
class Shown:
    """A register as it is shown: its first names with their codes, the lines left out, what a trial found."""

    register: ProductRegister
    first: Sequence[tuple[str, str]]
    left_out: Sequence[product_file.LeftOut]
    tried: int = 0
    naming: int = 0
    often: Sequence[tuple[str, int]] = ()

    @property
    def count(self) -> int:
        """Return how many names it has."""
        return len(self.register.names)

    @property
    def lost(self) -> int:
        """Return how many lines gave no name."""
        return sum(self.register.reasons.values())


def registers_of(workspace_id: int) -> tuple[Shown | None, Shown | None]:
    """Return the register in use, and the one that waits to be confirmed, tried on the latest messages."""
    found = {
        one.used: one for one in ProductRegister.objects.filter(workspace_id=workspace_id).select_related("person")
    }
    used, waiting = found.get(True), found.get(False)
    return (_shown(used) if used else None, _tried(waiting) if waiting else None)


def _shown(register: ProductRegister) -> Shown:
    first = list(zip(register.names[:LISTED], register.codes[:LISTED], strict=True))
    return Shown(register, first, [product_file.LeftOut(*one) for one in register.left_out])


def _tried(register: ProductRegister) -> Shown:
    """Return a register with how often its names stand in the latest messages: a name said everywhere is a word."""
    shown = _shown(register)
    texts = _latest(register.workspace_id)
    products, said, naming = Products(register.names), Counter[str](), 0
    for tokens in tokenize_many(texts):
        words = Words(tokens).words
        places = products.places(words)
        naming += bool(places)
        said.update({" ".join(words[first : last + 1]) for first, last in places})
    return Shown(shown.register, shown.first, shown.left_out, len(texts), naming, said.most_common(OFTEN))


def _latest(workspace_id: int) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_TEXTS, [READ, workspace_id, LATEST])
        return [text for (text,) in cursor.fetchall()]
