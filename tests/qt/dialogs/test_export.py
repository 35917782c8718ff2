"""Taking data out by hand: what can be chosen, where it goes, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from done_workouts import AddWorkout
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.qt.dialogs.export import ExportDialog
from legwork.services.exports import ExportKind
from program_driver import Desk

TODAY = date.today()


@contextmanager
def export_dialog(desk: Desk) -> Iterator[ExportDialog]:
    """The dialog as the menu opens it."""
    desk.ctrl(Qt.Key.Key_E)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    desk.qtbot.waitUntil(lambda: not dialog.busy)
    yield dialog
    if not dialog.isHidden():
        desk.press(Qt.Key.Key_Escape)


def answer(monkeypatch: pytest.MonkeyPatch, file: Path | None) -> list[str]:
    """Choose this file whenever one is asked for; None: choose none. What was suggested is noted."""
    asked: list[str] = []

    def choose(_parent: object, _title: str, suggestion: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(suggestion).name)
        return ("" if file is None else str(file)), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return asked


def save(desk: Desk, dialog: ExportDialog) -> str:
    """Press the button; what is said then."""
    desk.click(dialog.save)
    desk.qtbot.waitUntil(lambda: not dialog.busy)
    return dialog.told.text() if dialog.told.isVisible() else ""


def train(desk: Desk) -> None:
    sets = (LoggedSet(reps=10), LoggedSet(reps=8))
    desk.context.profile.apply(
        AddWorkout(desk.person.id, Workout(0, TODAY, exercises=(LoggedExercise("squat", sets),)))
    )


def test_everything_is_chosen_and_what_there_is_nothing_of_cannot_be(desk: Desk) -> None:
    desk.remember(TODAY - timedelta(days=7), waist="84")
    with export_dialog(desk) as dialog:
        options = dialog.options.options
        assert dialog.options.current is ExportKind.EVERYTHING
        assert {kind for kind, one in options.items() if not one.isEnabled()} == {
            ExportKind.SETS, ExportKind.STRONG, ExportKind.FOOD,
        }  # fmt: skip
        assert options[ExportKind.MEASUREMENTS].accessibleDescription().startswith("1 check-in. ")
        assert options[ExportKind.FOOD].accessibleDescription().startswith("nothing yet. ")
        desk.click(options[ExportKind.SETS])
        assert dialog.options.current is ExportKind.EVERYTHING


def test_several_are_taken_out_one_after_the_other(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    desk.remember(TODAY, waist="84", calf_left="36.5")
    train(desk)
    with export_dialog(desk) as dialog:
        file = tmp_path / "sets.csv"
        asked = answer(monkeypatch, file)
        desk.click(dialog.options.options[ExportKind.SETS])
        assert save(desk, dialog) == f"2 sets of 1 workout written to {file}."
        assert asked == [f"legwork-sets-Alex-{TODAY.isoformat()}.csv"]
        assert len(file.read_bytes().splitlines()) == 3
        desk.click(dialog.options.options[ExportKind.HEVY])
        assert not dialog.told.isVisible(), "what was said was of another export"
        answer(monkeypatch, tmp_path / "hevy.csv")
        assert save(desk, dialog) == f"Measurements of 1 day written to {tmp_path / 'hevy.csv'}."


def test_by_keys_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    desk.remember(TODAY, waist="84")
    with export_dialog(desk) as dialog:
        assert dialog.options.options[ExportKind.EVERYTHING].hasFocus()
        desk.press(Qt.Key.Key_Down)
        assert dialog.options.current is ExportKind.MEASUREMENTS, "what there is nothing of is passed over"
        answer(monkeypatch, tmp_path / "out.csv")
        desk.press(Qt.Key.Key_Return)
        desk.qtbot.waitUntil(lambda: not dialog.busy)
        assert (tmp_path / "out.csv").exists()


def test_no_file_chosen_is_no_export(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with export_dialog(desk) as dialog:
        answer(monkeypatch, None)
        assert save(desk, dialog) == ""


def test_an_ending_is_added_but_no_file_replaced_by_that(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with export_dialog(desk) as dialog:
        answer(monkeypatch, tmp_path / "mine 2026.11")
        save(desk, dialog)
        [file] = tmp_path.glob("mine*")
        assert file.name == "mine 2026.11.json" and file.read_bytes().startswith(b"{")
        file.write_text("older")
        assert save(desk, dialog) == "mine 2026.11.json is there already: choose it in the list, or another name."
        assert file.read_text() == "older"


def test_a_place_that_cannot_be_is_refused_in_the_dialog(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    inside = desk.context.profile.paths.database
    before = inside.stat().st_size
    with export_dialog(desk) as dialog:
        answer(monkeypatch, inside)
        assert "among the program's own files" in save(desk, dialog)
        assert dialog.told.property("role") == "error"
        answer(monkeypatch, tmp_path / "no folder" / "out.json")
        assert "was not written" in save(desk, dialog)
        assert dialog.save.isEnabled()
    assert inside.stat().st_size >= before
