"""A copy put in the place of the closed data: what is said meanwhile and afterwards, and taking that back.

Owns the words and the work of the way back. Closing and opening the profile is for whoever holds it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from legwork.errors import Cancelled, StoreError, UserError
from legwork.i18n import tr
from legwork.log import logger
from legwork.qt.core.context import Context
from legwork.qt.core.notices import NoticeBar
from legwork.qt.core.runner import Step
from legwork.qt.core.tasks import Task
from legwork.qt.core.theme import ThemeManager
from legwork.qt.dialogs.waiting import wait_for
from legwork.services import backups, restores
from legwork.services.profile import Restored
from legwork.services.restores import Prepared

T = TypeVar("T")


def hold(window: QWidget, theme: ThemeManager, work: Callable[[Task], T]) -> T:
    """Have a copy put in place by `work`, the window held meanwhile; as `wait_for`."""
    told = tr("It is checked first, and what it replaces is kept.")
    return wait_for(window, theme, tr("Putting the copy in place"), told, work)


class PutBack:
    """One copy, from the moment that the profile is closed until it is open again."""

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self._done: Restored | str | Exception | None = None

    def run(self, task: Task) -> bool:
        """Put the copy in place; the profile is closed, and can be opened again whatever happens: True."""
        try:
            self._done = self._prepared.put_in_place(task.breathe)
            logger.info("restored a copy")
        except Cancelled:
            raise
        except StoreError as error:
            logger.warning("cannot restore: %s", error)
            self._done = tr("Nothing was restored. {reason}", reason=tr(backups.COPY_FAULTS[error.fault]))
        except UserError as error:
            self._done = tr("Nothing was restored. {reason}", reason=str(error))
        except Exception as error:  # noqa: BLE001 - raised once the data is open again
            self._done = error
        return True

    def tell(self, context: Context, notices: NoticeBar) -> None:
        """Say what became of it; raises an error that nobody expected."""
        done = self._done
        if isinstance(done, Exception):
            raise done
        if isinstance(done, str):
            notices.say(done)
        elif done is not None:
            one = self._prepared
            tell_restored(done, one.source, context, notices, one.takes_back, replaced=one.preview.replaces)


def tell_restored(
    done: Restored, copy: Path, context: Context, notices: NoticeBar, takes_back: str = "", *, replaced: bool = True
) -> None:
    """Say that a copy is in place, where what it replaced is, and the way back beside it: here and in the menu.

    takes_back: what was taken back by that, as its step of undo was called; "" when it was a copy of its own.
    replaced: whether anybody was there before.
    """
    restored = tr("The copy of {when} is restored.", when=backups.copy_name(copy))
    if takes_back:
        restored = tr("Taken back: {what}.", what=takes_back)
    if done.kept is None:
        notices.say(restored)
    elif done.sound:
        name = backups.copy_name(copy)
        called = tr("taking back a restored copy") if takes_back else tr("restoring the copy of {when}", when=name)
        context.runner.stack.push(_WayBack(called, not takes_back, done.kept, context, notices))
        kept = tr("What was there before is kept among the copies.") if replaced else ""
        notices.say(f"{restored} {kept}".rstrip(), tr("Undo"), context.runner.stack.undo)
    else:
        kept = tr("The damaged file is kept beside it as {name}.", name=done.kept.name)
        notices.say(f"{restored} {kept}")


def tell_afresh(done: Restored, notices: NoticeBar) -> None:
    """Say that an empty start took the place of what could not be opened."""
    said = tr("Started afresh.")
    if done.kept is not None:
        kept = tr("The damaged file is kept beside it as {name}.", name=done.kept.name)
        said = f"{said} {kept}"
    notices.say(said)


class _WayBack(Step):
    """The first step of undo after a restore: what was there before comes back, after what there is now is kept."""

    def __init__(self, called: str, was_restored: bool, kept: Path, context: Context, notices: NoticeBar) -> None:
        """called: how it is named. was_restored: a copy was, else that was taken back. kept: what it replaced."""
        super().__init__(called)
        self._was_restored, self._kept = was_restored, kept
        self._context, self._notices = context, notices

    def say_anew(self) -> None:
        """It names a moment in the language of that moment: it is the same in all."""

    def redo(self) -> None:
        """Done already when it is pushed; and once undone it is gone, with all that was open."""

    def undo(self) -> None:
        self.setObsolete(True)
        run = partial(
            _take_back, self.text(), self._was_restored, self._kept, self._context, self._notices
        )  # not from inside the history, which is closed with the data
        QTimer.singleShot(0, self._context, run)


def _take_back(called: str, was_restored: bool, kept: Path, context: Context, notices: NoticeBar) -> None:
    """Restore what a restore replaced, after keeping what has been there since."""

    def offer_again() -> None:
        context.runner.stack.push(_WayBack(called, was_restored, kept, context, notices))

    def go_on(result: object) -> None:
        if isinstance(result, Prepared):
            result.takes_back = called if was_restored else ""
            context.restore_confirmed.emit(result)
        else:
            offer_again()
            notices.say(str(result))

    task = Task(tr("Putting back what was there before"), partial(_prepare, context, kept))
    task.done.connect(go_on)
    task.cancelled.connect(offer_again)
    context.worker.start(task)


def _prepare(context: Context, kept: Path, task: Task) -> Prepared | str:
    try:
        prepared = restores.prepare(context.profile, kept, task.breathe)
    except UserError as error:
        return str(error)
    except StoreError as error:
        return backups.refusal(error, kept)
    try:
        restores.keep_present(context.profile, prepared, task.breathe)
    except BaseException as error:
        prepared.discard()
        if isinstance(error, UserError):
            return str(error)
        if isinstance(error, StoreError):
            return tr(backups.COPY_FAULTS[error.fault])
        raise
    return prepared
