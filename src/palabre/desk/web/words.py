"""The words that scripts say, in the person's language. Names in braces are filled in by the script."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def words() -> dict[str, str]:
    """Return the words of static/desk/js, by key."""
    return {
        "now": _("just now"),
        "minutes": _("{count} min ago"),
        "hours": _("{count} h ago"),
        "fresh_one": _("1 new message"),
        "fresh": _("{count} new messages"),
        "has_it_open": _("{name} has it open"),
        "banner_claimed": _("{name} has this message open. You may read it; the decision is theirs."),
        "banner_free": _("{name} has let go of this message: it is yours to decide."),
        "banner_decided": _("{name} has just decided on this message."),
        "banner_changed": _("This message has just been edited or deleted at its source."),
        "banner_changed_page": _("Something has just changed about this message."),
        "someone": _("A colleague"),
        "sending": _("Sending…"),
        "approve": _("Published"),
        "remove": _("Removed"),
        "hold": pgettext("done", "Put on hold"),
        "undone": _("Put back in the queue."),
        "failed": _("The server did not answer. Nothing was changed, the message is back in the queue: try again."),
        "undo_failed": _(
            "The server did not answer: the decision still stands. Try again, or undo it on its page."
        ),
        "label_failed": _("The server did not answer: nothing was noted. Try again."),
        "load_failed": _("This message could not be read. Try again."),
        "retry": _("Try again"),
        "open_it": _("Open it"),
        "late": _("This page has fallen behind."),
        "reload": _("Reload"),
        "offline": _("Connection lost, trying again…"),
        "online": _("Connected again"),
        "left": _("{count} s"),
        "to_go": _("{count} to decide"),
        "all_done": _("Everything is decided."),
        "show_less": _("Show less"),
        "search_for": _("Search for “{text}”"),
        "no_command": _("Nothing of that name. Enter searches the messages."),
        "palette_title": _("Command palette"),
        "palette_hint": _("A room, a topic, a command, or words to search for"),
        "group_here": _("On this page"),
        "group_go": _("Go to"),
        "group_views": _("My views"),
        "group_shared_views": _("Views of the team"),
        "of_total": _("{count} of {total}"),
        "group_topics": _("Topics"),
        "group_rules": _("Rules"),
        "group_workspaces": _("Workspaces"),
        "then": _("then"),
        "per_minute": _("messages a minute"),
        "under_way": _("under way"),
        "no_data": _("not collected"),
        "offers_title": _("Suggestions"),
        "offers": _("Suggestions: {count}. Down arrow to choose."),
        "following": _("New messages come in at the top."),
    }
