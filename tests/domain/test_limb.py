"""Limb volumes against published numbers, their errors against finite differences, and what partial data gives."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.limb import (
    HEIGHTS_OF,
    SKINFOLD_OF,
    SLOW,
    Girth,
    Length,
    Missing,
    Segment,
    Volume,
    corrected,
    corrected_girth,
    frustum_ml,
    lengths_from_heights,
    missing_sentence,
    needed,
    segments_in,
    sites_in,
    volume,
)
from legwork.domain.sites import BUILT_IN, BUILT_IN_BY_KEY, HEIGHTS, Kind
from legwork.domain.units import UnitSystem, parse
from legwork.errors import UserError

BODY = {
    "upper_thigh": 60.0, "mid_thigh": 54.0, "lower_thigh": 42.0, "knee": 39.0, "calf": 38.0, "ankle": 23.0,
    "relaxed_arm": 36.0, "flexed_arm": 40.0, "forearm": 32.0, "wrist": 17.5,
}  # fmt: skip
LENGTHS = {
    Segment.THIGH: Length(36.0, 1.0, False),
    Segment.LOWER_LEG: Length(42.0, 0.5, False),
    Segment.UPPER_ARM: Length(34.0, 1.2, False),
    Segment.FOREARM: Length(27.0, 0.9, False),
}
SEGMENTS = st.sampled_from(Segment)
GIRTHS = st.fixed_dictionaries({site: st.floats(10, 130).map(lambda cm: round(cm, 2)) for site in BODY})
SPANS = st.fixed_dictionaries({part: st.floats(5, 60) for part in LENGTHS})


def girths(values: Mapping[str, float], share: float = 0.01) -> dict[str, Girth]:
    return {site: Girth(value, share * value) for site, value in values.items()}


def lengths(values: Mapping[Segment, float], sd: float = 0.5) -> dict[Segment, Length]:
    return {part: Length(value, sd, False) for part, value in values.items()}


def had(segment: Segment, body: Mapping[str, Girth], spans: Mapping[Segment, Length] = LENGTHS) -> Volume:
    found = volume(segment, body, spans)
    assert isinstance(found, Volume)
    return found


def lacking(segment: Segment, body: Mapping[str, Girth], spans: Mapping[Segment, Length] = LENGTHS) -> Missing:
    found = volume(segment, body, spans)
    assert isinstance(found, Missing)
    return found


def test_published_frusta() -> None:
    """Source: SCIENCE section 3, formula_vectors.json."""
    assert frustum_ml(40, 60, 42) == pytest.approx(8365.1838, abs=5e-5)
    assert frustum_ml(25, 39, 23) == pytest.approx(1954.2901, abs=5e-5)
    assert frustum_ml(10, 50, 50) == pytest.approx(1989.4368, abs=5e-5)
    assert frustum_ml(10, 50, 50) == pytest.approx(10 * 50**2 / (4 * math.pi))


def test_a_thigh_by_hand() -> None:
    body = girths({"upper_thigh": 60, "lower_thigh": 42}, share=0.01)
    thigh = had(Segment.THIGH, body, {Segment.THIGH: Length(40, 0.8, True)})
    assert thigh.ml == pytest.approx(8365.1838, abs=5e-5)
    factor = 40 / (12 * math.pi)
    assert thigh.sd_ml == pytest.approx(factor * math.hypot((2 * 60 + 42) * 0.6, (60 + 2 * 42) * 0.42))
    assert thigh.scale_sd_ml == pytest.approx(8365.1838 * 0.8 / 40)
    assert (thigh.length_cm, thigh.estimated_length) == (40, True)
    assert thigh.sites == ("upper_thigh", "lower_thigh")


def test_where_the_girths_of_a_leg_lie() -> None:
    leg = had(Segment.LEG, girths(BODY))
    assert leg.ml == pytest.approx(
        frustum_ml(18, 60, 54) + frustum_ml(18, 54, 42) + frustum_ml(12.6, 39, 38) + frustum_ml(29.4, 38, 23)
    )
    assert leg.sites == ("upper_thigh", "mid_thigh", "lower_thigh", "knee", "calf", "ankle")
    arm = had(Segment.ARM, girths(BODY))
    assert arm.ml == pytest.approx(frustum_ml(34, 36, 32) + frustum_ml(27, 32, 17.5))
    assert arm.sites == ("relaxed_arm", "forearm", "wrist")


def test_a_whole_limb_is_the_sum_of_its_parts() -> None:
    for whole in (Segment.LEG, Segment.ARM):
        parts = [had(part, girths(BODY)) for part in segments_in(whole)]
        limb = had(whole, girths(BODY))
        assert limb.ml == pytest.approx(math.fsum(part.ml for part in parts))
        assert limb.length_cm == math.fsum(part.length_cm for part in parts)
        assert limb.scale_sd_ml == pytest.approx(math.hypot(*(part.scale_sd_ml for part in parts)))
    assert segments_in(Segment.THIGH) == (Segment.THIGH,)


def test_a_girth_that_two_segments_share_errs_in_both_alike() -> None:
    shared = {"relaxed_arm": Girth(36, 0), "forearm": Girth(32, 0.5), "wrist": Girth(17.5, 0)}
    parts = [had(part, shared).sd_ml for part in segments_in(Segment.ARM)]
    assert had(Segment.ARM, shared).sd_ml == pytest.approx(sum(parts))
    kneeless = {site: Girth(BODY[site], 0.5 if site == "lower_thigh" else 0) for site in BODY if site != "knee"}
    parts = [had(part, kneeless).sd_ml for part in segments_in(Segment.LEG)]
    assert had(Segment.LEG, kneeless).sd_ml == pytest.approx(sum(parts))


def test_estimated_lengths_err_together() -> None:
    guessed = {part: replace(length, estimated=True) for part, length in LENGTHS.items()}
    parts = [had(part, girths(BODY), guessed).scale_sd_ml for part in segments_in(Segment.LEG)]
    limb = had(Segment.LEG, girths(BODY), guessed)
    assert limb.scale_sd_ml == pytest.approx(sum(parts))
    assert limb.estimated_length
    half = had(Segment.LEG, girths(BODY), {**LENGTHS, Segment.THIGH: guessed[Segment.THIGH]})
    assert half.estimated_length
    assert half.scale_sd_ml == pytest.approx(math.hypot(*parts))
    assert not had(Segment.LEG, girths(BODY)).estimated_length


def test_what_can_stand_in_for_another() -> None:
    body = girths(BODY)
    del body["knee"], body["relaxed_arm"], body["mid_thigh"]
    assert had(Segment.LOWER_LEG, body).sites == ("lower_thigh", "calf", "ankle")
    assert had(Segment.UPPER_ARM, body).sites == ("flexed_arm", "forearm")
    assert had(Segment.LEG, body).sites == ("upper_thigh", "lower_thigh", "calf", "ankle")


def test_what_is_needed() -> None:
    assert needed(Segment.THIGH) == (("upper_thigh",), ("lower_thigh",))
    assert needed(Segment.LOWER_LEG) == (("knee", "lower_thigh"), ("calf",), ("ankle",))
    assert needed(Segment.LEG) == (("upper_thigh",), ("lower_thigh",), ("calf",), ("ankle",))
    assert needed(Segment.ARM) == (("relaxed_arm", "flexed_arm"), ("forearm",), ("wrist",))


def test_what_a_volume_depends_on() -> None:
    assert sites_in(Segment.FOREARM) == {"forearm", "wrist", "elbow_height", "wrist_height"}
    assert sites_in(Segment.LEG) == sites_in(Segment.THIGH) | sites_in(Segment.LOWER_LEG)
    for segment in Segment:
        assert {*had(segment, girths(BODY)).sites} <= sites_in(segment)


def test_what_is_missing_is_said() -> None:
    calf_only = girths({"calf": 38})
    missing = lacking(Segment.LOWER_LEG, calf_only)
    assert missing == Missing(Segment.LOWER_LEG, (("knee", "lower_thigh"), ("ankle",)), ())
    assert missing_sentence(missing) == "Measure first: Knee or Lower thigh, Ankle."
    both = lacking(Segment.LEG, girths({**BODY}), {})
    assert both.lengths == (Segment.THIGH, Segment.LOWER_LEG)
    assert missing_sentence(both) == (
        "Add your stature in People, or measure: Gluteal fold height, Knee height, Ankle height."
    )
    nothing = missing_sentence(lacking(Segment.FOREARM, {}, {}))
    assert nothing == (
        "Measure first: Forearm, Wrist. Add your stature in People, or measure: Elbow height, Wrist height."
    )


@pytest.mark.parametrize(
    ("girth", "length"),
    [
        (Girth(0, 0.1), LENGTHS[Segment.FOREARM]),
        (Girth(-1, 0.1), LENGTHS[Segment.FOREARM]),
        (Girth(math.nan, 0.1), LENGTHS[Segment.FOREARM]),
        (Girth(30, -0.1), LENGTHS[Segment.FOREARM]),
        (Girth(30, 0.1), Length(0, 1, False)),
        (Girth(30, 0.1), Length(math.inf, 1, False)),
        (Girth(30, 0.1), Length(27, math.nan, False)),
    ],
)
def test_numbers_that_no_limb_has_are_refused(girth: Girth, length: Length) -> None:
    with pytest.raises(ValueError, match="above zero"):
        volume(Segment.FOREARM, {"forearm": girth, "wrist": Girth(17, 0.1)}, {Segment.FOREARM: length})


def test_every_site_that_is_named_exists() -> None:
    for segment in Segment:
        for group in needed(segment):
            assert all(BUILT_IN_BY_KEY[site].kind is Kind.GIRTH for site in group)
    assert {height for pair in HEIGHTS_OF.values() for height in pair} == set(HEIGHTS)
    assert set(SKINFOLD_OF.values()) == {one.key for one in BUILT_IN if one.kind is Kind.SKINFOLD}
    for girth, fold in SKINFOLD_OF.items():
        assert BUILT_IN_BY_KEY[girth].region is BUILT_IN_BY_KEY[fold].region
    assert all(BUILT_IN_BY_KEY[site].sided for site in SLOW)


@settings(deadline=None)
@given(SEGMENTS, GIRTHS, SPANS, st.floats(0.1, 20), st.data())
def test_more_girth_or_more_length_is_more_volume(
    segment: Segment, body: dict[str, float], spans: dict[Segment, float], more: float, data: st.DataObject
) -> None:
    before = had(segment, girths(body), lengths(spans))
    site = data.draw(st.sampled_from(before.sites))
    assert had(segment, girths({**body, site: body[site] + more}), lengths(spans)).ml > before.ml
    part = data.draw(st.sampled_from(segments_in(segment)))
    assert had(segment, girths(body), lengths({**spans, part: spans[part] + more})).ml > before.ml


@settings(deadline=None)
@given(SEGMENTS, GIRTHS, SPANS, st.floats(0.1, 10))
def test_a_body_k_times_as_large_holds_k_cubed(
    segment: Segment, body: dict[str, float], spans: dict[Segment, float], k: float
) -> None:
    one = had(segment, girths(body), lengths(spans))
    other = had(
        segment,
        girths({site: k * value for site, value in body.items()}),
        lengths({part: k * value for part, value in spans.items()}, sd=0.5 * k),
    )
    for small, large in [(one.ml, other.ml), (one.sd_ml, other.sd_ml), (one.scale_sd_ml, other.scale_sd_ml)]:
        assert large == pytest.approx(k**3 * small, rel=1e-9)


@settings(deadline=None)
@given(SEGMENTS, GIRTHS)
def test_the_tapes_unit_does_not_matter(segment: Segment, body: dict[str, float]) -> None:
    inches = {site: parse(f"{value:.2f}", Kind.GIRTH, UnitSystem.IMPERIAL).value for site, value in body.items()}
    centimetres = {
        site: parse(f"{value * 2.54:.6f}", Kind.GIRTH, UnitSystem.METRIC).value for site, value in body.items()
    }
    one, other = had(segment, girths(inches)), had(segment, girths(centimetres))
    assert one.ml == pytest.approx(other.ml, rel=1e-6)
    # The same sum in inches gives cubic inches, of which one holds 16.387064 mL.
    cubic = had(segment, girths(body), {part: replace(one, cm=one.cm / 2.54) for part, one in LENGTHS.items()})
    assert one.ml == pytest.approx(16.387064 * cubic.ml, rel=1e-6)


@settings(deadline=None)
@given(SEGMENTS, GIRTHS, SPANS, st.floats(0.01, 2), st.data())
def test_a_worse_tape_or_ruler_is_a_worse_volume(
    segment: Segment, body: dict[str, float], spans: dict[Segment, float], more: float, data: st.DataObject
) -> None:
    before = had(segment, girths(body), lengths(spans))
    site = data.draw(st.sampled_from(before.sites))
    worse = girths(body) | {site: Girth(body[site], 0.01 * body[site] + more)}
    after = had(segment, worse, lengths(spans))
    assert after.sd_ml > before.sd_ml
    assert (after.ml, after.scale_sd_ml) == (before.ml, before.scale_sd_ml)
    longer = had(segment, girths(body), lengths(spans, sd=0.5 + more))
    assert longer.scale_sd_ml > before.scale_sd_ml
    assert longer.sd_ml == before.sd_ml
    perfect = had(segment, girths(body, share=0), lengths(spans, sd=0))
    assert (perfect.ml, perfect.sd_ml, perfect.scale_sd_ml) == (before.ml, 0, 0)


@settings(deadline=None)
@given(SEGMENTS, GIRTHS, SPANS, st.data())
def test_the_error_is_what_finite_differences_give(
    segment: Segment, body: dict[str, float], spans: dict[Segment, float], data: st.DataObject
) -> None:
    for site in list(body):
        if data.draw(st.booleans()):
            trial = {key: value for key, value in body.items() if key != site}
            body = trial if isinstance(volume(segment, girths(trial), lengths(spans)), Volume) else body
    found = had(segment, girths(body), lengths(spans))
    step = 1e-4

    def slope(site: str) -> float:
        up, down = (had(segment, girths({**body, site: body[site] + by}), lengths(spans)).ml for by in (step, -step))
        return (up - down) / (2 * step)

    assert found.sd_ml == pytest.approx(math.hypot(*(slope(site) * 0.01 * body[site] for site in body)), rel=1e-5)
    by_length = [
        had(segment, girths(body), lengths({**spans, part: spans[part] + 1})).ml - found.ml
        for part in segments_in(segment)
    ]
    assert found.scale_sd_ml == pytest.approx(math.hypot(*(one * 0.5 for one in by_length)), rel=1e-6)


@settings(deadline=None)
@given(st.sets(st.sampled_from(sorted(BODY))), st.sets(st.sampled_from(list(LENGTHS))))
def test_partial_data_gives_exactly_the_segments_that_can_be_had(sites: set[str], parts: set[Segment]) -> None:
    body = girths({site: BODY[site] for site in sites})
    spans = {part: LENGTHS[part] for part in parts}
    wanted = {
        Segment.THIGH: {"upper_thigh", "lower_thigh"} <= sites,
        Segment.LOWER_LEG: {"calf", "ankle"} <= sites and bool({"knee", "lower_thigh"} & sites),
        Segment.UPPER_ARM: "forearm" in sites and bool({"relaxed_arm", "flexed_arm"} & sites),
        Segment.FOREARM: {"forearm", "wrist"} <= sites,
    }
    wanted = {part: there and part in parts for part, there in wanted.items()}
    wanted[Segment.LEG] = wanted[Segment.THIGH] and wanted[Segment.LOWER_LEG]
    wanted[Segment.ARM] = wanted[Segment.UPPER_ARM] and wanted[Segment.FOREARM]
    for segment, there in wanted.items():
        found = volume(segment, body, spans)
        assert isinstance(found, Volume) == there
        if isinstance(found, Missing):
            # Whoever does what is said has the volume then.
            filled = body | girths({group[-1]: BODY[group[-1]] for group in found.sites})
            had(segment, filled, spans | {part: LENGTHS[part] for part in found.lengths})
            assert missing_sentence(found).endswith(".")


def test_published_corrected_girths() -> None:
    """Source: SCIENCE section 3, formula_vectors.json."""
    assert corrected_girth(60, 1.2) == pytest.approx(56.2301, abs=5e-5)
    assert corrected_girth(38, 0.8) == pytest.approx(35.4867, abs=5e-5)
    assert corrected_girth(38, 0) == 38


def test_a_corrected_girth_has_the_errors_of_both() -> None:
    thigh = corrected(Girth(60, 0.6), 1.2, 0.06)
    assert thigh.cm == corrected_girth(60, 1.2)
    assert thigh.sd_cm == pytest.approx(math.sqrt(0.6**2 + (math.pi * 0.06) ** 2))
    assert corrected(Girth(60, 0.6), 0, 0) == Girth(60, 0.6)


def test_a_fold_thicker_than_the_limb_is_refused() -> None:
    for girth, fold in [(10.0, 4.0), (math.pi, 1.0), (math.nan, 1.0)]:
        with pytest.raises(UserError, match="too thick"):
            corrected_girth(girth, fold)
        with pytest.raises(UserError, match="too thick"):
            corrected(Girth(girth, 0.1), fold, 0.1)
    for fold in (-0.1, math.nan):
        with pytest.raises(ValueError, match="below zero"):
            corrected_girth(30, fold)


@settings(deadline=None)
@given(st.floats(20, 100), st.floats(0, 3), st.floats(0.01, 3))
def test_a_thicker_fold_leaves_less(girth: float, fold: float, more: float) -> None:
    assert corrected_girth(girth, fold + more) < corrected_girth(girth, fold) <= girth
    # The same girths in inches.
    assert corrected_girth(girth / 2.54, fold / 2.54) == pytest.approx(corrected_girth(girth, fold) / 2.54)


def test_lengths_from_heights() -> None:
    heights = {
        "gluteal_fold_height": 84.0, "knee_height": 50.0, "ankle_height": 7.5,
        "shoulder_height": 148.0, "elbow_height": 113.5, "wrist_height": 86.0,
    }  # fmt: skip
    found = lengths_from_heights(heights)
    assert {part: one.cm for part, one in found.items()} == {
        Segment.THIGH: 34.0, Segment.LOWER_LEG: 42.5, Segment.UPPER_ARM: 34.5, Segment.FOREARM: 27.5,
    }  # fmt: skip
    assert not any(one.estimated for one in found.values())
    assert found[Segment.THIGH].sd_cm == pytest.approx(math.hypot(0.84, 0.5))
    assert found[Segment.LOWER_LEG].sd_cm == pytest.approx(math.hypot(0.5, 0.225))
    del heights["knee_height"], heights["wrist_height"]
    assert set(lengths_from_heights(heights)) == {Segment.UPPER_ARM}
    assert lengths_from_heights({}) == {}


@pytest.mark.parametrize("knee", [84.0, 90.0])
def test_heights_out_of_order_are_refused(knee: float) -> None:
    with pytest.raises(UserError) as refusal:
        lengths_from_heights({"gluteal_fold_height": 84.0, "knee_height": knee})
    assert str(refusal.value) == "Gluteal fold height must be more than Knee height: check both numbers."
