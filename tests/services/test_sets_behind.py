"""The sets behind a number: worked by hand, in words, and together just the number."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import time, timedelta

import pytest

from helpers import MONDAY, TUESDAY, day, somebody
from legwork.domain.exercise import own_exercise
from legwork.domain.log.sums import What
from legwork.domain.patterns import Pattern
from legwork.domain.plan.counting import Lookup
from legwork.domain.plan.model import Plan
from legwork.domain.sites import Region
from legwork.domain.units import UnitSystem
from legwork.numerals import ungrouped
from legwork.services.check_ins import RecordReadings
from legwork.services.people import Person
from legwork.services.plan_lookup import counting_lookup
from legwork.services.plans import AddPlan
from legwork.services.profile import Profile
from legwork.services.sets_behind import Question, SetsBehind, answer
from legwork.services.workouts import ChangeWorkout, DeleteWorkout
from workout_texts import add_workout, did

SPACE = "\N{NO-BREAK SPACE}"


def ask(profile: Profile, person: Person, what: What, lookup: Lookup | None = None, **chosen: object) -> SetsBehind:
    """What is behind a number of the days that these tests log."""
    first, last = MONDAY, MONDAY + timedelta(days=6)
    question = Question(what, first, last, "It", **chosen)  # type: ignore[arg-type]
    return answer(profile, person, lookup or counting_lookup(profile, person), question)


def said(found: SetsBehind) -> list[tuple[str, str, str]]:
    """Each set as typed, how it is counted, and what it brings; with plain spaces."""
    return [
        tuple(one.replace(SPACE, " ") for one in (row.typed, row.how, row.brings_text))  # type: ignore[misc]
        for row in found.rows
    ]


@pytest.mark.parametrize(
    ("key", "text", "how", "brings"),
    [
        ("squat", "100x8", "8 × 100 kg = 800 kg", ["800 kg"]),
        ("dumbbell_bench_press", "24x12", "2 hands × 12 × 24 kg = 576 kg", ["576 kg"]),
        ("iso_lateral_row", "20x10", "2 sides × 10 × 20 kg = 400 kg", ["400 kg"]),
        ("barbell_lunge", "40x10", "2 sides × 10 × 40 kg = 800 kg", ["800 kg"]),
        ("bulgarian_split_squat", "20x10", "2 sides × 2 hands × 10 × 20 kg = 800 kg", ["800 kg"]),
        ("bulgarian_split_squat", "L 20x10 / R 20x9", "2 hands × 10 × 20 kg = 400 kg", ["400 kg", "360 kg"]),
        ("pull_up", "BWx10", "10 × body weight 80 kg = 800 kg", ["800 kg"]),
        ("pull_up", "+10x10", "10 × (body weight 80 kg + 10 kg) = 900 kg", ["900 kg"]),
        ("pull_up", "-20x10", "10 × (body weight 80 kg − 20 kg) = 600 kg", ["600 kg"]),
        ("assisted_pull_up", "-30x10", "10 × (body weight 80 kg − 30 kg) = 500 kg", ["500 kg"]),
        ("assisted_pull_up", "30x10", "10 × (body weight 80 kg − 30 kg) = 500 kg", ["500 kg"]),
        ("weighted_push_up", "+10x12", "12 × (body weight 80 kg × 0.64 + 10 kg) = 734.4 kg", ["734.4 kg"]),
        ("push_up", "BWx10", "10 × (body weight 80 kg × 0.64) = 512 kg", ["512 kg"]),
        ("lunge", "BWx10", "2 sides × 10 × (body weight 80 kg × 0.88) = 1\u202f408 kg", ["1\u202f408 kg"]),
    ],
)
def test_tonnage_is_counted_by_the_rule_of_the_exercise(
    profile: Profile, person: Person, key: str, text: str, how: str, brings: list[str]
) -> None:
    profile.apply(RecordReadings(person.id, (day(MONDAY, body_weight="80"),)))
    add_workout(profile, person, MONDAY, did(key, text))
    found = ask(profile, person, What.TONNAGE)
    assert said(found)[0][1] == how
    assert [one for *_, one in said(found)] == brings
    assert found.number == pytest.approx(sum(float(ungrouped(one.split(" ")[0])) for one in brings))
    assert found.unknown == 0


def test_warm_ups_and_failed_attempts_bring_nothing(profile: Profile, person: Person) -> None:
    add_workout(profile, person, MONDAY, did("squat", "w 60x8", "100x8", "120x0"))
    assert said(ask(profile, person, What.TONNAGE)) == [("100 × 8", "8 × 100 kg = 800 kg", "800 kg")]
    assert len(ask(profile, person, What.HARD).rows) == len(ask(profile, person, What.SETS).rows) == 1


def test_drops_and_myo_sets_bring_tonnage_but_are_one_set(profile: Profile, person: Person) -> None:
    add_workout(
        profile, person, MONDAY, did("leg_extension", "60x10@0", "d 50x8", "d 40x8", "m 40x15", "m 40x5", "m 40x4")
    )
    tonnage = ask(profile, person, What.TONNAGE)
    assert tonnage.number == 60 * 10 + 50 * 8 + 40 * 8 + 40 * 15 + 40 * 5 + 40 * 4 and len(tonnage.rows) == 6
    assert said(ask(profile, person, What.HARD)) == [
        ("60 × 10 @0", "one set with the 2 that follow it; to failure", "1"),
        ("m 40 × 15", "one set with the 2 that follow it; reps left not noted, counts as hard", "1"),
    ]


def test_which_sets_are_hard_follows_the_choice(profile: Profile, person: Person) -> None:
    add_workout(profile, person, MONDAY, did("squat", "100x8@1", "100x8@3", "100x8@6 RIR", "100x8f", "100x8"))
    lookup = counting_lookup(profile, person)
    usual, narrow = (ask(profile, person, What.HARD, replace(lookup, hard_rir=rir)) for rir in (4.0, 2.0))
    assert (usual.total, narrow.total) == ("4 hard sets", "3 hard sets")
    assert [one[1] for one in said(usual)] == [
        "1 rep left", "3 reps left", "to failure", "reps left not noted, counts as hard",
    ]  # fmt: skip
    assert ask(profile, person, What.SETS, lookup).total == "5 sets"


def test_direct_and_indirect_sets_of_a_muscle(profile: Profile, person: Person) -> None:
    add_workout(profile, person, MONDAY, did("squat", "100x8@2", "100x8@2"), did("hip_thrust", "100x10@1"))
    both = ask(profile, person, What.HARD, muscle="adductors")
    assert both.total == "1.25 hard sets"
    assert [how for _, how, _ in said(both)][1:] == [
        "indirect, counts 0.5; 2 reps left", "indirect, counts 0.25; 1 rep left",
    ]  # fmt: skip
    assert ask(profile, person, What.HARD, muscle="adductors", direct=True).number == 0.0
    glutes = ask(profile, person, What.HARD, muscle="glutes", direct=True)
    assert (glutes.number, said(glutes)[2][1]) == (3.0, "direct; 1 rep left")


def test_a_pair_of_sides_is_one_set_as_soon_as_one_side_is_hard(profile: Profile, person: Person) -> None:
    add_workout(profile, person, MONDAY, did("split_squat", "L 20x10@1 / R 20x9@2", "L 20x10@1 / R 20x10@8 RIR"))
    found = ask(profile, person, What.HARD, region=Region.LOWER)
    assert [(how, brings) for _, how, brings in said(found)] == [
        ("one side of a pair, half a set; 1 rep left", "0.5"),
        ("one side of a pair, half a set; 2 reps left", "0.5"),
        ("for both sides; 1 rep left", "1"),
    ]
    assert found.total == "2 hard sets"


def test_a_side_alone_is_a_set(profile: Profile, person: Person) -> None:
    add_workout(profile, person, MONDAY, did("split_squat", "L 20x10@1"))
    assert said(ask(profile, person, What.HARD)) == [("L 20 × 10 @1", "1 rep left", "1")]


def test_sets_without_a_known_load_are_named(profile: Profile, person: Person) -> None:
    add_workout(profile, person, MONDAY, did("pull_up", "BWx10", "+10x8"), did("plank", "60s"), did("squat", "90x5"))
    found = ask(profile, person, What.TONNAGE)
    assert (found.number, found.unknown) == (450.0, 3)
    assert found.unknown_text == "3 sets are not in it: their load is not known, or they were held for a time."
    assert [how for _, how, _ in said(ask(profile, person, What.UNKNOWN))] == [
        "body weight is not known: enter it in a check-in",
        "body weight is not known: enter it in a check-in",
        "held for a time: it has no tonnage",
    ]
    profile.apply(RecordReadings(person.id, (day(TUESDAY, body_weight="80"),)))  # a day later still tells
    assert ask(profile, person, What.TONNAGE).number == 450.0 + 800 + 720


def test_pounds_are_shown_to_who_thinks_in_them(profile: Profile) -> None:
    bob = somebody(profile, "Bob", units=UnitSystem.IMPERIAL)
    add_workout(profile, bob, MONDAY, did("squat", "225lb x 5"))
    found = ask(profile, bob, What.TONNAGE)
    assert said(found) == [("225 × 5", "5 × 225 lb = 1\u202f125 lb", "1\u202f125 lb")]
    assert found.total.replace(SPACE, " ") == "1\u202f125 lb"


def test_an_own_exercise_without_shares_counts_its_sets_for_no_muscle(profile: Profile, person: Person) -> None:
    own = own_exercise("own_sled", "My sled", Pattern.SQUAT, ())
    profile.apply(AddPlan(person.id, Plan("Shared"), exercises=(own,)))  # as an import brings one
    add_workout(profile, person, MONDAY, did("own_sled", "100x10"), did("nobody_knows_it", "50x10"))
    hard = ask(profile, person, What.HARD)
    assert [(one.exercise, one.brings) for one in hard.rows] == [("My sled", 1.0), ("nobody_knows_it", 1.0)]
    assert len(ask(profile, person, What.HARD, muscle="quadriceps").rows) == 0
    assert ask(profile, person, What.TONNAGE, region=Region.LOWER).number == 1000.0


def test_a_workout_at_midnight_and_two_a_day_stand_on_their_day(profile: Profile, person: Person) -> None:
    late = add_workout(profile, person, MONDAY, did("squat", "100x5", "100x5", "100x5"), start=time(23, 50), minutes=60)
    add_workout(profile, person, MONDAY, did("squat", "90x5", "90x5", "90x5"), start=time(7, 0), title="Early")
    found = ask(profile, person, What.LEG_DAYS)
    assert found.total == "1 leg day" and [one.day for one in found.rows] == [MONDAY]
    assert [one.workout for one in ask(profile, person, What.HARD).rows] == ["Early"] * 3 + ["Free session"] * 3
    profile.apply(ChangeWorkout(late, replace(late, day=TUESDAY, start=time(0, 10)), "Day"))
    assert ask(profile, person, What.LEG_DAYS).total == "2 leg days"


def test_rows_are_ordered_by_each_column(profile: Profile, person: Person) -> None:
    add_workout(profile, person, TUESDAY, did("squat", "100x5"), did("bench_press", "60x8", "80x2"), title="B")
    add_workout(profile, person, MONDAY, did("deadlift", "120x5"), title="C")
    rows = ask(profile, person, What.TONNAGE).rows
    brings = [rows[one].brings for one in rows.sorted_by("brings")]
    assert brings == sorted(brings) == [160.0, 480.0, 500.0, 600.0]
    names = [rows[one].exercise for one in rows.sorted_by("exercise")]
    assert names == sorted(names) and names[:3] == ["Back squat", "Bench press", "Bench press"]
    assert [rows[one].typed for one in rows.sorted_by("typed")] == ["60 × 8", "80 × 2", "100 × 5", "120 × 5"]
    assert [rows[one].workout for one in rows.sorted_by("workout")] == ["B", "B", "B", "C"]
    assert [rows[one].day for one in rows.sorted_by("day")] == [MONDAY, TUESDAY, TUESDAY, TUESDAY]


def test_a_set_that_went_meanwhile_is_no_fault(profile: Profile, person: Person) -> None:
    gone = add_workout(profile, person, MONDAY, did("squat", "100x5"))
    found = ask(profile, person, What.TONNAGE)
    profile.apply(DeleteWorkout(gone.id, MONDAY))
    assert [(row.typed, row.brings) for row in found.rows] == [("", 500.0)]


def test_many_sets_are_worded_only_where_one_looks(profile: Profile, person: Person) -> None:
    for at in range(30):
        add_workout(profile, person, MONDAY + timedelta(days=at % 7), did("squat", *["100x5"] * 20))
    rows = ask(profile, person, What.TONNAGE).rows
    assert len(rows) == 600 and rows[-1].brings == rows[599].brings == 500.0
    assert len(rows[10:14]) == 4 and math.fsum(one.brings for one in rows) == 300_000.0
    with pytest.raises(IndexError):
        rows[600]
