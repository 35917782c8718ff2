"""Answering questions one at a time, by hand and by keyboard; what is kept, undone and shown again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
)

from legwork.domain.questionnaire import Question
from legwork.paths import ProfilePaths
from legwork.qt.dialogs.questionnaire import QuestionnaireDialog
from legwork.services.choices import SetChoices
from legwork.services.people import ChangePerson
from legwork.services.questionnaires import cause_questions, pain_questions
from legwork.services.settings import TEXT_PERCENT, ChangeSetting
from program_driver import Desk, answering
from question_driver import QuestionDriver, stored

QUESTIONS = cause_questions()
KEYS = [one.key for one in QUESTIONS]
LIFTS = KEYS.index("leg_lifts")


class Asked(QuestionDriver):
    """The open dialog, as a person sees it."""

    def __init__(self, desk: Desk, questions: tuple[Question, ...] = QUESTIONS) -> None:
        self.dialog = QuestionnaireDialog(
            desk.context, desk.person, questions, "What may hold your legs back", stored(desk), desk.window
        )
        super().__init__(desk, self.dialog)

    @property
    def where(self) -> str:
        return self.text("question_progress")

    @property
    def picked(self) -> list[str]:
        found = [one for one in self.dialog.findChildren(QAbstractButton) if one.isVisible() and one.isChecked()]
        return [one.objectName().removeprefix("option_") for one in found]

    def option(self, name: str) -> QAbstractButton:
        return super().option(f"option_{name}")

    def button(self, name: str) -> QPushButton:
        return self.desk.child(QPushButton, name, self.dialog)

    def click(self, name: str) -> None:
        self.desk.click(self.button(name))
        self.desk.settle()

    def ctrl(self, key: Qt.Key) -> None:
        self.desk.ctrl(key)
        self.desk.settle()

    def close(self) -> None:
        self.press(Qt.Key.Key_Escape)
        assert not self.dialog.isVisible()
        self.dialog.deleteLater()
        self.desk.settle()


Ask = Callable[..., Asked]


@pytest.fixture
def ask(desk: Desk) -> Ask:
    def start(questions: tuple[Question, ...] = QUESTIONS) -> Asked:
        return Asked(desk, questions)

    return start


def test_one_question_at_a_time_with_why_and_where(ask: Ask) -> None:
    asked = ask()
    assert asked.where == "1 of 20"
    assert asked.text("question_text") == "How is your training week built?"
    assert asked.text("question_why") == "Why we ask: The plan decides how much work reaches your legs at all."
    assert asked.text("question_hint") == ""
    assert asked.picked == []
    asked.close()


def test_a_number_picks_and_goes_on_and_all_is_kept(desk: Desk, ask: Ask) -> None:
    asked = ask()
    asked.type("21")
    assert asked.where == "3 of 20"
    assert asked.stored == {"split": ("upper_lower",), "split_time": ("under_3_months",)}
    assert desk.context.runner.stack.count() == 2
    asked.close()
    assert asked.stored == {"split": ("upper_lower",), "split_time": ("under_3_months",)}


def test_number_keys_alone_answer_everything(ask: Ask) -> None:
    asked = ask()
    for question in QUESTIONS:
        asked.type("1")
        if question.multiple:
            asked.press(Qt.Key.Key_Return)
    assert asked.text("questions_answered") == "You answered all 20 questions."
    assert set(asked.stored) == set(KEYS)
    asked.press(Qt.Key.Key_Return)
    assert not asked.dialog.isVisible()


def test_a_number_without_an_option_does_nothing(ask: Ask) -> None:
    asked = ask()
    asked.type("9")
    assert (asked.where, asked.stored) == ("1 of 20", {})
    asked.close()


def test_a_click_picks_and_stays_and_next_goes_on(ask: Ask) -> None:
    asked = ask()
    assert asked.button("question_next").text() == "Skip"
    asked.pick("push_pull_legs")
    assert asked.stored == {"split": ("push_pull_legs",)}
    assert asked.where == "1 of 20"
    assert asked.button("question_next").text() == "Next"
    asked.click("question_next")
    assert asked.where == "2 of 20"
    assert asked.button("question_next").text() == "Skip"
    asked.close()


def test_all_can_be_skipped_with_enter(desk: Desk, ask: Ask) -> None:
    asked = ask()
    asked.press(*[Qt.Key.Key_Return] * 19)
    asked.type("1")
    assert asked.text("questions_answered") == "You answered 1 of 20 questions."
    assert list(asked.stored) == [KEYS[-1]]
    assert asked.button("questions_to_open").text() == "Look at the 19 you skipped"
    asked.click("questions_to_open")
    assert asked.where == "1 of 20"
    asked.close()


@pytest.mark.parametrize("back", [Qt.Key.Key_Left, Qt.Key.Key_Backspace, None])
def test_back_shows_what_was_answered_and_it_can_be_changed(ask: Ask, back: Qt.Key | None) -> None:
    asked = ask()
    asked.type("2")
    if back is None:
        asked.click("question_back")
    else:
        asked.press(back)
    assert (asked.where, asked.picked) == ("1 of 20", ["upper_lower"])
    assert not asked.button("question_back").isEnabled()
    asked.press(Qt.Key.Key_Right)
    assert asked.where == "2 of 20"
    asked.press(Qt.Key.Key_Left)
    asked.type("5")
    assert asked.stored == {"split": ("upper_only",)}
    asked.close()


def test_enter_takes_the_option_that_the_arrows_led_to(ask: Ask) -> None:
    asked = ask()
    asked.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert asked.stored == {}, "walking picks nothing"
    asked.press(Qt.Key.Key_Return)
    assert asked.stored == {"split": ("upper_lower",)}
    assert asked.where == "2 of 20"
    asked.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert asked.stored["split_time"] == ("under_3_months",)
    assert asked.where == "2 of 20"
    asked.close()


def test_several_may_be_picked_unless_one_stands_alone(ask: Ask) -> None:
    asked = ask()
    asked.press(*[Qt.Key.Key_Right] * LIFTS)
    assert asked.text("question_hint") == "Pick all that fit."
    asked.type("31")
    assert asked.where == f"{LIFTS + 1} of 20", "a number does not go on where several may be picked"
    assert asked.stored["leg_lifts"] == ("squat", "lunge")
    asked.pick("none")
    assert asked.stored["leg_lifts"] == ("none",)
    assert asked.picked == ["none"]
    asked.type("8")
    assert asked.stored["leg_lifts"] == ("calf_raise",)
    asked.type("8")
    assert "leg_lifts" not in asked.stored, "nothing picked is no answer"
    assert asked.button("question_next").text() == "Skip"
    asked.close()


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


def test_an_answer_can_be_cleared(ask: Ask) -> None:
    asked = ask()
    asked.pick("no_plan")
    asked.click("option_clear")
    assert (asked.stored, asked.picked) == ({}, [])
    assert asked.button("question_next").text() == "Skip"
    asked.press(Qt.Key.Key_Return)
    assert asked.where == "2 of 20", "Enter goes on, wherever the focus went"
    asked.close()


def test_it_opens_at_the_first_question_without_an_answer(desk: Desk, ask: Ask) -> None:
    asked = ask()
    asked.type("2")
    asked.press(Qt.Key.Key_Right)
    asked.type("3")
    asked.click("question_later")
    assert not asked.dialog.isVisible()
    again = ask()
    assert again.where == "2 of 20"
    again.type("1")
    assert again.where == "3 of 20"
    assert again.picked == ["one"]
    again.close()


def test_with_all_answered_it_opens_at_the_first(desk: Desk, ask: Ask) -> None:
    picks = tuple((one.key, (one.options[0].key,)) for one in QUESTIONS)
    desk.context.runner.apply(SetChoices(desk.person.id, picks, date.today(), "answers"))
    asked = ask()
    assert (asked.where, asked.picked) == ("1 of 20", ["full_body"])
    asked.close()


def test_other_choices_of_the_person_stay(desk: Desk, ask: Ask) -> None:
    desk.context.runner.apply(SetChoices(desk.person.id, (("target", ("balance",)),), date.today(), "target"))
    asked = ask()
    asked.type("1")
    assert asked.stored == {"target": ("balance",), "split": ("full_body",)}
    asked.close()


def test_questions_about_pain_are_asked_the_same_way(ask: Ask) -> None:
    asked = ask(pain_questions())
    assert asked.where == "1 of 2"
    asked.type("14")
    asked.press(Qt.Key.Key_Return)
    asked.type("7")
    asked.press(Qt.Key.Key_Return)
    assert asked.text("questions_answered") == "You answered all 2 questions."
    assert asked.stored == {"pain_now": ("knee_left", "lower_back"), "pain_signs": ("none",)}
    asked.press(Qt.Key.Key_Return)


def test_tab_leads_from_the_options_to_the_buttons(ask: Ask) -> None:
    asked = ask()
    names = []
    for _ in range(4):
        asked.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None and focused.accessibleName()
        names.append(focused.objectName())
    assert names == ["option_full_body", "question_later", "question_next", "option_full_body"], "as radio buttons do"
    asked.press(*[Qt.Key.Key_Right] * LIFTS, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert asked.picked == ["leg_press"], "check boxes are reached one by one"
    asked.close()


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("questions", [QUESTIONS, pain_questions()], ids=["causes", "pain"])
def test_all_words_are_seen_in_a_small_window(
    desk: Desk, ask: Ask, questions: tuple[Question, ...], percent: int
) -> None:
    desk.window.resize(1280, 800)
    desk.context.runner.apply(ChangeSetting(TEXT_PERCENT, str(percent)))
    desk.settle()
    asked = ask(questions)
    area = desk.child(QScrollArea, "question_options", asked.dialog)
    for question in questions:
        assert asked.dialog.height() <= desk.window.height()
        assert area.horizontalScrollBar().maximum() == 0
        for name in ("question_text", "question_why"):
            words = desk.child(QLabel, name, asked.dialog)
            assert words.height() >= words.heightForWidth(words.width())
        for option in question.options:
            shown = asked.option(option.key)
            assert shown.height() >= shown.heightForWidth(shown.width())
        asked.type(str(len(question.options)))
        if question.multiple:
            last = asked.option(question.options[-1].key)
            assert last.visibleRegion().boundingRect().height() == last.height(), "what is picked is in sight"
            asked.press(Qt.Key.Key_Return)
    asked.press(Qt.Key.Key_Return)


def test_a_click_beside_the_words_of_an_option_picks_it_too(desk: Desk, ask: Ask) -> None:
    asked = ask()
    option = asked.option("no_plan")
    desk.click(option, QPoint(option.width() - 5, option.height() // 2))
    assert asked.stored == {"split": ("no_plan",)}
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
    assert isinstance(dialog, QMessageBox)
    [button] = [one for one in dialog.buttons() if one.text() == "Not now"]
    button.click()


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
