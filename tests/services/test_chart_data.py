"""What the charts draw: medians by day in the person's unit, and a trend of the same length."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helpers import CALF, MONDAY, WEIGHT, day, somebody
from legwork.domain.units import UnitSystem
from legwork.services.chart_data import spot_series
from legwork.services.check_ins import RecordReadings
from legwork.services.people import Person
from legwork.services.profile import Profile


def test_never_measured(profile: Profile, person: Person) -> None:
    found = spot_series(profile, person, CALF)
    assert (found.days, found.values, found.trend) == ((), (), ())
    assert (found.label, found.region, found.unit) == ("Calf", "lower", "cm")


def test_one_day(profile: Profile, person: Person) -> None:
    profile.apply(RecordReadings(person.id, (day(MONDAY, calf_left="38 + 38.2 + 39"),)))
    found = spot_series(profile, person, CALF)
    assert (found.days, found.values, found.trend) == ((MONDAY,), (38.2,), (38.2,))


@pytest.mark.parametrize(
    ("system", "unit", "first"), [(UnitSystem.METRIC, "kg", 90.718474), (UnitSystem.IMPERIAL, "lb", 200.0)]
)
def test_the_persons_unit_whatever_it_was_typed_in(
    profile: Profile, system: UnitSystem, unit: str, first: float
) -> None:
    person = somebody(profile, units=system)
    profile.apply(RecordReadings(person.id, (day(MONDAY, body_weight="200 lb"),)))
    found = spot_series(profile, person, WEIGHT)
    assert found.unit == unit
    assert found.values[0] == pytest.approx(first)


def test_the_trend_lags_behind_a_jump(profile: Profile, person: Person) -> None:
    weeks = [MONDAY + timedelta(weeks=number) for number in range(6)]
    days = tuple(day(when, calf_left="38" if number < 3 else "40") for number, when in enumerate(weeks))
    profile.apply(RecordReadings(person.id, days))
    found = spot_series(profile, person, CALF)
    assert found.days == tuple(weeks)
    assert found.trend[:3] == (38.0, 38.0, 38.0)
    assert 38 < found.trend[3] < found.trend[4] < found.trend[5] < 40
