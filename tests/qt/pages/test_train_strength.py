"""Strength on the Train page: the list, one lift with its records, and the records of a workout just finished."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from legwork.qt.pages.charts.page import ChartsPage
from program_driver import Desk
from train_cases import ALT, CTRL, TODAY, Hand
from workout_texts import add_workout, did


@pytest.fixture
def lifter(desk: Desk) -> Hand:
    """Somebody who squatted once a week for sixteen weeks, 2.5 kg more each time, and pressed twice; no plan."""
    profile, person = desk.context.profile, desk.person
    for week in range(16, 0, -1):
        done = did("squat", f"{140 - 2.5 * week:g}x5@0")
        add_workout(profile, person, TODAY - timedelta(weeks=week), done, title=f"Week {17 - week}")
    for week in (9, 3):
        add_workout(profile, person, TODAY - timedelta(weeks=week, days=1), did("bench_press", "80x5@1"))
    hand = Hand(desk)
    hand.go()
    return hand


def strength(hand: Hand) -> list[str]:
    """Turn to Strength; what a screen reader reads out of the list."""
    hand.desk.click("train_show_strength")
    hand.desk.settle()
    lifts = hand.page.overview.strength.list
    return [lifts.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(lifts.count())]


def open_lift(hand: Hand) -> None:
    """Open the first lift by keys."""
    hand.page.overview.strength.list.setFocus()
    hand.press(Qt.Key.Key_Return)


def test_every_lift_with_its_maximum_and_where_it_went(lifter: Hand) -> None:
    squat, bench = strength(lifter)
    assert squat.startswith("Back squat. 15") and "stronger by" in squat and "7 days ago" in squat
    assert bench.startswith("Bench press. 9") and "not done long enough" in bench
    lifter.desk.click("train_show_history")
    assert lifter.page.overview.history.list.count() == 18


def test_the_choice_is_kept_and_another_workout_shows_at_once(lifter: Hand) -> None:
    strength(lifter)
    lifter.desk.click("train_free")
    lifter.desk.settle()
    lifter.enter("deadlift", "150x5@1")
    lifter.press(Qt.Key.Key_Return, CTRL)
    assert any(one.startswith("Deadlift") for one in strength(lifter))
    lifter.desk.undo()
    lifter.desk.undo()
    lifter.desk.settle()
    lifter.press(Qt.Key.Key_Home, ALT)
    assert lifter.page.overview.strength.isVisible()
    assert not any(one.startswith("Deadlift") for one in strength(lifter))


def test_one_lift_by_keys_with_its_records_and_back(lifter: Hand) -> None:
    strength(lifter)
    open_lift(lifter)
    detail = lifter.page.overview.strength.detail
    assert detail.name.text() == "Back squat" and detail.now.text().endswith(" kg") and " ± " in detail.now.text()
    assert detail.change.text().startswith("▲ Stronger by")
    assert "8 times in 10" in detail.now.toolTip()
    [best] = detail.reps.table.facts.facts
    assert best.cells[:2] == ("5", "137.5\N{NO-BREAK SPACE}kg")
    assert len(detail.maximum.table.facts.facts) == len(detail.tonnage.table.facts.facts) == 12
    lifter.desk.click("train_lift_maximum_all")
    lifter.desk.settle()
    assert len(detail.maximum.table.facts.facts) == 15 and not detail.maximum.more.isVisible()
    assert lifter.desk.has_focus("train_lift_maximum")
    lifter.press(Qt.Key.Key_Escape)
    assert not detail.isVisible() and lifter.desk.has_focus("train_lifts")
    assert lifter.page.overview.strength.list.currentItem() is not None


def test_enter_on_a_record_opens_its_workout(lifter: Hand) -> None:
    strength(lifter)
    open_lift(lifter)
    table = lifter.page.overview.strength.detail.maximum.table
    table.setFocus()
    table.selectRow(3)
    lifter.press(Qt.Key.Key_Return)
    assert lifter.page.workout is not None and lifter.page.workout.title == "Week 13"


def test_a_click_on_the_best_load_opens_its_workout(lifter: Hand) -> None:
    strength(lifter)
    open_lift(lifter)
    table = lifter.page.overview.strength.detail.reps.table
    place = table.visualRect(table.model().index(0, 1)).center()
    lifter.desk.click(table.viewport(), place)
    lifter.desk.settle()
    assert lifter.page.workout is not None and lifter.page.workout.title == "Week 16"


def test_a_tonnage_opens_the_sets_behind_it(lifter: Hand) -> None:
    strength(lifter)
    open_lift(lifter)
    table = lifter.page.overview.strength.detail.tonnage.table
    table.setFocus()
    table.selectRow(0)
    assert table.facts.facts[0].cells[1] == "688\N{NO-BREAK SPACE}kg"
    lifter.press(Qt.Key.Key_Return)
    [dialog] = [one for one in QApplication.topLevelWidgets() if one.objectName() == "sets_behind_dialog"]
    assert isinstance(dialog, QDialog) and "Back squat" in lifter.desk.child(QLabel, "sets_behind_title", dialog).text()
    dialog.close()


def test_the_line_is_one_step_away(lifter: Hand) -> None:
    strength(lifter)
    open_lift(lifter)
    lifter.desk.click("train_lift_line")
    lifter.desk.settle()
    page = lifter.desk.page
    assert isinstance(page, ChartsPage) and page.over_time.view.measures == ("strength/squat",)


def test_many_lifts_are_searched(desk: Desk) -> None:
    keys = (
        "squat", "front_squat", "deadlift", "romanian_deadlift", "bench_press", "row", "overhead_press", "pull_up",
        "lat_pulldown", "leg_press", "leg_extension", "hip_thrust",
    )  # fmt: skip
    add_workout(desk.context.profile, desk.person, TODAY, *(did(key, "50x8") for key in keys))
    hand = Hand(desk)
    hand.go()
    assert len(strength(hand)) == 12
    desk.click("train_strength_search")
    hand.write("squat")
    assert hand.page.overview.strength.list.count() == 2
    hand.press(Qt.Key.Key_Return)
    assert desk.has_focus("train_lifts")
    desk.click("train_strength_search")
    hand.write("zzz")
    assert "No lift" in desk.child(QLabel, "train_strength_said").text()


def test_an_empty_log_says_what_will_stand_there(desk: Desk) -> None:
    hand = Hand(desk)
    hand.go()
    assert strength(hand) == []
    assert desk.child(QLabel, "train_strength_said").text().startswith("Nothing yet.")


def test_a_finished_workout_names_its_records_and_a_first_one_has_none(lifter: Hand) -> None:
    lifter.desk.click("train_free")
    lifter.desk.settle()
    lifter.enter("back squat", "150x5@0", "deadlift", "150x5")
    lifter.press(Qt.Key.Key_Return, CTRL)
    [said] = [one.text() for one in lifter.page.findChildren(QLabel, "train_new_record") if one.isVisible()]
    first, second, third = said.replace("\N{NO-BREAK SPACE}", " ").split("\n")
    assert first == "150 kg × 5, the most for 5 reps so far (before: 137.5 kg)."
    assert second.startswith("About 175 kg for one rep") and "within the error" in second
    assert third == "750 kg in all, the most in one session so far (before: 688 kg)."
    lifter.desk.click("train_next_close")
    assert not lifter.desk.window.findChild(QWidget, "train_new_records").isVisible()


def test_a_workout_without_records_shows_none(lifter: Hand) -> None:
    lifter.desk.click("train_free")
    lifter.desk.settle()
    lifter.enter("back squat", "100x5@0")
    lifter.press(Qt.Key.Key_Return, CTRL)
    assert lifter.page.overview.next.isVisible() and not lifter.page.overview.next.records.isVisible()
