"""The population that is shipped, against the published figures of the model it was cut from."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.population import Population, conditional
from legwork.domain.strength_balance import RatioKey
from legwork.paths import resources_dir
from legwork.services.reference import (
    LINEAR,
    LOG,
    SEXES,
    population,
    raw_lifters,
)

THIGH, CALF = "thighcircumference", "calfcircumference"
MAN = {
    "stature": 180, "bicepscircumferenceflexed": 40, "forearmcircumferenceflexed": 32, "wristcircumference": 17.5,
    "chestcircumference": 112, "shouldercircumference": 124, "neckcircumference": 40, "waistcircumference": 84,
}  # fmt: skip
WOMAN = {"stature": 165, "weightkg": 62}
Z90 = 1.2815515655446004
"""90th percentile of the standard normal distribution."""


def tenths(sex: str, target: str, known: dict[str, float]) -> list[float]:
    """10th, 50th and 90th percentile of a girth in cm, on the log scale."""
    logs = {name: math.log(value) for name, value in known.items()}
    mean, sd = conditional(population(sex, LOG), {target: 1}, logs)
    return [math.exp(mean + z * sd) for z in (-Z90, 0, Z90)]


def test_the_worked_man() -> None:
    """Source: SCIENCE section 1."""
    logs = {name: math.log(value) for name, value in MAN.items()}
    mean, sd = conditional(population("male", LOG), {THIGH: 1}, logs)
    assert mean == pytest.approx(4.13201, abs=1.5e-5)
    assert sd == pytest.approx(0.04256, abs=1.5e-5)
    assert tenths("male", THIGH, MAN) == pytest.approx([58.996, 62.303, 65.796], abs=2e-3)
    assert tenths("male", CALF, MAN) == pytest.approx([37.128, 39.342, 41.689], abs=2e-3)


def test_the_worked_woman() -> None:
    """Source: SCIENCE section 1."""
    assert tenths("female", THIGH, WOMAN) == pytest.approx([55.680, 58.304, 61.053], abs=2e-3)
    assert tenths("female", CALF, WOMAN) == pytest.approx([33.947, 35.954, 38.081], abs=2e-3)


@pytest.mark.parametrize(("sex", "count", "stature"), [("male", 4082, 175.6), ("female", 1986, 162.8)])
def test_who_was_measured(sex: str, count: int, stature: float) -> None:
    people = population(sex, LINEAR)
    assert people.count == population(sex, LOG).count == count
    mean, _ = conditional(people, {"stature": 1}, {})
    assert mean == pytest.approx(stature, abs=0.1)


def test_the_file_is_read_once_and_cannot_be_changed() -> None:
    people = population("male", LOG)
    assert population("male", LOG) is people
    with pytest.raises(ValueError, match="read-only"):
        people.mean[0] = 1.0
    for sex, scale in [("neither", LOG), ("male", "square")]:
        with pytest.raises(ValueError, match="no population"):
            population(sex, scale)


@pytest.mark.parametrize("sex", SEXES)
@pytest.mark.parametrize("scale", [LINEAR, LOG])
def test_covariances_are_whole(sex: str, scale: str) -> None:
    people = population(sex, scale)
    tree = json.loads((resources_dir() / "reference" / "ansur2.json").read_text(encoding="utf-8"))
    assert np.sqrt(np.diag(people.covariance)) == pytest.approx(tree["sexes"][sex][scale]["sd"], rel=2e-5)
    assert (people.covariance == people.covariance.T).all()
    assert np.linalg.eigvalsh(people.covariance).min() > 0


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(SEXES), st.sampled_from([LINEAR, LOG]), st.data())
def test_whoever_knows_more_is_surer(sex: str, scale: str, data: st.DataObject) -> None:
    people = population(sex, scale)
    order = data.draw(st.permutations(people.names))
    target, *known = order[: data.draw(st.integers(2, len(order)))]
    values = {name: _near(people, name, data.draw(st.floats(-2.5, 2.5))) for name in known}
    less = dict(list(values.items())[:-1])
    mean, sd = conditional(people, {target: 1}, less)
    surer_mean, surer_sd = conditional(people, {target: 1}, values)
    assert 0 < surer_sd <= sd + 1e-12
    # What was to be expected anyway teaches nothing new about the mean.
    expected, _ = conditional(people, {known[-1]: 1}, less)
    same, _ = conditional(people, {target: 1}, {**less, known[-1]: expected})
    assert same == pytest.approx(mean, rel=1e-9, abs=1e-9)
    assert math.isfinite(surer_mean)


def _near(people: Population, name: str, deviations: float) -> float:
    place = people.names.index(name)
    return float(people.mean[place] + deviations * math.sqrt(people.covariance[place, place]))


def test_the_raw_lifters() -> None:
    """Source: SCIENCE section 5."""
    men, women = raw_lifters("male"), raw_lifters("female")
    assert (men.count, women.count) == (1546, 972)
    assert men.ratios[RatioKey.SQUAT_BENCH].points == (1.185, 1.386, 1.515, 1.647, 1.864)
    assert men.ratios[RatioKey.DEADLIFT_SQUAT].points == (0.943, 1.053, 1.132, 1.218, 1.386)
    assert women.ratios[RatioKey.SQUAT_BENCH].points == (1.333, 1.568, 1.741, 1.917, 2.162)
    assert men.source == "OpenPowerlifting"
    assert raw_lifters("male") is men
    with pytest.raises(ValueError, match="no lifters"):
        raw_lifters("neither")


@pytest.mark.parametrize("sex", SEXES)
def test_the_ratios_of_raw_lifters_fit_one_another(sex: str) -> None:
    ratios = raw_lifters(sex).ratios
    assert set(ratios) == set(list(RatioKey)[:6])
    for one in ratios.values():
        fifth, first, _, third, last = one.points
        assert (last - fifth) / 3.29 == pytest.approx((third - first) / 1.349, rel=0.25)  # both are the SD, if normal
    middle = {key: one.points[2] for key, one in ratios.items()}
    squat, bench = middle[RatioKey.SQUAT_BODY], middle[RatioKey.BENCH_BODY]
    assert middle[RatioKey.SQUAT_BENCH] == pytest.approx(squat / bench, rel=0.02)
    assert middle[RatioKey.DEADLIFT_SQUAT] == pytest.approx(middle[RatioKey.DEADLIFT_BODY] / squat, rel=0.02)
