"""The planner: a plan by keys or with the mouse, shown as it is answered, and handed out only when it is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from legwork.domain.pain_holds import HELD
from legwork.domain.patterns import Pattern
from legwork.domain.plan.model import Weekday, weeks_of
from legwork.domain.plan_brief import PlanBrief, brief
from legwork.domain.self_checks import Area
from legwork.domain.standing import Legs
from legwork.domain.units import UnitSystem
from legwork.qt.dialogs.planner import PlannerDialog
from legwork.qt.dialogs.planner_templates import TemplateButton
from legwork.services.catalogue import catalogue
from legwork.services.choices import SetChoices
from legwork.services.people import ChangePerson
from legwork.services.plan_aims import aims_from
from program_driver import Desk

BEHIND = brief({}, Legs.BEHIND, ())


class Planner:
    """The open dialog, as a person sees it."""

    def __init__(self, desk: Desk, aim: PlanBrief = BEHIND) -> None:
        self.desk = desk
        self.dialog = PlannerDialog(desk.context, desk.person, catalogue(), aims_from(aim), desk.window)
        self.dialog.open()
        self.dialog.activateWindow()
        desk.qtbot.waitUntil(self.dialog.isActiveWindow)

    def text(self, name: str) -> str:
        found = self.dialog.findChild(QLabel, name)
        return found.text() if found is not None and found.isVisible() else ""

    def child(self, name: str) -> QWidget:
        found = self.dialog.findChild(QWidget, name)
        assert found is not None, name
        return found

    @property
    def focused(self) -> str:
        widget = QApplication.focusWidget()
        return widget.objectName() if widget else ""

    @property
    def shown_week(self) -> str:
        return self.child("planner_week").accessibleDescription()

    @property
    def best(self) -> list[str]:
        buttons = self.dialog.findChildren(TemplateButton)
        return [one.text() for one in buttons if one.isVisible()]

    def click(self, name: str) -> None:
        """Click, scrolled to if need be; a check box on its box."""
        widget = self.child(name)
        for area in self.dialog.findChildren(QScrollArea):
            if area.isAncestorOf(widget):
                area.ensureWidgetVisible(widget)
        at = QPoint(12, widget.height() // 2) if isinstance(widget, QCheckBox) else widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)

    def until(self, said: str, name: str) -> None:
        """Wait until the preview has caught up."""
        self.desk.qtbot.waitUntil(lambda: said in self.text(name))

    def answer(self, name: str, facts: str) -> None:
        """Click an answer, and wait for what the plan then comes to."""
        self.click(name)
        self.until(facts, "planner_facts")

    def pick(self, name: str, text: str) -> None:
        field = self.child(f"{name}_field")
        field.setFocus()
        self.desk.qtbot.keyClicks(field, text)
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.hide()
        QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def planner(desk: Desk) -> Iterator[Planner]:
    found = Planner(desk)
    yield found
    found.dialog.close()
    found.dialog.deleteLater()


def test_one_press_of_enter_makes_a_good_plan(planner: Planner) -> None:
    assert planner.text("planner_plan_name") == "Legs first, 3 days, 12 weeks"
    assert planner.best == ["Legs first, 3 days", "Full body, 3 days", "Full body, 2 days"]
    assert planner.text("planner_short") == ""
    QTest.keyClick(planner.dialog, Qt.Key.Key_Return)
    assert planner.dialog.result() == QDialog.DialogCode.Accepted
    plan = planner.dialog.plan
    assert plan is not None and plan.name == "Legs first, 3 days, 12 weeks"
    assert len(list(weeks_of(plan))) == 12
    today = date.today()
    assert planner.dialog.starts_on == today + timedelta(days=-today.weekday() % 7)


def test_the_preview_shows_the_week_the_sets_and_why(planner: Planner) -> None:
    assert "Back squat 2 × 6–10" in planner.shown_week and "Monday" in planner.shown_week
    sets = planner.child("planner_muscles").accessibleDescription()
    assert "front of the thighs: 6 to 10 hard sets a week, wanted are 6 to 10." in sets
    why = planner.text("planner_reasons")
    assert "<b>Back squat.</b> Squats grow the front of the thighs" in why
    assert "<b>Front of the thighs.</b> 6 hard sets in the first week" in why


def test_every_answer_shows_at_once(planner: Planner) -> None:
    planner.answer("planner_days_2", "4 days a week")
    assert planner.best[0] == "Legs first, 4 days"
    planner.answer("planner_minutes_0", "sessions of up to 30 min")
    planner.click("planner_sets_2")
    planner.until("Almost no equipment", "planner_plan_name")
    assert "Pull-ups and pulldowns" in planner.text("planner_reasons") or "Pull." in planner.text("planner_short")
    assert "Bodyweight squat" in planner.shown_week and "Back squat" not in planner.shown_week
    assert "pull-ups" in planner.text("planner_short")


def test_what_was_answered_a_moment_ago_counts(planner: Planner) -> None:
    planner.click("planner_days_0")
    planner.click("planner_make")
    plan = planner.dialog.plan
    assert plan is not None and plan.name == "Full body, 2 days, 12 weeks"


def test_days_are_chosen_by_arrow_keys_and_weeks_are_typed(planner: Planner) -> None:
    assert planner.focused == "planner_days_1"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    planner.until("4 days a week", "planner_facts")
    weeks = planner.dialog.questions.weeks
    weeks.setFocus()
    weeks.selectAll()
    planner.desk.qtbot.keyClicks(weeks, "20")
    planner.until("20 weeks", "planner_facts")
    weeks.selectAll()
    planner.desk.qtbot.keyClicks(weeks, "99")
    assert weeks.value() <= 52


def test_the_template_that_somebody_chose_stays_chosen(planner: Planner) -> None:
    planner.click("planner_more_templates")
    names = planner.best
    assert len(names) == 9
    place = names.index("Upper and lower body, 4 days")
    planner.click(f"planner_template_{place}")
    planner.until("Upper and lower body, 4 days", "planner_plan_name")
    planner.answer("planner_days_3", "4 days a week")
    assert planner.text("planner_plan_name") == "Upper and lower body, 4 days, 12 weeks"
    planner.click("planner_more_templates")
    assert len(planner.best) < 9
    assert "Upper and lower body, 4 days" in planner.best


def test_an_exercise_is_left_out_and_taken_in_again(planner: Planner) -> None:
    planner.pick("planner_avoided", "back squat")
    planner.desk.qtbot.waitUntil(lambda: "Back squat" not in planner.shown_week)
    assert "You asked to leave out: Back squat." in planner.text("planner_reasons")
    planner.click("planner_avoided_squat")
    planner.desk.qtbot.waitUntil(lambda: "Back squat" in planner.shown_week)


def test_an_exercise_that_is_liked_comes_in(planner: Planner) -> None:
    planner.pick("planner_liked", "front squat")
    planner.desk.qtbot.waitUntil(lambda: "Front squat" in planner.shown_week)
    field = planner.child("planner_liked_field")
    assert isinstance(field, QLineEdit) and field.text() == ""


def test_a_name_that_nobody_knows_is_refused_beside_it(planner: Planner) -> None:
    planner.pick("planner_liked", "xyzzy")
    assert "No exercise is called “xyzzy”" in planner.text("planner_liked_refusal")
    assert planner.dialog.isVisible() and planner.dialog.plan is None


def test_equipment_is_chosen_piece_by_piece(planner: Planner) -> None:
    planner.click("planner_equipment_fold")
    planner.click("planner_equipment_barbell")
    planner.desk.qtbot.waitUntil(lambda: "Romanian deadlift" in planner.shown_week)
    planner.desk.qtbot.waitUntil(lambda: "Back squat" not in planner.shown_week)
    gym = planner.child("planner_sets_0")
    assert isinstance(gym, QPushButton) and not gym.isChecked()
    planner.click("planner_equipment_barbell")
    planner.desk.qtbot.waitUntil(lambda: "Back squat" in planner.shown_week)
    assert gym.isChecked()


def test_any_day_means_the_monday_of_its_week(planner: Planner) -> None:
    wednesday = date(2026, 3, 11)
    start = planner.dialog.questions.start
    start.setDate(start.date().fromString(wednesday.isoformat(), Qt.DateFormat.ISODate))
    assert planner.text("planner_start_said") == "Begins on Monday, 9 Mar 2026."
    assert planner.dialog.starts_on == date(2026, 3, 9)


def test_an_empty_plan_has_its_weeks_and_days(planner: Planner) -> None:
    planner.click("planner_days_0")
    planner.click("planner_empty")
    plan = planner.dialog.plan
    assert plan is not None
    found = [week for _, week in weeks_of(plan)]
    assert len(found) == 12
    assert [one.weekday for one in found[0].sessions] == [Weekday.MONDAY, Weekday.THURSDAY]
    assert not any(one.entries for week in found for one in week.sessions)


def test_escape_leaves_everything_as_it_was(planner: Planner) -> None:
    QTest.keyClick(planner.dialog, Qt.Key.Key_Escape)
    assert planner.dialog.result() == QDialog.DialogCode.Rejected and planner.dialog.plan is None


def test_answers_of_the_person_are_where_it_begins(desk: Desk) -> None:
    picks = (("split", ("upper_lower",)), ("pain_now", ("knee_left",)))
    desk.context.runner.apply(SetChoices(desk.person.id, picks, date.today(), "Answer"))
    desk.context.runner.apply(ChangePerson(desk.person.id, "units", UnitSystem.IMPERIAL))
    planner = Planner(desk, brief({}, Legs.BEHIND, HELD[Area.KNEE]))
    assert "4 days a week" in planner.text("planner_facts")
    assert planner.text("planner_held").startswith("Held back by your answers about pain: squats")
    assert "squat" not in planner.shown_week.lower()
    planner.click("planner_make")
    plan = planner.dialog.plan
    assert plan is not None
    entries = [one for _, week in weeks_of(plan) for session in week.sessions for one in session.entries]
    assert {getattr(one.rule, "step", None) and one.rule.step.unit for one in entries} <= {"lb", None}
    planner.dialog.deleteLater()


def test_when_everything_waits_it_says_so_and_only_an_empty_plan_is_made(desk: Desk) -> None:
    planner = Planner(desk, brief({}, Legs.BEHIND, tuple(Pattern)))
    assert "somebody has looked at" in planner.text("planner_facts")
    assert not planner.child("planner_make").isEnabled()
    assert not planner.child("planner_week").isVisible()
    planner.click("planner_empty")
    assert planner.dialog.plan is not None
    planner.dialog.deleteLater()


def test_everything_that_is_used_has_names_and_is_reached_by_tab(planner: Planner) -> None:
    seen = set()
    for _ in range(40):
        seen.add(planner.focused)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    wanted = {"planner_days_1", "planner_minutes_2", "planner_weeks", "planner_start", "planner_experience",
              "planner_sets_0", "planner_equipment_fold", "planner_liked_field", "planner_avoided_field",
              "planner_template_0", "planner_more_templates", "planner_empty", "planner_cancel",
              "planner_make"}  # fmt: skip
    assert wanted <= {one.replace("qt_spinbox_lineedit", "planner_weeks") for one in seen}
    for widget in planner.dialog.findChildren(QPushButton):
        assert widget.accessibleName(), widget.objectName()


@pytest.mark.parametrize(("theme", "percent"), [("light", 100), ("dark", 150)])
def test_it_fits_a_small_window_at_any_text_size(desk: Desk, theme: str, percent: int) -> None:
    desk.context.theme.apply(theme, percent)
    desk.window.resize(1000, 700)
    planner = Planner(desk)
    assert planner.dialog.width() <= 1000 and planner.dialog.height() <= 700
    whole = QRect(QPoint(0, 0), planner.dialog.size())
    for name in ("planner_make", "planner_cancel", "planner_empty"):
        widget = planner.child(name)
        assert whole.contains(QRect(widget.mapTo(planner.dialog, QPoint(0, 0)), widget.size()))
    for area in planner.dialog.findChildren(QScrollArea):
        content = area.widget()
        assert content is not None and content.width() <= area.viewport().width() + 1
    planner.dialog.deleteLater()
    desk.context.theme.apply("light", 100)
