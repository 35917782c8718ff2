"""How long a person's segments are: their own newest heights, else their stature, else nothing."""

from __future__ import annotations

import math

import pytest

from helpers import MONDAY, TUESDAY, day, somebody
from legwork.domain.limb import HEIGHTS_OF, Length, Segment
from legwork.domain.measures import Family, Measure
from legwork.domain.units import Quantity, UnitSystem
from legwork.errors import UserError
from legwork.formats.records import Document, PersonRecord
from legwork.services.check_ins import RecordReadings
from legwork.services.documents import ImportDocument
from legwork.services.limb_lengths import estimated_length, lengths_of
from legwork.services.measures import offers, series_of
from legwork.services.people import Person, everybody
from legwork.services.profile import Profile
from legwork.services.report import as_json

STATURE = Quantity(180.0, "cm", "180")
LEG_HEIGHTS = {"gluteal_fold_height": "84 + 84.2 + 90", "knee_height": "50", "ankle_height": "7.5"}


def test_nothing_is_known_of_somebody_without_heights_and_stature(profile: Profile, person: Person) -> None:
    assert lengths_of(profile, person) == {}


def test_heights_are_ordinary_readings_and_the_newest_count(profile: Profile) -> None:
    person = somebody(profile)
    profile.apply(RecordReadings(person.id, (day(MONDAY, **LEG_HEIGHTS), day(TUESDAY, knee_height="49"))))
    found = lengths_of(profile, person)
    assert set(found) == {Segment.THIGH, Segment.LOWER_LEG}
    assert found[Segment.THIGH].cm == pytest.approx(84.2 - 49)
    assert found[Segment.LOWER_LEG].cm == pytest.approx(49 - 7.5)
    assert not any(one.estimated for one in found.values())


def test_what_was_not_measured_is_estimated_from_the_stature(profile: Profile) -> None:
    person = somebody(profile, sex="male", stature=STATURE)
    profile.apply(RecordReadings(person.id, (day(MONDAY, **LEG_HEIGHTS),)))
    found = lengths_of(profile, person)
    assert list(found) == list(HEIGHTS_OF)
    assert [one.estimated for one in found.values()] == [False, False, True, True]
    # Means and regression on stature of 4,082 men: 33.524 + .20282 (180 - 175.62), 26.788 + .16075 (180 - 175.62).
    assert found[Segment.UPPER_ARM].cm == pytest.approx(34.412, abs=2e-3)
    assert found[Segment.UPPER_ARM].sd_cm == pytest.approx(1.060, abs=2e-3)
    assert found[Segment.FOREARM].cm == pytest.approx(27.492, abs=2e-3)
    assert found[Segment.FOREARM].sd_cm == pytest.approx(1.078, abs=2e-3)


def test_each_sex_has_its_own_proportions(profile: Profile) -> None:
    woman = somebody(profile, "Bea", sex="female", stature=STATURE)
    man = somebody(profile, "Cem", sex="male", stature=STATURE)
    theirs, his = lengths_of(profile, woman), lengths_of(profile, man)
    assert theirs[Segment.THIGH].cm > his[Segment.THIGH].cm
    assert theirs[Segment.FOREARM].cm < his[Segment.FOREARM].cm


@pytest.mark.parametrize("cm", [1e-9, 1.8, 99.9, 230.1, 9999.0])
def test_a_stature_that_nobody_has_tells_nothing(profile: Profile, cm: float) -> None:
    document = Document(
        {}, (PersonRecord("u", "Ada", "male", None, Quantity(cm, "cm", "1"), UnitSystem.METRIC, 0, (), (), ()),)
    )
    profile.apply(ImportDocument(document, "x.json"))
    [person] = everybody(profile)
    sizes = {"upper_thigh": "60", "mid_thigh": "55", "lower_thigh": "42", "calf": "38", "ankle": "23"}
    both = {f"{site}_{side}": cm for site, cm in sizes.items() for side in ("left", "right")}
    profile.apply(RecordReadings(person.id, (day(MONDAY, **both), day(TUESDAY, **both))))
    assert lengths_of(profile, person) == {}
    leg = Measure(Family.VOLUME, "leg")
    assert not series_of(profile, person, [leg])[leg]
    [told] = [offer.missing for offer in offers(profile, person) if offer.measure == leg]
    assert told
    assert '"uid": "u"' in as_json(profile, (person,), TUESDAY)


@pytest.mark.parametrize("segment", HEIGHTS_OF)
def test_who_wants_no_sex_gets_the_mixture(profile: Profile, segment: Segment) -> None:
    person = somebody(profile, stature=STATURE)
    mixed = lengths_of(profile, person)[segment]
    man, woman = (estimated_length(segment, 180, sex) for sex in ("male", "female"))
    assert mixed == estimated_length(segment, 180, None)
    assert mixed.cm == pytest.approx((man.cm + woman.cm) / 2)
    between = (man.cm - woman.cm) / 2
    assert mixed.sd_cm == pytest.approx(math.sqrt((man.sd_cm**2 + woman.sd_cm**2) / 2 + between**2))


@pytest.mark.parametrize("stature", [150.0, 165.0, 180.0, 200.0])
@pytest.mark.parametrize("sex", ["male", "female", None])
def test_estimates_are_human(stature: float, sex: str | None) -> None:
    found: dict[Segment, Length] = {part: estimated_length(part, stature, sex) for part in HEIGHTS_OF}
    for length in found.values():
        assert 0.12 * stature < length.cm < 0.26 * stature
        assert 0.02 * length.cm < length.sd_cm < 0.07 * length.cm
    taller = {part: estimated_length(part, stature + 10, sex) for part in HEIGHTS_OF}
    assert all(taller[part].cm > found[part].cm for part in HEIGHTS_OF)


def test_heights_that_contradict_are_told(profile: Profile) -> None:
    person = somebody(profile, stature=STATURE)
    profile.apply(RecordReadings(person.id, (day(MONDAY, gluteal_fold_height="50", knee_height="60"),)))
    with pytest.raises(UserError, match="Gluteal fold height must be more than Knee height"):
        lengths_of(profile, person)


def test_heights_of_others_do_not_count(profile: Profile) -> None:
    somebody_else = somebody(profile, "Bea")
    person = somebody(profile, "Cem")
    profile.apply(RecordReadings(somebody_else.id, (day(MONDAY, **LEG_HEIGHTS),)))
    assert lengths_of(profile, person) == {}
