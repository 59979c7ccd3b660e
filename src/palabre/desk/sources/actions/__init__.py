"""What changes sources, and what is done about items set aside."""

from palabre.desk.sources.actions.items import do_dismiss_items, do_retry_items
from palabre.desk.sources.actions.lives import do_pause_source, do_remove_source, do_resume_source
from palabre.desk.sources.actions.settings import do_add_source, do_change_source, do_rotate_secret

__all__ = [
    "do_add_source",
    "do_change_source",
    "do_dismiss_items",
    "do_pause_source",
    "do_remove_source",
    "do_resume_source",
    "do_retry_items",
    "do_rotate_secret",
]
