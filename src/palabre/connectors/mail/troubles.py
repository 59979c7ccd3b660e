"""What a failure of IMAP means to the person who added the mailbox. Pure."""

import socket
import ssl

from palabre.connectors.contract import ErrorClass, SourceError
from palabre.connectors.mail.imap import NoFolder, Refused
from palabre.connectors.mail.settings import Settings
from palabre.connectors.shared.sentences import excerpt, source_error

#: Response codes (RFC 5530, RFC 9051 §7.1) of a refusal that will pass.
_PASSING = ("[UNAVAILABLE]", "[INUSE]", "[SERVERBUG]", "TEMPORARY", "TRY AGAIN")
_THROTTLED = ("[LIMIT]", "[OVERQUOTA]", "TOO MANY")


def explained(error: Exception, settings: Settings) -> SourceError:
    """Return the failure with its class and a sentence in both languages."""
    kind, french, english = _sentences(error, settings)
    return source_error(kind, french, english)


def _sentences(error: Exception, settings: Settings) -> tuple[ErrorClass, str, str]:
    where, said = f"{settings.host}:{settings.port}", excerpt(str(error), 160)
    passing = _passing(str(error).upper())
    denied = isinstance(error, Refused) or "[AUTHENTICATIONFAILED]" in str(error)
    if denied and not passing:
        return (
            "refused",
            f"{settings.host} refuse l’identifiant ou le mot de passe.",
            f"{settings.host} refuses the user name or the password.",
        )
    if isinstance(error, NoFolder) and not passing:
        return "gone", f"Il n’y a pas de dossier « {settings.folder} ».", f"There is no folder “{settings.folder}”."
    if isinstance(error, ssl.SSLCertVerificationError):
        reason = error.verify_message
        return (
            "refused",
            f"Le certificat de {where} n’est pas valable : {reason}.",
            f"The certificate of {where} is not valid: {reason}.",
        )
    if isinstance(error, ssl.SSLError):
        return (
            "temporary",
            f"{where} ne parle pas TLS comme prévu : vérifiez le chiffrement et le port.",
            f"{where} does not speak TLS as expected: check the encryption and the port.",
        )
    if isinstance(error, socket.gaierror):
        return "temporary", f"Aucun serveur ne s’appelle {settings.host}.", f"No server is called {settings.host}."
    if isinstance(error, TimeoutError):
        return "temporary", f"{where} ne répond pas.", f"{where} does not answer."
    if isinstance(error, ConnectionRefusedError):
        return "temporary", f"{where} refuse la connexion.", f"{where} refuses the connection."
    return (
        passing or "temporary",
        f"La liaison avec {where} s’est rompue ({said}).",
        f"The link to {where} broke ({said}).",
    )


def _passing(said: str) -> ErrorClass | None:
    if any(code in said for code in _THROTTLED):
        return "throttled"
    return "temporary" if any(code in said for code in _PASSING) else None
