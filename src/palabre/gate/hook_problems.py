"""Why a call is not taken, said to the person who wrote the program that sends it."""

import psycopg

from palabre.connectors.webhook import MAX_BYTES
from palabre.gate.answers import DATABASE_AWAY, Problem

_MEGABYTES = MAX_BYTES // 1_000_000

UNKNOWN = Problem(
    404,
    "unknown_source",
    "Aucune source ne reçoit à cette adresse : recopiez celle que donne la page de la source.",
    "No source receives at this address: copy the one shown on the source’s page.",
)
PAUSED = Problem(
    503,
    "source_paused",
    "Cette source est en pause : gardez vos messages, et renvoyez-les quand elle aura repris.",
    "This source is paused: keep your messages, and send them again once it has been resumed.",
    retry_after=300,
)
TOO_LARGE = Problem(
    413,
    "too_large",
    f"Un appel porte au plus {_MEGABYTES} Mo : envoyez le reste dans d’autres appels.",
    f"A call carries at most {_MEGABYTES} MB: send the rest in further calls.",
)
TOO_SLOW = Problem(
    408,
    "too_slow",
    "Le corps de l’appel met trop de temps à arriver.",
    "The body of the call takes too long to come.",
    retry_after=5,
)
BEHIND = Problem(
    429,
    "too_many_pending",
    "Trop de messages attendent d’être traités : renvoyez celui-ci dans quelques secondes.",
    "Too many messages are waiting to be processed: send this one again in a few seconds.",
    retry_after=5,
)
CROWDED = Problem(
    429,
    "too_many_calls",
    "Trop d’appels arrivent à la fois : renvoyez celui-ci dans un instant.",
    "Too many calls come at once: send this one again in a moment.",
    retry_after=1,
)
SECRETS = Problem(
    503,
    "secrets_unreadable",
    "Palabre ne peut pas vérifier les signatures : la personne qui l’administre doit rétablir la clé des sources.",
    "Palabre cannot check signatures: whoever runs it must put the key of the sources back.",
    retry_after=300,
)
DISK_FULL = Problem(
    503,
    "disk_full",
    "Le disque de Palabre est plein : rien n’a été enregistré. Renvoyez cet appel plus tard.",
    "Palabre’s disk is full: nothing was recorded. Send this call again later.",
    retry_after=60,
)


def of_database(error: Exception) -> Problem:
    """Return the answer to an error of the database: its disk is full, or it is away."""
    return DISK_FULL if isinstance(error, psycopg.errors.DiskFull) else DATABASE_AWAY
