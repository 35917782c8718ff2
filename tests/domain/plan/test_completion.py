"""Suggestions: the next sensible piece, never one that the cell could not take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.plan.cells import format_cell, parse_cell
from legwork.domain.plan.completion import complete, with_piece
from legwork.domain.units import UnitSystem
from plan_strategies import PRESCRIPTIONS


def test_an_empty_cell_offers_sets() -> None:
    assert complete("")[0] == "3x8-12"
    assert all(parse_cell(one, UnitSystem.METRIC) for one in complete(""))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("3", "3x8-12"),
        ("3 x 8", "3x8-12"),
        ("3xa", "3xAMRAP"),
        ("3x8-12 @", "@2 RIR"),
        ("3x8-12 @8", "@8 RPE"),
        ("3x8-12 @1 r", "@1 RIR"),
        ("3x8-12 60", "60kg"),
        ("3x8-12 b", "BW"),
        ("3x8-12 @2 RIR t", "t3110"),
        ("3x8-12 @2 RIR 6", "6kg"),
    ],
)
def test_what_is_being_typed_is_finished(text: str, first: str) -> None:
    assert complete(text)[0] == first


def test_the_persons_own_unit_comes_first() -> None:
    assert complete("3x8 135", UnitSystem.IMPERIAL) == ("135lb", "135kg")
    assert complete("3x8 60", UnitSystem.METRIC) == ("60kg", "60lb", "60%")


def test_a_filled_slot_is_not_offered_again() -> None:
    offered = complete("3x8 60kg @2 RIR ")
    assert not any("@" in one or "%" in one or "BW" in one for one in offered)
    assert {"/side", "r120", "drop"} <= set(offered)


def test_nothing_is_offered_in_a_note_or_after_rubbish() -> None:
    assert complete("3x8; @") == ()
    assert complete("3x8 zz") == ()
    assert complete("0x8") == ()


def test_a_piece_takes_the_place_of_its_beginning() -> None:
    assert with_piece("3x8-12 60kg @", "@2 RIR") == "3x8-12 60kg @2 RIR"
    assert with_piece("3x8-12 @2 R", "@2 RIR") == "3x8-12 @2 RIR"
    assert with_piece("3x", "3x10") == "3x10"
    assert with_piece("3x8 ", "/side") == "3x8/side"


@given(PRESCRIPTIONS, st.integers(0, 60), st.sampled_from(UnitSystem))
def test_every_suggestion_leads_to_a_cell(prescription: object, length: int, system: UnitSystem) -> None:
    text = format_cell(prescription)[:length]  # type: ignore[arg-type]
    for piece in complete(text, system):
        parse_cell(with_piece(text, piece, system), system)
