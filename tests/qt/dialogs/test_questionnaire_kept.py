"""Answers to questions are kept at once: each one step of undo, and at no moment gone from the disk."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from fault_driver import press
from legwork.domain.questionnaire import Question
from legwork.paths import ProfilePaths
from legwork.services.choices import SetChoices
from legwork.services.people import ChangePerson
from program_driver import Desk, answering
from question_driver import LIFTS, QUESTIONS, Ask, Asked


@pytest.fixture
def ask(desk: Desk) -> Ask:
    def start(questions: tuple[Question, ...] = QUESTIONS) -> Asked:
        return Asked(desk, questions)

    return start


def test_one_question_is_one_step_of_undo(desk: Desk, ask: Ask) -> None:
    asked = ask()
    asked.press(*[Qt.Key.Key_Right] * LIFTS)
    asked.type("1234")
    asked.press(Qt.Key.Key_Return)
    asked.type("1")
    asked.close()
    assert desk.undo_action().text() == (
        "Undo Answer: When you end a leg set, how many more clean reps could you still do?"
    )
    desk.undo()
    assert asked.stored == {"leg_lifts": ("squat", "leg_press", "lunge", "hinge")}
    desk.undo()
    assert asked.stored == {}
    desk.redo()
    assert asked.stored == {"leg_lifts": ("squat", "leg_press", "lunge", "hinge")}


def test_an_answer_of_before_comes_back_by_undo_however_often_it_was_changed(desk: Desk, ask: Ask) -> None:
    asked = ask()
    asked.type("1")
    asked.close()
    asked = ask(QUESTIONS[:2])
    asked.press(Qt.Key.Key_Left)
    asked.pick("no_plan")
    asked.pick("upper_only")
    asked.close()
    assert asked.stored == {"split": ("upper_only",)}
    desk.undo()
    assert asked.stored == {"split": ("full_body",)}


def test_undo_in_the_dialog_shows_what_it_took_back_and_reaches_no_further(desk: Desk, ask: Ask) -> None:
    desk.context.runner.apply(ChangePerson(desk.person.id, "name", "Sandy", "Alex"))
    asked = ask()
    asked.type("21")
    asked.press(Qt.Key.Key_Right)
    assert asked.where == "4 of 20"
    asked.ctrl(Qt.Key.Key_Z)
    assert (asked.where, asked.picked) == ("2 of 20", [])
    asked.ctrl(Qt.Key.Key_Y)
    assert asked.picked == ["under_3_months"]
    for _ in range(4):
        asked.ctrl(Qt.Key.Key_Z)
    assert asked.stored == {}
    assert desk.person.name == "Sandy"
    asked.close()


def test_other_choices_of_the_person_stay(desk: Desk, ask: Ask) -> None:
    desk.context.runner.apply(SetChoices(desk.person.id, (("target", ("balance",)),), date.today(), "target"))
    asked = ask()
    asked.type("1")
    assert asked.stored == {"target": ("balance",), "split": ("full_body",)}
    asked.close()


def on_disk(folder: Path, topic: str) -> tuple[str, ...]:
    """What another program finds in the file just now."""
    with closing(sqlite3.connect(ProfilePaths(folder).database)) as file:
        return tuple(pick for (pick,) in file.execute("SELECT pick FROM choice WHERE topic = ? ORDER BY id", [topic]))


def test_at_no_moment_is_an_answer_gone_from_the_disk_while_it_is_changed(desk: Desk, ask: Ask, folder: Path) -> None:
    asked = ask()
    asked.press(*[Qt.Key.Key_Right] * LIFTS)
    found = []  # at each commit, after which the program may be killed
    desk.context.bus.changed.connect(lambda *_said: found.append(on_disk(folder, "leg_lifts")))
    asked.type("123")
    assert found == [("squat",), ("squat", "leg_press"), ("squat", "leg_press", "lunge")]
    asked.close()


def test_when_the_store_is_taken_between_two_writes_an_answer_is_kept(
    impatient: None, desk: Desk, ask: Ask, folder: Path
) -> None:
    asked = ask()
    asked.press(*[Qt.Key.Key_Right] * LIFTS)
    asked.type("1")
    other = sqlite3.connect(ProfilePaths(folder).database, isolation_level=None)
    with closing(other):

        def take(*_said: object) -> None:
            if not other.in_transaction:
                other.execute("BEGIN IMMEDIATE")

        desk.context.bus.changed.connect(take)
        asked.type("2")
        assert other.in_transaction
        desk.context.bus.changed.disconnect(take)
    assert on_disk(folder, "leg_lifts") == ("squat", "leg_press")
    asked.close()


def give_up(dialog: QDialog) -> None:
    press(dialog, "Not now")


def test_a_change_that_the_store_refuses_leaves_the_answer_and_its_undo(
    impatient: None, desk: Desk, ask: Ask, folder: Path
) -> None:
    asked = ask()
    asked.press(*[Qt.Key.Key_Right] * LIFTS)
    asked.type("1")
    with closing(sqlite3.connect(ProfilePaths(folder).database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with answering("store_fault", give_up) as faults:
            asked.type("2")
        assert len(faults) == 1, "the person is asked once"
    assert (on_disk(folder, "leg_lifts"), asked.picked) == (("squat",), ["squat"])
    asked.type("3")
    assert asked.stored == {"leg_lifts": ("squat", "lunge")}
    asked.close()
    desk.undo()
    assert asked.stored == {}, "still one step"
    desk.redo()
    assert asked.stored == {"leg_lifts": ("squat", "lunge")}


def test_a_tick_taken_back_is_no_step_of_undo(desk: Desk, ask: Ask) -> None:
    asked = ask()
    asked.press(*[Qt.Key.Key_Right] * LIFTS)
    asked.type("1212")
    assert (asked.stored, desk.context.runner.stack.count()) == ({}, 0)
    asked.type("1")
    asked.close()
    desk.undo()
    assert asked.stored == {}
