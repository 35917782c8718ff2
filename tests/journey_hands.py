"""A person's hands on the keyboard of the real window: every stroke is counted, and every choice that needs a thought.

Seconds are told by the keystroke-level model: what somebody needs who knows the program and makes no mistake. Source:
Card, Moran and Newell 1980, The keystroke-level model for user performance time with interactive systems, CACM 23(7):
a stroke of an average typist takes 0.28 s (of a good one 0.20 s), each unit of thought before strokes 1.35 s. Not in
it: looking at the tape, waiting for the program (it answers at once), and mistakes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QWidget

from legwork.qt.dialogs.progress_report import ProgressReportDialog
from legwork.qt.dialogs.weekly_review import WeeklyReviewDialog
from legwork.qt.printing.preview import PreviewDialog
from program_driver import LONGEST_WORK_MS, Desk, answering

STROKE_S, THOUGHT_S = 0.28, 1.35
HELD = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier)

D = TypeVar("D", bound=QDialog)


@dataclass(frozen=True)
class Effort:
    """strokes: keys that go down, a held one too. thoughts: values and commands, each thought of once."""

    strokes: int
    thoughts: int

    @property
    def seconds(self) -> float:
        """By the keystroke-level model."""
        return self.strokes * STROKE_S + self.thoughts * THOUGHT_S

    def __sub__(self, other: Effort) -> Effort:
        return Effort(self.strokes - other.strokes, self.thoughts - other.thoughts)


class Hands:
    """Types on a desk. A value with the key that ends it is one thought, and so is a command; again and again the
    same key is one thought too."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._strokes = self._thoughts = 0
        self._last = ""

    @property
    def effort(self) -> Effort:
        """All until now."""
        return Effort(self._strokes, self._thoughts)

    @property
    def at(self) -> str:
        """The name of what has the focus."""
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

    @property
    def said_at(self) -> str:
        """What a screen reader says of what has the focus."""
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget is not None else ""

    def write(self, text: str) -> None:
        """A value, letter by letter; a capital needs Shift."""
        self._strokes += len(text) + sum(one.isupper() or one in '+"?*@' for one in text)
        self._thoughts += 1
        self._last = "text"
        self.desk.write(text)

    def press(self, keys: str) -> None:
        """A key as menus write it, "Ctrl+P"; Enter behind a value needs no thought of its own."""
        [stroke] = QKeySequence(keys)
        held = stroke.keyboardModifiers()
        self._strokes += 1 + sum(bool(held & one) for one in HELD)
        ends = self._last == "text" and keys in ("Return", "Tab")
        self._thoughts += not ends and self._last != keys
        self._last = keys
        self.desk.press(stroke.key(), held)
        self.desk.settle()

    def enter(self, *values: str) -> None:
        """Each with Enter behind it; "" is Enter alone."""
        for value in values:
            if value:
                self.write(value)
            self.press("Return")

    def tab_to(self, name: str) -> None:
        """Tab, until that has the focus."""
        for _ in range(60):
            if self.at == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {name}")


def plain(text: str) -> str:
    """A text with plain spaces, one between two words."""
    return " ".join(text.split())


def labels(widget: QWidget) -> str:
    """All that a window says in words, with plain spaces."""
    said = [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
    return plain(" ".join(said))


@contextmanager
def in_preview(desk: Desk, do: Callable[[PreviewDialog], object]) -> Iterator[None]:
    """The block opens the preview of pages; `do` is what the person does there, who then closes it with Esc."""

    def run(dialog: QDialog) -> None:
        assert isinstance(dialog, PreviewDialog)
        in_front(desk, dialog)
        do(dialog)
        if dialog.isVisible():
            desk.press(Qt.Key.Key_Escape)

    with answering("print_preview", run):
        yield


def in_front(desk: Desk, window: QWidget) -> None:
    """Wait until a window has the keyboard; a desktop gives it by itself."""
    window.activateWindow()
    desk.qtbot.waitUntil(window.isActiveWindow, timeout=LONGEST_WORK_MS)
    desk.settle()


def report_on_paper(
    desk: Desk, review: WeeklyReviewDialog, choose: Callable[[ProgressReportDialog], object] | None = None
) -> str:
    """From the review of the week to the progress report, saved as a PDF; returns what is said of it.

    choose: what is chosen in the report before it is looked at.
    """
    saved: list[str] = []

    def save(preview: PreviewDialog) -> None:
        desk.ctrl(Qt.Key.Key_S)
        saved.append(preview.said.text())

    def show(dialog: QDialog) -> None:
        assert isinstance(dialog, ProgressReportDialog)
        in_front(desk, dialog)
        if choose is not None:
            choose(dialog)
        with in_preview(desk, save):
            desk.press(Qt.Key.Key_Return)
            desk.qtbot.waitUntil(lambda: bool(saved), timeout=LONGEST_WORK_MS)
        desk.press(Qt.Key.Key_Escape)

    with answering("progress_report", show):
        desk.click(review.progress)
    review.close()
    in_front(desk, desk.window)
    return saved[0]


def review_of_the_week(desk: Desk) -> WeeklyReviewDialog:
    """Opened from Measure, when it has all it shows."""
    desk.click("measure_review")
    [review] = [one for one in desk.window.findChildren(WeeklyReviewDialog) if one.isVisible()]
    desk.qtbot.waitUntil(lambda: not review.busy and review.review is not None, timeout=LONGEST_WORK_MS)
    in_front(desk, review)
    return review


def choose_files(monkeypatch: object, *files: Path | str) -> list[str]:
    """Let the desktop's dialog for saving answer with these files, one after another; gives what it suggested.

    It is the desktop's own window: no test can type in it.
    """
    left, suggested = list(files), []

    def answer(_parent: object, _title: str, suggestion: str = "", kinds: str = "", *_: object) -> tuple[str, str]:
        suggested.append(suggestion)
        return str(left.pop(0)), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)  # type: ignore[attr-defined]
    return suggested
