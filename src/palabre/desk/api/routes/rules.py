"""Rules: list, one, create, change, remove."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

from django.http import HttpRequest
from ninja import Field, Router, Schema, Status

from palabre.desk.api.caller import Token, caller_of
from palabre.desk.api.forms import ERRORS, NO_NUL, Done, Id, Name
from palabre.desk.api.routes.topics import Query, State
from palabre.desk.watch.access import access_rule_by_id
from palabre.desk.watch.actions import (
    do_add_rule,
    do_change_rule,
    do_pause_rule,
    do_remove_rule,
    do_resume_rule,
)
from palabre.desk.watch.selectors import rules_of

if TYPE_CHECKING:
    from palabre.desk.watch.models import Rule

router = Router(tags=["rules"])
READ, WRITE = Token("rules:read"), Token("rules:write")

Article = Annotated[str, Field(max_length=80, pattern=NO_NUL, description="The key of an article of the charter.")]
Weight = Annotated[int, Field(ge=0, le=100, description="Points of priority; null: as many as signals.")]


class RuleOut(Schema):
    """A query, and the article that it proposes. Its version rises when what it says changes."""

    id: int
    name: str
    query: str
    article: str
    weight: int | None
    state: State
    version: int
    created_at: datetime
    updated_at: datetime


class RuleIn(Schema):
    """A rule to add. The query must be readable."""

    name: Name
    query: Query
    article: Article
    weight: Weight | None = None


class RuleChange(Schema):
    """What to change; what is absent stays. A weight of null is that of the article's own signals."""

    name: Name | None = None
    query: Query | None = None
    article: Article | None = None
    weight: Weight | None = None
    state: State | None = None


@router.get("/rules", response={200: list[RuleOut], **ERRORS}, auth=READ, operation_id="list_rules")
def list_rules(request: HttpRequest) -> Any:
    """List the rules by name."""
    return [rule_out(one) for one in rules_of(caller_of(request).workspace.pk)]


@router.post("/rules", response={201: RuleOut, **ERRORS}, auth=WRITE, operation_id="add_rule")
def add_rule(request: HttpRequest, payload: RuleIn) -> Any:
    """Add a rule: messages that answer it are put before a person, with its article, from now on."""
    made = do_add_rule(actor=caller_of(request).actor, **payload.dict())
    made.refresh_from_db()
    return Status(201, rule_out(made))


@router.get("/rules/{rule}", response={200: RuleOut, **ERRORS}, auth=READ, operation_id="get_rule")
def get_rule(request: HttpRequest, rule: Id) -> Any:
    """Give one rule."""
    return rule_out(access_rule_by_id(caller_of(request).actor, rule))


@router.patch("/rules/{rule}", response={200: RuleOut, **ERRORS}, auth=WRITE, operation_id="change_rule")
def change_rule(request: HttpRequest, rule: Id, payload: RuleChange) -> Any:
    """Change a rule, pause it, resume it."""
    actor = caller_of(request).actor
    found = access_rule_by_id(actor, rule)
    given = payload.dict(exclude_unset=True)
    state = given.pop("state", None)
    said = {name: getattr(found, name) for name in ("name", "query", "article", "weight")}
    kept = {name: value for name, value in given.items() if value is not None or name == "weight"}
    changed = do_change_rule(actor=actor, rule=found, **{**said, **kept})
    if state is not None:
        turn = do_pause_rule if state == "paused" else do_resume_rule
        turn(actor=actor, rule=changed)
    changed.refresh_from_db()
    return rule_out(changed)


@router.delete("/rules/{rule}", response={200: Done, **ERRORS}, auth=WRITE, operation_id="remove_rule")
def remove_rule(request: HttpRequest, rule: Id) -> Any:
    """Remove a rule for good; what it proposed stays."""
    actor = caller_of(request).actor
    do_remove_rule(actor=actor, rule=access_rule_by_id(actor, rule))
    return {"changed": True}


def rule_out(rule: "Rule") -> dict[str, Any]:
    """Return a rule as the API gives it."""
    names = ("name", "query", "article", "weight", "state", "version", "created_at", "updated_at")
    return {"id": rule.pk, **{name: getattr(rule, name) for name in names}}
