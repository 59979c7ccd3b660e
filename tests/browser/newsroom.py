"""What the browser tests do outside the browser: write messages, announce them, look at decisions."""

import json
from typing import Any

from house import House
from palabre.store.migrate import Connection


def write(house: House, source: int, workspace: int) -> dict[str, int]:
    """Write a small morning: six messages, the most pressing first."""
    clown = house.author(workspace, key="ninon_31")
    made = {
        "hate": house.message(source, "Toujours les mêmes, suivez mon regard.", priority=92, proposed="remove",
                              article="discrimination", author_id=clown,
                              parts='[{"why":"coded_hate","points":92}]'),
        "insult": house.message(source, "Quelle bande de clowns à la mairie !", priority=60, author_id=clown),
        "help": house.message(source, "Quelqu’un sait qui appeler pour l’eau ?", priority=45),
        "witness": house.message(source, "J’habite rue du Moulin, l’eau sent le gazole.", priority=40),
        "plain": house.message(source, "Bonne journée à tous.", priority=3),
        "last": house.message(source, "Merci au journal.", priority=1),
    }  # fmt: skip
    house.signal(made["hate"], "coded_hate", 0.93, json.dumps([{"start": 0, "end": 18, "why": "coded_phrase"}]))
    house.signal(made["insult"], "insult", 0.9, json.dumps([{"start": 7, "end": 22, "why": "insult_word"}]))
    house.signal(made["witness"], "testimony", 0.8)
    return made


def announce(owner: Connection, workspace: int, kind: str, **body: Any) -> None:
    """Tell every browser of the workspace, as the worker does."""
    owner.execute("SELECT announce(%s, %s, %s)", (workspace, kind, json.dumps(body)))


def state(owner: Connection, message: int) -> str:
    """Return where a message stands."""
    row = owner.execute("SELECT decision FROM message WHERE id = %s", (message,)).fetchone()
    assert row is not None
    return str(row[0])
