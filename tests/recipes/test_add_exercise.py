"""The recipe for an exercise: done in a copy, the catalogue is whole and the plan's panel finds it with its muscles."""

from __future__ import annotations

from pathlib import Path

from recipe_steps import carry_out, copied, tried


def test_a_new_exercise_is_found_like_the_others(tmp_path: Path) -> None:
    tree = copied(tmp_path)
    carry_out("Add an exercise", tree)
    tried(tree, "tests/recipes/after_exercise.py", "tests/services/test_catalogue.py")
