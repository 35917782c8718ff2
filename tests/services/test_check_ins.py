"""Check-ins: recorded, corrected, cleared, moved and deleted, and what stood there before."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from helpers import CALF, MONDAY, TUESDAY, WAIST, WEIGHT, database_dump, day, entry, somebody
from legwork.errors import UserError
from legwork.services import check_ins
from legwork.services.check_ins import CheckIn, Day, DeleteCheckIns, MoveCheckIn, RecordReadings
from legwork.services.people import Person
from legwork.services.profile import Profile

TOMORROW = date.today() + timedelta(days=1)


def _record(profile: Profile, person: Person, *days: Day) -> None:
    profile.apply(RecordReadings(person.id, days))


def _texts(check_in: CheckIn) -> dict[str, list[str]]:
    return {str(spot): [one.entered for one in readings] for spot, readings in check_in.readings.items()}


def _days(profile: Profile, person: Person) -> list[date]:
    return list(check_ins.check_in_days(profile, person.id).values())


def test_readings_come_back_as_they_were_typed(profile: Profile, person: Person) -> None:
    _record(profile, person, day(MONDAY, calf_left="38,2 + 15 1/4 in + 38.4", body_weight="12 st 4 lb"))
    found = check_ins.on_day(profile, person.id, MONDAY)
    assert _texts(found) == {"body_weight": ["12 st 4"], "calf:left": ["38,2", "15 1/4", "38.4"]}
    assert [(one.value, one.unit, one.source) for one in found.readings[CALF]][1] == (38.735, "in", "typed")
    assert found.value(CALF) == 38.4
    assert found.value(WEIGHT) == 78.017888
    assert found.value(WAIST) is None


def test_a_day_without_a_check_in_is_empty(profile: Profile, person: Person) -> None:
    assert check_ins.on_day(profile, person.id, MONDAY) == CheckIn(None, MONDAY, "", None, None, {})


@pytest.mark.parametrize(
    ("first", "second"), [("1", "2"), ("38 + 39 + 40", "41"), ("38", "39 + 40 + 41"), ("38 + 39", "38 + 40")]
)
def test_new_readings_replace_the_old_ones(profile: Profile, person: Person, first: str, second: str) -> None:
    _record(profile, person, day(MONDAY, calf_left=first, waist="84"))
    _record(profile, person, day(MONDAY, calf_left=second))
    assert _texts(check_ins.on_day(profile, person.id, MONDAY)) == {
        "calf:left": second.split(" + "),
        "waist": ["84"],
    }


def test_typing_the_same_again_changes_nothing(profile: Profile, person: Person) -> None:
    _record(profile, person, Day(MONDAY, (entry(WAIST, "84 + 85", source="hevy"),), "note", True))
    outcome = profile.apply(RecordReadings(person.id, (Day(MONDAY, (entry(WAIST, "84 + 85"),), "note", True),)))
    assert outcome.changes.rows == {}
    assert check_ins.on_day(profile, person.id, MONDAY).readings[WAIST][0].source == "hevy"


def test_one_more_reading_makes_all_of_the_spot_typed(profile: Profile, person: Person) -> None:
    _record(profile, person, Day(MONDAY, (entry(WAIST, "84", source="hevy"),)))
    _record(profile, person, day(MONDAY, waist="84 + 85"))
    assert {one.source for one in check_ins.on_day(profile, person.id, MONDAY).readings[WAIST]} == {"typed"}


def test_a_cleared_spot_leaves_the_others(profile: Profile, person: Person) -> None:
    _record(profile, person, day(MONDAY, waist="84", hips="98"))
    _record(profile, person, day(MONDAY, waist=""))
    assert _texts(check_ins.on_day(profile, person.id, MONDAY)) == {"hips": ["98"]}


def test_a_check_in_with_nothing_left_is_gone(profile: Profile, person: Person) -> None:
    _record(profile, person, day(MONDAY, waist="84"))
    before = database_dump(profile)
    outcome = profile.apply(RecordReadings(person.id, (day(MONDAY, waist=""),)))
    assert _days(profile, person) == []
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


def test_a_note_keeps_an_otherwise_empty_check_in(profile: Profile, person: Person) -> None:
    _record(profile, person, Day(MONDAY, (entry(WAIST, "84"),), "  knee hurts\n"))
    _record(profile, person, day(MONDAY, waist=""))
    assert check_ins.on_day(profile, person.id, MONDAY).note == "knee hurts"
    _record(profile, person, Day(MONDAY, note="  "))
    assert _days(profile, person) == []


@pytest.mark.parametrize("said", [Day(MONDAY), Day(MONDAY, note=""), Day(MONDAY, note=" \n"), day(MONDAY, waist="")])
def test_saying_nothing_makes_no_check_in(profile: Profile, person: Person, said: Day) -> None:
    assert profile.apply(RecordReadings(person.id, (said,))).changes.rows == {}
    assert _days(profile, person) == []


@pytest.mark.parametrize("said", [Day(MONDAY, note="x"), Day(MONDAY, morning=False), Day(MONDAY, trained_legs=True)])
def test_a_note_or_a_switch_alone_makes_one(profile: Profile, person: Person, said: Day) -> None:
    _record(profile, person, said)
    found = check_ins.on_day(profile, person.id, MONDAY)
    assert (found.note, found.morning, found.trained_legs) == (said.note or "", said.morning, said.trained_legs)


def test_a_second_entry_of_a_day_opens_the_first(profile: Profile, person: Person) -> None:
    _record(profile, person, Day(MONDAY, (entry(WAIST, "84"),), "first", True))
    _record(profile, person, Day(MONDAY, (entry(CALF, "38"),), None, None, False))
    found = check_ins.on_day(profile, person.id, MONDAY)
    assert _texts(found) == {"calf:left": ["38"], "waist": ["84"]}
    assert (found.note, found.morning, found.trained_legs) == ("first", True, False)
    assert _days(profile, person) == [MONDAY]


@pytest.mark.parametrize("exists", [False, True])
def test_of_two_words_on_one_spot_the_last_counts(profile: Profile, person: Person, exists: bool) -> None:
    if exists:
        _record(profile, person, day(MONDAY, waist="80 + 81"))
    _record(profile, person, day(MONDAY, waist="84 + 85", hips="98"), day(MONDAY, waist="86"))
    assert _texts(check_ins.on_day(profile, person.id, MONDAY)) == {"hips": ["98"], "waist": ["86"]}


def test_the_future_is_refused(profile: Profile, person: Person) -> None:
    _record(profile, person, day(date.today(), waist="84"))
    [check_in_id] = check_ins.check_in_days(profile, person.id)
    before = database_dump(profile)
    for edit in (
        RecordReadings(person.id, (day(MONDAY, waist="84"), day(TOMORROW, waist="84"))),
        MoveCheckIn(check_in_id, TOMORROW),
    ):
        with pytest.raises(UserError, match="cannot lie in the future"):
            profile.apply(edit)
    assert database_dump(profile) == before


def test_moving_to_another_day(profile: Profile, person: Person) -> None:
    _record(profile, person, Day(MONDAY, (entry(WAIST, "84"),), "note"))
    moved = check_ins.on_day(profile, person.id, MONDAY)
    assert moved.id is not None
    outcome = profile.apply(MoveCheckIn(moved.id, TUESDAY))
    after = check_ins.on_day(profile, person.id, TUESDAY)
    assert (after.id, after.note, after.readings) == (moved.id, moved.note, moved.readings)
    assert (outcome.changes.first_day, outcome.changes.last_day) == (MONDAY, TUESDAY)
    assert profile.apply(MoveCheckIn(moved.id, TUESDAY)).changes.rows == {}


def test_moving_onto_another_check_in_is_refused(profile: Profile, person: Person) -> None:
    _record(profile, person, day(MONDAY, waist="84"), day(TUESDAY, waist="85"))
    first, _ = check_ins.check_in_days(profile, person.id)
    before = database_dump(profile)
    with pytest.raises(UserError, match="already: edit that one"):
        profile.apply(MoveCheckIn(first, TUESDAY))
    assert database_dump(profile) == before
    ben = somebody(profile, "Ben")
    _record(profile, ben, day(TUESDAY, waist="99"))  # another person's day is no obstacle to theirs
    with pytest.raises(UserError, match="no longer here"):
        profile.apply(MoveCheckIn(99, MONDAY))


def test_deleting_several_at_once_and_back(profile: Profile, person: Person) -> None:
    days = [MONDAY + timedelta(weeks=number) for number in range(5)]
    _record(profile, person, *(day(when, waist="84 + 85") for when in days))
    before = database_dump(profile)
    ids = list(check_ins.check_in_days(profile, person.id))
    outcome = profile.apply(DeleteCheckIns(tuple(ids[1:4]), tuple(days[1:4])))
    assert _days(profile, person) == [days[0], days[4]]
    assert len(database_dump(profile)["reading"]) == 4
    assert outcome.changes.check_ins == set(ids[1:4])
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before
    profile.apply(outcome.forward)
    assert _days(profile, person) == [days[0], days[4]]


def test_undoing_what_changed_since_is_refused_in_a_sentence(profile: Profile, person: Person) -> None:
    outcome = profile.apply(RecordReadings(person.id, (day(MONDAY, waist="84"),)))
    _record(profile, person, day(MONDAY, waist="90", hips="98"))
    before = database_dump(profile)
    with pytest.raises(UserError, match="changed since"):
        profile.apply(outcome.inverse)
    assert database_dump(profile) == before


def test_what_stood_there_before(profile: Profile, person: Person) -> None:
    days = [MONDAY + timedelta(weeks=number) for number in range(3)]
    _record(
        profile,
        person,
        day(days[0], waist="84", calf_left="38", calf_right="38.5", neck="40"),
        day(days[1], waist="85 + 86", calf_left="38.4"),
        day(days[2], waist="87"),
    )
    ben = somebody(profile, "Ben")
    _record(profile, ben, day(days[1], waist="99", hips="99"))
    before = check_ins.previous(profile, person.id, days[2])
    assert {str(spot): (one.day, one.values) for spot, one in before.items()} == {
        "calf:left": (days[1], [38.4]),
        "calf:right": (days[0], [38.5]),
        "neck": (days[0], [40.0]),
        "waist": (days[1], [85.0, 86.0]),
    }
    assert check_ins.previous(profile, person.id, days[0]) == {}
    assert before[CALF].readings[0].entered == "38.4"


def test_days_and_spots(profile: Profile, person: Person) -> None:
    days = [MONDAY + timedelta(weeks=number) for number in range(4)]
    _record(profile, person, *(day(when, waist="84 + 85 + 89") for when in reversed(days)))
    _record(profile, person, day(days[1], calf_left="38"), Day(days[2] + timedelta(days=1), note="only a note"))
    assert check_ins.measured_spots(profile, person.id) == {WAIST, CALF}
    found = check_ins.check_in_days(profile, person.id, days[1], days[2])
    assert list(found.values()) == [days[1], days[2]]
    whole = check_ins.by_ids(profile, [*found, 999])
    assert {one.day: len(one.readings) for one in whole.values()} == {days[1]: 2, days[2]: 1}


def test_the_menu_names_the_edit(person: Person) -> None:
    one = RecordReadings(person.id, (day(MONDAY, waist="84"),))
    many = RecordReadings(person.id, (day(MONDAY, waist="84"), day(TUESDAY, waist="84")))
    assert one.label == "Check-in of 6 Jan 2025"
    assert many.label == "2 check-ins"
    assert RecordReadings(person.id, (), "Paste").label == "Paste"
    assert DeleteCheckIns((1,), (MONDAY,)).label == "Delete check-in of 6 Jan 2025"
    assert DeleteCheckIns((1, 2), (MONDAY, TUESDAY)).label == "Delete 2 check-ins"
    assert MoveCheckIn(1, MONDAY).label == "Move check-in to 6 Jan 2025"
