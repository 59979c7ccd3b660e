"""Signatures of calls: HMAC-SHA256 (RFC 2104) of the raw body and a time.

The header ``Palabre-Signature: t=<unix seconds>,v1=<hex>`` signs ``b"<t>." + body``. The body is signed as
the bytes that travelled, never as re-encoded JSON: accents and emoji may be written in several ways. A
signature is good for five minutes, so that a call overheard cannot be replayed later; within them,
replaying is harmless since messages are recognised by their ``id``.
"""

import hmac
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from palabre.connectors.webhook.errors import Refusal

HEADER = "Palabre-Signature"

#: Seconds, before and after, within which a signature's time is accepted.
WINDOW = 300

#: Characters of the header that are read, and signatures in it (a sender that rotates may put two).
MAX_HEADER, MAX_SIGNATURES = 1_000, 8

_TIME = re.compile(r"[0-9]{1,12}")
_DIGEST = re.compile(r"[0-9a-f]{64}")

_MISSING = Refusal(
    "signature_missing",
    f"L’appel n’est pas signé : il manque l’en-tête {HEADER}.",
    f"The call is not signed: the {HEADER} header is missing.",
)
_MALFORMED = Refusal(
    "signature_malformed",
    f"L’en-tête {HEADER} doit avoir la forme « t=1700000000,v1=… », v1 étant 64 chiffres hexadécimaux.",
    f"The {HEADER} header must read “t=1700000000,v1=…”, where v1 is 64 hexadecimal digits.",
)
_WRONG = Refusal(
    "signature_wrong",
    "La signature ne correspond pas : vérifiez le secret, et signez les octets mêmes du corps envoyé.",
    "The signature does not match: check the secret, and sign the very bytes of the body you send.",
)


def sign(body: bytes, secret: str, now: datetime) -> str:
    """Return the value of the ``Palabre-Signature`` header for ``body`` sent at ``now`` (aware)."""
    moment = int(now.timestamp())
    return f"t={moment},v1={_digest(secret, moment, body)}"


def verify(
    headers: Mapping[str, str], raw_body: bytes, secret: str | Sequence[str], now: datetime
) -> Refusal | None:
    """Return ``None`` when the call is signed with ``secret`` (or one of them), else why it is refused.

    ``headers`` may have names in any case. Comparisons take the same time whatever the secret.
    """
    value = _header(headers)
    if not value:
        return _MISSING
    moment, digests = _parts(value[: MAX_HEADER + 1])
    if moment is None or not digests:
        return _MALFORMED
    if abs(now.timestamp() - moment) > WINDOW:
        return _stale(moment, now)
    known = [secret] if isinstance(secret, str) else secret
    wanted = [_digest(one, moment, raw_body) for one in known if one]
    return None if _any_equal(wanted, digests) else _WRONG


def secrets_of(secrets: Mapping[str, str]) -> tuple[str, ...]:
    """Return the secrets of a source in force: the present one, and the previous while it is kept."""
    both = (secrets.get("secret", ""), secrets.get("previous_secret", ""))
    return tuple(secret for secret in both if secret)


def _header(headers: Mapping[str, str]) -> str:
    wanted = HEADER.lower()
    return next((value for name, value in headers.items() if name.lower() == wanted), "")


def _parts(value: str) -> tuple[int | None, list[str]]:
    """Read ``t=…,v1=…``; unknown parts are left aside, for signatures yet to be invented."""
    if len(value) > MAX_HEADER:
        return None, []
    pairs = [part.strip().partition("=")[::2] for part in value.split(",")]
    times = [text for name, text in pairs if name == "t"]
    digests = [text for name, text in pairs if name == "v1" and _DIGEST.fullmatch(text)]
    one_time = len(times) == 1 and _TIME.fullmatch(times[0])
    return (int(times[0]) if one_time else None), digests[:MAX_SIGNATURES]


def _digest(secret: str, moment: int, body: bytes) -> str:
    return hmac.digest(secret.encode(), f"{moment}.".encode() + body, "sha256").hex()


def _any_equal(wanted: Iterable[str], given: Sequence[str]) -> bool:
    """Compare every pair, without stopping at the first: the time taken tells nothing."""
    found = False
    for digest in wanted:
        for candidate in given:
            found |= hmac.compare_digest(digest, candidate)
    return found


def _stale(moment: int, now: datetime) -> Refusal:
    seconds = round(now.timestamp() - moment)
    return Refusal(
        "signature_stale",
        f"La signature est datée de {_apart_fr(seconds)}, or elle ne vaut que cinq minutes : "
        "signez chaque envoi au moment de le faire, et vérifiez l’horloge de votre serveur.",
        f"The signature is dated {_apart_en(seconds)}, and is good for five minutes only: "
        "sign each call as you send it, and check your server’s clock.",
    )


def _apart_fr(seconds: int) -> str:
    return f"{seconds} s avant la réception" if seconds > 0 else f"{-seconds} s après la réception"


def _apart_en(seconds: int) -> str:
    return f"{seconds} s before it was received" if seconds > 0 else f"{-seconds} s after it was received"
