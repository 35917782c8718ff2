"""The store cannot be read or written just now: what is wrong, in one sentence, and what can be done.

Owns the asking. What was chosen is done by whoever holds the profile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLayout, QPlainTextEdit, QWidget

from legwork.errors import FAULT_SENTENCES, MENDED_BY_COPIES, StoreError, StoreFault
from legwork.i18n import tr
from legwork.paths import ProfilePaths
from legwork.qt.core.icons import show_app_icon
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.flow import FlowBox
from legwork.qt.widgets.fold import FoldHeader
from legwork.qt.widgets.layout import button, column, label, row, set_role

if TYPE_CHECKING:
    from legwork.services.backups import BackupInfo


_WIDTH = 560
"""Of what is told; unscaled pixels."""


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
    helps = error.fault in MENDED_BY_COPIES
    newest = _newest_sound(window, theme, paths) if helps else None
    while True:
        choice = ask(window, theme, error, newest, opening=opening, reading=reading, choosing=helps)
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

    title, told = tr("Looking for a sound copy"), tr("The copies of your data are checked.")
    return wait_for(window, theme, title, told, lambda task: backups.newest_sound(paths, task.breathe))


def ask(
    parent: QWidget | None,
    theme: ThemeManager,
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
    choices: dict[Choice, str] = {}
    if copy is not None:
        choices[Choice.RESTORE] = tr("Restore this copy") if opening else tr("Restore this copy…")
    choices[Choice.RETRY] = tr("Try again")
    if choosing:
        choices[Choice.CHOOSE] = tr("Choose another copy…")
        if copy is None:
            choices[Choice.AFRESH] = tr("Start afresh")
    choices[Choice.GIVE_UP] = tr("Quit") if opening else tr("Not now")
    told = "\n".join(_told(error, copy, opening=opening, reading=reading))
    sentence = tr(FAULT_SENTENCES[error.fault])
    asked = FaultDialog(parent, theme, tr("Your data"), sentence, told, tuple(choices.values()), str(error))
    asked.setObjectName("store_fault")
    return [*choices, Choice.GIVE_UP][asked.answer()]


class FaultDialog(QDialog):
    """What is wrong, what it means, and a button for each choice."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: ThemeManager,
        title: str,
        sentence: str,
        told: str,
        choices: Sequence[str],
        details: str = "",
    ) -> None:
        """choices: the words of the buttons, first that for Enter. details: for whoever can help; may be none."""
        super().__init__(parent)
        self._chosen = -1
        self.setWindowTitle(title)
        self.sentence = label(sentence, "section", wrap=True)
        self.told = label(told, wrap=True)
        for one in (self.sentence, self.told):
            one.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = [button(words, f"fault_choice_{place}") for place, words in enumerate(choices)]
        for place, choice in enumerate(self.buttons):
            choice.clicked.connect(partial(self._on_chosen, place))
        set_role(self.buttons[0], "primary", "kind")
        self.buttons[0].setDefault(True)
        self.fold = FoldHeader(theme, "fault_fold", tr("Details"), row(label(tr("Details"), "secondary"), None))
        self.details = self._details(theme, details)
        self.fold.setVisible(bool(details))
        self.fold.toggled.connect(self.details.setVisible)
        flow = FlowBox(*self.buttons, spacing=theme.px(8))
        flow.setFixedWidth(theme.px(_WIDTH))
        layout = column(self.sentence, self.told, self.fold, self.details, flow, spacing=theme.px(12))
        layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # grows and shrinks with the details
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        self.setLayout(layout)
        self.buttons[0].setFocus()

    @staticmethod
    def _details(theme: ThemeManager, details: str) -> QPlainTextEdit:
        made = QPlainTextEdit(details)
        made.setObjectName("fault_details")
        made.setAccessibleName(tr("Details"))
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setFixedHeight(theme.px(72))
        made.hide()
        return made

    def answer(self) -> int:
        """Wait for the place of the button that is pressed; -1 for none, as by Escape."""
        self.exec()
        self.deleteLater()
        return self._chosen

    def _on_chosen(self, place: int) -> None:
        self._chosen = place
        self.accept()


def _told(error: StoreError, copy: BackupInfo | None, *, opening: bool, reading: bool) -> list[str]:
    """What it means for what was saved, and for what was just done; line by line."""
    if error.fault not in MENDED_BY_COPIES:
        if reading:
            return [tr("What you see may be incomplete until it can be read again. Nothing that was saved is changed.")]
        if opening:
            return [tr("Nothing that was saved is lost.")]
        return [tr("What you just did is not saved yet; all before it is.")]
    gone = error.fault is StoreFault.GONE
    moved = tr("If the file was only moved, bring it back and try again.")
    if copy is not None:
        from legwork.services import backups

        missing = tr("Whatever was entered after that is not in it.")
        told = [backups.offer(copy), "", f"{missing} {moved if gone else tr('The damaged file is kept beside it.')}"]
    else:
        afresh = tr("Or start afresh, with nobody in it.")
        if not gone:
            afresh = tr("Or start afresh, with nobody in it: the damaged file is kept beside it.")
        elsewhere = tr(
            "There is no sound copy beside it. If you took one elsewhere, on a stick for instance, or exported "
            "everything, choose that file."
        )
        told = [" ".join([moved, elsewhere, afresh] if gone else [elsewhere, afresh])]
    if not opening:
        later = tr("Until then you can look at what can still be read, and export it, but nothing new is saved.")
        lost = [] if reading else [tr("What you just did is not saved: do it again once a copy is in its place.")]
        told += ["", *lost, later]
    return told


def quits_anyway(window: QWidget, theme: ThemeManager) -> bool:
    """Ask whether the program shall end though something that was typed could not be saved. True: it is lost then."""
    told = tr("What you typed last stands in the window only. All that was saved before stays as it is.")
    choices = tr("Stay"), tr("Quit and lose it")
    asked = FaultDialog(window, theme, tr("Quit"), tr("Quit and lose what could not be saved?"), told, choices)
    asked.setObjectName("quit_unsaved")
    return asked.answer() == 1
