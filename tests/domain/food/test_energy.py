"""Energy of a day against the worked values of the equations' sources."""

from __future__ import annotations

import pytest

from legwork.domain.food.energy import ACTIVITY, Activity, Body, at_rest, by_equation, katch_mcardle, mifflin
from legwork.errors import UserError


def test_mifflin_of_worked_people() -> None:
    assert mifflin(80, 180, 30, "male") == pytest.approx(1780.0)
    assert mifflin(62, 165, 35, "female") == pytest.approx(1315.25)
    assert mifflin(80, 180, 30, "neither") == pytest.approx((1780.0 + 1614.0) / 2)


def test_katch_mcardle_of_worked_masses() -> None:
    assert katch_mcardle(68) == pytest.approx(1838.8)
    assert katch_mcardle(48) == pytest.approx(1406.8)


def test_a_known_fat_decides_between_the_equations_and_the_arithmetic_says_which() -> None:
    by_weight = at_rest(Body(80, 180, 30, "male"))
    by_lean = at_rest(Body(80, 180, 30, "male", fat_percent=15))
    assert by_weight.kcal == pytest.approx(1780.0) and "Mifflin" in by_weight.sums[0]
    assert by_lean.kcal == pytest.approx(1838.8) and "68.0 kg without fat" in by_lean.sums[0]


def test_a_day_is_the_rest_times_its_activity_with_an_error() -> None:
    spent = by_equation(Body(80, 180, 30, "male"), Activity.MODERATE)
    assert spent.kcal == pytest.approx(2759.0)
    assert spent.error == pytest.approx(275.9)
    assert "× 1.55" in spent.sums[-1]


def test_more_activity_spends_more() -> None:
    factors = [ACTIVITY[one][0] for one in Activity]
    assert factors == [1.2, 1.375, 1.55, 1.725, 1.9]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"age": 17}, "adults only"),
        ({"weight_kg": float("nan")}, "weight"),
        ({"weight_kg": -3.0}, "weight"),
        ({"stature_cm": 20.0}, "height"),
        ({"fat_percent": 80.0}, "fat"),
    ],
)
def test_what_the_equations_do_not_know_is_told(body: dict[str, float], told: str) -> None:
    facts = {"weight_kg": 80.0, "stature_cm": 180.0, "age": 30, "sex": "male"} | body
    with pytest.raises(UserError, match=told):
        Body(**facts)  # type: ignore[arg-type]
