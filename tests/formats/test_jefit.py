"""JEFIT's export: many tables in one file, all sets of an exercise in one cell, seconds where reps stand."""

from __future__ import annotations

from datetime import date, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.sites import Spot
from legwork.errors import UserError
from legwork.formats import jefit
from legwork.formats.parts import Several
from legwork.formats.recognise import recognise
from legwork.formats.records import MeasurementTable
from legwork.formats.training_records import Answers, TrainingTable
from training_files import plan_of, told

TODAY = date(2026, 11, 26)
ZONE = timezone(timedelta(hours=1))

SETTING = """### SETTING ##########################################

row_id,USERID,TIMESTAMP,gender,currentRoutine,DOB,name,length,mass,dbversion
1,7,"2025-06-02 06:53:50",M,3,1997-01-01,,"{length}","{mass}",

######################################################

"""
ROUTINES = """### ROUTINES #########################################

row_id,USERID,TIMESTAMP,_id,name,difficulty,focus,dayaweek,description,daytype,tags
1,7,"2024-06-08 17:06:28",1,"Barbell plan",0,0,5,"with ""quotes"", and
a line of its own",1," "

row_id,USERID,TIMESTAMP,package,_id,name,day,dayIndex,interval_mode
2,7,"2025-08-06 00:16:56",1,41,"Leg day",1,1,0

row_id,USERID,TIMESTAMP,belongSys,superset,_id,exercise_id,belongplan,exercisename,setcount,timer,logs,bodypart
3,7,"2024-12-18 16:07:17",1,0,6,93,1,"Barbell Deadlift",6,60,"20x10,70x5",1

######################################################

"""
SESSIONS = """### WORKOUT SESSIONS #################################

rowid,_id,USERID,edit_time,day_id,total_time,workout_time,starttime,endtime,workout_mode,TIMESTAMP,calories
1,1770220318,7,0,41,0,0,1770220318,1770223918,0,"2026-02-04 17:00:00",0

######################################################

"""
LOGS_HEADER = (
    "USERID,TIMESTAMP,belongSys,logs,_id,record,mydate,eid,ename,day_item_id,belongsession,logTime,interval_logs,"
    "auto_generated\n"
)
LOGS = (
    "### EXERCISE LOGS ####################################\n\n" + LOGS_HEADER + "{rows}"
    "\n\n######################################################\n\n"
)
BODY = """### BODY STATS #######################################

row_id,USERID,TIMESTAMP,_id,mydate,weight,fatpercent,chest,arms,waist,calves,height,hips,thighs,shoulders,neck,forearms
1,7,"2026-02-01 07:00:00",1,2026-02-01,82.5,0,104,38.5,0,39,180,0,58,0,0,0
2,7,"2026-02-08 07:00:00",2,2026-02-08,82.1,17.5,0,0,0,39.2,180,0,58.4,0,0,0

"""
NOTES = """### NOTES ############################################

row_id,TIMESTAMP,USERID,_id,eid,belongSys,mynote,title,mydate,logTime,label,bodypart
1,"2026-02-04 18:05:38",7,1,127,1,"Chair on 3, low","Barbell Squat",2026-02-04,1770221000,0,-1

######################################################
"""


def row(number: int, day: str, name: str, packed: str, session: str = "0") -> str:
    return f'7,"2026-02-04 18:00:00",1,"{packed}",{number},0,{day},127,"{name}",8,{session},0,,0\n'


def logs(*rows: str) -> str:
    return LOGS.format(rows="".join(rows))


def setting(mass: str = " kg", length: str = " cm") -> str:
    return SETTING.format(mass=mass, length=length)


def workouts(text: str, **answers: str) -> TrainingTable:
    assert jefit.looks_like(text)
    found = jefit.read(text, TODAY, Answers(zone=ZONE, **answers))
    assert isinstance(found, TrainingTable)
    return found


SQUAT = row(1, "2026-02-04", "Barbell Squat", "60x10,100x5,100x5", "1770220318")


def test_a_session_has_its_start_its_length_and_its_title() -> None:
    table = workouts(setting() + ROUTINES + SESSIONS + logs(SQUAT) + NOTES)
    assert (table.source, table.unit_asked) == ("jefit", False)
    assert plan_of(table) == [
        ("2026-02-04 16:51", "Leg day", [("Barbell Squat", ["60kg x10", "100kg x5", "100kg x5"])])
    ]
    [workout] = table.workouts
    assert (workout.minutes, workout.utc_offset_minutes) == (60, 60)
    assert workout.exercises[0].note == "Chair on 3, low"


def test_what_stands_only_in_a_routine_is_no_set() -> None:
    table = workouts(setting() + ROUTINES + SESSIONS + logs(SQUAT))
    assert [one.name for workout in table.workouts for one in workout.exercises] == ["Barbell Squat"]
    assert told(table) == [(8, "ROUTINES", "Legwork keeps no values of this kind.")]


def test_without_a_session_the_day_is_the_workout() -> None:
    table = workouts(
        setting()
        + logs(
            row(1, "2026-01-01", "Barbell Squat", "60x10"),
            row(2, "2026-01-01", "Leg Curl", "30x12"),
            row(3, "2026-01-03", "Barbell Squat", "62.5x10"),
        )
    )
    assert plan_of(table) == [
        ("2026-01-01", "", [("Barbell Squat", ["60kg x10"]), ("Leg Curl", ["30kg x12"])]),
        ("2026-01-03", "", [("Barbell Squat", ["62.5kg x10"])]),
    ]


def test_the_day_of_the_row_goes_before_the_clock_of_the_session() -> None:
    """Somebody who trained in another time zone: 16:51 UTC of 4 February was the 5th where they were."""
    table = workouts(setting() + SESSIONS + logs(SQUAT.replace("2026-02-04,127", "2026-02-05,127")))
    assert plan_of(table)[0][0] == "2026-02-05"


def test_loads_that_went_through_pounds_are_brought_back() -> None:
    packed = "64.9998x5,31.9998x8,61.25x3,143.2999x1"
    table = workouts(setting() + logs(row(1, "2026-01-01", "Machine Fly", packed)))
    assert plan_of(table)[0][2] == [("Machine Fly", ["65kg x5", "32kg x8", "61.25kg x3", "143.3kg x1"])]


def test_pounds_and_a_unit_that_is_not_said() -> None:
    pounds = workouts(setting(" lbs") + logs(row(1, "2026-01-01", "Barbell Squat", "225x5")))
    assert plan_of(pounds)[0][2] == [("Barbell Squat", ["225lb x5"])]
    open_one = workouts(logs(row(1, "2026-01-01", "Barbell Squat", "135x5,225x5")), unit="lb")
    assert (open_one.unit_asked, open_one.unit) == (True, "lb")
    assert plan_of(open_one)[0][2] == [("Barbell Squat", ["135lb x5", "225lb x5"])]


def test_body_weight_sets_have_no_load_and_timed_ones_have_seconds() -> None:
    table = workouts(
        setting()
        + logs(
            row(1, "2026-01-01", "Pull Up", "0x8,x7"),
            row(2, "2026-01-01", "Treadmill Running", "0x1800"),
            row(3, "2026-01-01", "Plank", "0x60"),
            row(4, "2026-01-01", "Battle Ropes", "0x240"),
            row(5, "2026-01-01", "Bodyweight Walking Lunge", "0x20"),
            row(6, "2026-01-01", "Air Bike", "0x25"),
        )
    )
    assert plan_of(table)[0][2] == [
        ("Pull Up", ["x8", "x7"]),
        ("Treadmill Running", ["1800s"]),
        ("Plank", ["60s"]),
        ("Battle Ropes", ["240s"]),
        ("Bodyweight Walking Lunge", ["x20"]),
        ("Air Bike", ["x25"]),
    ]


def test_the_table_of_single_sets_tells_seconds_and_miles() -> None:
    sets = (
        "### EXERCISE SET LOGS ################################\n"
        "_id,userid,exercise_log_id,set_index,weight_lbs,reps,calories,distance_mi,speed_mph,laps,duration\n"
        "1,7,1,0,0,0,300,3.1,0,0,1500\n2,7,2,0,143.3,5,0,0,0,0,0\n"
    )
    table = workouts(
        setting() + logs(row(1, "2026-01-01", "Rowing", "0x0"), row(2, "2026-01-01", "Barbell Squat", "65x5")) + sets
    )
    assert plan_of(table)[0][2] == [("Rowing", ["1500s 4988.97m"]), ("Barbell Squat", ["65kg x5"])]


def test_what_is_no_set_is_told_and_the_rest_is_taken() -> None:
    table = workouts(
        setting()
        + logs(
            row(1, "2026-01-01", "Barbell Squat", "60x10,sixty,60x"),
            row(1, "2026-01-01", "Barbell Squat", "60x10"),
            row(3, "2026-01-01", "", "60x10"),
            row(4, "2026-13-01", "Leg Curl", "60x10"),
        )
    )
    assert plan_of(table) == [("2026-01-01", "", [("Barbell Squat", ["60kg x10"])])]
    assert [(text, reason) for _, text, reason in told(table)] == [
        ("2026-01-01, Barbell Squat: sixty", "This is no set such as 60x10."),
        ("2026-01-01, Barbell Squat: 60x", "This is no set such as 60x10."),
        ("2026-01-01, Barbell Squat", "This row is repeated: the same one stands further up."),
        ("2026-01-01: 60x10", "There is no exercise."),
        ("2026-13-01, Leg Curl: 60 kg × 10", "There is no such day in the calendar."),
    ]


def test_workouts_and_body_are_two_parts_and_each_can_be_asked_for() -> None:
    text = setting(length=" in") + ROUTINES + SESSIONS + logs(SQUAT) + BODY
    found = jefit.read(text, TODAY, Answers(zone=ZONE))
    assert isinstance(found, Several)
    assert [one.name for one in found.parts] == ["Workouts", "Body measurements"]
    assert [one.text for one in found.left] == ["ROUTINES"]
    again = jefit.read(text, TODAY, Answers(zone=ZONE, part="Body measurements"))
    assert again == found.parts[1].found
    assert isinstance(jefit.read(text, TODAY, Answers(zone=ZONE, part="Workouts")), TrainingTable)


def test_the_door_that_every_file_comes_in_by_knows_it() -> None:
    text = setting() + ROUTINES + SESSIONS + logs(SQUAT) + BODY
    for data in (text.encode(), text.replace("\n", "\r\n").encode("utf-16")):
        found = recognise(data, TODAY, answers=Answers(zone=ZONE))
        assert isinstance(found, Several) and len(found.parts) == 2
        part = recognise(data, TODAY, answers=Answers(zone=ZONE, part="Workouts"))
        assert isinstance(part, TrainingTable) and part.set_count == 3


def test_body_measurements_leave_zeros_out_and_limbs_without_a_side() -> None:
    found = jefit.read(setting() + BODY, TODAY)
    assert isinstance(found, MeasurementTable)
    columns = {one.header: (one.spot, one.unit, one.count) for one in found.columns}
    assert columns == {
        "weight": (Spot("body_weight"), "kg", 2),
        "fatpercent": (Spot("body_fat"), "%", 1),
        "chest": (Spot("chest"), "cm", 1),
        "arms": (Spot("flexed_arm"), "cm", 1),
        "calves": (Spot("calf"), "cm", 2),
        "thighs": (Spot("mid_thigh"), "cm", 2),
    }
    assert [one.day for one in found.rows] == [date(2026, 2, 1), date(2026, 2, 8)]
    assert {one.reason for one in found.skipped} == {"Zero stands for “not measured”."}


def test_body_measurements_are_in_the_units_of_the_settings() -> None:
    text = setting(" lbs", " in") + BODY.replace("82.5", "181.9").replace("82.1", "181").replace("104", "41")
    found = jefit.read(text.replace(",38.5,0,39,", ",15.2,0,15.4,").replace(",58,", ",23,"), TODAY)
    assert isinstance(found, MeasurementTable)
    first = {one.column: (one.quantity.entered, one.quantity.unit) for one in found.rows[0].cells}
    assert first == {
        "weight": ("181.9", "lb"), "chest": ("41", "in"), "arms": ("15.2", "in"), "calves": ("15.4", "in"),
        "thighs": ("23", "in"),
    }  # fmt: skip


def test_a_day_that_the_profile_has_twice_is_measured_once() -> None:
    """An older version of the program left its rows beside the new ones."""
    older = '3,7,"2026-02-01 07:00:00",100000,2026-02-01,82.5,0,0,0,0,0,180,0,0,0,0,0\n'
    fuller = '4,7,"2026-02-08 07:00:00",4,2026-02-08,82.1,17.5,103,0,0,39.2,180,0,58.4,0,0,0\n'
    evening = '5,7,"2026-02-08 19:00:00",5,2026-02-08,83,0,0,0,0,0,180,0,0,0,0,0\n'
    text = setting() + BODY.replace("BODY STATS", "PROFILE").rstrip("\n") + "\n" + older + fuller + evening
    found = jefit.read(text, TODAY)
    assert isinstance(found, MeasurementTable)
    assert [(one.day.day, [cell.quantity.entered for cell in one.cells]) for one in found.rows] == [
        (1, ["82.5", "104", "38.5", "39", "58"]),
        (8, ["82.1", "17.5", "103", "39.2", "58.4"]),
        (8, ["83"]),
    ]
    twice = [(one.line, one.text[:4]) for one in found.skipped if one.reason.startswith("Another row of this day")]
    assert [text for _, text in twice] == ["2, 7", "3, 7"]


def test_units_that_no_settings_say_are_asked_about() -> None:
    found = jefit.read(BODY, TODAY)
    assert isinstance(found, MeasurementTable)
    assert (found.unit_asked, found.unit, found.length_asked, found.length) == (True, "kg", True, "cm")
    inches = BODY.replace("104,38.5,0,39", "41,15.2,0,15.4").replace(",0,58,", ",0,23,")
    guessed = jefit.read(inches, TODAY)
    assert isinstance(guessed, MeasurementTable)
    assert guessed.length == "in"
    other = jefit.read(inches, TODAY, Answers(unit="lb", length="in"))
    assert isinstance(other, MeasurementTable)
    assert {one.unit for one in other.columns} == {"lb", "in", "%"}
    told_so = jefit.read(setting() + BODY, TODAY)
    assert isinstance(told_so, MeasurementTable)
    assert not told_so.unit_asked and not told_so.length_asked


def test_a_file_with_nothing_of_it_is_refused() -> None:
    with pytest.raises(UserError, match="no workouts and no body measurements"):
        jefit.read(setting() + ROUTINES + "### EXERCISE LOGS ###\n\n" + LOGS_HEADER, TODAY)


WHOLE = setting() + ROUTINES + SESSIONS + logs(SQUAT, row(2, "2026-02-04", "Plank", "0x60")) + BODY + NOTES


@given(st.data())
def test_a_damaged_file_is_read_or_refused_in_a_sentence(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(WHOLE)))
    end = data.draw(st.integers(start, min(len(WHOLE), start + 40)))
    text = WHOLE[:start] + data.draw(st.text('x,0#"\n-', max_size=8)) + WHOLE[end:]
    try:
        jefit.read(text, TODAY, Answers(zone=ZONE))
    except UserError as error:
        assert str(error)
