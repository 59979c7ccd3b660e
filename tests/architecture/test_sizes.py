from architecture import sizes
from architecture.tree import ROOT, sources


def lengths() -> dict[str, int]:
    paths = sources(".py", ".js", ".css", ".html", ".sql")
    named = {f"/{path.relative_to(ROOT)}": path for path in paths}
    return {name: path.read_text("utf-8").count("\n") for name, path in named.items() if not sizes.is_data(name)}


def test_functions_are_short() -> None:
    found = [
        lines
        for path in sources(".py")
        if not sizes.is_data(f"/{path.relative_to(ROOT)}")
        for _, lines in sizes.functions(path.read_text("utf-8"))
    ]
    assert len(found) > 100
    assert not sizes.over_median(found, sizes.FUNCTION_MEDIAN)


def test_files_are_short() -> None:
    assert not sizes.over_median([lines for lines in lengths().values() if lines > 3], sizes.FILE_MEDIAN)


def test_no_file_is_long() -> None:
    assert sizes.over_limit(lengths(), sizes.FILE_LIMIT) == []


def test_a_function_is_measured_without_its_docstring() -> None:
    source = (
        'def f():\n    """One.\n\n    Two.\n    """\n    return 1\n\nclass C:\n    def g(self):\n        pass\n'
    )
    assert dict(sizes.functions(source)) == {"f": 2, "g": 2}


def test_what_is_too_long_is_told() -> None:
    assert sizes.over_median([5, 30, 40], 10) == "the median is 30 lines, the budget 10"
    assert sizes.over_median([5, 5, 400], 10) == ""
    assert sizes.over_limit({"a.py": 601, "b.py": 600}, 600) == ["a.py: 601 lines"]


def test_data_is_not_measured() -> None:
    assert sizes.is_data("/src/palabre/desk/people/migrations/0001_initial.py")
    assert not sizes.is_data("/src/palabre/desk/people/models.py")
