"""The checks of a plan as a person sees them: what is wrong first, why, and a button that mends it."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from legwork.domain.exercise_names import Catalogue
from legwork.domain.plan.checks import check_plan
from legwork.domain.plan.model import Plan, weeks_of
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.plan_findings import PlanFindings
from legwork.services.catalogue import catalogue
from legwork.services.plan_lookup import lookup_from
from plan_samples import plan_of, week_of

UPPER = {"bench_press": "4x8", "barbell_row": "4x8", "lat_pulldown": "4x8", "overhead_press": "3x8"}
WHOLE = {
    "Legs A mon": {
        "squat": "4x6-8",
        "romanian_deadlift": "3x8",
        "leg_extension": "3x10",
        "standing_calf_raise": "3x10",
    },
    "Upper tue": {"bench_press": "3x8", "barbell_row": "3x8", "lat_pulldown": "3x8"},
    "Legs B thu": {"bulgarian_split_squat": "3x8/side", "seated_leg_curl": "4x10", "standing_calf_raise": "3x10"},
}


class Shown:
    """The checks of one plan on screen; what is asked for is carried out, as the page does."""

    def __init__(self, qtbot: QtBot, theme: ThemeManager, plan: Plan) -> None:
        fresh = count(1000)
        self.plan, self.said, self.weeks = plan, [], []
        self.widget = PlanFindings(theme, lambda: next(fresh))
        self.widget.edit_asked.connect(self._on_edit)
        self.widget.week_chosen.connect(self.weeks.append)
        self._exercises: Catalogue = catalogue()
        self._lookup = lookup_from(self._exercises)
        qtbot.addWidget(self.widget)
        self.widget.resize(340, 900)
        self.show()
        with qtbot.waitExposed(self.widget):
            self.widget.show()

    def show(self) -> None:
        found = check_plan(self.plan, self._lookup)
        self.widget.show_findings(found, self.plan, self._exercises)
        QApplication.processEvents()

    def _on_edit(self, change, what: str) -> None:
        self.plan = change(self.plan)
        self.said.append(what)
        self.show()

    def texts(self) -> list[str]:
        """What can be read, from the top."""
        labels = [one for one in self.widget.findChildren(QLabel) if one.isVisible() and one.text()]
        labels.sort(key=lambda one: one.mapTo(self.widget, one.rect().topLeft()).y())
        return [one.text() for one in labels]

    def entry(self, key: str) -> QWidget:
        found = self.widget.findChild(QWidget, f"plan_finding_{key}")
        assert found is not None
        return found

    def press(self, key: str, name: str = "plan_fix") -> None:
        self.entry(key).findChild(QPushButton, name).click()


def test_what_works_against_the_aim_comes_first_with_its_reason(qtbot, theme):
    shown = Shown(qtbot, theme, plan_of(week_of({"Upper mon": UPPER, "Legs thu": {"squat": "3x8"}})))
    texts = shown.texts()
    assert texts[0].endswith("They are advice: the plan is yours.")
    assert texts.index("Leg days") < texts.index("Knee extension"), "a warning stands above a hint"
    assert "Legs are trained on 1 day in every week: 2 to 3 are wanted." in texts
    assert any("two or three days fit the sets in" in one for one in texts), "why"
    assert not any("Every week has squats" in one for one in texts), "what is fine is folded away"


def test_a_fix_mends_the_plan_and_its_entry_goes_to_the_fine_ones(qtbot, theme):
    shown = Shown(qtbot, theme, plan_of(week_of({**WHOLE, "Legs B thu": {"bulgarian_split_squat": "3x8/side"}})))
    entry = shown.entry("leg_curl")
    assert entry.isVisible()
    shown.press("leg_curl")
    assert "leg curls" in shown.said[0]
    keys = {one.exercise for _, week in weeks_of(shown.plan) for day in week.sessions for one in day.entries}
    assert any("curl" in key for key in keys)
    assert not shown.entry("leg_curl").isVisible()


def test_a_fix_by_keyboard_leaves_the_keys_with_the_next_one(qtbot, theme):
    shown = Shown(qtbot, theme, plan_of(week_of({"Upper mon": UPPER, "Legs thu": {"squat": "3x8"}})))
    fix = shown.entry("leg_curl").findChild(QPushButton, "plan_fix")
    fix.setFocus()
    QTest.keyClick(fix, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None and focused is not fix and shown.widget.isAncestorOf(focused)


def test_the_week_can_be_shown_and_the_fine_ones_unfolded(qtbot, theme):
    shown = Shown(qtbot, theme, plan_of(week_of({"Upper mon": UPPER, "Legs thu": {"squat": "3x8"}})))
    shown.press("leg_curl", "plan_finding_week")
    assert shown.weeks == [next(week.id for _, week in weeks_of(shown.plan))]
    QTest.keyClick(shown.widget.fold, Qt.Key.Key_Space)
    assert any(one == "Every week has squats." for one in shown.texts())


def test_a_screen_reader_hears_how_serious_it_is(qtbot, theme):
    shown = Shown(qtbot, theme, plan_of(week_of({"Upper mon": UPPER, "Legs thu": {"squat": "3x8"}})))
    assert shown.entry("leg_days").accessibleName().startswith("Works against the aim. Leg days. Legs are trained on")


def test_an_empty_plan_says_when_the_checks_begin(qtbot, theme):
    shown = Shown(qtbot, theme, plan_of(week_of({})))
    assert shown.texts() == ["The checks begin with the first exercise outside a deload."]
