"""What a newcomer will read: enough of it, by enough people, and every story that the desk is made for."""

import re
from collections import Counter
from datetime import UTC, datetime
from statistics import median

import pytest

from palabre.demo import OPENING, Demo, Step
from palabre.demo.compose import message


def told(said: list[Step], story: str) -> list[Step]:
    return [step for step in said if step.line.story == story]


def day(step: Step) -> int:
    return step.at.days + 1


def test_six_hundred_messages_by_a_hundred_and_fifty_people_over_three_days_on_five_sources(
    demo: Demo, said: list[Step]
) -> None:
    assert len({step.line.id for step in said}) >= 600
    assert len({step.line.by for step in said}) >= 150
    assert {day(step) for step in said} == {1, 2, 3}
    by_source = Counter(step.source.part for step in said)
    assert set(by_source) == {"site", "page", "private", "live", "press"}
    assert min(by_source.values()) >= 30
    assert {source.part for source in demo.sources} == set(by_source)


def test_everybody_who_is_introduced_speaks(demo: Demo, said: list[Step]) -> None:
    assert {person.key for person in demo.people} == {step.line.by for step in said}


def test_ids_are_unique_across_sources(said: list[Step]) -> None:
    seen = Counter(step.line.id for step in said if step.line.do == "say")
    assert [key for key, times in seen.items() if times > 1] == []


def test_an_answer_comes_after_what_it_answers_in_the_same_source(said: list[Step]) -> None:
    met: dict[tuple[str, str], Step] = {}
    answers = 0
    for step in said:
        if step.line.parent and step.line.do == "say":
            parent = met[step.source.part, step.line.parent]
            assert parent.at <= step.at
            assert parent.thread == step.thread
            answers += 1
        met.setdefault((step.source.part, step.line.id), step)
    assert answers >= 200


@pytest.mark.parametrize(
    ("story", "messages", "people"),
    [
        ("coded-hate", 15, 5),
        ("innocent-twin", 5, 4),
        ("testimony", 20, 15),
        ("typo-report", 5, 2),
        ("correction", 10, 8),
        ("subscriber", 8, 4),
        ("delivery", 4, 2),
        ("host-question", 20, 12),
        ("scam", 8, 8),
        ("spam", 5, 4),
        ("adverse-event", 5, 4),
        ("distress", 8, 3),
        ("phone-exposed", 4, 3),
        ("spill-private", 4, 3),
        ("spill-public", 8, 5),
        ("spill-press", 1, 1),
        ("water-first-sign", 6, 4),
        ("water-rumour", 12, 6),
        ("water-correction", 10, 7),
        ("water-spill", 10, 8),
        ("water-spill-press", 2, 2),
        ("insult", 6, 4),
        ("threat", 3, 3),
        ("sexism", 2, 2),
        ("complaint", 4, 3),
        ("praise", 15, 12),
        ("argued", 5, 4),
        ("call-for-help", 15, 12),
        ("question", 10, 10),
        ("other-language", 10, 6),
        ("weak-signal", 10, 8),
    ],
)
def test_every_story_is_told(said: list[Step], story: str, messages: int, people: int) -> None:
    steps = told(said, story)
    assert len(steps) >= messages
    assert len({step.line.by for step in steps}) >= people


def test_questions_to_the_host_come_with_and_without_a_question_mark(said: list[Step]) -> None:
    asked = ["?" in step.line.text for step in told(said, "host-question")]
    assert asked.count(True) >= 5
    assert asked.count(False) >= 5


def test_the_same_words_hide_hate_and_say_thanks(said: list[Step]) -> None:
    formula = re.compile(r"toujours les m[êe]mes", re.IGNORECASE)
    stories = Counter(step.line.story for step in said if formula.search(step.line.text))
    assert stories["coded-hate"] >= 4
    assert stories["innocent-twin"] >= 4


def test_the_scam_is_the_same_text_by_several_people_and_leads_to_one_number(said: list[Step]) -> None:
    lures = [step for step in told(said, "scam") if "Varenne" in step.line.text.title()]
    assert len({step.line.by for step in lures}) >= 5
    assert all("WhatsApp" in step.line.text for step in lures)
    assert len({re.sub(r"\D", "", step.line.text)[-10:] for step in lures}) == 1


def test_a_private_complaint_spills_into_public_then_into_the_press(said: list[Step]) -> None:
    private, public, press = (told(said, f"spill-{place}") for place in ("private", "public", "press"))
    assert private[0].at < public[0].at < press[0].at
    assert {step.source.part for step in private} == {"private"}
    assert {step.source.part for step in public} == {"page"}
    assert [step.source.kind for step in press] == ["article"]
    assert private[0].line.by == public[0].line.by  # the same person, who was not answered
    assert private[0].person is not None
    assert private[0].person.name in press[0].line.text


def test_the_crisis_is_first_told_the_day_before_on_all_five_sources(said: list[Step]) -> None:
    signs = [step for step in said if step.line.story in ("weak-signal", "water-first-sign")]
    assert {step.source.part for step in signs if day(step) == 1} == {"site", "page", "private", "live", "press"}


def test_the_newspaper_counts_the_signs_it_missed_and_counts_right(said: list[Step]) -> None:
    signs = [step for step in said if step.line.story in ("weak-signal", "water-first-sign") and step.at < OPENING]
    missed = [step for step in signs if step.line.by != "redaction"]
    confession = next(step.line.text for step in said if step.line.id == "edi-05")
    assert "vingt et un signaux, sur cinq canaux" in confession
    assert (len(missed), len({step.source.part for step in missed})) == (21, 5)


def test_the_crisis_rises_peaks_and_declines(said: list[Step]) -> None:
    crisis = ("water", "ban", "leak", "knew", "relief")
    hours = Counter(
        int(step.at.total_seconds() // 3600)
        for step in said
        if step.line.story.startswith("water") or step.line.id[:3] in ("wtr", "pwc", "pwb", "sh2", *crisis)
    )
    peak = max(hours, key=lambda hour: hours[hour])
    noon, evening, next_day = (hours[36], hours[42], [hours[hour] for hour in range(60, 72)])
    assert 36 < peak <= 43
    assert hours[peak] > 1.5 * noon
    assert evening > noon
    assert max(next_day) < hours[peak] / 4


def test_lengths_are_those_of_real_conversation(said: list[Step]) -> None:
    lengths = [len(step.line.text) for step in said]
    assert sum(length <= 40 for length in lengths) >= len(lengths) * 0.2
    assert 50 <= median(lengths) <= 150
    assert sum(length > 300 for length in lengths) >= 25
    assert sum(length > 1200 for length in lengths) >= 2


def test_sources_show_edits_deletions_a_restoration_and_bans(demo: Demo) -> None:
    deeds = Counter((step.source.part, step.line.do) for step in demo.steps if step.line.do != "say")
    assert deeds["site", "edit"] >= 1
    assert deeds["page", "edit"] >= 1
    assert deeds["site", "delete"] >= 2
    assert deeds["page", "restore"] >= 1
    assert deeds["live", "ban"] >= 2


def test_nobody_speaks_in_a_source_after_being_banned_from_it(demo: Demo) -> None:
    banned: set[tuple[str, str]] = set()
    for step in demo.steps:
        assert (step.source.part, step.line.by) not in banned
        if step.line.do == "ban":
            banned.add((step.source.part, step.line.target))
    assert banned


def test_mails_and_articles_have_titles_and_paragraphs(said: list[Step]) -> None:
    press = [step for step in said if step.source.part == "press"]
    assert all(step.line.title for step in press)
    articles = [step for step in press if step.line.kind != "mail"]
    assert sum("\n\n" in step.line.text for step in articles) >= 10
    assert all(step.line.reach for step in articles)


def test_the_team_has_every_role_and_topics_are_ten_to_fifteen(demo: Demo) -> None:
    roles = Counter(member.role for member in demo.members)
    assert set(roles) == {"owner", "lead", "moderator", "analyst", "client"}
    assert roles["owner"] == 1
    assert 10 <= len(demo.topics) <= 15
    assert len({topic.key for topic in demo.topics}) == len(demo.topics)


def test_the_newsroom_watches_the_press_and_moderates_the_rest(demo: Demo) -> None:
    assert {source.part for source in demo.sources if not source.moderated} == {"press"}


def test_what_the_newsroom_answers_is_told_to_be_its_own(said: list[Step]) -> None:
    ours = {
        step.person.key for step in said if step.person and message(step, datetime(2026, 11, 1, tzinfo=UTC)).ours
    }
    assert ours == {"redaction"}
