"""The recipe for a page: done in a copy, it stands in the rail, opens by its keys and follows the data."""

from __future__ import annotations

from pathlib import Path

from recipe_steps import carry_out, copied, tried


def test_a_new_page_is_reached_like_the_others(tmp_path: Path) -> None:
    tree = copied(tmp_path)
    carry_out("Add a page", tree)
    tried(
        tree,
        "tests/recipes/after_page.py",
        "tests/architecture/test_imports.py::test_pages_do_not_know_each_other",
        "tests/services/test_help_topics.py::test_every_page_has_a_topic_that_says_what_it_is",
    )
