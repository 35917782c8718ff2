"""Left against right in words: a difference or none, and no two numbers that contradict what is said."""

from __future__ import annotations

import re

import pytest

from balance_bodies import NBSP, again, balance, both, man, record, week
from helpers import MONDAY, day
from legwork.domain.sides import SideCall
from legwork.domain.units import UnitSystem
from legwork.services.balance import Balance, balance_of
from legwork.services.balance_rows import SideRow
from legwork.services.balance_words import side_rows
from legwork.services.people import AddOwnSite
from legwork.services.profile import Profile


def _side(found: Balance, site: str = "calf") -> SideRow:
    [one] = [one for one in side_rows(found) if one.site == site]
    return one


def test_a_difference_that_the_tape_explains_is_none(profile: Profile) -> None:
    one = _side(balance(profile, man(profile), calf_left="38.0", calf_right="38.9"))
    assert (one.name, one.call, one.unit) == ("Calf", SideCall.WITHIN, "cm")
    assert (one.difference, one.words) == (pytest.approx(-0.9), "no difference beyond the tape’s error")
    assert one.spoken == (
        f"Calf: no difference beyond the tape’s error. Measured 0.9{NBSP}cm, from 1 pair of readings; up to "
        f"1.1{NBSP}cm can be the tape’s error."
    )


def test_a_real_difference_says_which_side_and_how_much(profile: Profile) -> None:
    person = man(profile)
    found = balance(
        profile, person, calf_left="38", calf_right="40", **{"flexed_arm_left": "40", "flexed_arm_right": "37"}
    )
    assert _side(found).words == f"right larger by 2.0{NBSP}cm"
    assert _side(found, "flexed_arm").words == f"left larger by 3.0{NBSP}cm"
    record(profile, person, day(week(1), calf_left="38", calf_right="40"))
    assert "the mean of 2 pairs of readings" in _side(balance_of(profile, person)).spoken


SPOKEN = re.compile(rf".*Measured ([\d.]+){NBSP}(cm|in), .*up to ([\d.]+){NBSP}(cm|in) can be the tape’s error\.")


@pytest.mark.parametrize("units", UnitSystem)
def test_no_two_numbers_of_a_row_contradict_its_words(profile: Profile, units: UnitSystem) -> None:
    """Differences from nothing to far beyond, a hundredth apart: whoever reads both numbers comes to the same call."""
    person = man(profile, units=units)
    calls = set()
    for hundredths in range(80, 140):
        record(profile, person, day(MONDAY, calf_left=f"{38 + hundredths / 100:.2f} cm", calf_right="38 cm"))
        one = _side(balance_of(profile, person))
        match = SPOKEN.fullmatch(one.spoken)
        assert match is not None, one.spoken
        assert (float(match[1]) > float(match[3])) is (one.call is SideCall.LEFT_LARGER), one.spoken
        assert one.call is SideCall.WITHIN or one.words == f"left larger by {match[1]}{NBSP}{match[2]}"
        calls.add(one.call)
    assert calls == {SideCall.WITHIN, SideCall.LEFT_LARGER}


def test_an_own_site_keeps_its_name(profile: Profile) -> None:
    person = man(profile)
    profile.apply(AddOwnSite(person.id, "Toe {x}", sided=True))
    person = again(profile)
    [own] = person.own_sites
    found = balance(profile, person, **both(own.key, "9"))
    assert _side(found, own.key).name == "Toe {x}"
    assert _side(found, own.key).spoken.startswith("Toe {x}: no difference")
