"""The words in which a query is explained, in French and in English: templates only, no grammar."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

Tongue: TypeAlias = Literal["fr", "en"]

FRENCH = {
    "messages": "Les messages qui {}.",
    "say": "disent {}",
    "quote": "«\u202f{}\u202f»",
    "accents": "{} avec ses accents",
    "exactly": "{} avec exactement ces accents",
    "prefix": "un mot commençant par {}",
    "tag_prefix": "un mot-dièse ou un compte commençant par {}",
    "wild": "un mot de la forme {}",
    "fuzzy_1": "{} à une lettre près",
    "fuzzy_2": "{} à deux lettres près",
    "cased": "{} écrit exactement ainsi",
    "link": "un lien vers {}",
    "phrase": "l’expression {}",
    "side": "{} côte à côte",
    "near_1": "{} à un mot d’écart au plus",
    "near": "{} à {n} mots d’écart au plus",
    "then": " puis ",
    "sentence": "{} dans la même phrase",
    "paragraph": "{} dans le même paragraphe",
    "except": "{} ailleurs que dans {other}",
    "count": "au moins {n} fois {}",
    "pattern": "un texte que décrit /{}/",
    "title": "{} dans le titre",
    "lead": "{} dans le chapeau",
    "text": "{} dans le texte",
    "and": " et ",
    "or": " ou ",
    "others": "l’un des {n} autres",
    "that": ", qui ",
    "and_that": " et qui ",
    "or_that": " ou qui ",
    "but": "{}, sauf ceux qui {other}",
    "not": "sont autres que ceux qui {}",
    "all": "tout ce qui suit",
    "one": "au moins un de ce qui suit",
    "none": "sauf ce qui suit",
    "percent": "{}\u202f%",
    "less": "moins de 1",
    "lacks": "{share} des messages n’ont pas «\u202f{}\u202f»\u202f: ils n’y répondent pas.",
    "matched": "Le message répond\u202f: il dit {}.",
    "matched_facts": "Le message répond.",
    "nearly": "Le message ne répond pas, mais presque\u202f: il manque {}.",
    "unmatched": "Le message ne répond pas\u202f: il manque {}.",
    "excluded": "Le message ne répond pas\u202f: il est exclu, car il dit {}.",
    "excluded_fact": "Le message ne répond pas\u202f: une exclusion le concerne.",
    "field": "ce que demande le champ «\u202f{}\u202f»",
}
ENGLISH = {
    "messages": "Messages that {}.",
    "say": "say {}",
    "quote": "“{}”",
    "accents": "{} with its accents",
    "exactly": "{} with these very accents",
    "prefix": "a word starting with {}",
    "tag_prefix": "a hashtag or an account starting with {}",
    "wild": "a word like {}",
    "fuzzy_1": "{} give or take a letter",
    "fuzzy_2": "{} give or take two letters",
    "cased": "{} written exactly so",
    "link": "a link to {}",
    "phrase": "the phrase {}",
    "side": "{} side by side",
    "near_1": "{} at most one word apart",
    "near": "{} at most {n} words apart",
    "then": " then ",
    "sentence": "{} in the same sentence",
    "paragraph": "{} in the same paragraph",
    "except": "{} elsewhere than in {other}",
    "count": "{} at least {n} times",
    "pattern": "a text that /{}/ describes",
    "title": "{} in the title",
    "lead": "{} in the lead",
    "text": "{} in the text",
    "and": " and ",
    "or": " or ",
    "others": "one of {n} others",
    "that": ", that ",
    "and_that": " and that ",
    "or_that": " or that ",
    "but": "{}, except those that {other}",
    "not": "are other than those that {}",
    "all": "all that follows",
    "one": "at least one of what follows",
    "none": "except what follows",
    "percent": "{}%",
    "less": "less than 1",
    "lacks": "{share} of the messages have no “{}”: they do not answer it.",
    "matched": "The message matches: it says {}.",
    "matched_facts": "The message matches.",
    "nearly": "The message does not match, but nearly: {} is missing.",
    "unmatched": "The message does not match: {} is missing.",
    "excluded": "The message does not match: it is excluded, for it says {}.",
    "excluded_fact": "The message does not match: an exclusion is about it.",
    "field": "what the field “{}” asks",
}

SPEECH: Mapping[Tongue, Mapping[str, str]] = MappingProxyType({"fr": FRENCH, "en": ENGLISH})


def number(value: float, tongue: Tongue) -> str:
    """Return a number with its thousands apart, as the language writes it."""
    written = f"{value:,.0f}" if value == int(value) else f"{value:,.9f}".rstrip("0")
    if tongue == "en":
        return written.replace("-", "−")
    return written.replace(",", "\u202f").replace(".", ",").replace("-", "−")
