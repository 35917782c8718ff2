"""What is asked before an import, in a small window with large text: nothing is cut, and lists have room to be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QScrollArea, QTableView, QTabWidget, QWidget

from import_driver import HEADER, row
from legwork.formats.parts import UnknownTable
from legwork.qt.dialogs.column_mapper import ColumnMapper
from legwork.qt.dialogs.training_preview import TrainingPreview
from legwork.qt.models.import_names import FOUND
from legwork.services import importing
from legwork.services.settings import LANGUAGE, TEXT_PERCENT, ChangeSetting
from program_driver import Desk

SIZES = [(1000, 700), (1280, 800)]
TABLE = "Datum;Oberschenkel;;Wade;;Gewicht\n;links;rechts;links;rechts;kg\n" + "".join(
    f"{day:02}.03.2024;58;58,2;38;38,2;82\n" for day in range(1, 20)
)
EXERCISES = ("Squat", "Hip Thrust", "Calf Press on Seated Leg Press", "Hopsla")
NAMES = [f"{one} {way}" for one in EXERCISES for way in range(18)]


def prepared(desk: Desk, language: str, percent: int, size: tuple[int, int]) -> None:
    desk.context.runner.apply(ChangeSetting(TEXT_PERCENT, str(percent)))
    desk.context.runner.apply(ChangeSetting(LANGUAGE, language))
    desk.settle()
    desk.window.resize(*size)
    desk.settle()


def shown(desk: Desk, dialog: ColumnMapper | TrainingPreview) -> None:
    dialog.show()
    desk.qtbot.waitUntil(lambda: not dialog.busy)
    desk.settle()


def mapper(desk: Desk, folder: Path) -> ColumnMapper:
    file = folder / "mine.csv"
    file.write_text(TABLE, encoding="utf-8")
    found = importing.read_file(file)
    assert isinstance(found, UnknownTable)
    made = ColumnMapper(desk.context, desk.person, file, found, None, desk.window)
    shown(desk, made)
    return made


def preview(desk: Desk, folder: Path) -> TrainingPreview:
    file = folder / "strong.csv"
    file.write_text(HEADER + "".join(row(day, name) for day in (3, 4) for name in NAMES), encoding="utf-8")
    found = importing.read_file(file)
    made = TrainingPreview(desk.context, desk.person, file, found, desk.window)  # type: ignore[arg-type]
    shown(desk, made)
    return made


def area_of(dialog: QDialog) -> QScrollArea:
    return next(one for one in dialog.findChildren(QScrollArea) if one.objectName().endswith("_scroll"))


def can_be_seen(area: QScrollArea, part: QWidget) -> bool:
    """Whether all of it comes into sight by scrolling, with nothing of it cut on the way."""
    if part.width() < part.minimumSizeHint().width() or part.height() < part.minimumSizeHint().height():
        return False
    area.ensureWidgetVisible(part, 0, 0)
    QApplication.processEvents()
    corner = part.mapTo(area.viewport(), QPoint(0, 0))
    return part.visibleRegion().boundingRect() == part.rect() and corner.y() >= 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("language", ["de", "en"])
def test_all_that_is_asked_of_a_table_can_be_seen_whole(
    desk: Desk, tmp_path: Path, language: str, percent: int, size: tuple[int, int]
) -> None:
    prepared(desk, language, percent, size)
    dialog = mapper(desk, tmp_path)
    assert dialog.height() <= desk.window.height() and dialog.width() <= desk.window.width()
    area = area_of(dialog)
    fill = dialog.findChild(QCheckBox, "mapper_fill")
    assert fill is not None and can_be_seen(area, fill)
    grid = dialog.table
    assert grid.verticalScrollBar().maximum() == 0, "all of its lines stand in it"
    assert can_be_seen(area, grid)
    assert lines_in_sight(area, dialog.outcome) >= 2
    for one in dialog.findChildren(QLabel):
        assert not one.isVisible() or one.height() >= one.heightForWidth(one.width()), one.text()
    assert dialog.accept_button.visibleRegion().boundingRect() == dialog.accept_button.rect()
    dialog.close()


def lines_in_sight(area: QScrollArea, table: QTableView) -> int:
    """How many lines of a list are seen whole."""
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    QApplication.processEvents()
    height = table.viewport().visibleRegion().boundingRect().height()
    return height // table.rowHeight(0)


@pytest.mark.parametrize(("percent", "least"), [(100, 4), (150, 6)])
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_names_of_a_log_have_room(desk: Desk, tmp_path: Path, language: str, percent: int, least: int) -> None:
    prepared(desk, language, percent, (1000, 700))
    dialog = preview(desk, tmp_path)
    area, table = area_of(dialog), dialog.names.table
    assert lines_in_sight(area, table) >= least
    assert can_be_seen(area, dialog.names.search) and can_be_seen(area, dialog.names.leave)
    for one in dialog.findChildren(QLabel):
        assert not one.isVisible() or one.height() >= one.heightForWidth(one.width()), one.text()
    dialog.close()


def test_how_a_name_was_found_is_not_cut_beside_empty_space(desk: Desk, tmp_path: Path) -> None:
    prepared(desk, "de", 100, (1280, 800))
    dialog = preview(desk, tmp_path)
    table = dialog.names.table
    words = [dialog.names.shown.index(line, FOUND).data() for line in range(dialog.names.shown.rowCount())]
    wide = max(map(table.fontMetrics().horizontalAdvance, words))
    assert table.columnWidth(FOUND) > wide
    assert sum(map(table.columnWidth, range(table.model().columnCount()))) == table.viewport().width()
    dialog.close()


def test_the_whole_turns_before_the_list_in_it(desk: Desk, tmp_path: Path) -> None:
    prepared(desk, "de", 150, (1000, 700))
    dialog = preview(desk, tmp_path)
    area, table = area_of(dialog), dialog.names.table
    turn(table)
    assert area.verticalScrollBar().value() > 0 and table.verticalScrollBar().value() == 0
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    turn(table)
    assert table.verticalScrollBar().value() > 0
    area.verticalScrollBar().setValue(0)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert area.verticalScrollBar().value() == area.verticalScrollBar().maximum(), "the line that is gone to is seen"
    dialog.close()


def turn(table: QTableView) -> None:
    """The wheel over a list, down by one step."""
    middle = QPointF(table.viewport().rect().center())
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(
        middle, table.viewport().mapToGlobal(middle), QPoint(), QPoint(0, -120), none, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(table.viewport(), event)


def test_what_comes_of_a_table_has_room_too(desk: Desk, tmp_path: Path) -> None:
    prepared(desk, "de", 150, (1000, 700))
    dialog = mapper(desk, tmp_path)
    area = area_of(dialog)
    tabs = dialog.findChild(QTabWidget, "mapper_tabs")
    assert tabs is not None and tabs.height() >= area.viewport().height() / 2
    dialog.close()
