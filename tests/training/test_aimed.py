"""The label learned among messages that name people."""

from palabre.training import aimed
from palabre.training.examples import Example, see
from palabre.training.fit import names_people
from palabre.training.written import examples

SAID = [
    Example("Les Kurdes sont là", {"hate": 0.0}, "written/a"),
    Example("Il pleut sur la ville", {"hate": 0.0}, "ud/a"),
    Example("Les gitans dehors", {"hate": 1.0}, "ftr"),
    Example("Les gitans dehors", {}, "ftr"),
]


def test_it_is_said_of_messages_that_name_people_and_of_no_other() -> None:
    found = aimed.among(SAID, see(SAID))
    assert [one.labels.get(aimed.LABEL) for one in found] == [0.0, None, 1.0, None]


def test_our_sentences_weigh_more_than_tweets_picked_for_slurs() -> None:
    ours, ordinary, tweets, _ = aimed.weighed(SAID)
    assert ours.weight > ordinary.weight > tweets.weight > 0


def test_classes_hold_words_of_blame_and_names() -> None:
    known = aimed.known()
    blame, name = known.names.index("blame"), known.names.index("name")
    assert blame in known.words["voleurs"]
    assert name in known.words["kurdes"]
    assert "voleurs" not in {word for word, ranks in known.words.items() if name in ranks}


def test_what_we_wrote_has_both_sides_among_people_who_are_named() -> None:
    made = [one for one in examples() if one.source.startswith("written/line-")]
    named = [one for one, seen in zip(made, see(made), strict=True) if names_people(seen)]
    hateful = sum(one.labels["hate"] for one in named)
    assert len(made) >= 3_000
    assert 0.25 <= hateful / len(named) <= 0.8
