"""The count at the foot of the Train page: periods, what is hard, and the sets behind every number, by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from legwork.qt.dialogs.sets_behind import SetsBehindDialog
from legwork.qt.pages.plan.page import PlanPage
from legwork.qt.widgets.count_rows import CountRows
from legwork.qt.widgets.number_walk import NumberButton
from legwork.qt.widgets.train_count import TrainCount
from program_driver import Desk
from train_cases import ALT, CTRL, MONDAY, TODAY, Hand, with_plan
from workout_texts import add_workout, did


def card(hand: Hand) -> TrainCount:
    return hand.page.overview.count


def cells(rows: CountRows) -> dict[str, list[str]]:
    """The numbers of each row that is shown, by its name, with plain spaces."""
    return {
        made.name.text(): [
            *(one.text().replace("\N{NO-BREAK SPACE}", " ") for one in made.numbers),
            *([made.planned.text().replace("\N{NO-BREAK SPACE}", " ")] if made.planned.isVisibleTo(rows) else []),
        ]
        for made in rows.rows
        if made.shown
    }


def number(hand: Hand, rows: CountRows, name: str, place: int = 0) -> NumberButton:
    """The number of a row."""
    [found] = [made.numbers[place] for made in rows.rows if made.shown and made.name.text() == name]
    return found


def opened(hand: Hand) -> SetsBehindDialog:
    """The dialog that stands open."""
    [found] = [one for one in hand.desk.window.findChildren(SetsBehindDialog) if one.isVisible()]
    hand.desk.qtbot.waitUntil(lambda: not found.busy)
    return found


def choose(hand: Hand, reps: int) -> None:
    """Take another effort from the list, by keys."""
    combo = card(hand).findChild(QComboBox, "train_count_effort")
    combo.setFocus()
    hand.press(Qt.Key.Key_Home)
    for _ in range(reps):
        hand.press(Qt.Key.Key_Down)
    hand.desk.settle()


@pytest.fixture
def logged(desk: Desk) -> Hand:
    """Somebody in the second week of the plan, with a workout in each of them."""
    profile, person = desk.context.profile, desk.person
    week = timedelta(days=7)
    add_workout(profile, person, MONDAY - week, did("squat", "90x8@2", "90x8@2", "90x8@2"), title="Before")
    add_workout(
        profile, person, MONDAY, did("squat", "100x8@1", "100x8@3", "100x8@3"), did("bench_press", "60x10"),
        did("pull_up", "BWx8@2"), title="Now",
    )  # fmt: skip
    return with_plan(desk, MONDAY - week)


def test_the_week_stands_there_with_what_was_planned(logged: Hand) -> None:
    shown = card(logged)
    assert cells(shown.tonnage) == {
        "Legs": ["2\u202f400 kg", cells(shown.tonnage)["Legs"][1]], "Upper body": ["600 kg", "1\u202f680 kg"],
        "All together": ["3\u202f000 kg", ""],
    }  # fmt: skip
    assert cells(shown.hard)["Legs"] == ["3", "15"] and cells(shown.hard)["Upper body"] == ["2", "6"]
    assert cells(shown.legs)["Front of the thighs"][:2] == ["3", "0"]
    assert cells(shown.legs)["Inner thighs"][:2] == ["0", "1.5"]
    assert (shown.leg_days.text(), shown.unknown.text()) == ("1", "1 set")
    assert shown.leg_days_text.text().startswith("2 planned")


def test_a_number_opens_the_sets_behind_it(logged: Hand) -> None:
    logged.desk.click(number(logged, card(logged).tonnage, "Legs"))
    found = opened(logged)
    assert found.title.text().startswith("Tonnage, Legs")
    assert found.total.text().replace("\N{NO-BREAK SPACE}", " ") == "Together: 2\u202f400 kg"
    assert found.list.facts.rowCount() == 3


def test_every_number_that_is_not_none_opens_just_its_sum(logged: Hand) -> None:
    shown = card(logged)
    buttons = [one for one in shown.findChildren(NumberButton) if one.isVisibleTo(shown) and one.isEnabled()]
    assert len(buttons) > 15
    for one in buttons:
        one.click()
        found = opened(logged)
        assert found.total.text().removeprefix("Together: ").startswith(one.text())
        found.close()
        logged.desk.settle()


def test_the_numbers_are_one_stop_of_tab_and_walked_with_the_arrows(logged: Hand) -> None:
    shown = card(logged)
    stops = [one for one in shown.findChildren(NumberButton) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [one.objectName() for one in stops] == ["train_count_tonnage_0_0"]
    shown.effort.setFocus()
    logged.press(Qt.Key.Key_Tab)
    assert logged.at == "Tonnage, Legs: 2\u202f400\N{NO-BREAK SPACE}kg. Press for the sets behind it."
    logged.press(Qt.Key.Key_Down)
    assert logged.at.startswith("Tonnage, Upper body")
    logged.press(Qt.Key.Key_End)
    last = QApplication.focusWidget()
    assert shown.upper.isAncestorOf(last) and logged.at.startswith("Indirect hard sets")
    logged.press(Qt.Key.Key_Home)
    logged.press(Qt.Key.Key_Return)
    assert opened(logged).title.text().startswith("Tonnage, Legs")


def test_keys_lead_to_the_numbers_and_what_has_the_focus_is_in_sight(logged: Hand) -> None:
    logged.desk.window.resize(1000, 700)
    logged.desk.settle()
    area = logged.page.overview.area

    def in_sight() -> bool:
        one = QApplication.focusWidget()
        top = one.mapTo(area.viewport(), one.rect().topLeft()).y()
        return top >= 0 and top + one.height() <= area.viewport().height()

    logged.press(Qt.Key.Key_C, ALT)
    assert logged.at.startswith("Tonnage, Legs") and in_sight()
    logged.press(Qt.Key.Key_End)
    assert logged.at.startswith("Indirect hard sets") and in_sight()
    logged.press(Qt.Key.Key_Home)
    assert logged.at.startswith("Tonnage, Legs") and in_sight()


def test_which_sets_are_hard_is_chosen_right_there_and_undone(logged: Hand) -> None:
    shown = card(logged)
    assert shown.effort.currentText() == "within 4 reps of failure"
    choose(logged, 2)
    assert shown.effort.currentText() == "within 2 reps of failure"
    assert cells(shown.hard)["Legs"][0] == "1" and shown.leg_days.text() == "0"
    assert cells(shown.hard)["Legs"][1] == "15", "planned ones that name no effort, or 2 reps left, still count"
    logged.press(Qt.Key.Key_Z, CTRL)
    assert cells(shown.hard)["Legs"][0] == "3" and shown.effort.currentText() == "within 4 reps of failure"


def test_the_choice_holds_for_the_plan_too(logged: Hand) -> None:
    choose(logged, 1)
    page = logged.desk.go("plan")
    assert isinstance(page, PlanPage)
    logged.desk.settle()
    [quads] = [one for one in page.desk.volume.bars.sentences() if one.startswith("Front of the thighs")]
    assert "; 5 direct and" in quads, "the squats with 2 reps left are hard no more"


def test_one_goes_from_period_to_period_and_the_length_is_remembered(logged: Hand) -> None:
    shown = card(logged)
    logged.desk.click("train_count_back")
    assert cells(shown.tonnage)["Legs"][0] == "2\u202f160 kg" and shown.forth.isEnabled()
    logged.desk.click("train_count_forth")
    assert cells(shown.tonnage)["Legs"][0] == "2\u202f400 kg" and not shown.forth.isEnabled()
    logged.desk.click("train_count_block")
    assert shown.period.text().startswith("Base, ") and shown.note.text() == "Block 1 of 1 of Legs first"
    assert cells(shown.tonnage)["Legs"][0] == "4\u202f560 kg" and shown.leg_days.text() == "2"
    logged.desk.go("history")
    logged.go()
    assert shown.period.text().startswith("Base, ")
    logged.desk.click("train_count_back")
    assert shown.note.text() == "4 weeks, as no plan runs then."
    logged.desk.click("train_count_now")
    assert shown.period.text().startswith("Base, ") and not shown.now.isVisibleTo(shown)


def test_day_by_day_only_days_with_work_are_stopped_at(logged: Hand) -> None:
    shown = card(logged)
    logged.desk.click("train_count_day")
    assert shown.period.text().startswith("Today")
    while shown.period.text().startswith("Today"):
        logged.desk.click("train_count_back")
    first = cells(shown.tonnage)["Legs"][0]
    logged.desk.click("train_count_back")
    seen = {first, cells(shown.tonnage)["Legs"][0]} if TODAY != MONDAY else {"2\u202f400 kg", first}
    assert seen == {"2\u202f400 kg", "2\u202f160 kg"}


def test_without_a_log_it_says_what_will_stand_there(desk: Desk) -> None:
    hand = Hand(desk)
    hand.go()
    shown = card(hand)
    assert shown.empty.text().startswith("What you log is counted here") and not shown.parts.isVisibleTo(shown)
    hand.press(Qt.Key.Key_C, ALT)
    assert hand.at == "Week"


def test_a_period_without_work_says_so(logged: Hand) -> None:
    shown = card(logged)
    for _ in range(2):
        logged.desk.click("train_count_back")
    assert shown.empty.text() == "Nothing is logged in this week." and not shown.parts.isVisibleTo(shown)


def test_a_set_that_is_logged_is_counted_at_once(logged: Hand) -> None:
    shown = card(logged)
    logged.page.open_for("free")
    logged.press(Qt.Key.Key_Home, ALT)
    add_workout(logged.desk.context.profile, logged.desk.person, date.today(), did("leg_press", "200x10@1"))
    logged.desk.context.runner.reload_everything()
    logged.desk.settle()
    assert cells(shown.tonnage)["Legs"][0] == "4\u202f400 kg" and cells(shown.hard)["Legs"][0] == "4"


def test_another_person_has_a_count_and_a_choice_of_their_own(logged: Hand) -> None:
    from legwork.services.people import AddPerson, everybody

    choose(logged, 1)
    profile = logged.desk.context.profile
    profile.apply(AddPerson("Ben"))
    ben = everybody(profile)[-1]
    add_workout(profile, ben, MONDAY, did("squat", "50x10@3"))
    logged.desk.context.runner.reload_everything()
    logged.desk.context.look_at(ben.uid)
    logged.desk.settle()
    shown = card(logged)
    assert shown.effort.currentText() == "within 4 reps of failure"
    assert cells(shown.tonnage)["Legs"] == ["500 kg"] and cells(shown.hard)["Legs"] == ["1"]


@pytest.mark.parametrize("width", [1000, 1280])
def test_no_name_and_no_number_is_cut_off(logged: Hand, width: int) -> None:
    logged.desk.window.resize(width, 800)
    logged.desk.settle()
    shown = card(logged)
    assert not logged.page.overview.area.horizontalScrollBar().isVisible()
    for rows in (shown.tonnage, shown.hard, shown.legs, shown.upper, shown.trunk):
        for made in rows.rows:
            for part in [made.name, made.planned, *made.numbers] if made.shown else []:
                if part.isVisibleTo(shown):
                    room = part.width() - (8 if isinstance(part, QPushButton) else 0)
                    assert part.fontMetrics().horizontalAdvance(part.text()) <= room, part.text()
