"""The cell syntax: what is read from it, that everything written is read back, and that errors help."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.plan.cell_grammar import CellError
from legwork.domain.plan.cells import format_cell, parse_cell
from legwork.domain.plan.prescription import (
    BodyWeight,
    Effort,
    OfMax,
    Prescription,
    SetKind,
    Target,
    Tempo,
    Weight,
    load_of,
    straight,
)
from legwork.domain.units import UnitSystem
from plan_strategies import PRESCRIPTIONS

METRIC, IMPERIAL = UnitSystem.METRIC, UnitSystem.IMPERIAL
SIXTY = Weight(load_of(60, "kg"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3x8-12", straight(3, 8, 12)),
        ("3x8-12 @2 RIR", Prescription((Target(8, 12),) * 3, effort=Effort(2))),
        ("3x8-12 @8", Prescription((Target(8, 12),) * 3, effort=Effort(2, as_rpe=True))),
        ("3x8-12 @2", Prescription((Target(8, 12),) * 3, effort=Effort(2))),
        ("3x8 rpe 8,5", Prescription((Target(8, 8),) * 3, effort=Effort(1.5, as_rpe=True))),
        ("4x6 80%", Prescription((Target(6, 6),) * 4, OfMax(80))),
        ("4x6 @82,5%", Prescription((Target(6, 6),) * 4, OfMax(82.5))),
        ("3x10 60kg", Prescription((Target(10, 10),) * 3, SIXTY)),
        ("3x10 60", Prescription((Target(10, 10),) * 3, SIXTY)),
        ("5x5+ 60kg", Prescription((Target(5, 5, more=True),) * 5, SIXTY)),
        ("3xAMRAP", Prescription((Target(0, 0, more=True),) * 3)),
        ("3x30s", Prescription((Target(30, 30, seconds=True),) * 3)),
        ("2x1min", Prescription((Target(60, 60, seconds=True),) * 2)),
        ("5,3,1 85%", Prescription((Target(5, 5), Target(3, 3), Target(1, 1)), OfMax(85))),
        ("5, 3, 1+", Prescription((Target(5, 5), Target(3, 3), Target(1, 1, more=True)))),
        ("3x10/side", Prescription((Target(10, 10),) * 3, per_side=True)),
        ("3x10 each leg", Prescription((Target(10, 10),) * 3, per_side=True)),
        ("4x8 60kg t3110 r120", Prescription((Target(8, 8),) * 4, SIXTY, tempo=Tempo(3, 1, 1, 0), rest_s=120)),
        ("4x8 t3-1-X-10 r2:30", Prescription((Target(8, 8),) * 4, tempo=Tempo(3, 1, None, 10), rest_s=150)),
        ("4x8 rest 2min", Prescription((Target(8, 8),) * 4, rest_s=120)),
        ("3x12 drop", Prescription((Target(12, 12),) * 3, kind=SetKind.DROP)),
        ("1x20 myo", Prescription((Target(20, 20),), kind=SetKind.MYO)),
        ("3x5 warm-up", Prescription((Target(5, 5),) * 3, ramp=True)),
        ("3x8 BW", Prescription((Target(8, 8),) * 3, BodyWeight())),
        ("3x8 bw+10", Prescription((Target(8, 8),) * 3, BodyWeight(load_of(10, "kg")))),
        ("3x8 BW − 20 lb", Prescription((Target(8, 8),) * 3, BodyWeight(load_of(20, "lb"), assisted=True))),
        ("3x8 60kg; slow; 80%", Prescription((Target(8, 8),) * 3, SIXTY, note="slow; 80%")),
        ("3x8 @1 RIR 80% BW".replace(" BW", ""), Prescription((Target(8, 8),) * 3, OfMax(80), Effort(1))),
    ],
)
def test_what_a_cell_means(text: str, wanted: Prescription) -> None:
    assert parse_cell(text, METRIC) == wanted


@pytest.mark.parametrize(
    "text",
    ["3x8-12@2RIR", " 3 X 8 - 12  @ 2 rir ", "3×8–12 2 RIR", "３ｘ８-12 RIR2", "3\u00a0x\u00a08-12 @2\u202fRIR"],
)
def test_space_capitals_and_typography_do_not_matter(text: str) -> None:
    assert format_cell(parse_cell(text, METRIC)) == "3x8-12 @2 RIR"


def test_a_bare_load_is_in_the_persons_unit_and_a_comma_is_a_point() -> None:
    metric, imperial = parse_cell("3x10 62,5", METRIC).load, parse_cell("3x10 135", IMPERIAL).load
    assert isinstance(metric, Weight) and metric.quantity.value == 62.5
    assert isinstance(imperial, Weight) and imperial.quantity.value == pytest.approx(61.23, abs=0.01)
    assert format_cell(parse_cell("3x10 62,5", METRIC)) == "3x10 62,5kg"
    assert format_cell(parse_cell("3x10 135", IMPERIAL)) == "3x10 135lb"


@given(PRESCRIPTIONS, st.sampled_from(UnitSystem))
def test_all_that_is_written_is_read_back(prescription: Prescription, system: UnitSystem) -> None:
    text = format_cell(prescription)
    assert parse_cell(text, system) == prescription
    assert format_cell(parse_cell(text, system)) == text


@given(PRESCRIPTIONS)
def test_capitals_change_nothing(prescription: Prescription) -> None:
    text, _, note = format_cell(prescription).partition(";")
    for other in (text.lower(), text.upper(), text.replace("x", "×")):
        assert parse_cell(f"{other};{note}", METRIC) == prescription


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ("", 1, "sets and reps first"),
        ("BW", 1, "sets and reps first"),
        ("10", 1, "sets and reps first"),
        ("0x8", 1, "1 to 20 sets"),
        ("  999x8", 3, "1 to 20 sets"),
        ("3x", 3, "type the reps here"),
        ("3x0", 3, "1 to 100 reps"),
        ("3x880%", 3, "1 to 100 reps"),
        ("3x5000s", 3, "1 to 3600 seconds"),
        ("3x12-8", 3, "like 8-12"),
        ("3x8-12+", 7, "like 8+"),
        ("3x8,8,6", 4, "like 8,8,6"),
        ("10,30s", 1, "30s,20s"),
        ("5x5 +2.5kg", 5, "BW+10"),
        ("5x5+2.5kg", 4, "BW+10"),
        ("3x8 80% 60kg", 9, "“80%” and “60kg”"),
        ("3x8 drop myo", 10, "“drop” and “myo”"),
        ("3x8 @2 RIR @8 RPE", 12, "“@2 RIR” and “@8 RPE”"),
        ("3x8 60kg 60kg", 10, "leave one"),
        ("3x8 5000kg", 5, "up to 1\N{NARROW NO-BREAK SPACE}000 kg"),
        ("3x8 0kg", 5, "above zero"),
        ("3x8 BW+0", 8, "above zero"),
        ("3x8 900%", 5, "1 to 120 %"),
        ("3x8 @12 RIR", 5, "0 to 9 RIR"),
        ("3x8 @", 5, "@2 RIR"),
        ("3x8 t99-1-1-1", 5, "0 to 30 seconds"),
        ("3x8 tempo", 5, "t3110"),
        ("3x8 r9999", 5, "an hour"),
        ("3x8 r1:75", 5, "an hour"),
        ("3x8 kg", 5, "60kg"),
        ("3x8 heavy", 5, "“heavy” is not known"),
        ("3x8; " + "x" * 201, 5, "200 letters"),
    ],
)
def test_errors_name_the_column_and_say_what_to_type(text: str, column: int, says: str) -> None:
    with pytest.raises(CellError) as caught:
        parse_cell(text, METRIC)
    assert caught.value.column == column
    assert says in caught.value.what
    assert str(caught.value).startswith(f"Column {column}: ") and str(caught.value).endswith(".")


@given(
    st.text(st.sampled_from(list("0123456789x-+,.@%;/ srtbwkglBWRIPE:×\u00a0é")), max_size=20) | st.text(max_size=20)
)
def test_nothing_else_than_a_helpful_error_comes_of_any_text(text: str) -> None:
    try:
        found = parse_cell(text, METRIC)
    except CellError as error:
        assert 1 <= error.column <= len(text) + 2
    else:
        assert parse_cell(format_cell(found), IMPERIAL) == found
