"""Providers: who else is asked about some signals. Text leaves this machine only when the workspace says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from palabre.desk.audit.actions import record
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import Actor, tell_workers
from palabre.desk.signals.models import Provider
from palabre.store import place
from palabre.store.secrets import open_secrets, seal

#: Providers of a workspace, at most.
MOST = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """A provider as the form describes it. ``secret`` None keeps the one that is there."""

    name: str
    kind: str
    signals: Sequence[str]
    settings: Mapping[str, Any] = field(default_factory=dict)
    sends_text: bool = False
    seconds: float = 5.0
    budget: int = 10_000
    secret: str | None = None


def do_add_provider(*, actor: Actor, wanted: Wanted) -> Provider:
    """Add a provider, paused: it is tried, then resumed. Raises ``Refused``."""
    if Provider.objects.filter(workspace_id=actor.workspace_id).count() >= MOST:
        raise Refused(_("This workspace has %(most)s providers, which is the most.") % {"most": MOST}, "name")
    provider = Provider.objects.create(
        workspace_id=actor.workspace_id,
        person_id=actor.person_id,
        **_columns(wanted),
        secrets=_sealed(wanted.secret),
    )
    _tell(actor, provider, "provider.add", kind=wanted.kind, signals=list(wanted.signals), **_consent(wanted))
    return provider


def do_change_provider(*, actor: Actor, provider: Provider, wanted: Wanted) -> None:
    """Change a provider. Without consent to send text, one that sends it is paused."""
    columns = _columns(wanted)
    if wanted.secret is not None:
        columns["secrets"] = _sealed(wanted.secret)
    if wanted.kind != "onnx" and not wanted.sends_text:
        columns["state"] = "paused"
    Provider.objects.filter(pk=provider.pk).update(**columns)
    _tell(actor, provider, "provider.change", signals=list(wanted.signals), **_consent(wanted))


def do_resume_provider(*, actor: Actor, provider: Provider) -> bool:
    """Ask a provider about new messages. Raises ``Refused`` without consent, or where another has its signals."""
    if provider.kind != "onnx" and not provider.sends_text:
        raise Refused(_("Text would leave this machine: allow it first, on the provider’s page."), "sends_text")
    others = Provider.objects.filter(workspace_id=actor.workspace_id, state="active").exclude(pk=provider.pk)
    other = next((one for one in others if set(one.signals) & set(provider.signals)), None)
    if other is not None:
        raise Refused(
            _("“%(name)s” is already asked about one of these signals.") % {"name": other.name}, "signals"
        )
    changed = Provider.objects.filter(pk=provider.pk, state="paused").update(state="active")
    if changed:
        _tell(actor, provider, "provider.resume")
    return bool(changed)


def do_pause_provider(*, actor: Actor, provider: Provider) -> bool:
    """Ask a provider no more; what it said stays."""
    changed = Provider.objects.filter(pk=provider.pk, state="active").update(state="paused")
    if changed:
        _tell(actor, provider, "provider.pause")
    return bool(changed)


def do_remove_provider(*, actor: Actor, provider: Provider) -> None:
    """Remove a provider; what it said stays."""
    removed = provider.pk
    Provider.objects.filter(pk=removed).delete()
    record(actor=actor, verb="provider.remove", object=f"provider {removed}", name=provider.name)
    tell_workers(provider=removed)


def secret_of(provider: Provider) -> str:
    """Return the secret of a provider, "" where there is none. Raises ``SecretsError``."""
    return open_secrets(provider.secrets, place.secret("sources")).get("key", "")


def _columns(wanted: Wanted) -> dict[str, Any]:
    return {
        "name": wanted.name,
        "kind": wanted.kind,
        "signals": list(wanted.signals),
        "settings": dict(wanted.settings),
        "sends_text": wanted.sends_text,
        "seconds": wanted.seconds,
        "budget": wanted.budget,
    }


def _sealed(secret: str | None) -> bytes | None:
    return seal({"key": secret}, place.secret("sources")) if secret else None


def _consent(wanted: Wanted) -> dict[str, Any]:
    """Return what the log must tell for ever: whether text may leave, and to where."""
    return {"sends_text": wanted.sends_text, "address": wanted.settings.get("address", "")}


def _tell(actor: Actor, provider: Provider, verb: str, **detail: Any) -> None:
    record(actor=actor, verb=verb, object=f"provider {provider.pk}", name=provider.name, **detail)
    tell_workers(provider=provider.pk)
