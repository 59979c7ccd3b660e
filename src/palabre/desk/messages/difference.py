"""What an edit changed, word by word. Pure."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

#: Longer texts are not compared word by word (the comparison is quadratic): shown whole, old then new.
MOST_WORDS = 2_000

_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Change:
    """A run of text that both versions hold ("same"), or only the old one ("gone"), or only the new ("new")."""

    kind: Literal["same", "gone", "new"]
    text: str


def changes(old: str, new: str) -> list[Change]:
    """Return the runs that lead from ``old`` to ``new``.

    "same" and "gone" joined give ``old``; "same" and "new" joined give ``new``.
    """
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if len(before) + len(after) > 2 * MOST_WORDS:
        return _runs([("gone", old), ("new", new)])
    found: list[tuple[Literal["same", "gone", "new"], str]] = []
    for kind, i, j, k, m in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("same", "".join(before[i:j])))
        else:
            found += [("gone", "".join(before[i:j])), ("new", "".join(after[k:m]))]
    return _runs(found)


def _runs(found: list[tuple[Literal["same", "gone", "new"], str]]) -> list[Change]:
    return [Change(kind, text) for kind, text in found if text]
