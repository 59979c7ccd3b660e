"""What each act of the audit log is called on the page."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, Promise] = {
    "workspace.found": _("founded the workspace"),
    "workspace.change": _("changed the workspace’s settings"),
    "member.invite": _("invited someone"),
    "member.uninvite": _("revoked an invitation"),
    "member.join": _("joined the team"),
    "member.role": _("changed a role"),
    "member.remove": _("removed a member"),
    "token.create": _("created an API token"),
    "token.revoke": _("revoked an API token"),
    "source.add": _("added a source"),
    "source.change": _("changed a source"),
    "source.secrets": _("changed the secrets of a source"),
    "source.pause": _("paused a source"),
    "source.resume": _("resumed a source"),
    "source.remove": _("removed a source"),
    "source.retry": _("retried set-aside items"),
    "source.dismiss": _("dismissed set-aside items"),
    "topic.add": _("added a topic"),
    "topic.change": _("changed a topic"),
    "topic.pause": _("paused a topic"),
    "topic.resume": _("resumed a topic"),
    "topic.remove": _("removed a topic"),
    "topic.import": _("imported topics"),
    "topic.folder": _("renamed a folder of topics"),
    "topic.recount": _("asked for a topic to be recounted"),
    "topic.stop_recount": _("stopped a recount"),
    "message.approve": _("published a message"),
    "message.remove": _("removed a message"),
    "message.hold": _("put a message on hold"),
    "messages.approve": _("published similar messages"),
    "messages.remove": _("removed similar messages"),
    "messages.hold": _("put similar messages on hold"),
    "decision.undo": _("undid a decision"),
    "view.share": _("shared a view of the queue"),
    "view.withdraw": _("withdrew a shared view"),
    "label.contest": _("said that a signal was wrong"),
    "label.confirm": _("said that a signal was right"),
    "label.undo": _("took back a word on a signal"),
    "signal.threshold": _("changed the threshold of a signal"),
    "model.make": _("trained a version of the model"),
    "model.use": _("put a version of the model to use"),
    "products.use": _("put a register of products to use"),
    "products.remove": _("took away the register of products"),
    "provider.add": _("added a reader of signals"),
    "provider.change": _("changed a reader of signals"),
    "provider.pause": _("paused a reader of signals"),
    "provider.resume": _("started a reader of signals"),
    "provider.remove": _("removed a reader of signals"),
    "key.create": _("made a Perspective key"),
    "key.revoke": _("revoked a Perspective key"),
}

#: Families of verbs, to filter by.
FAMILIES: tuple[tuple[str, Promise], ...] = (
    ("decisions", _("Decisions")),
    ("signals", _("Signals")),
    ("source", _("Sources")),
    ("topic", _("Topics")),
    ("member", _("Members")),
    ("token", _("Tokens")),
    ("workspace", _("Workspace")),
)


#: Verbs begin with the name of their family; decisions have three beginnings.
BEGINNINGS: dict[str, tuple[str, ...]] = {
    "decisions": ("message.", "messages.", "decision."),
    "workspace": ("workspace.", "view."),
    "signals": ("label.", "signal.", "model.", "products.", "provider.", "key."),
}


def beginnings(family: str) -> tuple[str, ...]:
    """Return how the verbs of a family begin."""
    return BEGINNINGS.get(family, (f"{family}.",))


def in_words(verb: str) -> str:
    """Return the words for ``verb``; the verb itself where it has none yet."""
    return str(WORDS.get(verb, verb))


#: What is acted upon, and what is told of an act.
NOUNS: dict[str, Promise] = {
    "message": _("message"),
    "messages": _("messages"),
    "source": _("source"),
    "topic": _("topic"),
    "person": _("person"),
    "invitation": _("invitation"),
    "token": _("token"),
    "key": _("key"),
    "workspace": _("workspace"),
    "view": _("view"),
    "signal": _("signal"),
    "model": _("model"),
    "provider": _("reader"),
    "register": _("register of products"),
    "file": _("file"),
    "names": _("names"),
    "folder": _("folder"),
    "rule": _("rule"),
    "name": _("name"),
    "reason": _("article"),
    "note": _("note"),
    "role": _("role"),
    "by": _("by"),
    "connector": _("connector"),
    "query": _("query"),
    "email": _("address"),
    "scopes": _("scopes"),
}


def in_nouns(word: str) -> str:
    """Return what an object or a fact is called on the page; the word itself where it has no other yet."""
    return str(NOUNS.get(word, word))
