"""``palabre train``: from labels and decisions to a version, compared, switched on demand, rolled back."""

import json
from datetime import timedelta
from typing import Any

import pytest

from house import NOW, House
from palabre.core.model import Message
from palabre.pipeline.lenses import Lenses, trained
from palabre.pipeline.understand import understand
from palabre.store.migrate import Connection

from .conftest import Palabre

CLOWN = [
    "Nos clowns ont gagné {}, quel match",
    "Allez les clowns, on se voit {}",
    "Les clowns de Castelnau, {} encore",
]
MOLLUSC = ["Ce mollusque de maire, {} pareil", "Encore un mollusque qui décide {}", "Mollusque va, {} rien"]
FILLERS = ["hier", "ce soir", "dimanche", "à Revel", "chez nous", "cette année", "en finale", "à midi"]


@pytest.fixture
def taught(house: House, owner: Connection, courrier: int) -> int:
    """Fill the workspace with what its people said: words on messages, decisions, a suggestion; and another's."""
    source, person = house.source(courrier), house.person()
    for number, line in enumerate(one.format(filler) for one in [*CLOWN, *MOLLUSC] for filler in FILLERS):
        hostile = "ollusque" in line
        message = house.message(
            source, line, NOW + timedelta(minutes=number), decision="remove" if hostile else "approve"
        )
        if hostile:
            owner.execute(
                "INSERT INTO decision (workspace_id, message_id, person_id, action, reason)"
                " VALUES (%s, %s, %s, 'remove', 'insult')",
                (courrier, message, person),
            )
        else:
            owner.execute(
                "INSERT INTO label (workspace_id, message_id, signal, value, origin, person_id)"
                " VALUES (%s, %s, 'insult', 0, 'person', %s)",
                (courrier, message, person),
            )
    owner.execute(
        "INSERT INTO label (workspace_id, signal, value, origin, text) VALUES (%s, 'insult', 1, 'suggestion', %s)",
        (courrier, "Quel mollusque"),
    )
    return courrier


def train(palabre: Palabre, *arguments: str) -> Any:
    return palabre("train", "--workspace", "courrier", *arguments)


def used(owner: Connection) -> Any:
    row = owner.execute("SELECT version_id FROM model_use ORDER BY id DESC LIMIT 1").fetchone()
    return row[0] if row else "never"


def test_a_version_is_made_compared_and_not_used(palabre: Palabre, owner: Connection, taught: int) -> None:
    said = train(palabre)
    assert said.status == 0, said.err
    assert "version 1" in said.out and "insult" in said.out and "--switch 1" in said.out
    assert used(owner) == "never"
    row = owner.execute("SELECT number, signals, report FROM model_version").fetchone()
    assert row is not None and row[0] == 1 and "insult" in row[1]  # type: ignore[operator]
    assert "mollusque" not in json.dumps(row[2]), "the report holds no text"
    assert [verb for (verb,) in owner.execute("SELECT verb FROM audit")] == ["model.make"]


def test_it_is_used_on_demand_read_by_the_worker_and_rolled_back(
    palabre: Palabre, owner: Connection, taught: int
) -> None:
    text = "Ce mollusque de maire, toujours pareil"

    def reading(lenses: Lenses) -> dict[str, str]:
        lenses.reload(owner)  # type: ignore[arg-type]
        message = Message(id="x", text=text, published=NOW)
        (found,) = understand(lenses.of(taught), [message], [1])
        return {signal.name: signal.model for signal in found.signals}

    lenses = Lenses(trained())
    lenses.of(taught)
    assert "taught" not in reading(lenses).get("insult", "")
    said = train(palabre, "--use", "--json")
    assert json.loads(said.out)["used"] is True
    assert reading(lenses)["insult"] == "taught-1"
    assert train(palabre, "--use").status == 0 and reading(lenses)["insult"] == "taught-2"
    assert train(palabre, "--roll-back").status == 0 and reading(lenses)["insult"] == "taught-1"
    assert train(palabre, "--switch", "0").status == 0 and "taught" not in reading(lenses).get("insult", "")
    listed = train(palabre, "--list").out.splitlines()
    assert len(listed) == 2 and not any(line.startswith("*") for line in listed)
    assert train(palabre, "--switch", "9").status == 2


def test_a_damaged_version_is_left_aside(palabre: Palabre, owner: Connection, taught: int) -> None:
    train(palabre, "--use")
    owner.execute("UPDATE model_version SET weights = 'nonsense'")
    lenses = Lenses(trained())
    lenses.reload(owner)  # type: ignore[arg-type]
    assert lenses.of(taught).taught is None
    assert "compari" in train(palabre).err


def test_too_little_and_wrong_names_are_told(palabre: Palabre, courrier: int) -> None:
    said = train(palabre)
    assert said.status == 1 and "too little to learn from" in said.err
    assert train(palabre, "--roll-back").status == 1
    assert palabre("train", "-w", "nowhere").status == 1


def test_thresholds_change_what_counts_in_the_priority(owner: Connection, courrier: int) -> None:
    message = Message(id="x", text="Espèce de gros connard", published=NOW)
    lenses = Lenses()
    lenses.reload(owner)  # type: ignore[arg-type]
    (before,) = understand(lenses.of(courrier), [message], [1])
    owner.execute("INSERT INTO signal_threshold VALUES (%s, 'insult', 1)", (courrier,))
    lenses.reload(owner)  # type: ignore[arg-type]
    (after,) = understand(lenses.of(courrier), [message], [2])
    assert before.proposal.article == "insult" and after.proposal.article != "insult"
    assert after.proposal.priority < before.proposal.priority
    assert [one.name for one in after.signals] == [one.name for one in before.signals], "kept, all the same"
