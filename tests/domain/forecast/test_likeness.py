"""What a measure grows like: the muscles below the tape, twice as fast for a volume, nothing where nothing is known."""

from __future__ import annotations

import pytest

from legwork.domain.forecast.growth import CALF, RESPONSE_SD, THIGH, Experience
from legwork.domain.forecast.likeness import likeness_of, sites_like
from legwork.domain.limb import Segment
from legwork.domain.measures import Family, Measure
from legwork.domain.muscles import MUSCLES_OF_SITE, Muscle
from legwork.domain.sites import Side


def rate(family: Family, name: str) -> float:
    return likeness_of(Measure(family, name), Experience.NEW).growth.per_week


def test_girths_grow_as_the_priors_say() -> None:
    assert rate(Family.SITE, "upper_thigh") == THIGH
    assert rate(Family.SITE, "calf") == CALF
    assert rate(Family.CORRECTED, "calf") == CALF
    found = likeness_of(Measure(Family.SITE, "calf", Side.LEFT), Experience.LONG)
    assert found.growth.per_week == pytest.approx(CALF / 4)
    assert found.growth.response_sd == RESPONSE_SD
    assert found.muscles == (Muscle.CALVES,) and not found.beside


def test_a_volume_goes_with_the_square_of_its_girths() -> None:
    assert rate(Family.VOLUME, Segment.THIGH.value) == pytest.approx(2 * THIGH)
    assert rate(Family.VOLUME, Segment.LEG.value) == pytest.approx(THIGH + CALF)
    muscles = likeness_of(Measure(Family.VOLUME, "leg"), Experience.NEW).muscles
    assert set(muscles) == {*MUSCLES_OF_SITE["upper_thigh"], Muscle.CALVES} and len(muscles) == 5


def test_a_ratio_moves_with_what_stands_above_the_line_and_the_balance_with_the_legs() -> None:
    assert rate(Family.RATIO, "calf_arm") == CALF and rate(Family.RATIO, "thigh_arm") == THIGH
    assert rate(Family.BALANCE, "index") == pytest.approx((THIGH + CALF) / 2)
    assert likeness_of(Measure(Family.RATIO, "calf_arm"), Experience.NEW).beside


@pytest.mark.parametrize(
    "measure", ["site/body_weight", "site/waist", "site/own_belly", "difference/calf", "strength/squat", "hard/week"]
)
def test_where_nothing_is_known_nothing_is_expected(measure: str) -> None:
    found = likeness_of(Measure.parse(measure), Experience.NEW)
    assert found.muscles == () and found.growth.per_week == 0.0
    assert sites_like(Measure.parse(measure)) == ()


def test_every_volume_and_every_site_with_muscles_has_a_prior() -> None:
    for segment in Segment:
        assert rate(Family.VOLUME, segment.value) > 0
    for site in MUSCLES_OF_SITE:
        assert rate(Family.SITE, site) > 0
