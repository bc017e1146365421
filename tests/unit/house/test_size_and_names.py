from __future__ import annotations

import ast

from tests.unit.house.sources import modules, of_tests, shown, tree

MODULE_LINES = 300
FUNCTION_LINES = 50
MAY_BE_LONG = {  # path or path::function -> why
    "review_queue/store/migrations/versions/0001_queue.py::_items": "one statement: the columns of one table",
}
FORBIDDEN = {"util", "utils", "helper", "helpers", "common", "base", "manager", "managers", "misc"}


def test_no_module_is_longer_than_a_reader_bears() -> None:
    lengths = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in [*modules(), *of_tests()]}
    assert {path: lines for path, lines in lengths.items() if lines > MODULE_LINES and path not in MAY_BE_LONG} == {}


def test_no_function_is_longer_than_a_page() -> None:
    long = {}
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                name, lines = f"{shown(path)}::{node.name}", (node.end_lineno or 0) - node.lineno + 1
                if lines > FUNCTION_LINES and name not in MAY_BE_LONG:
                    long[name] = lines
    assert long == {}


def test_files_are_named_for_a_noun_not_for_a_drawer() -> None:
    assert [shown(path) for path in modules() if {*path.with_suffix("").parts} & FORBIDDEN] == []


def test_every_module_says_what_it_is() -> None:
    assert [
        shown(path) for path in modules() if "/migrations/" not in shown(path) and not ast.get_docstring(tree(path))
    ] == []
