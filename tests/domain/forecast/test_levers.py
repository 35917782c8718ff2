"""Which lever is named when a limb is slower than expected."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from legwork.domain.forecast.levers import Lever, Seen, Standing, levers, standing_of

SLOW = Seen(
    16, 0.06, -0.01, 0.02, sets=8, hard_share=0.8, days=2, most_in_session=4, done_share=0.95, protein_g_kg=1.8,
    weight_rate=0.001, error_share=0.008,
)  # fmt: skip


def test_nothing_is_advised_early_or_while_it_goes_as_expected() -> None:
    assert standing_of(replace(SLOW, weeks=6)) is Standing.EARLY and not levers(replace(SLOW, weeks=6))
    assert standing_of(replace(SLOW, seen=0.05)) is Standing.AS_EXPECTED and not levers(replace(SLOW, seen=0.05))
    assert standing_of(replace(SLOW, seen=math.nan)) is Standing.EARLY
    assert standing_of(replace(SLOW, seen_sd=0.05)) is Standing.AS_EXPECTED, "within the error"
    assert standing_of(replace(SLOW, weeks=30, seen=0.02, seen_sd=0.01)) is Standing.AS_EXPECTED, "people differ"


def test_when_all_was_done_right_time_is_left() -> None:
    assert [one.lever for one in levers(SLOW)] == [Lever.TIME]


@pytest.mark.parametrize(
    ("change", "lever", "told"),
    [
        ({"done_share": 0.5}, Lever.DONE, "50 % of the planned sessions"),
        ({"sets": 2.0}, Lever.VOLUME, "hold what is there"),
        ({"sets": 5.0}, Lever.VOLUME, "six to ten"),
        ({"sets": 26.0}, Lever.VOLUME, "Fewer"),
        ({"hard_share": 0.3}, Lever.EFFORT, "30 % of the sets"),
        ({"days": 1.0}, Lever.FREQUENCY, "1 day a week"),
        ({"most_in_session": 12.0}, Lever.FREQUENCY, "12 hard sets in one session"),
        ({"weight_rate": -0.005}, Lever.FOOD, "0.5 % a week"),
        ({"protein_g_kg": 1.1}, Lever.FOOD, "1.1 g of protein"),
        ({"error_share": 0.02}, Lever.MEASURING, "2.0 %"),
    ],
)
def test_each_lever_is_named_with_its_number(change: dict[str, float], lever: Lever, told: str) -> None:
    [found] = levers(replace(SLOW, **change))
    assert found.lever is lever and told in found.why


def test_sessions_that_took_place_come_before_everything_else() -> None:
    found = levers(replace(SLOW, done_share=0.4, sets=4.0, protein_g_kg=1.0))
    assert [one.lever for one in found] == [Lever.DONE, Lever.VOLUME, Lever.FOOD]


def test_little_work_without_growth_is_no_slow_limb_but_has_its_lever() -> None:
    """Of 3 sets a week no growth is to be expected; of the usual ten 0.06 cm a week."""
    few = replace(SLOW, expected=0.0, seen=0.01, sets=3.0, possible=0.06)
    assert standing_of(few) is Standing.LITTLE
    assert [one.lever for one in levers(few)] == [Lever.VOLUME]
    assert standing_of(replace(few, seen=0.05)) is Standing.AS_EXPECTED, "it grows all the same"
    assert standing_of(replace(few, expected=0.03)) is Standing.AS_EXPECTED, "half of the usual is not little"
    assert standing_of(replace(few, possible=None)) is Standing.AS_EXPECTED
    [wait] = levers(replace(few, sets=8.0))
    assert wait.lever is Lever.TIME and "about eight weeks" in wait.why


def test_sets_that_are_there_but_easy_need_effort_and_not_more_of_them() -> None:
    easy = replace(SLOW, sets=2.0, working=9.0, hard_share=0.2)
    assert [one.lever for one in levers(easy)] == [Lever.EFFORT]
    assert [one.lever for one in levers(replace(easy, working=4.0))] == [Lever.VOLUME, Lever.EFFORT]


def test_sets_of_the_plan_that_were_not_done_come_before_more_of_them() -> None:
    [first, *_] = levers(replace(SLOW, sets=5.0, working=5.0, planned=9.0))
    assert first.lever is Lever.DONE and "about 9 sets a week and 5 were done" in first.why
    assert [one.lever for one in levers(replace(SLOW, sets=5.0, working=8.0, planned=9.0))] == [Lever.VOLUME], (
        "they were done, though not all of them hard"
    )
    assert [one.lever for one in levers(replace(SLOW, sets=3.0, planned=4.0))] == [Lever.VOLUME], "a plan of few sets"


def test_only_too_many_sets_are_lowered_and_a_falling_weight_comes_before_days() -> None:
    [many] = levers(replace(SLOW, sets=26.0))
    assert many.fewer and not levers(replace(SLOW, sets=4.0))[0].fewer
    found = levers(replace(SLOW, weight_rate=-0.005, days=1.0, protein_g_kg=1.0))
    assert [one.lever for one in found] == [Lever.FOOD, Lever.FREQUENCY, Lever.FOOD]


def test_what_is_not_known_is_no_reason() -> None:
    assert [one.lever for one in levers(Seen(16, 0.06, -0.01, 0.02))] == [Lever.TIME]
