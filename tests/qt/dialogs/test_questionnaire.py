"""Answering questions one at a time, by hand and by keyboard; what is seen, skipped and shown again."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from legwork.domain.questionnaire import Question
from legwork.services.choices import SetChoices
from legwork.services.questionnaires import pain_questions
from legwork.services.settings import TEXT_PERCENT, ChangeSetting
from program_driver import Desk
from question_driver import KEYS, LIFTS, QUESTIONS, Ask, Asked


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
