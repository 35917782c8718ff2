"""A self-check as a person does it: steps, what was seen on each side, and what it may mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from legwork.qt.dialogs.self_check import SelfCheckDialog
from legwork.services.questionnaires import self_checks
from legwork.services.settings import TEXT_PERCENT, ChangeSetting
from program_driver import Desk
from question_driver import QuestionDriver, stored

CHECKS = {one.key: one for one in self_checks()}
BRIDGE = CHECKS["bridge"]


class Done(QuestionDriver):
    """The open dialog, as a person sees it."""

    def __init__(self, desk: Desk, key: str) -> None:
        self.dialog = SelfCheckDialog(desk.context, desk.person, CHECKS[key], stored(desk), desk.window)
        super().__init__(desk, self.dialog)

    @property
    def texts(self) -> list[str]:
        return [one.text() for one in self.dialog.findChildren(QLabel) if one.isVisible()]


Do = Callable[[str], Done]


@pytest.fixture
def do(desk: Desk) -> Do:
    def start(key: str) -> Done:
        return Done(desk, key)

    return start


def test_purpose_steps_and_limits_are_said_and_that_it_is_no_diagnosis(do: Do) -> None:
    done = do("bridge")
    assert done.text("self_check_purpose") == BRIDGE.purpose
    assert [done.text(f"self_check_step_{place}") for place in (1, 2, 3, 4)] == list(BRIDGE.steps)
    assert [text for text in done.texts if text in ("1.", "2.", "3.", "4.")] == ["1.", "2.", "3.", "4."]
    assert done.text("self_check_limits") == BRIDGE.limits
    assert "A screen, not a diagnosis." in done.texts
    assert done.text("seen_left_meaning") == ""
    done.press(Qt.Key.Key_Escape)
    assert done.stored == {}


def test_what_was_seen_is_kept_and_explained_side_by_side(desk: Desk, do: Do) -> None:
    done = do("bridge")
    done.pick("seen_left_30_seconds")
    assert done.text("seen_left_meaning") == "What it may mean: This side holds the pelvis well."
    assert done.text("seen_left_advice").startswith("What to do: Nothing to do here")
    assert done.text("seen_right_meaning") == ""
    done.pick("seen_right_under_10")
    assert "short of strength" in done.text("seen_right_meaning")
    assert done.stored == {"bridge_left": ("30_seconds",), "bridge_right": ("under_10",)}
    assert done.text("self_check_uneven").startswith("Left and right came out differently.")
    done.pick("seen_left_under_10")
    assert done.text("self_check_uneven") == ""
    desk.click(done.option("self_check_close"))
    assert not done.dialog.isVisible()
    assert desk.undo_action().text() == "Undo Answer: Glutes: bridge on one leg left"
    desk.undo()
    assert done.stored == {"bridge_left": ("30_seconds",), "bridge_right": ("under_10",)}


def test_pain_is_no_difference_between_the_sides(do: Do) -> None:
    done = do("bridge")
    done.pick("seen_left_30_seconds")
    done.pick("seen_right_pain")
    assert done.text("self_check_uneven") == ""
    done.press(Qt.Key.Key_Escape)


def test_an_option_of_many_words_is_higher(do: Do) -> None:
    done = do("bridge")
    short, long = done.option("seen_left_30_seconds"), done.option("seen_left_under_10")
    assert long.fontMetrics().horizontalAdvance(long.accessibleName()) > long.width() * 0.8, "it needs two lines"
    assert long.height() > short.height()
    done.press(Qt.Key.Key_Escape)


def test_two_numbers_and_enter_are_enough(do: Do) -> None:
    done = do("bridge")
    done.type("23")
    assert done.stored == {"bridge_left": ("10_to_30",), "bridge_right": ("under_10",)}
    done.press(Qt.Key.Key_Return)
    assert not done.dialog.isVisible()


def test_the_numbers_stand_beside_the_side_they_belong_to(do: Do) -> None:
    done = do("bridge")

    def key(name: str) -> QImage:
        option = done.option(name)
        return option.grab(QRect(option.width() - 30, 4, 26, option.height() - 8)).toImage()

    before = key("seen_left_cramp"), key("seen_right_cramp")
    assert before[0] != before[1]
    done.type("1")
    assert (key("seen_left_cramp"), key("seen_right_cramp")) == (before[1], before[0])
    done.press(Qt.Key.Key_Escape)


def test_the_arrows_lead_through_the_options_and_to_the_other_side(do: Do) -> None:
    done = do("bridge")
    done.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert done.stored == {"bridge_left": ("10_to_30",)}
    done.press(Qt.Key.Key_Right)
    done.type("1")
    assert done.stored == {"bridge_left": ("10_to_30",), "bridge_right": ("30_seconds",)}
    done.press(Qt.Key.Key_Left)
    done.type("4")
    assert done.stored["bridge_left"] == ("cramp",)
    done.press(Qt.Key.Key_Escape)


def test_opened_again_it_shows_what_was_seen_and_waits_for_the_other_side(do: Do) -> None:
    done = do("bridge")
    done.pick("seen_left_cramp")
    done.press(Qt.Key.Key_Escape)
    again = do("bridge")
    assert again.option("seen_left_cramp").isChecked()
    assert again.text("seen_left_meaning").startswith("What it may mean: The hamstrings take over")
    again.type("1")
    assert again.stored["bridge_right"] == ("30_seconds",)
    again.press(Qt.Key.Key_Escape)


def test_a_check_without_sides_asks_once(do: Do) -> None:
    done = do("pelvic_tilt")
    assert "Left" not in done.texts
    done.type("3")
    assert done.stored == {"pelvic_tilt": (CHECKS["pelvic_tilt"].seen[2].key,)}
    assert done.text("seen_meaning") != ""
    done.press(Qt.Key.Key_Escape)


def test_what_was_seen_can_be_cleared_and_undone_inside(desk: Desk, do: Do) -> None:
    done = do("bridge")
    done.type("1")
    desk.ctrl(Qt.Key.Key_Z)
    desk.settle()
    assert done.stored == {}
    assert done.text("seen_left_meaning") == ""
    desk.ctrl(Qt.Key.Key_Y)
    desk.settle()
    assert done.option("seen_left_30_seconds").isChecked()
    done.pick("seen_left_clear")
    assert done.stored == {}
    assert not done.option("seen_left_30_seconds").isChecked()
    done.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("key", CHECKS)
def test_all_words_have_room_and_what_it_means_comes_in_sight(desk: Desk, do: Do, key: str, percent: int) -> None:
    desk.window.resize(1280, 800)
    desk.context.runner.apply(ChangeSetting(TEXT_PERCENT, str(percent)))
    desk.settle()
    done = do(key)
    assert done.dialog.width() <= desk.window.width() and done.dialog.height() <= desk.window.height()
    area = desk.child(QScrollArea, "self_check_area", done.dialog)
    assert area.verticalScrollBar().value() == 0, "the steps are read first"
    for _ in CHECKS[key].sides:
        done.type(str(len(CHECKS[key].seen)))
    assert area.horizontalScrollBar().maximum() == 0
    for one in done.dialog.findChildren(QLabel):
        if one.isVisible() and one.wordWrap():
            assert one.height() >= one.heightForWidth(one.width()), one.text()
    last = "seen_right_advice" if CHECKS[key].sided else "seen_advice"
    advice = desk.child(QLabel, last, done.dialog)
    assert advice.visibleRegion().boundingRect().height() == advice.height()
    done.press(Qt.Key.Key_Escape)


def test_tab_comes_round_and_everything_has_a_name(do: Do) -> None:
    done = do("bridge")
    names = set()
    for _ in range(16):
        done.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert isinstance(focused, QWidget) and focused.accessibleName()
        names.add(focused.objectName())
    assert {"seen_left_30_seconds", "seen_right_30_seconds", "self_check_close"} <= names
    done.press(Qt.Key.Key_Escape)
