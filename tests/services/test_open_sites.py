"""A name that leaves open where the tape goes means what the person measures."""

from __future__ import annotations

import pytest

from legwork.formats.parts import UnknownTable
from legwork.services.mapping_look import start
from legwork.services.open_sites import site_meant
from legwork.services.people import Person
from legwork.services.profile import Profile


@pytest.mark.parametrize(
    ("name", "site", "tracked", "measured", "meant"),
    [
        ("left_thigh_in", "mid_thigh", "upper_thigh", "", "upper_thigh"),
        ("Oberschenkel", "mid_thigh", "upper_thigh", "", "upper_thigh"),
        ("left_thigh_in", "mid_thigh", "mid_thigh upper_thigh", "upper_thigh", "mid_thigh"),
        ("left_thigh_in", "mid_thigh", "calf", "", "mid_thigh"),
        ("left_thigh_in", "mid_thigh", "calf", "upper_thigh", "upper_thigh"),
        ("left_thigh_in", "mid_thigh", "upper_thigh", "mid_thigh", "mid_thigh"),  # that line goes on
        ("left_thigh_in", "mid_thigh", "upper_thigh", "mid_thigh upper_thigh", "upper_thigh"),
        ("Mid thigh", "mid_thigh", "upper_thigh", "upper_thigh", "mid_thigh"),
        ("Oberschenkel Mitte", "mid_thigh", "upper_thigh", "", "mid_thigh"),
        ("left_bicep_cm", "flexed_arm", "relaxed_arm", "", "relaxed_arm"),
        ("Flexed biceps", "flexed_arm", "relaxed_arm", "", "flexed_arm"),
        ("waist_cm", "waist", "hips", "", "waist"),
    ],
)
def test_what_a_name_means(name: str, site: str, tracked: str, measured: str, meant: str) -> None:
    assert site_meant(name, site, tracked.split(), measured.split()) == meant


@pytest.mark.parametrize(
    ("names", "sites"),
    [
        (("Date", "Left thigh", "Waist"), ["upper_thigh", "waist"]),
        (("Date", "Mid thigh", "Waist"), ["mid_thigh", "waist"]),
        (("Date", "Thigh", "Upper thigh"), ["mid_thigh", "upper_thigh"]),  # it has both
    ],
)
def test_a_table_of_one_s_own_begins_at_what_is_measured(
    profile: Profile, person: Person, names: tuple[str, ...], sites: list[str]
) -> None:
    table = UnknownTable(names, (names, ("2025-03-04", "58", "84"), ("2025-03-11", "58,5", "84")))
    begun = start(profile, person.id, table)
    assert [one.what for one in begun.mapping.columns[1:]] == sites
