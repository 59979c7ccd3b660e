"""The form that each field of a call must have, in both languages, for the 422 that tells of a wrong one."""

from typing import Any

Form = tuple[str, str]

_IDENTIFIER: Form = ("un texte de 1 à 500 caractères", "a text of 1 to 500 characters")
_SHORT: Form = ("un texte d’au plus 300 caractères", "a text of at most 300 characters")
_THREAD: Form = ("un texte d’au plus 500 caractères", "a text of at most 500 characters")
_LONG: Form = ("un texte d’au plus 2 000 caractères", "a text of at most 2,000 characters")
_COUNT: Form = ("un nombre entier positif ou nul", "a whole number, zero or more")
_ADDRESS: Form = (
    "une adresse http:// ou https:// d’au plus 4 000 caractères",
    "an http:// or https:// address of at most 4,000 characters",
)
_MOMENT: Form = (
    "une date avec son fuseau, comme 2026-03-02T08:15:00+01:00, ni avant 1900 ni à venir",
    "a date with its time zone, such as 2026-03-02T08:15:00+01:00, neither before 1900 nor in the future",
)
_MESSAGE: Form = (
    "un objet qui porte au moins « id » et « text »",
    "an object with at least “id” and “text”",
)
_EVENT: Form = (
    "un objet qui porte au moins « kind » et « target »",
    "an object with at least “kind” and “target”",
)

#: By the path of the field, indices left out.
FORMS: dict[str, Form] = {
    "": (
        "un objet JSON : un message, ou une liste « messages », une liste « events », ou les deux",
        "a JSON object: one message, or a “messages” list, an “events” list, or both",
    ),
    "messages": ("une liste de 1 à 1 000 messages", "a list of 1 to 1,000 messages"),
    "messages[]": _MESSAGE,
    "messages[].id": _IDENTIFIER,
    "messages[].text": (
        "un texte d’au plus 1 000 000 de caractères",
        "a text of at most 1,000,000 characters",
    ),
    "messages[].published": _MOMENT,
    "messages[].kind": (
        "l’un de comment, post, private, review, article, chat, mail",
        "one of comment, post, private, review, article, chat, mail",
    ),
    "messages[].visibility": ("l’un de private, public, press", "one of private, public, press"),
    "messages[].author": (
        "un objet qui porte au moins « key », l’identifiant de l’auteur sur son réseau",
        "an object with at least “key”, the author’s identifier on their network",
    ),
    "messages[].author.key": _IDENTIFIER,
    "messages[].author.name": _SHORT,
    "messages[].author.url": _ADDRESS,
    "messages[].author.followers": _COUNT,
    "messages[].title": _LONG,
    "messages[].lead": ("un texte d’au plus 10 000 caractères", "a text of at most 10,000 characters"),
    "messages[].url": _ADDRESS,
    "messages[].site": _SHORT,
    "messages[].thread": _THREAD,
    "messages[].parent": _THREAD,
    "messages[].place": _LONG,
    "messages[].network": ("un texte d’au plus 50 caractères", "a text of at most 50 characters"),
    "messages[].lang": ("un code de langue, comme fr", "a language code, such as fr"),
    "messages[].country": (
        "un code de pays de deux lettres, comme FR",
        "a two-letter country code, such as FR",
    ),
    "messages[].engagement": _COUNT,
    "messages[].reach": _COUNT,
    "messages[].first": ("true ou false", "true or false"),
    "messages[].ours": ("true ou false", "true or false"),
    "messages[].attachments": ("une liste d’au plus 100 pièces", "a list of at most 100 attachments"),
    "messages[].attachments[]": ("un objet qui porte au moins « name »", "an object with at least “name”"),
    "messages[].attachments[].name": _SHORT,
    "messages[].attachments[].media_type": _SHORT,
    "messages[].attachments[].size": _COUNT,
    "messages[].attachments[].url": _ADDRESS,
    "messages[].raw": (
        "un objet d’au plus 100 000 octets et de 20 niveaux",
        "an object of at most 100,000 bytes and 20 levels",
    ),
    "events": ("une liste d’au plus 1 000 événements", "a list of at most 1,000 events"),
    "events[]": _EVENT,
    "events[].kind": ("l’un de delete, ban, restore", "one of delete, ban, restore"),
    "events[].target": _IDENTIFIER,
    "events[].at": _MOMENT,
    "events[].detail": _LONG,
}


def form_of(path: str) -> Form:
    """Return the form wanted at ``path`` (with or without indices), or the form of what holds it."""
    bare = _without_indices(path)
    while bare not in FORMS:
        bare = bare.removesuffix("[]") if bare.endswith("[]") else bare.rpartition(".")[0]
    return FORMS[bare]


def _without_indices(path: str) -> str:
    """``messages[3].id`` → ``messages[].id``."""
    return "".join(
        part if not index else f"[]{part.partition(']')[2]}" for index, part in enumerate(path.split("["))
    )


def shown(value: Any) -> str:
    """Return a value as JSON would have it, cut short: enough for its sender to recognise it."""
    text = repr(value) if not isinstance(value, str) else f'"{value}"'
    return text if len(text) <= 60 else text[:59] + "…"
