"""What an HTTP status means for a source: go on, or which class of error."""

from palabre.connectors.contract import ErrorClass, SourceError
from palabre.connectors.shared.sentences import source_error

#: status → (class, French, English); other statuses fall to their hundred.
_MEANINGS: dict[int, tuple[ErrorClass, str, str]] = {
    401: (
        "refused",
        "Le site demande une identification (401).",
        "The site asks for credentials (401).",
    ),
    403: (
        "refused",
        "Le site refuse l’accès (403). Demandez à son éditeur d’autoriser Palabre.",
        "The site refuses access (403). Ask its publisher to let Palabre in.",
    ),
    404: (
        "gone",
        "Il n’y a rien à cette adresse (404). Vérifiez-la.",
        "There is nothing at this address (404). Check it.",
    ),
    408: ("temporary", "Le site a mis trop de temps (408).", "The site took too long (408)."),
    410: (
        "gone",
        "L’éditeur a supprimé ce contenu pour de bon (410).",
        "The publisher removed this for good (410).",
    ),
    425: ("temporary", "Le site demande de réessayer (425).", "The site asks to try again (425)."),
    429: (
        "throttled",
        "Le site demande de ralentir (429).",
        "The site asks to slow down (429).",
    ),
    451: (
        "refused",
        "Contenu indisponible pour raison légale (451).",
        "Unavailable for legal reasons (451).",
    ),
}


def status_error(status: int, wait: float | None) -> SourceError | None:
    """Return the error that a final status stands for, ``None`` for a good one (2xx, 304).

    ``wait`` is what Retry-After asked for, in seconds; with a 503 it turns a fault into a request to slow down.
    """
    if 200 <= status < 300 or status == 304:
        return None
    if status == 503 and wait is not None:
        return source_error("throttled", "Le site est saturé (503).", "The site is overloaded (503).", wait)
    if status in _MEANINGS:
        kind, french, english = _MEANINGS[status]
        return source_error(kind, french, english, wait)
    if status >= 500:
        return source_error(
            "temporary", f"Le site est en panne ({status}).", f"The site is failing ({status}).", wait
        )
    return source_error(
        "refused" if status >= 400 else "malformed",
        f"Réponse inattendue du site ({status}).",
        f"Unexpected answer from the site ({status}).",
        wait,
    )
