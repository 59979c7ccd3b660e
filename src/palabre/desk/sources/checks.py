"""Testing a connection, and opening and sealing secrets: the desk's side of a connector's I/O."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings as django_settings

from palabre.connectors.contract import Check, Connector, Job, SourceError
from palabre.connectors.shared.sentences import in_language
from palabre.store import place
from palabre.store.secrets import open_secrets, seal

#: Seconds that a person waits at most for a test.
PATIENCE = 10.0

#: The name of the key that seals the secrets of sources.
KEY = "sources"


def utc_now() -> datetime:
    """Return the present time."""
    return datetime.now(UTC)


def uploads() -> Path:
    """Return the folder of uploaded files."""
    return Path(django_settings.MEDIA_ROOT)


def run_check(
    connector: Connector, settings: Mapping[str, Any], secrets: Mapping[str, str], source: int = 0
) -> Check:
    """Try the connection for at most ten seconds; whatever happens, return a sentence for the person."""
    job = Job(source, settings, secrets, {}, utc_now, uploads())
    try:
        return asyncio.run(_bounded(connector, job))
    except TimeoutError:
        return Check(
            False,
            "Pas de réponse en dix secondes : vérifiez l’adresse, ou réessayez plus tard.",
            "No answer within ten seconds: check the address, or try again later.",
        )
    except SourceError as error:
        said = str(error)
        return Check(False, in_language(said, "fr"), in_language(said, "en"))


def sealed(secrets: Mapping[str, str]) -> bytes | None:
    """Return secrets as the source keeps them; None where there are none."""
    return seal(secrets, place.secret(KEY)) if secrets else None


def opened(blob: bytes | memoryview | None) -> dict[str, str]:
    """Return the secrets of a source. Raises ``palabre.store.secrets.SecretsError``."""
    return open_secrets(blob, place.secret(KEY))


async def _bounded(connector: Connector, job: Job) -> Check:
    return await asyncio.wait_for(connector.check(job), PATIENCE)
