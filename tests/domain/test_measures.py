"""What can be followed: keys that come back as they were, names, sites, paces and words of each."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.balance import LEG_SITES, UPPER_SITES
from legwork.domain.limb import SKINFOLD_OF, Segment
from legwork.domain.measures import (
    INDEX,
    PACES,
    RATIOS,
    Family,
    Measure,
    is_known,
    name_of,
    number_text,
    pace_of,
    region_of,
    signed_text,
    site_measures,
    sites_of,
    value_text,
    wording_of,
)
from legwork.domain.sites import BUILT_IN, BUILT_IN_BY_KEY, Kind, Region, Side, Site, own_site
from legwork.domain.verdict import Wording
from legwork.numerals import ungrouped

OWN = own_site("own_lower_calf", "Lower calf", sided=True)
SITES = {site.key: site for site in (*BUILT_IN, OWN)}
ALL = list(site_measures(tuple(SITES.values())))
NAMES = st.text(min_size=1, max_size=20).filter(lambda name: ":" not in name)


def site_named(measure: Measure) -> Site | None:
    return SITES[measure.name] if measure.of_site else None


@settings(deadline=None)
@given(st.sampled_from(Family), NAMES, st.sampled_from(Side))
def test_a_measure_comes_back_from_its_text(family: Family, name: str, side: Side) -> None:
    measure = Measure(family, name, side)
    assert Measure.parse(str(measure)) == measure
    assert measure.pair == Measure(family, name)
    assert measure.pair.on(side) == measure
    assert measure.pair.pair == measure.pair


def test_how_it_is_written() -> None:
    assert str(Measure(Family.SITE, "calf", Side.LEFT)) == "site/calf:left"
    assert str(Measure(Family.VOLUME, "leg")) == "volume/leg"
    assert str(Measure(Family.BALANCE, INDEX)) == "balance/index"
    assert [str(measure) for measure in ALL if measure.family is Family.RATIO] == [
        "ratio/thigh_arm",
        "ratio/calf_arm",
        "ratio/shoulders_waist",
    ]
    assert len({str(measure) for measure in ALL}) == len(ALL)


@pytest.mark.parametrize(
    "text", ["", "calf", "/", "site/", "site/:left", "girth/calf", "SITE/calf", "site/calf:up", "site/calf:left:left"]
)
def test_what_is_no_measure_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Measure.parse(text)


def test_every_measure_on_offer_is_known_and_has_a_name_of_its_own() -> None:
    assert all(is_known(measure, SITES) for measure in ALL)
    names = [name_of(measure, site_named(measure)) for measure in ALL]
    assert all(names)
    assert len(set(names)) == len(names)
    assert name_of(Measure(Family.SITE, "calf"), SITES["calf"]) == "Calf"
    assert name_of(Measure(Family.DIFFERENCE, OWN.key), OWN) == "Lower calf, left − right"
    assert name_of(Measure(Family.CORRECTED, "upper_thigh"), SITES["upper_thigh"]) == "Upper thigh without skin and fat"
    assert name_of(Measure(Family.VOLUME, "lower_leg"), None) == "Lower leg volume"
    assert name_of(Measure(Family.RATIO, "thigh_arm"), None) == "Thigh : arm"
    assert name_of(Measure(Family.BALANCE, INDEX), None) == "Leg balance"


def test_what_is_on_offer() -> None:
    of = {family: [one.name for one in ALL if one.family is family] for family in Family}
    assert of[Family.SITE] == [key for key, site in SITES.items() if site.kind is not Kind.LENGTH]
    assert set(of[Family.VOLUME]) == set(Segment)
    assert of[Family.RATIO] == list(RATIOS)
    assert of[Family.BALANCE] == [INDEX]
    assert (
        set(of[Family.DIFFERENCE]) == {key for key, site in SITES.items() if site.sided and site.kind is Kind.GIRTH}
        and OWN.key in of[Family.DIFFERENCE]
    )
    assert set(of[Family.CORRECTED]) == set(SKINFOLD_OF)
    assert all(measure.side is Side.NONE for measure in ALL)
    without = list(site_measures(()))
    assert {one.family for one in without} == {Family.BALANCE, Family.VOLUME, Family.RATIO, Family.CORRECTED}


@pytest.mark.parametrize(
    "text",
    [
        "site/own_gone",
        "difference/own_gone",
        "volume/tail",
        "ratio/leg_ear",
        "corrected/neck",
        "corrected/own_gone",
        "balance/calf",
    ],
)
def test_what_has_gone_is_no_longer_known(text: str) -> None:
    assert not is_known(Measure.parse(text), SITES)


def test_every_measure_depends_on_sites_that_exist() -> None:
    for measure in ALL:
        assert sites_of(measure) <= SITES.keys()
        assert sites_of(measure)
    assert sites_of(Measure.parse("ratio/calf_arm")) == {"calf", "flexed_arm"}
    assert sites_of(Measure.parse("corrected/mid_thigh")) == {"mid_thigh", "front_thigh_skinfold"}
    assert sites_of(Measure.parse("difference/calf:left")) == {"calf"}
    assert {"ankle", "mid_thigh", "knee_height"} < sites_of(Measure.parse("volume/leg"))
    assert "wrist" not in sites_of(Measure.parse("volume/upper_arm"))
    assert sites_of(Measure.parse("balance/index")) == {*UPPER_SITES, *LEG_SITES}
    assert "mid_thigh" not in sites_of(Measure.parse("balance/index"))


def test_how_fast_each_usually_moves() -> None:
    assert set(PACES) == set(Kind)
    for measure in ALL:
        assert 0 < pace_of(measure, site_named(measure)) < 0.01
    # Growth of a thigh of 60 cm: .05 to .10 cm a week (SCIENCE section 6).
    assert 0.05 <= 60 * pace_of(Measure.parse("site/upper_thigh"), SITES["upper_thigh"]) <= 0.10
    assert 0.02 <= 38 * pace_of(Measure.parse("site/calf"), SITES["calf"]) <= 0.05
    assert 80 * pace_of(Measure.parse("site/body_weight"), SITES["body_weight"]) == pytest.approx(0.2)
    girth = pace_of(Measure.parse("site/calf"), SITES["calf"])
    assert pace_of(Measure.parse("volume/leg"), None) == 2 * girth
    assert pace_of(Measure.parse("ratio/calf_arm"), None) == girth
    assert pace_of(Measure.parse("balance/index"), None) == girth
    assert pace_of(Measure.parse("difference/calf"), SITES["calf"]) == girth


@pytest.mark.parametrize(
    ("text", "wording", "region"),
    [
        ("site/calf", Wording.LIMB, Region.LOWER),
        ("site/body_weight", Wording.LEVEL, Region.WHOLE),
        ("site/body_fat", Wording.LEVEL, Region.WHOLE),
        ("site/calf_skinfold", Wording.LEVEL, Region.LOWER),
        ("site/own_lower_calf", Wording.LIMB, Region.WHOLE),
        ("difference/flexed_arm", Wording.GAP, Region.UPPER),
        ("corrected/relaxed_arm", Wording.LIMB, Region.UPPER),
        ("volume/leg", Wording.LIMB, Region.LOWER),
        ("volume/thigh", Wording.LIMB, Region.LOWER),
        ("volume/forearm", Wording.LIMB, Region.UPPER),
        ("ratio/thigh_arm", Wording.LEVEL, Region.LOWER),
        ("ratio/shoulders_waist", Wording.LEVEL, Region.UPPER),
        ("balance/index", Wording.LEVEL, Region.LOWER),
    ],
)
def test_its_words_and_its_hue(text: str, wording: Wording, region: Region) -> None:
    measure = Measure.parse(text)
    assert wording_of(measure, site_named(measure)) is wording
    assert region_of(measure, site_named(measure)) is region


@pytest.mark.parametrize(
    ("value", "unit", "plain", "signed", "whole"),
    [
        (38.249, "cm", "38.2", "+38.2", "38.2\N{NO-BREAK SPACE}cm"),
        (-0.349, "cm", "−0.3", "−0.3", "−0.3\N{NO-BREAK SPACE}cm"),
        (15.126, "in", "15.13", "+15.13", "15.13\N{NO-BREAK SPACE}in"),
        (8.364, "L", "8.36", "+8.36", "8.36\N{NO-BREAK SPACE}L"),
        (1.0985, "", "1.099", "+1.099", "1.099"),
        (-0.04, "cm", "0.0", "0.0", "0.0\N{NO-BREAK SPACE}cm"),
        (0.04, "cm", "0.0", "0.0", "0.0\N{NO-BREAK SPACE}cm"),
        (-0.0004, "", "0.000", "0.000", "0.000"),
        (0.0, "kg", "0.0", "0.0", "0.0\N{NO-BREAK SPACE}kg"),
        (100.0, "kg", "100.0", "+100.0", "100.0\N{NO-BREAK SPACE}kg"),
    ],
)
def test_numbers_as_a_person_reads_them(value: float, unit: str, plain: str, signed: str, whole: str) -> None:
    assert (number_text(value, unit), signed_text(value, unit), value_text(value, unit)) == (plain, signed, whole)


@settings(deadline=None)
@given(st.floats(-1e4, 1e4), st.sampled_from(["cm", "in", "L", ""]))
def test_a_number_read_back_is_as_near_as_its_digits(value: float, unit: str) -> None:
    digits = {"cm": 1, "in": 2, "L": 2, "": 3}[unit]
    text = number_text(value, unit)
    assert "-" not in text
    digits = digits if abs(value) < 1000 else 0  # then thousands are set apart, and the fraction says nothing
    assert math.isclose(float(ungrouped(text)), value, abs_tol=0.5000001 / 10**digits)
    assert signed_text(value, unit).lstrip("+") == text


def test_a_catalogue_without_a_site_is_no_obstacle() -> None:
    assert region_of(Measure(Family.SITE, "calf"), None) is Region.WHOLE
    assert not is_known(Measure(Family.SITE, "calf"), {})
    assert is_known(Measure(Family.SITE, "calf"), dict(BUILT_IN_BY_KEY))
