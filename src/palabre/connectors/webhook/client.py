"""The face of the webhook among connectors. It fetches nothing: the gate receives, and hands over."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

from palabre.connectors.contract import Check, Job, Manifest
from palabre.connectors.webhook.manifest import MANIFEST
from palabre.core.model import Delivery

#: Characters of a secret below which guessing is not out of reach.
MIN_SECRET = 32


class WebhookConnector:
    """Receives signed calls through the gate; see ``signing`` and ``parse``."""

    manifest: Manifest = MANIFEST

    def problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> list[tuple[str, str, str]]:
        """Return what is wrong with the secrets: absent, or too short to be safe."""
        if not secrets.get("secret"):
            return [("secret", "Donnez un secret de signature.", "Give a signing secret.")]
        given = ((name, secrets.get(name, "")) for name in ("secret", "previous_secret"))
        return [(name, *_TOO_SHORT) for name, secret in given if 0 < len(secret) < MIN_SECRET]

    async def check(self, job: Job) -> Check:
        """Say what to do next: only the sender can make the first call."""
        wrong = self.problems(job.settings, job.secrets)
        if wrong:
            return Check(False, wrong[0][1], wrong[0][2])
        return Check(
            True,
            "Tout est prêt : il ne reste qu’à envoyer un premier appel signé à l’adresse de cette source.",
            "All is ready: what remains is to send a first signed call to this source’s address.",
        )

    async def collect(self, job: Job) -> AsyncIterator[Delivery]:
        """Yield nothing: what arrives is handed over by the gate."""
        for delivery in _NOTHING:
            yield delivery


_TOO_SHORT = (
    f"Ce secret est trop court : il en faut au moins {MIN_SECRET} caractères.",
    f"This secret is too short: at least {MIN_SECRET} characters are needed.",
)

_NOTHING: tuple[Delivery, ...] = ()

CONNECTOR = WebhookConnector()
