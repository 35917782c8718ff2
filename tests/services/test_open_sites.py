"""A name that leaves open where the tape goes means what the person measures."""

from __future__ import annotations

from datetime import date

import pytest

from legwork.formats.parts import UnknownTable
from legwork.formats.recognise import recognise
from legwork.formats.records import MeasurementTable
from legwork.formats.training_records import Answers
from legwork.services.mapping_look import look_at_sample, start
from legwork.services.open_sites import for_person, measured_sites, site_meant
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


def _named(profile: Profile, person: Person, rows: str) -> list[str]:
    """Where the values of a table go whose rows name what was measured."""
    text = f"Date,Measurement,Value\n{rows}"
    table = recognise(text.encode(), date(2025, 12, 31))
    assert isinstance(table, UnknownTable)
    mapping = start(profile, person.id, table).mapping
    found = recognise(text.encode(), date(2025, 12, 31), answers=Answers(mapping=mapping))
    assert isinstance(found, MeasurementTable)
    settled = for_person(found, person, measured_sites(profile, person.id))
    return [str(one.spot) for one in settled.columns]


def test_names_in_rows_mean_what_is_measured_as_names_of_columns_do(profile: Profile, person: Person) -> None:
    assert "upper_thigh" in person.tracked and "mid_thigh" not in person.tracked
    thigh = "2025-03-04,Left thigh,58\n2025-03-04,Waist,84\n"
    assert _named(profile, person, thigh) == ["upper_thigh:left", "waist"]
    both = f"{thigh}2025-03-04,Left upper thigh,61\n"
    assert _named(profile, person, both) == ["mid_thigh:left", "waist", "upper_thigh:left"], "it has both"


def test_the_window_shows_where_named_values_will_go(profile: Profile, person: Person) -> None:
    names = ("Date", "Measurement", "Value")
    table = UnknownTable(names, (names, ("2025-03-04", "Left thigh", "58"), ("2025-03-11", "Left thigh", "58")))
    begun = start(profile, person.id, table)

    def meant(found: MeasurementTable) -> MeasurementTable:
        return for_person(found, person, begun.measured)

    assert look_at_sample(begun.sample, begun.mapping, date(2025, 12, 31), meant).heads == ("Day", "Upper thigh, left")
