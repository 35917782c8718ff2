"""The store cannot be read or written just now: what is wrong, in one sentence, and what can be done.

Owns the asking. What was chosen is done by whoever holds the profile.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from legwork.domain.days import full_day
from legwork.errors import FAULT_SENTENCES, StoreError, StoreFault
from legwork.i18n import tr
from legwork.paths import ProfilePaths
from legwork.qt.core.theme import ThemeManager
from legwork.services import profile as profiles


class Choice(Enum):
    """What the person wants done."""

    RETRY = "retry"
    RESTORE = "restore"
    CHOOSE = "choose another copy"
    GIVE_UP = "give up"


@dataclass(frozen=True)
class Answer:
    """again: what failed shall be tried again. copy: a backup shall be put in the place of the database first."""

    again: bool
    copy: Path | None = None


def ask_with_copies(
    window: QWidget,
    theme: ThemeManager,
    paths: ProfilePaths,
    error: StoreError,
    *,
    opening: bool,
    reading: bool = False,
) -> Answer:
    """Tell about `error`; where copies help, offer the newest sound one, and any other from a list."""
    helps = error.fault is StoreFault.DAMAGED
    newest = profiles.newest_backup(paths) if helps else None
    while True:
        made_at = newest.made_at if newest else None
        choice = ask(window, error, made_at, opening=opening, reading=reading, choosing=helps)
        if choice is not Choice.CHOOSE:
            restores = choice is Choice.RESTORE and newest is not None
            return Answer(choice is Choice.RETRY, newest.file if restores and newest else None)
        from legwork.qt.dialogs.copy_chooser import choose_copy

        chosen = choose_copy(window, theme, paths)
        if chosen is not None:
            return Answer(again=False, copy=chosen)


def ask(
    parent: QWidget | None,
    error: StoreError,
    backup_made_at: datetime | None = None,
    *,
    opening: bool,
    reading: bool = False,
    choosing: bool = False,
) -> Choice:
    """Tell about `error` and ask what to do.

    backup_made_at: when the newest sound backup was made; None where restoring does not help or none is there.
    opening: whether the program is starting, so that giving up means to quit.
    reading: whether the window was only reading, so that there is nothing unsaved.
    choosing: whether another copy can be chosen.
    """
    box = QMessageBox(parent)
    box.setObjectName("store_fault")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Your data"))
    box.setText(tr(FAULT_SENTENCES[error.fault]))
    if error.fault is StoreFault.DAMAGED:
        told = [
            tr(
                "There is no sound copy beside it. If you took one elsewhere, on a stick for instance, choose that "
                "one. The damaged file is left as it is."
            )
        ]
    elif reading:
        told = [tr("What you see may be incomplete until it can be read again. Nothing that was saved is changed.")]
    elif opening:
        told = [tr("Nothing that was saved is lost.")]
    else:
        told = [tr("What you just did is not saved yet; all before it is.")]
    choices = {box.addButton(tr("Try again"), QMessageBox.ButtonRole.AcceptRole): Choice.RETRY}
    if backup_made_at is not None:
        day = full_day(backup_made_at.date())
        restore = box.addButton(tr("Restore this copy"), QMessageBox.ButtonRole.ActionRole)
        box.setDefaultButton(restore)
        choices[restore] = Choice.RESTORE
        told = [
            tr(
                "A sound copy of {day}, {time}, is at hand. The damaged file is kept beside it.",
                day=day,
                time=f"{backup_made_at:%H:%M}",
            )
        ]
    if choosing:
        choices[box.addButton(tr("Choose another copy…"), QMessageBox.ButtonRole.ActionRole)] = Choice.CHOOSE
    give_up = box.addButton(tr("Quit") if opening else tr("Not now"), QMessageBox.ButtonRole.RejectRole)
    choices[give_up] = Choice.GIVE_UP
    box.setEscapeButton(give_up)
    box.setInformativeText("\n".join(told))
    box.setDetailedText(str(error))
    box.exec()
    return choices.get(box.clickedButton(), Choice.GIVE_UP)  # type: ignore[call-overload, no-any-return]
