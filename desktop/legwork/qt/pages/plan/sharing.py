"""Plans that leave the program and come in: as a small file, as text, over the clipboard.

Owns the asking for files. What a file says is `services.plan_files`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from legwork.domain.exercise_names import Catalogue
from legwork.domain.plan.model import Plan
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.core.file_places import Place, open_file, save_file
from legwork.qt.core.writing import FileWriter, Writing
from legwork.services.importing import file_bytes
from legwork.services.plan_files import SharedPlan, plan_as_file, plan_as_text, read_shared

FILE_ENDING, TEXT_ENDING = ".legwork-plan", ".txt"


class Sharing(QObject):
    """The ways out of and into the page."""

    said = Signal(str)
    """What was done."""

    refused = Signal(str)
    """Why it was not."""

    opened = Signal(object)
    """A `SharedPlan` that was read and shall be kept."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._view = context.view
        self._writer = FileWriter(context.worker, self, context.profile)
        self._writer.said.connect(self.said)
        self._writer.refused.connect(self.refused)

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._writer.busy

    def save_file(self, plan: Plan, catalogue: Catalogue) -> None:
        """Ask for a file and write the plan for another Legwork."""
        kinds = tr("Legwork plan (*{ending})", ending=FILE_ENDING)
        file = self._where(tr("Save the plan as a file"), plan, FILE_ENDING, kinds)
        if file is not None:
            self._writer.write(Writing(file, partial(plan_as_file, plan, catalogue)))

    def save_text(self, plan: Plan, catalogue: Catalogue) -> None:
        """Ask for a file and write the plan as text."""
        file = self._where(tr("Save the plan as text"), plan, TEXT_ENDING, tr("Text (*{ending})", ending=TEXT_ENDING))
        if file is not None:
            self._writer.write(Writing(file, lambda: plan_as_text(plan, catalogue).encode()))

    def copy_text(self, plan: Plan, catalogue: Catalogue) -> None:
        """Put the plan as text on the clipboard."""
        QGuiApplication.clipboard().setText(plan_as_text(plan, catalogue))
        self.said.emit(tr("The plan is on the clipboard as text."))

    def open_file(self, catalogue: Catalogue, system: UnitSystem) -> None:
        """Ask for a file with a plan and read it."""
        kinds = tr("Plans (*{file} *{text});;All files (*)", file=FILE_ENDING, text=TEXT_ENDING)
        file = open_file(self._window, self._view, Place.PLAN, tr("Open a plan"), (kinds,))
        if file is not None:
            self.take_file(file, catalogue, system)

    def take_file(self, file: Path, catalogue: Catalogue, system: UnitSystem) -> None:
        """Read a file with a plan."""
        try:
            self._read(file_bytes(file), catalogue, system, file.name)
        except UserError as error:
            self.refused.emit(str(error))

    def paste_text(self, catalogue: Catalogue, system: UnitSystem) -> None:
        """Read a plan from the clipboard."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.refused.emit(tr("There is no text on the clipboard: copy a plan first."))
            return
        self._read(text.encode(), catalogue, system, tr("the clipboard"))

    def _read(self, data: bytes, catalogue: Catalogue, system: UnitSystem, source: str) -> None:
        try:
            found: SharedPlan = read_shared(data, catalogue, system)
        except UserError as error:
            self.refused.emit(tr("No plan was taken from {source}. {reason}", source=source, reason=error))
            return
        self.opened.emit(found)

    def _where(self, title: str, plan: Plan, ending: str, kinds: str) -> Path | None:
        file = save_file(self._window, self._view, Place.PLAN, title, f"{_file_name(plan.name)}{ending}", (kinds,))
        if file is None:
            return None
        return file if file.suffix else file.with_name(f"{file.name}{ending}")


def _file_name(name: str) -> str:
    """A plan's name as files may be called everywhere."""
    kept = "".join(char if char.isalnum() or char in " -_" else " " for char in name)
    return "-".join(kept.lower().split()) or "plan"
