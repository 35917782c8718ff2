"""A workout that was done before, on the sheet again: its exercises, with what was done last time in grey."""

from __future__ import annotations

from PySide6.QtCore import Qt

from program_driver import Desk
from train_cases import ALT, CTRL, Hand, sets_in


def test_a_workout_of_the_history_is_done_again_today_and_kept_only_once_a_set_is(desk: Desk) -> None:
    hand = Hand(desk)
    hand.go()
    hand.press(Qt.Key.Key_N, CTRL)
    hand.enter("goblet", "24x10", "11", "", "plank", "45s")
    hand.press(Qt.Key.Key_Return, CTRL)
    history = hand.page.overview.history.list
    history.setFocus()
    history.setCurrentRow(0)
    hand.press(Qt.Key.Key_D, CTRL)
    assert [one.exercise for one in hand.page.workout.exercises] == ["goblet_squat", "plank"]
    assert hand.at.startswith("Goblet squat, set 1") and hand.ghost == "24 × 10"
    hand.press(Qt.Key.Key_Home, ALT)
    assert len(hand.log) == 1, "nothing was done yet"
    history.setFocus()
    hand.press(Qt.Key.Key_D, CTRL)
    hand.enter("")
    assert [sets_in(one.workout) for one in hand.log] == [
        {"goblet_squat": ["24 × 10", "24 × 11"], "plank": ["BW 45s"]}, {"goblet_squat": ["24 × 10"]},
    ]  # fmt: skip
    hand.press(Qt.Key.Key_Home, ALT)
    history.setFocus()
    history.setCurrentRow(history.count() - 1)
    hand.press(Qt.Key.Key_D, CTRL)
    assert "is still in progress: finish it first" in hand.said
