"""What the heart may not do even without an import: open a file, ask the time, write to the terminal."""

import ast
import re
from collections.abc import Iterator

_CALLS = {"open", "print", "input", "exec", "eval", "breakpoint"}
_MODELS = re.compile(r"palabre\.desk\.(\w+)\.models\b")
_METHODS = {"now", "utcnow", "today", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir"}


def impure(source: str) -> Iterator[tuple[int, str]]:
    """Yield (line, call) of what would make ``source`` depend on more than its arguments."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Global):
            yield node.lineno, f"global {', '.join(node.names)}"
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in _CALLS:
            yield node.lineno, node.func.id
        if isinstance(node.func, ast.Attribute) and node.func.attr in _METHODS:
            yield node.lineno, node.func.attr


def foreign_models(app: str, source: str) -> Iterator[tuple[int, str]]:
    """Yield (line, other app) where ``source``, of ``app``, imports the models of another app of the desk to run.

    Names imported for types alone do not run, and do not count.
    """
    for node in _running(ast.parse(source)):
        owners = {found[1] for module in _imported(node) if (found := _MODELS.match(module))}
        yield from ((node.lineno, owner) for owner in owners if owner != app)


def _running(tree: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        yield from _running(node)


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module}.{alias.name}" for alias in node.names] + [node.module or ""]
