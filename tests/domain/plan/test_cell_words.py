"""Cells and rules in words, and with what an exercise begins."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from legwork.domain.exercise import Counting
from legwork.domain.plan.cell_words import cell_words, rule_words
from legwork.domain.plan.cells import format_cell, parse_cell
from legwork.domain.plan.prescription import Prescription
from legwork.domain.plan.rules import Rule, format_rule, parse_rule
from legwork.domain.plan.starting import increment_of, start_of
from legwork.domain.units import UnitSystem
from legwork.services.catalogue import exercise
from plan_strategies import PRESCRIPTIONS, RULES

METRIC, IMPERIAL = UnitSystem.METRIC, UnitSystem.IMPERIAL


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("3x8-12 @2 RIR", "3 sets of 8 to 12 reps, 2 reps left"),
        ("1x20", "1 set of 20 reps"),
        ("4x6 80%", "4 sets of 6 reps, 80 % of the most for one rep"),
        ("3x1 @1 RIR", "3 sets of 1 rep, 1 rep left"),
        ("3x10/side 22.5kg @8.5 RPE", "3 sets of 10 reps, each side, 22.5 kg, effort 8.5 of 10"),
        ("5,3,1+ 85%", "3 sets: 5 reps, 3 reps, 1 rep or more, 85 % of the most for one rep"),
        ("3xAMRAP BW", "3 sets of as many reps as possible, body weight"),
        ("3x5 BW+10kg", "3 sets of 5 reps, body weight and 10 kg"),
        ("3x5 BW-20lb", "3 sets of 5 reps, body weight less 20 lb of help"),
        ("3x30s r60", "3 sets of 30 seconds, rest 1 min"),
        ("2x20-40s r45", "2 sets of 20 to 40 seconds, rest 45 s"),
        ("3x8 drop ramp", "3 sets of 8 reps, drop sets, after warm-up sets"),
        ("3x8 t30X1 r150", "3 sets of 8 reps, down 3 s, pause 0 s, up as fast as possible, pause 1 s, rest 2:30 min"),
    ],
)
def test_a_cell_in_words(cell: str, words: str) -> None:
    assert cell_words(parse_cell(cell, METRIC)) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("fixed", ""),
        ("linear +2.5kg", "each week 2.5 kg more"),
        ("linear +2.5% session", "each session 2.5 % more"),
        ("double 8-12 +5lb", "from 8 reps up to 12, then 5 lb more"),
        ("sum 30 +2.5kg", "when the sets reach 30 reps together, 2.5 kg more"),
        ("undulating heavy-light +2.5kg", "days in turns heavy, light; each week 2.5 kg more"),
        ("wave 70,75,80%", "week after week 70, 75, 80 %"),
    ],
)
def test_a_rule_in_words(rule: str, words: str) -> None:
    assert rule_words(parse_rule(rule)) == words


@given(PRESCRIPTIONS)
def test_every_cell_has_words(prescription: Prescription) -> None:
    assert "set" in cell_words(prescription) and "None" not in cell_words(prescription)


@given(RULES)
def test_every_rule_but_the_fixed_one_has_words(rule: Rule) -> None:
    assert bool(rule_words(rule)) == (format_rule(rule) != "fixed")


@pytest.mark.parametrize(
    ("key", "units", "cell", "rule"),
    [
        ("squat", METRIC, "3x5-8 @2 RIR", "double 5-8 +2.5kg"),
        ("squat", IMPERIAL, "3x5-8 @2 RIR", "double 5-8 +5lb"),
        ("plank", METRIC, "3x30-60s", "fixed"),
    ],
)
def test_an_exercise_begins_with_ordinary_sets(key: str, units: UnitSystem, cell: str, rule: str) -> None:
    found = exercise(key)
    assert found is not None
    found = replace(found, reps=(5, 8) if key == "squat" else (30, 60))
    entry = start_of(found, units)
    assert (entry.exercise, format_cell(entry.prescription), format_rule(entry.rule)) == (key, cell, rule)


def test_one_limb_at_a_time_is_said_and_the_body_alone_has_no_step() -> None:
    split, curl = exercise("bulgarian_split_squat"), exercise("plank")
    assert split is not None and curl is not None
    assert start_of(split, METRIC).prescription.per_side
    assert increment_of(replace(curl, counting=Counting.BODY, increment_kg=None), METRIC) is None
    light = increment_of(replace(split, increment_kg=0.5), IMPERIAL)
    assert light is not None and (light.entered, light.unit) == ("2.5", "lb")
