"""The lines of one source set in time order, each with its thread, its place and its address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from palabre.demo.model import Line, Person, Place, Source, Step
from palabre.demo.pace import offset


class ContentError(ValueError):
    """A content file is wrong; the text says which file, which line and why."""


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
        if wrong := _wrong(line, cast, said):
            raise ContentError(f"{source.part}, {line.at}, {line.id or line.do + ' ' + line.target}: {wrong}")
        if line.do == "say":
            said[line.id] = len(steps)
        steps.append(_step(source, line, cast, steps, said))
    return steps


def _wrong(line: Line, cast: Cast, said: Mapping[str, int]) -> str:
    """Return how a line contradicts the cast or the lines before it, or nothing."""
    if line.do in ("edit", "delete", "restore"):
        return "" if line.target in said else f"{line.target!r} has not been said yet."
    if line.do == "ban":
        return "" if line.target in cast.people else f"{line.target!r} is nobody."
    if not line.id or line.id in said:
        return f"a message needs an id of its own; {line.id!r} is missing or taken."
    if line.by not in cast.people:
        return f"{line.by!r} is nobody; add a line to authors.jsonl."
    if line.place and line.place not in cast.places:
        return f"{line.place!r} is nowhere; add a line to places.jsonl."
    if line.parent and line.parent not in said:
        return f"{line.parent!r}, which it answers, has not been said yet."
    return ""


def _step(source: Source, line: Line, cast: Cast, steps: Sequence[Step], said: Mapping[str, int]) -> Step:
    """Set one line after the ``steps`` already set; ``said`` gives the step of each message."""
    if line.do == "edit":
        return _edited(line, steps[said[line.target]])
    above = steps[said[line.parent]] if line.parent else None
    return Step(
        at=offset(line.at),
        source=source,
        line=line,
        person=cast.people[line.by] if line.do == "say" else None,
        thread=above.thread if above else line.place or line.id,
        place=_place(line, cast, above),
        url=_url(source, line, cast, above),
        first=line.do == "say" and _is_first(line, cast, steps),
    )


def _edited(line: Line, original: Step) -> Step:
    """Return the same message with another text."""
    before = original.line
    told = {"at": line.at, "do": "edit", "text": line.text, "story": line.story}
    new = replace(before, **told, engagement=line.engagement or before.engagement)
    return replace(original, at=offset(line.at), line=new)


def _is_first(line: Line, cast: Cast, steps: Sequence[Step]) -> bool:
    """Tell whether somebody who had never published speaks for the first time here."""
    return cast.people[line.by].messages == 0 and all(step.line.by != line.by for step in steps)


def _place(line: Line, cast: Cast, above: Step | None) -> str:
    """Return where a message was said, for people."""
    if above is None:
        return cast.places[line.place].label if line.place else ""
    return above.place or _under(above)


def _under(post: Step, width: int = 60) -> str:
    """Return the place that a public post makes: its answers are said under its first words."""
    text = " ".join(post.line.text.split())
    words = text if len(text) <= width else text[:width].rsplit(" ", 1)[0] + "…"
    return f"sous «\u202f{words}\u202f»" if post.line.kind == "post" else ""


def _url(source: Source, line: Line, cast: Cast, above: Step | None) -> str:
    """Return the address of a message, or nothing where its source has none (private messages, mails)."""
    if line.url or not source.url or line.do != "say":
        return line.url
    key = above.thread if above else line.place
    path = cast.places[key].path if key in cast.places else f"/{key or line.id}"
    return f"{source.url}{path}#{line.id}"
