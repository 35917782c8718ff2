"""Several files in a row: which one has its turn, how a dialog says so, and the ways out of it.

Owns the buttons "Skip this file" and "Stop", and how a preview says that one was pressed. It must not know what is
imported, nor how.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from legwork.i18n import tr
from legwork.qt.dialogs.columns_again import row_of
from legwork.qt.widgets.layout import button
from legwork.services import importing

STOPPED = 3
"""The result of a preview after which no file shall follow; beside those of QDialog and COLUMNS_ASKED."""


@dataclass(frozen=True)
class Turn:
    """One thing to import. found: what was read already, of a file that holds several. by_hand: as one whose columns
    the person says themselves."""

    file: Path
    part: str | None = None
    found: importing.Found | None = None
    by_hand: bool = False

    @property
    def name(self) -> str:
        """For people: the file, and which part of it."""
        return self.file.name if self.part is None else f"{self.file.name} › {self.part}"


def tell_turn(dialog: QDialog, number: int, count: int, following: str) -> None:
    """Of several files, say in the title which one this is, and offer to skip it or to stop.

    following: the name of the file that follows whatever becomes of this one, "" where none does.
    """
    if count > 1:
        turn = tr("{number} of {count}", number=number, count=count)
        dialog.setWindowTitle(tr("{title} ({turn})", title=dialog.windowTitle(), turn=turn))
        dialog.setAccessibleName(dialog.windowTitle())
    cancel = dialog.findChild(QPushButton, "import_cancel")
    if not following or cancel is None:
        return
    cancel.setText(tr("Skip this file"))
    cancel.setAccessibleName(cancel.text())
    cancel.setToolTip(tr("{name} follows", name=following))
    _offer_stop(dialog, cancel)


def _offer_stop(dialog: QDialog, cancel: QPushButton) -> None:
    holder = row_of(dialog.layout(), cancel)
    if holder is None:
        return
    stop = button(tr("Stop"), "import_stop")
    stop.clicked.connect(lambda: dialog.done(STOPPED))
    holder.insertWidget(holder.indexOf(cancel), stop)
    QWidget.setTabOrder(stop, cancel)
    stop.setToolTip(tr("Neither this file nor those that follow; what came in before stays"))
