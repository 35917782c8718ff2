"""Targets of a day: worked people, what they add up to, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.food.energy import Activity, Body, at_rest, by_equation
from legwork.domain.food.targets import LEAST_KCAL, Targets, Wish, targets
from legwork.errors import UserError

MAN = Body(80, 180, 30, "male")


def of(body: Body, wish: Wish, leg_days: int = 3, activity: Activity = Activity.MODERATE) -> Targets:
    return targets(body, at_rest(body), by_equation(body, activity), wish, leg_days, wants_growth=True)


def test_a_man_who_wants_to_grow() -> None:
    found = of(MAN, Wish.MORE)  # 2759 kcal spent
    assert (found.kcal.low, found.kcal.high) == pytest.approx((3034.9, 3310.8))
    assert (found.protein_g.low, found.protein_g.high) == pytest.approx((128.0, 176.0))
    assert (found.drink_ml.low, found.drink_ml.high) == pytest.approx((2400.0, 2800.0))
    # (3172.85 - 152 x 4 - 80 x 9) / 4 = 461.2 g on average, 45.7 g more on three leg days, 34.3 g less on four others
    assert found.leg_day_g.middle == pytest.approx(461.2 + 45.7, abs=0.1)
    assert found.carbohydrate_g.middle == pytest.approx(461.2 - 34.3, abs=0.1)
    assert not found.notes


@given(
    st.floats(45, 140), st.floats(150, 205), st.integers(18, 80), st.sampled_from(["male", "female", "neither"]),
    st.sampled_from(list(Activity)), st.sampled_from([Wish.MAINTAIN, Wish.LITTLE_MORE, Wish.MORE]), st.integers(0, 7),
)  # fmt: skip
def test_the_parts_add_up_to_the_energy(
    kg: float, cm: float, age: int, sex: str, activity: Activity, wish: Wish, leg_days: int
) -> None:
    body = Body(kg, cm, age, sex)  # type: ignore[arg-type]
    found = of(body, wish, leg_days, activity)
    rest = at_rest(body).kcal
    assert found.kcal.low >= max(rest, LEAST_KCAL[body.sex]) - 1e-6
    assert found.kcal.low <= found.kcal.high and found.fat_g.low < found.fat_g.high
    week = (leg_days * found.leg_day_g.middle + (7 - leg_days) * found.carbohydrate_g.middle) / 7
    assert (leg_days * found.leg_day_kcal.middle + (7 - leg_days) * found.rest_day_kcal.middle) / 7 == pytest.approx(
        found.kcal.middle, rel=0.06
    ), "a week of such days is the week's mean, but where the floor holds"
    energy = found.protein_g.middle * 4 + found.fat_g.middle * 9 + week * 4
    assert energy == pytest.approx(found.kcal.middle, rel=0.10)


def test_fat_gives_way_before_the_carbohydrate_of_leg_days() -> None:
    body = Body(62, 165, 35, "female")
    full, scarce = of(body, Wish.MORE), of(body, Wish.LESS, activity=Activity.LIGHT)
    assert full.fat_g.middle == pytest.approx(62.0)
    assert scarce.fat_g.middle < 50 and not any("3 g of carbohydrate" in one for one in scarce.notes)
    least = of(Body(90, 165, 60, "female"), Wish.LESS, activity=Activity.SITTING)
    assert any("3 g of carbohydrate" in one for one in least.notes)


def test_no_target_lies_below_the_energy_at_rest_and_it_is_told() -> None:
    body = Body(62, 165, 35, "female")
    found = of(body, Wish.LESS, activity=Activity.SITTING)
    assert found.kcal.low == pytest.approx(1315.25)
    assert any("at rest" in one for one in found.notes)


def test_a_deficit_says_what_it_costs_who_wants_to_grow() -> None:
    assert any("against growth" in one for one in of(MAN, Wish.LESS).notes)
    calm = targets(MAN, at_rest(MAN), by_equation(MAN, Activity.MODERATE), Wish.LESS, 3, wants_growth=False)
    assert not any("against growth" in one for one in calm.notes)


def test_no_deficit_is_offered_to_the_underweight() -> None:
    with pytest.raises(UserError, match="no deficit"):
        of(Body(55, 180, 25, "female"), Wish.LESS)


def test_grams_a_kilogram_stop_where_more_weight_is_fat() -> None:
    found = of(Body(160, 180, 40, "male"), Wish.MAINTAIN)
    assert found.protein_g.high == pytest.approx(2.2 * 97.2)
    assert any("97 kg" in one for one in found.notes)


def test_a_week_has_seven_days() -> None:
    with pytest.raises(ValueError, match="seven"):
        of(MAN, Wish.MORE, leg_days=8)


def test_an_accepted_correction_moves_the_energy_and_its_arithmetic_says_so() -> None:
    rest, spent = at_rest(MAN), by_equation(MAN, Activity.MODERATE)
    plain = targets(MAN, rest, spent, Wish.MAINTAIN, 3, wants_growth=False)
    moved = targets(MAN, rest, spent, Wish.MAINTAIN, 3, wants_growth=False, step_kcal=150)
    assert (moved.kcal.low - plain.kcal.low, moved.kcal.high - plain.kcal.high) == pytest.approx((150, 150))
    assert any("Corrected by what the scale showed: +150 kcal" in line for line in moved.sums)
    assert not any("Corrected" in line for line in plain.sums)


def test_no_correction_leads_below_the_floor() -> None:
    rest, spent = at_rest(MAN), by_equation(MAN, Activity.MODERATE)
    found = targets(MAN, rest, spent, Wish.LESS, 3, wants_growth=False, step_kcal=-1500)
    assert found.kcal.low == found.kcal.high == pytest.approx(1780)
    assert any("Not below what the body needs at rest" in line for line in found.sums)


def test_the_arithmetic_leads_to_the_target() -> None:
    """2759 kcal spent; 5 to 10 % more are 2897 to 3035."""
    sums = of(MAN, Wish.LITTLE_MORE).sums
    thin = "\N{NARROW NO-BREAK SPACE}"
    assert any(f"2{thin}759 kcal +5 to +10 % = 2{thin}897 to 3{thin}035 kcal" in line for line in sums)
    assert any("1.6 to 2.2 g × 80.0 kg = 128 to 176 g" in line for line in sums)
    assert any("On 3 leg days a week 46 g more" in line for line in sums)


@pytest.mark.parametrize("wish", list(Wish))
def test_who_leaves_energy_out_reads_nothing_of_it(wish: Wish) -> None:
    for body in (MAN, Body(62, 165, 35, "female"), Body(160, 180, 40, "male")):
        found = targets(
            body, at_rest(body), by_equation(body, Activity.SITTING), wish, 2,
            wants_growth=True, step_kcal=-300, energy_shown=False,
        )  # fmt: skip
        told = " ".join((*found.sums, *found.notes))
        assert "kcal" not in told and "nergy" not in told and "rest:" not in told.replace("the rest of", "")
        assert "Protein" in told and "Carbohydrate" in told and "To drink" in told


@pytest.mark.parametrize("leg_days", [0, 7])
def test_a_week_without_other_days_needs_no_word_of_them(leg_days: int) -> None:
    assert not any("leg day" in line for line in of(MAN, Wish.MAINTAIN, leg_days).sums)
