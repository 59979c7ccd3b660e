"""Keys of the Perspective-compatible door: shown once, revoked at once."""

from django.utils import timezone

from palabre.desk.audit.actions import record
from palabre.desk.people.scope import Actor, tell_workers
from palabre.desk.people.secrets import hashed, new_link_secret
from palabre.desk.signals.models import PerspectiveKey


def do_create_key(*, actor: Actor, name: str, per_second: int) -> tuple[PerspectiveKey, str]:
    """Return a new key's row and the key itself, which is shown once."""
    plain = new_link_secret()
    key = PerspectiveKey.objects.create(
        workspace_id=actor.workspace_id,
        name=name,
        key_hash=hashed(plain),
        hint=plain[-4:],
        per_second=per_second,
        person_id=actor.person_id,
    )
    record(actor=actor, verb="key.create", object=f"key {key.pk}", name=name, per_second=per_second)
    return key, plain


def do_revoke_key(*, actor: Actor, key: PerspectiveKey) -> bool:
    """Make a key worthless at once; return False where it was already."""
    changed = PerspectiveKey.objects.filter(pk=key.pk, revoked_at=None).update(revoked_at=timezone.now())
    if changed:
        record(actor=actor, verb="key.revoke", object=f"key {key.pk}", name=key.name)
        tell_workers(key=key.pk)
    return bool(changed)
