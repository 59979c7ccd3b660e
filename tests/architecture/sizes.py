"""How long functions and files are, in lines."""

import ast
from collections.abc import Iterator
from statistics import median

FUNCTION_MEDIAN = 10
FILE_MEDIAN = 120
FILE_LIMIT = 600

#: Data written as code, and what a tool writes: their length is not a difficulty.
DATA = ("/migrations/", "/locale/", "/demo/story/", "/vendor/")


def is_data(path: str) -> bool:
    """Tell whether a file is data rather than code."""
    return any(part in path for part in DATA)


def functions(source: str) -> Iterator[tuple[str, int]]:
    """Yield (name, lines) of each function of ``source``, without its docstring."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or 0) - node.lineno + 1 - _docstring(node)


def _docstring(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    text = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    return (first.end_lineno or 0) - first.lineno + 1 if text else 0


def over_median(lengths: list[int], budget: int) -> str:
    """Return what is wrong with the median of ``lengths``, or an empty text."""
    middle = median(lengths) if lengths else 0
    return f"the median is {middle:g} lines, the budget {budget}" if middle > budget else ""


def over_limit(lengths: dict[str, int], limit: int) -> list[str]:
    """Return the files over ``limit``: split them by meaning."""
    return [f"{path}: {lines} lines" for path, lines in lengths.items() if lines > limit]
