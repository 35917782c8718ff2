"""Dose against response of sites: which readings stand for one, the numbers in both units, and the sets behind them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from done_workouts import AddWorkout
from helpers import day as check_in
from helpers import somebody
from legwork.domain.log.dose import Dose
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.domain.log.sums import What
from legwork.domain.muscles import MUSCLES_OF_SITE
from legwork.domain.sites import Region, Side, Spot
from legwork.domain.units import UnitSystem
from legwork.services.check_ins import RecordReadings
from legwork.services.dose_view import SiteDose, dose_view
from legwork.services.people import Person
from legwork.services.plan_lookup import counting_lookup
from legwork.services.profile import Profile
from legwork.services.sets_behind import Question, answer
from legwork.services.spot_readings import SpotReadings

MONDAY = date(2023, 1, 2)
DOSES = (4, 12, 8, 14, 6, 10, 2)
WEEKS = 8 * len(DOSES)
TODAY = MONDAY + timedelta(weeks=WEEKS)


def dose_of(week: int) -> int:
    return DOSES[week // 8]


def train(profile: Profile, person: Person, weeks: int = WEEKS) -> None:
    """Calf raises on Mondays: as many sets as the eight weeks ask for."""
    for week in range(weeks):
        sets = (LoggedSet(reps=10),) * dose_of(week)
        workout = Workout(
            0, MONDAY + timedelta(weeks=week), exercises=(LoggedExercise("standing_calf_raise", sets),)
        )  # fmt: skip
        profile.apply(AddWorkout(person.id, workout))


def measure(profile: Profile, person: Person, weeks: int = WEEKS, every: int = 1, **spots: float) -> None:
    """A calf on Sundays that grows by so many centimetres a month for each set, from 37 cm."""
    days, grown = [], 0.0
    for week in range(weeks):
        grown += dose_of(week) * 7 / 30.4375
        if week % every == 0:
            texts = {name: f"{37 + gain * grown:.2f}" for name, gain in spots.items()}
            days.append(check_in(MONDAY + timedelta(days=7 * week + 6), **texts))
    profile.apply(RecordReadings(person.id, tuple(days)))


def calf(profile: Profile, person: Person) -> SiteDose:
    return next(one for one in dose_view(profile, person, TODAY).sites if one.site == "calf")


def test_a_calf_that_answers(profile: Profile, person: Person) -> None:
    train(profile, person)
    measure(profile, person, calf_left=0.06, calf_right=0.06)
    found = calf(profile, person)
    assert (found.name, found.region, found.unit, found.sides) == (
        "Calf",
        Region.LOWER,
        "cm",
        "left and right averaged",
    )
    assert [one.sets for one in found.points] == list(DOSES)
    for one in found.points:
        assert one.rate == pytest.approx(0.06 * one.sets, abs=0.01), "0.06 cm a month for each set a week"
        assert one.low < one.rate < one.high
    assert found.call is Dose.MORE and found.has_line and found.call_words == "grew faster with more sets"
    assert "With one set more a week it grew by +0.06 cm a month" in found.words and found.muscles == "calves"
    assert (found.band[0].sets, found.band[-1].sets) == (2, 14)
    assert found.points[0].spoken.startswith("2 Jan 2023 to 26 Feb 2023: 4 hard sets a week, +0.24 ± ")


def test_bars_are_what_the_tape_leaves_open(profile: Profile, person: Person) -> None:
    """Eight weekly means of two sides: the slope's error is theirs / sqrt(49 x 42 days^2), and 80 % are 1.28 of it."""
    train(profile, person)
    measure(profile, person, calf_left=0.0, calf_right=0.0)
    side = SpotReadings(profile, person).of(Spot("calf", Side.LEFT))
    error = max(one.sd for one in side.values()) / 2**0.5
    wanted = 1.2816 * error / (49 * 42) ** 0.5 * 30.4375
    for one in calf(profile, person).points:
        assert one.high - one.rate == pytest.approx(wanted, rel=0.01) == one.rate - one.low


def test_the_sets_behind_a_stretch(profile: Profile, person: Person) -> None:
    train(profile, person)
    measure(profile, person, calf_left=0.06, calf_right=0.06)
    lookup = counting_lookup(profile, person)
    muscles = tuple(one.value for one in MUSCLES_OF_SITE["calf"])
    for one in calf(profile, person).points:
        asked = Question(What.HARD, one.sets_first, one.sets_last, "", muscle=muscles)
        assert answer(profile, person, lookup, asked).number == 8 * one.sets


def test_a_set_for_several_muscles_counts_once(profile: Profile, person: Person) -> None:
    """A squat trains the front of the thighs directly and what is inside and behind in part: one set each, not more."""
    squats = (LoggedExercise("squat", (LoggedSet(reps=8),) * 5),)
    profile.apply(AddWorkout(person.id, Workout(0, MONDAY, exercises=squats)))
    muscles = tuple(one.value for one in MUSCLES_OF_SITE["upper_thigh"])
    asked = Question(What.HARD, MONDAY, MONDAY, "", muscle=muscles)
    assert answer(profile, person, counting_lookup(profile, person), asked).number == 5


def test_inches(profile: Profile) -> None:
    person = somebody(profile, "Jo", units=UnitSystem.IMPERIAL)
    train(profile, person)
    measure(profile, person, calf_left=0.06, calf_right=0.06)
    found = calf(profile, person)
    assert found.unit == "in" and found.points[1].rate == pytest.approx(0.06 * 12 / 2.54, abs=0.004)
    assert "grew by +0.024 in a month" in found.words and "in a month." in found.points[0].spoken


def test_one_side_stands_alone_where_the_other_is_seldom_measured(profile: Profile, person: Person) -> None:
    train(profile, person)
    measure(profile, person, calf_left=0.06)
    measure(profile, person, weeks=8, calf_right=0.5)
    assert calf(profile, person).sides == "left side"


def test_too_early_says_how_long(profile: Profile, person: Person) -> None:
    train(profile, person, weeks=16)
    measure(profile, person, weeks=16, calf_left=0.06, calf_right=0.06)
    found = calf(profile, person)
    assert (found.call, len(found.points), found.band, found.has_line) == (Dose.TOO_EARLY, 2, (), False)
    assert found.words == "Too early: it takes about 24 more weeks of measuring and training."
    assert found.call_words == "too early: 2 of 5 stretches"


def test_no_link_has_a_band_but_no_line(profile: Profile, person: Person) -> None:
    train(profile, person)
    measure(profile, person, calf_left=0.0, calf_right=0.0)
    found = calf(profile, person)
    assert found.call is Dose.UNCLEAR and found.band and not found.has_line and "No clear link" in found.words


def test_the_running_week_waits_until_it_is_over(profile: Profile, person: Person) -> None:
    """On its Thursday the calves have got only some of their sets: the newest stretch is that of the weeks before."""
    train(profile, person)
    measure(profile, person, calf_left=0.06)
    over = calf(profile, person).points
    thursday = TODAY + timedelta(days=3)
    one_set = (LoggedExercise("standing_calf_raise", (LoggedSet(reps=10),)),)
    profile.apply(AddWorkout(person.id, Workout(0, TODAY, exercises=one_set)))
    profile.apply(RecordReadings(person.id, (check_in(thursday, calf_left="39"),)))
    found = next(one for one in dose_view(profile, person, thursday).sites if one.site == "calf").points
    assert found == over and found[-1].sets == DOSES[-1]
    only_now = dose_view(profile, person, MONDAY + timedelta(days=2))
    assert only_now.logged and not any(one.points for one in only_now.sites)


def test_stretches_without_enough_readings_are_told(profile: Profile, person: Person) -> None:
    train(profile, person)
    measure(profile, person, weeks=WEEKS, every=3, calf_left=0.06, calf_right=0.06)
    found = calf(profile, person)
    assert len(found.points) < len(DOSES) - 1 and "too few readings to count" in found.hint


def test_sites_of_which_something_can_be_said_come_first(profile: Profile, person: Person) -> None:
    train(profile, person)
    measure(profile, person, weeks=20, hips=0.01)
    measure(profile, person, calf_left=0.06, calf_right=0.06)
    found = dose_view(profile, person, TODAY)
    assert [one.site for one in found.sites] == ["calf", "hips"] and found.logged


def test_nothing_logged_and_nothing_measured(profile: Profile, person: Person) -> None:
    assert dose_view(profile, person, TODAY).sites == () and not dose_view(profile, person, TODAY).logged
    train(profile, person, weeks=1)
    assert dose_view(profile, person, TODAY).logged and not dose_view(profile, person, TODAY).sites
    profile.apply(RecordReadings(person.id, (check_in(MONDAY, calf_left="37", waist="84"),)))
    [only] = dose_view(profile, person, TODAY).sites
    assert (only.site, only.call, only.points, only.hint) == ("calf", Dose.TOO_EARLY, (), "")
