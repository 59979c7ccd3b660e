"""Labels: a person says that a signal is wrong, right, or missing. One word stands at a time."""

from django.utils import timezone
from django.utils.translation import gettext as _

from palabre.core.perspective import GROUPS
from palabre.core.signals import names
from palabre.desk.audit.actions import record
from palabre.desk.messages.selectors import signal_on
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import Actor, announce_on_commit
from palabre.desk.signals.models import Label


def do_label_signal(*, actor: Actor, message_id: int, signal: str, is_it: bool) -> Label:
    """Say that a message is, or is not, what ``signal`` names. Another word takes the place of the one before.

    Raises ``Refused`` for a signal that does not exist. The caller has checked that the message may be read.
    """
    found = signal_on(message_id, signal)
    if found is None and (signal not in names() or signal in GROUPS):
        raise Refused(_("This signal does not exist."), "signal")
    standing = Label.objects.filter(message_id=message_id, signal=signal, undone_at=None)
    standing.select_for_update().update(undone_at=timezone.now())
    label = Label.objects.create(
        workspace_id=actor.workspace_id,
        message_id=message_id,
        signal=signal,
        value=1.0 if is_it else 0.0,
        person_id=actor.person_id,
        score=found.score if found else None,
        model=found.model if found else "",
    )
    _tell(actor, label, "label.confirm" if is_it else "label.contest")
    return label


def do_undo_label(*, actor: Actor, label: Label) -> bool:
    """Take a word back; return False where it was taken back already."""
    changed = Label.objects.filter(pk=label.pk, undone_at=None).update(undone_at=timezone.now())
    if changed:
        _tell(actor, label, "label.undo")
    return bool(changed)


def _tell(actor: Actor, label: Label, verb: str) -> None:
    record(actor=actor, verb=verb, object=f"message {label.message_id}", signal=label.signal, label=label.pk)
    if label.message_id is not None:
        announce_on_commit("labelled", ids=[label.message_id], signal=label.signal)
