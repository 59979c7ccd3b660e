from architecture import purity
from architecture.tree import ROOT, sources

#: Foreign keys need the other table's model; everything else asks the other app's selectors and actions.
KEYS = "models.py"
#: (app, the app whose models it uses): why it may.
ALLOWED = {
    ("moderation", "messages"): "a decision is an act on messages: both read and write one table",
    ("messages", "watch"): "the topics of a message are joined in the query that reads it",
    ("web", "people"): "every page names the workspace and the memberships of who looks at it",
}


def test_the_heart_depends_on_its_arguments_alone() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {what}"
        for path in sources(".py", under="src/palabre/core")
        for line, what in purity.impure(path.read_text("utf-8"))
    ]
    assert found == []


def test_an_app_of_the_desk_keeps_its_models_to_itself() -> None:
    desk = ROOT / "src/palabre/desk"
    found = {
        (path.relative_to(desk).parts[0], other): f"{path.relative_to(ROOT)}:{line}"
        for path in sources(".py", under="src/palabre/desk")
        if path.parent != desk and path.name != KEYS and "migrations" not in path.parts
        for line, other in purity.foreign_models(path.relative_to(desk).parts[0], path.read_text("utf-8"))
    }
    new = {pair: place for pair, place in found.items() if pair not in ALLOWED}
    assert new == {}, "ask the app's selectors or actions instead; for types alone, import under TYPE_CHECKING"
    assert set(ALLOWED) <= set(found), "an allowance that nothing needs any more must go"


def test_what_is_not_pure_is_found() -> None:
    source = "def f(clock):\n    open('x')\n    datetime.now()\n    return clock()\n"
    assert list(purity.impure(source)) == [(2, "open"), (3, "now")]
    assert list(purity.impure("def f():\n    global seen\n")) == [(2, "global seen")]
    assert list(purity.impure("def now(at):\n    return at\n")) == []


def test_a_foreign_model_is_found() -> None:
    own = "from palabre.desk.watch.models import Topic\n"
    foreign = "from palabre.desk.sources.models import Source\n"
    for_types = f"if TYPE_CHECKING:\n    {foreign}"
    assert {line for line, _ in purity.foreign_models("watch", own + foreign + for_types)} == {2}
    assert {line for line, _ in purity.foreign_models("watch", "from palabre.desk.sources import models")} == {1}
    assert {line for line, _ in purity.foreign_models("watch", f"def f():\n    {foreign}")} == {2}
