"""A message's own page, and an author's."""

import json
from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from palabre.desk.messages.access import access_author_by_id, access_message_by_id
from palabre.desk.messages.cards import cards
from palabre.desk.messages.dossier import Dossier
from palabre.desk.messages.models import Message
from palabre.desk.messages.selectors import REPLIES, brief, history_of, replies_to
from palabre.desk.moderation.log import read_log
from palabre.desk.moderation.parts import read_parts
from palabre.desk.people.access import room
from palabre.desk.people.scope import Scope

#: Messages on a page of an author; characters of a raw payload that are shown.
PAGE = 40
RAW = 200_000


@require_safe
@room("message.read")
def message_page(request: HttpRequest, scope: Scope, message: int) -> HttpResponse:
    """Show one message with all that is known of it."""
    dossier = Dossier(access_message_by_id(scope, message), scope)
    log = read_log(dossier.message.pk)
    parts = read_parts(dossier.message.parts)
    return render(request, "messages/message.html", {"file": dossier, "log": log, "parts": parts})


@require_safe
@room("message.read")
def replies(request: HttpRequest, scope: Scope, message: int) -> HttpResponse:
    """Return further answers to a message, from ``?skip=`` on."""
    skip = request.GET.get("skip", "")
    start = int(skip) if skip.isascii() and skip.isdigit() and len(skip) < 7 else 0
    opened = access_message_by_id(scope, message)
    found = replies_to(opened, start)
    context = {
        "message": opened,
        "replies": cards(found[:REPLIES]),
        "skip": start + REPLIES,
        "more": len(found) > REPLIES,
    }
    return render(request, "messages/parts/replies.html", context)


@require_safe
@room("message.raw")
def raw(request: HttpRequest, scope: Scope, message: int) -> HttpResponse:
    """Return what the source sent, laid out to be read."""
    text = access_message_by_id(scope, message).raw
    with suppress(ValueError):  # shown as it is: this is where one looks when something is wrong
        text = json.dumps(json.loads(text), ensure_ascii=False, indent=2) if text else ""
    return render(request, "messages/parts/raw.html", {"raw": text[:RAW], "cut": len(text) > RAW})


@require_safe
@room("author.read")
def author_page(request: HttpRequest, scope: Scope, author: int) -> HttpResponse:
    """Show what an author has said here, newest first, a page at a time."""
    opened = access_author_by_id(scope, author)
    found = Message.objects.filter(author=opened).order_by("-id")
    before = request.GET.get("before", "")
    if before.isascii() and before.isdigit() and len(before) < 19:
        found = found.filter(pk__lt=int(before))
    listed = list(brief(found)[: PAGE + 1])
    older = f"?before={listed[PAGE - 1].pk}" if len(listed) > PAGE else ""
    context = {"author": opened, "history": history_of(opened), "cards": cards(listed[:PAGE]), "older": older}
    return render(request, "messages/author.html", context)
