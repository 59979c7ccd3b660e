"""Secrets of sources (passwords, tokens, signing keys), encrypted at rest.

They are sealed with Fernet (AES-128-CBC and HMAC-SHA256, https://github.com/fernet/spec) under a key derived from
``place.secret("sources")``, which stands beside the data and never in the database: a copy of the database
alone opens nothing. A mark of the key precedes the sealed text, so that a wrong key is told from a damaged text.

The library of ciphers (7 MB) is loaded with the first secret: many sources have none.
"""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Mapping

import msgspec

_VERSION = b"P1"
_MARK = 8


class SecretsError(RuntimeError):
    """Sealed secrets cannot be opened; the text says how to mend it."""


class WrongKey(SecretsError):
    """They were sealed with another key than the one given."""


def seal(mapping: Mapping[str, str], key: str) -> bytes:
    """Return ``mapping`` (name → secret) encrypted under ``key``, which is ``place.secret("sources")``."""
    from cryptography.fernet import Fernet

    plain = msgspec.json.encode(dict(mapping))
    return _VERSION + _mark(key) + Fernet(_fernet_key(key)).encrypt(plain)


def open_secrets(blob: bytes | memoryview | None, key: str) -> dict[str, str]:
    """Return the mapping that ``seal`` was given; nothing sealed gives an empty one.

    Raises ``WrongKey`` or ``SecretsError``.
    """
    if not blob:
        return {}
    sealed = bytes(blob)
    version, mark, token = sealed[:2], sealed[2 : 2 + _MARK], sealed[2 + _MARK :]
    if version != _VERSION:
        raise SecretsError("These are not secrets sealed by Palabre: enter the secrets of the source again.")
    if mark != _mark(key):
        raise WrongKey(
            "The secrets of this source were sealed with another key: put the file secrets/sources of the data "
            "folder back from a backup, or enter the secrets of the source again."
        )
    return _opened(token, key)


def _opened(token: bytes, key: str) -> dict[str, str]:
    from cryptography.fernet import Fernet, InvalidToken

    try:
        return msgspec.json.decode(Fernet(_fernet_key(key)).decrypt(token), type=dict[str, str])
    except (InvalidToken, msgspec.MsgspecError):
        raise SecretsError("The sealed secrets are damaged: enter the secrets of the source again.") from None


def _fernet_key(key: str) -> bytes:
    return urlsafe_b64encode(_derived(b"palabre source secrets 1", key))


def _mark(key: str) -> bytes:
    """Return eight bytes that tell one key from another, and tell nothing about it."""
    return _derived(b"palabre source key mark 1", key)[:_MARK]


def _derived(purpose: bytes, key: str) -> bytes:
    """The key is 256 random bits: one hash is enough to derive others from it."""
    return hashlib.sha256(purpose + b"\0" + key.encode()).digest()
