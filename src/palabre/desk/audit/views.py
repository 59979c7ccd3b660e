"""The page of the audit log."""

import json
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from palabre.desk.audit.models import Entry
from palabre.desk.audit.selectors import PAGE, check_chain, entries
from palabre.desk.audit.words import FAMILIES, WORDS, in_nouns, in_words
from palabre.desk.moderation.charter import cited
from palabre.desk.people.access import room
from palabre.desk.people.scope import Scope

#: The pages of what the log speaks of; they answer 404 for what is there no more.
PAGES = {"message": "message", "source": "source", "topic": "topic"}


@require_safe
@room("audit.read")
def audit_log(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Show the log, newest first; ``?check`` computes the whole chain again."""
    before, family = _number(request.GET.get("before")), _family(request.GET.get("verb", ""))
    found = entries(scope.workspace.pk, before=before, verb=family)
    context = {
        "rows": [_row(entry) for entry in found],
        "older": _older(found, family),
        "families": FAMILIES,
        "family": family,
        "chain": check_chain(scope.workspace.pk) if "check" in request.GET else None,
    }
    return render(request, "audit/log.html", context)


def _row(entry: Entry) -> dict[str, Any]:
    detail = json.loads(entry.detail)
    facts = sorted(detail.items()) if isinstance(detail, dict) else []
    kind, _, name = entry.object.partition(" ")
    return {
        "entry": entry,
        "words": in_words(entry.verb),
        "object": f"{in_nouns(kind)} {name}",
        "page": PAGES.get(kind, "") if name.isascii() and name.isdigit() else "",
        "pk": name,
        "facts": [(in_nouns(name), _told(name, value)) for name, value in facts],
    }


def _older(found: list[Entry], family: str) -> str:
    """Return the address of the next page, '' where this one is the last."""
    if len(found) < PAGE:
        return ""
    return "?" + urlencode({"before": found[-1].number, **({"verb": family} if family else {})})


def _told(name: str, value: object) -> str:
    article = cited(value) if name == "reason" and isinstance(value, str) else None
    return f"{article.number} · {article.title}" if article else _flat(value)


def _flat(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _family(given: str) -> str:
    """Return the family or the verb asked for, '' (everything) for one that does not exist."""
    return given if given in WORDS or given in dict(FAMILIES) else ""


def _number(given: str | None) -> int | None:
    return int(given) if given and given.isascii() and given.isdigit() and len(given) < 19 else None
