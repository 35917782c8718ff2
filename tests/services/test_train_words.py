"""The words of the sheet and the history: sets, sums, targets, what was done in the place of what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from legwork.domain.exercise import Counting
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.set_text import parse_set
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.log.workout_edits import begun
from legwork.domain.plan.prescription import load_of
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.services.catalogue import catalogue
from legwork.services.plan_lookup import lookup_from
from legwork.services.set_words import line_words, set_words, short_words
from legwork.services.train_history import history_rows, sum_words, sums_by_workout
from legwork.services.train_sheet import entries_of, facts_of, letters_of, load_at_hand, sessions_of, sheet_of

METRIC, IMPERIAL = UnitSystem.METRIC, UnitSystem.IMPERIAL
DAY = date(2026, 3, 12)
TEXT = """Plan: P
Block: Base (accumulate)
Week 1
Session: Legs
squat: 3x5 80% r180; chest up
[B] leg_extension: 2x12-15
[B] lying_leg_curl: 2x10-12 40kg
pull_up: 2x6
"""


def typed(text: str, units: UnitSystem = METRIC, counting: Counting | None = None) -> tuple[LoggedSet, ...]:
    return parse_set(text, units, None, counting)


def test_sets_in_words_can_be_typed_again() -> None:
    for text in (
        "100 × 8 @2",
        "L 24 × 10 / R 24 × 9",
        "w 40 × 5",
        "BW × 12",
        "60 × 8; slow x 2",
        "60 × 8 @7 RIR",
        "60 × 8 @1.5 f",
    ):
        assert set_words(typed(text), METRIC) == text
    assert set_words((), METRIC) == ""
    assert set_words(typed("100x8", IMPERIAL), METRIC) == "100lb × 8"
    assert short_words(typed("100x8@2; heavy"), METRIC).replace("\N{NO-BREAK SPACE}", " ") == "100×8 @2"
    assert line_words((typed("100x8"), typed("d 80x6")), METRIC).replace("\N{NO-BREAK SPACE}", " ") == "100×8, d 80×6"


def workout(*exercises: LoggedExercise, workout_id: int = 1, note: str = "") -> Workout:
    return Workout(workout_id, DAY, exercises=exercises, note=note, title="Legs")


def test_a_workout_adds_up_as_everywhere() -> None:
    body = lookup_from(catalogue(), body_kg=80.0)
    squat = LoggedExercise("squat", (*typed("w 60x5"), *typed("100x8"), *typed("100x7"), *typed("d 80x6")))
    split = LoggedExercise("bulgarian_split_squat", typed("L 20x10 / R 20x10"))
    found = sums_by_workout([workout(squat), workout(split, workout_id=2)], body)
    assert found[1].sets == 2 and found[1].tonnage_kg == 100 * 15 + 80 * 6
    assert found[2].sets == 1
    assert sum_words(found[1], 62, METRIC).replace("\N{NO-BREAK SPACE}", " ") == "2 sets · 1\u202f980 kg · 62 min"
    assert sum_words(found[1], None, IMPERIAL).endswith("4\u202f365\N{NO-BREAK SPACE}lb")


def test_history_is_newest_first_and_leaves_out_what_holds_nothing() -> None:
    known = catalogue()
    done = LoggedExercise("squat", typed("100x8"))
    rows = history_rows(
        [
            workout(done),
            workout(LoggedExercise("squat"), workout_id=2),
            workout(LoggedExercise("Odd", done.sets), workout_id=3),
        ],
        lookup_from(known),
        known,
        METRIC,
        DAY,
    )
    assert [(one.workout.id, one.what) for one in rows] == [(3, "Odd"), (1, "Back squat")]


def test_supersets_are_lettered_in_their_order() -> None:
    groups = (None, 2, 2, None, 1, 1, 1)
    assert letters_of([LoggedExercise("squat", group=one) for one in groups]) == ("", "A1", "A2", "", "B1", "B2", "B3")


def test_the_facts_of_a_planned_session() -> None:
    plan, known = read_plan(TEXT, METRIC), catalogue()
    made = begun(sessions_of(plan)[0], DAY, 0)
    lookup = lookup_from(known, {"squat": 123.0}, 80.0)
    squat, extension, curl, pull = facts_of(made, entries_of(plan), known, lookup, {"pull_up": typed("+10x6")}, METRIC)
    assert squat.wish.worth == load_of(97.5, "kg") and "97.5" in squat.asked and squat.rest_s == 180
    assert (extension.letter, curl.letter, extension.rest_s) == ("A1", "A2", 120)
    assert (pull.best_kg, squat.best_kg) == (10, None)
    best = facts_of(made, entries_of(plan), known, lookup, {"pull_up": typed("+10x6")}, METRIC, {"pull_up": 15.0})
    assert best[3].best_kg == 15, "the heaviest of the whole log"
    assert pull.wish.counting is Counting.BODY_PLUS
    lines = sheet_of(made, (squat, extension, curl, pull))
    assert [len(one) for one in lines] == [3, 2, 2, 2]
    assert load_at_hand(lines[0]) == load_of(97.5, "kg") and load_at_hand(lines[1]) is None


def test_a_swapped_exercise_keeps_sets_and_reps_but_no_load() -> None:
    plan, known = read_plan(TEXT, METRIC), catalogue()
    made = begun(sessions_of(plan)[0], DAY, 0)
    exercises = list(made.exercises)
    exercises[2] = replace(exercises[2], exercise="seated_leg_curl")
    made = replace(made, exercises=tuple(exercises))
    facts = facts_of(made, entries_of(plan), known, lookup_from(known), {}, METRIC)[2]
    assert facts.wish.cell is not None and facts.wish.cell.load is None and facts.wish.cell.sets == 2
    assert facts.how.startswith("instead of Lying leg curl")


def test_warm_ups_on_the_sheet_go_once_they_are_done_or_passed() -> None:
    plan, known = read_plan(TEXT, METRIC), catalogue()
    made = begun(sessions_of(plan)[0], DAY, 0)
    facts = facts_of(made, entries_of(plan), known, lookup_from(known), {}, METRIC)
    ramp = tuple(LoggedSet(LoggedKind.WARM_UP, reps=5, load=load_of(kg, "kg")) for kg in (40, 60))

    def squat_lines(*texts: str) -> int:
        sets = tuple(each for text in texts for each in typed(text))
        one = replace(made, exercises=(replace(made.exercises[0], sets=sets), *made.exercises[1:]))
        return sum(not line.done and not line.number for line in sheet_of(one, facts, None, [ramp, (), (), ()])[0])

    assert [squat_lines(), squat_lines("w 40x5"), squat_lines("w 40x5", "w 60x5"), squat_lines("100x5")] == [2, 1, 0, 0]
