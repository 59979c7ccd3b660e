"""The language of phrases."""

import pytest

from palabre.core.signals.grammar import compile_phrase, spellings

CLASSES = {"animal": ("chien(ne)(s)", "chat(s)", "ver de terre")}


def words(phrase: str) -> list[list[str]]:
    return [[" ".join(sorted(one.words)) for one in pattern] for pattern in compile_phrase(phrase, CLASSES)]


def test_endings_may_be_there_or_are_chosen() -> None:
    assert list(spellings("abruti(e)(s)")) == ["abruti", "abrutis", "abrutie", "abruties"]
    assert list(spellings("habit(e|ez)")) == ["habite", "habitez"]


@pytest.mark.parametrize(
    ("phrase", "patterns"),
    [
        ("Élève têtu", [["eleve", "tetu"]]),
        ("(te|vous) voir", [["te vous", "voir"]]),
        ("(il faut|faudrait) partir", [["faudrait", "partir"], ["il", "faut", "partir"]]),
        ("un (petit)? mot", [["un", "petit", "mot"], ["un", "mot"]]),
        ("j'ai vu", [["je", "ai", "vu"]]),
        ("jai vu", [["je", "ai", "vu"]]),
        ("je n'ai pas", [["je", "ai", "pas"]]),
        ("le <animal>", [["le", "chat chats chien chienne chiennes chiens"], ["le", "ver", "de", "terre"]]),
        (
            "le (loup|<animal>)",
            [["le", "chat chats chien chienne chiennes chiens loup"], ["le", "ver", "de", "terre"]],
        ),
    ],
)
def test_a_phrase_becomes_its_patterns(phrase: str, patterns: list[list[str]]) -> None:
    assert words(phrase) == patterns


def test_a_gap_and_a_beginning() -> None:
    ((first, second),) = compile_phrase("perdu ~3 abonne*", {})
    assert first.words == {"perdu"}
    assert (second.beginnings, second.gap) == (("abonne",), 3)


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("(un|deux", "not closed"),
        ("un ~40 deux", "~1 to ~12"),
        ("le <plat>", "no class"),
        ("(mon <animal>|lui)", "stands alone"),
        ("(earn(ed)?|made) money", "outside of the bars"),
        ("pub*", "four letters"),
        ("…", "no word"),
        ("(un)?", "an empty one"),
    ],
)
def test_a_phrase_badly_written_says_how_to_mend_it(phrase: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        compile_phrase(phrase, CLASSES)
