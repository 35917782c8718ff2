"""The store cannot be read or written just now: what is wrong, in one sentence, and what can be done."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from PySide6.QtWidgets import QMessageBox, QWidget

from legwork.domain.days import full_day
from legwork.errors import FAULT_SENTENCES, StoreError, StoreFault
from legwork.i18n import tr


class Choice(Enum):
    """What the person wants done."""

    RETRY = "retry"
    RESTORE = "restore"
    GIVE_UP = "give up"


def ask(
    parent: QWidget | None,
    error: StoreError,
    backup_made_at: datetime | None = None,
    *,
    opening: bool,
    reading: bool = False,
) -> Choice:
    """Tell about `error` and ask what to do.

    backup_made_at: when the newest sound backup was made; None where restoring does not help or none is there.
    opening: whether the program is starting, so that giving up means to quit.
    reading: whether the window was only reading, so that there is nothing unsaved.
    """
    box = QMessageBox(parent)
    box.setObjectName("store_fault")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Your data"))
    box.setText(tr(FAULT_SENTENCES[error.fault]))
    if error.fault is StoreFault.DAMAGED:
        told = [tr("There is no sound copy to restore. The damaged file is left as it is.")]
    elif reading:
        told = [tr("What you see may be incomplete until it can be read again. Nothing that was saved is changed.")]
    elif opening:
        told = [tr("Nothing that was saved is lost.")]
    else:
        told = [tr("What you just did is not saved yet; all before it is.")]
    choices = {box.addButton(tr("Try again"), QMessageBox.ButtonRole.AcceptRole): Choice.RETRY}
    if backup_made_at is not None:
        day = full_day(backup_made_at.date())
        text = tr("Restore the copy of {day}", day=day)
        choices[box.addButton(text, QMessageBox.ButtonRole.ActionRole)] = Choice.RESTORE
        told = [
            tr(
                "A sound copy of {day}, {time}, is at hand. The damaged file is kept beside it.",
                day=day,
                time=f"{backup_made_at:%H:%M}",
            )
        ]
    give_up = box.addButton(tr("Quit") if opening else tr("Not now"), QMessageBox.ButtonRole.RejectRole)
    choices[give_up] = Choice.GIVE_UP
    box.setEscapeButton(give_up)
    box.setInformativeText("\n".join(told))
    box.setDetailedText(str(error))
    box.exec()
    return choices.get(box.clickedButton(), Choice.GIVE_UP)  # type: ignore[call-overload, no-any-return]
