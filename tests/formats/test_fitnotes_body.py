"""FitNotes' body tracker: long rows with a unit each, kilograms beside inches, nothing made of what it does not say."""

from __future__ import annotations

from datetime import date

import pytest

from health_files import days, read
from legwork.domain.sites import Side, Spot
from legwork.formats.fitnotes_body import matches

HEAD = "Date,Time,Measurement,Value,Unit,Comment\n"


def test_values_with_their_units() -> None:
    table = read(
        HEAD + "2026-01-10,07:00:00,Bodyweight,82.0,kg,\n2026-01-10,07:00:00,Upper Arm (Left),14.5,in,\n"
        "2026-01-10,07:01:00,Upper Arm (Right),36.5,cm,\n2026-01-10,07:01:00,Body Fat,15.5,%,\n"
        "2026-01-11,07:00:00,Bodyweight,180.5,lbs,\n2026-01-11,07:00:00,Calf,38,cm,\n"
    )
    assert (table.format_name, table.source, table.skipped) == ("FitNotes measurements", "fitnotes", ())
    assert days(table) == {
        date(2026, 1, 10): {
            "body_weight": "82.0 kg", "flexed_arm:left": "14.5 in", "flexed_arm:right": "36.5 cm", "body_fat": "15.5 %",
        },
        date(2026, 1, 11): {"body_weight": "180.5 lb", "calf": "38 cm"},
    }  # fmt: skip


def test_places_of_ones_own_keep_their_names() -> None:
    table = read(HEAD + "2026-01-10,,Abdomen,84,cm,\n2026-01-10,,Thigh (Left),55,cm,\n2026-01-10,,Ring,18,cm,\n")
    assert [(one.label, one.spot) for one in table.columns] == [
        ("Abdomen", None), ("Thigh left", Spot("mid_thigh", Side.LEFT)), ("Ring", None),
    ]  # fmt: skip


def test_what_is_not_taken_is_told() -> None:
    table = read(
        HEAD + "2026-01-10,07:00:00,Bodyweight,82.0,kg,after cardio\n2026-01-10,,Resting pulse,52,bpm,\n"
        "2026-01-10,,Chest,not a number,cm,\n2026-01-10,,Waist,0,cm,\n2026-01-10,,Muscle mass,40,kg,\n"
        "2026-01-10,07:00:00,Bodyweight,82.0,kg,again\n"
    )
    assert [(one.line, one.reason) for one in table.skipped] == [
        (1, "Notes of check-ins are not taken from a table of values."),
        (3, "Legwork keeps no values of this kind."),
        (4, "This is not a number that can be read."),
        (5, "Zero stands for “not measured”."),
        (6, "Legwork keeps no values of this kind."),
        (7, "This row is repeated: the same one stands further up."),
    ]
    assert days(table) == {date(2026, 1, 10): {"body_weight": "82.0 kg"}}


@pytest.mark.parametrize(
    ("header", "known"),
    [
        ("Date,Time,Measurement,Value,Unit", True), ("Date,Time,Measurement,Value,Unit,Comment", True),
        ("date,time,site,side,value,unit,note", False), ("Date,Time,Measurement,Value", False),
        ("Date,Time,Measurement,Value,Unit,Person", False),
    ],
)  # fmt: skip
def test_which_tables_are_its_own(header: str, known: bool) -> None:
    assert matches(header.split(",")) is known
