"""Classical ideals: the worked figures of each writer, their arithmetic, and what each still needs."""

from __future__ import annotations

import math

import pytest

from legwork.domain.ideals import (
    HEAD,
    STATURE,
    Ideals,
    Needs,
    Proportions,
    Term,
    bases_of,
    ideals_for,
    lean_limit,
    proportions,
)
from legwork.domain.sites import BUILT_IN_BY_KEY

INCH = 2.54
REEVES = {"wrist": 17.5, "ankle": 22.5, "knee": 38.0, HEAD: 57.0, "hips": 96.0}


def frame(height: float, wrist: float, ankle: float) -> dict[str, float]:
    """Inches, handed over in cm."""
    return {STATURE: height * INCH, "wrist": wrist * INCH, "ankle": ankle * INCH}


def girths(found: Proportions, per: float = 1.0) -> dict[str, float]:
    assert found.needs == ()
    return {one.site: one.cm / per for one in found.ideals}


def test_mccallum_in_cm() -> None:
    """Source: SCIENCE section 4."""
    assert girths(proportions(Ideals.MCCALLUM, {"wrist": 17.5})) == pytest.approx(
        {
            "chest": 113.75, "hips": 96.688, "waist": 79.625, "upper_thigh": 60.288, "neck": 42.087,
            "flexed_arm": 40.95, "calf": 38.675, "forearm": 32.987,
        },
        abs=6e-4,
    )  # fmt: skip


def test_mccallum_in_inches() -> None:
    """His own example, a wrist of 7 in."""
    assert girths(proportions(Ideals.MCCALLUM, {"wrist": 7 * INCH}), INCH) == pytest.approx(
        {
            "chest": 45.5, "hips": 38.675, "waist": 31.85, "upper_thigh": 24.115, "neck": 16.835,
            "flexed_arm": 16.38, "calf": 15.47, "forearm": 13.195,
        },
        abs=6e-4,
    )  # fmt: skip


def test_reeves() -> None:
    """Source: SCIENCE section 4."""
    assert girths(proportions(Ideals.REEVES, REEVES)) == pytest.approx(
        {"flexed_arm": 44.1, "calf": 43.2, "neck": 45.03, "chest": 142.08, "waist": 82.56, "upper_thigh": 66.5}
    )


@pytest.mark.parametrize(
    ("own", "chest", "arm", "forearm", "neck", "thigh", "calf"),
    [
        ((70, 7, 9), 47.353, 17.075, 13.661, 16.649, 25.116, 16.838),
        ((72, 7.5, 9.5), 49.545, 17.924, 14.34, 17.467, 26.171, 17.545),
    ],
)
def test_butt(
    own: tuple[float, float, float], chest: float, arm: float, forearm: float, neck: float, thigh: float, calf: float
) -> None:
    """Source: SCIENCE section 4, inches."""
    found = proportions(Ideals.BUTT, frame(*own))
    assert girths(found, INCH) == pytest.approx(
        {"chest": chest, "flexed_arm": arm, "forearm": forearm, "neck": neck, "upper_thigh": thigh, "calf": calf},
        abs=6e-4,
    )
    assert {one.unit for one in found.ideals} == {"in"}


def test_butts_lean_mass() -> None:
    """Source: SCIENCE section 4: 179.31 and 192.75 lb at 10 % body fat."""
    found = lean_limit(frame(70, 7, 9), 10)
    assert found is not None
    assert found.weight_lb == pytest.approx(199.2354, abs=6e-5)
    assert found.lean_kg == pytest.approx(179.3118 * 0.45359237, abs=6e-5)
    assert found.weight_kg == pytest.approx(199.2354 * 0.45359237, abs=6e-5)
    taller = lean_limit(frame(72, 7.5, 9.5), 10)
    assert taller is not None and taller.lean_kg == pytest.approx(192.7502 * 0.45359237, abs=6e-5)


def test_butts_lean_mass_waits_for_what_it_needs() -> None:
    whole = frame(70, 7, 9)
    assert lean_limit(whole, None) is None
    for basis in whole:
        assert lean_limit({name: one for name, one in whole.items() if name != basis}, 10) is None
    for wrong in (-1, 100, math.nan):
        with pytest.raises(ValueError, match="body fat"):
            lean_limit(whole, wrong)


@pytest.mark.parametrize(("shoulders", "waist", "share"), [(124, 80, 0.958), (110, 90, 0.7554)])
def test_adonis(shoulders: float, waist: float, share: float) -> None:
    """Source: SCIENCE section 4."""
    [ideal] = proportions(Ideals.ADONIS, {"waist": waist}).ideals
    assert ideal.site == "shoulders"
    assert ideal.cm == pytest.approx(1.618 * waist)
    assert ideal.share_of(shoulders) == pytest.approx(share, abs=5e-5)


def test_arithmetic_of_one_step_and_of_two() -> None:
    """6.5 x wrist 17.5 = 113.75; .53 x the ideal chest = 60.29."""
    chest, thigh = proportions(Ideals.MCCALLUM, {"wrist": 17.5}).ideals[:2]
    assert (chest.site, thigh.site) == ("chest", "upper_thigh")
    [first] = chest.steps
    assert first.terms == (Term(6.5, "wrist", 17.5),)
    assert first.result == chest.cm == 113.75
    again, last = thigh.steps
    assert again == first
    assert last.terms == (Term(0.53, "chest", 113.75, from_ideal=True),)
    assert last.result == thigh.cm == pytest.approx(60.2875)


def test_butts_arithmetic_is_in_inches() -> None:
    thigh = proportions(Ideals.BUTT, frame(70, 7, 9)).ideals[0]
    [step] = thigh.steps
    assert [(one.factor, one.basis) for one in step.terms] == [(1.3868, "ankle"), (0.1805, STATURE)]
    assert [one.value for one in step.terms] == pytest.approx([9, 70])
    assert step.result == pytest.approx(25.116, abs=6e-4)
    assert thigh.cm == pytest.approx(25.116 * INCH, abs=2e-3)


@pytest.mark.parametrize("whose", Ideals)
def test_every_step_adds_up(whose: Ideals) -> None:
    for one in proportions(whose, {**REEVES, STATURE: 180.0, "waist": 80.0}).ideals:
        for step in one.steps:
            assert step.result == pytest.approx(math.fsum(term.factor * term.value for term in step.terms))
        assert one.cm == pytest.approx(one.steps[-1].result * (INCH if one.unit == "in" else 1))


def test_what_is_missing_is_named() -> None:
    without_ankle = {basis: value for basis, value in REEVES.items() if basis != "ankle"}
    found = proportions(Ideals.REEVES, without_ankle)
    assert found.needs == (Needs("calf", ("ankle",)),)
    assert found.missing == ("ankle",)
    assert {one.site for one in found.ideals} == {"flexed_arm", "neck", "chest", "waist", "upper_thigh"}
    butt = proportions(Ideals.BUTT, {"wrist": 17.5})
    assert butt.ideals == ()
    assert Needs("upper_thigh", ("ankle", STATURE)) in butt.needs
    assert set(butt.missing) == {"ankle", STATURE}
    nothing = proportions(Ideals.MCCALLUM, {})
    assert {one.site for one in nothing.needs} == {one.site for one in proportions(Ideals.MCCALLUM, REEVES).ideals}
    assert nothing.missing == ("wrist",)


def test_nobody_is_asked_for_the_size_of_their_head() -> None:
    found = proportions(Ideals.REEVES, {basis: value for basis, value in REEVES.items() if basis != HEAD})
    assert found.needs == ()
    assert "neck" not in {one.site for one in found.ideals}
    assert HEAD not in proportions(Ideals.REEVES, {}).missing


def test_butt_is_for_men() -> None:
    assert ideals_for("male") == tuple(Ideals)
    for sex in ("female", None):
        assert ideals_for(sex) == (Ideals.MCCALLUM, Ideals.REEVES, Ideals.ADONIS)


@pytest.mark.parametrize("whose", Ideals)
def test_targets_and_bases_are_sites(whose: Ideals) -> None:
    """Girths that do not take part are overlooked, even senseless ones."""
    bases = bases_of(whose)
    found = proportions(whose, {**dict.fromkeys(bases, 20.0), "mid_thigh": -1})
    assert set(bases) <= {*BUILT_IN_BY_KEY, STATURE, HEAD}
    assert found.needs == ()
    assert {one.site for one in found.ideals} <= BUILT_IN_BY_KEY.keys()


@pytest.mark.parametrize("wrong", [0, -1, math.nan, math.inf])
def test_what_is_no_girth_is_refused(wrong: float) -> None:
    with pytest.raises(ValueError, match="above zero"):
        proportions(Ideals.MCCALLUM, {"wrist": wrong})
    with pytest.raises(ValueError, match="above zero"):
        lean_limit({**frame(70, 7, 9), "ankle": wrong}, 10)
