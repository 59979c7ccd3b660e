"""What the code offers and people must find in the documentation: read from the code, never listed twice."""

import pkgutil
import re
from collections.abc import Iterable, Iterator
from importlib import import_module, util

from architecture.tree import ROOT, sources

_SETTING = re.compile(r"\b(?:PALABRE_[A-Z][A-Z_]*[A-Z]|DATABASE_URL)\b")
_SPAN = re.compile(r"```.*?```|`[^`\n]+`|<code>[^<]+</code>", re.DOTALL)


def settings() -> set[str]:
    """Return every environment variable that the sources read."""
    return {name for path in sources(".py") for name in _SETTING.findall(path.read_text("utf-8"))}


def commands() -> set[str]:
    """Return every subcommand, as people type it."""
    return {f"palabre {name}" for name in import_module("palabre.cli.main").COMMANDS}


def connectors() -> set[str]:
    """Return the key of every connector."""
    return set(import_module("palabre.connectors.registry").KEYS)


def signals() -> set[str]:
    """Return the name of every signal that is looked for."""
    return set(import_module("palabre.core.signals").names())


def permissions() -> set[str]:
    """Return every permission and every scope of a token."""
    module = import_module("palabre.desk.people.permissions")
    return {*module.PERMISSIONS, *module.SCOPES}


def roles() -> set[str]:
    """Return every role."""
    return set(import_module("palabre.desk.people.permissions").ROLES)


def shortcuts() -> set[str]:
    """Return the act of every shortcut."""
    return {shortcut.act for shortcut in import_module("palabre.desk.web.shortcuts").SHORTCUTS}


def operations() -> set[str]:
    """Return every operation of the API, as ``GET /api/v1/messages``."""
    return {
        f"{method.upper()} {path}"
        for api in _apis()
        for path, methods in api.get_openapi_schema()["paths"].items()
        for method in methods
    }


def _apis() -> Iterator["object"]:
    import django
    from ninja import NinjaAPI

    django.setup()  # pytest-django does it only where something loaded Django before
    package = import_module("palabre.desk.api")
    for module in pkgutil.walk_packages(package.__path__, "palabre.desk.api."):
        found = import_module(module.name)
        yield from {id(one): one for one in vars(found).values() if isinstance(one, NinjaAPI)}.values()


def signal_files() -> set[str]:
    """Return the files of ``core/signals`` that hold a detector."""
    paths = sources(".py", under="src/palabre/core/signals")
    named = re.compile(r'^    name(?:: [^=\n]+)? = "\w+"$', re.MULTILINE)
    return {path.stem for path in paths if named.search(path.read_text("utf-8"))}


def connector_folders() -> set[str]:
    """Return the folders of ``connectors`` that hold a manifest."""
    paths = sources(".py", under="src/palabre/connectors")
    return {path.parent.name for path in paths if path.name == "manifest.py"}


def there_is(module: str) -> bool:
    """Tell whether a module has been written."""
    try:
        return util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def pages() -> str:
    """Return all that the documentation tells its readers, and the README; decisions say why, not how."""
    told = [path for path in sources(".md", under="docs") if path.parent.name != "decisions"]
    return "\n".join(path.read_text("utf-8") for path in [*told, ROOT / "README.md"])


def undocumented(names: Iterable[str], text: str) -> list[str]:
    """Return the names that stand in no code span or block of ``text``: a word in a sentence explains nothing."""
    spans = "\n".join(_SPAN.findall(text))
    return sorted(name for name in names if not re.search(rf"(?<![\w./-]){re.escape(name)}(?![\w-])", spans))
