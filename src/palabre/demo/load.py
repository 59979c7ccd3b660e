"""The demo read from the package's own files: a pure function of what is shipped."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec

from palabre.demo.model import Line, Member, Person, Place, Source, Topic
from palabre.demo.stage import Cast, ContentError, stage
from palabre.demo.workspace import Demo

NAME = "Le Courrier du Lauragais"

T = TypeVar("T")


def load_demo() -> Demo:
    """Return the demo workspace, every line of it checked.

    Raises ``ContentError`` for a line that is malformed, or that names what does not exist.
    """
    content = files("palabre.demo").joinpath("content")
    sources = _table(content, "sources.jsonl", Source)
    people = _table(content, "authors.jsonl", Person)
    places = _table(content, "places.jsonl", Place)
    cast = Cast({who.key: who for who in people}, {place.key: place for place in places})
    steps = [step for source in sources for step in stage(source, _lines(content, source, places), cast)]
    return Demo(
        name=NAME,
        sources=sources,
        topics=_table(content, "topics.jsonl", Topic),
        members=_table(content, "members.jsonl", Member),
        people=people,
        places=places,
        steps=tuple(sorted(steps, key=lambda step: step.at)),
    )


def _lines(content: Traversable, source: Source, places: tuple[Place, ...]) -> list[Line]:
    """Return the lines of every file of a source, in the order of the files' names."""
    folder = content.joinpath(source.part)
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".jsonl"))
    here = {place.key for place in places if place.part == source.part}
    return [
        _settle(line, name.removesuffix(".jsonl"), here)
        for name in names
        for line in _read(folder.joinpath(name), Line)
    ]


def _settle(line: Line, name: str, places: set[str]) -> Line:
    """Give a line the story and, where there is one, the place that its file is named after.

    An answer and an event have the place of what they are about.
    """
    bare = line.do == "say" and not line.place and not line.parent
    place = name if bare and name in places else line.place
    return msgspec.structs.replace(line, story=line.story or name, place=place)


def _table(content: Traversable, name: str, kind: type[T]) -> tuple[T, ...]:
    """Return all of one file of the content."""
    return tuple(_read(content.joinpath(name), kind))


def _read(file: Traversable, kind: type[T]) -> Iterator[T]:
    """Yield each line of a JSON Lines file as ``kind``; empty lines part the paragraphs of a story."""
    decoder = msgspec.json.Decoder(kind)
    for number, text in enumerate(file.read_text("utf-8").split("\n"), start=1):
        if not text.strip():
            continue
        try:
            yield decoder.decode(text)
        except msgspec.MsgspecError as error:
            raise ContentError(f"{file.name}, line {number}: {error}") from error
