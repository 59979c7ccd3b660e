"""The register of products: read from a file, looked at, put to use, taken away."""

from palabre.core.signals import product_file
from palabre.desk.audit.actions import record
from palabre.desk.people.scope import Actor, tell_workers
from palabre.desk.signals.models import ProductRegister


def do_read_register(*, actor: Actor, file_name: str, data: bytes) -> ProductRegister:
    """Keep what a file says until somebody confirms it, instead of what waited before. Raises ``BadFile``."""
    found = product_file.read(data)
    ProductRegister.objects.filter(workspace_id=actor.workspace_id, used=False).delete()
    return ProductRegister.objects.create(
        workspace_id=actor.workspace_id,
        file_name=file_name[:200],
        names=list(found.names),
        codes=list(found.codes),
        left_out=[list(one) for one in found.left_out[: product_file.TOLD]],
        reasons=dict(found.reasons),
        person_id=actor.person_id,
    )


def do_use_register(*, actor: Actor, register: ProductRegister) -> bool:
    """Put what was read to use; the worker follows. False where it is in use already."""
    if register.used:
        return False
    ProductRegister.objects.filter(workspace_id=actor.workspace_id, used=True).delete()
    ProductRegister.objects.filter(pk=register.pk).update(used=True, person_id=actor.person_id)
    record(
        actor=actor, verb="products.use", object=f"register {register.pk}",
        file=register.file_name, names=len(register.names),
    )  # fmt: skip
    tell_workers(signals=actor.workspace_id)
    return True


def do_remove_register(*, actor: Actor, register: ProductRegister) -> bool:
    """Take a register away; False where it is gone already. One that was in use is told to the worker."""
    gone, _ = ProductRegister.objects.filter(pk=register.pk, workspace_id=actor.workspace_id).delete()
    if gone and register.used:
        record(
            actor=actor, verb="products.remove", object=f"register {register.pk}",
            file=register.file_name, names=len(register.names),
        )  # fmt: skip
        tell_workers(signals=actor.workspace_id)
    return bool(gone)
