"""A measure looked ahead of without a goal, a goal that is only tried, and patience."""

from __future__ import annotations

from datetime import timedelta

import pytest

from goal_cases import TODAY, growing, measure, train, want
from legwork.domain.measures import Family, Measure
from legwork.domain.sites import Side
from legwork.services.goal_outlook import site_outlook, try_goal
from legwork.services.people import Person
from legwork.services.profile import Profile

CALF_LEFT, CALVES, WEIGHT = "site/calf:left", "site/calf", "site/body_weight"


def test_a_measure_without_a_goal(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02))
    measure(profile, person, "calf_right", growing(0.02, 39.0))
    train(profile, person, 10)
    site = site_outlook(profile, person, Measure(Family.SITE, "calf"), TODAY)
    assert (site.name, site.label, site.unit, site.last) == ("Calf, left", "Calf", "cm", TODAY.toordinal())
    assert site.now == pytest.approx(38.0, abs=0.1) and site.sets == 10
    assert site.per_week is not None and 0 < site.per_week < 0.03
    assert site.scenarios[0].judged is None and site.scenarios[0].when == "" and len(site.scenarios[0].fan.days) > 30
    assert site.other is not None and site.other.name == "Calf, right"
    missing = site_outlook(profile, person, Measure(Family.SITE, "neck"), TODAY)
    assert missing.missing and missing.now is None and missing.scenarios == ()


def test_a_goal_can_be_tried_before_it_is_set(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02))
    measure(profile, person, "calf_right", growing(0.02, 38.4))
    train(profile, person, 10)
    site = site_outlook(profile, person, Measure(Family.SITE, "calf"), TODAY)
    due = TODAY + timedelta(weeks=52)
    tried, kept = try_goal(site, 39.0, due, TODAY), want(profile, person, CALVES, 39.0)
    assert (tried.wish, tried.head, tried.sentences) == (kept.wish, kept.head, kept.sentences)
    assert tried.chance == pytest.approx(kept.chance) and tried.goal.value == pytest.approx(39.0)
    assert try_goal(site, 37.0, due, TODAY).measure.side is Side.RIGHT, "shrinking, the larger one is farther"


def test_patience_counts_no_more_than_the_year_that_is_looked_back_on(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.0), weeks=160)
    words = want(profile, person, CALF_LEFT, 39.0, ago=156).patience
    assert words.startswith("After 52 weeks a change of ") and "0.00" not in words


def test_patience_after_four_eight_and_twelve_weeks(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02))
    smallest = []
    for ago in (4, 8, 12):
        words = want(profile, person, CALF_LEFT, 39.0, ago=ago).patience
        assert words.startswith(f"After {ago} weeks a change of ")
        smallest.append(float(words.split(" a change of ")[1].split(" cm")[0]))
    assert smallest == sorted(smallest, reverse=True)
