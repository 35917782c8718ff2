"""Ways to go on: as now, by the plan, by half of it; what each kind of measure rests on, and how far a fan goes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from done_workouts import AddWorkout
from goal_cases import TODAY, growing, looked_at, measure, plan, train, want
from helpers import somebody
from legwork.domain.forecast.growth import effect_of
from legwork.domain.forecast.reach import Wish
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.domain.measures import Measure
from legwork.domain.units import Quantity, UnitSystem
from legwork.services.choices import SetChoices
from legwork.services.goal_outlook import site_outlook
from legwork.services.goal_shapes import Scenario
from legwork.services.goal_steps import milestones
from legwork.services.people import ChangePerson, Person, everybody
from legwork.services.profile import Profile

CALF_LEFT, CALVES, WEIGHT = "site/calf:left", "site/calf", "site/body_weight"


def test_as_now_the_plan_and_half_of_it(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.0))
    train(profile, person, 6)
    plan(profile, person, 12)
    view = want(profile, person, CALF_LEFT, 39.5)
    now, planned, half = view.scenarios
    assert [one.scenario for one in view.scenarios] == [Scenario.AS_NOW, Scenario.PLAN, Scenario.HALF]
    assert [one.sets for one in view.scenarios] == [6.0, 12.0, 6.0]
    assert [one.effect for one in view.scenarios] == pytest.approx([effect_of(6), effect_of(12), effect_of(6)])
    assert planned.judged is not None and now.judged is not None and half.judged is not None
    assert planned.judged.chance > now.judged.chance == pytest.approx(half.judged.chance, abs=1e-9)
    assert planned.fan.mean[-1] > now.fan.mean[-1]
    assert any("As now: about 6 hard sets a week" in one for one in view.sentences)
    assert view.chance == now.judged.chance, "what is said of a goal is said of going on as now"


def test_who_stopped_logging_is_told_the_trend_alone(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02))
    train(profile, person, 10, weeks=20, ago=20)
    view = want(profile, person, CALF_LEFT, 39.0)
    assert view.scenarios[0].sets is None and view.scenarios[0].effect == 0.0
    assert any(one.startswith("The log says too little of the last weeks") for one in view.sentences)
    assert view.likely is not None and view.likely > 0


def test_a_fan_widens_and_goes_past_the_day(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02))
    view = want(profile, person, CALF_LEFT, 39.0, weeks=60)
    fan = view.scenarios[0].fan
    assert fan.days[0] == TODAY.toordinal() and fan.days[1] == fan.days[0] + 7
    assert fan.days[-1] >= view.goal.due.toordinal() + 26 * 7 and view.goal.due.toordinal() in fan.days
    assert len(fan.days) == len(fan.mean) == len(fan.low) == len(fan.high) < 80
    widths = [high - low for low, high in zip(fan.low, fan.high, strict=True)]
    assert widths == sorted(widths)
    assert all(low < mean < high for low, mean, high in zip(fan.low, fan.mean, fan.high, strict=True))


def test_a_goal_in_twenty_years_is_drawn_for_ten(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", growing(0.02))
    view = want(profile, person, CALF_LEFT, 45.0, weeks=1040)
    assert view.scenarios[0].fan.days[-1] == TODAY.toordinal() + 520 * 7
    assert view.wish is not None


def test_the_person_s_own_response_counts(profile: Profile, person: Person) -> None:
    """Both train alike; who grew three times as fast is expected to go on faster, and is told so."""
    slow, quick = person, somebody(profile, "Ben")
    for who, rate in ((slow, 0.0), (quick, 0.05)):
        measure(profile, who, "calf_left", growing(rate))
        train(profile, who, 10)
    views = [want(profile, who, CALF_LEFT, 40.0) for who in (slow, quick)]
    rates = [view.site.per_week for view in views]
    assert rates[0] is not None and rates[1] is not None and rates[1] > 2 * rates[0]
    said = [next(one for one in view.sentences if "you respond about" in one) for view in views]
    assert said[0] < said[1]


def test_without_a_prior_only_the_trend_speaks(profile: Profile, person: Person) -> None:
    measure(profile, person, "waist", lambda week: 84 + 0.05 * week)
    plan(profile, person, 12)
    view = want(profile, person, "site/waist", 80.0)
    assert [one.scenario for one in view.scenarios] == [Scenario.AS_NOW] and not view.rising
    assert view.likely is not None and view.likely < 0 and view.needed is not None and view.needed < 0
    assert "How fast training moves this is not known: only the trend of the readings is drawn on, fading." in (
        view.sentences
    )
    assert any("a month; about −0." in one for one in view.sentences)


def test_body_weight_drifts_as_the_energy_is_wanted(profile: Profile, person: Person) -> None:
    measure(profile, person, "body_weight", lambda week: 80.0)
    view = want(profile, person, WEIGHT, 83.0, unit="kg")
    assert [one.scenario for one in view.scenarios] == [Scenario.AS_NOW]
    assert "Choose on Food what your energy shall do: then that is told beside it." in view.sentences
    profile.apply(SetChoices(person.id, (("food/wish", ("little_more",)),), TODAY, "Food"))
    view = looked_at(profile, person, WEIGHT)
    now, planned, half = view.scenarios
    assert (planned.label, half.label, planned.sets) == ("Energy as you want it", "Half of that", None)
    weeks = 13
    gained = [one.fan.mean[weeks] - one.fan.mean[0] for one in (now, planned, half)]
    assert gained[0] == pytest.approx(0, abs=0.05)
    assert gained[1] == pytest.approx(80 * 0.00175 * weeks, rel=0.1), "half way between 0.1 and 0.25 % a week"
    assert gained[2] == pytest.approx(gained[1] / 2, rel=0.05)
    assert any("“grow, with little fat”, means +0.10 to +0.25 %" in one for one in view.sentences)


@pytest.mark.parametrize("born", [None, TODAY.replace(year=TODAY.year - 16)])
def test_who_leaves_energy_out_is_told_nothing_of_it(profile: Profile, born: date | None) -> None:
    person = somebody(profile, "Cleo", birth_date=born)
    measure(profile, person, "body_weight", lambda week: 60.0)
    picks = [("food/wish", ("more",))] + ([] if born else [("food/energy_shown", ("no",))])
    profile.apply(SetChoices(person.id, tuple(picks), TODAY, "Food"))
    view = want(profile, person, WEIGHT, 63.0, unit="kg")
    assert [one.scenario for one in view.scenarios] == [Scenario.AS_NOW]
    assert not any("nergy" in one or "Food" in one for one in view.sentences)


def test_no_steps_are_drawn_to_an_underweight(profile: Profile) -> None:
    """A body mass index of 18.5 at 170 cm is 53.5 kg."""
    person = somebody(profile, stature=Quantity(170, "cm", "170"), birth_date=date(1990, 1, 1))
    measure(profile, person, "body_weight", lambda week: 56 + 0.1 * week)
    view = want(profile, person, WEIGHT, 52.0, unit="kg")
    assert view.head.startswith("For your height this lies below a body mass index of 18.5")
    assert view.state == "no steps are drawn" and view.chance is view.progress is view.later is view.realistic is None
    assert not any("It takes" in one for one in view.sentences)
    assert all(one.judged is None and one.when == "" and one.fan.days for one in view.scenarios)
    assert "18.5" not in want(profile, person, WEIGHT, 54.0, unit="kg").spoken


def _weighs(profile: Profile, kg: float, pick: str, *, tall: bool = True) -> Person:
    """170 cm where the height is known: a body mass index of 18.5 is 53.5 kg."""
    height = Quantity(170, "cm", "170") if tall else None
    person = somebody(profile, stature=height, birth_date=date(1990, 1, 1))
    measure(profile, person, "body_weight", lambda week: kg)
    profile.apply(SetChoices(person.id, (("food/wish", (pick,)),), TODAY, "Food"))
    return person


def test_who_is_light_is_told_what_food_heeds_and_no_line_falls(profile: Profile) -> None:
    """At a body mass index of 17 the targets hold the weight, whatever was chosen."""
    person = _weighs(profile, 49.1, "less")
    view = want(profile, person, WEIGHT, 55.0, weeks=104, unit="kg")
    assert [one.scenario for one in view.scenarios] == list(Scenario)
    for one in view.scenarios:
        assert min(one.fan.mean) == pytest.approx(49.1, abs=0.2)
    assert any("its targets hold your weight instead: −0.10 to +0.10 %" in one for one in view.sentences)


def test_a_falling_weight_ends_at_the_floor(profile: Profile) -> None:
    person = _weighs(profile, 58.0, "less")
    site = site_outlook(profile, person, Measure.parse(WEIGHT), TODAY)
    view = want(profile, person, WEIGHT, 56.0, weeks=156, unit="kg")
    for ways in (site.scenarios, view.scenarios):
        now, planned, half = ways
        assert now.fan.days[-1] > planned.fan.days[-1], "going on as now holds the weight"
        assert 53.465 <= planned.fan.mean[-1] < 54.5 and 53.465 <= half.fan.mean[-1] < 55.5
    assert all(one.judged is not None and one.judged.realistic >= 53.46 for one in view.scenarios)
    assert any(one.startswith("A line that would fall below a body mass index of 18.5") for one in view.sentences)


def test_below_the_floor_no_way_down_is_drawn_even_where_food_has_no_facts(profile: Profile) -> None:
    person = _weighs(profile, 49.1, "less")
    profile.apply(ChangePerson(person.id, "birth_date", None))
    site = site_outlook(profile, everybody(profile)[0], Measure.parse(WEIGHT), TODAY)
    assert [one.scenario for one in site.scenarios] == [Scenario.AS_NOW]


def test_without_a_height_no_steps_lead_down_and_it_is_asked_for(profile: Profile) -> None:
    person = _weighs(profile, 60.0, "less", tall=False)
    view = want(profile, person, WEIGHT, 55.0, unit="kg")
    assert view.head.startswith("Your height is not known: add it in People first.")
    assert view.state == "no steps are drawn"
    assert view.chance is view.needed is view.likely is view.later is view.realistic is None
    assert [one.scenario for one in view.scenarios] == [Scenario.AS_NOW] and view.scenarios[0].judged is None
    assert milestones((view,)) == () and view.spoken.count("Your height is not known") == 1
    up = want(profile, person, WEIGHT, 63.0, unit="kg")
    assert up.chance is not None and sum("Your height is not known" in one for one in up.sentences) == 1


def test_a_difference_is_wanted_small_whichever_side_leads(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", lambda week: 37.0)
    measure(profile, person, "calf_right", lambda week: 38.0)
    view = want(profile, person, "difference/calf", 0.3)
    assert view.now == pytest.approx(-1.0, abs=0.05) and view.value == -0.3 and view.rising
    assert any("How fast sides draw level is not known" in one for one in view.sentences)
    assert want(profile, person, "difference/calf", 1.5).wish is Wish.REACHED
    left = somebody(profile, "Ben")
    measure(profile, left, "calf_left", lambda week: 38.0)
    measure(profile, left, "calf_right", lambda week: 37.0)
    view = want(profile, left, "difference/calf", 0.3)
    assert view.now == pytest.approx(1.0, abs=0.05) and view.value == 0.3 and not view.rising
    assert want(profile, left, "difference/calf", 1.5).wish is Wish.REACHED


def test_a_lift_goes_by_its_trend(profile: Profile, person: Person) -> None:
    for week in reversed(range(40)):
        kg = 120 - week
        sets = (LoggedSet(reps=5, load=Quantity(kg, "kg", str(kg)), rir=1),)
        workout = Workout(0, TODAY - timedelta(weeks=week), exercises=(LoggedExercise("squat", sets),))
        profile.apply(AddWorkout(person.id, workout))
    view = want(profile, person, "strength/squat", 160.0, unit="kg")
    assert view.name.endswith("e1RM") and view.now == pytest.approx(120 * 1.2, rel=0.05)
    assert view.likely is not None and view.likely > 0
    assert any(one.startswith("Strength has no known rate") for one in view.sentences)
    never = want(profile, person, "strength/bench_press", 100.0, unit="kg")
    assert never.name == "Bench press, e1RM"
    assert never.missing.startswith("Nothing of this lift is logged yet")


def test_inches_and_pounds(profile: Profile) -> None:
    person = somebody(profile, units=UnitSystem.IMPERIAL)
    measure(profile, person, "calf_left", lambda week: 38.1)
    view = want(profile, person, CALF_LEFT, 40.64, unit="in")
    assert view.unit == "in" and view.value == pytest.approx(16.0) and view.now == pytest.approx(15.0, abs=0.02)
    assert "in a month" in " ".join(view.sentences)
    empty = want(profile, person, WEIGHT, 80.0, unit="lb")
    assert empty.value == pytest.approx(176.37, abs=0.01) and empty.unit == "lb"
