"""Maxima over time, records and stalls from a log: worked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import count as counter

import pytest
from hypothesis import given

from legwork.domain.log.columns import columns_of, rows_of
from legwork.domain.log.counting import Counted, count_sets
from legwork.domain.log.estimates import estimates_of, line_of, sides_of
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.records import Record, RecordKind, records_of, standing_of
from legwork.domain.log.set_text import parse_set
from legwork.domain.log.stalls import DeloadProposal, Response, courses_of, deload_for, muscle_response, stalls_of
from legwork.domain.sites import Region, Side
from legwork.domain.units import UnitSystem
from log_strategies import LOGS
from plan_strategies import LOOKUP

MONDAY = date(2025, 1, 6)
LOG = replace(
    LOOKUP,
    regions={**LOOKUP.regions, "helped_pull_up": Region.UPPER, "leg_press": Region.LOWER},
    patterns={**LOOKUP.patterns, "leg_press": "leg_press"},
    shares={**LOOKUP.shares, "helped_pull_up": {"lats": 1}},
    on_body={"pull_up": 1, "helped_pull_up": -1},
    one_sided=frozenset({"split_squat"}),
)
_IDS = counter(1)


def log(*days: tuple[int, str, list[str]]) -> Counted:
    """days: (days after MONDAY, exercise, sets)."""
    workouts = [
        Workout(
            next(_IDS), MONDAY + timedelta(days=after),
            exercises=(LoggedExercise(key, tuple(o for t in texts for o in parse_set(t, UnitSystem.METRIC))),),
        )
        for after, key, texts in days
    ]  # fmt: skip
    return count_sets(columns_of(rows_of(workouts)), LOG)


def maxima(counted: Counted, key: str, side: Side = Side.NONE) -> list[float]:
    found = estimates_of(counted)
    return [round(float(one), 1) for one in found.kg[found.of(key, side)]]


def test_the_best_set_of_each_day_counts() -> None:
    """100 kg x 5: the median of the seven published formulas is 116.58 (SCIENCE section 5); x 10: 133.33."""
    found = log(
        (0, "back_squat", ["w 140x1", "100x5@0", "100x3@2", "60x5@0"]),
        (3, "back_squat", ["100x10@0", "90x18@0"]),
        (3, "back_squat", ["40x25"]),
        (7, "back_squat", ["60x0", "BWx5"]),
    )
    assert maxima(found, "back_squat") == [116.6, 133.3]
    best = estimates_of(found)
    assert best.reliable.all() and not best.at_least.any()
    assert (best.sd_kg >= 0.02 * best.kg).all()


def test_the_body_counts_with_what_moves_and_less_help_is_more() -> None:
    """80 kg of body: 1 rep is what moved."""
    found = log((0, "pull_up", ["BWx1@0"]), (1, "pull_up", ["+10x1@0"]), (2, "pull_up", ["-20x1@0"]),
                (0, "helped_pull_up", ["40x1@0"]), (1, "helped_pull_up", ["20x1@0"]))  # fmt: skip
    assert maxima(found, "pull_up") == [80, 90, 60]
    assert maxima(found, "helped_pull_up") == [40, 60]


def test_one_dumbbell_is_the_number_of_a_pair_and_sides_are_apart() -> None:
    found = log((0, "db_press", ["30x1@0"]), (0, "split_squat", ["L 24x1@0 / R 20x1@0"]))
    assert maxima(found, "db_press") == [30]
    assert maxima(found, "split_squat", Side.LEFT) == [24] and maxima(found, "split_squat", Side.RIGHT) == [20]
    assert maxima(found, "split_squat") == []


def test_left_against_right_only_beyond_the_error() -> None:
    clear = estimates_of(log(*((day, "split_squat", ["L 40x1@0 / R 30x1@0"]) for day in range(0, 28, 7))))
    found = sides_of(clear, "split_squat")
    assert found is not None and found.call.value == "left larger" and found.difference == pytest.approx(10)
    near = sides_of(estimates_of(log((0, "split_squat", ["L 24x8 / R 24x7"]))), "split_squat")
    assert near is not None and near.call.value == "within"
    assert sides_of(clear, "bench") is None


def test_an_860_kg_bench_tells_nothing() -> None:
    found = log((0, "bench", ["86x5"]), (3, "bench", ["860x5"]), (6, "bench", ["88x5"]), (6, "leg_press", ["860x5"]))
    assert len(maxima(found, "bench")) == 2 and len(maxima(found, "leg_press")) == 1
    assert {one.day - MONDAY.toordinal() for one in records_of(found, ["bench"])} == {6}


def test_the_line_follows_a_lift_that_rises() -> None:
    rising = estimates_of(log(*((day, "back_squat", [f"{100 + day // 7 * 2}x3@0"]) for day in range(0, 140, 7))))
    line = line_of(rising, "back_squat")
    assert len(line) == 20 and line.slope[-5] * 7 == pytest.approx(2 * 1.08, abs=0.4)
    assert line.low[10] < rising.kg[10] < line.high[10]
    assert len(line_of(rising, "bench")) == 0


def _told(records: tuple[Record, ...], kind: RecordKind) -> list[tuple[int, float, float]]:
    day = MONDAY.toordinal()
    return [(one.day - day, round(one.value, 1), round(one.before, 1)) for one in records if one.kind is kind]


def test_records_by_hand() -> None:
    found = records_of(
        log(
            (0, "bench", ["80x5@0", "80x6@0"]),
            (3, "bench", ["80x6@0"]),
            (6, "bench", ["w 100x5", "82.5x6@0", "80x6@0"]),
            (9, "bench", ["60x15"]),
            (12, "bench", ["60x16"]),
            (15, "bench", ["90x1@0"]),
            (18, "bench", ["70x20"]),
        )
    )
    assert _told(found, RecordKind.E1RM) == [(6, 98.7, 95.7)], "82.5 and 80 times 6 ** .1, the middle formula"
    assert _told(found, RecordKind.REPS) == [(6, 6, 6), (12, 16, 15), (18, 20, 16)]
    assert _told(found, RecordKind.TONNAGE) == [(6, 975, 880), (18, 1400, 975)]


def test_a_first_session_has_no_record_nor_has_a_first_left_leg() -> None:
    assert records_of(log((0, "bench", ["80x5", "85x5", "90x5"]))) == ()
    sides = log((0, "split_squat", ["20x8"]), (3, "split_squat", ["L 30x8 / R 30x8"]))
    assert {one.kind for one in records_of(sides)} == {RecordKind.TONNAGE}


def test_assistance_the_right_way_round() -> None:
    more_help = log((0, "helped_pull_up", ["20x8@0"]), (3, "helped_pull_up", ["40x8@0"]))
    assert records_of(more_help) == ()
    less_help = records_of(log((0, "helped_pull_up", ["40x8@0"]), (3, "helped_pull_up", ["20x8@0"])))
    assert {one.kind for one in less_help} == set(RecordKind)
    reps = next(one for one in less_help if one.kind is RecordKind.REPS)
    assert (reps.load_kg, reps.before_kg, reps.value) == (-20, -40, 8)


def test_body_weight_reps_and_holds() -> None:
    found = records_of(log((0, "pull_up", ["BWx8"]), (3, "pull_up", ["BWx9"]), (6, "pull_up", ["+5x9"])))
    assert _told(found, RecordKind.REPS) == [(3, 9, 8), (6, 9, 9)]
    holds = records_of(log((0, "bench", ["20x45s"]), (3, "bench", ["20x40s"]), (6, "bench", ["20x50s"])))
    assert _told(holds, RecordKind.REPS) == [(6, 50, 45)]


@given(LOGS)
def test_a_record_beats_what_was_before(log: tuple[Workout, ...]) -> None:
    found = count_sets(columns_of(rows_of(log)), LOG)
    first = {}
    for row in rows_of(log):
        first[row.exercise] = min(first.get(row.exercise, row.day), row.day)
    records = records_of(found)
    for one in records:
        assert one.day >= first[one.exercise]
        if one.load_kg is not None and one.before_kg is not None:
            assert one.value >= one.before and one.load_kg >= one.before_kg - 0.05
            assert one.value > one.before or one.load_kg > one.before_kg + 0.05
        else:
            assert one.value > one.before + 0.05
    assert len({(one.kind, one.exercise, one.side, one.workout_id) for one in records}) == len(records)


STILL = [(7 * week, "back_squat", ["100x5@1"]) for week in range(1, 5)]


def _courses(
    *days: tuple[int, str, list[str]], today: int, deloads: tuple[int, ...] = ()
) -> dict[str, tuple[int, str]]:
    found = courses_of(
        estimates_of(log(*days)), MONDAY + timedelta(days=today), [MONDAY.toordinal() + 7 * week for week in deloads]
    )
    return {key: (one.stalled, one.response.value) for key, one in found.items()}


def test_how_long_a_lift_has_not_got_better() -> None:
    peak = (0, "back_squat", ["100x6@1"])
    assert _courses(peak, *STILL, today=30) == {"back_squat": (4, "same")}
    assert _courses(peak, *STILL[:1], today=9) == {"back_squat": (1, "better")}
    assert _courses(peak, today=3) == {"back_squat": (0, "unknown")}
    assert _courses(peak, *STILL, today=50) == {}
    assert _courses(peak, *STILL, (30, "back_squat", ["100x7@1"]), today=30) == {"back_squat": (0, "better")}
    assert _courses(peak, *STILL, today=30, deloads=(3,)) == {"back_squat": (1, "unknown")}
    light = [(14, "back_squat", ["80x5@1"]), (21, "back_squat", ["80x5@1"])]
    again = (7, "back_squat", ["100x6@1"])
    assert _courses(peak, again, *light, today=22, deloads=(2, 3)) == {"back_squat": (0, "better")}
    assert _courses(peak, again, *light, today=22) == {"back_squat": (3, "worse")}
    assert _courses(peak, (7, "back_squat", ["90x5@1"]), (14, "back_squat", ["90x5@1"]), today=15) == {
        "back_squat": (2, "worse")
    }
    assert _courses((0, "back_squat", ["120x6@1"]), *((d + 30, k, s) for d, k, s in STILL[:2]), today=46) == {
        "back_squat": (1, "better")
    }


def test_sets_without_reps_left_beat_but_show_no_fall() -> None:
    said, silent = (0, "back_squat", ["100x8@2"]), [(7 * week, "back_squat", ["100x8"]) for week in range(1, 5)]
    assert _courses(said, *silent, today=30) == {"back_squat": (0, "unknown")}, "the same set, with nothing said of it"
    assert _courses(said, *silent, (30, "back_squat", ["110x8"]), today=30) == {"back_squat": (0, "better")}
    lower = [(7 * week, "back_squat", ["100x4"]) for week in range(1, 5)]
    assert _courses((0, "back_squat", ["100x8"]), *lower, today=30) == {"back_squat": (4, "same")}
    known = [(7 * week, "back_squat", ["100x4@0"]) for week in range(1, 5)]
    assert _courses((0, "back_squat", ["100x8"]), *known, today=30) == {"back_squat": (4, "worse")}


def test_a_lighter_week_of_its_muscles_begins_a_lift_anew() -> None:
    days = [(0, "back_squat", ["100x6@1"]), *STILL, (0, "leg_curl", ["40x10@1"])]
    days += [(d, "leg_curl", ["40x9@1"]) for d, _, _ in STILL]
    lighter = {MONDAY.toordinal() + 14: {"glutes"}, MONDAY.toordinal() + 21: {"unknown"}}
    found = courses_of(estimates_of(log(*days)), MONDAY + timedelta(days=30), lighter=lighter)
    assert {key: one.stalled for key, one in found.items()} == {"back_squat": 2, "leg_curl": 4}


def _deload(tired: tuple[str, ...] = (), last: int | None = None, refused: tuple[str, ...] = (), rising: bool = True,
            weeks: int = 5, spared: tuple[str, ...] = ()) -> DeloadProposal | None:  # fmt: skip
    rise = 1 if rising else 0
    days = [(7 * week, "back_squat", ["100x5@1" if week else "100x6@1"]) for week in range(weeks)]
    days += [(7 * week, "leg_curl", [f"{40 + week * rise}x10@1"]) for week in range(weeks)]
    days += [(7 * week, "bench", [f"{60 + week}x8@1"]) for week in range(weeks)]
    courses = courses_of(estimates_of(log(*days)), MONDAY + timedelta(days=7 * weeks - 6))
    when = None if last is None else MONDAY + timedelta(days=last)
    return deload_for(courses, LOG, MONDAY + timedelta(days=7 * weeks - 6), str, when, tired, refused, spared=spared)


def test_a_deload_is_proposed_for_the_muscles_that_stalled() -> None:
    found = _deload()
    assert found is not None and (found.muscles, found.whole) == (("quadriceps", "glutes"), False)
    assert found.reason == (
        "back_squat did not get better in 4 weeks of training: a lighter week for front of the thighs and glutes, "
        "while the rest goes on."
    )
    assert _deload(refused=(found.key,)) is None
    part = _deload(spared=("glutes",))
    assert part is not None and part.muscles == ("quadriceps",) and _deload(spared=found.muscles) is None
    assert found.key == "deload 2025-02-03 quadriceps glutes", "named by the week of today"
    assert _deload(last=15) is None and _deload(last=0) is not None
    assert _deload(weeks=3) is None
    tired = _deload(weeks=3, tired=("quadriceps",))
    assert tired is not None and tired.muscles == ("quadriceps",)


def test_most_muscles_stalled_is_a_lighter_week_for_everything() -> None:
    found = _deload(rising=False)
    assert found is not None and found.whole and "everything" in found.reason


def test_a_muscle_does_as_most_of_its_lifts() -> None:
    days = [(7 * week, "back_squat", ["100x5@1" if week else "100x6@1"]) for week in range(5)]
    days += [(7 * week, "leg_extension", [f"{40 + week}x10@1"]) for week in range(5)]
    courses = courses_of(estimates_of(log(*days)), MONDAY + timedelta(days=29))
    assert muscle_response("quadriceps", courses, LOG) is Response.BETTER
    assert muscle_response("glutes", courses, LOG) is Response.SAME
    assert muscle_response("chest", courses, LOG) is Response.UNKNOWN
    assert [one.muscle for one in stalls_of(courses, LOG)] == ["quadriceps", "glutes"]


def test_the_sets_that_stand_are_the_best_load_for_each_number_of_reps() -> None:
    found = log(
        (0, "bench", ["w 120x9", "80x5", "80x5"]),
        (3, "bench", ["75x8", "70x8"]),
        (6, "bench", ["82.5x5", "60x20", "860x3"]),
        (9, "bench", ["82.5x5"]),
    )
    day = MONDAY.toordinal()
    assert [(one.amount, one.load_kg, one.day - day) for one in standing_of(found, "bench")] == [
        (5, 82.5, 6), (8, 75, 3), (20, 60, 6),
    ]  # fmt: skip
    sides = log((0, "split_squat", ["L 24x8 / R 20x8"]), (0, "helped_pull_up", ["40x8", "20x8"]))
    assert [(one.side.value, one.load_kg) for one in standing_of(sides, "split_squat")] == [("left", 24), ("right", 20)]
    assert [one.load_kg for one in standing_of(sides, "helped_pull_up")] == [-20], "less help is more"
    assert standing_of(found, "nothing") == ()


def test_a_record_by_maximum_knows_its_error() -> None:
    """Two true singles: each has an error of 2 %, so the difference has the root of both squares."""
    [one] = [
        each
        for each in records_of(log((0, "bench", ["100x1@0"]), (3, "bench", ["110x1@0"])))
        if each.kind is RecordKind.E1RM
    ]
    assert one.sd == pytest.approx((2.0**2 + 2.2**2) ** 0.5)
