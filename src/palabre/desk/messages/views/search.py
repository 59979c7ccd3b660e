"""Search: words and filters over all that was said, newest first."""

from dataclasses import dataclass, replace
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from palabre.desk.messages.asking import Asked, ask, highlight
from palabre.desk.messages.cards import cards
from palabre.desk.messages.finding import Page, Sieve, TooLong, count, find_page, since_days
from palabre.desk.messages.models import Author
from palabre.desk.messages.numbers import whole
from palabre.desk.messages.places import languages_here, sources_here
from palabre.desk.messages.selectors import messages_by_id
from palabre.desk.messages.topics import topics_here
from palabre.desk.people.access import room
from palabre.desk.people.scope import Scope
from palabre.desk.watch.diagnosis import Diagnosis, diagnose_written
from palabre.desk.watch.language import unix
from palabre.desk.watch.references import saved_queries

PAGE = 40
#: Characters of a search: it stands in an address.
LONGEST = 4_000
DECISIONS = ("pending", "hold", "approve", "remove", "none")
KINDS = ("comment", "post", "private", "review", "article", "chat", "mail")
#: Periods that can be asked for, in days; None is all time.
PERIODS: dict[str, int | None] = {"1": 1, "7": 7, "31": 31, "366": 366, "all": None}
PERIOD = "31"


@dataclass(frozen=True, slots=True)
class Search:
    """One search, as an address says it."""

    asked: Asked
    sieve: Sieve
    period: str
    before: int | None

    @staticmethod
    def read(query: QueryDict) -> "Search":
        """Return the search of an address; filters that cannot be read filter nothing."""
        sieve = Sieve(
            sources=_number(query, "source"),
            langs=[lang[:12]] if (lang := query.get("lang")) else None,
            authors=_number(query, "author"),
            decisions=_choice(query, "decision", DECISIONS),
            kinds=_choice(query, "kind", KINDS),
            topics=_number(query, "topic"),
        )
        period = query.get("period", PERIOD)
        before = whole(query.get("before", ""))
        asked = ask(unix(query.get("q", "")[:LONGEST]))
        return Search(asked, sieve, period if period in PERIODS else PERIOD, before)

    @property
    def begun(self) -> bool:
        """Tell whether there is anything to search for."""
        return not self.asked.wrong and (self.asked.tree is not None or self.sieve.any)

    @property
    def since(self) -> date | None:
        """Return the first day of the period."""
        return since_days(PERIODS[self.period], timezone.now().date())

    def page(self) -> Page | None:
        """Return the ids of a page, and one more where there are more; None where it takes too long."""
        if not self.begun:
            return Page([], True, 0)
        try:
            return find_page(self.asked.tree, self.sieve, PAGE + 1, self.since, self.before)
        except TooLong:
            return None


@require_safe
@room("message.read")
def search_page(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Show what was found, a page at a time."""
    search = Search.read(request.GET)
    page = search.page()
    ids = page.ids if page else []
    found = highlight(cards(messages_by_id(ids[:PAGE])), search.asked)
    context = {
        "search": search,
        "cards": found,
        "older": _older(request, page),
        "too_long": page is None,
        "unfinished": page is not None and not page.complete,
        "query": _without(request, "before"),
        "author": _author(search),
        "sources": sources_here(scope.workspace.pk),
        "languages": languages_here(),
        "topics": topics_here() if scope.may("topic.read") else [],
        "decisions": DECISIONS,
        "kinds": KINDS,
        "periods": PERIODS,
        "longest": LONGEST,
        "diagnosis": _diagnosis(scope, search.asked.text),
    }
    return render(request, "messages/search.html", context)


@require_safe
@room("message.read")
def search_count(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Return how many messages were found: asked for apart, so that the first page never waits for it."""
    search = replace(Search.read(request.GET), before=None)
    try:
        counted = count(search.asked.tree, search.sieve, search.since) if search.begun else None
    except TooLong:
        counted = None
    return render(request, "messages/parts/count.html", {"counted": counted})


def _diagnosis(scope: Scope, text: str) -> Diagnosis | None:
    return diagnose_written(text, saved_queries(scope.workspace.pk)) if text else None


def _number(query: QueryDict, name: str) -> list[int] | None:
    found = whole(query.get(name, ""))
    return [found] if found is not None else None


def _choice(query: QueryDict, name: str, choices: tuple[str, ...]) -> list[str] | None:
    chosen = query.get(name, "")
    return [chosen] if chosen in choices else None


def _older(request: HttpRequest, page: Page | None) -> str:
    """Return the address of the next page, "" where there is none. A search that had to stop goes on from there."""
    if page is None or (page.complete and len(page.ids) <= PAGE):
        return ""
    query = request.GET.copy()
    query["before"] = str(page.ids[PAGE - 1] if len(page.ids) > PAGE else page.reached)
    return f"?{query.urlencode()}"


def _without(request: HttpRequest, name: str) -> str:
    query = request.GET.copy()
    query.pop(name, None)
    return query.urlencode()


def _author(search: Search) -> Author | None:
    return Author.objects.filter(pk__in=search.sieve.authors).first() if search.sieve.authors else None
