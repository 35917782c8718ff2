"""How near to failure, on how many days, how much on one: worked by hand from a few workouts."""

from __future__ import annotations

from datetime import date, timedelta

from legwork.domain.log.counting import Counted
from legwork.domain.log.muscle_work import crowding, near_share, training_day_numbers, working_sets
from legwork.domain.log.sums import sums_of
from legwork.domain.plan.counting import Lookup
from log_cases import counted, workout

MONDAY = date(2026, 3, 2)
FIRST, END = MONDAY.toordinal(), MONDAY.toordinal() + 14
LOOKUP = Lookup(shares={"squat": {"quadriceps": 1.0, "glutes": 1.0}, "press": {"quadriceps": 1.0, "glutes": 0.5},
                        "curl": {"hamstrings": 1.0}})  # fmt: skip


def log(*days: tuple[int, dict[str, list[str]]]) -> Counted:
    return counted([workout(MONDAY + timedelta(days=at), work) for at, work in days], LOOKUP)


def test_the_share_near_to_failure_is_of_the_sets_of_which_it_is_known() -> None:
    """Twelve sets told of, nine of them within three reps; four more say nothing, and curls are another muscle."""
    found = log(
        (0, {"squat": ["100x8@2"] * 6 + ["100x8"] * 4, "curl": ["40x8@0"] * 5}),
        (7, {"press": ["100x8@3"] * 3 + ["100x8@4"] * 3}),
    )
    assert near_share(found, FIRST, END, ("quadriceps",)) == 9 / 12
    assert near_share(found, FIRST, END, ("hamstrings",)) is None, "five sets are too few"
    assert near_share(found, FIRST, FIRST + 7, ("quadriceps",)) is None, "six of them are"


def test_where_most_sets_say_nothing_nothing_is_told() -> None:
    found = log((0, {"squat": ["100x8@2"] * 12 + ["100x8"] * 13}))
    assert near_share(found, FIRST, END, ("quadriceps",)) is None
    assert near_share(log(), FIRST, END, ("quadriceps",)) is None


def test_days_a_week_and_the_fullest_of_them() -> None:
    """Week one: Monday 4 + 3, Thursday 2. Week two: Monday 5. Glutes get half of the press, but not directly."""
    found = log(
        (0, {"squat": ["100x8"] * 4, "press": ["100x8"] * 3}),
        (3, {"press": ["100x8"] * 2}),
        (7, {"squat": ["100x8"] * 5}),
    )
    assert crowding(found, FIRST, END, "quadriceps") == (1.5, 6.0)
    assert crowding(found, FIRST, END, "glutes") == (1.0, 4.5)
    assert crowding(found, FIRST, FIRST + 7, "quadriceps") == (2.0, 7.0)
    assert crowding(found, FIRST, END, "hamstrings") is None and crowding(log(), FIRST, END, "glutes") is None


def test_easy_sets_are_working_sets_and_training_but_no_hard_ones() -> None:
    found = log((0, {"squat": ["100x8@6"] * 4}), (8, {"press": ["100x8@1"] * 2}))
    sums = sums_of(found, [FIRST, FIRST + 7], END)
    assert working_sets(sums, "glutes") == (4 + 1) / 2 and working_sets(sums, "hamstrings") == 0.0
    assert training_day_numbers(found) == {FIRST, FIRST + 8}
    assert crowding(found, FIRST, FIRST + 7, "quadriceps") is None
