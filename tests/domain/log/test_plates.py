"""The plate calculator and the warm-up ramp: by hand, and against trying everything."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.log.plates import Bar, Loading, Plates, load_bar, loading_words, plates_text
from legwork.domain.log.ramp import ramp_in, ramp_on
from legwork.domain.plan.prescription import load_of
from legwork.domain.units import UnitSystem

METRIC, IMPERIAL = UnitSystem.METRIC, UnitSystem.IMPERIAL


def plates(unit: str = "kg", **counts: int) -> list[Plates]:
    return [Plates(load_of(float(key[1:].replace("_", ".")), unit), count) for key, count in counts.items()]


BAR = Bar("bar", load_of(20, "kg"))
HOME = plates(p20=6, p10=2, p5=2, p2_5=2, p1_25=2)
GYM_LB = plates("lb", p45=8, p35=2, p25=2, p10=4, p5=2, p2_5=2)
BAR_LB = Bar("bar", load_of(45, "lb"))


def _said(kg: float, bar: Bar = BAR, own: list[Plates] = HOME, system: UnitSystem = METRIC) -> str:
    return loading_words(load_bar(kg, bar, own), system)


@pytest.mark.parametrize(
    ("kg", "words"),
    [
        (20, "Nothing on it: 20 kg."),
        (100, "2 x 20 kg on each end: 100 kg."),
        (85, "20 + 10 + 2.5 kg on each end: 85 kg."),
        (62.5, "20 + 1.25 kg on each end: 62.5 kg."),
        (101, "2 x 20 kg on each end: 100 kg. 1 kg less than wanted. With 2 more plates of 0.5 kg it would be exact."),
        (150, "3 x 20 + 5 kg on each end: 150 kg."),
        (15, "Nothing on it: 20 kg. 5 kg more than wanted."),
        (180, "3 x 20 + 10 + 5 + 2.5 + 1.25 kg on each end: 177.5 kg. 2.5 kg less than wanted. "
              "With 2 more plates of 1.25 kg it would be exact."),
        (300, "3 x 20 + 10 + 5 + 2.5 + 1.25 kg on each end: 177.5 kg. 122.5 kg less than wanted."),
    ],
)  # fmt: skip
def test_by_hand(kg: float, words: str) -> None:
    assert _said(kg) == words


def test_in_pounds_and_in_both() -> None:
    assert _said(225 * 0.45359237, BAR_LB, GYM_LB, IMPERIAL) == "2 x 45 lb on each end: 225 lb."
    assert _said(100, BAR_LB, GYM_LB, METRIC).startswith("45 + 35 + 5 + 2.5 lb on each end: 99.79 kg. 0.21 kg less")
    mixed = load_bar(20 + 2 * (20.4116565 + 1.25), BAR, [*GYM_LB, *HOME])
    assert (plates_text(mixed), mixed.off_kg) == ("45 lb + 1.25 kg", 0)


def test_dumbbells_belts_and_odd_plates() -> None:
    handle = Bar("dumbbell", load_of(2, "kg"), copies=2)
    assert plates_text(load_bar(22, handle, plates(p5=8))) == "2 x 5 kg"
    assert load_bar(22, handle, plates(p5=4)).total_kg == 12
    belt = Bar("belt", None, ends=1)
    assert _said(22.5, belt, plates(p20=1, p2_5=1)) == "20 + 2.5 kg on it: 22.5 kg."
    assert load_bar(40, BAR, plates(p10=3)).total_kg == 40
    assert load_bar(60, BAR, plates(p20=1)).total_kg == 20, "one plate alone does not go on two ends"
    twice = [*plates(p20=2), *plates(p20=2)]
    assert load_bar(100, BAR, twice).each_end == ((load_of(20, "kg"), 2),)


def test_the_fewest_plates_and_of_two_the_lighter() -> None:
    assert plates_text(load_bar(60, BAR, plates(p10=4, p20=2, p5=8))) == "20 kg"
    assert load_bar(25, BAR, plates(p5=2)).total_kg == 20


def test_what_is_no_load_or_no_plate() -> None:
    for bad in (-1.0, float("nan"), float("inf")):
        with pytest.raises(ValueError):
            load_bar(bad, BAR, HOME)
    with pytest.raises(ValueError):
        Plates(load_of(5, "kg"), -1)
    with pytest.raises(ValueError):
        Bar("bar", ends=0)
    assert load_bar(60, BAR, []).total_kg == 20


OWN = st.lists(
    st.builds(
        Plates,
        st.builds(load_of, st.sampled_from([25, 20, 15, 10, 5, 2.5, 1.25, 0.5]), st.sampled_from(["kg", "lb"])),
        st.integers(0, 6),
    ),
    max_size=4,
)


@given(
    st.floats(0, 200), OWN, st.sampled_from([BAR, BAR_LB, Bar("belt", None, 1), Bar("pair", load_of(2, "kg"), 2, 2)])
)
def test_nothing_that_can_be_loaded_is_nearer(kg: float, own: list[Plates], bar: Bar) -> None:
    found: Loading = load_bar(kg, bar, own)
    used = sum(weight.value * count for weight, count in found.each_end)
    assert found.total_kg == pytest.approx(bar.kg + bar.ends * used)
    ways = product(*(range(one.count // (bar.ends * bar.copies) + 1) for one in own))
    totals = [
        bar.kg + bar.ends * sum(one.weight.value * count for one, count in zip(own, way, strict=True)) for way in ways
    ]
    nearest = min(abs(total - kg) for total in totals)
    assert abs(found.total_kg - kg) <= nearest + 0.05
    if found.missing is not None:
        more = load_bar(kg, bar, [*own, Plates(found.missing, bar.ends * bar.copies)])
        assert more.off_kg == 0


def _ramp(kg: float, reps: int = 8) -> list[tuple[str, int]]:
    return [(one.load.entered, one.reps) for one in ramp_on(kg, reps, "kg", BAR, HOME)]


def test_ramps_by_hand() -> None:
    assert _ramp(100) == [("20", 10), ("50", 5), ("70", 3), ("85", 2)]
    assert _ramp(140, 3) == [("20", 10), ("70", 5), ("97.5", 3), ("120", 2), ("130", 1)]
    assert _ramp(60) == [("20", 10), ("30", 5), ("42.5", 3), ("50", 2)]
    assert _ramp(40) == [("20", 10), ("27.5", 3), ("35", 2)]
    assert _ramp(22.5) == [("20", 10)]
    assert _ramp(20) == []
    dumbbells = ramp_in(30, 10, load_of(2.5, "kg"))
    assert [(one.load.entered, one.reps) for one in dumbbells] == [("15", 5), ("20", 3), ("25", 2)]
    pounds = ramp_on(225 * 0.45359237, 5, "lb", BAR_LB, GYM_LB)
    assert [one.load.entered for one in pounds] == ["45", "110", "155", "190"], (
        "112.5 lb is as near to 115: the lighter one"
    )


@given(st.floats(1, 400), st.integers(1, 20))
def test_a_ramp_rises_and_stays_below(kg: float, reps: int) -> None:
    found = ramp_on(kg, reps, "kg", BAR, HOME)
    loads = [one.load.value for one in found]
    assert loads == sorted(set(loads)) and all(load < kg for load in loads)
    assert [one.reps for one in found] == sorted((one.reps for one in found), reverse=True)
