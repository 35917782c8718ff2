"""Choosing the stretch of a progress report: days that make sense, and the pages that are shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QComboBox, QDialog

from legwork.qt.dialogs.progress_report import ProgressReportDialog, show_progress
from legwork.qt.printing.preview import PreviewDialog
from legwork.qt.widgets.days import to_date, to_qdate
from program_driver import Desk, answering

TODAY = date.today()


def choose(dialog: ProgressReportDialog, months: str) -> None:
    box = dialog.findChild(QComboBox, "progress_months")
    assert box is not None
    box.setCurrentIndex(box.findData(months))


def in_report(desk: Desk, do: Callable[[ProgressReportDialog], None]) -> None:
    def run(dialog: QDialog) -> None:
        assert isinstance(dialog, ProgressReportDialog)
        do(dialog)
        dialog.reject()

    with answering("progress_report", run):
        show_progress(desk.context, desk.window)


def test_without_a_history_it_says_what_comes_first(desk: Desk) -> None:
    def look(dialog: ProgressReportDialog) -> None:
        assert not dialog.show_button.isEnabled()
        assert "begins with the first check-in" in dialog.said.text()

    in_report(desk, look)


def test_own_dates_that_make_no_sense_are_told_beside_them(desk: Desk) -> None:
    desk.remember(TODAY - timedelta(days=100), waist="84")

    def look(dialog: ProgressReportDialog) -> None:
        assert not dialog.first.isEnabled() and dialog.show_button.isEnabled()
        choose(dialog, "own")
        assert dialog.first.isEnabled()
        dialog.last.setDate(to_qdate(TODAY - timedelta(days=200)))
        dialog.first.setDate(to_qdate(TODAY - timedelta(days=100)))
        assert "swap them" in dialog.said.text() and not dialog.show_button.isEnabled()
        dialog.last.setDate(to_qdate(TODAY))
        assert dialog.show_button.isEnabled() and dialog.said.property("role") == "secondary"

    in_report(desk, look)


def test_since_the_beginning_begins_with_the_first_check_in(desk: Desk) -> None:
    desk.remember(TODAY - timedelta(days=400), waist="84")

    def look(dialog: ProgressReportDialog) -> None:
        choose(dialog, "all")
        assert to_date(dialog.first.date()) == TODAY - timedelta(days=400)
        assert to_date(dialog.last.date()) == TODAY

    in_report(desk, look)
    in_report(desk, look)  # the choice is remembered


def test_the_pages_are_shown(desk: Desk) -> None:
    for back in range(10):
        desk.remember(TODAY - timedelta(weeks=back), calf_left=f"{38 - 0.1 * back:.1f}", waist="84")
    pages: list[str] = []

    def look(dialog: ProgressReportDialog) -> None:
        def preview(shown: QDialog) -> None:
            assert isinstance(shown, PreviewDialog)
            pages.extend(sheet.words for sheet in shown.pages.sheets)
            shown.reject()

        with answering("print_preview", preview):
            dialog.show_button.click()
            desk.qtbot.waitUntil(lambda: bool(pages), timeout=20_000)

    in_report(desk, look)
    assert pages[0].startswith("Page 1 of ") and "Alex" in pages[0] and "Check-ins, 10" in pages[0]
    assert any("Calf, left" in page for page in pages)


def test_a_stretch_without_anything_opens_no_pages(desk: Desk) -> None:
    desk.remember(TODAY - timedelta(days=900), waist="84")

    def look(dialog: ProgressReportDialog) -> None:
        choose(dialog, "3")
        dialog.show_button.click()
        desk.qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
        assert "choose another" in dialog.said.text()

    in_report(desk, look)
