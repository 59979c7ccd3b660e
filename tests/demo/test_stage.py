"""Lines set in order: threads, places, addresses, and what is refused."""

import msgspec
import pytest

from palabre.demo import ContentError, Line, Person, Place, Source
from palabre.demo.stage import Cast, stage

SITE = Source(
    part="site",
    name="Commentaires",
    network="site",
    kind="comment",
    visibility="public",
    moderated=True,
    site="journal.example",
    url="https://journal.example",
)
CAST = Cast(
    {"alice": Person(key="alice", name="Alice", messages=0), "bob": Person(key="bob", name="Bob", messages=7)},
    {"roads": Place("roads", "site", "sous « Travaux »", "/actu/travaux")},
)


def line(at: str, key: str, by: str = "bob", **more: str) -> Line:
    return msgspec.convert({"at": at, "id": key, "by": by, "text": f"dit {key}", **more}, Line)


def event(at: str, do: str, target: str, **more: str) -> Line:
    return msgspec.convert({"at": at, "do": do, "target": target, **more}, Line)


def test_lines_are_set_in_time_order_and_lines_of_one_moment_stay_as_written() -> None:
    lines = [line("J2 08:00", "c"), line("J1 09:00:30", "b"), line("J1 09:00", "a"), line("J2 08:00", "d")]
    assert [step.line.id for step in stage(SITE, lines, CAST)] == ["a", "b", "c", "d"]


def test_an_answer_has_the_thread_the_place_and_the_page_of_what_it_answers() -> None:
    lines = [
        line("J1 09:00", "a", place="roads"),
        line("J1 09:01", "b", parent="a"),
        line("J1 09:02", "c", parent="b"),
    ]
    steps = stage(SITE, lines, CAST)
    assert {step.thread for step in steps} == {"roads"}
    assert {step.place for step in steps} == {"sous « Travaux »"}
    assert steps[2].url == "https://journal.example/actu/travaux#c"


def test_what_is_said_under_a_post_names_its_first_words() -> None:
    post = line("J1 09:00", "p", kind="post")
    post = msgspec.structs.replace(
        post, text="Le marché de la place sera déplacé sous la halle pendant les trois semaines"
    )
    answer = stage(SITE, [post, line("J1 09:01", "a", parent="p")], CAST)[1]
    assert answer.place == "sous «\u202fLe marché de la place sera déplacé sous la halle pendant…\u202f»"
    assert (answer.thread, answer.url) == ("p", "https://journal.example/p#a")


def test_only_the_first_message_of_somebody_who_had_never_published_is_a_first() -> None:
    lines = [line("J1 09:00", "a", "alice"), line("J1 09:01", "b"), line("J1 09:02", "c", "alice")]
    assert [step.first for step in stage(SITE, lines, CAST)] == [True, False, False]


def test_an_edit_is_the_same_message_with_another_text() -> None:
    said = [line("J1 08:00", "p", place="roads"), line("J1 09:00", "a", "alice", parent="p")]
    steps = stage(SITE, [*said, event("J1 10:00", "edit", "a", text="mieux")], CAST)
    before, after = steps[1], steps[2]
    assert (after.line.id, after.line.text, after.line.parent) == ("a", "mieux", "p")
    assert (after.person, after.thread, after.place, after.url) == (
        before.person,
        before.thread,
        before.place,
        before.url,
    )
    assert after.at > before.at


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (line("J1 08:00", "a"), "'a' is missing or taken"),
        (line("J1 08:00", ""), "'' is missing or taken"),
        (line("J1 08:00", "x", "carol"), "'carol' is nobody"),
        (line("J1 08:00", "x", place="moon"), "'moon' is nowhere"),
        (line("J1 08:00", "x", parent="later"), "'later', which it answers, has not been said yet"),
        (event("J1 08:00", "delete", "later"), "'later' has not been said yet"),
        (event("J1 08:00", "edit", "later", text="mieux"), "'later' has not been said yet"),
        (event("J1 08:00", "restore", "x"), "'x' has not been said yet"),
        (event("J1 08:00", "ban", "carol"), "'carol' is nobody"),
    ],
)
def test_a_line_that_contradicts_the_others_is_refused_with_its_place(wrong: Line, why: str) -> None:
    lines = [line("J1 07:00", "a"), wrong, line("J1 09:00", "later")]
    with pytest.raises(ContentError, match=f"^site, J1 08:00, .*{why}"):
        stage(SITE, lines, CAST)


@pytest.mark.parametrize("at", ["J4 08:00", "J1 8:00", "J1 08:00 ", "hier", "J1 08:60", "J1 24:00"])
def test_a_moment_is_a_day_and_a_time(at: str) -> None:
    with pytest.raises(msgspec.ValidationError, match="at"):
        line(at, "a")
