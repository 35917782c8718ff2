"""What a preview says of a file, in the window and in a terminal."""

from __future__ import annotations

import pytest

from legwork.formats.dates import DateOrder
from legwork.formats.records import Skipped
from legwork.services.catalogue import catalogue
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.training_import import preview
from legwork.services.training_names import LEAVE_OUT, OWN_EXERCISE, names_in_file, proposed
from legwork.services.training_words import (
    asked_sentence,
    by_reason,
    choice_sentence,
    choice_words,
    fate_sentence,
    file_sentence,
    how_words,
    lines_words,
    oddities,
    order_words,
    said_about,
    set_words,
)
from training_files import backup, read, sets

HEADER = "Date,Workout Name,Workout Duration,Exercise Name,Set Order,Weight,Weight Unit,Reps,Distance,Seconds\n"
ROW = "2025-01-{day:02} 18:00:00,Push,{length},{name},{number},{load},kg,{reps},0,0\n"


def row(day: int = 1, name: str = "Bench Press", number: object = 1, load: object = 80, reps: object = 8) -> str:
    return ROW.format(day=day, length="1h", name=name, number=number, load=load, reps=reps)


def test_how_much_there_is() -> None:
    many = "".join(row(1 + number % 25, number=number // 25 + 1) for number in range(1_250))
    assert file_sentence(read(HEADER + many)) == "25 workouts, 1\u202f250 sets from 1 Jan 2025 to 25 Jan 2025"
    assert file_sentence(read(HEADER + row())) == "1 workout, 1 set on 1 Jan 2025"


def test_what_becomes_of_it(profile: Profile, person: Person) -> None:
    table = read(HEADER + row() + row(2, "Hopsla"))
    choices = proposed(names_in_file(profile, person.id, table))
    assert fate_sentence(preview(profile, person.id, table, choices)) == "2 new workouts, 1 exercise of your own."
    nothing = dict.fromkeys(choices, LEAVE_OUT)
    assert fate_sentence(preview(profile, person.id, table, nothing)) == "2 sets left out."


def test_a_day_that_can_be_read_in_two_ways_is_shown_in_both() -> None:
    table = read("Date,Exercise 1,Weight (KG),Set 1\n3/4/18,Squat,40,5\n5/4/18,Squat,40,5\n")
    assert (table.order_asked, table.order_example) == (True, "3/4/18")
    assert order_words(table) == {DateOrder.DAY_FIRST: "3 Apr 2018", DateOrder.MONTH_FIRST: "4 Mar 2018"}


def test_names_and_what_they_come_in_as(profile: Profile, person: Person) -> None:
    table = read(HEADER + row() + row(name="Leg Press Keller") + row(name="Hopsla") + row(name="Squat (Barbell)"))
    found = {one.name: one for one in names_in_file(profile, person.id, table)}
    assert {name: how_words(one) for name, one in found.items()} == {
        "Bench Press": "same name",
        "Leg Press Keller": "like Leg press?",
        "Hopsla": "not known",
        "Squat (Barbell)": "another of its names",
    }
    words = catalogue()
    assert choice_words(found["Squat (Barbell)"], "squat", words) == "Back squat"
    assert choice_words(found["Leg Press Keller"], OWN_EXERCISE, words) == "own exercise, muscles as Leg press"
    assert choice_words(found["Hopsla"], OWN_EXERCISE, words) == "own exercise, no muscles yet"
    assert choice_words(found["Hopsla"], "own:leg_press", words) == "own exercise, muscles as Leg press"
    assert choice_words(found["Hopsla"], LEAVE_OUT, words) == "left out"
    assert "count for no muscle until you say for which" in choice_sentence(found["Hopsla"], OWN_EXERCISE, words)
    assert "count at once" in choice_sentence(found["Hopsla"], "own:leg_press", words)
    assert asked_sentence(list(found.values())).startswith("2 names are not known here.")
    assert asked_sentence([found["Bench Press"]]) == ""


def test_what_is_odd_is_named_once_with_all_its_reasons() -> None:
    rows = [row(day) for day in range(1, 12)]
    odd = ROW.format(day=12, length="134h 2m", name="Bench Press", number=1, load=860, reps=877777)
    found = oddities(read(HEADER + "".join(rows) + odd))
    assert [(one.day, one.what, one.shown) for one in found] == [
        ("12 Jan 2025, 18:00", "Bench Press", "860 kg × 877\u202f777"),
        ("12 Jan 2025, 18:00", "Push", "134 h"),
    ]
    assert found[0].reason == "This load is far above the others. These are far more reps than in the other sets."
    assert len(found[0].suspects) == 2


@pytest.mark.parametrize(
    ("name", "load", "reps", "distance", "seconds", "said"),
    [
        ("Bench Press", 80, 8, 0, 0, "80 kg × 8"), ("Pull Up", 0, 8, 0, 0, "8 reps"),
        ("Plank", 0, 0, 0, 90, "90 s"), ("Running", 0, 0, 5, 1200, "1200 s, 5\u202f000 m"),
        ("Pull Up (Assisted)", 20, 8, 0, 0, "help 20 kg × 8"),
    ],
)  # fmt: skip
def test_a_set_in_words(name: str, load: int, reps: int, distance: int, seconds: int, said: str) -> None:
    text = f"2025-01-01 18:00:00,Push,1h,{name},1,{load},kg,{reps},{distance},{seconds}\n"
    [workout] = read(HEADER + text).workouts
    assert set_words(workout.exercises[0].sets[0]) == said


def test_rows_by_their_reason_the_most_frequent_first() -> None:
    rows = [Skipped(1, "a", "rest"), Skipped(2, "b", "none"), Skipped(3, "c", "rest")]
    assert list(by_reason(rows)) == ["rest", "none"]
    assert [one.line for one in by_reason(rows)["rest"]] == [1, 3]


def test_where_rows_stand() -> None:
    def lines(*numbers: int) -> str:
        return lines_words([Skipped(number, "", "") for number in numbers])

    assert lines(4) == "line 4"
    assert lines(3, 5, 7) == "lines 3, 5 and 7"
    assert lines(*range(1, 1_021)) == "lines 1, 2, 3, 4, 5, 6, 7, 8 and 1\u202f012 more"


def test_a_terminal_is_told_of_names_suspects_and_reasons(profile: Profile, person: Person) -> None:
    rows = [row(day) for day in range(1, 12)] + [row(12, load=860), row(12, "Hopsla"), row(13, number="Rest Timer")]
    rows += [row(14, number="Rest Timer")]
    table = read(HEADER + "".join(rows))
    names = names_in_file(profile, person.id, table)
    assert said_about(table, names, proposed(names)) == [
        "Hopsla: known under no name here, so it is an own exercise without muscles (1 set).",
        "Worth a look, line 13: 2025-01-12 18:00:00, Bench Press: 860 kg. This load is far above the others.",
        "2 rows or values are not taken, lines 15 and 16: A rest between sets, which is no set.",
    ]


def test_many_suspects_of_one_kind_are_told_in_short(profile: Profile, person: Person) -> None:
    table = read(HEADER + "".join(row(1 + number % 25, number=number // 25 + 1, reps=0) for number in range(100)))
    said = said_about(table, (), {})
    assert len(said) == 13
    assert said[-1].startswith("The same in lines 14, 15, 16, 17, 18, 19, 20, 21 and 80 more: A set with zero reps")


def test_a_backup_says_so_too(tmp_path: object) -> None:
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    table = read(backup(tmp_path, sets((1, "2025-01-06", 100, 8))))
    assert file_sentence(table) == "1 workout, 1 set on 6 Jan 2025"
