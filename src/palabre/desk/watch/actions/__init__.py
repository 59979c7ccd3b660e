"""What changes topics and rules: their queries, their folders, what they caught before they were there."""

from palabre.desk.watch.actions.imports import do_import_topics
from palabre.desk.watch.actions.recounts import do_ask_recount, do_stop_recount
from palabre.desk.watch.actions.rules import (
    do_add_rule,
    do_change_rule,
    do_pause_rule,
    do_remove_rule,
    do_restore_rule,
    do_resume_rule,
)
from palabre.desk.watch.actions.topics import (
    do_add_topic,
    do_change_topic,
    do_pause_topic,
    do_remove_topic,
    do_rename_folder,
    do_resume_topic,
)
from palabre.desk.watch.actions.versions import do_restore_version

__all__ = [
    "do_add_rule",
    "do_add_topic",
    "do_ask_recount",
    "do_change_rule",
    "do_change_topic",
    "do_import_topics",
    "do_pause_rule",
    "do_pause_topic",
    "do_remove_rule",
    "do_remove_topic",
    "do_rename_folder",
    "do_restore_rule",
    "do_restore_version",
    "do_resume_rule",
    "do_resume_topic",
    "do_stop_recount",
]
