"""What providers said of texts, so that a copy is not sent nor paid for twice. Bounded; texts stay as hashes."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field

from palabre.pipeline.providers.model import Provider, Scores

#: Answers remembered.
MOST = 20_000


@dataclass(slots=True)
class Memory:
    """The latest answers, of all providers. Other settings of a provider are another provider."""

    _known: "OrderedDict[bytes, Scores]" = field(default_factory=OrderedDict)

    def get(self, provider: Provider, text: str) -> Scores | None:
        """Return what ``provider`` said of this very text, None where it is not known."""
        key = _key(provider, text)
        found = self._known.get(key)
        if found is not None:
            self._known.move_to_end(key)
        return found

    def put(self, provider: Provider, text: str, scores: Scores) -> None:
        """Remember an answer."""
        self._known[_key(provider, text)] = scores
        while len(self._known) > MOST:
            self._known.popitem(last=False)


def _key(provider: Provider, text: str) -> bytes:
    settings = repr((provider.id, provider.kind, sorted(provider.settings.items()), tuple(provider.signals)))
    return hashlib.sha256(f"{settings}\0{text}".encode("utf-8", "surrogatepass")).digest()
