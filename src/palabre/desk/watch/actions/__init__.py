"""What changes topics: their queries, their folders, what they caught before they were there."""

from palabre.desk.watch.actions.topics import (
    do_add_topic,
    do_change_topic,
    do_pause_topic,
    do_remove_topic,
    do_rename_folder,
    do_resume_topic,
)

__all__ = [
    "do_add_topic",
    "do_change_topic",
    "do_pause_topic",
    "do_remove_topic",
    "do_rename_folder",
    "do_resume_topic",
]
