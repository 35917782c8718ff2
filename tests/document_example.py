"""A document that holds something of every kind, and the same with one thing changed."""

from __future__ import annotations

import json
from datetime import date, time
from typing import Any

from legwork.domain.exercise import Share, own_exercise
from legwork.domain.food.amounts import Nutrient
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity, UnitSystem
from legwork.formats.legwork_json import dump
from legwork.formats.plan_text import read_plan
from legwork.formats.records import (
    ChartViewRecord,
    CheckInRecord,
    ChoiceRecord,
    CustomSiteRecord,
    Document,
    ExerciseNameRecord,
    FoodAmountRecord,
    FoodDayRecord,
    FoodItemRecord,
    GoalRecord,
    KeptWorkout,
    LiftRecord,
    PersonRecord,
    PlanRecord,
    ProgrammeChangeRecord,
    ReadingRecord,
    RefusedRecord,
)

PLAN = """\
Plan: Legs “first”
Block: Base (accumulate)
Week
Session: Legs A (Monday)
squat: 3x6-8 225lb @2 RIR; slow
  rule: double 6-8 +5lb
[A] own_sled: 3x10 22,5kg
  note: heels on the wedge
[A] row: 15,12,10+
"""
SLED = own_exercise(
    "own_sled", "Sled", Pattern.SQUAT, (Share(Muscle.QUADRICEPS, 1.0), Share(Muscle.GLUTES, 0.5, "Helps."))
)

LEGS = Workout(
    0, date(2025, 1, 6), time(18, 5), 60, 75, "Legs A",
    (
        LoggedExercise(
            "squat",
            (
                LoggedSet(LoggedKind.WARM_UP, reps=8, load=Quantity(61.23497, "lb", "135")),
                LoggedSet(reps=8, load=Quantity(102.058283, "lb", "225"), rir=2.0, note="“deep”"),
            ),
            None, "heels on the wedge", 3, 1,
        ),
        LoggedExercise("own_sled", (LoggedSet(side=Side.LEFT, seconds=40, distance_m=12.5),), 1, "", None, 2),
        LoggedExercise("pull_up", (LoggedSet(reps=5, load=Quantity(15.0, "kg", "15"), assisted=True),)),
    ),
    "line one\nline two", 1,
)  # fmt: skip

EXAMPLE = Document(
    {"theme": "dark", "look.text": "150 %"},
    (
        PersonRecord(
            "5f0c", "Zoë 🦵", "female", date(1990, 2, 28), Quantity(180.34, "in", "71"), UnitSystem.IMPERIAL, 6,
            ("calf", "own_scar"), (CustomSiteRecord("own_scar", "Scar", True),),
            (
                CheckInRecord(
                    date(2025, 1, 14), "line one\nline two", True, None,
                    (
                        ReadingRecord(Spot("calf", Side.LEFT), Quantity(38.2, "cm", "38,2"), "typed"),
                        ReadingRecord(Spot("calf", Side.LEFT), Quantity(38.735, "in", "15 1/4"), "typed"),
                        ReadingRecord(Spot("own_scar", Side.RIGHT), Quantity(0.1 + 0.2, "cm", "0.3"), "hevy"),
                        ReadingRecord(Spot("body_fat"), Quantity(18.0, "%", "18"), "navy"),
                    ),
                ),
            ),
            (
                GoalRecord("difference/calf", Quantity(0.0, "cm", "0"), date(2025, 6, 30), date(2025, 1, 14)),
                GoalRecord("site/calf:left", Quantity(40.64, "in", "16"), date(2025, 12, 31), date(2025, 1, 14)),
                GoalRecord("volume/leg", Quantity(9.5, "L", "9,5"), date(2025, 12, 31), date(2025, 1, 14)),
                GoalRecord("ratio/calf_arm", Quantity(1.0, "", "1"), date(2025, 12, 31), date(2025, 1, 14)),
            ),
            (
                ProgrammeChangeRecord(date(2025, 1, 13), "Squats “deep”, twice a week"),
                ProgrammeChangeRecord(date(2025, 1, 13), "Zercher"),
            ),
            (ChartViewRecord("Legs, all", '{"spots": ["calf:left"]}'), ChartViewRecord("Ärme", "")),
            (
                LiftRecord(date(2025, 1, 14), "squat", Side.NONE, Quantity(102.058283, "lb", "225"), 5, 2.0),
                LiftRecord(date(2025, 1, 14), "split_squat", Side.LEFT, Quantity(22.5, "kg", "22,5"), 8, None),
            ),
            (
                ChoiceRecord("questions/stands", "upper_body", date(2025, 1, 14)),
                ChoiceRecord("questions/stands", "bicycle", date(2025, 1, 14)),
            ),
            (
                PlanRecord("7c9e", date(2025, 1, 6), read_plan(PLAN, UnitSystem.METRIC)),
                PlanRecord("ff01", None, read_plan("Plan: Later", UnitSystem.METRIC)),
            ),
            (SLED,),
            (
                KeptWorkout("0af3", LEGS, True, "typed", False, "7c9e"),
                KeptWorkout("11b2", Workout(0, date(2025, 1, 7)), False, "strong", True, None),
            ),
            (ExerciseNameRecord("Kniebeuge", "squat"), ExerciseNameRecord("Laufen", "")),
            (RefusedRecord("squat", "2025-01-06 3x6-8 230lb", date(2025, 1, 8)),),
            (
                FoodDayRecord(
                    date(2025, 1, 6),
                    (
                        FoodAmountRecord(Nutrient.ENERGY, Quantity(2040.0, "kcal", "1800+240")),
                        FoodAmountRecord(Nutrient.FAT, Quantity(0.0, "g", "0")),
                        FoodAmountRecord(Nutrient.WATER, Quantity(0.473176, "fl oz", "16")),
                    ),
                ),
                FoodDayRecord(
                    date(2025, 1, 7),
                    (FoodAmountRecord(Nutrient.PROTEIN, Quantity(140.5, "g", "140,5"), "cronometer"),),
                ),
            ),
            (
                FoodItemRecord("Tvaroh “s medem”", (FoodAmountRecord(Nutrient.PROTEIN, Quantity(30.0, "g", "25+5")),)),
                FoodItemRecord("Ärger", (FoodAmountRecord(Nutrient.WATER, Quantity(0.5, "mL", "500")),)),
            ),
        ),
    ),
)  # fmt: skip


def changed(path: str, value: object) -> bytes:
    """EXAMPLE as bytes with another value at a path like people/0/name; KeyError: without it."""
    tree: Any = json.loads(dump(EXAMPLE))
    *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    group = tree
    for step in way:
        group = group[step]
    if value is KeyError:
        del group[last]
    elif isinstance(group, list) and last == len(group):
        group.append(value)
    else:
        group[last] = value
    return json.dumps(tree).encode()
