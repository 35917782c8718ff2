"""A user's hands in the plan's grid: whatever it asks for is carried out at once, as the page does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from legwork.domain.plan.model import Plan
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.paths import resources_dir
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.line_editor import LineEditor
from legwork.qt.widgets.plan_grid import PlanGrid
from legwork.services.catalogue import catalogue
from plan_cases import fresh_for


class Desk:
    """A window with the grid, and beside it something else that can have the focus."""

    def __init__(self, qtbot: QtBot, plan: Plan, units: UnitSystem, starts_on: date | None) -> None:
        self.qtbot, self.plan, self.units, self.starts_on = qtbot, plan, units, starts_on
        self.theme = ThemeManager(resources_dir() / "themes")
        self.theme.apply("light")
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.grid = PlanGrid(self.theme, fresh_for(plan))
        self.other = QPushButton("other")
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.other)
        layout.addWidget(self.grid, 1)
        self.said: list[str] = []
        self.refused: list[str] = []
        self.wanted: list[object] = []
        self.week_ids: list[int] = []
        self.session_ids: list[int] = []
        self.opened: list[int] = []
        self.grid.edit_asked.connect(self._apply)
        self.grid.refused.connect(self.refused.append)
        self.grid.exercise_asked.connect(self.wanted.append)
        self.grid.week_shown.connect(self.week_ids.append)
        self.grid.session_shown.connect(self.session_ids.append)
        self.grid.session_opened.connect(self.opened.append)
        self.show()

    def _apply(self, change: Callable[[Plan], Plan], label: str) -> None:
        try:
            self.plan = change(self.plan)
        except UserError as error:
            self.refused.append(str(error))
            return
        self.said.append(label)
        self.show()

    def show(self) -> None:
        """Show the plan as it is now."""
        self.grid.show_plan(self.plan, catalogue(), self.units, self.starts_on)

    def heads(self) -> list[str]:
        """What the heads of the rows say."""
        table = self.grid.table
        return [str(table.headerData(at, Qt.Orientation.Vertical)) for at in range(table.rowCount())]

    def weeks(self) -> list[str]:
        """What the heads of the columns say."""
        table = self.grid.table
        return [str(table.headerData(at, Qt.Orientation.Horizontal)) for at in range(table.columnCount())]

    def row(self, name: str, nth: int = 0) -> int:
        """The row with that head."""
        return [at for at, one in enumerate(self.heads()) if one == name][nth]

    def text(self, name: str, week: int) -> str:
        """What stands in the cell of a row in a week, counted from 1."""
        return str(self.grid.table.index(self.row(name), week - 1).data())

    def cell(self, name: str, week: int) -> QRect:
        """Where that cell lies in the viewport."""
        index = self.grid.table.index(self.row(name), week - 1)
        self.grid.scrollTo(index)
        return self.grid.visualRect(index)

    def click(self, name: str, week: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Click a cell."""
        place = self.cell(name, week).center()
        self.qtbot.mouseClick(self.grid.viewport(), Qt.MouseButton.LeftButton, modifier, place)

    go = click

    def choose(self, name: str, week: int, last: str, last_week: int) -> None:
        """Choose from one cell to another."""
        self.click(name, week)
        self.click(last, last_week, Qt.KeyboardModifier.ShiftModifier)

    def here(self) -> tuple[str, int]:
        """The head of the current row, and the current week from 1."""
        current = self.grid.currentIndex()
        return self.heads()[current.row()], current.column() + 1

    def focused(self) -> QWidget:
        """Who gets the keys."""
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def type(self, text: str) -> None:
        """Type letter by letter, wherever the focus is then."""
        for letter in text:
            self.qtbot.keyClicks(self.focused(), letter)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key."""
        self.qtbot.keyClick(self.focused(), key, modifier)

    def editing(self) -> bool:
        """Whether a cell is open."""
        return any(one.isVisible() for one in self.grid.findChildren(LineEditor))

    def editor(self) -> LineEditor:
        """The open cell."""
        return next(one for one in self.window.findChildren(LineEditor) if one.isVisible())

    def suggestions(self) -> QListWidget:
        """What is offered below the open cell."""
        return next(one for one in self.window.findChildren(QListWidget, "typing_suggestions") if one.isVisible())

    def fault(self) -> QLabel:
        """The sentence beside a cell."""
        return self.faults()[0]

    def faults(self) -> list[QLabel]:
        """Every sentence that stands beside a cell."""
        return [one for one in self.window.findChildren(QLabel, "typing_fault") if one.isVisible()]

    def menu(self) -> QMenu:
        """The open menu."""
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        return found

    def pick(self, *path: str) -> None:
        """Pick from the open menu, through its submenus."""
        menu = self.menu()
        for at, text in enumerate(path):
            action = next(one for one in menu.actions() if one.text() == text)
            if at == len(path) - 1:
                assert action.isEnabled(), text
                action.trigger()
            else:
                below = action.menu()
                assert isinstance(below, QMenu)
                menu = below
        self.close_menus()

    def close_menus(self) -> None:
        """Close whatever menu is open."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()

    def right_click(self, where: QWidget, place: QPoint) -> None:
        """Ask for the menu of a place of a viewport."""
        from PySide6.QtGui import QContextMenuEvent

        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, where.mapToGlobal(place))
        QApplication.sendEvent(where, event)

    def select_row(self, name: str) -> None:
        """Press the head of a row."""
        self.qtbot.mouseClick(self.grid.line_head.viewport(), Qt.MouseButton.LeftButton, pos=self.head_place(name))

    def head_place(self, name: str, part: float = 0.5) -> QPoint:
        """A place on the head of a row: `part` of its height from the top."""
        head, row = self.grid.line_head, self.row(name)
        return QPoint(60, head.sectionViewportPosition(row) + round(head.sectionSize(row) * part))

    def week_place(self, week: int, part: float = 0.5, *, band: bool = False) -> QPoint:
        """A place on the head of a week: `part` of its width from the left; or above it on the band of its block."""
        head = self.grid.week_head
        x = head.sectionViewportPosition(week - 1) + round(head.sectionSize(week - 1) * part)
        return QPoint(x, head.band // 2 if band else head.band + 14)


@contextmanager
def opened_grid(
    qtbot: QtBot, plan: Plan, units: UnitSystem = UnitSystem.METRIC, starts_on: date | None = None
) -> Iterator[Desk]:
    """A window with a plan in its grid, the first cell the current one."""
    desk = Desk(qtbot, plan, units, starts_on)
    desk.window.resize(1080, 640)
    with qtbot.waitActive(desk.window):
        desk.window.show()
        desk.window.activateWindow()
    desk.grid.setFocus()
    if desk.grid.table.rowCount():
        desk.grid.setCurrentIndex(desk.grid.table.index(0, 0))
    yield desk
    desk.close_menus()
    desk.window.close()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")
