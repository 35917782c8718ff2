"""Body fat by tape: offered when the day's readings suffice, else one sentence says what is missing."""

from __future__ import annotations

import pytest

from helpers import MONDAY, TUESDAY, day, somebody
from legwork.domain.units import Quantity
from legwork.services import body_fat
from legwork.services.check_ins import RecordReadings
from legwork.services.people import Person
from legwork.services.profile import Profile

STATURE = Quantity(180.0, "cm", "180")


def _measured(profile: Profile, sex: str | None = "male", stature: Quantity | None = STATURE, **texts: str) -> Person:
    person = somebody(profile, sex=sex, stature=stature)
    if texts:
        profile.apply(RecordReadings(person.id, (day(MONDAY, **texts),)))
    return person


def test_a_man_needs_neck_and_waist(profile: Profile) -> None:
    person = _measured(profile, neck="40", waist="85 + 86 + 90")
    offer = body_fat.by_tape(profile, person, MONDAY)
    assert offer.percent == 15.3  # 86.010 log10(86 - 40) - 70.041 log10(180) + 30.295
    assert "log10(86.0 − 40.0)" in offer.explanation
    assert offer.explanation.endswith("= 15.3 %")


def test_a_woman_needs_hips_as_well(profile: Profile) -> None:
    person = _measured(profile, "female", neck="34", waist="75", hips="98")
    offer = body_fat.by_tape(profile, person, MONDAY)
    assert offer.percent == 24.5  # 163.205 log10(75 + 98 - 34) - 97.684 log10(180) - 104.912
    assert "98.0" in offer.explanation


@pytest.mark.parametrize(
    ("sex", "stature", "texts", "sentence"),
    [
        (None, STATURE, {"neck": "40", "waist": "86"}, "choose a sex in People"),
        ("male", None, {"neck": "40", "waist": "86"}, "Add your stature"),
        ("male", STATURE, {}, "Measure first: Neck, Waist."),
        ("male", STATURE, {"waist": "86"}, "Measure first: Neck."),
        ("female", STATURE, {"neck": "34", "waist": "75"}, "Measure first: Hips."),
        ("male", STATURE, {"neck": "60", "waist": "55"}, "waist larger than the neck"),
        ("male", STATURE, {"neck": "40", "waist": "41"}, "cannot be: check"),
    ],
)
def test_what_is_missing_is_said(
    profile: Profile, sex: str | None, stature: Quantity | None, texts: dict[str, str], sentence: str
) -> None:
    person = _measured(profile, sex, stature, **texts)
    offer = body_fat.by_tape(profile, person, MONDAY)
    assert offer.percent is None
    assert sentence in offer.explanation


def test_only_the_days_own_readings_count(profile: Profile) -> None:
    person = _measured(profile, neck="40", waist="86")
    assert body_fat.by_tape(profile, person, TUESDAY).percent is None
