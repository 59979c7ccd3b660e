"""The signed webhook: any site or tool sends what is said to it, as it is said.

The gate receives a call, and asks this package two pure questions: is it signed (``verify``), and what
does it carry (``parse_call``)? ``sign`` is the client's half.
"""

from palabre.connectors.webhook.client import CONNECTOR
from palabre.connectors.webhook.errors import BadCall, Refusal
from palabre.connectors.webhook.parse import MAX_BYTES, MAX_MESSAGES, Call, parse_call
from palabre.connectors.webhook.signing import HEADER, WINDOW, secrets_of, sign, verify

__all__ = [
    "CONNECTOR",
    "HEADER",
    "MAX_BYTES",
    "MAX_MESSAGES",
    "WINDOW",
    "BadCall",
    "Call",
    "Refusal",
    "parse_call",
    "secrets_of",
    "sign",
    "verify",
]
