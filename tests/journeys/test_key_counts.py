"""What everyday work costs in keys: measured on the real window, and held to the table beside this file.

The table is `key_counts.tsv`; how seconds are told from keys is in `journey_hands`. A count that changes fails here:
when it fell, write the new one down; when it rose, see what became harder.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from done_workouts import AddWorkout
from food_driver import food_of
from journey_hands import Effort, Hands, choose_files, in_front, in_preview
from legwork.domain.log.sheet import opened as working_sets
from legwork.domain.plan.model import Plan
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.qt.page_list import PAGES
from legwork.qt.printing.preview import PreviewDialog
from legwork.services.goals import goals_of
from legwork.services.plans import AddPlan
from legwork.services.workouts import workouts_of
from log_cases import workout
from program_driver import ALEX, Desk, answering, fill, opened
from train_cases import MONDAY

TABLE = Path(__file__).with_name("key_counts.tsv")
TODAY = date.today()
LAST_WEEK = TODAY - timedelta(days=7)
TAPE = (
    "82.5", "39.2", "125", "108.4", "84.1", "98", "40.2", "40.5", "54.2+54.6", "54.4", "35.5+35.7", "35.8",
)  # fmt: skip
"""Twelve values, with a second reading at two sites."""

WEEK = {
    "Legs A": ("Monday", {
        "squat": (4, "squat"), "romanian_deadlift": (3, "rdl"), "leg_press": (4, "leg p"),
        "seated_leg_curl": (3, "seated leg c"), "leg_extension": (3, "leg e"), "standing_calf_raise": (3, "standing c"),
    }),
    "Upper": ("Wednesday", {
        "bench_press": (4, "bench"), "pull_up": (3, "pull-up"), "row": (4, "barbell row"), "overhead_press": (3, "ohp"),
        "lateral_raise": (3, "lateral r"), "barbell_curl": (3, "barbell cu"),
    }),
    "Legs B": ("Friday", {
        "hip_thrust": (4, "hip t"), "bulgarian_split_squat": (3, "bulg"), "leg_press": (4, "leg p"),
        "lying_leg_curl": (3, "lying"), "hip_adduction": (3, "adduc"), "seated_calf_raise": (3, "seated c"),
    }),
}  # fmt: skip
"""Three sessions, 18 exercises, 60 sets: how many of each, and what is typed to find it."""
REPS = ("12", "11", "10", "10")


def written_down() -> dict[str, dict[str, str]]:
    """The table, by task."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["task"]: row for row in csv.DictReader(file, delimiter="\t")}


def hold(task: str, effort: Effort, most_s: float) -> None:
    """Compare with the table, and with how long the task may take."""
    assert effort.seconds <= most_s, f"{task}: {effort.seconds:.0f} s"
    row = written_down()[task]
    found = (str(effort.strokes), str(effort.thoughts), str(round(effort.seconds)))
    assert found == (row["strokes"], row["thoughts"], row["seconds"]), f"{task}: write down {found}, or mend"


def with_plan(desk: Desk, starts_on: date) -> None:
    """Three weeks of sixty sets each."""
    text = "Plan: Sixty\nBlock: Base (accumulate)\n"
    for number in (1, 2, 3):
        text += f"Week {number}\n"
        for name, (day, exercises) in WEEK.items():
            text += f"Session: {name} ({day})\n"
            for key, (sets, _) in exercises.items():
                text += f"{key}: {sets}x8-12 {'BW' if key == 'pull_up' else '60kg'}\n"
    desk.context.profile.apply(AddPlan(desk.person.id, _plan(text), starts_on))
    desk.context.runner.reload_everything()


def _plan(text: str) -> Plan:
    return read_plan(text, UnitSystem.METRIC)


def sets_logged(desk: Desk) -> list[int]:
    """How many working sets each workout has."""
    log = workouts_of(desk.context.profile, desk.person.id)
    return [sum(working_sets(one.sets) for one in stored.workout.exercises) for stored in log]


@pytest.fixture
def somebody(folder: Path) -> Path:
    fill(folder, ALEX)
    return folder


def test_every_page_is_one_shortcut_away(qtbot: QtBot, somebody: Path) -> None:
    with opened(qtbot, somebody) as desk:
        hands = Hands(desk)
        for start in ("today", "measure", "help"):
            for one in PAGES:
                desk.go(start)
                before = hands.effort
                hands.press(one.keys)
                assert desk.page.name == one.name
                spent = hands.effort - before
                assert (spent.strokes, spent.thoughts) == (2, 1), QKeySequence(one.keys).toString()
    hold("any page", Effort(2, 1), 2)


def test_a_check_in_of_twelve_values(qtbot: QtBot, somebody: Path) -> None:
    with opened(qtbot, somebody) as desk:
        hands = Hands(desk)
        hands.press("Ctrl+2")
        hands.enter(*TAPE)
        assert desk.page.summary.text().startswith("12 of 12 values")
        assert desk.stored("upper_thigh_left") == ["54.2 cm", "54.6 cm"]
        hold("check-in", hands.effort, 90)


def test_a_week_by_the_plan(qtbot: QtBot, somebody: Path) -> None:
    """From the printed sheets: the load is changed in the first exercise, else the reps are typed."""
    with opened(qtbot, somebody) as desk:
        with_plan(desk, MONDAY - timedelta(days=7))
        hands = Hands(desk)
        hands.press("Ctrl+7")
        hands.press("Alt+Left")
        for name, (_, exercises) in WEEK.items():
            assert hands.said_at.startswith(f"{name}: Enter for"), hands.said_at
            hands.press("Return")
            for place, (sets, _) in enumerate(exercises.values()):
                hands.enter(*(("62.5x10", *REPS[1:]) if place == 0 else REPS)[:sets])
            assert hands.at == "train_finish"
            hands.press("Return")
        assert sets_logged(desk) == [20, 20, 20]
        hold("week by the plan", hands.effort, 180)


def test_a_week_freely(qtbot: QtBot, somebody: Path) -> None:
    """Without a plan, and for the first time: each exercise is looked for, and its sets are typed in one line."""
    with opened(qtbot, somebody) as desk:
        hands = Hands(desk)
        hands.press("Ctrl+7")
        for _, exercises in WEEK.values():
            hands.press("Ctrl+N")
            for key, (sets, words) in exercises.items():
                hands.enter(words)
                load = "" if key == "pull_up" else "60x"
                hands.enter(load + "+".join(REPS[:sets]))
                assert hands.at == "train_add", key
            hands.press("Ctrl+Return")
        assert sets_logged(desk) == [20, 20, 20]
        log = workouts_of(desk.context.profile, desk.person.id)
        found = [[one.exercise for one in each.workout.exercises] for each in log]
        assert found == [list(exercises) for _, exercises in WEEK.values()]
        hold("week freely, the first time", hands.effort, 180)


def test_a_week_freely_as_the_last_time(qtbot: QtBot, somebody: Path) -> None:
    """Without a plan, but not for the first time: the exercises of the week before are done again."""
    with opened(qtbot, somebody) as desk:
        for away, (_, exercises) in enumerate(WEEK.values()):
            done = {key: [f"{'BW' if key == 'pull_up' else '60'}x{reps}" for reps in REPS[:sets]]
                    for key, (sets, _) in exercises.items()}  # fmt: skip
            desk.context.profile.apply(AddWorkout(desk.person.id, workout(LAST_WEEK + timedelta(days=away), done)))
        desk.context.runner.reload_everything()
        hands = Hands(desk)
        hands.press("Ctrl+7")
        for at, (_, exercises) in enumerate(WEEK.values()):
            hands.tab_to("train_workouts")
            for key in ("Up",) if at else ("Down", "Down"):
                hands.press(key)  # the one after the one that was chosen before
            hands.press("Ctrl+D")
            assert [one.exercise for one in desk.page.workout.exercises] == list(exercises)
            for place, (sets, _) in enumerate(exercises.values()):
                hands.enter(*(("62.5x10", *REPS[1:]) if place == 0 else REPS)[:sets])
            hands.press("Ctrl+Return")
        assert sets_logged(desk)[3:] == [20, 20, 20]
        hold("week freely, as before", hands.effort, 180)


def test_next_weeks_plan_is_printed(
    qtbot: QtBot, somebody: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_files(monkeypatch, tmp_path / "next.pdf")
    with opened(qtbot, somebody) as desk:
        with_plan(desk, MONDAY)
        hands = Hands(desk)
        hands.press("Ctrl+6")
        hands.press("Right")

        def save(_preview: PreviewDialog) -> None:
            hands.press("Ctrl+S")

        with in_preview(desk, save):
            hands.press("Ctrl+P")
        assert (tmp_path / "next.pdf").is_file()
        hold("print next week", hands.effort, 10)


def test_a_goal_that_is_proposed(qtbot: QtBot, somebody: Path) -> None:
    with opened(qtbot, somebody) as desk:
        hands = Hands(desk)
        hands.press("Ctrl+2")
        hands.enter(*TAPE)
        before = hands.effort
        hands.press("Ctrl+5")
        desk.settle()
        hands.tab_to("balance_make_goal")
        hands.press("Return")
        desk.settle()
        assert list(goals_of(desk.context.profile, desk.person.id))
        hold("goal, as proposed", hands.effort - before, 10)


def test_a_goal_of_ones_own(qtbot: QtBot, somebody: Path) -> None:
    with opened(qtbot, somebody) as desk:
        hands = Hands(desk)
        hands.press("Ctrl+2")
        hands.enter(*TAPE)
        before = hands.effort

        def choose(dialog: QDialog) -> None:
            in_front(desk, dialog)
            hands.enter("thigh")

        def say(dialog: QDialog) -> None:
            in_front(desk, dialog)
            hands.enter("58")

        hands.press("Ctrl+4")
        hands.press("Alt+2")
        with answering("goal_dialog", say), answering("goal_measure_dialog", choose):
            hands.press("Return")
            desk.qtbot.waitUntil(lambda: bool(goals_of(desk.context.profile, desk.person.id)))
        [goal] = goals_of(desk.context.profile, desk.person.id).values()
        assert (goal.measure, goal.entered) == ("site/upper_thigh", "58")
        hold("goal of one's own", hands.effort - before, 20)


def test_a_plate(qtbot: QtBot, somebody: Path) -> None:
    with opened(qtbot, somebody) as desk:
        with_plan(desk, MONDAY)
        hands = Hands(desk)
        hands.press("Ctrl+7")
        hands.press("Return")
        for _ in range(3):
            hands.press("Shift+Tab")
        assert hands.at == "train_more"
        hands.press("Space")
        hands.press("Down")

        def add(dialog: QDialog) -> None:
            in_front(desk, dialog)
            hands.tab_to("own_plate_15_kg")
            hands.write("4")
            hands.press("Return")

        with answering("own_plates_dialog", add):
            hands.press("Return")
        hold("own plates", hands.effort, 30)


def test_food_of_a_day(qtbot: QtBot, somebody: Path) -> None:
    with opened(qtbot, somebody) as desk:
        desk.context.profile.apply(
            food_of(desk.person.id, TODAY - timedelta(days=1), energy="2400", protein="150", water="2")
        )
        desk.context.runner.reload_everything()
        hands = Hands(desk)
        hands.press("Ctrl+8")
        hands.enter("2350", "155", "2.5")
        hold("food of a day", hands.effort, 15)


def test_the_table_holds_nothing_that_is_not_measured() -> None:
    source = Path(__file__).read_text(encoding="utf-8")
    for task in written_down():
        assert f'hold("{task}"' in source, task
