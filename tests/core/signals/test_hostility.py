"""Hostility towards a group that is named, read by the roles of words. Both sides, sentence by sentence."""

import pytest

from palabre.core.signals.hostility import DENIED, Found, find
from palabre.core.signals.view import View, Words
from palabre.core.text import tokenize

from .said import message


def found(text: str) -> tuple[Found, ...]:
    tokens = tokenize(text)
    said = Words(tokens)
    said.open()
    return find(View(message(text), tokens, said))


def weight(text: str) -> float:
    return max((one.weight for one in found(text)), default=0.0)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("J'exècre vraiment tous ces Portugais", "origin"),
        ("Les Roumains m'insupportent", "origin"),
        ("Ces réfugiés sont rien que des profiteurs", "migrants"),
        ("Faudrait virer tous les Afghans", "origin"),
        ("Les sourds ? Ils servent à rien.", "disabled"),
        ("Nos rues sont pleines de gitans. On devrait tous les tabasser.", "roma"),
        ("Les lesbiennes sont pas normales", "gay"),
        ("Les Maliens n'ont rien à faire chez nous", "black"),
        ("Les filles, toutes des menteuses", "women"),
        ("Les bouddhistes au four", "faith"),
        ("Les obèses méritent pas d'exister", "body"),
        ("Des cafards, ces Tchétchènes", "origin"),
        ("Je suis pas sexiste mais les femmes sont incapables", "women"),
        ("Pourquoi les juives sont-elles aussi fourbes ?", "jewish"),
        ("J'ai toujours dit que les Turcs sont des sauvages", "origin"),
    ],
)
def test_hostility_is_found_with_whom_it_is_aimed_at(text: str, group: str) -> None:
    assert max(found(text), key=lambda one: one.weight).group == group
    assert weight(text) >= 0.6


@pytest.mark.parametrize(
    "text",
    [
        "Je ne méprise pas les Portugais",
        "Les Roumains ne sont pas des voleurs",
        "Les gens qui frappent les femmes sont des ordures",
        "La haine des juifs est un poison",
        "Les réfugiés sont considérés comme des parasites par ce parti",
        "Le vieux port est sale",
        "Un gros chat noir est malade",
        "Les insultes envers les musulmans sont ignobles",
        "Ils veulent expulser les Afghans, c'est une honte",
        "Personne ne devrait frapper les femmes",
        "Mon dentiste est tunisien et il est formidable",
        "Il ne faut pas renvoyer les étrangers",
        "Les femmes sont battues chaque jour dans ce pays",
        "Il a tué une femme",
        "Les hommes politiques mentent",
        "Les femmes sont payées moins que les hommes, c'est une honte",
        "Les étrangers ne nous volent rien",
    ],
)
def test_what_names_a_group_without_hostility_is_left_alone(text: str) -> None:
    assert weight(text) < 0.5


@pytest.mark.parametrize(
    ("openly", "lowered"),
    [
        ("Les gays sont des malades", "« Les gays sont des malades », voilà ce qu'il a écrit"),
        ("Les Arabes sont des voleurs", "Ceux qui disent que les Arabes sont des voleurs sont des racistes"),
        ("Les femmes sont stupides", "C'est sexiste de dire que les femmes sont stupides"),
    ],
)
def test_quoted_told_or_fought_weighs_less(openly: str, lowered: str) -> None:
    assert weight(lowered) < 0.5 < weight(openly)


def test_a_flood_of_groups_stays_bounded() -> None:
    assert len(found("les juifs sont des voleurs et " * 2_000)) < 400


@pytest.mark.parametrize("text", ["Les étrangers ne nous volent rien", "Les Roumains ne sont pas des voleurs"])
def test_what_is_denied_is_told_as_denied_so_that_nothing_learned_raises_it(text: str) -> None:
    assert {one.left for one in found(text)} == {DENIED}
