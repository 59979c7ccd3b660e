"""From which probability a workspace heeds a signal."""

from django.utils import timezone
from django.utils.translation import gettext as _

from palabre.core.signals import names
from palabre.desk.audit.actions import record
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import Actor, tell_workers
from palabre.desk.signals.models import Threshold
from palabre.desk.signals.selectors import threshold_of


def do_set_threshold(*, actor: Actor, signal: str, threshold: float) -> bool:
    """Heed ``signal`` from ``threshold`` (0..1) on; the worker follows. False: it was so already.

    Raises ``Refused`` where the signal does not exist or the threshold is no probability.
    """
    if signal not in names():
        raise Refused(_("This signal does not exist."), "signal")
    if not 0 <= threshold <= 1:
        raise Refused(_("A threshold is between 0 and 100 %."), "threshold")
    before = threshold_of(actor.workspace_id, signal)
    if before == threshold:
        return False
    facts = {"threshold": threshold, "person_id": actor.person_id, "at": timezone.now()}
    key = {"workspace_id": actor.workspace_id, "signal": signal}
    if not Threshold.objects.filter(**key).update(**facts):
        Threshold.objects.create(**key, **facts)
    record(
        actor=actor, verb="signal.threshold", object=f"signal {signal}",
        before=round(before, 3), after=round(threshold, 3),
    )  # fmt: skip
    tell_workers(signals=actor.workspace_id)
    return True
