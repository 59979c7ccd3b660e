"""Ids from outside become rows here: the same 404 for what is not there and for what is somebody else's."""

from django.http import Http404

from palabre.desk.messages.models import Author, Message
from palabre.desk.people.scope import Scope


def access_message_by_id(scope: Scope, id: int) -> Message:
    """Return the whole message called ``id`` of the open workspace."""
    found = Message.objects.select_related("author", "source").defer("search")
    message = found.filter(pk=id, workspace=scope.workspace).first()
    if message is None:
        raise Http404
    return message


def access_author_by_id(scope: Scope, id: int) -> Author:
    """Return the author called ``id`` of the open workspace."""
    author = Author.objects.filter(pk=id, workspace=scope.workspace).first()
    if author is None:
        raise Http404
    return author
