"""The demo read from the package's own files: a pure function of what is shipped."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec

from palabre.demo.model import Demo, Line, Member, Person, Place, Source, Step, Topic
from palabre.demo.pace import offset

NAME = "Le Courrier du Lauragais"

T = TypeVar("T")


class ContentError(ValueError):
    """A content file is wrong; the text says which file, which line and why."""


def load_demo() -> Demo:
    """Return the demo workspace, every line of it checked.

    Raises ``ContentError`` for a line that is malformed, or that names what does not exist.
    """
    content = files("palabre.demo").joinpath("content")
    sources = _table(content, "sources.jsonl", Source)
    people = _table(content, "authors.jsonl", Person)
    places = _table(content, "places.jsonl", Place)
    cast = Cast({who.key: who for who in people}, {place.key: place for place in places})
    steps = [step for source in sources for step in stage(source, _lines(content, source), cast)]
    return Demo(
        name=NAME,
        sources=sources,
        topics=_table(content, "topics.jsonl", Topic),
        members=_table(content, "members.jsonl", Member),
        people=people,
        places=places,
        steps=tuple(sorted(steps, key=lambda step: step.at)),
    )


@dataclass(frozen=True, slots=True)
class Cast:
    """Who may speak and where, by key."""

    people: Mapping[str, Person]
    places: Mapping[str, Place]


def stage(source: Source, lines: Sequence[Line], cast: Cast) -> list[Step]:
    """Set the lines of one source in time order, each with its thread and its place.

    Raises ``ContentError`` for an unknown author, place or target, for an id said twice, and for an answer
    or an event that comes before what it is about.
    """
    said: dict[str, int] = {}
    steps: list[Step] = []
    for line in sorted(lines, key=lambda line: offset(line.at)):
        try:
            step = _step(source, line, cast, steps, said)
        except (KeyError, ValueError) as error:
            name = line.id or f"{line.do} {line.target}"
            raise ContentError(f"{source.part}, {line.at}, {name}: {error}") from error
        if line.do == "say":
            said[line.id] = len(steps)
        steps.append(step)
    return steps


def _step(source: Source, line: Line, cast: Cast, steps: Sequence[Step], said: Mapping[str, int]) -> Step:
    """Set one line after the ``steps`` already set; ``said`` gives the step of each message."""
    _refuse(line, cast, said)
    about = line.parent or (line.target if line.do == "edit" else "")
    root = steps[said[about]] if about else None
    speaks = line.do in ("say", "edit")
    return Step(
        at=offset(line.at),
        source=source,
        line=line,
        person=cast.people[line.by] if speaks else None,
        thread=root.thread if root else line.place or line.id,
        place=root.place or _under(root) if root else _label(line, cast),
        url=root.url if root and line.do == "edit" else _url(source, line, cast, root),
        first=line.do == "say" and _is_first(line, cast, steps),
    )


def _refuse(line: Line, cast: Cast, said: Mapping[str, int]) -> None:
    """Raise ``ValueError`` where a line contradicts those before it."""
    if line.do == "say" and (not line.id or line.id in said):
        raise ValueError(f"a message needs an id of its own; {line.id!r} is missing or taken.")
    if line.do in ("edit", "delete", "restore") and line.target not in said:
        raise ValueError(f"{line.target!r} has not been said yet.")
    if line.do == "ban" and line.target not in cast.people:
        raise ValueError(f"{line.target!r} is nobody.")
    if line.parent and line.parent not in said:
        raise ValueError(f"{line.parent!r}, which it answers, has not been said yet.")


def _is_first(line: Line, cast: Cast, steps: Sequence[Step]) -> bool:
    """Tell whether somebody who had never published speaks for the first time here."""
    return cast.people[line.by].messages == 0 and all(step.line.by != line.by for step in steps)


def _label(line: Line, cast: Cast) -> str:
    """Return where a message was said, for people."""
    return cast.places[line.place].label if line.place else ""


def _under(root: Step, width: int = 60) -> str:
    """Return the place made by a post: the answers are said under its first words."""
    text = " ".join((root.line.title or root.line.text).split())
    words = text if len(text) <= width else text[:width].rsplit(" ", 1)[0] + "…"
    return f"sous « {words} »" if root.source.kind == "comment" else ""


def _url(source: Source, line: Line, cast: Cast, root: Step | None) -> str:
    """Return the address of a message, or nothing where its source has none (private messages, mails)."""
    if line.url or not source.url or line.kind == "mail" or line.do not in ("say", "edit"):
        return line.url
    key = root.thread if root else line.place
    path = cast.places[key].path if key in cast.places else f"/{key or line.id}"
    return f"{source.url}{path}#{line.id}"


def _lines(content: Traversable, source: Source) -> list[Line]:
    """Return the lines of every file of a source, in the order of the files' names."""
    places = {place.key for place in _table(content, "places.jsonl", Place)}
    folder = content.joinpath(source.part)
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".jsonl"))
    return [
        _settle(line, name.removesuffix(".jsonl"), places)
        for name in names
        for line in _read(folder.joinpath(name), Line)
    ]


def _settle(line: Line, stem: str, places: set[str]) -> Line:
    """Give a line the story and, where there is one, the place that its file is named after."""
    placed = line.place or line.parent or line.do != "say" or stem not in places
    return msgspec.structs.replace(line, story=line.story or stem, place=line.place if placed else stem)


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
