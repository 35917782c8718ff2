"""The balance of legs and upper body: the worked people, people drawn from the model itself, and what is required."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.balance import (
    FRAME_SITES,
    LEG_SITES,
    UPPER_SITES,
    Assessment,
    Lack,
    assess,
    given_weight,
)
from legwork.domain.sites import BUILT_IN_BY_KEY
from legwork.domain.standing import Known, Standing
from legwork.services.reference import LOG, SEXES, population

MEN, WOMEN = population("male", LOG), population("female", LOG)
UPPER = {"flexed_arm": 40.0, "forearm": 32.0, "wrist": 17.5, "chest": 112.0, "shoulders": 124.0, "neck": 40.0}
MAN = {**UPPER, "waist": 84.0, "upper_thigh": 60.0, "lower_thigh": 40.0, "calf": 38.0}
STATURE, WEIGHT = Known(180), Known(85)
PARTS = {
    "all": tuple(UPPER_SITES),
    "some": ("waist", "chest", "flexed_arm"),
    "least": ("waist", "shoulders"),
}


def known(values: dict[str, float], share: float = 0.0) -> dict[str, Known]:
    return {site: Known(value, share * value) for site, value in values.items()}


def without(*sites: str) -> dict[str, Known]:
    return {site: one for site, one in known(MAN).items() if site not in sites}


def of(assessment: Assessment, site: str) -> Standing:
    [one] = [one for one in assessment.standings if one.site == site]
    return one


def band(one: Standing) -> list[float]:
    return [one.low_cm, one.middle_cm, one.high_cm]


def test_the_worked_man() -> None:
    """Source: SCIENCE section 1."""
    found = assess(MEN, known(MAN), STATURE)
    thigh, calf = of(found, "upper_thigh"), of(found, "calf")
    assert thigh.mean == pytest.approx(4.13201, abs=1.5e-5)
    assert thigh.sd == pytest.approx(0.04256, abs=1.5e-5)
    assert band(thigh) == pytest.approx([58.996, 62.303, 65.796], abs=2e-3)
    assert band(calf) == pytest.approx([37.128, 39.342, 41.689], abs=2e-3)
    assert thigh.percentile is not None and thigh.gap_cm is not None
    z = (math.log(60) - 4.13201) / 0.04256
    assert thigh.percentile.value == pytest.approx(50 * (1 + math.erf(z / math.sqrt(2))), abs=0.02)
    assert thigh.gap_cm.value == pytest.approx(62.303 - 60, abs=2e-3)
    assert found.lacks == () and found.told_from == tuple(UPPER_SITES) and not found.arm_only


def test_the_worked_woman_by_weight() -> None:
    """Source: SCIENCE section 1: stature and weight only."""
    thigh, _, calf = given_weight(WOMEN, {}, Known(165), Known(62))
    assert band(thigh) == pytest.approx([55.680, 58.304, 61.053], abs=2e-3)
    assert band(calf) == pytest.approx([33.947, 35.954, 38.081], abs=2e-3)
    girths = known({"waist": 75, "upper_thigh": 58, "chest": 90})
    found = assess(WOMEN, girths, Known(165), Known(62))
    assert found.by_weight == given_weight(WOMEN, girths, Known(165), Known(62))
    assert found.by_weight[0] == replace(thigh, own=Known(58))
    assert assess(WOMEN, girths, Known(165)).by_weight == ()
    assert assess(WOMEN, girths, None, Known(62)).by_weight == ()


PERCENTILES = {
    ("male", "bicepscircumferenceflexed"): (30.3, 35.7, 41.8),
    ("male", "thighcircumference"): (53.2, 62.4, 72.3),
    ("male", "calfcircumference"): (34.6, 39.2, 44.3),
    ("female", "bicepscircumferenceflexed"): (25.9, 30.4, 36.0),
    ("female", "thighcircumference"): (52.7, 61.3, 71.1),
    ("female", "calfcircumference"): (32.8, 37.2, 42.3),
}
"""5, 50 and 95 of 100 soldiers, counted. Source: SCIENCE section 1."""


@pytest.mark.parametrize(("sex", "name"), PERCENTILES)
def test_the_model_is_near_what_was_counted(sex: str, name: str) -> None:
    people = population(sex, LOG)
    place = people.names.index(name)
    everybody = Standing(name, None, people.mean[place], math.sqrt(people.covariance[place, place]), 0.0)
    told = [everybody.girth_at(one) for one in (5, 50, 95)]
    assert told == pytest.approx(PERCENTILES[sex, name], rel=0.01)


@pytest.mark.parametrize("sex", SEXES)
def test_people_drawn_from_the_model_are_spread_evenly_and_intervals_hold(sex: str) -> None:
    """Percentiles of true girths are uniform (Kolmogorov-Smirnov); 80 % intervals hold 80 %.

    1.95 is the level of .1 %: with a dozen tests in here one of 1 % would cry wolf too often.
    """
    people = population(sex, LOG)
    generator = np.random.default_rng(20)
    held: list[list[bool]] = []
    for part in PARTS.values():
        ranks: list[list[float]] = []
        for row in np.exp(generator.multivariate_normal(people.mean, people.covariance, 300)):
            body = dict(zip(people.names, row.tolist(), strict=True))
            true = {site: body[name] for site, name in {**UPPER_SITES, **LEG_SITES}.items()}
            true = {site: value for site, value in true.items() if site in part or site in LEG_SITES}
            read = {site: value * (1 + 0.01 * generator.normal()) for site, value in true.items()}
            exact = _figures(assess(people, known(true), Known(body["stature"])))
            stature = body["stature"] + 0.5 * generator.normal()
            told = _figures(assess(people, known(read, 0.01), Known(stature, 0.5)))
            ranks.append([exact[name][0] for name in ("thigh", "lower", "calf", "balance")])
            held.append([told[name][1] <= exact[name][0] <= told[name][2] for name in exact])
        for one in np.array(ranks).T:
            assert _farthest_from_even(one / 100) < 1.95 / math.sqrt(len(one))
    assert np.mean(held, axis=0) == pytest.approx(0.8, abs=0.045)  # 3.4 standard errors of 900 people


def _figures(found: Assessment) -> dict[str, tuple[float, float, float]]:
    assert found.index is not None
    figures = {"balance": found.index.percentile, "index": found.index.value}
    for name, one in zip(("thigh", "lower", "calf"), found.standings, strict=True):
        assert one.percentile is not None and one.gap_cm is not None
        figures |= {name: one.percentile, f"{name} gap": one.gap_cm}
    return {name: (one.value, one.low, one.high) for name, one in figures.items()}


def _farthest_from_even(shares: np.ndarray) -> float:
    ordered, count = np.sort(shares), len(shares)
    steps = np.arange(count)
    return float(max((ordered - steps / count).max(), ((steps + 1) / count - ordered).max()))


def test_the_two_spreads_stay_apart() -> None:
    exact, read = assess(MEN, known(MAN), STATURE), assess(MEN, known(MAN, 0.01), STATURE)
    for sure, unsure in zip(exact.standings, read.standings, strict=True):
        assert band(sure) == band(unsure)
        assert sure.percentile is not None and unsure.percentile is not None
        assert sure.percentile.low == sure.percentile.value == sure.percentile.high == unsure.percentile.value
        assert unsure.percentile.low < unsure.percentile.value < unsure.percentile.high
    legs_exact = assess(MEN, {**known(MAN, 0.01), "upper_thigh": Known(60)}, STATURE)
    assert of(legs_exact, "upper_thigh").error == of(read, "upper_thigh").error > 0
    assert exact.index is not None and exact.index.value_sd == 0 and read.index is not None
    assert read.index.people == exact.index.people


def test_the_index_by_hand() -> None:
    found = assess(MEN, known(MAN, 0.01), STATURE)
    assert found.index is not None
    thigh, calf = of(found, "upper_thigh").middle_cm, of(found, "calf").middle_cm
    by_hand = 100 * math.sqrt(60 / thigh * 38 / calf)
    assert found.index.value.value == pytest.approx(by_hand)
    assert found.index.value_sd == pytest.approx(by_hand * found.index.error)
    # In the middle everywhere is 100, whatever the build; 5 % above it everywhere is 105.
    for share in (1.0, 1.05, 0.9):
        legs = {one.site: Known(share * one.middle_cm) for one in found.standings}
        index = assess(MEN, {**known(MAN), **legs}, STATURE).index
        assert index is not None and index.value.value == pytest.approx(100 * share)
        assert math.copysign(1, index.percentile.value - 50 + 1e-9) == math.copysign(1, share - 1)
    low, high = found.index.people
    assert low < 100 < high and low * high == pytest.approx(1e4)


@pytest.mark.parametrize(
    ("left_out", "sites"),
    [
        ((), ("upper_thigh", "calf")),
        (("calf",), ("upper_thigh",)),
        (("upper_thigh",), ("calf",)),
        (("upper_thigh", "calf"), ("lower_thigh",)),
    ],
)
def test_which_sites_the_index_is_made_of(left_out: tuple[str, ...], sites: tuple[str, ...]) -> None:
    found = assess(MEN, without(*left_out), STATURE)
    assert found.index is not None and found.index.sites == sites
    if len(sites) == 1:
        standing = of(found, sites[0])
        assert standing.percentile is not None
        assert found.index.percentile.value == pytest.approx(standing.percentile.value)


def test_a_leg_that_is_not_measured_has_an_expectation_only() -> None:
    found = assess(MEN, without("calf"), STATURE)
    calf, whole = of(found, "calf"), of(assess(MEN, known(MAN), STATURE), "calf")
    assert calf == replace(whole, own=None)
    assert calf.own is calf.percentile is calf.gap_cm is calf.gap_to(75) is None


def test_everything_that_lacks_is_named() -> None:
    everything = {Lack.STATURE: ("stature",), Lack.WAIST: ("waist",), Lack.UPPER: FRAME_SITES, Lack.LEGS: (*LEG_SITES,)}
    for count in range(len(Lack) + 1):
        for lacks in combinations(Lack, count):
            gone = [site for lack in lacks for site in everything[lack]]
            found = assess(MEN, without(*gone), None if Lack.STATURE in lacks else STATURE, WEIGHT)
            assert found.lacks == lacks
            assert (found.index is None) == bool(lacks)
            assert len(found.standings) == (3 if lacks in ((), (Lack.LEGS,)) else 0)
            assert len(found.by_weight) == (0 if Lack.STATURE in lacks else 3)


@pytest.mark.parametrize("site", FRAME_SITES)
def test_one_of_the_frame_is_enough_but_the_arm_alone_is_provisional(site: str) -> None:
    found = assess(MEN, without(*(other for other in FRAME_SITES if other != site)), STATURE)
    assert found.lacks == ()
    assert found.arm_only == (site == "flexed_arm")
    with_another = {**without(*FRAME_SITES), **known({"flexed_arm": 40, "chest": 112})}
    assert not assess(MEN, with_another, STATURE).arm_only


def test_what_would_help_most_comes_first_and_keeps_its_word() -> None:
    some = {site: one for site, one in known(MAN).items() if site in (*PARTS["some"], *LEG_SITES)}
    found = assess(MEN, some, STATURE)
    assert found.index is not None
    assert {one.site for one in found.helps} == UPPER_SITES.keys() - some.keys()
    assert [one.narrower for one in found.helps] == sorted((one.narrower for one in found.helps), reverse=True)
    for one in found.helps:
        after = assess(MEN, {**some, one.site: Known(UPPER[one.site])}, STATURE).index
        assert after is not None and one.narrower == pytest.approx(1 - after.sd / found.index.sd)
        assert 0 <= one.narrower < 1
    assert assess(MEN, known(MAN), STATURE).helps == ()
    legless = assess(MEN, {site: one for site, one in some.items() if site not in LEG_SITES}, STATURE)
    assert legless.helps == found.helps


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(SEXES), st.floats(30, 60), st.floats(0.1, 30), st.randoms())
def test_a_larger_calf_stands_higher_and_order_does_not_matter(
    sex: str, calf: float, more: float, order: random.Random
) -> None:
    people = population(sex, LOG)
    girths = {**known(MAN, 0.01), "calf": Known(calf, 0.4)}
    mixed = list({**girths, "calf": Known(calf + more, 0.4)}.items())
    order.shuffle(mixed)
    smaller, larger = assess(people, girths, STATURE), assess(people, dict(mixed), STATURE)
    one, other = of(smaller, "calf"), of(larger, "calf")
    assert one.percentile is not None and other.percentile is not None and one.gap_cm is not None
    assert other.gap_cm is not None and smaller.index is not None and larger.index is not None
    assert one.percentile.value <= other.percentile.value
    assert one.gap_cm.value - other.gap_cm.value == pytest.approx(more)
    assert smaller.index.value.value < larger.index.value.value
    assert band(one) == band(other)
    assert smaller.standings[0] == larger.standings[0]


def test_what_is_no_part_of_it_changes_nothing() -> None:
    """A mid-thigh is never compared, and the weight serves its own view alone."""
    plain = assess(MEN, known(MAN), STATURE)
    more = {**known(MAN), "mid_thigh": Known(56), "hips": Known(99), "my_own": Known(33)}
    assert assess(MEN, more, STATURE) == plain
    assert replace(assess(MEN, more, STATURE, WEIGHT), by_weight=()) == plain
    assert {*UPPER_SITES, *LEG_SITES} <= BUILT_IN_BY_KEY.keys()


@pytest.mark.parametrize("size", [0.1, 1000.0])
@pytest.mark.parametrize("legs", [0.1, 1000.0])
def test_absurd_bodies_do_not_overflow(size: float, legs: float) -> None:
    girths = {**dict.fromkeys(UPPER_SITES, Known(size, size)), **dict.fromkeys(LEG_SITES, Known(legs, legs))}
    figures = _figures(assess(MEN, girths, Known(1000 if size < 1 else 0.1)))
    assert all(math.isfinite(one) for figure in figures.values() for one in figure)
