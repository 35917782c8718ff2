"""Kilograms or pounds: logs whose unit is known, guessed without it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.formats.load_units import guess_unit, guess_words

KILOGRAMS = {
    "a bar and small plates": {20: 20, 22.5: 8, 40: 12, 42.5: 9, 60: 15, 61.25: 4, 62.5: 9, 100: 3},
    "dumbbells in steps of two": {6: 10, 8: 20, 10: 20, 12: 30, 14: 25, 16: 20, 18: 9, 22: 9, 24: 5},
    "a stack": {7: 5, 14: 9, 21: 9, 28: 12, 35: 12, 42: 9, 49: 8},
}
POUNDS = {
    "whole plates": {45: 20, 95: 14, 135: 30, 185: 20, 225: 25, 275: 9, 315: 6},
    "dumbbells in steps of five": {15: 12, 20: 20, 25: 30, 30: 25, 35: 20, 45: 9, 55: 6},
    "machines and dumbbells": {25: 60, 30: 40, 45: 12, 100: 20, 120: 30, 135: 10, 155: 6, 240: 12, 260: 12},
}


@pytest.mark.parametrize("name", KILOGRAMS)
def test_kilograms(name: str) -> None:
    guess = guess_unit(KILOGRAMS[name])
    assert guess.unit == "kg" and guess.sure > 0.8


@pytest.mark.parametrize("name", POUNDS)
def test_pounds(name: str) -> None:
    guess = guess_unit(POUNDS[name])
    assert guess.unit == "lb" and guess.sure > 0.8


def test_little_to_go_by_is_little_sure() -> None:
    assert guess_unit({}) == ("kg", 0.5)
    assert guess_unit({0: 100, -20: 5, float("nan"): 3, float("inf"): 1}) == ("kg", 0.5)
    assert guess_unit({50: 3}).sure < 0.6


@given(st.dictionaries(st.floats(), st.integers(1, 10_000), max_size=30))
def test_any_numbers_give_a_guess(loads: dict[float, int]) -> None:
    guess = guess_unit(loads)
    assert guess.unit in ("kg", "lb") and 0.5 <= guess.sure <= 1


def test_the_guess_says_why() -> None:
    assert guess_words(KILOGRAMS["a bar and small plates"]) == (
        "Kilograms are likelier: 38 % of the loads, like 22.5, 42.5 and 62.5, cannot be divided by 5; in pounds nearly "
        "all can."
    )
    assert guess_words(POUNDS["whole plates"]) == (
        "Pounds are likelier: 100 % of the loads, like 45, 135 and 225, can be divided by 5, as with plates of 2.5 lb."
    )
    assert guess_words({50: 3}) == guess_words({}) == "The loads hardly tell which one it is."


@given(st.dictionaries(st.floats(), st.integers(1, 10_000), max_size=30))
def test_any_numbers_give_a_sentence(loads: dict[float, int]) -> None:
    assert guess_words(loads).endswith(".")
