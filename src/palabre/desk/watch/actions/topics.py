"""Adding, changing, pausing and removing topics. The worker takes a change up between two batches."""

from django.utils import timezone
from django.utils.translation import gettext as _

from palabre.desk.audit.actions import record
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import Actor
from palabre.desk.watch.actions.standing import (
    MOST,
    check_query,
    name_of,
    names_free,
    pause,
    remove,
    resume,
    tell,
)
from palabre.desk.watch.language import OWN
from palabre.desk.watch.models import Topic
from palabre.desk.watch.references import callers_of


def do_add_topic(
    *, actor: Actor, name: str, query: str, folder: str = "", dialect: str = OWN, written: str = ""
) -> Topic:
    """Create a topic. Raises ``Refused`` where the query cannot be read or the name is taken.

    ``written`` is what was pasted, in its ``dialect``, where ``query`` is our translation of it.
    """
    check_query(actor, query)
    if Topic.objects.filter(workspace_id=actor.workspace_id).count() >= MOST:
        raise Refused(_("This workspace has %(most)s topics, which is the most.") % {"most": MOST}, "name")
    with names_free(_("Another topic has this name already.")):
        topic = Topic.objects.create(
            workspace_id=actor.workspace_id,
            name=name_of(name),
            folder=_folder(folder),
            query=query,
            dialect=dialect,
            written=written,
            created_by_id=actor.person_id,
        )
    tell(actor, topic, "add", name=topic.name, query=query)
    return topic


def do_change_topic(
    *,
    actor: Actor,
    topic: Topic,
    name: str | None = None,
    query: str | None = None,
    folder: str | None = None,
    dialect: str = OWN,
    written: str = "",
) -> Topic:
    """Change a topic; what is None stays. Another query makes a new version. Raises ``Refused``."""
    before = {"name": topic.name, "query": topic.query, "folder": topic.folder}
    after = {
        "name": topic.name if name is None else name_of(name),
        "query": topic.query if query is None else query,
        "folder": topic.folder if folder is None else _folder(folder),
    }
    changed = {key: value for key, value in before.items() if after[key] != value}
    if not changed:
        return topic
    if "name" in changed:
        _check_unnamed(actor, topic)
    if "query" in changed:
        check_query(actor, after["query"], topic)
        after |= {"dialect": dialect, "written": written}
    with names_free(_("Another topic has this name already.")):
        Topic.objects.filter(pk=topic.pk).update(**after, updated_at=timezone.now())
    topic.refresh_from_db()
    tell(actor, topic, "change", before=changed, version=topic.version)
    return topic


def do_rename_folder(*, actor: Actor, folder: str, name: str) -> int:
    """Give a folder another name ('' empties it); return how many topics stand in it. Raises ``Refused``."""
    inside = Topic.objects.filter(workspace_id=actor.workspace_id, folder=folder).exclude(folder="")
    moved = inside.update(folder=_folder(name), updated_at=timezone.now())
    if moved:
        record(actor=actor, verb="topic.folder", object=f"folder {folder}", name=_folder(name), topics=moved)
    return moved


def do_pause_topic(*, actor: Actor, topic: Topic) -> bool:
    """Stop matching new messages; return False where it was paused already."""
    return pause(actor, topic)


def do_resume_topic(*, actor: Actor, topic: Topic) -> bool:
    """Match new messages again; return False where it was not paused."""
    return resume(actor, topic)


def do_remove_topic(*, actor: Actor, topic: Topic) -> None:
    """Remove a topic for good. Messages that it matched stay. Raises ``Refused`` where others refer to it."""
    _check_unnamed(actor, topic)
    remove(actor, topic)


def _check_unnamed(actor: Actor, topic: Topic) -> None:
    """Refuse to take a name away that other queries call."""
    if callers := callers_of(topic):
        named = ", ".join(caller.name for caller in callers[:3])
        raise Refused(
            _("Other topics or rules refer to this one by its name: %(names)s.") % {"names": named}, "name"
        )


def _folder(given: str) -> str:
    folder = " ".join(given.split())
    if len(folder) > 80:
        raise Refused(_("The name of a folder has at most 80 characters."), "folder")
    return folder
