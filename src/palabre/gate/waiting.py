"""What the gate says in the desk's place, in French and in English: a page that tries again by itself, or JSON."""

import base64
import hashlib
from html import escape
from typing import NamedTuple

from palabre.gate import bodies
from palabre.gate.answers import Problem, Scope, Send, header, send_bytes, send_problem
from palabre.gate.wires import DeskAway, DeskBusy


class Reason(NamedTuple):
    """A problem, and its title in both languages."""

    problem: Problem
    title_fr: str
    title_en: str


class CannotServe(Exception):
    """A request that the desk will not see, and why."""

    def __init__(self, why: Reason) -> None:
        super().__init__(why.problem.error)
        self.why = why


def reason(error: Exception) -> Reason:
    """Return what to say of an exchange with the desk that failed."""
    if isinstance(error, DeskAway):
        return STARTING
    if isinstance(error, DeskBusy):
        return BUSY
    if isinstance(error, TimeoutError):
        return SLOW
    return TOO_LARGE if isinstance(error, bodies.TooLarge) else BROKEN


async def send_reason(scope: Scope, send: Send, why: Reason) -> None:
    """Answer a page to a person, JSON to a program."""
    if "text/html" not in header(scope, b"accept"):
        await send_problem(send, why.problem)
        return
    retry = why.problem.retry_after if scope["method"] in ("GET", "HEAD") else None
    extra = [(b"content-security-policy", _POLICY)]
    if retry is not None:
        extra += [(b"refresh", str(retry).encode()), (b"retry-after", str(retry).encode())]
    await send_bytes(send, why.problem.status, page(why, retry), b"text/html; charset=utf-8", extra)


def page(why: Reason, retry: int | None) -> bytes:
    """Return the page; it loads again by itself after ``retry`` seconds where that can help."""
    refresh = f'<meta http-equiv="refresh" content="{retry}">' if retry is not None else ""
    parts = ((why.title_fr, why.problem.fr, "fr"), (why.title_en, why.problem.en, "en"))
    sections = "".join(
        f'<section lang="{lang}"><h1>{escape(title)}</h1><p>{escape(text)}</p></section>'
        for title, text, lang in parts
    )
    return (
        f'<!doctype html><html lang="fr"><head><meta charset="utf-8">{refresh}'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>Palabre</title>'
        f"<style>{_STYLE}</style></head><body><main>{sections}</main></body></html>"
    ).encode()


_STYLE = (
    ":root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;"
    "font:1rem/1.5 system-ui,sans-serif}main{max-width:34rem;padding:2rem}h1{font-size:1.25rem;margin:0 0 .25rem}"
    "p{margin:0}section+section{margin-top:2rem;padding-top:2rem;border-top:1px solid #8886;opacity:.8}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; frame-ancestors 'none'".encode()

STARTING = Reason(
    Problem(
        503,
        "desk_away",
        "Cette page se recharge d’elle-même dès que tout est prêt.",
        "This page reloads by itself as soon as everything is ready.",
        retry_after=2,
    ),
    "Palabre démarre…",
    "Palabre is starting…",
)
BUSY = Reason(
    Problem(
        503,
        "desk_busy",
        "Beaucoup de demandes arrivent à la fois. Nouvel essai dans quelques secondes.",
        "Many requests are coming at once. Trying again in a few seconds.",
        retry_after=5,
    ),
    "Palabre est très sollicité",
    "Palabre is very busy",
)
SLOW = Reason(
    Problem(
        504,
        "desk_slow",
        "La réponse met trop de temps à venir. Réduisez la demande (période, filtres), ou réessayez plus tard.",
        "The answer takes too long to come. Ask for less (dates, filters), or try again later.",
    ),
    "Pas de réponse à temps",
    "No answer in time",
)
BROKEN = Reason(
    Problem(
        502,
        "desk_broken",
        "La réponse s’est interrompue. Réessayez ; si cela se répète, prévenez la personne qui administre Palabre.",
        "The answer was interrupted. Try again; if it happens again, tell whoever runs Palabre.",
        retry_after=5,
    ),
    "Réponse interrompue",
    "Interrupted answer",
)
TOO_LARGE = Reason(
    Problem(
        413,
        "too_large",
        "Un envoi est limité à 2 Gio : découpez le fichier.",
        "An upload is limited to 2 GiB: split the file.",
    ),
    "Envoi trop volumineux",
    "Upload too large",
)
LENGTH_REQUIRED = Reason(
    Problem(
        411,
        "length_required",
        "Un envoi de plus de 8 Mio doit annoncer sa longueur (en-tête Content-Length).",
        "An upload over 8 MiB must tell its length (Content-Length header).",
    ),
    "Longueur inconnue",
    "Unknown length",
)
WRONG_HOST = Reason(
    Problem(
        421,
        "wrong_host",
        "Palabre n’est pas connu sous ce nom. Si c’est bien son adresse, donnez-la dans PALABRE_PUBLIC_URL.",
        "Palabre is not known by this name. If it is its address, give it in PALABRE_PUBLIC_URL.",
    ),
    "Adresse inconnue",
    "Unknown address",
)
