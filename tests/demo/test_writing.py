"""How it is written: no sentence twice, clean typography, nobody real, nothing too hard to ship."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from palabre.core.text import fold
from palabre.demo import Demo, Step

#: Those who write as a newspaper does; readers type as readers do.
NEWSROOM = {"redaction", "bruno.pujade", "etienne.rascol", "clara.soubeyran", "le_grand_cafe"}
COPIED = {"scam", "spam"}
ROBOT = "Ceci est une réponse automatique."

#: Slurs that would be too hard to ship, as digests so that this file says none of them.
SLURS = frozenset(
    {
        "38ba35fc0a47",
        "5d290e1de343",
        "4814058be6f3",
        "960cc9ebb439",
        "f59e28f8bb64",
        "b76e107adf3a",
        "4d13cfd2f9d8",
        "aa700ad4c29a",
        "63dfbc4b4d18",
        "5bbc58ab92f4",
        "b368553f5ec0",
        "f987a48ecf67",
        "efc0c180c864",
        "8e760c31fd2f",
        "ff1580fa239a",
        "909a449821b1",
        "e03d80833aad",
        "161eff9b1269",
        "6b2205b4f033",
        "11b7e4d3514b",
        "4cf454d8b7ff",
        "2e86ef90e982",
        "f09fdc2a35e7",
        "9ab66fd234f7",
        "c3213df210fc",
        "cab4931e837e",
        "8fe6dfed75d3",
        "51bca1fa4eb5",
        "1225b007a95d",
        "c28a08a1a507",
        "0c38fc998949",
    }
)


def texts(demo: Demo) -> Iterator[str]:
    for step in demo.steps:
        line = step.line
        yield from (text for text in (line.text, line.title, line.lead, line.detail) if text)
    for place in demo.places:
        yield place.label
    for topic in demo.topics:
        yield topic.name
        yield topic.why
    for member in demo.members:
        yield member.job
    for person in demo.people:
        yield person.name


def printed(demo: Demo) -> Iterator[str]:
    """Yield what a newspaper prints, and what the interface says."""
    for step in demo.steps:
        if step.line.by in NEWSROOM or step.source.part == "press":
            yield from (text for text in (step.line.text, step.line.title, step.line.lead) if text)
        if step.line.detail:
            yield step.line.detail
    yield from (place.label for place in demo.places)
    yield from (topic.why for topic in demo.topics)


def digest(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()[:12]


def test_no_two_texts_are_the_same_but_those_that_are_copied(said: list[Step]) -> None:
    own = [step for step in said if step.line.story not in COPIED and ROBOT not in step.line.text]
    seen = Counter(" ".join(fold(step.line.text).split()) for step in own)
    assert [text for text, times in seen.items() if times > 1] == []


def test_texts_are_cleanly_encoded_and_spaced(demo: Demo) -> None:
    broken = re.compile(r"�|Ã.|â€|\t|\r|  |^\s|\s$|\n\n\n| \n")
    assert [text for text in texts(demo) if broken.search(text)] == []


def test_guillemets_are_closed(demo: Demo) -> None:
    assert [text for text in texts(demo) if text.count("«") != text.count("»")] == []


def test_what_is_printed_has_french_typography(demo: Demo) -> None:
    wrong = re.compile(r"'|\"| [;:!?»%€]|« |[^\s\u202f]»|\w[!?;](\s|$)|\.\.\.")
    assert [text for text in printed(demo) if wrong.search(text)] == []


def test_readers_type_as_readers_do(said: list[Step]) -> None:
    readers = [step.line.text for step in said if step.line.by not in NEWSROOM and step.source.part != "press"]
    assert sum("'" in text for text in readers) > len(readers) * 0.3
    assert sum(text[0].islower() for text in readers) > len(readers) * 0.25
    assert sum(bool(re.search(r"[\U0001F300-\U0001FAFF☀♥❤]", text)) for text in readers) > 40


def test_telephone_numbers_are_those_kept_for_fiction(demo: Demo) -> None:
    # The regulator keeps 06 39 98 and 01 99 00 for fiction. 3114, 15, 17 and 112 are real, and meant.
    numbers = [re.sub(r"\D", "", found) for text in texts(demo) for found in re.findall(r"\+?\d[\d .]{8,}\d", text)]
    dialled = [number for number in numbers if len(number) == 10 or number.startswith("33")]
    assert dialled
    assert [number for number in dialled if not number.startswith(("063998", "019900"))] == []


def test_addresses_belong_to_nobody(demo: Demo) -> None:
    everything = [*texts(demo), *(step.url for step in demo.steps), *(member.email for member in demo.members)]
    everything += [person.key for person in demo.people if "@" in person.key]
    hosts = [host for text in everything for host in re.findall(r"(?:https?://|@)([a-z0-9.-]+\.[a-z]+)\b", text)]
    assert len(hosts) > 100
    assert {host.rsplit(".", 1)[-1] for host in hosts} == {"example"}
    real = re.compile(r"\b[\w-]+\.(fr|com|org|net|io|eu)\b", re.IGNORECASE)
    assert [text for text in everything if real.search(text)] == []


def test_no_slur_is_shipped(demo: Demo) -> None:
    assert digest("pede") in SLURS  # the list is read as it was made
    words = {word for text in texts(demo) for word in re.findall(r"\w+", fold(text))}
    assert [word for word in words if digest(word) in SLURS] == []


def test_distress_is_answered_within_the_quarter_hour_with_a_number_to_call(said: list[Step]) -> None:
    cry, *after = [step for step in said if step.line.story == "distress"]
    answers = [
        step for step in after if (step.at - cry.at).total_seconds() <= 15 * 60 and step.line.by != cry.line.by
    ]
    assert answers
    assert all("3114" in step.line.text for step in answers)


@pytest.mark.parametrize("language", ["Adiu", "Ojalá", "Cheers|Thank you|We moved", "Mercé|Mercés"])
def test_other_languages_of_the_region_are_heard(said: list[Step], language: str) -> None:
    assert any(re.search(language, step.line.text) for step in said)
