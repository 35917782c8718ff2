"""Numbers as cells of foreign tables have them; those about thousands and decimals are in `test_mapped_cells`."""

from __future__ import annotations

from datetime import date

import pytest

from legwork.formats.mapping import Role
from legwork.formats.number_cells import ZERO, without_residue
from legwork.formats.recognise import recognise
from legwork.formats.records import MeasurementTable
from mapping_tables import DAY, log, measure, reasons, sets, use, values

EXERCISE, REPS, LOAD = use(Role.EXERCISE), use(Role.REPS), use(Role.LOAD, unit="kg")


@pytest.mark.parametrize(
    ("text", "decimals", "plain"),
    [
        ("38.099999999999994", 6, "38.1"), ("38,099999999999994", 6, "38.1"), ("61.23496995", 6, "61.23497"),
        ("120.0000000001", 3, "120"), ("38.1", 6, "38.1"), ("38,5 cm", 6, "38,5 cm"), ("many", 6, "many"),
    ],
)  # fmt: skip
def test_what_a_conversion_left_is_taken_away(text: str, decimals: int, plain: str) -> None:
    assert without_residue(text, decimals) == plain


def test_zeros() -> None:
    zeros = ("0", "0.0", "0,00", "00", "-0", ".0", "0 kg", "0.0cm")
    others = ("", "0.1", "10", "1.0", "kg", "0 0")
    assert [one for one in (*zeros, *others) if ZERO.fullmatch(one)] == list(zeros)


@pytest.mark.parametrize("nothing", ["--", "—", "n/a", "NaN", "?", "/", "."])
def test_nothing_is_written_alike_in_files_of_programs_and_in_tables_of_ones_own(nothing: str) -> None:
    program = recognise(f"date,weight_kg,waist_cm\n4 Mar 2025,{nothing},84\n".encode(), date(2025, 12, 31))
    assert isinstance(program, MeasurementTable)
    assert [cell.column for cell in program.rows[0].cells] == ["waist_cm"] and not program.skipped
    own = values(f"d;w;c\n2025-03-04;{nothing};38\n", DAY, measure("waist", "cm"), measure("calf", "cm"), delimiter=";")
    assert len(own.rows[0].cells) == 1 and not own.skipped
    trained = log(f"d,e,r,l\n2025-03-04,Squat,8,{nothing}\n", DAY, EXERCISE, REPS, LOAD)
    assert (sets(trained), reasons(trained)) == ([("2025-03-04", "Squat", "x 8")], [])
