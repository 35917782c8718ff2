"""The classical ideals as rows: own girths, shares, the arithmetic in sight, and what is missing by its name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from helpers import day, somebody
from legwork.domain.ideals import Ideals
from legwork.domain.units import Quantity, UnitSystem
from legwork.services.check_ins import RecordReadings
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.proportion_rows import GIRTH_DAYS, ProportionRow, ProportionRows, all_proportions

TODAY = date(2025, 6, 2)


@pytest.fixture
def man(profile: Profile) -> Person:
    return somebody(profile, sex="male", stature=Quantity(177.8, "cm", "177.8"))


def measured(profile: Profile, person: Person, ago: int = 0, **texts: str) -> None:
    profile.apply(RecordReadings(person.id, (day(TODAY - timedelta(days=ago), **texts),)))


def by(profile: Profile, person: Person, whose: Ideals) -> ProportionRows:
    return {one.whose: one for one in all_proportions(profile, person, TODAY)}[whose]


def row(shown: ProportionRows, site: str) -> ProportionRow:
    return {one.site: one for one in shown.rows}[site]


def test_mccallum_from_the_wrist(profile: Profile, man: Person) -> None:
    measured(profile, man, wrist_left="17.4", wrist_right="17.6", upper_thigh_left="57")
    shown = by(profile, man, Ideals.MCCALLUM)
    chest, thigh = row(shown, "chest"), row(shown, "upper_thigh")
    assert (chest.own, chest.ideal, chest.share, chest.working) == (
        "–",
        "113.8 cm",
        "",
        "6.5 × wrist 17.5 cm = 113.8 cm",
    )
    assert (thigh.own, thigh.ideal, thigh.share) == ("57.0 cm", "60.3 cm", "95 %")
    assert thigh.working == "6.5 × wrist 17.5 cm = 113.8 cm chest; × 0.53 = 60.3 cm"
    assert (thigh.own_cm, thigh.ideal_cm, chest.own_cm) == (57.0, pytest.approx(60.2875), None)
    assert thigh.spoken == f"Upper thigh: 57.0 cm, 95 % of the ideal 60.3 cm. {thigh.working}"
    assert "not measured" in chest.spoken
    assert (shown.missing, shown.limit) == ("", "") and "not science" in shown.about


def test_the_arithmetic_stays_in_the_writers_unit(profile: Profile, man: Person) -> None:
    measured(profile, man, wrist_left="17.5", ankle_left="22.86")
    inches = replace(man, units=UnitSystem.IMPERIAL)
    shown = by(profile, inches, Ideals.MCCALLUM)
    assert row(shown, "chest").working == "6.5 × wrist 17.5 cm = 113.8 cm = 44.78 in"
    assert "arithmetic is in centimetres" in shown.about
    calf = "0.9298 × ankle 9.00 in + 0.121 × height 70.00 in = 16.84 in"
    assert row(by(profile, man, Ideals.BUTT), "calf").working == f"{calf} = 42.8 cm"
    assert "arithmetic is in inches" in by(profile, man, Ideals.BUTT).about
    assert row(by(profile, inches, Ideals.BUTT), "calf").working == calf
    assert "arithmetic" not in by(profile, inches, Ideals.BUTT).about


def test_what_is_missing_is_named(profile: Profile, man: Person) -> None:
    measured(profile, man, wrist_left="17.5", calf_left="38")
    shown = by(profile, replace(man, stature=None), Ideals.BUTT)
    calf = row(shown, "calf")
    assert (calf.own, calf.ideal, calf.share, calf.known) == ("38.0 cm", "–", "", False)
    assert calf.working == "needs your ankle and height"
    assert shown.missing == "To complete it, measure your ankle. Add your height in People."
    assert shown.limit == "His limit of lean mass needs your height, ankle and body fat."
    assert "head" in by(profile, man, Ideals.REEVES).missing
    assert row(by(profile, man, Ideals.ADONIS), "shoulders").working == "needs your waist"


def test_the_limit_of_lean_mass(profile: Profile, man: Person) -> None:
    measured(profile, man, ago=20, wrist_left="17.78", ankle_left="22.86", body_fat="18")
    measured(profile, man, ago=5, body_fat="10")
    said = by(profile, man, Ideals.BUTT).limit
    assert "81.3 kg without fat" in said and "90.4 kg on the scale at the 10.0 %" in said and "28 May 2025" in said
    assert "179.3 lb" in by(profile, replace(man, units=UnitSystem.IMPERIAL), Ideals.BUTT).limit


def test_the_newest_of_a_year_counts_and_both_sides(profile: Profile, man: Person) -> None:
    measured(profile, man, ago=GIRTH_DAYS + 1, waist="70", hips="99")
    measured(profile, man, ago=GIRTH_DAYS, waist="80")
    measured(profile, man, ago=30, shoulders="118")
    measured(profile, man, ago=10, shoulders="120 + 121 + 129", calf_left="36")
    measured(profile, man, ago=1, calf_right="37")
    shown = row(by(profile, man, Ideals.ADONIS), "shoulders")
    assert (shown.own, shown.working) == ("121.0 cm", "1.618 × waist 80.0 cm = 129.4 cm")
    reeves = by(profile, man, Ideals.REEVES)
    assert row(reeves, "calf").own == "36.5 cm"
    assert "hips" in reeves.missing


def test_butt_is_for_men_and_every_writer_is_called_a_taste(profile: Profile, man: Person) -> None:
    everything = all_proportions(profile, man, TODAY)
    assert [one.name for one in everything] == ["McCallum", "Reeves", "Butt", "Adonis"]
    assert all("taste" in one.about or "fashion" in one.about for one in everything)
    for sex in ("female", None):
        assert Ideals.BUTT not in {one.whose for one in all_proportions(profile, replace(man, sex=sex), TODAY)}
