"""Logs of every program at one door: known by what they hold, read, or refused in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from legwork.domain.log.sets import LoggedSet
from legwork.errors import Cancelled, UserError
from legwork.formats.training import is_training, recognise_training
from legwork.formats.training_records import Answers, TrainingTable, workout_keys
from training_files import TODAY, ZONE, backup, sets

STRONG = (
    b"Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
    b'2024-01-02 07:00:00,"A",1h 5m,"Squat (Barbell)",W,20.0,5,0,0,"deep","good",\n'
    b'2024-01-02 07:00:00,"A",1h 5m,"Squat (Barbell)",1,100.0,5,0,0,,,8\n'
    b'2024-01-02 07:00:00,"A",1h 5m,"Squat (Barbell)",Rest Timer,0,0,0,90,,,\n'
    b'2024-01-04 07:00:00,"A",1h 5m,"Pull Up (Assisted)",1,-15,5,0,0,,,\n'
)
HEVY = (
    b'"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    b'"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
    b'"Legs","15 Sep 2025, 07:48","15 Sep 2025, 09:13","","Squat","0","a\nb","0","warmup","60","8","","","6"\n'
    b'"Legs","15 Sep 2025, 07:48","15 Sep 2025, 09:13","","Plank","","","0","normal","","","","90",""\n'
)
FITNOTES = (
    b"Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
    b"2023-11-21,Pull Up,Back,10.0,kgs,8,,,,\n2023-11-21,Curl, seated,Biceps,20.0,lbs,8,,,,good, slow\n"
    b"2023-11-21,Running,Cardio,,,,1.23,mi,0:09:21,\n"
)
OLD_LIFTS = (
    b"Date,Note,Body Weight (KG),Exercise 1,Weight (KG),Weight (LB),Set 1,Set 2,Exercise 2,Weight (KG),Set 1,\n"
    b"19/11/18,,91,Squat,40,,5,4,Deadlift,60,5,\n1/2/19,,,Squat,,95,5,0,,,\n"
)
NEW_LIFTS = (
    b"Date (yyyy/mm/dd),Workout,Workout Name,Exercise,Start Time (h:mm),End Time (h:mm),Set 1 (Reps), Set 1 (KG)\n"
    b'"2015/05/25","1","A","Squat","7:37 PM","8:37 PM","5","20"\n"2015/05/25","1","A","Dips","7:37 PM","","5","-5"\n'
)
IPHONE = (
    b"Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,IsWarmup,RPE,RIR,Categories,"
    b'Note\nPush,2025-02-23T10:13:53Z,2025-02-23T11:08:47Z,"94,0",Bench,Barbell,8,"60,0",,,Done,false,"8,5",,"A,B",\n'
    b'Push,2025-02-23T10:13:53Z,2025-02-23T11:08:47Z,"94,0",Plank,None,1,"0,0",00:01:30,,Failed,true,,2,"C","=x"\n'
)
OWN = (
    b"date,start,workout,exercise,set,kind,side,reps,load,unit,load_kg,assisted,rir,seconds,distance_m,note,"
    b"exercise_number,superset,exercise_note,felt,minutes,utc_offset,workout_note,workout_id\n"
    b"2024-12-02,18:15:00,Chest,Bench press,1,warm_up,,8,45,kg,45,,,,,,1,,'=deep,3,46,60,,9565643c\n"
    b"2024-12-02,18:15:00,Chest,Bench press,2,normal,left,7,90.5,lb,41.05,yes,1,,,x,1,2,,3,46,60,,9565643c\n"
)
FILES = {
    "strong": STRONG, "hevy": HEVY, "fitnotes": FITNOTES, "stronglifts": OLD_LIFTS, "stronglifts 2": NEW_LIFTS,
    "fitnotes_ios": IPHONE, "legwork": OWN,
}  # fmt: skip


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small FitNotes backup."""
    folder: Path = tmp_path_factory.mktemp("backup")
    return backup(folder, sets((1, "2024-10-21", 60, 8), (2, "2024-10-21", 0, 5), (3, "2024-10-22", 0, 0, 0, 0, 0, 90)))


@pytest.mark.parametrize("source", FILES)
def test_files_are_known_by_what_they_hold(source: str) -> None:
    for data in (FILES[source], b"\xef\xbb\xbf" + FILES[source], FILES[source].decode().encode("utf-16")):
        assert is_training(data)
        table = recognise_training(data, TODAY)
        assert (table.source, table.set_count > 1) == (source.removesuffix(" 2"), True)


def test_a_backup_is_known_too(database: bytes) -> None:
    assert is_training(database)
    assert recognise_training(database, TODAY).set_count == 3


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"date,weight_kg,waist_cm\n2025-01-01,80,85\n", b"Date,Exercise,Reps\n", b'"a\n']
)
def test_other_files_are_told_what_can_be_read(data: bytes) -> None:
    assert not is_training(data)
    with pytest.raises(UserError, match="Strong, Hevy, FitNotes for Android"):
        recognise_training(data, TODAY)


@pytest.mark.parametrize("source", FILES)
def test_cancel(source: str) -> None:
    with pytest.raises(Cancelled):
        recognise_training(FILES[source], TODAY, should_stop=lambda: True)


def _sound(table: TrainingTable) -> None:
    """What holds for every log that was read, however damaged its file."""
    hash(table)
    assert all(one.line > 0 and one.reason and len(one.text) <= 80 for one in (*table.skipped, *table.suspects))
    starts = [one.start for one in table.workouts]
    assert starts == sorted(starts)
    keys = workout_keys(table.source, table.workouts)
    assert len(set(keys)) == len(keys)
    for workout in table.workouts:
        assert workout.exercises and (workout.minutes is None or workout.minutes > 0)
        for exercise in workout.exercises:
            assert exercise.name and exercise.sets
            for one in exercise.sets:
                if one.reps is None and one.seconds is None:
                    assert one.distance_m
                else:  # the program itself can keep each set as it is
                    LoggedSet(one.kind, one.side, one.reps, one.seconds, one.load, one.assisted, one.rir, one.note[:99])


@pytest.mark.parametrize("source", FILES)
def test_every_file_cut_anywhere_gives_no_more_than_it_holds(source: str) -> None:
    whole = recognise_training(FILES[source], TODAY)
    for end in range(len(FILES[source])):
        try:
            table = recognise_training(FILES[source][:end], TODAY)
        except UserError as error:
            assert str(error)
        else:
            _sound(table)
            assert table.set_count <= whole.set_count


_INSERTS = [
    b"", b"\x00", b"\xff", b'"', b",", b"\n", b"\r", b";", b"-", b"0", b"9" * 400, b"1e999", b"nan", b"inf", b"\\n",
    "٣½⁄′ﷺ".encode(), b'""', b"99999-99-99", b"2025-01-14", b"0001-01-01T00:00:00Z", b"9999-12-31 23:59:59", b"-1",
    b"1:99", b"lbs", b"%s{0}{x}", b"'", b"1,5", b"Z", b"+99:99", b"W", b"Set 1", b"Exercise 3", b"(KG)", b"kg",
]  # fmt: skip


@settings(deadline=None, max_examples=1_500)
@given(
    data=st.sampled_from([*FILES.values(), HEVY.decode().encode("utf-16")]),
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(_INSERTS) | st.binary(max_size=6)),
        min_size=1,
        max_size=6,
    ),
    answers=st.sampled_from([Answers(), Answers("lb", None, ZONE), Answers("rubbish")]),
)
@example(data=HEVY, edits=[(0.5, 0, b"\x00")], answers=Answers())
def test_damage_of_any_kind_is_a_sentence_or_a_report(
    data: bytes, edits: list[tuple[float, int, bytes]], answers: Answers
) -> None:
    for place, length, insert in edits:
        start = int(place * len(data))
        data = data[:start] + insert + data[start + length :]
    _read_or_refused(data, lambda found: recognise_training(found, TODAY, answers))


@settings(deadline=None, max_examples=400)
@given(edits=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=40)), min_size=1, max_size=8))
def test_damage_of_a_backup_too(database: bytes, edits: list[tuple[float, bytes]]) -> None:
    for place, insert in edits:
        start = int(place * len(database))
        database = database[:start] + insert + database[start + len(insert) :]
    _read_or_refused(database, lambda found: recognise_training(found, TODAY))


def _read_or_refused(data: bytes, reader: Callable[[bytes], TrainingTable]) -> None:
    try:
        table = reader(data)
    except UserError as error:
        assert str(error).strip()
        assert "\n" not in str(error)
    else:
        _sound(table)


def test_a_long_log_is_read_whole() -> None:
    head, row = STRONG.split(b"\n")[0], STRONG.split(b"\n")[2]
    rows = [
        row.replace(b"2024-01-02 07:00:00", f"20{year:02}-{month:02}-{day:02} 07:00:00".encode()).replace(
            b",1,100.0", f",{number},100.0".encode()
        )
        for year in range(5, 15) for month in range(1, 13) for day in range(1, 21) for number in range(1, 6)
    ]  # fmt: skip
    table = recognise_training(b"\n".join([head, *rows]), TODAY)
    assert (len(table.workouts), table.set_count, table.skipped) == (2_400, 12_000, ())
