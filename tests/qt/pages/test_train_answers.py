"""How the week was, on the Train page: asked in a line, answered by keys, and what follows taken, refused, undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from done_workouts import AddWorkout
from drawn_texts import drawn
from legwork.domain.log.autoregulate import Recovery, Soreness
from legwork.domain.log.week_answers import Group
from legwork.domain.plan.cells import format_cell
from legwork.domain.plan.edits import remove
from legwork.domain.plan.model import BlockKind, Level, Plan, weeks_of
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.qt.widgets.train_answers import TrainAnswers
from legwork.services.asked_week import asked_week
from legwork.services.people import AddPerson
from legwork.services.plans import AddPlan, ChangePlan
from legwork.services.proposals import refused_by_topic
from legwork.services.today_sessions import sessions_now
from legwork.services.workouts import StartWorkout
from log_cases import workout
from program_driver import ALEX, Desk, fill, opened
from train_cases import ALT, CTRL, MONDAY, TODAY, Hand

# Of whom nothing was measured: four to six sets of a leg muscle are wanted.
_WEEK = """Week {number}
Session: Legs A (Monday)
squat: 2x6-8 @2 RIR 100kg
standing_calf_raise: 4x10 80kg
machine_glute_kickback: 3x12 30kg
Session: Legs B (Thursday)
leg_extension: 2x12 50kg
lying_leg_curl: 4x10 40kg
"""
EXERCISES = ("squat", "standing_calf_raise", "machine_glute_kickback", "leg_extension", "lying_leg_curl")
RISING = {key: [f"{60 + 2 * at}x8@2" for at in range(16)] for key in EXERCISES}
STILL = {**RISING, "squat": ["100x7@2", "100x6@2"], "leg_extension": ["50x9@2", "50x8@2"]}


LONG = 10
"""So many weeks show that a lift stalls."""


def plan_text(weeks: int = 8, easy: int | None = None) -> Plan:
    """easy: the number of a lighter week."""
    text = "Plan: P\nBlock: Base (accumulate)\n"
    for number in range(1, weeks + 1):
        if easy is not None and easy <= number <= easy + 1:
            text += "Block: Easy (deload)\n" if number == easy else "Block: On (accumulate)\n"
        text += _WEEK.format(number=number)
    return read_plan(text, UnitSystem.METRIC)


def log_weeks(desk: Desk, weeks: int, loads: dict[str, list[str]] = RISING, plan: Plan | None = None) -> None:
    """So many weeks up to the last one, each session done as planned; plan: as it is kept, None for free workouts."""
    known = list(weeks_of(plan or plan_text(weeks)))
    for at in range(weeks):
        monday = MONDAY - timedelta(weeks=weeks - at)
        for session in known[at][1].sessions:
            work = {
                one.exercise: [loads[one.exercise][min(at, len(loads[one.exercise]) - 1)]] * one.prescription.sets
                for one in session.entries
            }
            done = workout(monday + timedelta(days=int(session.weekday or 0)), work)
            done = replace(done, id=0, session_id=None if plan is None else session.id)
            desk.context.profile.apply(AddWorkout(desk.person.id, done))


def arrived(desk: Desk, weeks: int = 3, loads: dict[str, list[str]] = STILL, easy: int | None = None) -> Hand:
    """Somebody who has done so many weeks of a plan of five more, and looks at the Train page after them."""
    desk.context.profile.apply(AddPlan(desk.person.id, plan_text(weeks + 5, easy), MONDAY - timedelta(weeks=weeks)))
    hand = Hand(desk)
    log_weeks(desk, weeks, loads, hand.plan.plan)
    desk.context.runner.reload_everything()
    hand.go()
    return hand


def card(hand: Hand) -> TrainAnswers:
    return hand.page.overview.answers


def lines(hand: Hand) -> str:
    """All that the card says."""
    return "\n".join(one.text() for one in card(hand).findChildren(QLabel) if one.isVisible())


def cells(hand: Hand, exercise: str) -> list[str]:
    return [
        format_cell(entry.prescription)
        for _, week in weeks_of(hand.plan.plan)
        for session in week.sessions
        for entry in session.entries
        if entry.exercise == exercise
    ]


def answer_all(hand: Hand, keys: str = "11") -> None:
    """Alt+Q, then the same two numbers for each group, and Enter."""
    hand.press(Qt.Key.Key_Q, ALT)
    for _ in card(hand).questions.rows:
        for key in keys:
            hand.press(getattr(Qt.Key, f"Key_{key}"))
    hand.press(Qt.Key.Key_Return)


def test_the_week_that_is_asked_about_is_that_of_the_first_page(desk: Desk) -> None:
    hand = arrived(desk)
    view = card(hand).view
    asked = asked_week(desk.context.profile, desk.person, TODAY)
    assert view is not None and view.week == asked == MONDAY - timedelta(weeks=1)
    assert sessions_now(desk.context.profile, desk.person, TODAY).week == asked


def test_an_exercise_without_a_set_asks_nothing(desk: Desk) -> None:
    bare = workout(MONDAY - timedelta(days=3), {"squat": []})
    desk.context.profile.apply(AddWorkout(desk.person.id, replace(bare, id=0)))
    hand = Hand(desk)
    hand.go()
    assert not card(hand).isVisible()
    assert sessions_now(desk.context.profile, desk.person, TODAY).week is None


def test_a_week_is_asked_about_in_one_line_and_answered_by_numbers(desk: Desk) -> None:
    hand = arrived(desk)
    assert card(hand).isVisible() and not card(hand).questions.isVisible()
    assert lines(hand).startswith("How was the week of ")
    hand.press(Qt.Key.Key_Q, ALT)
    assert (hand.at, hand.answer) == ("front of the thighs, sore when trained again", "No answer yet")
    hand.press(Qt.Key.Key_4)
    assert (hand.at, hand.answer) == ("front of the thighs, how rested", "No answer yet")
    hand.press(Qt.Key.Key_3)
    assert hand.at.startswith("back of the thighs, sore")
    hand.press(Qt.Key.Key_Down)
    assert hand.at.startswith("glutes and hips, sore")
    hand.press(Qt.Key.Key_Right)
    hand.press(Qt.Key.Key_Right)
    assert hand.answer == "Gone well before"
    hand.press(Qt.Key.Key_Backspace)
    assert hand.answer == "No answer yet"
    hand.press(Qt.Key.Key_Return)
    view = card(hand).view
    assert view is not None and dict(view.answers.answers).keys() == {Group.QUADRICEPS}
    assert view.answers.answers[Group.QUADRICEPS].soreness is Soreness.STILL
    assert view.answers.answers[Group.QUADRICEPS].recovery is Recovery.POOR
    assert "Still sore: front of the thighs; worn out: front of the thighs." in lines(hand)
    assert len(card(hand).questions.rows) == 4, "the upper body was not trained"


def test_the_questions_come_into_sight_with_their_heading_and_a_number_before_each_answer(desk: Desk) -> None:
    hand = arrived(desk)
    desk.window.resize(1000, 600)
    desk.settle()
    area = hand.page.overview.area
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    hand.press(Qt.Key.Key_Q, ALT)
    title, view = card(hand).title, area.viewport()
    top = title.mapTo(view, title.rect().topLeft()).y()
    assert top >= 0 and top + title.height() < view.height()
    pick = card(hand).questions.rows[0][2]
    texts = [text for text, _ in drawn(pick.width(), pick.height(), lambda painter, _: pick.render(painter, QPoint()))]
    assert texts == ["1", "not sore", "2", "gone well before", "3", "gone just in time", "4", "still sore"]


def test_five_groups_take_no_more_than_two_keys_each(desk: Desk) -> None:
    hand = arrived(desk)
    before = hand.keys
    answer_all(hand)
    assert hand.keys - before == 1 + 2 * 4 + 1
    assert "All well." in lines(hand)


def test_answers_are_undone_changed_and_kept(desk: Desk) -> None:
    hand = arrived(desk)
    answer_all(hand)
    desk.undo()
    desk.settle()
    assert card(hand).answer.isVisible()
    desk.redo()
    desk.settle()
    desk.click("week_change")
    hand.press(Qt.Key.Key_2)
    desk.go("plan")  # what was picked is taken along
    hand.go()
    view = card(hand).view
    assert view is not None and view.answers.answers[Group.QUADRICEPS].soreness is Soreness.EARLY
    assert not card(hand).questions.isVisible() and "All well." in lines(hand)


def test_cancelled_answers_are_forgotten(desk: Desk) -> None:
    hand = arrived(desk)
    hand.press(Qt.Key.Key_Q, ALT)
    hand.press(Qt.Key.Key_4)
    desk.click("week_cancel")
    desk.settle()
    assert card(hand).answer.isVisible() and not desk.context.runner.stack.canUndo()
    hand.press(Qt.Key.Key_Q, ALT)
    assert hand.answer == "No answer yet"
    hand.press(Qt.Key.Key_Return)
    assert card(hand).answer.isVisible(), "nothing was said, so nothing is kept"


def test_a_skipped_week_is_remembered(desk: Desk, tmp_path: Path) -> None:
    hand = arrived(desk)
    desk.click("week_skip")
    desk.settle()
    assert "Nothing was said about this week." in lines(hand)
    desk.context.runner.reload_everything()
    desk.settle()
    assert not card(hand).answer.isVisible()
    desk.click("week_change")
    hand.press(Qt.Key.Key_1)
    hand.press(Qt.Key.Key_Return)
    assert "All well." in lines(hand)


def test_more_sets_are_taken_into_the_plan_and_back_by_undo(desk: Desk) -> None:
    hand = arrived(desk, LONG, easy=LONG - 2)
    answer_all(hand)
    [row] = card(hand).rows
    assert "Front of the thighs" in lines(hand) and row.what.text() == "1 set more a week"
    assert row.where.text() == "Leg extension on Thursday: 2 to 3 sets, weeks 11 to 15."
    assert desk.has_focus("week_take_0")
    desk.click("train_free")
    desk.settle()
    hand.page.show_week()
    hand.press(Qt.Key.Key_Q, ALT)
    assert desk.has_focus("week_take_0")
    hand.press(Qt.Key.Key_Return)
    assert [one[0] for one in cells(hand, "leg_extension")] == list("222222222233333")
    assert card(hand).rows == [] and "the plan adds sets already" in lines(hand)
    assert desk.has_focus("week_change")
    assert "Taken: Front of the thighs: 1 set more a week." in lines(hand)
    hand.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert [one[0] for one in cells(hand, "leg_extension")] == list("222222222222222")
    assert [one.what.text() for one in card(hand).rows] == ["1 set more a week"]
    assert "Taken" not in lines(hand)


def test_a_refused_proposal_is_remembered_seen_and_taken_back(desk: Desk) -> None:
    hand = arrived(desk, LONG, easy=LONG - 2)
    answer_all(hand)
    desk.click("week_refuse_0")
    desk.settle()
    assert card(hand).rows == []
    fold = desk.child(QPushButton, "week_decided")
    assert fold.text() == "1 refused: show"
    desk.click(fold)
    desk.settle()
    assert "Front of the thighs: 1 set more a week (refused)" in lines(hand)
    desk.context.runner.reload_everything()
    desk.settle()
    assert card(hand).rows == [] and refused_by_topic(desk.context.profile, desk.person.id)["volume"]
    desk.click("week_allow_0")
    desk.settle()
    assert len(card(hand).rows) == 1
    desk.undo()
    desk.settle()
    assert card(hand).rows == [], "taken back is refused again"


def test_a_lighter_week_is_taken_with_its_reason(desk: Desk) -> None:
    hand = arrived(desk, LONG)
    answer_all(hand)
    [row] = card(hand).rows
    assert row.what.text() == "week 11, front of the thighs"
    assert row.reason.text().startswith("Back squat and Leg extension did not get better in 9 weeks of training")
    assert "No better for a while: front of the thighs (Back squat and Leg extension, 9 weeks)." in lines(hand)
    desk.click(row.take)
    desk.settle()
    assert cells(hand, "squat")[9:12] == ["2x6-8 100kg @2 RIR", "1x6-8 100kg @4 RIR", "2x6-8 100kg @2 RIR"]
    assert not any("week 11" in one.what.text() for one in card(hand).rows)
    desk.undo()
    desk.settle()
    assert cells(hand, "squat")[10] == "2x6-8 100kg @2 RIR" and card(hand).rows[0].what.text().startswith("week 11")


def test_a_lighter_week_for_everything_is_a_deload_of_the_plan(desk: Desk) -> None:
    flat = {key: ["100x8@2", "100x7@2"] for key in EXERCISES}
    hand = arrived(desk, LONG, flat)
    answer_all(hand)
    desk.click(card(hand).rows[0].take)
    desk.settle()
    kinds = [block.kind for block, _ in weeks_of(hand.plan.plan)]
    assert [at for at, kind in enumerate(kinds) if kind is BlockKind.DELOAD] == [10] and len(kinds) == 15
    desk.undo()
    desk.settle()
    assert {block.kind for block, _ in weeks_of(hand.plan.plan)} == {BlockKind.ACCUMULATE}


def test_without_a_plan_a_proposal_is_agreed_to(desk: Desk) -> None:
    log_weeks(desk, LONG, STILL)
    hand = Hand(desk)
    hand.go()
    answer_all(hand)
    [row] = card(hand).rows
    assert row.take.text() == "Agree" and row.what.text() == "next week, front of the thighs"
    desk.click(row.take)
    desk.settle()
    assert card(hand).rows == [] and desk.child(QPushButton, "week_decided").text() == "1 agreed on: show"
    desk.click("week_decided")
    desk.settle()
    desk.click("week_allow_0")
    desk.settle()
    assert len(card(hand).rows) == 1


def test_two_weeks_of_data_are_too_early(desk: Desk) -> None:
    hand = arrived(desk, 2)
    answer_all(hand)
    assert card(hand).rows == [] and "Too early to propose anything: 2 weeks" in lines(hand)


def test_nobody_is_asked_without_a_week(desk: Desk) -> None:
    hand = Hand(desk)
    hand.go()
    assert not card(hand).isVisible()
    hand.press(Qt.Key.Key_Q, ALT)
    desk.context.profile.apply(AddWorkout(desk.person.id, replace(workout(TODAY, {"squat": ["100x5"]}), id=0)))
    desk.context.profile.apply(
        AddWorkout(desk.person.id, replace(workout(MONDAY - timedelta(days=10), {"squat": ["100x5"]}), id=0))
    )
    desk.context.runner.reload_everything()
    desk.settle()
    assert not card(hand).isVisible(), "this week is not over, and the one before last is too long ago"


def test_this_week_is_asked_about_once_all_of_it_is_done(desk: Desk) -> None:
    desk.context.profile.apply(AddPlan(desk.person.id, plan_text(2), MONDAY))
    hand = Hand(desk)
    first, second = next(iter(weeks_of(hand.plan.plan)))[1].sessions
    one = replace(workout(TODAY, {"squat": ["100x5"]}, first.id), id=0)
    desk.context.profile.apply(AddWorkout(desk.person.id, one))
    hand.go()
    assert not card(hand).isVisible()
    desk.context.profile.apply(
        AddWorkout(desk.person.id, replace(workout(TODAY, {"leg_extension": ["50x10"]}, second.id), id=0))
    )
    desk.context.runner.reload_everything()
    desk.settle()
    assert card(hand).isVisible() and card(hand).view is not None and card(hand).view.week == MONDAY
    running = replace(workout(TODAY, {"squat": ["100x5"]}), id=0)
    desk.context.runner.apply(StartWorkout(desk.person.id, running))
    hand.page.show_week()
    desk.settle()
    assert not card(hand).isVisible(), "something is still going on"


def test_a_plan_changed_elsewhere_is_not_written_over(desk: Desk) -> None:
    hand = arrived(desk, LONG, easy=LONG - 2)
    answer_all(hand)
    [row] = card(hand).rows
    before = hand.plan
    gone = next(
        entry.id
        for session in list(weeks_of(before.plan))[10][1].sessions
        for entry in session.entries
        if entry.exercise == "leg_extension"
    )
    desk.context.profile.apply(ChangePlan(before.info.id, before.plan, remove(before.plan, Level.ENTRY, gone), "x"))
    desk.click(row.take)
    desk.settle()
    assert "changed elsewhere" in hand.said
    assert [one[0] for one in cells(hand, "leg_extension")] == list("22222222222222"), "nothing was written over"
    assert row.isEnabled()
    desk.context.runner.reload_everything()
    desk.settle()
    assert [one.where.text() for one in card(hand).rows] == [
        "Back squat on Monday: 2 to 3 sets, weeks 11 and 13 to 15."
    ]


@pytest.fixture
def two(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    fill(tmp_path / "profile", ALEX, AddPerson("Ben"))
    with opened(qtbot, tmp_path / "profile") as found:
        yield found


def test_another_person_is_not_asked_about_the_week_of_the_first(two: Desk) -> None:
    hand = arrived(two)
    hand.press(Qt.Key.Key_Q, ALT)
    hand.press(Qt.Key.Key_4)
    two.context.look_at(two.context.people[1].uid)
    two.settle()
    assert not card(hand).isVisible()
    two.context.look_at(two.context.people[0].uid)
    two.settle()
    assert card(hand).isVisible()
