"""Which signals a page shows: one meaning, whether a list asks for it or a query is built upon it."""

from desk.teams import Team
from house import House
from palabre.desk.messages.models import Signal
from palabre.desk.people.scope import scoped
from palabre.desk.signals.actions import do_label_signal
from palabre.desk.signals.heeding import heeded, heeded_of
from palabre.store.migrate import Connection

SCORES = {"insult": 0.8, "question": 0.31, "praise": 0.29, "irony": 0.55, "anger": 0.6, "sentiment": -0.2}


def test_a_list_and_a_query_heed_the_same_signals(house: House, owner: Connection, courrier: Team) -> None:
    source = house.source(courrier.workspace)
    ids = [house.message(source, f"message {number}") for number in range(3)]
    for message in ids[:2]:
        for name, score in SCORES.items():
            house.signal(message, name, score)
    for name, least in (("irony", 0.7), ("praise", 0.2), ("anger", 0.6)):
        owner.execute(
            "INSERT INTO signal_threshold (workspace_id, signal, threshold) VALUES (%s, %s, %s)",
            (courrier.workspace, name, least),
        )
    with scoped(courrier.people["lead"], courrier.workspace):
        do_label_signal(actor=courrier.actor("lead"), message_id=ids[0], signal="insult", is_it=False)
        listed = {(one.message_id, one.name, one.contested) for one in heeded_of(ids)}
        built = heeded(Signal.objects.filter(message_id__in=ids)).values_list("message_id", "name", "contested")
        assert listed == set(built)
        assert {name for message, name, _ in listed if message == ids[1]} == {
            "insult", "question", "praise", "anger", "sentiment",
        }  # fmt: skip
        assert (ids[0], "insult", True) in listed
        scores = [one.score for one in heeded_of(ids)]
        assert scores == sorted(scores, reverse=True)
