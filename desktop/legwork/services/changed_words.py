"""What an edit changed, in a few words for the program's diary; in English, as all of it. No value stands in them.

Owns these words only. Edits say for themselves what they did, in the window's language.
"""

from __future__ import annotations

from collections.abc import Iterable

_WORDS = {
    "check_in": "measurements",
    "reading": "measurements",
    "workout": "workouts",
    "workout_exercise": "workouts",
    "workout_set": "workouts",
    "plan": "plans",
    "plan_block": "plans",
    "plan_week": "plans",
    "plan_session": "plans",
    "plan_entry": "plans",
    "goal": "goals",
    "lift": "lifts",
    "choice": "answers",
    "food_amount": "food",
    "food_item": "kept foods",
    "own_exercise": "own exercises",
    "exercise_name": "names of exercises",
    "programme_change": "notes on the programme",
    "chart_view": "kept charts",
    "refused_proposal": "proposals",
    "custom_site": "sites to measure",
    "tracked_site": "sites to measure",
    "person": "people",
    "setting": "settings",
}
"""Of every table, what a person calls its rows; a test holds them to the store's."""


def changed_words(tables: Iterable[str]) -> str:
    """Measurements and settings: what was changed in these tables; everything when there are none."""
    changed = set(tables)
    words = dict.fromkeys(word for table, word in _WORDS.items() if table in changed)
    return ", ".join(words) or "everything"
