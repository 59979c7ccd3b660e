"""Parts of sentences: what the index finds is what trying every phrase at every word finds."""

from hypothesis import given
from hypothesis import strategies as st

from palabre.core.signals.grammar import Element, compile_phrase
from palabre.core.signals.parts import Part, Parts

ROLES = {
    "act": ("virer", "foutre (dehors)?", "mettre ~2 dehors", "mettre ~1 dehors"),
    "bad": ("sale(s)", "sale race", "parasit*", "vrai parasit*", "dehors"),
}
PARTS = Parts(ROLES)
WORDS = st.lists(
    st.sampled_from(["virer", "foutre", "mettre", "dehors", "sale", "race", "vrai", "parasites", "parapluie"]),
    max_size=9,
)


def end(words: list[str], at: int, elements: tuple[Element, ...]) -> int:
    """Return where a phrase that begins at ``at`` ends, each word as near as can be; -1 where it does not stand."""
    if not elements[0].fits(words[at]):
        return -1
    for element in elements[1:]:
        near = [place for place in range(at + 1, at + element.gap + 2) if place < len(words)]
        at = next((place for place in near if element.fits(words[place])), -1)
        if at < 0:
            return -1
    return at


@given(WORDS)
def test_the_longest_of_each_role_is_found_at_each_word(words: list[str]) -> None:
    wanted = set()
    for role, phrases in ROLES.items():
        patterns = [elements for phrase in phrases for elements in compile_phrase(phrase, {})]
        for at in range(len(words)):
            last = max(end(words, at, elements) for elements in patterns)
            if last >= 0:
                wanted.add(Part(at, last, role))
    found = list(PARTS.find(words))
    assert set(found) == wanted
    assert len(found) == len(wanted)
    assert [part.first for part in found] == sorted(part.first for part in found)


def test_a_word_that_begins_nothing_gives_nothing() -> None:
    assert list(PARTS.find(["bonjour", "parapluie"])) == []
