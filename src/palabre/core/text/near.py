"""Near-duplicates: copies, reposts and lightly edited spam put in the group of the first one seen.

Each message is reduced twice. Thirty-two minima of hashes of its pairs of words (MinHash; A. Broder, *On the
resemblance and containment of documents*, 1997) find candidates: sixteen bands of two minima, of which one must
agree (locality-sensitive hashing), and a hash of the whole text, which also serves texts too short for pairs. Then
a sketch of its words decides: the words fall into 64 bins, each of which keeps its least hash (one-permutation
hashing; P. Li, A. Owen, C. Zhang, 2012). Bins that agree, among those that hold something, estimate the share of
different words in common: exactly so in a short text, within a few hundredths in a long one. Pairs of words find,
because common words alone would bring everybody; single words decide, because one changed word breaks two pairs.

Only the first message of a group is remembered and compared with: a group cannot drift away from it. Links and
mentions count as one and the same word each, since copies differ by them first.

Everything is NumPy over a batch. Memory is fixed: ``window`` first messages (20 MB for the usual window), and
the first ``MAX_TOKENS`` words of a text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from palabre.core.text.tokens import Tokens

HASHES = 32
BANDS = 16
WIDTH = HASHES // BANDS
BINS = 64
#: Words in common, of all different words of both: fifteen words in a hundred changed leave about 0.74.
NEAR = 0.6
#: The same where there are few words, of which stock phrases make half; and many, where little words come back
#: whatever the text says.
NEAR_SHORT, FEW, NEAR_LONG, MANY = 0.7, 10, 0.66, 40
#: Minima of pairs, of ``HASHES``, that must agree too: the same words in another order are another text.
PAIRS = 8
#: Tokens from which the pairs of words say something; below, only the same text is a copy.
ENOUGH_TOKENS = 5
#: Tokens read of one text; longer ones are told apart by their length too.
MAX_TOKENS = 512
#: Messages reduced and compared together.
STEP = 500
#: First messages remembered.
WINDOW = 65_536

_U16 = NDArray[np.uint16]
_U32 = NDArray[np.uint32]
_U64 = NDArray[np.uint64]
_I64 = NDArray[np.int64]


def _numbers(digits: str) -> _U32:
    """Return numbers written with eight hexadecimal digits each."""
    return np.frombuffer(bytes.fromhex(digits), ">u4").astype(np.uint32)


# Odd multipliers and offsets of the hash family, drawn once by NumPy's PCG64 from 20240229: states stay readable by
# later versions, and no generator (3 MB) is loaded for them.
_MULTIPLIERS: _U32 = _numbers(
    "d8f3836b4c50bdc13a14e353c2e9823dbd17b939c805bbe3439a9d1b253c40d962d00f5bd6103c7bd656c173e5fb12bf"
    "f62f93f9b67f9aebd2cfde19e00fc621c0fd16c5c206f3ddad47cefb0fc9d6c5fb63e9edffc9fe5ddaa8e2b153e74af9"
    "95a5e2dd62511463db16485b28caf633c22d54694e3272e16c077b8744abf005"
)
_OFFSETS: _U32 = _numbers(
    "d767afcf52a00c09ec92a540ae938d9feafd0a800b46a2c3308b0d93e9c725a211c19a6c2af6490be4701eb5496a834b"
    "f87eb9da6f12dcccdcbb5f2339ad094d8307121b2337ecb0143a058e25bd24b7bf02093411ea06fbc1090568e74ea99e"
    "ee9a218cbbf4f36388c7b07a8bdefc236f52ca8018a854523fbfffbbdd5bcd10"
)
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_EMPTY = np.uint16(0xFFFF)
_HALF, _MOST = np.uint32(15), np.uint32(0xFFFFFFFF)
#: Values worked out at once, as far as they stay in the processor's cache.
_CACHED = 1 << 15


@dataclass(frozen=True, slots=True)
class Signatures:
    """A batch reduced.

    ``whole`` (n) hashes each text; ``minima`` (n x 32) are of its pairs of words and ``pairs`` their last bytes;
    ``sketch`` (n x 64) is of its words; ``long`` (n) says where these count, ``empty`` (n) that there is no word.
    """

    whole: _U64
    minima: _U32
    pairs: NDArray[np.uint8]
    sketch: _U16
    long: NDArray[np.bool_]
    empty: NDArray[np.bool_]


def _mix(values: _U64) -> _U64:
    """Scramble 64-bit integers (the finaliser of SplitMix64, S. Vigna)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def signatures(batch: Sequence[Tokens]) -> Signatures:
    """Reduce a batch of at least one message. Depends on the folded tokens only."""
    forms = [tokens.forms[:MAX_TOKENS] for tokens in batch]
    # One sentinel a message keeps each segment of ``reduceat`` non-empty; it holds the length of the text.
    lengths = np.fromiter(map(len, forms), np.int64, len(batch)) + 1
    ends = np.cumsum(lengths)
    starts, last = ends - lengths, ends - 1
    codes = np.empty(int(ends[-1]), np.uint64)
    words = np.ones(len(codes), np.bool_)
    words[last] = False
    codes[words] = np.array([form.code for said in forms for form in said], np.uint64)
    codes[last] = np.fromiter(map(len, batch), np.uint64, len(batch))
    places = np.arange(len(codes), dtype=np.uint64) - np.repeat(starts, lengths).astype(np.uint64)
    whole = np.add.reduceat(_mix(codes + _GOLDEN * (places + np.uint64(1))), starts)
    sketch = _sketch(codes[words], np.repeat(np.arange(len(batch)), lengths - 1), len(batch))
    minima = _minima(codes, starts, last)
    return Signatures(whole, minima, minima.astype(np.uint8), sketch, lengths > ENOUGH_TOKENS, lengths == 1)


def _sketch(codes: _U64, owners: _I64, count: int) -> _U16:
    """Return the least hash of the words of each message that fall into each bin; an empty bin holds the most."""
    scattered = _mix(codes + _GOLDEN)
    places = owners * BINS + (scattered >> np.uint64(58)).astype(np.int64)
    least = np.full(count * BINS, _EMPTY, np.uint16)
    np.minimum.at(least, places, np.minimum(scattered & np.uint64(0xFFFF), np.uint64(0xFFFE)).astype(np.uint16))
    return least.reshape(count, BINS)


def _minima(codes: _U64, starts: _I64, last: _I64) -> _U32:
    """Return the least value of each hash function over the pairs of neighbouring words of each message.

    As many functions at a time as stay in the processor's cache: all of them for a few messages, one for many.
    """
    following = np.append(codes[1:], np.uint64(0))
    pairs = _mix(codes * _GOLDEN + following).astype(np.uint32)
    minima = np.empty((len(starts), HASHES), np.uint32)
    crossing = np.concatenate([last, np.maximum(last - 1, 0)])  # pairs that cross an end
    step = max(1, min(HASHES, _CACHED // len(pairs)))
    values, high = np.empty((step, len(pairs)), np.uint32), np.empty((step, len(pairs)), np.uint32)
    for rank in range(0, HASHES, step):
        upto = min(rank + step, HASHES)
        some = values[: upto - rank]
        np.multiply(pairs, _MULTIPLIERS[rank:upto, None], out=some)
        some += _OFFSETS[rank:upto, None]
        # brings the well-mixed high bits down: order depends on all bits
        some ^= np.right_shift(some, _HALF, out=high[: upto - rank])
        some[:, crossing] = _MOST
        minima[:, rank:upto] = np.minimum.reduceat(some, starts, axis=1).T
    return minima


class NearIndex:
    """The first messages of groups, in a window that rolls. ``groups`` is its only change of state."""

    def __init__(self, window: int = WINDOW) -> None:
        if window < 1 or window & (window - 1):
            raise ValueError(f"The window must be a power of two, not {window}.")
        self.window = window
        self._count = 0  # first messages ever remembered
        self._ids = np.zeros(window, np.int64)
        self._whole = np.zeros(window, np.uint64)
        self._sketch = np.zeros((window, BINS), np.uint16)
        self._pairs = np.zeros((window, HASHES), np.uint8)
        # For each band, and last for whole texts: one more than the row last put in a slot (0: none). All is zero
        # at first, so that an index that is not used takes no memory.
        self._slots = np.zeros((BANDS + 1, 2 * window), np.int32)

    @property
    def remembered(self) -> int:
        """How many first messages are remembered."""
        return min(self._count, self.window)

    def groups(self, batch: Sequence[Tokens], ids: Sequence[int]) -> list[int]:
        """Return for each message the id of the first message of its group: its own when it is the first.

        ``ids`` are the messages' own identifiers, in the same order as ``batch``.
        """
        if len(batch) != len(ids):
            raise ValueError(f"{len(batch)} messages and {len(ids)} ids: give one id a message.")
        result: list[int] = []
        step = min(STEP, self.window)
        for start in range(0, len(batch), step):
            result += self._groups(batch[start : start + step], ids[start : start + step])
        return result

    def _groups(self, batch: Sequence[Tokens], ids: Sequence[int]) -> list[int]:
        signs = signatures(batch)
        keys = _band_keys(signs)
        earlier = self._earlier(signs, keys)
        within = _within(signs, keys)
        groups, firsts = _assign(ids, self._ids, earlier, within, signs.empty)
        self._remember(signs, keys, np.array(ids, np.int64), np.array(firsts, np.int64))
        return groups

    def _earlier(self, signs: Signatures, keys: _U64) -> list[int]:
        """Return for each message the row of the likest remembered one, or -1."""
        rows = self._slots.reshape(-1)[self._places(keys)].astype(np.int64) - 1
        known = rows >= 0
        for half in range(WIDTH):  # a slot serves many keys: the last bytes tell most strangers
            theirs = self._pairs[rows[:BANDS], np.arange(half, HASHES, WIDTH)[:, None]]
            known[:BANDS] &= theirs == signs.pairs[:, half::WIDTH].T
        places = np.nonzero(known)
        if not len(places[0]):
            return [-1] * len(signs.whole)
        agreed = _agreement(signs, places[1], rows[places], self._whole, self._sketch, self._pairs)
        best = np.full(len(signs.whole), -1, np.int64)
        order = np.argsort(agreed, kind="stable")[int((agreed == 0).sum()) :]  # the likest is put last, and stays
        best[places[1][order]] = rows[places][order]
        return best.tolist()

    def _places(self, keys: _U64) -> _I64:
        """Return where the slots of keys stand when those of all bands follow each other."""
        return (keys & np.uint64(2 * self.window - 1)).astype(np.int64) + 2 * self.window * _RANKS

    def _remember(self, signs: Signatures, keys: _U64, ids: _I64, firsts: _I64) -> None:
        """Put the first messages of new groups in the window, over the oldest ones."""
        if not len(firsts):
            return
        rows = (self._count + np.arange(len(firsts))) % self.window
        self._count += len(firsts)
        self._ids[rows] = ids[firsts]
        self._whole[rows] = signs.whole[firsts]
        self._sketch[rows] = signs.sketch[firsts]
        self._pairs[rows] = signs.pairs[firsts]
        self._slots.reshape(-1)[self._places(keys[:, firsts])] = rows + 1

    def dump(self) -> bytes:
        """Return the whole state, to be given to ``load``: as large as what is remembered, not as the window."""
        file, used = BytesIO(), slice(self.remembered)
        slots = self._slots.reshape(-1)
        filled = np.flatnonzero(slots)
        np.savez(
            file, window=self.window, count=self._count, ids=self._ids[used], whole=self._whole[used],
            sketch=self._sketch[used], pairs=self._pairs[used], filled=filled.astype(np.int32), slots=slots[filled],
        )  # fmt: skip
        return file.getvalue()

    @classmethod
    def load(cls, state: bytes) -> "NearIndex":
        """Return the index whose ``dump`` this is. Nothing in it is executed."""
        with np.load(BytesIO(state), allow_pickle=False) as arrays:
            index = cls(int(arrays["window"]))
            index._count = int(arrays["count"])
            used = slice(index.remembered)
            index._ids[used], index._whole[used] = arrays["ids"], arrays["whole"]
            index._sketch[used], index._pairs[used] = arrays["sketch"], arrays["pairs"]
            index._slots.reshape(-1)[arrays["filled"]] = arrays["slots"]
        return index


#: The place of each band, and last of the whole text, as a column.
_RANKS: _I64 = np.arange(BANDS + 1)[:, None]


def _band_keys(signs: Signatures) -> _U64:
    """Return the keys (17 x n) under which a message is looked up: the bands, then the whole text."""
    keys = np.empty((BANDS + 1, len(signs.whole)), np.uint64)
    found = _RANKS[1:].astype(np.uint64)
    for half in range(WIDTH):
        found = _mix(found + _GOLDEN * signs.minima[:, half::WIDTH].T)
    keys[:BANDS] = found
    keys[BANDS] = signs.whole
    return keys


def _agreement(
    signs: Signatures, ours: _I64, rows: _I64, whole: _U64, sketch: _U16, pairs: NDArray[np.uint8]
) -> NDArray[np.float32]:
    """Return the share of words that the messages ``ours`` have in common with ``rows``, one by one.

    2 for the same text, 0 where it is too small.
    """
    agreed = np.where(signs.whole[ours] == whole[rows], np.float32(2), np.float32(0))
    asked = np.flatnonzero(signs.long[ours] & (agreed == 0))
    ours, rows = ours[asked], rows[asked]
    in_order = (signs.pairs[ours] == pairs[rows]).sum(axis=1) >= PAIRS
    asked, ours, rows = asked[in_order], ours[in_order], rows[in_order]
    mine, theirs = signs.sketch[ours], sketch[rows]
    same = ((mine == theirs) & (mine != _EMPTY)).sum(axis=1)
    either = (np.minimum(mine, theirs) != _EMPTY).sum(axis=1)
    share = same / np.maximum(either, 1)
    needed = np.where(either <= FEW, NEAR_SHORT, np.where(either >= MANY, NEAR_LONG, NEAR))
    agreed[asked] = np.where(share >= needed, share, 0)
    return agreed


def _within(signs: Signatures, keys: _U64) -> list[int]:
    """Return for each message the first message of the same batch that it is near to, or -1."""
    count = len(signs.whole)
    order = np.argsort(keys, axis=1, kind="stable")  # so that the first of equal keys comes first
    ordered = np.take_along_axis(keys, order, axis=1)
    opens = np.ones(keys.shape, np.bool_)
    opens[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    if opens.all():
        return [-1] * count
    leader = np.maximum.accumulate(np.where(opens, np.arange(count), 0), axis=1)
    places = np.nonzero(~opens)
    ours, rows = order[places], np.take_along_axis(order, leader, axis=1)[places]
    near = _agreement(signs, ours, rows, signs.whole, signs.sketch, signs.pairs) > 0
    best = np.full(count, count, np.int64)
    np.minimum.at(best, ours[near], rows[near])
    best[best == count] = -1
    return best.tolist()


def _assign(
    ids: Sequence[int], known: _I64, earlier: list[int], within: list[int], empty: NDArray[np.bool_]
) -> tuple[list[int], list[int]]:
    """Return the group of each message, and the places of the first messages of new groups."""
    groups = list(ids)
    firsts: list[int] = []
    for place, (row, mate) in enumerate(zip(earlier, within, strict=True)):
        if empty[place]:
            continue
        if row >= 0:
            groups[place] = int(known[row])
        elif mate >= 0:
            groups[place] = groups[mate]
        else:
            firsts.append(place)
    return groups, firsts
