"""What assistive technology does with a button is a click: the choice is taken, the box is kept, the fold opens."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtGui import QAccessibleActionInterface as Actions
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QSplitterHandle, QToolButton, QWidget

from accessible import interface
from legwork.services import settings
from program_driver import Desk


def act(desk: Desk, name: str, *, at: int = 0) -> None:
    """The first thing that can be done with a button, as a screen reader or a voice asks for it."""
    told = interface(desk.child(QAbstractButton, name)).actionInterface()
    told.doAction(told.actionNames()[at])
    desk.settle()


def test_a_choice_is_taken(sample: Desk) -> None:
    charts = sample.go("charts")
    act(sample, "charts_show_goals")
    assert charts.shown == "goals"  # type: ignore[attr-defined]
    act(sample, "rail_plan")
    assert sample.window.current_page().name == "plan"


def test_a_box_is_kept(desk: Desk) -> None:
    desk.go("settings")
    assert settings.read(desk.context.profile)[settings.REMIND_CHECK_IN] != settings.YES
    act(desk, "remind_check_in")
    assert settings.read(desk.context.profile)[settings.REMIND_CHECK_IN] == settings.YES
    assert interface(desk.child(QCheckBox, "remind_check_in")).state().checked


def test_a_fold_opens_and_says_so(sample: Desk) -> None:
    sample.go("food")
    told = interface(sample.child(QAbstractButton, "food_sums_fold"))
    assert told.role() is QAccessible.Role.Button
    assert told.state().expandable and told.state().collapsed and not told.state().expanded
    act(sample, "food_sums_fold")
    assert told.state().expanded and not told.state().collapsed
    assert sample.child(QWidget, "food_sums").isVisible()


def test_the_focus_comes_when_it_is_asked_for_and_nothing_else_happens(sample: Desk) -> None:
    sample.go("charts")
    act(sample, "charts_show_goals", at=1)
    assert sample.has_focus("charts_show_goals") or sample.has_focus("charts_show_time")
    assert sample.page.shown == "time"  # type: ignore[attr-defined]


def test_what_cannot_be_pressed_offers_nothing(desk: Desk) -> None:
    desk.go("measure")
    forth = interface(desk.child(QPushButton, "day_forth"))
    assert forth.actionInterface().actionNames() == []
    assert forth.state().disabled


@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
def test_a_button_is_called_as_it_reads(desk: Desk, kind: type[QPushButton | QToolButton]) -> None:
    made = kind(desk.window)
    made.setText("Pull && &push")
    told = interface(made)
    assert told.text(QAccessible.Text.Name) == "Pull & push"
    assert told.actionInterface().actionNames()[0] == Actions.pressAction()
    made.setAccessibleName("Pull and push")
    assert told.text(QAccessible.Text.Name) == "Pull and push"


def test_a_divider_is_told_as_one(sample: Desk) -> None:
    sample.go("plan")
    handles = [one for one in sample.window.findChildren(QSplitterHandle) if one.isVisible()]
    assert handles
    for one in handles:
        told = interface(one)
        assert told.role() is QAccessible.Role.Splitter and told.text(QAccessible.Text.Name) == "Divider"
