"""What an edit changed is shown word by word."""

from hypothesis import given
from hypothesis import strategies as st

from palabre.desk.messages.difference import MOST_WORDS, changes

TEXTS = st.text(alphabet="ab é\n’!", max_size=60)


@given(TEXTS, TEXTS)
def test_both_texts_are_read_in_the_changes(old: str, new: str) -> None:
    found = changes(old, new)
    assert "".join(change.text for change in found if change.kind != "new") == old
    assert "".join(change.text for change in found if change.kind != "gone") == new


def test_one_word_changed_is_one_word_shown() -> None:
    found = changes("Peyrouzel est concerné", "Peyrouzel n’est plus concerné")
    assert [(change.kind, change.text) for change in found] == [
        ("same", "Peyrouzel "),
        ("gone", "est"),
        ("new", "n’est plus"),
        ("same", " concerné"),
    ]


def test_very_long_texts_are_shown_whole() -> None:
    old, new = "mot " * (MOST_WORDS + 1), "autre " * (MOST_WORDS + 1)
    assert [change.kind for change in changes(old, new)] == ["gone", "new"]
