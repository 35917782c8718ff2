"""How much of a plan was kept: worked numbers, the sets behind them, and words that blame nobody."""

from __future__ import annotations

from datetime import date

from done_workouts import AddWorkout
from legwork.domain.log.sums import What
from legwork.domain.muscles import Muscle
from legwork.domain.sites import Region
from legwork.services.kept_training import KeptTraining, MuscleKept, kept_training, kept_words, weeks_back
from legwork.services.people import Person
from legwork.services.plan_lookup import counting_lookup
from legwork.services.profile import Profile
from legwork.services.set_words import sets_number
from legwork.services.sets_behind import Question, answer
from legwork.services.training_calendar import calendar_base
from training_year_cases import START, TODAY, day, done, fill, keep_plan, plan


def kept(profile: Profile, person: Person, weeks: int = 4, today: date = TODAY) -> KeptTraining:
    return kept_training(profile, person, calendar_base(profile, person, today), *weeks_back(today, weeks))


def test_weeks_that_are_over() -> None:
    assert weeks_back(date(2025, 1, 22), 4) == (date(2024, 12, 23), date(2025, 1, 19))
    assert weeks_back(date(2025, 1, 20), 1) == (date(2025, 1, 13), date(2025, 1, 19))


def test_sessions_planned_and_done(profile: Profile, person: Person) -> None:
    fill(profile, person)
    found = kept(profile, person)
    assert (found.first, found.last, found.weeks) == (START, day(13), 2), "the week that runs is not judged"
    assert (found.planned, found.done, found.moved, found.missed, found.repeated, found.free) == (6, 3, 1, 3, 1, 1)
    base = calendar_base(profile, person, TODAY)
    assert kept_training(profile, person, base, START, day(27)) == found, "also where more weeks are asked for"
    assert " ".join(kept_words(found, TODAY)) == (
        "In 2 weeks of your plan, 6 Jan to 19 Jan, 6 sessions were planned. 3 of them were done, 1 on another day; "
        "3 were left out, as happens. As well: 1 session done once more, 1 workout beside the plan."
    )


def test_muscles_and_the_sets_behind_them(profile: Profile, person: Person) -> None:
    """Chest: three bench presses in each of two weeks, of which three were done, and two more beside the plan."""
    fill(profile, person)
    found = kept(profile, person)
    rows = {one.muscle: one for one in found.muscles}
    chest = rows[Muscle.CHEST]
    assert (chest.planned, chest.done, chest.number) == (6, 5, "5 of 6")
    assert chest.spoken == "Chest: 5 of 6 planned hard sets done."
    assert rows[Muscle.TRICEPS].done == 2.5, "a press counts half for the triceps"
    thighs = rows[Muscle.QUADRICEPS]
    assert (thighs.planned, thighs.done) == (6 + 4 / 4, 6 + 2 / 4), "squats done twice; a hip thrust counts a quarter"
    order = list(Muscle)
    assert [order.index(one.muscle) for one in found.muscles] == sorted(
        order.index(one.muscle) for one in found.muscles
    )
    lookup = counting_lookup(profile, person)
    for one in found.muscles:
        assert answer(profile, person, lookup, behind(found, one)).number == one.done, one.muscle


def behind(found: KeptTraining, row: MuscleKept) -> Question:
    """As the card asks for the sets of a muscle."""
    return Question(What.HARD, found.first, found.last, "", muscle=row.muscle.value, mondays=found.mondays)


def test_a_gap_between_two_plans_counts_nowhere(profile: Profile, person: Person) -> None:
    """Two blocks of two weeks with two weeks between: what was done in the gap was not planned."""
    keep_plan(profile, person, START, plan(2))
    keep_plan(profile, person, day(28), plan(2))
    for after in (2, 13, 14, 20, 27, 28, 41):
        profile.apply(AddWorkout(person.id, done(day(after), "", "bench_press", 2, 60, None)))
    found = kept(profile, person, 12, day(42))
    assert (found.first, found.last, found.weeks, found.free) == (START, day(41), 4, 4)
    chest = next(one for one in found.muscles if one.muscle is Muscle.CHEST)
    assert (chest.planned, chest.done, chest.number) == (12, 8, "8 of 12")
    lookup = counting_lookup(profile, person)
    for one in found.muscles:
        assert answer(profile, person, lookup, behind(found, one)).number == one.done, one.muscle
    days = [one.day for one in answer(profile, person, lookup, behind(found, chest)).rows]
    assert days == [day(after) for after in (2, 2, 13, 13, 28, 28, 41, 41)]


def test_everything_kept_and_nothing(profile: Profile, person: Person) -> None:
    ids = keep_plan(profile, person)
    assert "0 of them were done; 3 were left out, as happens." in " ".join(kept_words(kept(profile, person, 1), TODAY))
    for after, (title, exercise), session in zip(
        (0, 2, 2), (("Legs", "squat"), ("Press", "bench_press"), ("Any", "hip_thrust")), ids[:3], strict=True
    ):
        profile.apply(AddWorkout(person.id, done(day(after), title, exercise, 3, 60, session)))
    found = kept_training(profile, person, calendar_base(profile, person, TODAY), START, day(6))
    assert kept_words(found, TODAY)[1] == "All of them were done."


def test_nothing_planned(profile: Profile, person: Person) -> None:
    profile.apply(AddWorkout(person.id, done(START, "", "squat", 3, 100, None)))
    found = kept(profile, person)
    assert (found.weeks, found.planned, found.muscles) == (0, 0, ()) and not kept_words(found, TODAY)


def test_a_muscle_that_nobody_planned(profile: Profile, person: Person) -> None:
    keep_plan(profile, person)
    profile.apply(AddWorkout(person.id, done(day(9), "", "standing_calf_raise", 4, 40, None)))
    row = next(one for one in kept(profile, person).muscles if one.muscle is Muscle.CALVES)
    assert (row.planned, row.done, row.number) == (0, 4, "4")
    assert row.spoken == "Calves: 4 hard sets done, none planned."


def test_quarters_of_sets_are_told_as_they_are() -> None:
    row = MuscleKept(Muscle.QUADRICEPS, "", Region.LOWER, 30.75, 47.25, "")
    assert row.number == "47.25 of 30.75"
    assert [sets_number(one) for one in (15.75, 47.25, 30.0, 0.5, 1 / 3)] == ["15.75", "47.25", "30", "0.5", "0.33"]
