"""The search vector of a message: the terms of its tokens with their positions, as PostgreSQL's ``tsvector``.

Built here rather than by PostgreSQL's parser so that search and live matching read the same terms. Two forms of
the same vector: text for ``'…'::tsvector``, and binary for ``COPY … (FORMAT binary)``, which spares the server
its parser (8 of 36 µs a row in our measures).

PostgreSQL's bounds, kept here so that no message is ever refused: a lexeme of 2,046 bytes (``forms.MAX_TERM``),
positions up to 16,383, 256 positions a lexeme, 1 MB in all. ``places`` applies the first ones and serves the live
matcher too, so that both agree on very long texts.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
from operator import attrgetter

from palabre.core.text.forms import Form
from palabre.core.text.tokens import Tokens

#: The last position that PostgreSQL knows; every later word shares it.
MAX_POSITION = 16_383
#: Positions kept for one lexeme.
MAX_PLACES = 256
#: Words between two fields, so that no phrase or proximity runs from the title into the text.
FIELD_GAP = 100
#: Bytes of a vector: under PostgreSQL's 1 MB with its own alignment and counters.
MAX_BYTES = 1_000_000

# The two high bits of a position in the binary format, and the letter in the text format.
_TITLE, _LEAD, _TEXT = ("A", 3 << 14), ("B", 2 << 14), ("", 0)
_steps = attrgetter("step")
#: The end of an entry whose term comes once, by its position (weight D).
_ONE_PLACE = [(0x10000 | place).to_bytes(4, "big") for place in range(MAX_PLACES + 2)]


def field_positions(*fields: Tokens | None) -> list[list[int]]:
    """Return the positions of the tokens of each field, numbered in one go with a gap between fields.

    Emoji share the position of the word before them. Positions stop at ``MAX_POSITION``.
    """
    last = 1
    numbered: list[list[int]] = []
    for field in fields:
        forms = field.forms if field is not None else []
        positions = list(accumulate(map(_steps, forms), initial=last))[1:]
        if positions and positions[-1] > MAX_POSITION:
            positions = [min(position, MAX_POSITION) for position in positions]
        numbered.append(positions)
        last = positions[-1] + FIELD_GAP if positions else last
    return numbered


def search_vector(title: Tokens | None, lead: Tokens | None, text: Tokens) -> str:
    """Return the input text of a ``tsvector``: title weighted A, lead B, text D.

    Terms hold no quote nor backslash, so that they need no escaping.
    """
    entries: list[str] = []
    for letter, _, forms, positions in _fields(title, lead, text):
        entries += [
            f"'{term}':{position}{letter}"
            for form, position in zip(forms, positions, strict=True)
            for term in form.terms
        ]
    if len(entries) <= MAX_PLACES:  # no bound can be reached, and PostgreSQL merges what comes twice
        return " ".join(entries)
    return " ".join(_bounded(title, lead, text))


def search_vector_binary(title: Tokens | None, lead: Tokens | None, text: Tokens) -> bytes:
    """Return the same vector in PostgreSQL's binary form (``tsvectorsend``): count, then term, places of each."""
    if len(text.forms) > MAX_PLACES or title is not None or lead is not None:
        return _binary_of_any(title, lead, text)
    # A usual message: one field, and no bound can be reached. Most terms come once.
    forms = text.forms
    table: dict[bytes, bytes] = {}
    entered = table.setdefault
    for form, place in zip(forms, _places(forms), strict=False):
        for head in form.heads:
            if (before := entered(head, place)) is not place:
                table[head] = _with_place(before, place)
    return b"".join([len(table).to_bytes(4, "big"), *chain.from_iterable(table.items())])


def _places(forms: list[Form]) -> list[bytes]:
    """Return the end of an entry of each form, as if its terms came once. There are at most ``MAX_PLACES``."""
    steps = [form.step for form in forms]
    if 0 not in steps:
        return _ONE_PLACE[2 : len(forms) + 2]
    return [_ONE_PLACE[position] for position in list(accumulate(steps, initial=1))[1:]]


def _with_place(known: bytes, place: bytes) -> bytes:
    """Return the end of an entry with one more place, which is not before its last one."""
    if known.endswith(place[2:]):
        return known
    return (len(known) // 2).to_bytes(2, "big") + known[2:] + place[2:]


def _binary_of_any(title: Tokens | None, lead: Tokens | None, text: Tokens) -> bytes:
    table: dict[str, list[int]] = {}
    for _, bits, forms, positions in _fields(title, lead, text):
        _gather(table, forms, positions, bits)
    parts = [_binary_entry(term.encode() + b"\0", places) for term, places in _within_bytes(table)]
    return b"".join([len(parts).to_bytes(4, "big"), *parts])


def _fields(
    title: Tokens | None, lead: Tokens | None, text: Tokens
) -> Iterator[tuple[str, int, list[Form], list[int]]]:
    """Yield the letter, the bits, the forms and the positions of each field that has tokens."""
    weighted = zip((_TITLE, _LEAD, _TEXT), (title, lead, text), field_positions(title, lead, text), strict=True)
    for (letter, bits), field, positions in weighted:
        if field is not None and positions:
            yield letter, bits, field.forms, positions


def _gather(table: dict[str, list[int]], forms: list[Form], positions: list[int], bits: int) -> None:
    """Add places to each term, in order, each place once and at most ``MAX_PLACES`` a term."""
    for form, position in zip(forms, positions, strict=True):
        place = position | bits
        for term in form.terms:
            places = table.get(term)
            if places is None:
                table[term] = [place]
            elif len(places) < MAX_PLACES and (places[-1] ^ position) & MAX_POSITION:
                places.append(place)


def _within_bytes(table: dict[str, list[int]]) -> Iterator[tuple[str, list[int]]]:
    """Yield terms until the vector is full: only a text of over 1 MB of different words ever loses some."""
    room = MAX_BYTES
    for term, places in table.items():
        room -= len(term.encode()) + 2 * len(places) + 8
        if room < 0:
            return
        yield term, places


def _bounded(title: Tokens | None, lead: Tokens | None, text: Tokens) -> Iterable[str]:
    table: dict[str, list[int]] = {}
    letters = {bits: letter for letter, bits in (_TITLE, _LEAD, _TEXT)}
    for _, bits, forms, positions in _fields(title, lead, text):
        _gather(table, forms, positions, bits)
    for term, places in _within_bytes(table):
        written = ",".join(f"{place & MAX_POSITION}{letters[place & ~MAX_POSITION]}" for place in places)
        yield f"'{term}':{written}"


def _binary_entry(head: bytes, places: list[int]) -> bytes:
    return head + len(places).to_bytes(2, "big") + b"".join([place.to_bytes(2, "big") for place in places])
