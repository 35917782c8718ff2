"""The exercises that are shipped, read once and kept, and how they are found.

Texts are English here; show them through `tr` (an exercise's name through its `label`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache

from legwork.domain.exercise import Exercise
from legwork.domain.exercise_file import exercises_in, linked
from legwork.domain.exercise_names import Catalogue
from legwork.domain.strength import LIFTS_BY_KEY
from legwork.paths import resources_dir

FILES = ("lower", "upper", "trunk")
"""One file per region, legs first: the order in which exercises are offered."""


@lru_cache
def catalogue() -> Catalogue:
    """The shipped exercises. Raises ValueError when a file is badly written."""
    return Catalogue(linked(one for name in FILES for one in exercises_in(_tree(name), f"{name}.json")))


def catalogue_with(own: Iterable[Exercise]) -> Catalogue:
    """The shipped exercises and a person's own, which come first and whose names win. Keys must not clash."""
    return Catalogue((*own, *catalogue().exercises))


def exercise(key: str) -> Exercise | None:
    """The shipped exercise of that key, or None."""
    return catalogue().get(key)


def balance_lift(exercise: Exercise) -> str | None:
    """The key of the lift by which `domain.strength` judges balance, where this exercise is one of them.

    The load of both is not counted alike: `domain.plan.counting.LoadRule` gives what `strength` means by all that is
    held.
    """
    return exercise.key if exercise.key in LIFTS_BY_KEY else None


def _tree(name: str) -> object:
    text = (resources_dir() / "catalogue" / "exercises" / f"{name}.json").read_text(encoding="utf-8")
    found: object = json.loads(text)
    return found
