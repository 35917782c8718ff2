"""Numbers as cells of foreign tables have them; those about thousands and decimals are in `test_mapped_cells`."""

from __future__ import annotations

import pytest

from legwork.formats.number_cells import ZERO, without_residue


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
