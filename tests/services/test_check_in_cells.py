"""The table of check-ins as text: a copy pasted again changes nothing, and what is wrong is named with its row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import CALF, MONDAY, TUESDAY, WAIST, database_dump, day, entry, somebody
from legwork.domain.sites import Spot
from legwork.domain.units import Quantity, UnitSystem
from legwork.errors import UserError
from legwork.numerals import localised
from legwork.services import check_ins
from legwork.services.check_in_cells import (
    DAY,
    MORNING,
    NOTE,
    TableColumn,
    cell_day,
    columns_for,
    copied,
    parse_day,
    parse_yes_no,
    pasted,
    plain_text,
    shown_text,
)
from legwork.services.check_ins import CheckIn, Day, DeleteCheckIns, RecordReadings
from legwork.services.people import AddOwnSite, Person, everybody
from legwork.services.profile import Profile


def _table(profile: Profile, person: Person) -> tuple[list[TableColumn], list[CheckIn]]:
    columns = columns_for(person, check_ins.measured_spots(profile, person.id))
    return columns, list(check_ins.by_ids(profile, list(check_ins.check_in_days(profile, person.id))).values())


def _copy(profile: Profile, person: Person) -> str:
    return copied(person, *_table(profile, person))


def _paste(profile: Profile, person: Person, text: str) -> None:
    profile.apply(RecordReadings(person.id, tuple(pasted(person, _table(profile, person)[0], text))))


def _column(profile: Profile, person: Person, key: str) -> TableColumn:
    return next(one for one in _table(profile, person)[0] if one.key == key)


FULL = (
    Day(
        MONDAY,
        (entry(CALF, "38,2 + 15 1/4 in + 38.4"), entry(WAIST, "84"), entry(Spot("body_weight"), "12 st 4 lb")),
        'He said "wow"\tand\n=1+1',
        True,
        False,
    ),
    Day(TUESDAY, (entry(WAIST, "33 1/2 in", source="hevy"), entry(Spot("own_scar"), "20")), "-3 since", None, True),
    Day(TUESDAY + timedelta(days=7), note="=HYPERLINK(1)", morning=False),
    Day(TUESDAY + timedelta(days=9), (entry(Spot("body_fat"), "17.5", source="navy"), entry(Spot("calf"), "38"))),
)


@pytest.mark.parametrize("system", UnitSystem)
def test_a_copy_pasted_again_changes_nothing(profile: Profile, system: UnitSystem) -> None:
    person = somebody(profile, units=system)
    profile.apply(AddOwnSite(person.id, "Scar", False))
    [person] = everybody(profile)
    profile.apply(RecordReadings(person.id, FULL))
    before = database_dump(profile)
    _paste(profile, person, _copy(profile, person))
    assert database_dump(profile) == before


@pytest.mark.parametrize("system", UnitSystem)
def test_a_copy_pasted_after_deleting_brings_everything_back_as_typed(profile: Profile, system: UnitSystem) -> None:
    person = somebody(profile, units=system)
    profile.apply(AddOwnSite(person.id, "Scar", False))
    [person] = everybody(profile)
    profile.apply(RecordReadings(person.id, FULL))
    before = _table(profile, person)
    text = copied(person, *before)
    ids = check_ins.check_in_days(profile, person.id)
    profile.apply(DeleteCheckIns(tuple(ids), tuple(ids.values())))
    profile.apply(RecordReadings(person.id, tuple(pasted(person, before[0], text))))
    after = _table(profile, person)[1]
    assert [(one.day, one.note, one.morning, one.trained_legs) for one in after] == [
        (one.day, one.note, one.morning, one.trained_legs) for one in before[1]
    ]
    assert [_shown(one) for one in after] == [_shown(one) for one in before[1]]


def _shown(one: CheckIn) -> dict[Spot, list[Quantity]]:
    """Its readings with the decimal sign of this place, as the copy has them."""
    return {
        spot: [replace(each.quantity, entered=localised(each.quantity.entered)) for each in found]
        for spot, found in one.readings.items()
    }


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=20), min_size=1, max_size=4),
    st.sampled_from(["38.2", "38,2", "382 mm", "15 1/4 in", "15¼ in"]),
)
def test_whatever_stands_in_a_note(profile: Profile, notes: list[str], text: str) -> None:
    person = somebody(profile)
    days = [Day(MONDAY + timedelta(days=number), (entry(CALF, text),), note) for number, note in enumerate(notes)]
    profile.apply(RecordReadings(person.id, tuple(days)))
    before = database_dump(profile)
    _paste(profile, person, _copy(profile, person))
    assert database_dump(profile) == before


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("2025-01-06\t84\n2025-01-07\tabc\n", "Row 3: .*abc"),
        ("2025-01-06\t84\nyesterday\t85\n", "Row 3: .*not a date"),
        ("2025-01-06\t84\n\t85\n", "Row 3: .*not a date"),
        ("2025-01-06\t84\n2025-01-07\t840\n", "Row 3: Waist should be between"),
        ("2025-01-06\t84\n2025-01-07\t84 + 84 + 84 + 84\n", "Row 3: Up to three"),
        ("2025-01-06\t84\n2025-01-06\t85\n", "Row 3: .*6 Jan 2025 stands there twice"),
        ("2025-01-06\t84\n\n2025-01-07\t84\tlost\n", "Row 4: .*without a heading"),
        (f"2025-01-06\t84\n{date.today() + timedelta(days=2)}\t84\n", "Row 3: .*in the future"),
        ("3/4/2025\t84\n4/5/2025\t84\n", "Row 2: .*not a date"),  # March or April? nobody can tell
    ],
)
def test_what_is_wrong_is_named_with_its_row_and_nothing_is_pasted(
    profile: Profile, person: Person, rows: str, sentence: str
) -> None:
    with pytest.raises(UserError, match=f"{sentence}.*Nothing was pasted"):
        _paste(profile, person, "Day\tWaist (cm)\n" + rows)
    assert check_ins.check_in_days(profile, person.id) == {}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "heading row"),
        ("Day\tWaist (cm)\n", "heading row"),
        ("Day\tTail (cm)\n2025-01-06\t84\n", "no column Tail"),
        ("Waist (cm)\n84\n", "no Day column"),
        ("Day\tMorning\n2025-01-06\tperhaps\n", "Row 2: Type yes or no"),
    ],
)
def test_a_table_that_cannot_be_placed(profile: Profile, person: Person, text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        _paste(profile, person, text)


def test_spreadsheets_may_rewrite_days_capitals_and_blank_rows(profile: Profile, person: Person) -> None:
    _paste(profile, person, "DAY\twaist (CM)\tmorning\t\n3/4/2025\t84\tYES\n\t\t\n3/18/2025\t85\t0\t\n")
    assert list(check_ins.check_in_days(profile, person.id).values()) == [date(2025, 3, 4), date(2025, 3, 18)]
    assert check_ins.on_day(profile, person.id, date(2025, 3, 4)).morning is True
    assert check_ins.on_day(profile, person.id, date(2025, 3, 18)).morning is False


def test_blank_cells_leave_what_is_there(profile: Profile, person: Person) -> None:
    profile.apply(RecordReadings(person.id, (Day(MONDAY, (entry(WAIST, "84"),), "note", True),)))
    before = database_dump(profile)
    _paste(profile, person, "Day\tWaist (cm)\tNote\tMorning\n2025-01-06\t\t\t\n")
    assert database_dump(profile) == before


def test_columns(profile: Profile, person: Person) -> None:
    profile.apply(RecordReadings(person.id, (day(MONDAY, ankle_left="22", calf="38"),)))
    columns = _table(profile, person)[0]
    assert [one.title for one in columns][:3] == ["Day", "Body weight (kg)", "Neck (cm)"]
    assert [one.title for one in columns][-5:] == ["Ankle, left (cm)", "Calf (cm)", "Morning", "Trained legs", "Note"]


def test_two_sites_of_one_name_have_columns_of_their_own(profile: Profile, person: Person) -> None:
    profile.apply(AddOwnSite(person.id, "Left thing", False))
    [ada] = everybody(profile)
    twin = TableColumn("x", "", Spot("Left thing"))  # a site that is gone is shown by its key
    columns = columns_for(ada, [twin.spot])
    assert {Spot("own_left_thing"), twin.spot} <= {one.spot for one in columns}
    assert len({one.title for one in columns}) == len(columns)


def test_cells_show_the_median_and_hold_what_was_typed(profile: Profile, person: Person) -> None:
    profile.apply(RecordReadings(person.id, FULL[:1]))
    found = check_ins.on_day(profile, person.id, MONDAY)
    calf = _column(profile, person, str(CALF))
    assert (shown_text(person, found, calf), plain_text(person, found, calf)) == (
        "38.4",
        "38.2 cm + 15 1/4 in + 38.4 cm",
    )
    note = _column(profile, person, NOTE)
    assert shown_text(person, found, note) == 'He said "wow" and =1+1'
    first, neck = _column(profile, person, DAY), _column(profile, person, "neck")
    assert (shown_text(person, found, first), plain_text(person, found, first)) == ("6 Jan 2025", "2025-01-06")
    assert (shown_text(person, found, neck), plain_text(person, found, neck)) == ("", "")
    assert plain_text(person, found, _column(profile, person, MORNING)) == "yes"


def test_a_typed_cell_records_one_thing(profile: Profile, person: Person) -> None:
    waist, note = _column(profile, person, "waist"), _column(profile, person, NOTE)
    assert cell_day(person, MONDAY, waist, "84 + 85") == day(MONDAY, waist="84 + 85")
    assert cell_day(person, MONDAY, waist, " ") == day(MONDAY, waist="")
    assert cell_day(person, MONDAY, note, "") == Day(MONDAY, note="")
    assert cell_day(person, MONDAY, _column(profile, person, MORNING), "No") == Day(MONDAY, morning=False)
    assert cell_day(person, MONDAY, _column(profile, person, "trained_legs"), "x") == Day(MONDAY, trained_legs=True)
    with pytest.raises(UserError, match="Type yes or no"):
        parse_yes_no("")


@pytest.mark.parametrize("text", ["2025-03-04", "4 Mar 2025", "4.3.2025", "04/03/2025", "Mar 4, 2025"])
def test_days_as_people_type_them(text: str) -> None:
    assert parse_day(text) == date(2025, 3, 4)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("soon", "not a date"),
        ("31 Feb 2025", "not a date"),
        (str(date.today() + timedelta(days=1)), "in the future"),
        (str(date.today() + timedelta(days=99)), "in the future"),
    ],
)
def test_days_that_cannot_be(text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        parse_day(text)
