"""Queries written for other tools: which tool, and what they become here, with what is lost on the way."""

from dataclasses import dataclass

from palabre.desk.watch.diagnosis import Told
from palabre.desk.watch.language import OWN

#: The dialects that are read, by their key, as people call them.
DIALECTS: dict[str, str] = {OWN: "Palabre"}


@dataclass(frozen=True, slots=True)
class Translation:
    """A query in our own dialect (None: it cannot be read), what it was written in, what is told of the way."""

    query: str | None
    dialect: str
    told: tuple[Told, ...] = ()

    @property
    def tool(self) -> str:
        """Return the name of the tool that it was written for."""
        return DIALECTS.get(self.dialect, self.dialect)


def dialect_of(name: str) -> str:
    """Return the key of a dialect called so, '' where there is none."""
    return next((key for key, label in DIALECTS.items() if name.casefold() in (key, label.casefold())), "")


def guess(query: str) -> str:
    """Return the dialect that a query seems to be written in."""
    return OWN


def translate(query: str, dialect: str = "") -> Translation:
    """Return a query in our own dialect; without ``dialect``, it is guessed."""
    return Translation(query, dialect or guess(query))
