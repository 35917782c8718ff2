"""Sessions on the Train page: begun, finished, moved, thrown away, found again; the log and what follows from it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from done_workouts import AddWorkout
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.services.people import AddPerson
from legwork.services.workouts import workouts_of
from program_driver import ALEX, Desk, fill, opened
from train_cases import ALT, CTRL, MONDAY, TODAY, Hand, legs_first, press_session, session_row, sets_in, with_plan


def test_a_session_in_progress_is_there_after_a_crash(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        hand = with_plan(desk, None)
        hand.enter("", "100x8")
    with opened(qtbot, folder) as desk:
        hand = Hand(desk)
        hand.go()
        assert hand.at == "Back squat, set 2"
        hand.enter("7")
        assert sets_in(hand.only) == {"squat": ["100 × 8", "100 × 7"]}


def test_a_past_day_begins_at_its_planned_day(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Left, ALT)
    assert hand.at.startswith("Legs A: Enter for")
    assert "missed" in session_row(hand, "Legs A").facts.text()
    hand.enter("", "102.5x8")
    assert hand.only.day == MONDAY - timedelta(days=7)
    assert hand.only.start is None, "nobody knows when it began"
    hand.press(Qt.Key.Key_Return, CTRL)
    assert "done" in session_row(hand, "Legs A").facts.text()
    assert hand.at.startswith("Upper: Enter for"), "the next session follows"


def test_move_a_missed_session_to_today_and_do_one_again(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Left, ALT)
    press_session(hand, "Legs A", 1)
    hand.enter("102.5x8")
    assert hand.only.day == TODAY and hand.only.start is not None
    hand.press(Qt.Key.Key_Return, CTRL)
    assert "moved" in session_row(hand, "Legs A").facts.text()
    press_session(hand, "Legs A", 1)
    assert hand.ghost == "102.5 × 8", "as it was done before"
    hand.enter("")
    assert len({one.workout.session_id for one in hand.log}) == 1 and len(hand.log) == 2


def test_only_one_session_is_in_progress(loose: Hand) -> None:
    loose.enter("", "100x8")
    loose.press(Qt.Key.Key_Home, ALT)
    assert "in progress" in loose.desk.child(QLabel, "train_open_said").text()
    press_session(loose, "Upper", 0)
    assert "finish it first" in loose.said and len(loose.log) == 1
    loose.desk.click("train_open_finish")
    loose.desk.settle()
    assert loose.log[0].finished
    press_session(loose, "Upper", 0)
    assert loose.at == "Bench press, set 1"


def test_finishing_without_a_set_keeps_nothing(loose: Hand) -> None:
    loose.enter("", "100x8")
    loose.press(Qt.Key.Key_Up)
    loose.press(Qt.Key.Key_A, CTRL)
    loose.press(Qt.Key.Key_Delete)
    loose.enter("")
    loose.press(Qt.Key.Key_Return, CTRL)
    assert "Nothing is logged" in loose.said and loose.page.workout is not None


def test_a_free_session_takes_exercises_by_name(desk: Desk) -> None:
    hand = Hand(desk)
    hand.go()
    assert desk.child(QPushButton, "train_make_plan").isVisible()
    hand.enter("")  # the free session
    assert hand.desk.has_focus("train_add")
    hand.enter("goblet")
    assert hand.at.startswith("Goblet squat, set 1")
    hand.enter("24x10", "10")
    hand.enter("")  # nothing more of it: on to the next exercise
    assert hand.desk.has_focus("train_add")
    hand.enter("plank", "45s")
    assert sets_in(hand.only) == {"goblet_squat": ["24 × 10", "24 × 10"], "plank": ["BW 45s"]}
    hand.enter("")
    assert hand.desk.has_focus("train_add")
    hand.enter("bench press", "60x12+11+10")
    assert sets_in(hand.only)["bench_press"] == ["60 × 12", "60 × 11", "60 × 10"]
    assert hand.desk.has_focus("train_add"), "what is typed at once is all of it"
    hand.enter("")
    assert hand.desk.has_focus("train_finish"), "no other exercise"


def test_history_opens_corrects_and_deletes(loose: Hand) -> None:
    loose.enter("", "100x8")
    loose.press(Qt.Key.Key_Return, CTRL)
    history = loose.page.overview.history.list
    assert history.count() == 1
    history.setFocus()
    history.setCurrentRow(0)
    loose.press(Qt.Key.Key_Return)
    assert loose.page.workout is not None and loose.at == "Back squat, set 2"
    loose.press(Qt.Key.Key_Up)
    loose.press(Qt.Key.Key_A, CTRL)
    loose.enter("105x8")
    assert sets_in(loose.only) == {"squat": ["105 × 8"]} and loose.log[0].finished
    loose.press(Qt.Key.Key_Home, ALT)
    history.setFocus()
    history.setCurrentRow(0)
    loose.press(Qt.Key.Key_Delete)
    assert loose.log == [] and "Delete workout" in loose.desk.notice
    loose.desk.undo()
    loose.desk.settle()
    assert sets_in(loose.only) == {"squat": ["105 × 8"]}


def test_proposals_change_the_coming_week_or_are_remembered_as_refused(loose: Hand) -> None:
    loose.enter("", "100x8@2", "7@2", "6@2")
    loose.press(Qt.Key.Key_Return, CTRL)
    assert "follow" in loose.page.overview.next.about.text()
    [squat] = loose.page.overview.next.shown[:1]
    assert (
        squat.entry.exercise == "squat"
        and squat.what.endswith("100\N{NO-BREAK SPACE}kg")
        and "at least 7 each" in squat.reason
    )
    loose.desk.click(f"train_next_refuse_{squat.entry.id}")
    loose.desk.settle()
    assert loose.page.overview.next.shown == ()
    loose.desk.undo()
    loose.desk.settle()
    before = loose.plan
    loose.press(Qt.Key.Key_P, ALT)
    loose.press(Qt.Key.Key_Space)
    after = loose.plan
    assert before != after
    second = after.plan.blocks[0].weeks[1].sessions[0].entries[0].prescription
    assert second == squat.next.proposal.prescription
    assert loose.page.overview.next.shown == ()


def test_the_day_of_a_session_can_be_changed(loose: Hand) -> None:
    loose.enter("", "100x8")
    loose.page.work.day.setDate(loose.page.work.day.date().addDays(-2))
    loose.desk.settle()
    assert loose.only.day == TODAY - timedelta(days=2)
    loose.desk.undo()
    loose.desk.settle()
    assert loose.only.day == TODAY


def test_what_cannot_be_read_holds_up_finishing(loose: Hand) -> None:
    loose.enter("", "100x8")
    loose.write("seven")
    loose.press(Qt.Key.Key_Return, CTRL)
    assert "could not be read" in loose.said and loose.page.workout is not None
    assert not loose.log[0].finished
    loose.press(Qt.Key.Key_Escape)
    loose.press(Qt.Key.Key_Return, CTRL)
    assert loose.log[0].finished


def test_a_workout_in_progress_can_be_thrown_away_and_brought_back(loose: Hand) -> None:
    loose.enter("", "100x8")
    [action] = [one for one in loose.page.work.more.menu().actions() if one.objectName() == "train_delete_action"]
    action.trigger()
    loose.desk.settle()
    assert loose.log == [] and loose.page.workout is None
    loose.desk.undo()
    loose.desk.settle()
    assert sets_in(loose.only) == {"squat": ["100 × 8"]}
    loose.desk.click("train_go_on")
    loose.desk.settle()
    assert loose.at == "Back squat, set 2"


def test_older_workouts_are_listed_when_asked_for(desk: Desk) -> None:
    old = Workout(0, TODAY - timedelta(days=1000), exercises=(LoggedExercise("squat", (LoggedSet(reps=5),)),))
    desk.context.profile.apply(AddWorkout(desk.person.id, old))
    hand = Hand(desk)
    page = hand.go()
    assert page.overview.history.list.count() == 0
    desk.click("train_history_more")
    desk.settle()
    assert page.overview.history.list.count() == 1 and not page.overview.history.more.isVisible()
    desk.click("train_free")
    desk.settle()
    hand.enter("back squat")
    assert hand.at == "Back squat, set 1"
    assert page.work.sheet.lines[0][0].last[0][0].reps == 5, "last time, however long ago"


def test_the_session_after_the_one_that_was_entered_comes_next(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Left, ALT)
    press_session(hand, "Upper", 0)  # the one before was really missed
    hand.enter("80x8")
    hand.press(Qt.Key.Key_Return, CTRL)
    assert hand.at.startswith("Legs B: Enter for")


def test_two_people_do_not_share_a_sheet(desk: Desk) -> None:
    hand = with_plan(desk, None)
    hand.enter("")
    hand.write("100x8")
    desk.context.runner.apply(AddPerson("Bea"))
    bea = next(one for one in desk.context.people if one.name == "Bea")
    desk.context.look_at(bea.uid)
    desk.settle()
    assert hand.page.workout is None and not workouts_of(desk.context.profile, bea.id)
    alex = next(one for one in desk.context.people if one.name == "Alex")
    desk.context.look_at(alex.uid)
    desk.settle()
    assert sets_in(hand.only) == {"squat": ["100 × 8"]}


def test_what_is_undone_for_another_person_stays_out_of_this_ones_log(loose: Hand) -> None:
    desk = loose.desk
    desk.context.runner.apply(AddPerson("Bea"))
    desk.settle()
    loose.enter("", "100x8", "105x8")
    desk.context.look_at(desk.context.people[-1].uid)
    desk.settle()
    desk.undo()
    desk.settle()
    page = loose.page
    assert (page.workout, page.overview.history.list.count(), page.overview.open.isVisible()) == (None, 0, False)
    desk.context.look_at(desk.context.people[0].uid)
    desk.settle()
    assert sets_in(loose.only) == {"squat": ["100 × 8"]}


def test_a_plan_that_is_deleted_meanwhile_leaves_the_log(loose: Hand) -> None:
    loose.enter("", "100x8")
    loose.desk.go("plan")
    [action] = [one for one in loose.desk.window.current_page().menu.actions() if one.objectName() == "plan_delete"]
    action.trigger()
    loose.desk.settle()
    loose.go()
    assert sets_in(loose.only) == {"squat": ["100 × 8"]}
    loose.enter("105x8")
    assert sets_in(loose.only) == {"squat": ["100 × 8", "105 × 8"]}
    assert legs_first().name == "Legs first"
