"""The window comes back as it was left, and fits the screen that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSplitter, QTableView
from pytestqt.qtbot import QtBot

from legwork.qt.core import language
from legwork.qt.core.view_state import ViewState
from legwork.qt.page_list import PAGES
from legwork.qt.widgets.page_stack import NARROWEST_SCREEN
from legwork.services.plans import AddPlan
from legwork.services.settings import LANGUAGE, TEXT_PERCENT, ChangeSetting
from program_driver import ALEX, Desk, fill, opened
from train_cases import MONDAY, legs_first


def test_its_size_is_remembered(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder, small_screen=True) as desk:
        desk.window.resize(760, 640)
        desk.settle()
    with opened(qtbot, folder, small_screen=True) as desk:
        assert (desk.window.width(), desk.window.height()) == (760, 640)


def test_it_fits_a_screen_that_has_shrunk(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder, small_screen=True) as desk:
        desk.window.resize(4000, 3000)
        desk.window.move(2500, 2500)
        desk.settle()
        screen = desk.window.screen().availableGeometry()
        assert desk.window.width() > screen.width()
    with opened(qtbot, folder, small_screen=True) as desk:
        assert desk.window.width() <= screen.width() and desk.window.height() <= screen.height()
        assert screen.intersects(desk.window.geometry())


def test_a_first_window_fits_a_small_screen(qtbot: QtBot, folder: Path) -> None:
    """Offscreen there are 800 x 800 pixels, less than the window would like."""
    fill(folder, ALEX)
    with opened(qtbot, folder, small_screen=True) as desk:
        screen = desk.window.screen().availableSize()
        assert desk.window.width() <= screen.width() and desk.window.height() <= screen.height()


def test_nonsense_in_its_place_is_no_reason_to_fail(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    view = ViewState(folder / "view.ini")
    for key in ("window", "plan_splitter", "exercise_splitter", "charts_splitter"):
        view.set_text(key, "@ByteArray(nonsense")
    view.set_text("plan_week_width", "999999")
    view.set_text("chart_columns/widths", "0=999999 x= =4 1")
    view.sync()
    with opened(qtbot, folder, small_screen=True) as desk:
        assert desk.window.isVisible()
        for page in ("charts", "plan", "history"):
            desk.go(page)


def test_it_comes_back_maximised_and_then_small_again(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder, small_screen=True) as desk:
        desk.window.resize(700, 600)
        desk.settle()
        desk.window.showMaximized()
        desk.settle()
    with opened(qtbot, folder, small_screen=True) as desk:
        assert desk.window.isMaximized()
        desk.window.showNormal()
        desk.settle()
        assert (desk.window.width(), desk.window.height()) == (700, 600)


def drag(desk: Desk, table: QTableView, column: int, by: int) -> None:
    """Pull the right edge of a column's heading."""
    header = table.horizontalHeader()
    edge = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) - 1, header.height() // 2)
    viewport = header.viewport()
    QTest.mouseMove(viewport, edge)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge)
    QTest.mouseMove(viewport, edge + QPoint(by // 2, 0))
    QTest.mouseMove(viewport, edge + QPoint(by, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge + QPoint(by, 0))
    desk.settle()


def test_columns_of_the_history_stay_as_wide_and_where_they_were_put(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder, small_screen=True) as desk:
        desk.enter("waist", "84")
        desk.enter("hips", "97")
        table = desk.go("history").table
        waist = desk.page.model.table_columns.index(next(c for c in desk.page.model.table_columns if c.key == "waist"))
        before = table.columnWidth(waist)
        drag(desk, table, waist, 40)
        assert table.columnWidth(waist) == before + 40
        table.horizontalHeader().moveSection(table.horizontalHeader().visualIndex(waist), 1)
        desk.enter("hips", "98")  # a new read must not set them back
        desk.go("history")
        assert table.columnWidth(waist) == before + 40
    with opened(qtbot, folder, small_screen=True) as desk:
        table = desk.go("history").table
        assert table.columnWidth(waist) == before + 40
        assert table.horizontalHeader().visualIndex(waist) == 1


def test_columns_under_the_charts_stay_as_wide_as_they_were_made(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder, small_screen=True) as desk:
        desk.enter("waist", "84")
        table = desk.go("charts").over_time.table
        before = table.columnWidth(1)
        drag(desk, table, 1, 25)
        assert table.columnWidth(1) == before + 25
    with opened(qtbot, folder, small_screen=True) as desk:
        desk.go("charts")
        assert desk.child(QTableView, "chart_table").columnWidth(1) == before + 25


def test_handles_and_weeks_of_the_plan_stay_where_they_were_put(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder, small_screen=True) as desk:
        desk.context.profile.apply(AddPlan(desk.person.id, legs_first(), MONDAY))
        desk.context.runner.reload_everything()
        desk.go("plan")
        splitter = desk.child(QSplitter, "plan_splitter")
        handle = splitter.handle(1)
        place = handle.rect().center()
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        QTest.mouseMove(handle, place - QPoint(30, 0))
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place - QPoint(30, 0))
        desk.settle()
        sizes = splitter.sizes()
        grid = desk.page.desk.grid
        grid.week_head.sized.emit(143)
        desk.settle()
        assert grid.columnWidth(0) == 143
    with opened(qtbot, folder, small_screen=True) as desk:
        desk.go("plan")
        assert desk.child(QSplitter, "plan_splitter").sizes() == sizes
        assert desk.page.desk.grid.columnWidth(0) == 143


@pytest.mark.parametrize("spoken", ["de", "fr"])
def test_large_text_does_not_push_it_over_the_edge_of_the_screen(qtbot: QtBot, folder: Path, spoken: str) -> None:
    with opened(qtbot, folder) as desk:
        desk.window.resize(NARROWEST_SCREEN, 800)
        desk.program.session.open(desk.program.paths.sample, sample=True)
        desk.context.runner.apply(ChangeSetting(LANGUAGE, spoken))
        desk.context.runner.apply(ChangeSetting(TEXT_PERCENT, "150"))
        for page in PAGES:
            desk.go(page.name)
            assert desk.window.width() == NARROWEST_SCREEN, page.name
        assert desk.window.minimumSizeHint().width() <= NARROWEST_SCREEN
    language.speak()
