"""Topics that call others by name (``@query:name``) follow them, live."""

import pytest

from house import House
from palabre.core.text import tokenize
from palabre.pipeline.lenses import Lenses
from palabre.store.migrate import Connection


def answered(lenses: Lenses, workspace: int, text: str) -> list[int]:
    return [found.topic for found in lenses.of(workspace).topics.match(tokenize(text))]


def test_a_call_is_the_query_that_it_names_and_follows_it(house: House, owner: Connection) -> None:
    workspace = house.workspace()
    roads = house.topic(workspace, "Rocade Est", "rocade OU déviation")
    works = house.topic(workspace, "Travaux", '@query:"rocade est" travaux')
    lenses = Lenses()
    lenses.reload(owner)
    assert answered(lenses, workspace, "La déviation : encore des travaux") == [roads, works]
    assert answered(lenses, workspace, "Des travaux au pont") == []
    owner.execute("UPDATE topic SET query = 'pont' WHERE id = %s", (roads,))
    lenses.reload(owner)
    assert answered(lenses, workspace, "Des travaux au pont") == [roads, works]


def test_a_paused_topic_can_still_be_called(house: House, owner: Connection) -> None:
    workspace = house.workspace()
    roads = house.topic(workspace, "Rocade", "rocade")
    works = house.topic(workspace, "Travaux", "@query:rocade travaux")
    owner.execute("UPDATE topic SET state = 'paused' WHERE id = %s", (roads,))
    lenses = Lenses()
    lenses.reload(owner)
    assert answered(lenses, workspace, "travaux sur la rocade") == [works]


def test_names_of_another_workspace_are_not_heard(house: House, owner: Connection) -> None:
    ours, theirs = house.workspace(), house.workspace("gazette", "La Gazette")
    house.topic(theirs, "Rocade", "rocade")
    house.topic(ours, "Travaux", "@query:rocade travaux")
    lenses = Lenses()
    lenses.reload(owner)
    assert answered(lenses, ours, "travaux sur la rocade") == []


def test_a_workspace_keeps_one_lens_and_no_other_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    lenses = Lenses()
    first = lenses.of(1)
    monkeypatch.setattr("palabre.pipeline.lenses.Lens", lambda **values: pytest.fail("a lens too many"))
    assert lenses.of(1) is first
