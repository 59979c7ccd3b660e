"""The pages of documentation that tell a table are held against it."""

import os
import re
from pathlib import Path

import pytest
from django.utils import translation

from palabre.desk.api.reference import sections
from palabre.desk.api.service import api
from palabre.desk.people.actions.people import PREFERENCES
from palabre.desk.people.actions.workspaces import SETTINGS
from palabre.desk.people.permissions import PERMISSIONS, ROLES, SCOPES, allowed
from palabre.desk.sources.words import ERRORS, error_words

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs"


def permissions() -> str:
    head = f"| | {' | '.join(f'`{role}`' for role in ROLES)} |\n|---|{'---|' * len(ROLES)}\n"
    rows = (
        f"| `{permission}` | {' | '.join('●' if allowed(role, permission) else '' for role in ROLES)} |"
        for permission in PERMISSIONS
    )
    return head + "\n".join(rows)


def scopes() -> str:
    return "\n".join(f"| `{scope}` | `{permission}` |" for scope, permission in SCOPES.items())


def operations() -> str:
    listed = sections(api.get_openapi_schema(path_prefix="/api/v1/")).values()
    found = [one for operations in listed for one in operations]
    return "\n".join(f"| `{one.method} {one.path}` | {one.text.replace('``', '`')} |" for one in found)


def errors() -> str:
    with translation.override("en"):
        words = {kind: error_words(kind) for kind in ERRORS}
    rows = (f"| `{kind}` | {happened} | {advice} |" for kind, (happened, advice) in words.items())
    return "| class | what happened | what to do |\n| --- | --- | --- |\n" + "\n".join(rows)


MADE = [
    ("reference/permissions.md", "table", permissions),
    ("reference/api.md", "scopes", scopes),
    ("reference/api.md", "operations", operations),
    ("howto/add-a-source.md", "errors", errors),
]


@pytest.mark.parametrize(("page", "mark", "made"), MADE, ids=[f"{page}:{mark}" for page, mark, _ in MADE])
def test_a_table_says_what_the_code_says(page: str, mark: str, made: object) -> None:
    """Set PALABRE_WRITE_DOCS=1 to write the tables again."""
    path = DOCS / page
    text, wanted = path.read_text("utf-8"), made()  # type: ignore[operator]
    found = re.search(rf"<!-- {mark} -->\n(.*?)\n?<!-- /{mark} -->", text, re.DOTALL)
    assert found is not None
    if os.environ.get("PALABRE_WRITE_DOCS"):
        path.write_text(text[: found.start(1)] + wanted + "\n" + text[found.end(1) :].lstrip("\n"), "utf-8")
        return
    assert found[1] == wanted


def test_every_variable_of_the_environment_is_documented() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    names = set(re.findall(r"\bPALABRE_[A-Z_]+\b", sources)) | {"DATABASE_URL"}
    page = (DOCS / "reference/settings.md").read_text("utf-8")
    assert sorted(name for name in names if f"`{name}`" not in page) == []


def test_every_setting_of_a_workspace_and_of_a_person_is_documented() -> None:
    page = (DOCS / "reference/settings.md").read_text("utf-8")
    workspace, person = page.split("## Of a workspace")[1].split("## Of a person")
    assert sorted(re.findall(r"^\| `(\w+)`", workspace, re.MULTILINE)) == sorted(SETTINGS)
    assert sorted(re.findall(r"^\| `(\w+)`", person, re.MULTILINE)) == sorted(PREFERENCES)


def test_every_permission_is_explained() -> None:
    page = (DOCS / "reference/permissions.md").read_text("utf-8").split("| permission | opens |")[1]
    assert re.findall(r"^\| `([\w.]+)`", page, re.MULTILINE) == list(PERMISSIONS)
