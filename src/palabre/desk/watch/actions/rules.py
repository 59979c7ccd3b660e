"""Adding, changing, pausing and removing rules: what they propose changes from the next message on."""

from django.utils import timezone
from django.utils.translation import gettext as _

from palabre.core.charter.articles import BY_KEY
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
from palabre.desk.watch.models import Rule, RuleVersion

#: The heaviest that a rule can weigh.
HEAVIEST = 100
#: What a rule says, by column.
SAID = ("name", "query", "article", "weight")


def do_add_rule(
    *,
    actor: Actor,
    name: str,
    query: str,
    article: str,
    weight: int | None = None,
    dialect: str = OWN,
    written: str = "",
) -> Rule:
    """Create a rule. Raises ``Refused``: the query cannot be read, the article is none, the name is taken."""
    check_query(actor, query)
    if Rule.objects.filter(workspace_id=actor.workspace_id).count() >= MOST:
        raise Refused(_("This workspace has %(most)s rules, which is the most.") % {"most": MOST}, "name")
    said = {"name": name_of(name), "query": query, "article": _article(article), "weight": _weight(weight)}
    with names_free(_("Another rule has this name already.")):
        rule = Rule.objects.create(
            workspace_id=actor.workspace_id, **said, dialect=dialect, written=written, created_by_id=actor.person_id
        )
    tell(actor, rule, "add", **said)
    return rule


def do_change_rule(
    *,
    actor: Actor,
    rule: Rule,
    name: str,
    query: str,
    article: str,
    weight: int | None,
    dialect: str = OWN,
    written: str = "",
) -> Rule:
    """Change a rule. Another query, article or weight makes a new version. Raises ``Refused`` like adding one."""
    after = {"name": name_of(name), "query": query, "article": _article(article), "weight": _weight(weight)}
    before = {key: getattr(rule, key) for key in SAID if getattr(rule, key) != after[key]}
    if not before:
        return rule
    if "query" in before:
        check_query(actor, query)
        after |= {"dialect": dialect, "written": written}
    with names_free(_("Another rule has this name already.")):
        Rule.objects.filter(pk=rule.pk).update(**after, updated_at=timezone.now())
    rule.refresh_from_db()
    tell(actor, rule, "change", before=before, version=rule.version)
    return rule


def do_restore_rule(*, actor: Actor, rule: Rule, version: RuleVersion) -> Rule:
    """Have a rule say what it said in a former version: a new version, so that nothing of its history is lost."""
    return do_change_rule(
        actor=actor,
        rule=rule,
        name=rule.name,
        query=version.query,
        article=version.article,
        weight=version.weight,
        dialect=version.dialect,
        written=version.written,
    )


def do_pause_rule(*, actor: Actor, rule: Rule) -> bool:
    """Stop proposing on new messages; return False where it was paused already."""
    return pause(actor, rule)


def do_resume_rule(*, actor: Actor, rule: Rule) -> bool:
    """Propose again; return False where it was not paused."""
    return resume(actor, rule)


def do_remove_rule(*, actor: Actor, rule: Rule) -> None:
    """Remove a rule for good. What it proposed stays."""
    remove(actor, rule)


def _article(key: str) -> str:
    if key not in BY_KEY:
        raise Refused(_("A rule cites an article of the charter: choose one."), "article")
    return key


def _weight(given: int | None) -> int | None:
    if given is not None and not 0 <= given <= HEAVIEST:
        raise Refused(_("A rule weighs between 0 and %(most)s points.") % {"most": HEAVIEST}, "weight")
    return given
