"""The recipe for a measurement site: done in a copy, it is drawn, asked for on Measure and kept."""

from __future__ import annotations

from pathlib import Path

from recipe_steps import carry_out, copied, tried


def test_a_new_site_is_measured_like_the_others(tmp_path: Path) -> None:
    tree = copied(tmp_path)
    carry_out("Add a measurement site", tree)
    tried(
        tree,
        "tests/recipes/after_site.py",
        "tests/domain/test_sites.py",
        "tests/qt/widgets/test_tape_guide.py::test_every_girth_has_a_scene",
        "tests/qt/widgets/test_tape_guide.py::test_every_site_has_a_drawing_of_its_own",
    )
