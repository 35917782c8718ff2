"""The catalogue of sites: keys, ranges, spots and their names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.sites import (
    BUILT_IN,
    BUILT_IN_BY_KEY,
    DEFAULT_TRACKED,
    HEIGHTS,
    Kind,
    Region,
    Side,
    Site,
    Spot,
    own_site,
    spot_label,
)


def test_keys_are_unique_and_safe_in_a_file() -> None:
    assert len(BUILT_IN_BY_KEY) == len(BUILT_IN)
    assert len({site.name for site in BUILT_IN}) == len(BUILT_IN)
    for site in BUILT_IN:
        assert re.fullmatch("[a-z]+(_[a-z]+)*", site.key)


@pytest.mark.parametrize("site", BUILT_IN, ids=lambda site: site.key)
def test_a_site_is_complete(site: Site) -> None:
    assert 0 < site.low < site.high
    assert 0 < site.tem_percent <= 10
    assert site.where.endswith(".")
    assert site.how.endswith(".")
    assert not site.custom
    if site.kind is Kind.GIRTH:
        assert site.high <= 250
        assert site.high / site.low < 7
    assert (site.region is Region.WHOLE) == (site.kind in (Kind.MASS, Kind.PERCENT))


# 5th and 95th percentile, men and women, ANSUR II 2012 (cm).
@pytest.mark.parametrize(
    ("key", "low", "high"), [("flexed_arm", 25.9, 41.8), ("upper_thigh", 52.7, 72.3), ("calf", 32.8, 44.3)]
)
def test_ranges_are_generous(key: str, low: float, high: float) -> None:
    site = BUILT_IN_BY_KEY[key]
    assert site.low < 0.7 * low
    assert site.high > 1.5 * high


def test_heights_are_those_of_every_stature_that_is_believed() -> None:
    """Shares of stature: means of 4,082 men, ANSUR II 2012; statures from 100 to 230 cm."""
    shares = {
        "gluteal_fold_height": 84.6, "knee_height": 48.8, "ankle_height": 7.3,
        "shoulder_height": 144.1, "elbow_height": 110.5, "wrist_height": 83.8,
    }  # fmt: skip
    assert set(shares) == set(HEIGHTS)
    for key, height in shares.items():
        site = BUILT_IN_BY_KEY[key]
        assert site.low < 0.95 * height * 100 / 175.6
        assert site.high > 1.05 * height * 230 / 175.6


def test_heights_and_skinfolds_come_after_the_girths_and_are_nobodys_default() -> None:
    kinds = [site.kind for site in BUILT_IN]
    skinfolds = [site.key for site in BUILT_IN if site.kind is Kind.SKINFOLD]
    last_girth = max(place for place, kind in enumerate(kinds) if kind is Kind.GIRTH)
    assert [site.key for site in BUILT_IN[last_girth + 1 :]] == [*HEIGHTS, *skinfolds]
    assert not {*HEIGHTS, *skinfolds} & set(DEFAULT_TRACKED)
    assert all(not BUILT_IN_BY_KEY[key].sided for key in HEIGHTS)
    assert all(BUILT_IN_BY_KEY[key].sided for key in skinfolds)


def test_the_lean_default_is_nine_sites_and_twelve_values() -> None:
    assert len(set(DEFAULT_TRACKED)) == 9
    assert sum(len(BUILT_IN_BY_KEY[key].spots) for key in DEFAULT_TRACKED) == 12


def test_sided_sites_have_two_spots() -> None:
    assert BUILT_IN_BY_KEY["calf"].spots == (Spot("calf", Side.LEFT), Spot("calf", Side.RIGHT))
    assert BUILT_IN_BY_KEY["neck"].spots == (Spot("neck"),)
    sided = {site.key for site in BUILT_IN if site.sided}
    assert sided.isdisjoint({"body_weight", "body_fat", "neck", "shoulders", "chest", "waist", "hips", *HEIGHTS})
    assert sided >= {
        "flexed_arm", "relaxed_arm", "forearm", "wrist", "upper_thigh", "mid_thigh", "lower_thigh", "knee",
        "calf", "ankle", "front_thigh_skinfold", "calf_skinfold", "triceps_skinfold",
    }  # fmt: skip


@settings(deadline=None)
@given(st.from_regex("[a-z_]{1,20}", fullmatch=True), st.sampled_from(Side))
def test_a_spot_survives_being_written_down(key: str, side: Side) -> None:
    assert Spot.parse(str(Spot(key, side))) == Spot(key, side)


def test_an_unknown_side_is_no_spot() -> None:
    with pytest.raises(ValueError, match="middle"):
        Spot.parse("calf:middle")


def test_labels() -> None:
    calf = BUILT_IN_BY_KEY["calf"]
    assert [spot_label(calf, side) for side in (Side.NONE, Side.LEFT, Side.RIGHT)] == [
        "Calf", "Calf, left", "Calf, right",
    ]  # fmt: skip
    mine = own_site("own_1", "Above the {scar}", True)
    assert spot_label(mine, Side.LEFT) == "Above the {scar}, left"
    assert mine.custom
    assert len(mine.spots) == 2
