"""Goals from the balance page: made of a row, of the headline or of a girth that trails."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from balance_driver import BUILD, LARGE, SMALL, TODAY, balance, said
from legwork.qt.dialogs.goal import GoalDialog
from legwork.services.goals import goals_of
from legwork.services.people import AddPerson
from legwork.services.plans import AddPlan
from program_driver import Desk, answering
from train_cases import MONDAY, legs_first


def test_enter_on_a_row_makes_its_target_a_goal(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **SMALL)
    page = balance(desk)

    def take(dialog: QDialog) -> None:
        assert isinstance(dialog, GoalDialog)
        assert dialog.value.text() == "62.3"
        dialog.findChild(QPushButton, "goal_set").click()

    page.standing.bars.setFocus()
    with answering("goal_dialog", take):
        desk.press(Qt.Key.Key_Return)
    goal = goals_of(desk.context.profile, desk.person.id)["site/upper_thigh"]
    assert goal.value == pytest.approx(62.3)


def test_one_click_on_the_headline_makes_a_realistic_goal(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **SMALL)
    page = balance(desk)
    button = desk.child(QPushButton, "balance_make_goal")
    assert button.text() == "Make 62.3\N{NO-BREAK SPACE}cm my goal"
    desk.click(button)
    desk.settle()
    goal = goals_of(desk.context.profile, desk.person.id)["site/upper_thigh"]
    # never nearer than twelve weeks, never farther than three years, and never more than what goes with the build
    assert TODAY + timedelta(weeks=12) <= goal.due <= TODAY + timedelta(weeks=156) and 57.8 < goal.value <= 62.31
    assert said(desk, "balance_goal_said").startswith("Goal set for Upper thigh, by ")
    assert not button.isVisible() and not page.goals.rows.said.isVisible()
    desk.undo()
    desk.settle()
    assert not goals_of(desk.context.profile, desk.person.id) and button.isVisible()


def test_a_girth_that_trails_becomes_a_goal_beside_its_bar_and_leads_to_it(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **SMALL)
    page = balance(desk)
    calf = desk.child(QPushButton, "gap_goal_calf")
    assert calf.accessibleName() == "Make 39.3\N{NO-BREAK SPACE}cm my goal for Calf"
    calf.setFocus()
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert list(goals_of(desk.context.profile, desk.person.id)) == ["site/calf"]
    assert said(desk, "gap_goal_said").startswith("Goal set for Calf, by ")
    assert desk.child(QPushButton, "balance_make_goal").isVisible(), "the thigh has none yet"
    look = desk.child(QPushButton, "gap_goal_calf")
    assert look.text() == "Look at it" and look.hasFocus(), "the keys stay where they were"
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert desk.page is not page and desk.page.shown == "goals"
    assert said(desk, "goal_title").startswith("Calf, ")


def test_legs_that_lead_are_offered_no_goal(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **LARGE)
    page = balance(desk)
    assert page.goals.rows.stops() == []
    assert not page.headline.findChild(QPushButton, "balance_make_goal").isVisible()


def test_a_goal_that_was_asked_for_somebody_who_is_not_looked_at_any_more_is_not_set(desk: Desk) -> None:
    alex = desk.person
    desk.remember(TODAY, **BUILD, **SMALL)
    desk.context.runner.apply(AddPerson("Bo"))
    bo = next(one for one in desk.context.people if one.name == "Bo")
    desk.context.look_at(alex.uid)
    desk.context.profile.apply(AddPlan(alex.id, legs_first(), MONDAY))
    desk.context.runner.reload_everything()
    balance(desk)
    desk.click("balance_make_goal")
    desk.settle()
    assert goals_of(desk.context.profile, alex.id), "with this plan one is set"
    desk.undo()
    desk.settle()
    desk.click("balance_make_goal")
    desk.context.look_at(bo.uid)
    desk.settle()
    desk.qtbot.wait(50)
    assert not goals_of(desk.context.profile, alex.id) and not goals_of(desk.context.profile, bo.id)
