"""Every dialog on sample data; a new one joins by a line in `all_dialogs`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from pictures import save
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from legwork import __version__
from legwork.bootstrap import Program
from legwork.domain.measures import Family, Measure
from legwork.domain.sites import Kind
from legwork.errors import StoreError, StoreFault
from legwork.formats.parts import UnknownTable
from legwork.qt.dialogs import store_fault
from legwork.qt.dialogs.about import AboutDialog
from legwork.qt.dialogs.about_exercise import AboutExerciseDialog
from legwork.qt.dialogs.column_mapper import ColumnMapper
from legwork.qt.dialogs.command_search import CommandSearch
from legwork.qt.dialogs.crash import CrashDialog
from legwork.qt.dialogs.export import ExportDialog
from legwork.qt.dialogs.goal import GoalDialog
from legwork.qt.dialogs.goal_measure import GoalMeasureDialog
from legwork.qt.dialogs.import_preview import ImportPreview
from legwork.qt.dialogs.lifts import LiftsDialog
from legwork.qt.dialogs.limb_lengths import LimbLengthsDialog
from legwork.qt.dialogs.log_viewer import LogViewer
from legwork.qt.dialogs.own_exercise import OwnExerciseDialog
from legwork.qt.dialogs.plan_start import PlanStartDialog
from legwork.qt.dialogs.planner import PlannerDialog
from legwork.qt.dialogs.programme import ProgrammeDialog
from legwork.qt.dialogs.progress_report import ProgressReportDialog
from legwork.qt.dialogs.questionnaire import QuestionnaireDialog
from legwork.qt.dialogs.restore import RestoreDialog
from legwork.qt.dialogs.save_picture import SavePictureDialog
from legwork.qt.dialogs.self_check import SelfCheckDialog
from legwork.qt.dialogs.shortcuts import ShortcutsDialog
from legwork.qt.dialogs.training_preview import TrainingPreview
from legwork.qt.dialogs.weekly_review import WeeklyReviewDialog
from legwork.qt.page_list import PAGES
from legwork.qt.pages.balance.sheet import sheet_of
from legwork.qt.pages.plan.printing import plan_preview
from legwork.qt.printing.balance_sheet import balance_document
from legwork.qt.printing.preview import PreviewDialog
from legwork.services import importing
from legwork.services.backups import newest_sound
from legwork.services.balance_view import balance_view
from legwork.services.own_exercises import catalogue_of
from legwork.services.plan_aims import aims_of
from legwork.services.plans import plan_of, plans_of
from legwork.services.profile import newest_backup
from legwork.services.questionnaires import cause_questions, self_checks

HEVY = (
    b"date,weight_kg,fat_percent,neck_in,left_thigh_in,right_thigh_in,abdomen_in\n"
    b'"14 Jan 2025, 00:00",82.1,,15.5,21.5,21.7,33\n"21 Jan 2025, 00:00",82.4,18,15.5,21.6,21.6,33\n'
    b'"28 Jan 2025, 00:00",0,,15.6,121.6,21.8,33\n'
)


MINE = (
    "My log\n\nDay;Weight kg;Calf left;Calf right;Slept\n14.03.2024;81,5;38,2;38;7\n21.03.2024;81,2;38,4;38,1;8\n"
    "28.03.2024;81,4;38,5;38,3;6\n"
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


def dialogs_on_sample(program: Program) -> dict[str, QWidget]:
    """Every dialog that opens on the sample, by name; none is shown yet."""
    window, context = program.window, program.session.context
    person = context.person
    assert person is not None
    hevy = program.paths.root / "measurement_data.csv"
    hevy.write_bytes(HEVY)
    table = importing.read_file(hevy)
    log = program.paths.root / "strong.csv"
    log.write_text(_strong(), encoding="utf-8")
    report = f"Legwork {__version__}\n\nTraceback (most recent call last):\n  ...\nValueError: an example"
    table_of_mine = program.paths.root / "mine.csv"
    table_of_mine.write_text(MINE, encoding="utf-8")
    unknown = importing.read_file(table_of_mine)
    assert isinstance(unknown, UnknownTable)
    copy = context.profile.back_up() or newest_backup(context.profile.paths)
    assert copy is not None
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
    searching = CommandSearch(context, window, PAGES, window.show_page)
    shown = window.current_page()
    searching.open_search(shown.name if shown is not None else "")
    searching.field.setText("s")
    searching.hide()
    return {
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
        "about_exercise": AboutExerciseDialog(context, person, "goblet_squat", window),
        "column_mapper": ColumnMapper(context, person, table_of_mine, unknown, None, window),
        "export": ExportDialog(context, window),
        "log": LogViewer(program.paths.log, program.theme, window),
        "limb_lengths": lengths,
        "goal": goal,
        "programme": programme,
        "save_picture": SavePictureDialog(program.theme, window),
        "goal_measure": GoalMeasureDialog(context, person, window),
        "progress_report": ProgressReportDialog(context, person, window),
        "weekly_review": WeeklyReviewDialog(context, person, window),
        "keys": ShortcutsDialog(context, window, [one.name for one in PAGES], window.built),
        "search": searching,
    }


def all_dialogs(program: Program, out: Path, theme: str, percent: int, size: tuple[int, int]) -> None:
    """Save a picture of each."""
    window, context = program.window, program.session.context
    for name, dialog in dialogs_on_sample(program).items():
        dialog.show()
        save(dialog, out, f"dialog_{name}", theme, percent, size)
        dialog.close()
    damaged = StoreError(StoreFault.DAMAGED, "file is not a database")
    _shoot_modal(
        lambda: store_fault.ask(
            window, context.theme, damaged, newest_sound(context.profile.paths), opening=True, choosing=True
        ),
        lambda shown: save(shown, out, "dialog_store_damaged", theme, percent, size),
    )
    window.show_page("history")
    window.notices.say("Done: Delete check-in of 12 Mar.", "Undo")
    save(window, out, "notice", theme, percent, size)
    window.notices.hide()
    copy = newest_backup(context.profile.paths)
    assert copy is not None
    program.session.open(program.paths, sample=False)
    restoring = RestoreDialog(program.session.context, copy.file, window)
    restoring.show()
    save(restoring, out, "dialog_restore", theme, percent, size)
    restoring.close()


def _shoot_modal(run: Callable[[], object], shoot: Callable[[QWidget], None]) -> None:
    def when_open() -> None:
        shown = QApplication.activeModalWidget()
        assert shown is not None
        shoot(shown)
        shown.close()

    QTimer.singleShot(50, when_open)
    run()
