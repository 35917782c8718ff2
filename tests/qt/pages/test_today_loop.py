"""Expected and seen on the Today page: an offer taken and undone, put away, said why it waits, by keyboard alone."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from legwork.domain.plan.edits import remove
from legwork.domain.plan.model import Level, weeks_of
from legwork.qt.pages.today.loop import LoopPanel
from legwork.qt.pages.today.page import TodayPage
from legwork.services.loop import LOOP
from legwork.services.plans import ChangePlan
from legwork.services.proposals import refused_of
from loop_cases import Lifter, measured, trained
from program_driver import Desk

WEEKS = 20


def arrived(desk: Desk, body_weight: bool = False) -> Lifter:
    """Somebody with few sets for the thighs, whose girth stands still, on the Today page."""
    one = Lifter(desk.context.profile, desk.person, date.today())
    others = {"body_weight": lambda week: 82 - 0.3 * week} if body_weight else {}
    measured(one, WEEKS, lambda _week: 55.0, **others)  # type: ignore[arg-type]
    trained(one, WEEKS)
    desk.context.runner.reload_everything()
    desk.go("today")
    settled(desk)
    return one


def settled(desk: Desk) -> None:
    page = desk.page
    assert isinstance(page, TodayPage)
    desk.qtbot.waitUntil(lambda: not page.busy, timeout=20_000)
    desk.settle()


def panel(desk: Desk) -> LoopPanel:
    [found] = desk.window.findChildren(LoopPanel)
    return found


def lines(desk: Desk) -> str:
    """All that the panel says."""
    return "\n".join(one.text() for one in panel(desk).findChildren(QLabel) if one.isVisible())


def leg_extensions(one: Lifter) -> list[int]:
    return [
        entry.prescription.sets
        for _, week in weeks_of(one.plan.plan)
        for session in week.sessions
        for entry in session.entries
        if entry.exercise == "leg_extension"
    ]


def test_an_offer_is_taken_by_keyboard_and_undone(desk: Desk) -> None:
    one = arrived(desk)
    assert "Upper thigh: little growth was to be expected" in lines(desk)
    take = desk.child(QPushButton, "loop_take_0")
    assert take.accessibleName().startswith("Upper thigh: take 1 set more a week for front of the thighs.")
    take.setFocus()
    desk.press(Qt.Key.Key_Return)
    settled(desk)
    assert leg_extensions(one) == [1] * WEEKS + [2] * 6
    assert "Taken: Upper thigh: 1 set more a week for front of the thighs." in lines(desk)
    assert "The plan adds sets from the next week on." in lines(desk)
    assert panel(desk).cards.rows == [] and QApplication.focusWidget() is not None
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(desk)
    assert leg_extensions(one) == [1] * (WEEKS + 6)
    assert "Taken" not in lines(desk)
    assert desk.child(QPushButton, "loop_take_0").isEnabled()


def test_not_now_keeps_it_still_until_it_is_undone(desk: Desk) -> None:
    one = arrived(desk)
    away = desk.child(QPushButton, "loop_away_0")
    away.setFocus()
    desk.press(Qt.Key.Key_Space)
    settled(desk)
    assert len(refused_of(one.profile, one.person.id, LOOP)) == 1
    assert panel(desk).cards.rows == [] and "put away until" in lines(desk)
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(desk)
    assert desk.child(QPushButton, "loop_take_0").isEnabled()


def test_a_plan_that_was_changed_elsewhere_is_not_written_over_and_that_is_said(desk: Desk) -> None:
    one = arrived(desk)
    stored = one.plan
    entry = next(
        each
        for _, week in list(weeks_of(stored.plan))[WEEKS:]
        for session in week.sessions
        for each in session.entries
        if each.exercise == "leg_extension"
    )
    one.profile.apply(ChangePlan(stored.info.id, stored.plan, remove(stored.plan, Level.ENTRY, entry.id), "x"))
    desk.child(QPushButton, "loop_take_0").setFocus()
    desk.press(Qt.Key.Key_Return)
    assert "The plan was changed since this was proposed" in lines(desk)
    assert QApplication.focusWidget() is desk.child(QPushButton, "loop_take_0")


def test_a_lever_that_is_no_edit_leads_to_its_page(desk: Desk) -> None:
    one = arrived(desk, body_weight=True)
    stored = one.plan
    one.profile.apply(ChangePlan(stored.info.id, stored.plan, remove(
        stored.plan, Level.BLOCK, stored.plan.blocks[0].id), "x"))  # fmt: skip
    desk.context.runner.reload_everything()
    settled(desk)
    go = desk.child(QPushButton, "loop_open_0")
    assert go.text() == "Open Food"
    go.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.window.current_page().objectName() == "food_page"


def test_nothing_of_it_is_there_with_an_empty_profile_and_everything_has_its_name(desk: Desk) -> None:
    desk.go("today")
    settled(desk)
    assert not any(one.isVisible() for one in desk.window.findChildren(LoopPanel))
    arrived(desk)
    for name in ("loop_cards", "loop_card", "loop_rates"):
        assert desk.child(QWidget, name).accessibleName()
    assert "Seen: " in desk.child(QWidget, "loop_rates").accessibleName()
