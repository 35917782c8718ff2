"""What the program knows by itself about why legs are small, read from real check-ins and lifts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from helpers import day, somebody
from legwork.domain.causes.diagnosis import Support
from legwork.domain.causes.evidence import Cause, Direction
from legwork.domain.log.sums import leg_days
from legwork.domain.sites import Side, Spot
from legwork.domain.standing import Legs
from legwork.domain.strength_balance import RatioCall
from legwork.domain.units import Quantity
from legwork.domain.verdict import Call
from legwork.services.balance import balance_of
from legwork.services.balance_view import balance_view
from legwork.services.causes import observed
from legwork.services.check_ins import Entry, RecordReadings
from legwork.services.choices import SetChoices
from legwork.services.lifts import SetLift
from legwork.services.log_sums import counted_log
from legwork.services.people import Person
from legwork.services.plan_lookup import counting_lookup
from legwork.services.profile import Profile
from workout_texts import add_workout, did

TODAY = date(2026, 11, 25)
BUILD = {
    "neck": "40",
    "shoulders": "124",
    "chest": "112",
    "waist": "84",
    "flexed_arm_left": "40",
    "flexed_arm_right": "40",
}
LEGS = {"upper_thigh_left": "57.8", "upper_thigh_right": "57.8", "calf_left": "37", "calf_right": "37"}


@pytest.fixture
def man(profile: Profile) -> Person:
    return somebody(profile, sex="male", stature=Quantity(180, "cm", "180"))


def record(profile: Profile, person: Person, when: date, **texts: str) -> None:
    profile.apply(RecordReadings(person.id, (day(when, **texts),)))


def weekly(profile: Profile, person: Person, weeks: int, thigh: float = 0.0, weight: float = 0.0) -> None:
    """Check-ins up to TODAY; thigh in cm and weight in kg: what they change by in a week."""
    days = []
    for week in range(weeks):
        back = weeks - 1 - week
        legs = {**LEGS, **{f"upper_thigh_{side}": f"{57.8 - back * thigh:.1f}" for side in ("left", "right")}}
        kilos = f"{84 - back * weight:.1f}"
        days.append(day(TODAY - timedelta(weeks=back), **BUILD, **legs, body_weight=kilos))
    profile.apply(RecordReadings(person.id, tuple(days)))


def test_one_check_in_tells_where_the_legs_are_and_no_more(profile: Profile, man: Person) -> None:
    record(profile, man, TODAY, **BUILD, **LEGS)
    seen = observed(profile, balance_of(profile, man), (), TODAY)
    assert seen.legs is Legs.BEHIND
    assert seen.thigh_z is not None and seen.calf_z is not None
    assert seen.check_ins == 1 and seen.months == 0
    assert seen.weight_rate is None
    assert seen.leg_girth_call is Call.TOO_EARLY
    assert seen.sides_differ == ()
    assert seen.wrist_z is None and seen.weaker_leg is None and seen.squat_bench_call is None


def test_legs_that_were_not_compared_are_not_said_to_be_alike(profile: Profile, man: Person) -> None:
    record(profile, man, TODAY, **BUILD, upper_thigh_left="57.8")
    assert observed(profile, balance_of(profile, man), (), TODAY).sides_differ is None


def test_a_falling_weight_is_seen_and_contradicts_the_answer(profile: Profile, man: Person) -> None:
    weekly(profile, man, 14, weight=-0.4)
    profile.apply(SetChoices(man.id, (("eating", ("enough",)),), TODAY, "Answer"))
    view = balance_view(profile, man, TODAY)
    seen = observed(profile, view.balance, (), TODAY)
    assert seen.weight_rate == pytest.approx(-0.4 / 84, rel=0.2)
    food = next(one for one in view.diagnosis.hypotheses if one.key is Cause.FOOD)
    texts = [one.text for one in food.towards(Direction.FOR)]
    assert any("falls" in text and "the scale counts more" in text for text in texts), texts


def test_growing_legs_are_seen_with_their_rate(profile: Profile, man: Person) -> None:
    weekly(profile, man, 26, thigh=0.1)
    seen = observed(profile, balance_of(profile, man), (), TODAY)
    assert seen.leg_girth_call is Call.GROWING
    assert seen.leg_girth_rate == pytest.approx(0.1 * 365.25 / 12 / 7, rel=0.15)  # cm a month
    assert seen.months == pytest.approx(175 * 12 / 365.25, rel=0.01)


def test_years_of_check_ins_are_judged_by_their_last_half_year(profile: Profile, man: Person) -> None:
    weekly(profile, man, 110)
    seen = observed(profile, balance_of(profile, man), (), TODAY)
    assert seen.leg_girth_call is Call.NO_CHANGE
    assert seen.months is not None and seen.months < 6.1
    text = " ".join(
        one.text for cause in balance_view(profile, man, TODAY).diagnosis.hypotheses for one in cause.evidence
    )
    assert "In 6 months the tape shows no change" in text


def test_what_was_measured_long_ago_says_nothing_of_now(profile: Profile, man: Person) -> None:
    weekly(profile, man, 14, thigh=0.1, weight=-0.4)
    seen = observed(profile, balance_of(profile, man), (), TODAY + timedelta(days=900))
    assert seen.weight_rate is None and seen.leg_girth_call is None and seen.months is None


def test_months_are_those_of_the_legs_not_of_the_scale(profile: Profile, man: Person) -> None:
    for week in range(100):
        record(profile, man, TODAY - timedelta(weeks=week), body_weight="84")
    for week in range(6):
        record(profile, man, TODAY - timedelta(weeks=week), **BUILD, **LEGS)
    seen = observed(profile, balance_of(profile, man), (), TODAY)
    assert seen.months == pytest.approx(35 * 12 / 365.25, rel=0.01)


def test_the_frame_needs_a_stature_and_is_read_however_old(profile: Profile, man: Person) -> None:
    record(profile, man, TODAY - timedelta(days=900), wrist_left="15.6", ankle_left="20.5")
    record(profile, man, TODAY, **BUILD, **LEGS)
    seen = observed(profile, balance_of(profile, man), (), TODAY)
    assert seen.wrist_z is not None and seen.wrist_z < -1.5
    assert seen.ankle_z is not None and seen.ankle_z < -1.2
    bare = somebody(profile, "Bea", sex="female")
    record(profile, bare, TODAY, wrist_left="15")
    assert observed(profile, balance_of(profile, bare), (), TODAY).wrist_z is None


def test_lifts_tell_the_weaker_leg_and_the_squat_beside_the_bench(profile: Profile, man: Person) -> None:
    record(profile, man, TODAY, **BUILD, **LEGS, body_weight="84")

    def lift(name: str, load: float, side: Side = Side.NONE) -> None:
        profile.apply(SetLift(man.id, TODAY, name, side, Quantity(load, "kg", f"{load:g}"), 3, 0))

    lift("squat", 100)
    lift("bench_press", 110)
    lift("split_squat", 60, Side.LEFT)
    lift("split_squat", 40, Side.RIGHT)
    view = balance_view(profile, man, TODAY)
    seen = observed(profile, view.balance, view.lifted.ratios, TODAY)
    assert seen.weaker_leg is Side.RIGHT
    assert seen.squat_bench_call is RatioCall.LOW  # below the 5th percentile, 1.185, of competitors
    assert any("lowest quarter" in note for note in view.notes)
    assert any("left" in note.lower() or "right" in note.lower() for note in view.notes)


def test_a_lower_bound_blames_nothing_and_a_knee_that_hurts_gets_no_squats(profile: Profile, man: Person) -> None:
    def lift(name: str, load: float, left: float | None, side: Side = Side.NONE) -> None:
        profile.apply(SetLift(man.id, TODAY, name, side, Quantity(load, "kg", f"{load:g}"), 3, left))

    lift("bench_press", 110, 0)
    for left, low in ((None, False), (0, True)):
        lift("squat", 100, left)
        lift("split_squat", 40, left, Side.LEFT)
        lift("split_squat", 60, 0, Side.RIGHT)
        view = balance_view(profile, man, TODAY)
        seen = observed(profile, view.balance, view.lifted.ratios, TODAY)
        assert (seen.squat_bench_call is RatioCall.LOW) == low
        assert seen.weaker_leg is (Side.LEFT if low else None)
        assert len(view.notes) == (2 if low else 0)
    profile.apply(SetChoices(man.id, (("pain_now", ("knee_left",)),), TODAY, "Answer"))
    assert balance_view(profile, man, TODAY).notes == ()


def test_sex_and_stature_unknown_leave_the_answers_to_speak(profile: Profile, person: Person) -> None:
    record(profile, person, TODAY, **BUILD, **LEGS)
    profile.apply(SetChoices(person.id, (("leg_days", ("none",)), ("leg_share", ("under_10",))), TODAY, "Answer"))
    view = balance_view(profile, person, TODAY)
    assert view.diagnosis.legs is Legs.UNKNOWN
    assert view.diagnosis.hypotheses[0].key in (Cause.SPLIT, Cause.FREQUENCY)
    assert view.diagnosis.hypotheses[0].support in (Support.STRONG, Support.SOME)


def test_nothing_at_all_is_no_fault(profile: Profile, person: Person) -> None:
    view = balance_view(profile, person, TODAY)
    assert not view.measured_anything
    assert {one.support for one in view.diagnosis.hypotheses} == {Support.UNKNOWN}
    assert view.history is None and view.gaps == () and view.sides == () and view.zones == ()


def test_odd_numbers_of_a_document_from_elsewhere_are_overlooked(profile: Profile) -> None:
    odd = somebody(profile, sex="male", stature=Quantity(10_000, "cm", "10000"))
    entries = {"body_fat": "100", "ankle_left": "20", "knee_left": "37"}
    texts = {**BUILD, **LEGS, **entries}
    days = day(TODAY, **texts)
    huge = Entry(Spot("wrist", Side.LEFT), (Quantity(9_000, "cm", "9000"),))
    profile.apply(RecordReadings(odd.id, (replace(days, entries=(*days.entries, huge)),)))
    view = balance_view(profile, odd, TODAY)
    assert "height" in view.numbers
    assert view.proportions and view.history is None


def trained(profile: Profile, person: Person, weeks: int, legs: int, upper: int, ago: int = 0) -> None:
    """Weeks of a log that ends `ago` days before TODAY, with so many leg days and other days in each."""
    squats, rows = (did(key, "w 40x8", *["60x8@2"] * 4) for key in ("squat", "row"))
    for week in range(weeks):
        last = TODAY - timedelta(days=ago + 7 * week)
        for place in range(legs):
            add_workout(profile, person, last - timedelta(days=2 * place), squats)
        for place in range(upper):
            add_workout(profile, person, last - timedelta(days=2 * place + 1), rows)


def habits(profile: Profile, person: Person) -> tuple[float | None, float | None]:
    found = observed(profile, balance_of(profile, person), (), TODAY)
    return found.leg_days_logged, found.hard_sets_legs_share


def test_the_log_tells_leg_days_and_the_share_of_the_legs(profile: Profile, man: Person) -> None:
    trained(profile, man, 8, legs=2, upper=3)
    trained(profile, man, 8, legs=0, upper=3, ago=56)  # how it was before says nothing of now
    assert habits(profile, man) == (pytest.approx(2.0), pytest.approx(0.4))


def test_few_leg_sets_make_no_leg_day_and_easy_ones_no_share(profile: Profile, man: Person) -> None:
    for week in range(9):
        monday = TODAY - timedelta(weeks=week)
        add_workout(profile, man, monday, did("squat", "60x8", "60x8"), did("row", "60x8", "60x8"))
        add_workout(profile, man, monday - timedelta(days=2), did("squat", *["60x8@6 RIR"] * 3))
    assert habits(profile, man) == (0.0, pytest.approx(0.5))


def test_two_short_sessions_of_one_day_are_a_leg_day_here_as_on_train(profile: Profile, man: Person) -> None:
    for week in range(9):
        day = TODAY - timedelta(weeks=week)
        for _ in range(2):
            add_workout(profile, man, day, did("squat", "60x8", "60x8"))
    assert habits(profile, man)[0] == pytest.approx(1.0)
    counted = counted_log(profile, man, counting_lookup(profile, man))
    assert leg_days(counted, TODAY - timedelta(days=55), TODAY) == 8


def test_two_sessions_of_one_day_are_one_leg_day(profile: Profile, man: Person) -> None:
    trained(profile, man, 9, legs=1, upper=1)
    trained(profile, man, 9, legs=1, upper=0)
    assert habits(profile, man)[0] == pytest.approx(1.0)


@pytest.mark.parametrize(("weeks", "ago"), [(3, 0), (0, 0), (8, 30)])
def test_too_little_of_a_log_says_nothing(profile: Profile, man: Person, weeks: int, ago: int) -> None:
    """Three weeks are no habit yet, and after a month of silence nobody knows what is done now."""
    trained(profile, man, weeks, legs=2, upper=2, ago=ago)
    assert habits(profile, man) == (None, None)


def test_a_log_that_contradicts_an_answer_counts_more(profile: Profile, man: Person) -> None:
    profile.apply(SetChoices(man.id, (("leg_days", ("three_or_more",)),), TODAY, "Answer"))
    trained(profile, man, 9, legs=1, upper=3)
    texts = {
        one.text
        for cause in balance_view(profile, man, TODAY).diagnosis.hypotheses
        for one in cause.evidence
        if one.origin == "leg_days_logged"
    }
    assert texts == {"The log shows 1.0 leg days a week. That is not what you answered; the log counts more."}
