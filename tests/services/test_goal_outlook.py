"""Goals looked at: which side, from where to where, how fast, and what going on as now, the plan or half of it make."""

from __future__ import annotations

from datetime import timedelta

import pytest

from goal_cases import TODAY, growing, looked_at, measure, train, want
from helpers import day as check_in
from helpers import somebody
from legwork.domain.forecast.reach import Wish
from legwork.domain.sites import Side
from legwork.domain.units import Quantity
from legwork.services.check_ins import RecordReadings, previous
from legwork.services.food_targets import wants_growth
from legwork.services.goal_conflicts import contradictions
from legwork.services.goal_outlook import goal_views
from legwork.services.goal_shapes import GoalView, Scenario
from legwork.services.goals import SetGoal
from legwork.services.people import Person
from legwork.services.profile import Profile

CALF_LEFT, CALVES, WEIGHT = "site/calf:left", "site/calf", "site/body_weight"


def test_nobody_wants_anything(profile: Profile, person: Person) -> None:
    assert goal_views(profile, person, TODAY) == ()


def test_a_goal_that_was_never_measured_says_so(profile: Profile, person: Person) -> None:
    view = want(profile, person, CALF_LEFT, 40.0)
    assert (view.name, view.value, view.unit) == ("Calf, left", 40.0, "cm")
    assert view.missing == view.head == "Not measured yet: measure once, then what is likely can be told."
    assert view.now is view.progress is view.wish is view.realistic is None and view.scenarios == ()
    assert "40.0\N{NO-BREAK SPACE}cm by 29 Jun 2026" in view.spoken


def test_a_volume_that_cannot_be_had_says_what_it_needs(profile: Profile, person: Person) -> None:
    view = want(profile, person, "volume/leg", 9.0, unit="L")
    assert view.name == "Leg volume" and view.missing.startswith("Measure first: Upper thigh")


def test_one_reading_is_enough_to_be_vague(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", lambda week: 38.0, weeks=1)
    view = want(profile, person, CALF_LEFT, 39.0)
    assert view.missing == "" and view.now == pytest.approx(38.0) and view.progress == 0.0
    [only] = view.scenarios
    assert only.scenario is Scenario.AS_NOW and only.sets is None and only.effect == 0.0
    assert "Nothing is logged: going on as now is told by the trend of the readings alone." in view.sentences
    assert only.fan.high[-1] - only.fan.low[-1] > 0.5
    assert view.patience.startswith("By the error of your readings a change shows after 4 weeks when it is")


def test_the_way_from_its_beginning(profile: Profile, person: Person) -> None:
    """38 cm now, grown by 0.02 cm a week: 26 weeks ago it was 37.48, half way to 38.52."""
    measure(profile, person, "calf_left", growing(0.02))
    view = want(profile, person, CALF_LEFT, 38.52, ago=26)
    assert view.start == pytest.approx(37.48, abs=0.05) and view.start_day == (TODAY - timedelta(weeks=26)).toordinal()
    assert view.now == pytest.approx(38.0, abs=0.1) and view.rising
    assert view.progress == pytest.approx(0.5, abs=0.1)
    assert view.needed == pytest.approx((38.52 - view.now) / 11.96, rel=0.01)
    assert any(one.startswith("Since it was set: +0.5 ± ") for one in view.sentences)
    assert view.patience.startswith("After 26 weeks a change of ")


def test_a_wish_faster_than_bodies_grow_is_told_with_what_would_be_realistic(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02))
    train(profile, person, 10)
    view = want(profile, person, CALF_LEFT, 42.0, weeks=26)
    assert view.wish is Wish.FAST and view.sign == "»" and view.state == "faster than usual"
    assert view.head.startswith("This is faster than bodies usually change. Going on as now: ")
    assert view.needed is not None and view.likely is not None and view.needed > 5 * view.likely > 0
    assert view.realistic is not None and 38.0 < view.realistic[0] < 39.0
    assert f"By its day about {view.realistic[1]} is as likely as not." in view.sentences
    modest = want(profile, person, CALF_LEFT, view.realistic[0], weeks=26)
    assert modest.wish in (Wish.LIKELY, Wish.OPEN) and modest.chance == pytest.approx(0.5, abs=0.12)


def test_a_later_day_on_which_it_is_likely(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02))
    train(profile, person, 10)
    view = want(profile, person, CALF_LEFT, 38.8, weeks=20)
    assert view.later is not None and view.later > view.goal.due
    again = want(profile, person, CALF_LEFT, 38.8, weeks=1 + (view.later - TODAY).days // 7)
    assert again.wish is Wish.LIKELY and again.chance == pytest.approx(0.5, abs=0.05)


def test_a_goal_that_is_reached(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02))
    view = want(profile, person, CALF_LEFT, 37.5, ago=40)
    assert view.wish is Wish.REACHED and view.progress == 1.0 and view.head.startswith("Reached: 37.9")
    assert view.later is None and view.scenarios[0].when == "reached"
    hardly = want(profile, person, CALF_LEFT, 37.92, ago=40)
    assert hardly.head.startswith("Reached, as far as your readings can tell: 37.9")


def test_a_day_that_has_gone_by(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02))
    due, set_on = TODAY - timedelta(days=3), TODAY - timedelta(weeks=30)
    profile.apply(SetGoal(person.id, CALF_LEFT, Quantity(40.0, "cm", "40"), due, set_on, "Calf"))
    view = looked_at(profile, person, CALF_LEFT)
    assert view.wish is None and view.state == "its day is over" and view.needed is view.chance is None
    assert view.head.startswith("Its day has gone by: choose a new one.")
    assert all(one.judged is None and one.fan.days for one in view.scenarios)


def test_on_its_day_a_goal_is_judged_by_the_chance_that_it_is_reached_now(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02))
    set_on = TODAY - timedelta(weeks=30)
    for value, chance, state in ((38.1, (0.1, 0.5), "open"), (40.0, (0.0, 0.05), "open")):
        quantity = Quantity(value, "cm", f"{value}")
        profile.apply(SetGoal(person.id, CALF_LEFT, quantity, TODAY, set_on, "Calf"))
        view = looked_at(profile, person, CALF_LEFT)
        assert view.chance is not None and chance[0] <= view.chance <= chance[1], view.chance
        assert view.state == state and view.head.startswith("Its day is today: a chance of ")
        assert view.needed is view.likely is view.realistic is None
        assert "gone by" not in view.spoken and "It takes" not in view.spoken
        assert not any("gone by" in one for one in contradictions((view,)))
    assert wants_growth(profile, person, TODAY, previous(profile, person.id, TODAY + timedelta(days=1)))
    tomorrow = TODAY + timedelta(days=1)
    assert not wants_growth(profile, person, tomorrow, previous(profile, person.id, tomorrow))
    [late] = goal_views(profile, person, tomorrow)
    assert late.state == "its day is over" and contradictions((late,))


def test_of_a_pair_the_side_farther_from_it_is_told(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", lambda week: 37.0)
    measure(profile, person, "calf_right", lambda week: 38.0)
    up = want(profile, person, CALVES, 39.0)
    assert up.name == "Calf, left" and up.now == pytest.approx(37.0, abs=0.05) and up.rising
    assert any(
        "The left side is farther from it: 37.0" in one and "right one is at 38.0" in one for one in up.sentences
    )
    between = want(profile, person, CALVES, 37.9)
    assert between.rising and between.wish is not Wish.REACHED and between.measure.side is Side.LEFT
    down = want(profile, person, CALVES, 36.0)
    assert down.measure.side is Side.RIGHT and not down.rising


def test_a_pair_is_reached_when_both_sides_are(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02, 38.5))
    measure(profile, person, "calf_right", growing(0.02, 39.5))
    assert want(profile, person, CALVES, 39.0, ago=50).wish is not Wish.REACHED
    assert want(profile, person, CALVES, 38.2, ago=50).wish is Wish.REACHED


def test_readings_that_name_no_side_stand_for_the_pair(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf", lambda week: 38.0)
    view = want(profile, person, CALVES, 39.0)
    assert view.name == "Calf" and view.now == pytest.approx(38.0, abs=0.05)


def test_a_year_without_data_is_not_looked_ahead_from(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02), ago=53)
    view = want(profile, person, CALF_LEFT, 40.0)
    assert view.missing.startswith("Last measured on 24 Jun 2024, too long ago to look ahead from: measure once")
    assert view.scenarios == () and view.now is None
    profile.apply(RecordReadings(person.id, (check_in(TODAY, calf_left="38.4"),)))
    again = looked_at(profile, person, CALF_LEFT)
    assert again.missing == "" and again.now == pytest.approx(38.2, abs=0.2)
    wide, narrow = (one.scenarios[0].fan for one in (again, _measured_throughout(profile)))
    assert wide.high[5] - wide.low[5] > narrow.high[5] - narrow.low[5]


def _measured_throughout(profile: Profile) -> GoalView:
    other = somebody(profile, "Ben")
    measure(profile, other, "calf_left", growing(0.02))
    return want(profile, other, CALF_LEFT, 40.0)


def test_a_month_without_a_reading_is_said(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02), ago=8)
    view = want(profile, person, CALF_LEFT, 40.0)
    assert "The newest reading is of 5 May 2025: a new one would make all of this surer." in view.sentences


def test_a_reading_of_a_day_to_come_is_not_heeded(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", lambda week: 38.0)
    before = want(profile, person, CALF_LEFT, 40.0)
    profile.apply(RecordReadings(person.id, (check_in(TODAY + timedelta(weeks=2), calf_left="38.4"),)))
    after = looked_at(profile, person, CALF_LEFT)
    assert after.site.last == before.site.last == TODAY.toordinal()
    assert after.scenarios[0].fan.mean[0] == pytest.approx(before.scenarios[0].fan.mean[0], abs=1e-9)


def test_goals_stand_in_the_order_in_which_they_are_expected(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02))
    measure(profile, person, "calf_right", growing(0.02))
    train(profile, person, 10)
    want(profile, person, "site/neck", 40.0)
    want(profile, person, CALF_LEFT, 39.0)
    want(profile, person, "site/calf:right", 38.2)
    assert [one.name for one in goal_views(profile, person, TODAY)] == ["Calf, right", "Calf, left", "Neck"]


def test_a_goal_of_a_measure_that_nobody_knows_is_left_out(profile: Profile, person: Person) -> None:
    profile.apply(SetGoal(person.id, "mood/good", Quantity(9, "", "9"), TODAY + timedelta(9), TODAY, "Mood"))
    assert goal_views(profile, person, TODAY) == ()


def test_what_raises_in_between_ends_the_work(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02))
    want(profile, person, CALF_LEFT, 39.0)

    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        goal_views(profile, person, TODAY, breathe=stop)
    calls: list[int] = []
    goal_views(profile, person, TODAY, breathe=lambda: calls.append(1))
    assert len(calls) > 20
