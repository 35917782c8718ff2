"""What stands beside the sheet of an exercise: last time's sets, warm-ups apart, both sides of a pair together."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QLabel

from program_driver import Desk
from train_cases import TODAY, Hand
from workout_texts import add_workout, did


def text(desk: Desk, name: str) -> str:
    return desk.child(QLabel, name).text().replace("\N{NO-BREAK SPACE}", " ")


def free(desk: Desk, exercise: str) -> Hand:
    """A free session with this exercise."""
    hand = Hand(desk)
    hand.go()
    desk.click("train_free")
    desk.settle()
    hand.enter(exercise)
    return hand


def test_warm_ups_stand_apart_and_tails_with_their_set(desk: Desk) -> None:
    sets = ("w 40x8", "w 60x5", "100x8@2", "d 80x6", "100x7")
    add_workout(desk.context.profile, desk.person, TODAY - timedelta(days=7), did("squat", *sets))
    free(desk, "back squat")
    assert text(desk, "train_last_warm_up") == "Warm-up: 40×8 · 60×5"
    assert text(desk, "train_last_time") == "100×8 @2, d 80×6\n100×7"


def test_both_sides_stand_on_one_line(desk: Desk) -> None:
    sets = ("L 24x10 / R 24x9", "L 24x8 / R 24x8")
    add_workout(desk.context.profile, desk.person, TODAY - timedelta(days=7), did("bulgarian_split_squat", *sets))
    hand = free(desk, "bulgarian split squat")
    assert text(desk, "train_last_time") == "L 24×10 / R 24×9\nL 24×8 / R 24×8"
    assert hand.ghost == "L 24 × 10 / R 24 × 9"
    assert not desk.window.findChild(QLabel, "train_last_warm_up").isVisible()


def test_two_sessions_on_one_day_know_of_each_other(desk: Desk) -> None:
    hand = free(desk, "back squat")
    hand.enter("100x8")
    desk.click("train_finish")
    desk.settle()
    free(desk, "back squat")
    assert text(desk, "train_last_time") == "100×8" and hand.ghost == "100 × 8"
    hand.enter("102.5x8")
    assert len(hand.log) == 2
