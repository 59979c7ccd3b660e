"""What changes topics: their queries, their folders, what they caught before they were there."""

from palabre.desk.watch.actions.imports import do_import_topics
from palabre.desk.watch.actions.recounts import do_ask_recount, do_stop_recount
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
    "do_add_topic",
    "do_ask_recount",
    "do_change_topic",
    "do_import_topics",
    "do_pause_topic",
    "do_remove_topic",
    "do_rename_folder",
    "do_restore_version",
    "do_resume_topic",
    "do_stop_recount",
]
