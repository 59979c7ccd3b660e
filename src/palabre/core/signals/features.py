"""What the models see of words: hashed pieces of each word, and pairs of words in a row.

A word is cut into its pieces of 3 to 5 letters, its ends marked, and itself whole; each piece falls into one of
``WORD_BUCKETS`` buckets. Two words in a row fall into one of ``PAIR_BUCKETS``. In pairs every name of people is one
word ("les Belges", "les Roms"), which also makes a pair with the word two places before and after it: what is said
of one group is known of all. A message is the sum of its words and pairs divided by the square root of their
number, so that long messages do not shout.

As this is a sum over words, what a word brings to every model is worked out once and remembered: a message costs a
look-up a word (``linear``). ``rows`` gives the same features to whoever trains.
"""

from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from palabre.core.signals.common import bag
from palabre.core.signals.groups import NAMES
from palabre.core.text.memo import Memo

#: Sizes of the two tables. A model that was made for others cannot be used: ``LAYOUT`` stands in its file.
WORD_BUCKETS, PAIR_BUCKETS = 1 << 17, 1 << 16
LAYOUT = f"pieces-3-5 words={WORD_BUCKETS} pairs={PAIR_BUCKETS} people sqrt"
#: Longer words are cut, longer messages are read as far as this.
MAX_LETTERS, MAX_WORDS = 24, 1_500
_SHORTEST, _LONGEST = 3, 5
#: A message of more words than this may be one thing said over and over.
_REPEATED = 40
#: A word that turns what comes right after it.
NEGATIONS = bag("pas jamais plus ni sans aucun aucune peu guere rien not never no")
_LEFT, _RIGHT = np.uint32(0x9E3779B1), np.uint32(0x85EBCA6B)
#: What stands in pairs for every name of people; how far from it further pairs reach, and what tells these apart.
_PEOPLE = np.uint32(crc32(b" people "))
_AROUND = ((-2, np.uint32(0x27D4EB2F)), (2, np.uint32(0x165667B1)))
_PAIR_SHIFT = np.uint32(32 - PAIR_BUCKETS.bit_length() + 1)

Ints = NDArray[np.int64]
Codes = NDArray[np.uint32]
Floats = NDArray[np.float32]


def seen(word: str) -> str:
    """Return a plain word as models see it: all links are one word, so are all mentions and all numbers."""
    first = word[:1]
    if first == "@":
        return "@"
    if word.startswith("//"):
        return "//"
    if first.isdigit() and word.replace(".", "").isdigit():
        return "0"
    return word[:MAX_LETTERS]


def shown(words: Sequence[str]) -> Sequence[str]:
    """Return the words that are read: as far as ``MAX_WORDS``, once each where a message only repeats itself."""
    words = words[:MAX_WORDS]
    if len(words) > _REPEATED and len(once := dict.fromkeys(words)) * 4 < len(words):
        return list(once)
    return words


def code(word: str) -> int:
    """Return the stable 32-bit code of a word."""
    return crc32(seen(word).encode())


def pair_code(word: str) -> int:
    """Return the code of a word in pairs: one for all names of people. 0 stands before the first word."""
    return int(_PEOPLE) if word in NAMES else code(word)


def buckets(word: str) -> list[int]:
    """Return the buckets of a word: itself whole, then its pieces with their ends marked."""
    said = seen(word)
    whole = crc32(b"=" + said.encode()) % WORD_BUCKETS
    marked = f"<{said}>".encode()
    pieces = [
        crc32(marked[at : at + size]) % WORD_BUCKETS
        for size in range(_SHORTEST, _LONGEST + 1)
        for at in range(len(marked) - size + 1)
    ]
    return [whole, *pieces]


def buckets_of(words: Sequence[str]) -> tuple[Ints, Ints]:
    """Return the buckets of many words one after the other, and how many each has: those of ``buckets``.

    The cyclic sum of a piece is carried on from the shorter one that begins at the same letter, for all letters at
    once.
    """
    marked = [f"<{seen(word)}>".encode() for word in words]
    lengths = np.array([len(one) for one in marked], np.int64)
    signs = np.frombuffer(b"".join(marked) + bytes(_LONGEST), np.uint8)
    count = len(signs) - _LONGEST
    left = np.repeat(np.cumsum(lengths), lengths) - np.arange(count)  # letters from each place to its word's end
    sums = np.full(count, 0xFFFFFFFF, np.uint32)
    found: list[tuple[Codes, NDArray[np.bool_]]] = []
    for at in range(_LONGEST):
        sums = _CRC[(sums ^ signs[at : at + count]) & 0xFF] ^ (sums >> np.uint32(8))
        if at + 1 >= _SHORTEST:
            found.append((~sums % np.uint32(WORD_BUCKETS), left > at))
    return _gathered(marked, lengths, found)


def _gathered(
    marked: Sequence[bytes], lengths: Ints, found: Sequence[tuple[Codes, NDArray[np.bool_]]]
) -> tuple[Ints, Ints]:
    """Put the buckets of pieces in the order of ``buckets``: word by word, whole, then shorter pieces first."""
    whole = np.array([crc32(b"=" + one[1:-1]) % WORD_BUCKETS for one in marked], np.int64)
    owners = np.repeat(np.arange(len(marked)), lengths)
    values = [whole, *(sums[fits].astype(np.int64) for sums, fits in found)]
    whose = np.concatenate([np.arange(len(marked)), *(owners[fits] for _, fits in found)])
    order = np.argsort(whose, kind="stable")
    return np.concatenate(values)[order], np.bincount(whose, minlength=len(marked))


def _crc_table() -> Codes:
    """Return the table of CRC-32 (ISO 3309), which is what ``zlib.crc32`` uses."""
    table = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        table = np.where(table & 1, (table >> 1) ^ np.uint32(0xEDB88320), table >> 1).astype(np.uint32)
    return table


_CRC = _crc_table()


def share(count: int) -> float:
    """Return what each of ``count`` buckets of one word weighs: a long word weighs no more than a short one."""
    return float(1 / np.sqrt(count))


def scale(words: Ints) -> Floats:
    """Return the factor of messages of so many words."""
    return (1 / np.sqrt(words + 1)).astype(np.float32)


def pair_buckets(codes: Codes, starts: Ints) -> Ints:
    """Return the bucket of each word with the one before it. ``starts`` says where messages begin in ``codes``."""
    before = np.empty_like(codes)
    before[1:] = codes[:-1]
    before[starts] = 0
    mixed = before * _LEFT ^ codes * _RIGHT
    return (mixed * _LEFT >> _PAIR_SHIFT).astype(np.int64)


def around(codes: Codes, counts: Ints) -> list[tuple[Ints, Ints]]:
    """Return the further pairs of names of people: their places, and their buckets, for each of ``_AROUND``.

    ``counts`` says how many of ``codes`` each message has; no pair reaches into another message.
    """
    places = np.flatnonzero(codes == _PEOPLE)
    if not len(places):
        return []
    owners = np.repeat(np.arange(len(counts)), counts)
    found = []
    for step, salt in _AROUND:
        there = places + step
        inside = (there >= 0) & (there < len(codes))
        inside[inside] = owners[there[inside]] == owners[places[inside]]
        mixed = codes[there[inside]] * _LEFT ^ salt
        found.append((places[inside], (mixed * _LEFT >> _PAIR_SHIFT).astype(np.int64)))
    return found


class Rows(NamedTuple):
    """Features as sparse rows: ``values[i]`` stands in column ``columns[i]``; row r ends at ``ends[r + 1]``."""

    values: Floats
    columns: Ints
    ends: Ints


def rows(messages: Sequence[Sequence[str]]) -> Rows:
    """Return the features of messages given as plain words; pairs come after the words' buckets, as columns do."""
    remembered = Memo(_of_word, 1 << 16)
    values: list[Floats] = [np.zeros(0, np.float32)]
    columns: list[Ints] = [np.zeros(0, np.int64)]
    ends = [0]
    for words in messages:
        found = [remembered[word] for word in shown(words)]
        codes = np.array([one.code for one in found], np.uint32)
        beside = pair_buckets(codes, np.zeros(min(1, len(codes)), np.int64))
        further = [buckets for _, buckets in around(codes, np.array([len(codes)]))]
        pairs = np.concatenate([beside, *further]) + WORD_BUCKETS
        value = np.concatenate([*(one.values for one in found), np.ones(len(pairs), np.float32)])
        columns += [*(one.columns for one in found), pairs]
        values.append(value * scale(np.array([len(found)]))[0])
        ends.append(ends[-1] + len(value))
    return Rows(np.concatenate(values), np.concatenate(columns), np.array(ends, np.int64))


class _Word(NamedTuple):
    code: int
    columns: Ints
    values: Floats


def _of_word(word: str) -> _Word:
    found = np.array(buckets(word), np.int64)
    return _Word(pair_code(word), found, np.full(len(found), share(len(found)), np.float32))
