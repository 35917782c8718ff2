"""The numbers of the table: what was, what is, how fast, and what can be said of it."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from helpers import day, somebody
from legwork.domain.measures import Measure
from legwork.domain.units import UnitSystem
from legwork.domain.verdict import Call
from legwork.services.check_ins import RecordReadings
from legwork.services.measure_facts import MeasureFacts, facts_of
from legwork.services.measure_series import MeasureSeries
from legwork.services.measures import series_of
from legwork.services.people import Person
from legwork.services.profile import Profile

MONDAY = date(2025, 1, 6)
FOREVER = (1.0, float(date.max.toordinal()))
NUMBER = r"[+−]?\d+\.\d+"
WITH_ERROR = re.compile(rf"({NUMBER})\N{{NO-BREAK SPACE}}±\N{{NO-BREAK SPACE}}({NUMBER})")


def remember(profile: Profile, person: Person, values: list[float], site: str = "calf_left", step: int = 7) -> None:
    days = [day(MONDAY + timedelta(days=step * place), **{site: f"{one:.2f}"}) for place, one in enumerate(values)]
    profile.apply(RecordReadings(person.id, tuple(days)))


def series(profile: Profile, person: Person, measure: str = "site/calf") -> MeasureSeries:
    pair = Measure.parse(measure)
    return series_of(profile, person, [pair])[pair][0]


def facts(profile: Profile, person: Person, measure: str = "site/calf", start: date | None = None) -> MeasureFacts:
    first = float(start.toordinal()) if start else FOREVER[0]
    return facts_of(series(profile, person, measure), first, FOREVER[1])


def test_a_limb_that_grows_is_told_with_its_rate(profile: Profile, person: Person) -> None:
    remember(profile, person, [36 + place / 10 for place in range(30)])
    found = facts(profile, person)
    assert (found.name, found.unit, found.key) == ("Calf, left", "cm", "site/calf:left")
    assert float(found.start) == pytest.approx(36.0, abs=0.2) and float(found.now) == pytest.approx(38.9, abs=0.2)
    change, error = WITH_ERROR.fullmatch(found.change).groups()  # type: ignore[union-attr]
    assert float(change) == pytest.approx(2.9, abs=0.2) and change.startswith("+")
    assert 0 < float(error) < 1.5
    rate, _ = WITH_ERROR.fullmatch(found.per_month).groups()  # type: ignore[union-attr]
    assert float(rate) == pytest.approx(0.1 / 7 * 365.25 / 12, abs=0.05)
    assert (found.call, found.words, found.sign) == (Call.GROWING, "growing", "▲")
    assert "6 Jan 2025" in found.explanation and "95 times" in found.explanation


def test_a_limb_that_shrinks_has_a_minus_that_stands_for_itself(profile: Profile, person: Person) -> None:
    remember(profile, person, [40 - place / 10 for place in range(30)])
    found = facts(profile, person)
    assert (found.call, found.words, found.sign) == (Call.SHRINKING, "shrinking", "▼")
    assert found.change.startswith("−") and found.per_month.startswith("−")


def test_a_weight_rises_and_does_not_grow(profile: Profile, person: Person) -> None:
    remember(profile, person, [80 + place / 3 for place in range(30)], "body_weight")
    assert facts(profile, person, "site/body_weight").words == "rising"


def test_a_difference_that_opens_says_to_which_side(profile: Profile, person: Person) -> None:
    remember(profile, person, [36 + place / 8 for place in range(30)], "calf_left")
    remember(profile, person, [36.0] * 30, "calf_right")
    found = facts(profile, person, "difference/calf")
    assert (found.name, found.words) == ("Calf, left − right", "moving to the left side")


def test_nothing_that_the_tape_cannot_tell_is_called_a_change(profile: Profile, person: Person) -> None:
    remember(profile, person, [38.0, 38.1, 37.9, 38.0] * 12)
    found = facts(profile, person)
    assert (found.call, found.sign) == (Call.NO_CHANGE, "~")
    assert "no change beyond the tape's error" in found.words


@pytest.mark.parametrize("values", [[38.0], [38.0, 38.4]])
def test_one_or_two_readings_are_too_few_to_tell(profile: Profile, person: Person, values: list[float]) -> None:
    remember(profile, person, values)
    found = facts(profile, person)
    assert (found.call, found.sign) == (Call.TOO_EARLY, "…")
    assert found.words.startswith("too early")
    assert float(found.now) == pytest.approx(38.2, abs=0.3)
    assert (found.change == "", found.per_month == "") == (len(values) == 1,) * 2, "one reading has no change"


def test_a_stretch_without_readings_has_words_and_no_numbers(profile: Profile, person: Person) -> None:
    remember(profile, person, [36.0, 37.0, 38.0])
    found = facts_of(series(profile, person), 10.0, 20.0)
    assert (found.start, found.now, found.change, found.per_month) == ("",) * 4
    assert (found.call, found.words, found.sign) == (Call.NOTHING, "no readings here", "–")
    assert found.explanation == ""


def test_only_the_stretch_that_is_asked_for_counts(profile: Profile, person: Person) -> None:
    remember(profile, person, [36.0] * 20 + [36 + place / 8 for place in range(25)])
    late = MONDAY + timedelta(weeks=20)
    assert float(facts(profile, person, start=late).start) == pytest.approx(36.0, abs=0.3)
    assert "26 May 2025" in facts(profile, person, start=late).explanation
    early = facts_of(series(profile, person), 1.0, float((late - timedelta(days=3)).toordinal()))
    assert early.call is not Call.GROWING
    assert facts(profile, person, start=late).call is Call.GROWING


def test_both_ends_of_a_stretch_are_part_of_it(profile: Profile, person: Person) -> None:
    remember(profile, person, [36.0, 37.0, 38.0, 39.0])
    first, last = (float((MONDAY + timedelta(weeks=place)).toordinal()) for place in (1, 3))
    assert "13 Jan 2025 to that on 27 Jan 2025" in facts_of(series(profile, person), first, last).explanation


def test_inches_have_two_digits_and_come_out_of_centimetres(profile: Profile) -> None:
    person = somebody(profile, "Kim", units=UnitSystem.IMPERIAL)
    remember(profile, person, [38.1 + place / 10 for place in range(20)])  # typed as centimetres by the helper
    found = facts(profile, person)
    assert found.unit == "in"
    assert float(found.start) == pytest.approx(15.0, abs=0.1)
    assert all(len(text.split(".")[1]) == 2 for text in (found.start, found.now))


def test_readings_that_the_line_does_not_heed_are_told(profile: Profile, person: Person) -> None:
    values = [38 + place / 20 for place in range(20)]
    values[9] = 58.0
    remember(profile, person, values)
    found = facts(profile, person)
    assert "1 reading lies so far off its neighbours that the line does not heed it." in found.explanation
    assert float(found.now) < 40


def test_a_ratio_has_no_unit_and_three_digits(profile: Profile, person: Person) -> None:
    remember(profile, person, [60.0] * 5, "upper_thigh_left")
    remember(profile, person, [40.0] * 5, "flexed_arm_left")
    found = facts(profile, person, "ratio/thigh_arm")
    assert (found.name, found.unit, found.now) == ("Thigh : arm", "", "1.500")
