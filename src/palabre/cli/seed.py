"""The demo workspace, made once: its team, topics and sources. Its messages come through the demo connector."""

from datetime import UTC, datetime

from palabre.demo import Demo, day_one, load_demo
from palabre.desk.people.actions import people, workspaces
from palabre.desk.people.models import Member, Person, Workspace
from palabre.desk.people.scope import scoped, set_scope
from palabre.desk.sources.models import Source, SourceHealth
from palabre.desk.watch.models import Topic


def seed_demo() -> str:
    """Make the demo workspace where it is missing; return the address of its owner."""
    demo = load_demo()
    owner = next(member for member in demo.members if member.role == "owner")
    if Person.objects.filter(email=owner.email).exists():
        return owner.email
    with scoped(None, None):
        team = {m.email: people.do_make_person(email=m.email, name=m.name) for m in demo.members}
        workspace = workspaces.do_found_workspace(owner=team[owner.email], name=demo.name)
        set_scope(team[owner.email].pk, workspace.pk)
        _add_team(demo, team, workspace)
        _add_rooms(demo, team[owner.email], workspace)
    return owner.email


def _add_team(demo: Demo, team: dict[str, Person], workspace: Workspace) -> None:
    Member.objects.bulk_create(
        Member(workspace=workspace, person=team[member.email], role=member.role)
        for member in demo.members
        if member.role != "owner"
    )


def _add_rooms(demo: Demo, owner: Person, workspace: Workspace) -> None:
    Topic.objects.bulk_create(
        Topic(workspace=workspace, name=topic.name, query=topic.query, created_by=owner) for topic in demo.topics
    )
    start = day_one(datetime.now(UTC)).isoformat()
    for part in demo.sources:
        source = Source.objects.create(
            workspace=workspace,
            name=part.name,
            connector="demo",
            network=part.network,
            settings={**part.settings, "start": start},
            moderated=part.moderated,
            created_by=owner,
        )
        SourceHealth.objects.create(source=source, workspace=workspace)
