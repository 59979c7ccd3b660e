"""What the gate is told when it starts: addresses, secrets and bounds."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from palabre.store import place, ticket


class ConfigError(ValueError):
    """A setting of the environment is missing or wrong; the text says which, and how to mend it."""


@dataclass(frozen=True, slots=True)
class Config:
    """The gate's settings. Times are in seconds; ``desk`` is (host, port)."""

    database: str
    desk: tuple[str, int]
    ticket_secret: str
    sources_key: str
    host: str = "127.0.0.1"
    port: int = 8700
    #: The address that people type, when it is not the loopback interface or a numeric address.
    public_url: str = ""
    #: Believe ``X-Forwarded-*`` of whoever calls: only behind a proxy that overwrites them.
    trust_proxy: bool = False
    #: Messages waiting for the worker beyond which webhooks are asked to come back later.
    max_pending: int = 100_000
    heartbeat: float = 20.0
    recheck: float = 60.0
    #: How long requests under way are waited for when the gate stops (whole seconds).
    grace: int = 3


def from_environment(environ: Mapping[str, str]) -> Config:
    """Read the settings from ``environ``, the secrets from the data folder. Raises ``ConfigError``."""
    return Config(
        database=_needed(environ, "DATABASE_URL", "the address of the database"),
        desk=_desk(_needed(environ, "PALABRE_DESK_ADDRESS", "host:port where the desk listens")),
        ticket_secret=place.secret(ticket.SECRET),
        sources_key=place.secret("sources"),
        host=environ.get("PALABRE_HOST") or "127.0.0.1",
        port=_number(environ, "PALABRE_PORT", 8700, most=65_535),
        public_url=_public_url(environ.get("PALABRE_PUBLIC_URL", "")),
        trust_proxy=environ.get("PALABRE_TRUST_PROXY") == "1",
        max_pending=_number(environ, "PALABRE_MAX_PENDING", 100_000, most=10**9),
    )


def _needed(environ: Mapping[str, str], name: str, meaning: str) -> str:
    value = environ.get(name, "")
    if not value:
        raise ConfigError(f"{name} is not set: give {meaning}, or start everything with `palabre up`.")
    return value


def _number(environ: Mapping[str, str], name: str, default: int, most: int) -> int:
    text = environ.get(name) or str(default)
    if not (text.isascii() and text.isdigit() and int(text) <= most):
        raise ConfigError(f"{name} is {text!r}: give a whole number from 0 to {most}.")
    return int(text)


def _desk(address: str) -> tuple[str, int]:
    parts = urlsplit(f"//{address}")
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or not port or parts.path:
        raise ConfigError(f"PALABRE_DESK_ADDRESS is {address!r}: give host:port, for instance 127.0.0.1:8701.")
    return host, port


def _public_url(url: str) -> str:
    parts = urlsplit(url)
    if url and (parts.scheme not in ("http", "https") or not parts.hostname):
        raise ConfigError(
            f"PALABRE_PUBLIC_URL is {url!r}: give it whole, for instance https://palabre.example.org."
        )
    return url.rstrip("/")
