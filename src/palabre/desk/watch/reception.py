"""Topics of a file before they are confirmed: how each is read, what it loses, whether it can be taken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from palabre.core.text import fold
from palabre.desk.watch.diagnosis import diagnose
from palabre.desk.watch.importing import Row
from palabre.desk.watch.language import OWN
from palabre.desk.watch.models import Topic
from palabre.desk.watch.reading import Reading
from palabre.desk.watch.references import saved_queries
from palabre.desk.watch.told import Told
from palabre.desk.watch.translation import Translation, dialect_of, translate


@dataclass(frozen=True, slots=True)
class Candidate:
    """A topic of a file in our own dialect; ``known`` is the topic that has its name already."""

    row: Row
    translation: Translation
    told: tuple[Told, ...]
    usable: bool
    reading: Reading | None
    known: Topic | None

    @property
    def foreign(self) -> bool:
        """Tell whether it was written for another tool."""
        return self.translation.dialect != OWN


def receive(workspace_id: int, rows: Sequence[Row], dialect: str) -> list[Candidate]:
    """Return how each row is read; ``dialect`` is for those that tell none ('': guess each)."""
    known = {topic.name: topic for topic in Topic.objects.filter(workspace_id=workspace_id)}
    saved = {**saved_queries(workspace_id), **{fold(row.name): row.query for row in rows}}
    return [_candidate(row, dialect, known.get(row.name), saved) for row in rows]


def _candidate(row: Row, dialect: str, known: Topic | None, saved: dict[str, str]) -> Candidate:
    translation = translate(row.query, dialect_of(row.dialect) or dialect)
    if translation.query is None:
        return Candidate(row, translation, translation.told, False, None, known)
    found = diagnose(translation.query, saved)
    return Candidate(row, translation, found.told, found.usable, found.reading, known)


def count_usable(candidates: Iterable[Candidate]) -> int:
    """Return how many can be taken."""
    return sum(candidate.usable for candidate in candidates)
