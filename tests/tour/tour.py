"""Opens the real window on sample data and saves a picture of every page and dialog: `tour.py OUT`.

Light and dark at 1280x800 and 1920x1080, and once with 150 % text. A new page joins by standing in PAGES of the main
window; a new dialog by a line in `all_dialogs`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from dialogs import all_dialogs
from pictures import program_for, save, settle, wait_while_busy
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from legwork.bootstrap import Program
from legwork.domain.sites import Spot
from legwork.domain.units import Quantity
from legwork.qt.page_list import PAGES
from legwork.qt.pages.help.page import HelpPage
from legwork.qt.pages.measure import MeasurePage
from legwork.qt.pages.plan.page import PlanPage
from legwork.qt.pages.train.page import TrainPage
from legwork.services.goals import SetGoal
from legwork.services.programme import AddProgrammeChange
from legwork.services.settings import TEXT_PERCENT, THEME, ChangeSetting

GOAL = Quantity(41.0, "cm", "41"), date.today() + timedelta(days=120)
SIZES = ((1280, 800), (1920, 1080))


def main() -> int:
    """Make all the pictures; returns the exit code."""
    out = Path(sys.argv[1])
    with program_for(out) as program:
        for theme, percent, size in _looks():
            program.session.open(program.paths, sample=False)
            _dress(program, theme, percent, size)
            save(program.window, out, "welcome", theme, percent, size)
            program.session.open(program.paths.sample, sample=True)
            _dress(program, theme, percent, size)
            _pages(program, out, theme, percent, size)
            if size == SIZES[0]:
                all_dialogs(program, out, theme, percent, size)
    return 0


def _looks() -> Iterator[tuple[str, int, tuple[int, int]]]:
    for theme in ("light", "dark"):
        for size in SIZES:
            yield theme, 100, size
    yield "light", 150, SIZES[1]


def _dress(program: Program, theme: str, percent: int, size: tuple[int, int]) -> None:
    runner = program.session.context.runner
    runner.apply(ChangeSetting(THEME, theme))
    runner.apply(ChangeSetting(TEXT_PERCENT, str(percent)))
    program.window.resize(*size)
    program.window.activateWindow()


def _pages(program: Program, out: Path, theme: str, percent: int, size: tuple[int, int]) -> None:
    window = program.window
    for name in (one.name for one in PAGES):
        window.show_page(name)
        settle(3)
        page = window.current_page()
        if isinstance(page, MeasurePage):
            _half_entered(page)
        save(window, out, name, theme, percent, size)
        if name == "balance":
            _whole_balance(page, out, theme, percent, size)
        if name == "charts":
            _charts(program, out, theme, percent, size)
        if name == "help":
            _help(program, out, theme, percent, size)
        if name == "plan":
            _plan(program, out, theme, percent, size)
        if name == "train":
            _week(program, out, theme, percent, size)
            _strength(program, out, theme, percent, size)


def _whole_balance(page: QWidget, out: Path, theme: str, percent: int, size: tuple[int, int]) -> None:
    """What lies below the window's edge as well."""
    area = page.findChild(QScrollArea, "balance_area")
    assert area is not None
    save(area.widget(), out, "balance_whole", theme, percent, size)


def _help(program: Program, out: Path, theme: str, percent: int, size: tuple[int, int]) -> None:
    """A topic with drawings, another with a table, and what a search finds."""
    page = program.window.current_page()
    assert isinstance(page, HelpPage)
    for topic in ("sites", "numbers", "plan"):
        page.open_for(topic)
        save(program.window, out, f"help_{topic}", theme, percent, size)
    page.focus_first()
    page.search.setText("calf")
    save(program.window, out, "help_found", theme, percent, size)
    page.search.clear()


def _plan(program: Program, out: Path, theme: str, percent: int, size: tuple[int, int]) -> None:
    """The plan's other panels, one session of it, and a cell that cannot be read."""
    page = program.window.current_page()
    assert isinstance(page, PlanPage)
    for place, panel in ((1, "checks"), (2, "exercises")):
        page.desk.tabs.setCurrentIndex(place)
        save(program.window, out, f"plan_{panel}", theme, percent, size)
    page.bar.session_button.click()
    save(program.window, out, "plan_session", theme, percent, size)
    page.bar.weeks_button.click()
    page.desk.tabs.setCurrentIndex(0)
    page.desk.grid.edit_current()
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        field.setText("3x8-6")
        QTest.keyClick(field, Qt.Key.Key_Return)
        save(program.window, out, "plan_refused", theme, percent, size)
        QTest.keyClick(field, Qt.Key.Key_Escape)


def _charts(program: Program, out: Path, theme: str, percent: int, size: tuple[int, int]) -> None:
    """The charts in other ways: a panel for each measure, and a look ahead with a goal and a stretch to read."""
    from legwork.qt.charts.view import ChartView, Extra, Layout
    from legwork.qt.pages.charts.page import ChartsPage

    frame, context = program.window.current_page(), program.session.context
    assert isinstance(frame, ChartsPage) and context.person is not None
    page = frame.over_time
    usual, today = page.view.as_text(), date.today()
    several = ("site/upper_thigh", "site/calf", "site/flexed_arm", "site/body_weight", "ratio/thigh_arm")
    page.look_at(ChartView(several, layout=Layout.APART).as_text())
    save(program.window, out, "charts_apart", theme, percent, size)
    for edit in (
        SetGoal(context.person.id, "site/calf", *GOAL, today, "Calf"),
        AddProgrammeChange(context.person.id, today - timedelta(days=120), "Two leg days a week"),
    ):
        context.runner.apply(edit)
    region = (today - timedelta(days=200)).toordinal(), (today - timedelta(days=60)).toordinal()
    view = ChartView(("site/calf",), region=region).with_extra(Extra.AHEAD, True)
    page.look_at(view.as_text())
    page.board.first.setFocus()
    page.board.first.read_out((today - timedelta(days=120)).toordinal())
    save(program.window, out, "charts_ahead", theme, percent, size)
    context.runner.stack.undo()
    context.runner.stack.undo()
    _training(program, out, theme, percent, size)
    page.look_at(usual)
    for name in ("goals", "calendar", "dose"):
        frame.show_view(name)
        save(program.window, out, f"charts_{name}", theme, percent, size)
    frame.show_view("time")


def _training(program: Program, out: Path, theme: str, percent: int, size: tuple[int, int]) -> None:
    """What was trained: bars, alone and beside a girth, and strength."""
    from legwork.domain.averages import Bucket
    from legwork.qt.charts.view import ChartView, Layout, Stacking
    from legwork.qt.pages.charts.page import ChartsPage

    frame = program.window.current_page()
    assert isinstance(frame, ChartsPage)
    page = frame.over_time
    for name, view in (
        ("mirrored", ChartView(("hard/week",))),
        ("stacked", ChartView(("tonnage/week",), stacking=Stacking.STACKED, bucket=Bucket.MONTH, range="all")),
        ("muscle", ChartView(("muscle/quadriceps",))),
        ("girth", ChartView(("site/upper_thigh", "hard/week", "kept/week"), layout=Layout.APART)),
        ("strength", ChartView(("strength/squat", "strength/romanian_deadlift"), range="all")),
    ):
        page.look_at(view.as_text())
        wait_while_busy(program.window)
        if name == "mirrored":
            page.board.first.setFocus()
            page.board.first.read_out((date.today() - timedelta(days=30)).toordinal())
        save(program.window, out, f"charts_training_{name}", theme, percent, size)


def _week(program: Program, out: Path, theme: str, percent: int, size: tuple[int, int]) -> None:
    """How the week was: the questions, and what follows from answers."""
    window, context = program.window, program.session.context
    page = window.current_page()
    assert isinstance(page, TrainPage)
    card = page.overview.answers
    card.answer.click()
    save(window, out, "train_questions", theme, percent, size)
    for _, _, sore, rested in card.questions.rows:
        QTest.keyClick(sore, Qt.Key.Key_4 if rested is card.questions.rows[0][3] else Qt.Key.Key_1)
        QTest.keyClick(rested, Qt.Key.Key_1)
    card.done.click()
    save(window, out, "train_answered", theme, percent, size)
    context.runner.stack.undo()


def _strength(program: Program, out: Path, theme: str, percent: int, size: tuple[int, int]) -> None:
    """Strength, one lift of it, and a session that was just finished and has set records."""
    window, context = program.window, program.session.context
    page = window.current_page()
    assert isinstance(page, TrainPage)
    overview, panel, before = page.overview, page.overview.strength, context.runner.stack.index()
    overview.switch.strength.click()
    settle(3)
    overview.area.ensureWidgetVisible(overview.right, 0, 0)
    save(window, out, "train_strength", theme, percent, size)
    panel.show_lift("squat")
    settle(3)
    save(overview.right, out, "train_lift", theme, percent, size)
    panel.show_lift("")
    overview.switch.history.click()
    page.open_for("free")
    for text in ("back squat", "130x6@2", "130x6@1"):
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            QTest.keyClicks(field, text)
            QTest.keyClick(field, Qt.Key.Key_Return)
            settle(1)
    save(window, out, "train_session", theme, percent, size)
    QTest.keyClick(page.work.sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(3)
    overview.area.verticalScrollBar().setValue(0)
    save(window, out, "train_records", theme, percent, size)
    overview.next.close_button.click()
    while context.runner.stack.index() > before:
        context.runner.stack.undo()


def _half_entered(page: MeasurePage) -> None:
    """A check-in in the middle of its work: values, a refusal, a question, and the cursor on a thigh."""
    page.show_day(date.today() - timedelta(days=1))
    for spot, text in (
        (Spot("body_weight"), "83,1"),
        (Spot("neck"), "40.2 + 40.4"),
        (Spot("shoulders"), "abc"),
        (Spot.parse("flexed_arm:left"), "46.5"),
    ):
        field = page.fields[spot]
        field.edit.setText(text)
        field.edit.setModified(True)
        field.on_enter()
    page.fields[Spot.parse("upper_thigh:left")].edit.setFocus()


if __name__ == "__main__":
    sys.exit(main())
