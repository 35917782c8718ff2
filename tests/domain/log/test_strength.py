"""Maxima over time, records and stalls from a log: worked by hand."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import count as counter

import pytest
from hypothesis import given

from legwork.domain.log.columns import columns_of, rows_of
from legwork.domain.log.counting import Counted, count_sets
from legwork.domain.log.estimates import estimates_of, line_of, sides_of
from legwork.domain.log.lift_course import Best, Response, course_of
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.records import Record, RecordKind, records_of, standing_of
from legwork.domain.log.set_text import parse_set
from legwork.domain.log.stalls import STALL_WEEKS, DeloadProposal, courses_of, deload_for, muscle_response, stalls_of
from legwork.domain.sites import Region, Side
from legwork.domain.strength import one_rep_max
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


def weeks_of(key: str, *sets: str, first: int = 0) -> list[tuple[int, str, list[str]]]:
    """A set each week, beginning with this one."""
    return [(7 * (first + at), key, [one]) for at, one in enumerate(sets)]


def _courses(
    days: list[tuple[int, str, list[str]]], today: int | None = None, deloads: tuple[int, ...] = ()
) -> dict[str, tuple[int, str]]:
    """today: days after MONDAY, else that of the last set."""
    when = MONDAY + timedelta(days=days[-1][0] if today is None else today)
    found = courses_of(estimates_of(log(*days)), when, [MONDAY.toordinal() + 7 * week for week in deloads])
    return {key: (one.stalled, one.response.value) for key, one in found.items()}


def squats(*sets: str, today: int | None = None, deloads: tuple[int, ...] = ()) -> tuple[int, str] | None:
    return _courses(weeks_of("back_squat", *sets), today, deloads).get("back_squat")


def test_how_a_lift_did_is_only_what_is_beyond_the_error() -> None:
    """A set of five with one left is known to 2.9 %: the same set shows after nine weeks that it rises by less than
    half a percent a week, a fall by 7 % after two."""
    assert squats("100x5@1", "90x5@1") == (0, "unknown"), "one bad week"
    assert squats("90x5@1", "100x5@1", "85x5@1") == (0, "unknown"), "too uneven"
    assert squats(*["100x5@1"] * 8) == (0, "unknown")
    assert squats(*["100x5@1"] * 9) == (8, "same")
    assert squats(*(f"{100 + 3 * at}x5@1" for at in range(3))) == (0, "unknown")
    assert squats(*(f"{100 + 3 * at}x5@1" for at in range(4))) == (0, "better")
    assert squats(*["100x5@1"] * 5, "93x5@1") == (0, "unknown"), "a bad day is no fall"
    assert squats(*["100x5@1"] * 5, "102x5@1", "93x5@1", "92x5@1") == (2, "worse")
    assert squats(*(f"{100 - at}x5@1" for at in range(8))) == (7, "worse")


def test_breaks_and_lighter_weeks() -> None:
    still = ["100x5@1"] * 10
    assert squats(*still, today=100) is None, "not done for two weeks and more"
    assert squats(*still, deloads=(7,)) == (2, "same"), "what stalled before a lighter week is counted from it on"
    assert squats(*still, deloads=(8,)) == (0 + 1, "unknown")
    light = ["100x5@1"] * 6 + ["80x5@1", "80x5@1"]
    assert squats(*light) == (7, "worse") and squats(*light, deloads=(6, 7)) == (0, "unknown")
    before = weeks_of("back_squat", *["120x5@1"] * 6)
    assert _courses([*before, *weeks_of("back_squat", "100x5@1", "100x5@1", first=9)]) == {"back_squat": (0, "unknown")}


def test_sets_without_reps_left_rise_but_show_no_fall() -> None:
    said, silent = ["100x8@2"] * 4, ["100x8"] * 8
    assert squats(*said, *silent) == (0, "unknown"), "the same set, with nothing said of it"
    assert squats(*silent, *said) == (0, "unknown"), "nor is it a rise when the reps left are said"
    assert squats(*said, "115x8", "120x8", "125x8") == (0, "better"), "at least so much"
    assert squats(*["100x8"] * 11, "100x4") == (11, "same")
    assert squats(*["100x8"] * 8, *["100x4"] * 4) == (11, "same"), "nobody knows how hard these were"
    assert squats(*["100x8"] * 8, *["100x4@0"] * 4) == (11, "worse"), "less than was possible at least"


def _shares(rate: Callable[[int], float], noise: float, weeks: int) -> dict[str, float]:
    """How many percent of 400 seeded histories of weekly sets of five are called what, and stalled for three weeks.

    rate: how strong one is in a week, 1 being at first. noise: standard deviation of a week, as a share.
    """
    found = dict.fromkeys([*(one.value for one in Response), "stalled"], 0.0)
    sd = one_rep_max(1, 5, 1).sd_kg / one_rep_max(1, 5, 1).kg  # type: ignore[union-attr]
    for seed in range(400):
        chance = random.Random(seed)
        kg = [100 * rate(week) * (1 + chance.gauss(0, noise)) for week in range(weeks)]
        days = [Best(1 + 7 * week, one, sd * one, False) for week, one in enumerate(kg)]
        course = course_of("back_squat", days, days[-1].day, ())
        assert course is not None
        found[course.response.value] += 0.25
        found["stalled"] += 0.25 * (course.stalled >= STALL_WEEKS)
    return found


@pytest.mark.parametrize("noise", [0.02, 0.03, 0.05])
def test_strength_that_stays_is_seldom_called_worse(noise: float) -> None:
    found = _shares(lambda _: 1.0, noise, 12)
    assert found["worse"] <= 5 and found["better"] <= 6
    assert found["stalled"] >= {0.02: 70, 0.03: 50, 0.05: 30}[noise], "a plateau is found"


def test_a_lift_that_grows_is_seldom_called_stalled() -> None:
    usual = _shares(lambda week: 1.005**week, 0.03, 12)
    assert usual["stalled"] <= 9 and usual["worse"] <= 1 and usual["better"] >= 40
    fast = _shares(lambda week: 1.01**week, 0.03, 12)
    assert fast["stalled"] <= 1 and fast["worse"] == 0 and fast["better"] >= 85


def test_a_real_fall_and_a_real_plateau_are_found() -> None:
    """Ten percent lost within three weeks: mostly seen in the week after. A plateau after a rise: the rise has to leave
    the twelve weeks that are looked at."""
    fall = [_shares(lambda week: 1 - 0.1 * min(1, max(0, week - 7) / 3), 0.03, weeks)["worse"] for weeks in (8, 11, 12)]
    assert fall[0] <= 5 and fall[1] >= 60 and fall[2] >= 75
    plateau = [_shares(lambda week: 1.01 ** min(week, 6), 0.02, weeks)["stalled"] for weeks in (10, 19)]
    assert plateau[0] <= 10 and plateau[1] >= 70


def test_a_lighter_week_of_its_muscles_begins_a_lift_anew() -> None:
    days = [*weeks_of("back_squat", *["100x5@1"] * 12), *weeks_of("leg_curl", *["40x8@1"] * 12)]
    lighter = {MONDAY.toordinal() + 56: {"glutes"}, MONDAY.toordinal() + 63: {"unknown"}}
    found = courses_of(estimates_of(log(*days)), MONDAY + timedelta(days=77), lighter=lighter)
    assert {key: one.stalled for key, one in found.items()} == {"back_squat": 3, "leg_curl": 11}


def _deload(
    tired: tuple[str, ...] = (), last: int | None = None, rising: bool = True, weeks: int = 10,
    spared: tuple[str, ...] = (), light: tuple[int, ...] = (),
) -> DeloadProposal | None:  # fmt: skip
    rise = 1 if rising else 0
    days = weeks_of("back_squat", *["100x5@1"] * weeks)
    days += weeks_of("leg_curl", *(f"{40 + week * rise}x8@1" for week in range(weeks)))
    days += weeks_of("bench", *(f"{60 + week}x8@1" for week in range(weeks)))
    today = MONDAY + timedelta(days=7 * weeks - 6)
    courses = courses_of(estimates_of(log(*days)), today, [MONDAY.toordinal() + 7 * week for week in light])
    when = None if last is None else MONDAY + timedelta(days=last)
    return deload_for(courses, LOG, today, str, when, tired, spared=spared)


def test_a_deload_is_proposed_for_the_muscles_that_stalled() -> None:
    found = _deload()
    assert found is not None and (found.muscles, found.whole) == (("quadriceps", "glutes"), False)
    assert found.reason == (
        "back_squat did not get better in 9 weeks of training: a lighter week for front of the thighs and glutes, "
        "while the rest goes on."
    )
    part = _deload(spared=("glutes",))
    assert part is not None and part.muscles == ("quadriceps",) and _deload(spared=found.muscles) is None
    assert found.key == "deload 2025-03-10 quadriceps glutes", "named by the week of today"
    assert _deload(last=50) is None and _deload(last=35) is not None
    assert _deload(weeks=7) is None and _deload(light=(7,)) is None
    tired = _deload(light=(7,), tired=("quadriceps",))
    assert tired is not None and tired.muscles == ("quadriceps",)


def test_most_muscles_stalled_is_a_lighter_week_for_everything() -> None:
    found = _deload(rising=False, weeks=11)
    assert found is not None and found.whole and "everything" in found.reason


def test_a_muscle_does_as_most_of_its_lifts() -> None:
    still, rising = weeks_of("back_squat", *["100x5@1"] * 10), [f"{40 + week}x8@1" for week in range(10)]
    courses = courses_of(
        estimates_of(log(*still, *weeks_of("leg_extension", *rising))), MONDAY + timedelta(days=64)
    )  # fmt: skip
    assert muscle_response("quadriceps", courses, LOG) is Response.BETTER
    assert muscle_response("glutes", courses, LOG) is Response.SAME
    assert muscle_response("chest", courses, LOG) is Response.UNKNOWN
    assert [one.muscle for one in stalls_of(courses, LOG)] == ["quadriceps", "glutes"]


def test_one_lift_that_stalled_says_little_beside_two_that_nobody_can_judge() -> None:
    """Two lifts done for three weeks only, and a squat that stalled for ten."""
    still = weeks_of("back_squat", *["100x5@1"] * 10)
    new = [*weeks_of("leg_extension", *["40x8@1"] * 3, first=7), *weeks_of("leg_press", *["90x8@1"] * 3, first=7)]
    lookup = replace(LOG, shares={**LOG.shares, "leg_press": {"quadriceps": 1.0}})
    courses = courses_of(estimates_of(log(*still, *new)), MONDAY + timedelta(days=64))
    assert muscle_response("quadriceps", courses, lookup) is Response.UNKNOWN
    assert [one.muscle for one in stalls_of(courses, lookup)] == ["glutes"]


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
