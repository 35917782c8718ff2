"""Opens the real window on sample data and saves a picture of every page and dialog: `tour.py OUT`.

Light and dark at 1280x800 and 1920x1080, and once with 150 % text. A new page joins by standing in PAGES of the main
window; a new dialog by a line in `dialogs`.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from legwork import __version__
from legwork.bootstrap import Program
from legwork.domain.measures import Family, Measure
from legwork.domain.sites import Kind, Spot
from legwork.domain.units import Quantity
from legwork.errors import StoreError, StoreFault
from legwork.paths import ProfilePaths
from legwork.qt.dialogs import store_fault
from legwork.qt.dialogs.about import AboutDialog
from legwork.qt.dialogs.crash import CrashDialog
from legwork.qt.dialogs.goal import GoalDialog
from legwork.qt.dialogs.goal_measure import GoalMeasureDialog
from legwork.qt.dialogs.import_preview import ImportPreview
from legwork.qt.dialogs.lifts import LiftsDialog
from legwork.qt.dialogs.limb_lengths import LimbLengthsDialog
from legwork.qt.dialogs.own_exercise import OwnExerciseDialog
from legwork.qt.dialogs.plan_start import PlanStartDialog
from legwork.qt.dialogs.planner import PlannerDialog
from legwork.qt.dialogs.programme import ProgrammeDialog
from legwork.qt.dialogs.progress_report import ProgressReportDialog
from legwork.qt.dialogs.questionnaire import QuestionnaireDialog
from legwork.qt.dialogs.save_picture import SavePictureDialog
from legwork.qt.dialogs.self_check import SelfCheckDialog
from legwork.qt.dialogs.training_preview import TrainingPreview
from legwork.qt.dialogs.weekly_review import WeeklyReviewDialog
from legwork.qt.main_window import MainWindow
from legwork.qt.page_list import PAGES
from legwork.qt.pages.balance.sheet import sheet_of
from legwork.qt.pages.measure import MeasurePage
from legwork.qt.pages.plan.page import PlanPage
from legwork.qt.pages.plan.printing import plan_preview
from legwork.qt.pages.train.page import TrainPage
from legwork.qt.printing.balance_sheet import balance_document
from legwork.qt.printing.preview import PreviewDialog
from legwork.services import importing
from legwork.services.balance_view import balance_view
from legwork.services.goals import SetGoal
from legwork.services.own_exercises import catalogue_of
from legwork.services.plan_aims import aims_of
from legwork.services.plans import plan_of, plans_of
from legwork.services.programme import AddProgrammeChange
from legwork.services.questionnaires import cause_questions, self_checks
from legwork.services.settings import TEXT_PERCENT, THEME, ChangeSetting

GOAL = Quantity(41.0, "cm", "41"), date.today() + timedelta(days=120)
SIZES = ((1280, 800), (1920, 1080))
HEVY = (
    b"date,weight_kg,fat_percent,neck_in,left_thigh_in,right_thigh_in,abdomen_in\n"
    b'"14 Jan 2025, 00:00",82.1,,15.5,21.5,21.7,33\n"21 Jan 2025, 00:00",82.4,18,15.5,21.6,21.6,33\n'
    b'"28 Jan 2025, 00:00",0,,15.6,121.6,21.8,33\n'
)


def _strong() -> str:
    """A log that leaves its unit and its days open, with unknown names, a slip, and rows that are no sets."""
    rows = ["Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"]
    for day in range(1, 13):
        for place, name in enumerate(("Squat (Barbell)", "Bench Press (Barbell)", "Leg Press Keller", "Hopsla")):
            load = 860 if (day, place) == (9, 1) else 95 + 10 * (day // 3) - 45 * (place == 3)
            rows.append(f"{day:02}/03/2025 18:00,Legs,1h 5m,{name},1,{load},8,0,0,,,8")
            rows.append(f"{day:02}/03/2025 18:00,Legs,1h 5m,{name},Rest Timer,0,0,0,120,,,")
    return "\n".join(rows) + "\n"


def main() -> int:
    """Make all the pictures; returns the exit code."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    _app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        program = Program(ProfilePaths(Path(folder) / "profile"))
        program.start()
        _settle(5)
        for theme, percent, size in _looks():
            program.session.open(program.paths, sample=False)
            _dress(program, theme, percent, size)
            _save(program.window, out, "welcome", theme, percent, size)
            program.session.open(program.paths.sample, sample=True)
            _dress(program, theme, percent, size)
            _pages(program, out, theme, percent, size)
            if size == SIZES[0]:
                _dialogs(program, out, theme, percent, size)
        program.window.close()
    print(f"{len(list(out.glob('*.png')))} pictures in {out}")
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
        _settle(3)
        page = window.current_page()
        if isinstance(page, MeasurePage):
            _half_entered(page)
        _save(window, out, name, theme, percent, size)
        if name == "balance":
            _whole_balance(page, out, theme, percent, size)
        if name == "charts":
            _charts(program, out, theme, percent, size)
        if name == "plan":
            _plan(program, out, theme, percent, size)
        if name == "train":
            _week(program, out, theme, percent, size)
            _strength(program, out, theme, percent, size)


def _whole_balance(page: QWidget, out: Path, theme: str, percent: int, size: tuple[int, int]) -> None:
    """What lies below the window's edge as well."""
    area = page.findChild(QScrollArea, "balance_area")
    assert area is not None
    _save(area.widget(), out, "balance_whole", theme, percent, size)


def _plan(program: Program, out: Path, theme: str, percent: int, size: tuple[int, int]) -> None:
    """The plan's other panels, one session of it, and a cell that cannot be read."""
    page = program.window.current_page()
    assert isinstance(page, PlanPage)
    for place, panel in ((1, "checks"), (2, "exercises")):
        page.desk.tabs.setCurrentIndex(place)
        _save(program.window, out, f"plan_{panel}", theme, percent, size)
    page.bar.session_button.click()
    _save(program.window, out, "plan_session", theme, percent, size)
    page.bar.weeks_button.click()
    page.desk.tabs.setCurrentIndex(0)
    page.desk.grid.edit_current()
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        field.setText("3x8-6")
        QTest.keyClick(field, Qt.Key.Key_Return)
        _save(program.window, out, "plan_refused", theme, percent, size)
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
    _save(program.window, out, "charts_apart", theme, percent, size)
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
    _save(program.window, out, "charts_ahead", theme, percent, size)
    context.runner.stack.undo()
    context.runner.stack.undo()
    _training(program, out, theme, percent, size)
    page.look_at(usual)
    for name in ("goals", "calendar", "dose"):
        frame.show_view(name)
        _save(program.window, out, f"charts_{name}", theme, percent, size)
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
        _wait_while_busy(program.window)
        if name == "mirrored":
            page.board.first.setFocus()
            page.board.first.read_out((date.today() - timedelta(days=30)).toordinal())
        _save(program.window, out, f"charts_training_{name}", theme, percent, size)


def _week(program: Program, out: Path, theme: str, percent: int, size: tuple[int, int]) -> None:
    """How the week was: the questions, and what follows from answers."""
    window, context = program.window, program.session.context
    page = window.current_page()
    assert isinstance(page, TrainPage)
    card = page.overview.answers
    card.answer.click()
    _save(window, out, "train_questions", theme, percent, size)
    for _, _, sore, rested in card.questions.rows:
        QTest.keyClick(sore, Qt.Key.Key_4 if rested is card.questions.rows[0][3] else Qt.Key.Key_1)
        QTest.keyClick(rested, Qt.Key.Key_1)
    card.done.click()
    _save(window, out, "train_answered", theme, percent, size)
    context.runner.stack.undo()


def _strength(program: Program, out: Path, theme: str, percent: int, size: tuple[int, int]) -> None:
    """Strength, one lift of it, and a session that was just finished and has set records."""
    window, context = program.window, program.session.context
    page = window.current_page()
    assert isinstance(page, TrainPage)
    overview, panel, before = page.overview, page.overview.strength, context.runner.stack.index()
    overview.switch.strength.click()
    _settle(3)
    overview.area.ensureWidgetVisible(overview.right, 0, 0)
    _save(window, out, "train_strength", theme, percent, size)
    panel.show_lift("squat")
    _settle(3)
    _save(overview.right, out, "train_lift", theme, percent, size)
    panel.show_lift("")
    overview.switch.history.click()
    page.open_for("free")
    for text in ("back squat", "130x6@2", "130x6@1"):
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            QTest.keyClicks(field, text)
            QTest.keyClick(field, Qt.Key.Key_Return)
            _settle(1)
    _save(window, out, "train_session", theme, percent, size)
    QTest.keyClick(page.work.sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    _settle(3)
    overview.area.verticalScrollBar().setValue(0)
    _save(window, out, "train_records", theme, percent, size)
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


def _dialogs(program: Program, out: Path, theme: str, percent: int, size: tuple[int, int]) -> None:
    window, context = program.window, program.session.context
    person = context.person
    assert person is not None
    hevy = program.paths.root / "measurement_data.csv"
    hevy.write_bytes(HEVY)
    table = importing.read_file(hevy)
    log = program.paths.root / "strong.csv"
    log.write_text(_strong(), encoding="utf-8")
    report = f"Legwork {__version__}\n\nTraceback (most recent call last):\n  ...\nValueError: an example"
    preview = ImportPreview(context, person, table, hevy.name, window)  # type: ignore[arg-type]
    crash = CrashDialog(report, program.paths.log, window)
    lengths = LimbLengthsDialog(context, window)
    calf = Measure(Family.SITE, "calf")
    goal = GoalDialog(context, person, calf, "Calf", Kind.GIRTH, "cm", "39.4 cm", None, window)
    goal.value.setText("41")
    programme = ProgrammeDialog(context, person, window)
    programme.text.setText("Two leg days a week")
    lifts = LiftsDialog(context, person, window)
    questions = QuestionnaireDialog(context, person, cause_questions(), "What may hold your legs back", {}, window)
    check = SelfCheckDialog(context, person, self_checks()[0], {"hip_flexors_left": ("level",)}, window)
    sheet = PreviewDialog(
        context, balance_document(sheet_of(balance_view(context.profile, person, date.today()))), window
    )
    catalogue = catalogue_of(context.profile, person.id)
    aims = aims_of(context.profile, person, date.today())
    [info] = plans_of(context.profile, person.id)
    stored = plan_of(context.profile, info.id)
    assert stored is not None
    for name, dialog in {
        "planner": PlannerDialog(context, person, catalogue, aims, window),
        "plan_start": PlanStartDialog(context, info, window),
        "own_exercise": OwnExerciseDialog(context, person, catalogue, "", window),
        "print_plan": plan_preview(context, person, stored, catalogue, None, aims, window),
        "lifts": lifts,
        "questionnaire": questions,
        "self_check": check,
        "print_balance": sheet,
        "import": preview,
        "import_training": TrainingPreview(context, person, log, importing.read_file(log), window),  # type: ignore[arg-type]
        "crash": crash,
        "about": AboutDialog(context, window),
        "limb_lengths": lengths,
        "goal": goal,
        "programme": programme,
        "save_picture": SavePictureDialog(program.theme, window),
        "goal_measure": GoalMeasureDialog(context, person, window),
        "progress_report": ProgressReportDialog(context, person, window),
        "weekly_review": WeeklyReviewDialog(context, person, window),
    }.items():
        dialog.show()
        _save(dialog, out, f"dialog_{name}", theme, percent, size)
        dialog.close()
    damaged = StoreError(StoreFault.DAMAGED, "file is not a database")
    _shoot_modal(
        lambda: store_fault.ask(window, damaged, datetime(2026, 3, 12, 8, 30), opening=True),
        lambda shown: _save(shown, out, "dialog_store_damaged", theme, percent, size),
    )
    window.show_page("history")
    window.notices.say("Done: Delete check-in of 12 Mar.", "Undo")
    _save(window, out, "notice", theme, percent, size)
    window.notices.hide()


def _shoot_modal(run: Callable[[], object], shoot: Callable[[QWidget], None]) -> None:
    def when_open() -> None:
        shown = QApplication.activeModalWidget()
        assert shown is not None
        shoot(shown)
        shown.close()

    QTimer.singleShot(50, when_open)
    run()


def _save(shown: QWidget, out: Path, name: str, theme: str, percent: int, size: tuple[int, int]) -> None:
    _settle(3)
    _wait_while_busy(shown)
    text = "" if percent == 100 else f"_{percent}"
    shown.grab().save(str(out / f"{name}_{theme}_{size[0]}x{size[1]}{text}.png"))


def _wait_while_busy(shown: QWidget) -> None:
    """Let what a page or a dialog works out in the background arrive."""
    until = time.monotonic() + 20
    while (
        getattr(shown.current_page() if isinstance(shown, MainWindow) else shown, "busy", False)
        and time.monotonic() < until
    ):
        QTest.qWait(5)
    _settle(3)


def _settle(rounds: int) -> None:
    """Let everything be laid out and painted."""
    for _ in range(rounds):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main())
