"""The recipe for an import format: done in a copy, a file of it is recognised, shown first, and taken in."""

from __future__ import annotations

from pathlib import Path

from recipe_steps import carry_out, copied, tried


def test_a_file_of_the_new_format_is_imported(tmp_path: Path) -> None:
    tree = copied(tmp_path)
    carry_out("Add an import format", tree)
    tried(
        tree,
        "tests/recipes/after_format.py",
        "tests/architecture/test_imports.py::test_imports_point_one_way[legwork.formats]",
    )
