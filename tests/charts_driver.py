"""A person's hands on the Charts page: ticks, menus, boxes with choices, and what is then seen."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QPushButton, QTreeWidgetItem

from legwork.qt.charts.time_chart import TimeChart
from legwork.qt.models.measure_table import CHANGE, NAME, NOW, RATE, START, VERDICT
from legwork.qt.pages.charts.page import ChartsPage
from program_driver import Desk

TODAY = date.today()
DAYS = [TODAY - timedelta(days=away) for away in (500, 200, 30, 7)]
COLUMNS = {"name": NAME, "start": START, "now": NOW, "change": CHANGE, "rate": RATE, "verdict": VERDICT}


def whole(chart: TimeChart) -> TimeChart:
    """The chart, once all of it is drawn: very many readings come over several frames."""
    QApplication.processEvents()
    while not chart.is_crisp:
        QApplication.processEvents()
    return chart


class Charts:
    """The page, gone to by the rail."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        page = desk.go("charts")
        assert isinstance(page, ChartsPage)
        self.frame = page
        self.page = page.over_time

    @property
    def chart(self) -> TimeChart:
        """The first chart."""
        return self.page.board.first

    # What is seen

    def offered(self) -> list[str]:
        """Headings and measures of the list, measures indented."""
        return [f"  {item.text(0)}" if item.parent() else item.text(0) for item in self._items()]

    def ticked(self) -> list[str]:
        """The measures that are ticked."""
        return [one.text(0) for one in self._items() if one.checkState(0) is Qt.CheckState.Checked and one.parent()]

    def drawn(self) -> list[str]:
        """Names of the lines, in the order of the list."""
        said = self.page.board.summary()
        return [] if said == "Nothing to show yet" else [part.split(":")[0] for part in said.split(". ")]

    def sentence(self, name: str) -> str:
        """What the chart says of one line."""
        return next(part for part in self.page.board.summary().split(". ") if part.startswith(f"{name}:"))

    def titles(self) -> list[str]:
        """Titles of the panels."""
        return [chart.accessibleName().removeprefix("Chart over time: ") for chart in self.page.board.shown]

    def note(self) -> str:
        """The sentence under the charts."""
        return self.desk.child(QLabel, "chart_note").text()

    def cell(self, name: str, column: str) -> str:
        """A cell of the table as it is shown."""
        model = self.page.table.model()
        for row in range(model.rowCount()):
            if str(model.index(row, NAME).data()).split(" (")[0] == name:
                return str(model.index(row, COLUMNS[column]).data())
        raise AssertionError(f"no row {name}: {self.column('name')}")

    def column(self, column: str) -> list[str]:
        """A column of the table."""
        model = self.page.table.model()
        return [str(model.index(row, COLUMNS[column]).data()) for row in range(model.rowCount())]

    def chosen(self, box: str) -> str:
        """What a box with choices shows."""
        return self.desk.child(QComboBox, box).currentText()

    def pressed(self, group: str) -> list[str]:
        """The buttons of a group that are pressed."""
        found = self.desk.window.findChildren(QPushButton)
        return [one.objectName() for one in found if one.objectName().startswith(f"{group}_") and one.isChecked()]

    # What is done

    def tick(self, name: str) -> None:
        """Move to the measure and press the space bar."""
        self.point_at(name)
        self.desk.press(Qt.Key.Key_Space)
        self.desk.settle()

    def point_at(self, name: str) -> None:
        """Put the cursor of the list on a measure."""
        [item] = [one for one in self._items() if one.text(0) == name and one.parent()]
        self.page.chooser.setFocus()
        self.page.chooser.setCurrentItem(item)

    def choose(self, box: str, text: str) -> None:
        """Go through the choices of a box with the arrow keys."""
        combo = self.desk.child(QComboBox, box)
        combo.setFocus()
        self.desk.press(Qt.Key.Key_Home)
        for _ in range(combo.count()):
            if combo.currentText() == text:
                break
            self.desk.press(Qt.Key.Key_Down)
        assert combo.currentText() == text
        self.desk.settle()

    def click(self, name: str) -> None:
        """Click a button and wait for what it brings."""
        self.desk.click(name)
        self.desk.settle()

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key on the first chart."""
        self.chart.setFocus()
        self.desk.press(key, keys)
        self.desk.settle()

    def menu(self, button: str, *path: str) -> None:
        """Open the menu of a button and choose an entry, through submenus if need be."""
        menu: QMenu | None = self._opened(button)
        for text in path:
            assert menu is not None
            found = [one for one in menu.actions() if one.text() == text]
            assert len(found) == 1, f"{text} is not among {[one.text() for one in menu.actions()]}"
            menu.setActiveAction(found[0])
            QTest.keyClick(menu, Qt.Key.Key_Return)
            menu = found[0].menu()
        self._back_to_the_window()

    def on_entry(self, button: str, text: str, key: Qt.Key) -> None:
        """Open the menu of a button, go to an entry with the arrows and press a key there."""
        menu = self._opened(button)
        while menu.activeAction() is None or menu.activeAction().text() != text:
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, key)
        self._back_to_the_window()

    def entries(self, button: str) -> list[str]:
        """The texts of a button's menu."""
        menu = self._opened(button)
        found = [one.text() for one in menu.actions() if one.text()]
        menu.close()
        self._back_to_the_window()
        return found

    def _opened(self, button: str) -> QMenu:
        self.desk.click(button)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), f"{button} opened no menu"
        return menu

    def _back_to_the_window(self) -> None:
        """A desktop gives the keys back to the window by itself when a menu closes."""
        self.desk.settle()
        self.desk.window.activateWindow()
        self.desk.qtbot.waitUntil(self.desk.window.isActiveWindow)
        self.desk.settle()

    def _items(self) -> list[QTreeWidgetItem]:
        tree = self.page.chooser
        found: list[QTreeWidgetItem] = []
        for place in range(tree.topLevelItemCount()):
            group = tree.topLevelItem(place)
            found += [group, *(group.child(row) for row in range(group.childCount()))]
        return found
