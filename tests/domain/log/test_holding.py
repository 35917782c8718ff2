"""What holds a muscle: by its own weeks where there are enough, else by convention."""

from __future__ import annotations

import pytest

from legwork.domain.forecast.growth import effect_of
from legwork.domain.log.holding import Holds, holds_of
from legwork.domain.muscles import MUSCLES_OF_SITE, Muscle
from legwork.domain.plan.findings import Wanted
from legwork.domain.plan_brief import GROW, KEEP, brief
from legwork.domain.sites import BUILT_IN
from legwork.domain.standing import Legs


def test_a_third_of_the_best_eight_weeks_else_three() -> None:
    assert holds_of([12.0] * 8 + [3.0] * 4, (2, 3)) == Holds(4.0, own=True)
    assert holds_of([12.0] * 7) == Holds(3.0, own=False), "seven weeks are too few"
    assert holds_of([0.0] * 20, (6, 10)) == Holds(3.0, own=False), "nothing was done"
    assert holds_of(band=KEEP) == Holds(2, own=False), "never more than is wanted"


def test_plan_and_forecast_mean_the_same_by_holding() -> None:
    assert effect_of(Wanted().upper_sets) == pytest.approx(0)


def test_one_table_of_what_lies_under_the_tape() -> None:
    assert MUSCLES_OF_SITE.keys() <= {one.key for one in BUILT_IN}
    assert Muscle.GLUTES in MUSCLES_OF_SITE["upper_thigh"]
    behind = brief({"upper_thigh": Legs.BEHIND}, Legs.AHEAD, ()).sets
    assert {muscle for muscle, band in behind.items() if band == GROW} == {
        one for one in MUSCLES_OF_SITE["upper_thigh"] if one in behind
    }
