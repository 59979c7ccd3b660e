"""Understanding with the reading of signals left out: what ``bench.ingest`` measures beside the whole of it.

The target of 9,000 messages a second was set before Palabre read signals, after a prototype that read none. So this
keeps what there was by then: tokens, language, search vector, topics, near-duplicates, proposal, rows. No rule and
no model reads a word, and nothing is told of floods or harassment. Nobody is served so.

Run as ``python -m bench.peers.unsignalled``, it is the worker with this understander, as is its second process.
"""

import signal
from collections.abc import Sequence

import psycopg

from palabre.core.charter.propose import propose
from palabre.core.model import Message
from palabre.core.text import search_vector_binary, tokenize_many
from palabre.core.text.language import languages_of
from palabre.pipeline.understand import Lens, Origin, Understood
from palabre.pipeline.worker import Worker
from palabre.store import address
from palabre.store.models.languages import guesser


def understand(
    lens: Lens, messages: Sequence[Message], ids: Sequence[int], origins: Sequence[Origin] = ()
) -> list[Understood]:
    """Understand messages of a text alone, as ``palabre.pipeline.understand`` does, but for their signals."""
    texts = tokenize_many([message.text for message in messages])
    langs = [code for code, _ in languages_of(texts, guesser())]
    vectors = [search_vector_binary(None, None, tokens) for tokens in texts]
    matches = list(map(lens.topics.match, texts))
    groups = lens.near.groups(texts, ids)
    near = [group if group != own else 0 for group, own in zip(groups, ids, strict=True)]
    proposals = [propose(message, ()) for message in messages]
    return list(map(Understood, messages, langs, near, [()] * len(messages), matches, proposals, vectors))


def main() -> None:
    """Work until SIGTERM."""
    url = address.owner_url()
    # By its name in the module: the second process is told it, and knows no ``__main__``.
    from bench.peers.unsignalled import understand as understander

    worker = Worker(lambda: psycopg.connect(url, autocommit=True), understander=understander)
    signal.signal(signal.SIGTERM, lambda *_: worker.stop.set())
    worker.run()


if __name__ == "__main__":
    main()
