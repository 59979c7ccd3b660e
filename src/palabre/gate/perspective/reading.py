"""Judging a comment beside the event loop: one thread, a bounded queue, so that streams and webhooks go on."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from palabre.core.model import Message
from palabre.core.perspective import Scored, sentences

if TYPE_CHECKING:
    from palabre.core.signals.taught import Taught
    from palabre.pipeline.judging import Judged

#: Comments that may wait for the thread; one that finds more is told to come back.
MOST_WAITING = 200
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Crowded(Exception):
    """Too many comments wait already."""


class Reader:
    """Judges comments one after the other. The signals' tables are loaded by the first, not by the gate's start."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="perspective")
        self._waiting = 0

    async def read(
        self, text: str, languages: Sequence[str], spans: bool, taught: "Taught | None" = None
    ) -> tuple[str, Scored, list[Scored]]:
        """Return the language, the comment as a whole, and its pieces: sentences, or itself. Raises ``Crowded``."""
        if self._waiting >= MOST_WAITING:
            raise Crowded
        self._waiting += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._pool, _read, text, tuple(languages), spans, taught)
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """Let the thread end; what waits is not judged."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _read(
    text: str, languages: tuple[str, ...], spans: bool, taught: "Taught | None"
) -> tuple[str, Scored, list[Scored]]:
    from palabre.pipeline.judging import judge

    cut = sentences(text) if spans else []
    pieces = cut if len(cut) > 1 else [(0, len(text))]
    told = languages[0].partition("-")[0] if len(languages) == 1 else ""
    texts = [text, *(text[start:end] for start, end in pieces if (start, end) != (0, len(text)))]
    whole, *parts = judge([Message(id="-", text=one, published=_EPOCH) for one in texts], taught)
    scored = [_scored(span, one) for span, one in zip(pieces, parts or [whole], strict=True)]
    return told or whole.lang, _scored((0, len(text)), whole), scored


def _scored(span: tuple[int, int], found: "Judged") -> Scored:
    return Scored(span, {signal.name: signal.score for signal in found.signals})
