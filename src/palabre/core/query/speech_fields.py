"""Fields said in French and in English, after “messages that”."""

from collections.abc import Mapping

from palabre.core.query.choices import SIGNAL_NAMES
from palabre.core.query.speech import SPEECH, Tongue, number
from palabre.core.query.tree import Field
from palabre.core.query.write_fields import named_range, period, second

_TEXTS: Mapping[str, tuple[str, str]] = {
    "author": ("ont pour auteur {}", "are by {}"),
    "from": ("viennent du compte {}", "come from the account {}"),
    "to": ("s’adressent à {}", "speak to {}"),
    "site": ("sont publiés sur {} ou un de ses sous-domaines", "are published on {} or a sub-domain of it"),
    "url": ("ont {} dans leur adresse", "have {} in their address"),
    "link": ("ont un lien où se trouve {}", "have a link that holds {}"),
    "source": ("viennent de la source {}", "come from the source {}"),
    "network": ("viennent du réseau {}", "come from the network {}"),
    "lang": ("sont dans la langue {}", "are in the language {}"),
    "country": ("viennent du pays {}", "come from the country {}"),
    "thread": ("sont dans le fil {}", "are in the thread {}"),
    "topic": ("répondent au sujet {}", "answer the topic {}"),
    "signal": ("portent le signal {}", "carry the signal {}"),
}
_STARTING = ("un nom commençant par {}", "a name starting with {}")
_CHOICES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "kind": {
        "comment": ("sont des commentaires", "are comments"),
        "post": ("sont des publications", "are posts"),
        "private": ("sont des messages privés", "are private messages"),
        "review": ("sont des avis", "are reviews"),
        "article": ("sont des articles", "are articles"),
        "chat": ("sont dits dans un chat", "are chat lines"),
        "mail": ("sont des courriels", "are mails"),
    },
    "visibility": {
        "private": ("sont privés", "are private"),
        "public": ("sont publics", "are public"),
        "press": ("sont de presse", "are from the press"),
    },
    "decision": {
        "none": ("n’ont demandé aucune décision", "needed no decision"),
        "pending": ("attendent une décision", "wait for a decision"),
        "approve": ("ont été approuvés", "were approved"),
        "remove": ("ont été retirés", "were removed"),
        "hold": ("sont retenus", "are held"),
    },
    "first_message": {
        "yes": ("sont le premier message de leur auteur", "are the first message of their author"),
        "no": ("ne sont pas le premier message de leur auteur", "are not the first message of their author"),
    },
    "question": {
        "yes": ("posent une question", "ask a question"),
        "no": ("ne posent pas de question", "ask no question"),
    },
    "is": {
        "reply": ("sont des réponses", "are replies"),
        "root": ("ouvrent un fil", "open a thread"),
        "first": ("sont le premier message de leur auteur", "are the first message of their author"),
        "question": ("posent une question", "ask a question"),
    },
    "has": {
        "link": ("ont un lien", "have a link"),
        "hashtag": ("ont un mot-dièse", "have a hashtag"),
        "mention": ("nomment un compte", "name an account"),
        "emoji": ("ont un émoji", "have an emoji"),
        "attachment": ("ont une pièce jointe", "have an attachment"),
        "image": ("ont une image", "have a picture"),
        "video": ("ont une vidéo", "have a video"),
        "audio": ("ont un son", "have a sound"),
        "title": ("ont un titre", "have a title"),
        "lead": ("ont un chapeau", "have a lead"),
        "author": ("ont un auteur connu", "have a known author"),
        "country": ("disent leur pays", "tell their country"),
        "thread": ("sont dans un fil", "are in a thread"),
        "url": ("ont une adresse", "have an address"),
        "engagement": ("disent leurs réactions", "tell their reactions"),
        "reach": ("disent leur portée", "tell their reach"),
    },
    "sentiment": {
        "negative": ("ont une tonalité négative", "have a negative tone"),
        "neutral": ("ont une tonalité neutre", "have a neutral tone"),
        "positive": ("ont une tonalité positive", "have a positive tone"),
    },
}
_NUMBERS: Mapping[str, tuple[str, str]] = {
    "followers": ("ont un auteur suivi par {} personnes", "have an author followed by {} people"),
    "engagement": ("ont reçu {} réactions", "received {} reactions"),
    "reach": ("ont touché {} personnes", "reached {} people"),
    "sentiment": ("ont une tonalité qui vaut {}", "have a tone that is worth {}"),
}
_AMOUNTS = {
    "more": ("plus de {}", "more than {}"),
    "least": ("au moins {}", "at least {}"),
    "fewer": ("moins de {}", "fewer than {}"),
    "most": ("au plus {}", "at most {}"),
    "just": ("exactement {}", "exactly {}"),
    "between": ("de {} à {}", "{} to {}"),
}
_MOMENTS = {
    "in": ("ont été publiés en {}", "were published in {}"),
    "on": ("ont été publiés le {}", "were published on {}"),
    "between": ("ont été publiés du {} au {}", "were published from {} to {}"),
    "from": ("ont été publiés à partir du {}", "were published from {} on"),
    "before": ("ont été publiés avant le {}", "were published before {}"),
}
_HOURS = {
    "between": ("ont été publiés de {} h à {} h 59 (temps universel)", "were published from {}:00 to {}:59 (UTC)"),
    "from": ("ont été publiés à partir de {} h (temps universel)", "were published from {}:00 on (UTC)"),
    "before": ("ont été publiés avant {} h (temps universel)", "were published before {}:00 (UTC)"),
}
_MONTHS = (
    (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ),
    (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ),
)  # fmt: skip


def said_field(field: Field, tongue: Tongue) -> str:
    """Return what a field asks, as a verb after “messages that”."""
    which = 0 if tongue == "fr" else 1
    named = named_range(field) or str(field.low)
    if field.name in _CHOICES and named in _CHOICES[field.name]:
        return _CHOICES[field.name][named][which]
    match field.name:
        case "published":
            return _published(field, which)
        case "hour":
            return _hours(field, which)
        case name if name in _NUMBERS:
            return _NUMBERS[name][which].format(_amount(field, tongue))
        case _:
            return _text(field, tongue)


def _text(field: Field, tongue: Tongue) -> str:
    which = 0 if tongue == "fr" else 1
    value = str(field.low)
    if field.name == "signal":
        value = _signal(value, tongue)
    asked = SPEECH[tongue]["quote"].format(value)
    return _TEXTS[field.name][which].format(_STARTING[which].format(asked) if field.prefix else asked)


def _signal(value: str, tongue: Tongue) -> str:
    french = SIGNAL_NAMES.get(value, "").split(", ")[0]
    return french if french and tongue == "fr" else value.replace("_", " ")


def _amount(field: Field, tongue: Tongue) -> str:
    which = 0 if tongue == "fr" else 1
    bounds = [number(bound, tongue) for bound in (field.low, field.high) if isinstance(bound, int | float)]
    if len(bounds) == 2:
        return _AMOUNTS["just" if field.low == field.high else "between"][which].format(*bounds)
    if field.low is not None:
        return _AMOUNTS["more" if field.open_low else "least"][which].format(*bounds)
    return _AMOUNTS["fewer" if field.open_high else "most"][which].format(*bounds)


def _published(field: Field, which: int) -> str:
    covered = period(field)
    if covered:
        days = [_day(day, which) for day in covered.split("..")]
        kind = "between" if len(days) == 2 else "on" if len(covered) == 10 else "in"
        return _MOMENTS[kind][which].format(*days)
    low, high = second(field.low), second(field.high)
    if low and high:
        return _MOMENTS["between"][which].format(_day(low, which), _day(high, which))
    return _MOMENTS["from" if low else "before"][which].format(_day(low or high, which))


def _day(written: str, which: int) -> str:
    """Return ``2026``, ``2026-03``, ``2026-03-14`` or ``2026-03-14T08:30`` as people say it."""
    date, _, time = written.partition("T")
    year, *rest = date.split("-")
    words = (
        [_ordinal(int(day), which) for day in rest[1:]]
        + [_MONTHS[which][int(month) - 1] for month in rest[:1]]
        + [year]
    )
    return " ".join(words) + (f" {time}" if time else "")


def _ordinal(day: int, which: int) -> str:
    return "1er" if day == 1 and which == 0 else str(day)


def _hours(field: Field, which: int) -> str:
    low = int(field.low) + field.open_low if isinstance(field.low, int | float) else None
    high = int(field.high) - field.open_high if isinstance(field.high, int | float) else None
    if low is not None and high is not None:
        return _HOURS["between"][which].format(low, high)
    return _HOURS["before"][which].format((high or 0) + 1) if low is None else _HOURS["from"][which].format(low)
