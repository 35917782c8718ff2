"""Prescriptions in the words of paper."""

from __future__ import annotations

import pytest
from hypothesis import given

from legwork.domain.plan.cells import parse_cell
from legwork.domain.plan.prescription import OfMax, Prescription
from legwork.domain.units import UnitSystem
from legwork.services.catalogue import catalogue
from legwork.services.prescription_words import (
    NO_BREAK,
    asked_words,
    how_words,
    load_caption,
    short_words,
    worth_words,
)
from plan_strategies import PRESCRIPTIONS


def cell(text: str) -> Prescription:
    return parse_cell(text, UnitSystem.METRIC)


def plain_spaces(text: str) -> str:
    return text.replace(NO_BREAK, " ")


@pytest.mark.parametrize(
    ("typed", "asked", "how"),
    [
        ("3x8-12 @2 RIR", "3 × 8–12 @ 2 RIR", ""),
        ("4x6 80%", "4 × 6 · 80 %", ""),
        ("3x10 60kg", "3 × 10 · 60 kg", ""),
        ("3x10 135.5lb @8 RPE", "3 × 10 @ RPE 8 · 135.5 lb", ""),
        ("5,3,1+ 85%", "5, 3, 1+ · 85 %", ""),
        ("3x30-45s", "3 × 30–45 s", ""),
        ("2xAMRAP BW", "2 × AMRAP · body weight", ""),
        ("3x5 BW+10kg", "3 × 5 · body weight + 10 kg", ""),
        ("3x5 BW-20kg", "3 × 5 · body weight − 20 kg", ""),
        ("3x8/side t31X0 r90", "3 × 8", "each side · tempo 3-1-X-0 · rest 1:30 min"),
        ("3x8 ramp drop r120", "3 × 8", "drop sets · warm-up sets first · rest 2 min"),
        ("3x8 myo r0", "3 × 8", "myo sets · no rest"),
        ("3x8 r45", "3 × 8", "rest 45 s"),
    ],
)
def test_a_prescription_reads_as_people_write_it(typed: str, asked: str, how: str) -> None:
    assert plain_spaces(asked_words(cell(typed))) == asked
    assert plain_spaces(how_words(cell(typed))) == how


def test_a_table_says_it_shorter() -> None:
    assert plain_spaces(short_words(cell("3x8-12 @2 RIR 60kg"))) == "3×8–12 @2 60 kg"
    assert plain_spaces(short_words(cell("3x8/side @8 RPE BW+5kg"))) == "3×8 RPE 8 BW + 5 kg each side"


def test_no_line_ends_between_a_number_and_its_unit() -> None:
    assert f"60{NO_BREAK}kg" in asked_words(cell("3x8 60kg @2 RIR"))
    assert f"@{NO_BREAK}2{NO_BREAK}RIR" in asked_words(cell("3x8 60kg @2 RIR"))


def test_a_percentage_says_what_it_comes_to_in_steps_of_the_equipment() -> None:
    eighty = OfMax(80.0)
    assert plain_spaces(worth_words(eighty, 140.0, UnitSystem.METRIC, 2.5)) == "112.5 kg"  # 112 to the next step
    assert plain_spaces(worth_words(eighty, 60.0, UnitSystem.METRIC, 1.0)) == "48 kg"
    assert plain_spaces(worth_words(eighty, 100.0, UnitSystem.IMPERIAL, 2.5)) == "175 lb"  # 176.4 lb
    assert worth_words(eighty, None, UnitSystem.METRIC, 2.5) == ""
    assert worth_words(cell("3x8 60kg").load, 100.0, UnitSystem.METRIC, 2.5) == ""
    assert plain_spaces(asked_words(cell("4x6 80%"), "112.5 kg")) == "4 × 6 · 80 % (about 112.5 kg)"


@pytest.mark.parametrize(
    ("exercise", "metric", "imperial"),
    [
        ("squat", "kg", "lb"),
        ("bulgarian_split_squat", "kg a hand", "lb a hand"),
        ("iso_lateral_row", "kg a side", "lb a side"),
        ("pull_up", "+ kg", "+ lb"),
        ("assisted_pull_up", "− kg", "− lb"),
        ("burpee", "", ""),
    ],
)
def test_the_box_for_the_load_says_what_is_counted(exercise: str, metric: str, imperial: str) -> None:
    known = catalogue().get(exercise)
    assert (load_caption(known, UnitSystem.METRIC), load_caption(known, UnitSystem.IMPERIAL)) == (metric, imperial)


def test_an_exercise_that_nobody_knows_has_a_box_for_its_load() -> None:
    assert load_caption(None, UnitSystem.METRIC) == "kg"


@given(PRESCRIPTIONS)
def test_every_prescription_has_words_on_one_line(prescription: Prescription) -> None:
    for words in (asked_words(prescription), how_words(prescription), short_words(prescription)):
        assert "\n" not in words and words == words.strip()
    assert asked_words(prescription) and short_words(prescription)
