"""The store cannot be read or written just now: what is wrong, in one sentence, and what can be done.

Owns the asking. What was chosen is done by whoever holds the profile.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from legwork.errors import FAULT_SENTENCES, StoreError, StoreFault
from legwork.i18n import tr
from legwork.paths import ProfilePaths
from legwork.qt.core.icons import show_app_icon
from legwork.qt.core.theme import ThemeManager

if TYPE_CHECKING:
    from legwork.services.backups import BackupInfo


class Choice(Enum):
    """What the person wants done."""

    RETRY = "retry"
    RESTORE = "restore"
    CHOOSE = "choose another copy"
    AFRESH = "start afresh"
    GIVE_UP = "give up"


@dataclass(frozen=True)
class Answer:
    """again: what failed shall be tried again. copy: a backup shall be put in the place of the database first.

    afresh: an empty one shall.
    """

    again: bool
    copy: Path | None = None
    afresh: bool = False


def ask_with_copies(
    window: QWidget,
    theme: ThemeManager,
    paths: ProfilePaths,
    error: StoreError,
    *,
    opening: bool,
    reading: bool = False,
) -> Answer:
    """Tell about `error`; where copies help, offer the newest sound one, and any other from a list.

    Raises Cancelled when the program was asked to end while the copies were looked through.
    """
    show_app_icon()
    helps = error.fault is StoreFault.DAMAGED
    newest = _newest_sound(window, theme, paths) if helps else None
    while True:
        choice = ask(window, error, newest, opening=opening, reading=reading, choosing=helps)
        if choice is not Choice.CHOOSE:
            restores = choice is Choice.RESTORE and newest is not None
            copy = newest.file if restores and newest else None
            return Answer(choice is Choice.RETRY, copy, afresh=choice is Choice.AFRESH)
        from legwork.qt.dialogs.copy_chooser import choose_copy

        chosen = choose_copy(window, theme, paths)
        if chosen is not None:
            return Answer(again=False, copy=chosen)


def _newest_sound(window: QWidget, theme: ThemeManager, paths: ProfilePaths) -> BackupInfo | None:
    from legwork.qt.dialogs.waiting import wait_for
    from legwork.services import backups

    title, told = tr("Looking for a sound copy"), tr("The file with your data is damaged; its copies are checked.")
    return wait_for(window, theme, title, told, lambda task: backups.newest_sound(paths, task.breathe))


def ask(
    parent: QWidget | None,
    error: StoreError,
    copy: BackupInfo | None = None,
    *,
    opening: bool,
    reading: bool = False,
    choosing: bool = False,
) -> Choice:
    """Tell about `error` and ask what to do.

    copy: the newest sound backup; None where restoring does not help or none is there.
    opening: whether the program is starting, so that giving up means to quit.
    reading: whether the window was only reading, so that there is nothing unsaved.
    choosing: whether another copy can be chosen.
    """
    show_app_icon()
    box = QMessageBox(parent)
    box.setObjectName("store_fault")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Your data"))
    box.setText(tr(FAULT_SENTENCES[error.fault]))
    choices = {box.addButton(tr("Try again"), QMessageBox.ButtonRole.AcceptRole): Choice.RETRY}
    if copy is not None:
        named = tr("Restore this copy") if opening else tr("Restore this copy…")
        restore = box.addButton(named, QMessageBox.ButtonRole.ActionRole)
        box.setDefaultButton(restore)
        choices[restore] = Choice.RESTORE
    if choosing:
        choices[box.addButton(tr("Choose another copy…"), QMessageBox.ButtonRole.ActionRole)] = Choice.CHOOSE
        if copy is None:
            choices[box.addButton(tr("Start afresh"), QMessageBox.ButtonRole.ActionRole)] = Choice.AFRESH
    give_up = box.addButton(tr("Quit") if opening else tr("Not now"), QMessageBox.ButtonRole.RejectRole)
    choices[give_up] = Choice.GIVE_UP
    box.setEscapeButton(give_up)
    box.setInformativeText("\n".join(_told(error, copy, opening=opening, reading=reading)))
    box.setDetailedText(str(error))
    box.exec()
    return choices.get(box.clickedButton(), Choice.GIVE_UP)  # type: ignore[call-overload, no-any-return]


def _told(error: StoreError, copy: BackupInfo | None, *, opening: bool, reading: bool) -> list[str]:
    """What it means for what was saved, and for what was just done; line by line."""
    if error.fault is not StoreFault.DAMAGED:
        if reading:
            return [tr("What you see may be incomplete until it can be read again. Nothing that was saved is changed.")]
        if opening:
            return [tr("Nothing that was saved is lost.")]
        return [tr("What you just did is not saved yet; all before it is.")]
    if copy is not None:
        from legwork.services import backups

        kept = tr("Whatever was entered after that is not in it. The damaged file is kept beside it.")
        told = [backups.offer(copy), "", kept]
    else:
        told = [
            tr(
                "There is no sound copy beside it. If you took one elsewhere, on a stick for instance, or exported "
                "everything, choose that file. Or start afresh, with nobody in it: the damaged file is kept beside it."
            )
        ]
    if not opening:
        later = tr("Until then you can look at what can still be read, and export it, but nothing new is saved.")
        lost = [] if reading else [tr("What you just did is not saved: do it again once a copy is in its place.")]
        told += ["", *lost, later]
    return told


def quits_anyway(window: QWidget) -> bool:
    """Ask whether the program shall end though something that was typed could not be saved. True: it is lost then."""
    box = QMessageBox(window)
    box.setObjectName("quit_unsaved")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Quit"))
    box.setText(tr("Quit and lose what could not be saved?"))
    box.setInformativeText(
        tr("What you typed last stands in the window only. All that was saved before stays as it is.")
    )
    stay = box.addButton(tr("Stay"), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(tr("Quit and lose it"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is leave
