"""The review of a week: which days it is about, what was done, what is real and what is noise, and what comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from food_cases import lifter, weigh
from helpers import day as readings_of
from helpers import somebody
from legwork.domain.food.amounts import FoodUnits, Nutrient, parse_amount
from legwork.domain.log.adherence import Fate
from legwork.domain.log.week_answers import WeekAnswers
from legwork.domain.units import Quantity
from legwork.services.check_ins import RecordReadings
from legwork.services.food import RecordFood
from legwork.services.food_targets import choose_energy_shown
from legwork.services.food_view import food_week
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.week_answers import keep_answers
from legwork.services.weekly_review import Review, newest_review_day, weekly_review
from legwork.services.weekly_review_food import food_lines
from training_year_cases import TODAY, day, fill

WEEKS = 12


def record(profile: Profile, person: Person, when: date, morning: bool | None = None, **texts: str) -> None:
    one = replace(readings_of(when, **texts), morning=morning)
    profile.apply(RecordReadings(person.id, (one,)))


def review(profile: Profile, person: Person, when: date, today: date = TODAY) -> Review:
    return weekly_review(profile, person, when, today)


def weekly_check_ins(profile: Profile, person: Person, last: date = TODAY) -> None:
    """Twelve weeks: the left calf grows by 0.3 cm each, the right one stands still and jumps at the end, and so does
    nothing else."""
    for back in reversed(range(WEEKS)):
        at = WEEKS - 1 - back
        right = "40.4" if back == 0 else f"{38.0 + 0.1 * (at % 2):.1f}"
        record(
            profile, person, last - timedelta(weeks=back), calf_left=f"{36 + 0.3 * at:.1f}", calf_right=right,
            waist=f"{84 + 0.2 * (at % 2):.1f}",
        )  # fmt: skip


def test_it_looks_back_on_the_seven_days_before_the_check_in_and_on_to_the_next(
    profile: Profile, person: Person
) -> None:
    fill(profile, person)
    record(profile, person, day(7), waist="84")
    found = review(profile, person, day(7), today=day(13))
    assert (found.done.first, found.done.last) == (day(0), day(6))
    assert (found.ahead.first, found.ahead.last) == (day(7), day(13))
    assert found.title == "Check-in of Monday, 13 Jan 2025"
    assert [(one.title, one.day, one.fate) for one in found.done.sessions] == [
        ("Legs", "Monday", Fate.DONE), ("Press", "Wednesday", Fate.MOVED), ("Any legs", "Friday", Fate.DONE),
    ]  # fmt: skip
    assert found.done.kept == "All 3 planned sessions were done."


def test_a_week_in_which_nothing_was_done_is_told_without_blame(profile: Profile, person: Person) -> None:
    fill(profile, person)
    record(profile, person, TODAY, waist="84")
    found = review(profile, person, TODAY)
    assert found.done.kept == "0 of 3 planned sessions done; 1 workout beside the plan."
    assert {one.words for one in found.done.sessions} == {"not done"}


def test_training_of_the_check_in_day_belongs_to_what_comes(profile: Profile, person: Person) -> None:
    """The squats of day 5 are of the week before the check-in of day 7, but not before that of day 5."""
    fill(profile, person)
    for at, sets in ((5, 3.5), (7, 6.5)):  # a hip thrust counts a quarter, two sets of it
        record(profile, person, day(at), waist="84")
        rows = {row.key: row for row in review(profile, person, day(at)).done.rows}
        assert rows["quadriceps"].done == sets, at
        assert rows["upper"].done == 3


def test_sets_stand_beside_what_is_wanted(profile: Profile) -> None:
    """Nothing is known of these legs: what is about right by convention is wanted."""
    person = somebody(profile)
    fill(profile, person)
    record(profile, person, day(7), waist="84")
    rows = {row.key: row for row in review(profile, person, day(7)).done.rows}
    thighs = rows["quadriceps"]
    assert (thighs.low, thighs.high, thighs.wanted) == (4, 6, "4 to 6 wanted")
    assert thighs.spoken == "Front of the thighs: 6.5 hard sets, 4 to 6 wanted."
    assert thighs.number == "6.5"
    assert list(rows)[-1] == "upper", "legs come first"
    assert rows["upper"].spoken == "Upper body: 3 hard sets.", "two weeks do not tell what holds"


def test_what_comes_is_the_plan_of_the_next_days(profile: Profile, person: Person) -> None:
    fill(profile, person)
    record(profile, person, TODAY, waist="84")
    ahead = review(profile, person, TODAY).ahead
    assert ahead.plan == "Week 3 of 4: Base"
    assert [(one.title, one.day, one.facts, one.done) for one in ahead.sessions] == [
        ("Legs", "Monday", "1 exercise, 3 sets", False), ("Press", "Wednesday", "1 exercise, 3 sets", False),
        ("Any legs", "", "1 exercise, 2 sets", False),
    ]  # fmt: skip
    assert ahead.check_in.startswith("Done today.")


def test_after_an_old_check_in_comes_what_is_ahead_of_today(profile: Profile, person: Person) -> None:
    fill(profile, person)
    record(profile, person, TODAY - timedelta(weeks=8), waist="84")
    found = review(profile, person, TODAY - timedelta(weeks=8))
    assert (found.ahead.first, found.ahead.last) == (TODAY, TODAY + timedelta(days=6))
    assert found.ahead.plan == (
        "This check-in was 8 weeks ago: what comes is told from today on. Week 3 of 4: Base"
    )  # fmt: skip
    assert [one.day for one in found.ahead.sessions] == ["Monday", "Wednesday", ""]
    assert (found.done.last, found.ahead.check_in[:17]) == (TODAY - timedelta(days=57), "A check-in is due")


@pytest.mark.parametrize(("back", "first"), [(6, TODAY - timedelta(days=6)), (7, TODAY)])
def test_within_seven_days_what_comes_begins_with_the_check_in(
    profile: Profile, person: Person, back: int, first: date
) -> None:
    record(profile, person, TODAY - timedelta(days=back), waist="84")
    assert review(profile, person, TODAY - timedelta(days=back)).ahead.first == first


def test_of_an_older_check_in_nothing_is_proposed(profile: Profile, person: Person) -> None:
    fill(profile, person)
    record(profile, person, day(7), waist="84")
    record(profile, person, TODAY, waist="84")
    older, newest = review(profile, person, day(7)), review(profile, person, TODAY)
    assert newest.ahead.check_in and newest.ahead.ask.startswith("How was the week?")
    assert not (older.ahead.check_in or older.ahead.ask or older.ahead.milestones or older.ahead.loop)
    assert (older.before, newest.before) == (None, day(7))
    assert older.days == (day(7), TODAY)


def test_an_answered_week_is_not_asked_about(profile: Profile, person: Person) -> None:
    fill(profile, person)
    record(profile, person, TODAY, waist="84")
    profile.apply(keep_answers(person.id, WeekAnswers(day(7), skipped=True), TODAY))
    assert "How was the week?" not in review(profile, person, TODAY).ahead.ask


def test_growth_is_real_a_wobble_is_noise_and_a_jump_is_to_be_looked_at_again(profile: Profile, person: Person) -> None:
    weekly_check_ins(profile, person)
    found = review(profile, person, TODAY).changes
    [left] = found.real
    assert (left.name, left.sign, left.words, left.now, left.over) == (
        "Calf, left", "▲", "growing", "39.3\N{NO-BREAK SPACE}cm", "in 11 weeks",
    )  # fmt: skip
    assert left.change.startswith("+3."), "twelve readings rise by 3.3 cm"
    [jump] = found.watch
    assert (jump.name, jump.step, jump.beyond) == ("Calf, right", "+2.4", True)
    assert any("seldom growth" in note for note in found.notes)
    assert [(one.name, one.steps) for one in found.noise] == [("Waist", "+0.2\N{NO-BREAK SPACE}cm")]
    assert found.said == (
        "1 of 3 numbers has moved beyond its error over the last weeks. What 1 number did since last time is noise."
    )


def test_the_error_of_a_step_is_that_of_both_readings(profile: Profile, person: Person) -> None:
    """1 % of 38.0 and of 38.3: 1.96 sqrt(.380^2 + .383^2) = 1.06 cm."""
    record(profile, person, TODAY - timedelta(weeks=1), calf_left="38.0", calf_right="38.0")
    record(profile, person, TODAY, calf_left="38.3", calf_right="39.2")
    left, right = review(profile, person, TODAY).changes.rows
    assert left.least == pytest.approx(1.057, abs=0.002)
    assert (left.step, left.error, left.beyond) == ("+0.3", "1.1", False)
    assert (right.step, right.beyond) == ("+1.2", True)


def test_both_sides_of_a_site_stand_in_one_line_with_the_wider_error(profile: Profile, person: Person) -> None:
    record(profile, person, TODAY - timedelta(weeks=1), calf_left="38.0", calf_right="37.0")
    record(profile, person, TODAY, calf_left="38.3", calf_right="36.9")
    [line] = review(profile, person, TODAY).changes.noise
    assert line.steps == "left +0.3, right −0.1\N{NO-BREAK SPACE}cm"
    assert line.error == "±1.1\N{NO-BREAK SPACE}cm"


def test_the_first_check_in_has_nothing_to_be_held_against(profile: Profile, person: Person) -> None:
    record(profile, person, TODAY, waist="84", calf_left="38")
    found = review(profile, person, TODAY).changes
    assert found.said == "This is the first check-in: there is nothing to hold it against yet."
    assert found.new == ("Calf", "Waist"), "legs first"
    assert not (found.real or found.noise or found.watch)


def test_a_day_on_the_scale_alone_is_no_check_in(profile: Profile, person: Person) -> None:
    record(profile, person, TODAY - timedelta(weeks=1), waist="84", body_weight="80")
    for back in range(1, 7):
        record(profile, person, TODAY - timedelta(days=back), body_weight="80")
    record(profile, person, TODAY, waist="84", body_weight="80")
    found = review(profile, person, TODAY)
    assert found.before == TODAY - timedelta(weeks=1)
    assert found.days == (TODAY - timedelta(weeks=1), TODAY)
    record(profile, person, TODAY + timedelta(days=2), body_weight="80")
    assert newest_review_day(profile, person, TODAY + timedelta(days=2)) == TODAY


def test_what_swells_and_what_the_hour_does_is_said(profile: Profile, person: Person) -> None:
    record(profile, person, TODAY - timedelta(weeks=1), morning=True, calf_left="38")
    one = replace(readings_of(TODAY, calf_left="38.2"), morning=False, trained_legs=True)
    profile.apply(RecordReadings(person.id, (one,)))
    notes = " ".join(review(profile, person, TODAY).changes.notes)
    assert "within 48 hours" in notes and "another time of day" in notes


def test_an_older_check_in_does_not_know_what_came_later(profile: Profile, person: Person) -> None:
    weekly_check_ins(profile, person)
    earlier = TODAY - timedelta(weeks=3)
    later = [row.spoken for row in review(profile, person, earlier).changes.rows]
    record(profile, person, TODAY, calf_left="40.5", calf_right="39", waist="86")  # whatever comes
    assert [row.spoken for row in review(profile, person, earlier).changes.rows] == later


def test_nothing_at_all_is_no_fault(profile: Profile, person: Person) -> None:
    found = review(profile, person, newest_review_day(profile, person, TODAY))
    assert not found.measured and not found.done.logged
    assert found.done.kept == "No workout logged."
    assert found.ahead.plan == "There is no plan yet: make one on the Plan page."
    assert found.days == ()


def test_food_is_told_as_the_mean_of_the_days_that_were_written_down(profile: Profile, person: Person) -> None:
    record(profile, person, TODAY, waist="84")
    days = ((1, "140", "2400"), (3, "160", "2600"), (7, "150", "2500"), (0, "20", "100"), (8, "1", "1"))
    for back, grams, kcal in days:
        profile.apply(RecordFood(person.id, TODAY - timedelta(days=back), food(PROTEIN=grams, ENERGY=kcal)))
    done = review(profile, person, TODAY).done
    assert [(one.name, one.mean) for one in done.food] == [
        ("Energy", "2\N{NARROW NO-BREAK SPACE}500\N{NO-BREAK SPACE}kcal"), ("Protein", "150\N{NO-BREAK SPACE}g"),
    ]  # fmt: skip
    assert done.food_said == "Written down on 3 of 7 days."


def test_food_of_today_is_not_over_and_means_are_those_of_the_food_page(profile: Profile) -> None:
    """Targets of the same days, told with the same rounding."""
    man = lifter(profile)
    weigh(profile, man, TODAY, 80.3)
    today = TODAY + timedelta(days=6 - TODAY.weekday())
    for back, grams, kcal in ((0, "20", "100"), (1, "140", "2431"), (2, "160", "2600")):
        profile.apply(RecordFood(man.id, today - timedelta(days=back), food(PROTEIN=grams, ENERGY=kcal)))
    monday = today - timedelta(days=6)
    lines, said = food_lines(profile, man, monday, today, today)
    week = food_week(profile, man, monday, today)
    rows = [one for one in week.rows if one.amount is not None]
    told = [f"{one.mean.partition(chr(0xA0))[0]} of {one.aim} {row.unit}" for one, row in zip(lines, rows, strict=True)]
    assert told == [row.words for row in rows] and rows[0].amount == 2515.5
    assert week.counted == 2 and said == "Written down on 2 of 6 days."


def test_energy_that_is_left_out_is_not_told(profile: Profile, person: Person) -> None:
    record(profile, person, TODAY, waist="84")
    profile.apply(RecordFood(person.id, TODAY - timedelta(days=1), food(PROTEIN="140", ENERGY="2400")))
    profile.apply(choose_energy_shown(person.id, False, TODAY))
    done = review(profile, person, TODAY).done
    assert [one.name for one in done.food] == ["Protein"]
    assert "kcal" not in repr(done)


def food(**texts: str) -> tuple[tuple[Nutrient, Quantity | None], ...]:
    return tuple((Nutrient[name], parse_amount(text, Nutrient[name], FoodUnits())) for name, text in texts.items())
