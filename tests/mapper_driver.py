"""A person before the dialog that asks what the columns of a table hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QPushButton

from import_driver import drop
from legwork.qt.dialogs.column_mapper import ColumnMapper
from legwork.services import check_ins
from program_driver import Desk, answering

SIZES = "My sizes\nDay;Left calf;Weight;Mood\n3/4/2025;38,5;82;good\n4/4/2025;38,6;82;\n"
KEY = Qt.Key


class Hands:
    """A person before the dialog."""

    def __init__(self, desk: Desk, dialog: QDialog) -> None:
        assert isinstance(dialog, ColumnMapper)
        self.desk, self.dialog = desk, dialog
        self.wait()

    def wait(self) -> None:
        self.desk.qtbot.waitUntil(lambda: not self.dialog.busy)
        self.desk.qtbot.waitUntil(lambda: len(self.dialog.table.boxes) == self.dialog.table.columnCount())

    @property
    def said(self) -> str:
        return self.dialog.sentence.text()

    @property
    def uses(self) -> list[str]:
        return [what.currentText() for what, _ in self.dialog.table.boxes]

    @property
    def units(self) -> list[str]:
        return ["" if unit.isHidden() else unit.currentText() for _, unit in self.dialog.table.boxes]

    @property
    def lines(self) -> list[list[str]]:
        model = self.dialog.model
        return [
            [model.index(line, place).data() for place in range(model.columnCount())]
            for line in range(model.rowCount())
        ]

    def choose(self, box: QComboBox, text: str) -> None:
        """As a person does with the keyboard: to the box, and down to the entry."""
        box.setFocus()
        place = box.findText(text)
        assert place >= 0, f"{text} is not among {[box.itemText(at) for at in range(box.count())]}"
        QTest.keyClick(box, KEY.Key_Home)
        for _ in range(box.count()):
            if box.currentIndex() == place:
                break
            QTest.keyClick(box, KEY.Key_Down)
        assert box.currentText() == text
        self.wait()

    def box(self, name: str) -> QComboBox:
        found = self.dialog.findChild(QComboBox, name)
        assert found is not None
        return found

    def hold(self, place: int, text: str) -> None:
        self.choose(self.dialog.table.boxes[place][0], text)

    def go_on(self) -> None:
        assert self.dialog.accept_button.isEnabled()
        self.dialog.accept_button.click()


@contextmanager
def asked(desk: Desk, answer: Callable[[Hands], object]) -> Iterator[None]:
    with answering("column_mapper", lambda dialog: answer(Hands(desk, dialog))):
        yield


def table(folder: Path, text: str, name: str = "sizes.csv") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def bring(desk: Desk, file: Path, answer: Callable[[Hands], object], preview: str = "import_preview") -> None:
    before = desk.context.runner.stack.count()
    with asked(desk, answer):
        drop(desk, file)
        with answering(preview, lambda dialog: press_when_ready(desk, dialog)):
            desk.qtbot.waitUntil(lambda: desk.context.runner.stack.count() > before)
    desk.settle()


def press_when_ready(desk: Desk, dialog: QDialog, name: str = "import_accept") -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    desk.qtbot.waitUntil(button.isEnabled)
    button.click()


def days(desk: Desk) -> list[date]:
    return sorted(check_ins.check_in_days(desk.context.profile, desk.person.id).values())


def look_and_leave(desk: Desk, file: Path, look: Callable[[Hands], object]) -> None:
    """Open a file, look at the dialog, and give it up."""
    done: list[bool] = []

    def see(hands: Hands) -> None:
        look(hands)
        done.append(True)
        hands.dialog.reject()

    with asked(desk, see):
        drop(desk, file)
        desk.qtbot.waitUntil(lambda: bool(done))
    desk.settle()
