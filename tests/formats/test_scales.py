"""Weights of other programs: each file is known by what stands in it, and every value lands on its day in its unit."""

from __future__ import annotations

from datetime import date, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faults.file_samples import LIBRA, RENPHO, WITHINGS
from legwork.domain.sites import Spot
from legwork.errors import UserError
from legwork.formats.parts import UnknownTable
from legwork.formats.recognise import recognise
from legwork.formats.records import MeasurementTable
from legwork.formats.training_records import Answers

TODAY = date(2026, 11, 26)

OPENSCALE_OLD = (
    '"biceps","bone","caliper1","caliper2","caliper3","calories","chest","comment","dateTime","fat","hip","lbm","muscle",'
    '"neck","thigh","visceralFat","waist","water","weight"\n'
    "0.0,0.0,0.0,0.0,0.0,0.0,0.0,after the holidays,2024-01-14 07:31,18.4,96.0,0.0,0.0,0.0,57.5,0.0,84.0,0.0,81.2\n"
    "0.0,0.0,0.0,0.0,0.0,0.0,0.0,,2024-01-21 07:40,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,80.9\n"
)
OPENSCALE_NEW = (
    "DATE,TIME,WEIGHT,BMI,BODY_FAT,WATER,MUSCLE,LBM,BONE,WAIST,VISCERAL_FAT\n"
    "2025-03-02,07:12,81.4,24.6,17.9,,,,,83.5,7\n"
)
GARMIN = (
    "Time,Weight,Change,BMI,Body Fat,Skeletal Muscle Mass,Bone Mass,Body Water,\n"
    '" Aug 27, 2022",\n8:43 AM,114.9 kg,0.4 kg,35.1,--,--,--,--,\n7:02 PM,115.6 kg,0.7 kg,35.2,31.5 %,--,--,--,\n'
    '" Aug 8, 2022",\n6:22 PM,260.8 lbs,--,36.1,--,--,--,--,\n'
)


def read(text: str) -> MeasurementTable:
    found = recognise(text.encode(), TODAY)
    assert isinstance(found, MeasurementTable)
    return found


def taken(table: MeasurementTable) -> dict[tuple[date, str], list[float]]:
    spots = {column.header: str(column.spot) for column in table.columns}
    found: dict[tuple[date, str], list[float]] = {}
    for row in table.rows:
        for cell in row.cells:
            found.setdefault((row.day, spots[cell.column]), []).append(round(cell.quantity.value, 3))
    return found


def test_openscale_of_old_keeps_what_a_tape_and_a_scale_say_and_takes_zero_for_nothing() -> None:
    table = read(OPENSCALE_OLD)
    assert (table.source, table.format_name) == ("openscale", "openScale")
    day = date(2024, 1, 14)
    assert taken(table) == {
        (day, "body_fat"): [18.4], (day, "hips"): [96.0], (day, "mid_thigh"): [57.5], (day, "waist"): [84.0],
        (day, "body_weight"): [81.2], (date(2024, 1, 21), "body_weight"): [80.9],
    }  # fmt: skip
    assert any("after the holidays" in one.text for one in table.skipped), "a comment that is not kept is told"


def test_openscale_of_today_has_its_time_in_a_column_of_its_own() -> None:
    table = read(OPENSCALE_NEW)
    day = date(2025, 3, 2)
    assert taken(table) == {(day, "body_weight"): [81.4], (day, "body_fat"): [17.9], (day, "waist"): [83.5]}
    assert not any("07:12" in one.text for one in table.skipped)


def test_openscale_of_today_writes_what_the_person_chose_and_does_not_say_it() -> None:
    assert (read(OPENSCALE_OLD).unit_asked, read(OPENSCALE_OLD).length_asked) == (False, False)
    table = read(OPENSCALE_NEW)
    assert (table.unit, table.unit_asked, table.length, table.length_asked) == ("kg", True, "cm", True)
    pounds = read(OPENSCALE_NEW.replace("81.4", "179.5").replace("83.5", "33"))
    assert (pounds.unit, pounds.length) == ("lb", "in")
    day = date(2025, 3, 2)
    assert taken(pounds) == {(day, "body_weight"): [81.42], (day, "body_fat"): [17.9], (day, "waist"): [83.82]}
    answered = recognise(OPENSCALE_NEW.encode(), TODAY, answers=Answers(unit="lb", length="cm"))
    assert isinstance(answered, MeasurementTable)
    assert taken(answered)[day, "body_weight"] == [36.922]


def test_renpho_says_its_unit_in_the_name_of_the_column() -> None:
    table = read(RENPHO)
    assert table.source == "renpho"
    assert taken(table) == {
        (date(2024, 5, 6), "body_weight"): [81.012], (date(2024, 5, 6), "body_fat"): [18.2],
        (date(2024, 5, 13), "body_weight"): [80.739],
    }  # fmt: skip
    [weight] = [column for column in table.columns if column.spot == Spot("body_weight")]
    assert weight.unit == "lb" and table.rows[0].cells[0].quantity.entered == "178.6"


def test_withings_is_known_in_german_and_its_fat_in_kilograms_is_not_made_a_percentage() -> None:
    table = read(WITHINGS)
    assert table.source == "withings"
    assert taken(table) == {
        (date(2014, 2, 13), "body_weight"): [94.34], (date(2014, 2, 12), "body_weight"): [94.89],
    }  # fmt: skip
    assert any("26.81" in one.text for one in table.skipped)


def test_libra_names_its_unit_in_a_comment_and_the_report_names_the_lines_of_the_file() -> None:
    table = read(LIBRA)
    assert table.source == "libra"
    assert taken(table) == {
        (date(2024, 6, 1), "body_weight"): [85.0], (date(2024, 6, 3), "body_weight"): [84.6],
        (date(2024, 6, 3), "body_fat"): [22.5],
    }  # fmt: skip
    assert [row.line for row in table.rows] == [5, 6]
    assert [(one.line, one.text) for one in table.skipped] == [(6, "log: felt light")]
    pounds = read(LIBRA.replace("Units: kg", "Units: lb"))
    assert taken(pounds)[date(2024, 6, 1), "body_weight"] == [38.555]
    stones = read(LIBRA.replace("Units: kg", "Units: st").replace("85.0;85.0", "13.5;13.5").replace("84.6", "13.4"))
    assert taken(stones)[date(2024, 6, 1), "body_weight"] == [85.729]
    assert taken(stones)[date(2024, 6, 3), "body_fat"] == [22.5]
    assert [(one.cells[0].quantity.entered, one.cells[0].quantity.unit) for one in stones.rows] == [
        ("13.5", "st"), ("13.4", "st"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Date,Time,Weight(st),BMI,Body Fat(%),Metabolic Age\n2024.05.06,06:58:11,12.9,24.4,18.2,30\n",
        'Date,"Weight (st)","Fat mass (kg)"\n2024-05-06 06:58:11,12.9,15.1\n',
    ],
    ids=["renpho", "withings"],
)
def test_scales_in_stones(text: str) -> None:
    table = read(text)
    assert taken(table)[date(2024, 5, 6), "body_weight"] == [81.919]
    assert table.rows[0].cells[0].quantity.unit == "st"


def test_garmin_writes_the_day_above_its_weighings() -> None:
    table = read(GARMIN)
    assert table.source == "garmin"
    assert taken(table) == {
        (date(2022, 8, 27), "body_weight"): [114.9, 115.6], (date(2022, 8, 27), "body_fat"): [31.5],
        (date(2022, 8, 8), "body_weight"): [118.297],
    }  # fmt: skip


def test_a_weighing_of_garmin_without_a_day_is_told_and_not_guessed() -> None:
    table = read(GARMIN.replace('" Aug 27, 2022",\n', ""))
    assert date(2022, 8, 27) not in {row.day for row in table.rows}
    assert [one.line for one in table.skipped if "date" in one.reason] == [2, 3]


@pytest.mark.parametrize("text", [OPENSCALE_OLD, OPENSCALE_NEW, RENPHO, WITHINGS, LIBRA, GARMIN])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_a_file_cut_in_half_gives_what_is_whole_and_says_what_is_not(text: str, share: float) -> None:
    try:
        part = read(text[: int(len(text) * share)])
    except UserError as error:
        assert str(error).endswith(".")
        return
    whole = read(text)
    assert part.rows[:-1] == whole.rows[: len(part.rows[:-1])]


@given(st.sampled_from([OPENSCALE_OLD, OPENSCALE_NEW, RENPHO, WITHINGS, LIBRA, GARMIN]), st.data())
def test_no_mutation_of_a_file_surprises(text: str, data: st.DataObject) -> None:
    letters = [*text]
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(letters) - 1))
        letters[place] = data.draw(st.sampled_from([*'0123456789.,;"\n-%#kg', "", "\u00e9", "9" * 30]))
    try:
        found = recognise("".join(letters).encode(), TODAY)
    except UserError as error:
        assert str(error)
        return
    if isinstance(found, UnknownTable):
        return
    assert isinstance(found, MeasurementTable)
    for row in found.rows:
        assert row.cells and row.day <= date(2026, 11, 27)


RENPHO_NEW = (
    "Date,Time,Weight(kg),BMI,Body Fat(%),Fat-free Mass(kg),Subcutaneous Fat(%),Visceral Fat,Metabolic Age,Remarks\n"
    "2024.05.12,07:30:11,82.4,24.1,17.5,68.0,15.1,5,28,\n"
)


def test_renphos_day_and_time_in_two_columns_are_not_taken_for_openscales() -> None:
    table = read(RENPHO_NEW)
    assert (table.source, table.unit_asked) == ("renpho", False), "the header says the unit"
    assert taken(table) == {(date(2024, 5, 12), "body_weight"): [82.4], (date(2024, 5, 12), "body_fat"): [17.5]}


def test_renphos_stones_and_pounds_in_one_cell() -> None:
    table = read('Time of Measurement,Weight(st:lb),BMI,Metabolic Age\n"12/13/2024, 07:30:11",13st 2.4lb,24.1,28\n')
    assert taken(table) == {(date(2024, 12, 13), "body_weight"): [83.642]}


@pytest.mark.parametrize(
    ("header", "number", "kilograms"),
    [
        ('Datum,"Gewicht (lb)","Fettmasse (lb)"', "182.4", 82.735),
        ('Datum,"Gewicht (lb)","Vetmassa (lb)"', "182.4", 82.735),
        ('Date,"Poids (lb)","Masse grasse (lb)"', "182.4", 82.735),
        ('Date,"Weight (st)","Fat mass (st)"', "13.2", 83.824),
    ],
)
def test_withings_fat_mass_is_known_in_every_unit(header: str, number: str, kilograms: float) -> None:
    table = read(f'{header}\n"2024-05-12 07:30:11",{number},34.2\n')
    assert table.source == "withings"
    assert taken(table) == {(date(2024, 5, 12), "body_weight"): [kilograms]}
    assert [one.reason for one in table.skipped] == ["Legwork keeps no values of this kind."], "a mass is no share"


GARMIN_GERMAN = (
    "Uhrzeit,Gewicht,Änderung,BMI,Körperfett,Skelettmuskelmasse,Knochenmasse,Körperwasser,\n"
    '" 12. Mai 2024",\n07:30,"82,4 kg","0,2 kg","24,1","17,5 %",--,--,--,\n'
    '21:05,"83,1 kg","0,7 kg","24,3",--,--,--,--,\n'
)
GARMIN_FRENCH = (
    "Heure,Poids,Modifier,IMC,Graisse corporelle,Masse musculaire squelettique,Masse osseuse,Eau corporelle,\n"
    '" 12 mai 2024",\n07:30,"82,4 kg","0,2 kg","24,1","17,5 %",--,--,--,\n'
    '21:05,"83,1 kg","0,7 kg","24,3",--,--,--,--,\n'
)


@pytest.mark.parametrize("text", [GARMIN_GERMAN, GARMIN_FRENCH], ids=["German", "French"])
def test_garmins_headings_are_in_the_language_of_the_account(text: str) -> None:
    table = read(text)
    assert table.source == "garmin"
    day = date(2024, 5, 12)
    assert taken(table) == {(day, "body_weight"): [82.4, 83.1], (day, "body_fat"): [17.5]}


def test_a_table_kept_by_hand_with_times_and_weights_is_not_garmins() -> None:
    header = "Zeit;Gewicht;Notiz;BMI;Bauch;Wade;Arm;Schlaf"
    assert isinstance(recognise(f"{header}\n3.5.2024;82,4;;24;85;38;36;7\n".encode(), TODAY), UnknownTable)


def test_libras_times_in_utc_become_days_where_the_person_is() -> None:
    late = LIBRA.replace("2024-06-03T12:00", "2024-06-03T23:30")
    found = recognise(late.encode(), TODAY, answers=Answers(zone=timezone(timedelta(hours=2))))
    assert isinstance(found, MeasurementTable)
    assert found.rows[-1].day == date(2024, 6, 4)
