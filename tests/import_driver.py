"""A person before the preview of a log of workouts: dropping a file, answering, pressing Import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from legwork.domain.log.set_text import format_sets
from legwork.qt.dialogs.choose_exercise import ChooseExerciseDialog
from legwork.qt.dialogs.training_preview import TrainingPreview
from legwork.qt.models.import_names import BECOMES, FOUND, NAME
from legwork.services.workouts import StoredWorkout, workouts_of
from program_driver import Desk, answering

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
KEY = Qt.Key


def row(day: int, name: str = "Squat (Barbell)", load: object = 100, reps: object = 8, order: object = 1) -> str:
    return f"2025-01-{day:02} 18:00:00,Legs,1h,{name},{order},{load},{reps},0,0,,,\n"


PLAIN = (
    row(6, load=102.5) + row(6, "Hopsla", 0, 12) + row(6, "Squat Squish", 20) + row(8, "Bench Press (Barbell)", 72.5)
)
ODD = "".join(row(day, load=97.5) for day in range(1, 12)) + row(12, load=860) + row(12, order="Rest Timer")


class Hands:
    """A person before the dialog."""

    def __init__(self, desk: Desk, dialog: TrainingPreview) -> None:
        self.desk, self.dialog = desk, dialog
        desk.qtbot.waitUntil(dialog.isActiveWindow)
        self.wait()

    def wait(self) -> None:
        self.desk.qtbot.waitUntil(lambda: not self.dialog.busy and self.dialog.edit is not None)

    @property
    def head(self) -> tuple[str, str]:
        return self.dialog.amount.text(), self.dialog.summary.text()

    @property
    def lines(self) -> list[tuple[str, str, str]]:
        """The names as they are listed: name, how it was found, what it comes in as."""
        shown = self.dialog.names.shown
        return [
            tuple(shown.index(line, column).data() for column in (NAME, FOUND, BECOMES))
            for line in range(shown.rowCount())
        ]  # type: ignore[misc]

    def click(self, name: str) -> None:
        found = self.dialog.findChild(QPushButton, name)
        assert found is not None and found.isVisible() and found.isEnabled(), name
        self.desk.click(found)
        self.wait()

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.desk.press(key, held)
        self.wait()

    def to_names(self) -> None:
        self.dialog.tabs.setCurrentWidget(self.dialog.names)
        self.dialog.names.table.setFocus()


def drop(desk: Desk, *files: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    rest = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(desk.window.rect().center(), Qt.DropAction.CopyAction, mime, *rest)
    QApplication.sendEvent(desk.window, enter)
    QApplication.sendEvent(
        desk.window, QDropEvent(QPointF(desk.window.rect().center()), Qt.DropAction.CopyAction, mime, *rest)
    )


def bring(desk: Desk, file: Path, act: Callable[[Hands], object] | None = None, *, take: bool = True) -> None:
    """Drop a file, do something before its preview, then press Import or Cancel."""
    ended: list[bool] = []

    def before(dialog: QDialog) -> None:
        assert isinstance(dialog, TrainingPreview)
        hands = Hands(desk, dialog)
        if act is not None:
            act(hands)
        if dialog.isVisible():
            hands.click("import_accept") if take else hands.dialog.reject()
        ended.append(True)

    count = desk.context.runner.stack.count()
    with answering("training_preview", before):
        drop(desk, file)
        desk.qtbot.waitUntil(lambda: bool(ended) and (not take or desk.context.runner.stack.count() > count))
    desk.settle()


def choosing(desk: Desk, words: str) -> Callable[[QDialog], object]:
    """Look for an exercise by these words and take the first one, once the chooser is there."""

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, ChooseExerciseDialog)
        field = dialog.list.search.words
        desk.qtbot.waitUntil(lambda: dialog.isActiveWindow() and field.hasFocus())
        desk.write(words)
        desk.press(KEY.Key_Return)

    return choose


def done(desk: Desk) -> tuple[StoredWorkout, ...]:
    return workouts_of(desk.context.profile, desk.person.id)


def sets(stored: StoredWorkout) -> list[str]:
    return [f"{exercise.exercise} {format_sets((one,))}" for exercise, one in stored.workout.sets]
