"""Evidence is underlined at its exact place, and the text is never changed by it."""

from hypothesis import given
from hypothesis import strategies as st

from palabre.desk.messages.spans import MOST, Mark, cut, join, shorten

MARKS = st.builds(
    Mark, st.integers(-5, 60), st.integers(-5, 60), st.sampled_from(["harm", "good"]), st.text(max_size=3)
)


@given(st.text(max_size=50), st.lists(MARKS, max_size=12))
def test_the_pieces_joined_are_the_text(text: str, marks: list[Mark]) -> None:
    assert "".join(piece.text for piece in cut(text, marks)) == text


@given(st.text(max_size=50), st.lists(MARKS, max_size=12))
def test_a_character_is_marked_exactly_where_a_mark_covers_it(text: str, marks: list[Mark]) -> None:
    place = 0
    for piece in cut(text, marks):
        for here in range(place, place + len(piece.text)):
            assert len(piece.marks) == sum(mark.start <= here < mark.end for mark in marks)
        place += len(piece.text)


@given(st.text(max_size=400), st.lists(MARKS, max_size=5), st.integers(20, 80))
def test_a_shortened_text_is_part_of_the_text_and_its_marks_say_the_same(
    text: str, marks: list[Mark], room: int
) -> None:
    valid = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    shown, moved = shorten(text, valid, room)
    assert shown.removeprefix("… ").removesuffix("…") in text or shown in text
    assert len(shown) <= room + 3
    said = {text[mark.start : mark.end] for mark in valid}
    for mark in moved:
        if mark.start >= 0 and mark.end <= len(shown.removesuffix("…")):
            assert shown[mark.start : mark.end] in said or shown.startswith("… ")


def test_overlapping_marks_meet_in_one_piece() -> None:
    pieces = cut("toujours les mêmes", [Mark(0, 12, "harm", "a"), Mark(9, 18, "care", "b")])
    assert [(piece.text, [mark.label for mark in piece.marks]) for piece in pieces] == [
        ("toujours ", ["a"]),
        ("les", ["a", "b"]),
        (" mêmes", ["b"]),
    ]


def test_the_number_of_marks_is_bounded() -> None:
    pieces = cut("a" * 1_000, [Mark(n, n + 1, "harm", "") for n in range(1_000)])
    assert sum(bool(piece.marks) for piece in pieces) == MOST


def test_a_long_text_is_shown_around_its_first_mark() -> None:
    text = "blabla " * 60 + "le mot cherché " + "suite " * 60
    start = text.index("cherché")
    shown, moved = shorten(text, [Mark(start, start + 7, "word", "")], 120)
    assert shown.startswith("… ") and shown.endswith("…")
    assert [shown[mark.start : mark.end] for mark in moved] == ["cherché"]


def test_words_marked_for_the_same_reason_are_one_stretch() -> None:
    text = "toujours les mêmes qui profitent"
    words = [
        Mark(0, 8, "harm", "haine codée"),
        Mark(9, 12, "harm", "haine codée"),
        Mark(23, 32, "harm", "haine codée"),
    ]
    other = Mark(13, 18, "good", "témoignage")
    assert join(text, [words[0], words[1], other, words[2]]) == [
        Mark(0, 12, "harm", "haine codée"),
        other,
        words[2],
    ]


@given(st.text(max_size=50), st.lists(MARKS, max_size=12))
def test_joining_marks_nothing_but_the_spaces_between(text: str, marks: list[Mark]) -> None:
    inside = sorted((m for m in marks if 0 <= m.start < m.end <= len(text)), key=lambda m: (m.start, -m.end))
    before = {at for mark in inside for at in range(mark.start, mark.end)}
    after = {at for mark in join(text, inside) for at in range(mark.start, mark.end)}
    assert before <= after and all(text[at].isspace() for at in after - before)


def test_a_short_word_that_was_learned_is_marked_only_among_others() -> None:
    text = "je te le dis, pd"
    learned = [Mark(0, 2, "harm", "insulte", learned=True), Mark(3, 5, "harm", "insulte", learned=True)]
    alone, known = Mark(6, 8, "care", "urgence", learned=True), Mark(14, 16, "harm", "haine")
    assert join(text, [*learned, alone, known]) == [Mark(0, 5, "harm", "insulte", learned=True), known]
