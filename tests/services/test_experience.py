"""How long somebody has trained: the longer of what the log and the answers say."""

from __future__ import annotations

import pytest

from goal_cases import TODAY, train
from legwork.domain.forecast.growth import Experience
from legwork.domain.sites import Region
from legwork.services.experience import LONG_WEEKS, SOME_WEEKS, answered, experience_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.site_training import SiteTraining

LOWER, UPPER = Region.LOWER, Region.UPPER


@pytest.mark.parametrize(
    ("answers", "legs", "upper"),
    [
        ({}, None, None),
        ({"split_time": ("under_3_months",)}, Experience.NEW, Experience.NEW),
        ({"split_time": ("3_to_12_months",)}, Experience.NEW, Experience.NEW),
        ({"split_time": ("1_to_3_years",)}, Experience.SOME, Experience.SOME),
        ({"split_time": ("over_3_years",)}, Experience.LONG, Experience.LONG),
        ({"split_time": ("over_3_years",), "leg_days": ("none",)}, Experience.NEW, Experience.LONG),
        ({"split_time": ("over_3_years",), "leg_days": ("rarely",)}, Experience.NEW, Experience.LONG),
        ({"split_time": ("over_3_years",), "leg_days": ("one",)}, Experience.SOME, Experience.LONG),
        ({"split_time": ("over_3_years",), "split": ("upper_only",)}, Experience.NEW, Experience.LONG),
        ({"split_time": ("what is this",)}, None, None),
    ],
)
def test_answers(answers: dict[str, tuple[str, ...]], legs: Experience | None, upper: Experience | None) -> None:
    assert (answered(answers, LOWER), answered(answers, UPPER)) == (legs, upper)


@pytest.mark.parametrize(
    ("weeks", "sets", "found"),
    [
        (SOME_WEEKS - 1, 8, None),
        (SOME_WEEKS, 8, Experience.SOME),
        (SOME_WEEKS, 4, None),
        (LONG_WEEKS, 8, Experience.LONG),
    ],
)
def test_weeks_of_the_log(profile: Profile, person: Person, weeks: int, sets: int, found: Experience | None) -> None:
    train(profile, person, sets, weeks=weeks)
    training = SiteTraining(profile, person, TODAY)
    assert experience_of(training, {}, LOWER) is found
    assert experience_of(training, {}, UPPER) is None
    assert experience_of(training, {"split_time": ("under_3_months",)}, LOWER) is (found or Experience.NEW)
    assert experience_of(training, {"split_time": ("over_3_years",)}, LOWER) is Experience.LONG
