"""Each query of the corpora written for each tool: read back, it finds the same, or what was lost is told."""

import re
from collections import defaultdict
from functools import cache

import pytest

from palabre.core.query import Node, Percolator, write
from palabre.core.query.dialects import READERS, WRITERS, Written, read, translate

from .entries import DIALECTS, Entry, entries, said

READ = {
    f"{entry.dialect}:{entry.name}": (entry, tree)
    for dialect in DIALECTS
    for entry in entries(dialect)
    if (tree := read(entry.query, dialect).tree) is not None
}
MESSAGES = list(
    dict.fromkeys(text for dialect in DIALECTS for entry in entries(dialect) for text in entry.messages)
)
BOTH = sorted(set(READERS) & set(WRITERS))


def found_by(trees: dict[str, Node]) -> dict[str, set[str]]:
    """Return the messages that each tree finds, all asked at once."""
    names = dict(enumerate(trees))
    topics = Percolator()
    for number, name in names.items():
        topics.put_tree(number, trees[name])
    found: dict[str, set[str]] = defaultdict(set)
    for text in MESSAGES:
        it = said(text)
        title, lead, body = it.fields
        assert body is not None
        for match in topics.match(body, title=title, lead=lead, facts=it.facts):
            found[names[match.topic]].add(text)
    return found


@cache
def written(name: str, dialect: str) -> Written:
    entry, tree = READ[name]
    return translate(tree, dialect, entry.query)


@pytest.mark.parametrize("dialect", BOTH)
def test_what_is_written_finds_the_same_or_says_what_is_lost(dialect: str) -> None:
    back = {name: read(written(name, dialect).text, dialect) for name in READ if written(name, dialect).text}
    assert [(name, parsed.diagnostics) for name, parsed in back.items() if parsed.tree is None] == []
    asked = found_by({name: tree for name, (_, tree) in READ.items()})
    found = found_by({name: parsed.tree for name, parsed in back.items() if parsed.tree is not None})
    silent = [name for name in back if asked[name] != found[name] and not written(name, dialect).losses]
    assert silent == []


@pytest.mark.parametrize("dialect", BOTH)
def test_writing_what_was_read_back_changes_nothing(dialect: str) -> None:
    for name in READ:
        text = written(name, dialect).text
        once = again(text, dialect) if text else ""  # the first time may leave out what stood twice
        assert not once or again(once, dialect) == once, name


def again(text: str, dialect: str) -> str:
    tree = read(text, dialect).tree
    assert tree is not None
    return translate(tree, dialect).text


@pytest.mark.parametrize("dialect", sorted(set(WRITERS) - {"palabre"}))
def test_losses_are_sentences_in_both_languages(dialect: str) -> None:
    for name, (entry, _) in READ.items():
        text, losses = written(name, dialect)
        assert text or losses, name
        for loss in losses:
            assert all(sentence[-1] == "." for sentence in (loss.fr, loss.en, loss.mend_fr, loss.mend_en)), loss
            assert not re.search(r"(?<!\u202f)[;?!»]|«(?!\u202f)", unquoted(loss.fr, entry)), loss
            assert "None" not in loss.fr + loss.en and "()" not in loss.fr + loss.en


def unquoted(sentence: str, entry: Entry) -> str:
    """Return a sentence without what it quotes of the query."""
    line = " ".join(entry.query.split())
    return re.sub(r"«\u202f.*?\u202f»", lambda quote: "" if quote[0][2:-3] in line else quote[0], sentence)


def test_what_is_ours_is_written_whole() -> None:
    for _, tree in READ.values():
        assert translate(tree, "palabre") == Written(write(tree), ())
