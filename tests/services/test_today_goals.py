"""Goals on the first page: the next step, and what is said of each."""

from __future__ import annotations

from datetime import date, timedelta

from helpers import MONDAY, day
from legwork.domain.units import Quantity
from legwork.services.check_ins import RecordReadings
from legwork.services.goals import SetGoal
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.today_goals import MOST_GOALS, goals_glance

TODAY = MONDAY + timedelta(weeks=20)
DUE = TODAY + timedelta(days=365)


def wish(profile: Profile, person: Person, site: str, value: float, due: date = DUE) -> None:
    profile.apply(SetGoal(person.id, f"site/{site}", Quantity(value, "cm", f"{value:g}"), due, TODAY, site))


def measure(profile: Profile, person: Person) -> None:
    for week in range(21):
        texts = {"upper_thigh_left": f"{57 + 0.05 * week:.2f}", "waist": f"{90 - 0.1 * week:.1f}"}
        profile.apply(RecordReadings(person.id, (day(MONDAY + timedelta(weeks=week), **texts),)))


def test_without_a_goal_nothing_is_said(profile: Profile, person: Person) -> None:
    measure(profile, person)
    found = goals_glance(profile, person, TODAY)
    assert (found.step, found.lines, found.more, found.caution) == ("", (), 0, "")


def test_the_next_step_is_a_round_value_on_the_way(profile: Profile, person: Person) -> None:
    measure(profile, person)
    wish(profile, person, "upper_thigh", 60)
    found = goals_glance(profile, person, TODAY)
    assert found.step.startswith("Upper thigh, left 58.5")
    assert found.when
    [line] = found.lines
    assert line.goal == f"60.0\N{NO-BREAK SPACE}cm by {DUE.day} May 2026"
    assert line.progress is not None and 0 <= line.progress < 1
    assert line.state and line.when and line.spoken.endswith(".")


def test_a_goal_of_what_was_never_measured_says_what_is_missing(profile: Profile, person: Person) -> None:
    wish(profile, person, "calf", 40)
    found = goals_glance(profile, person, TODAY)
    assert found.step == ""
    [line] = found.lines
    assert line.progress is None
    assert line.when, "why nothing can be said"


def test_many_goals_are_cut_and_counted(profile: Profile, person: Person) -> None:
    measure(profile, person)
    for site, value in (("upper_thigh", 60), ("waist", 85), ("calf", 40), ("hips", 100), ("neck", 41)):
        wish(profile, person, site, value)
    found = goals_glance(profile, person, TODAY)
    assert len(found.lines) == MOST_GOALS
    assert found.more == 5 - MOST_GOALS
    assert {one.key for one in found.lines} >= {"site/upper_thigh"}, "what can be told stands first"


def test_a_goal_that_asks_for_less_is_told_so(profile: Profile, person: Person) -> None:
    measure(profile, person)
    wish(profile, person, "upper_thigh", 55)
    assert goals_glance(profile, person, TODAY).caution.endswith("It asks for less, not for growth.")
