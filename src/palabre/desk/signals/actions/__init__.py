"""What changes around the signals."""

from palabre.desk.signals.actions.keys import do_create_key, do_revoke_key
from palabre.desk.signals.actions.labels import do_label_signal, do_undo_label
from palabre.desk.signals.actions.products import do_read_register, do_remove_register, do_use_register
from palabre.desk.signals.actions.providers import (
    do_add_provider,
    do_change_provider,
    do_pause_provider,
    do_remove_provider,
    do_resume_provider,
)
from palabre.desk.signals.actions.thresholds import do_set_threshold
from palabre.desk.signals.actions.versions import do_use_version

__all__ = [
    "do_add_provider",
    "do_change_provider",
    "do_create_key",
    "do_label_signal",
    "do_pause_provider",
    "do_read_register",
    "do_remove_provider",
    "do_remove_register",
    "do_resume_provider",
    "do_revoke_key",
    "do_set_threshold",
    "do_undo_label",
    "do_use_register",
    "do_use_version",
]
