"""The profile closed, its files put right, and opened again; and asking about faults of the store, which leads there.

Owns the order of these steps; what takes time in them is done in the background. Opening and closing themselves are
the session's affair; what is said, the dialogs'.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from legwork.errors import MENDED_BY_COPIES, Cancelled, StoreError, StoreFault
from legwork.i18n import tr
from legwork.log import logger
from legwork.paths import ProfilePaths
from legwork.qt.core.closing import dismiss_dialogs
from legwork.qt.core.context import Context
from legwork.qt.core.theme import ThemeManager
from legwork.qt.main_window import MainWindow
from legwork.services import profile as profiles

if TYPE_CHECKING:
    from legwork.qt.core.tasks import Task
    from legwork.services.profile import BringingUp, Restored
    from legwork.services.restores import Prepared
    from legwork.session import Session


class Reopening(QObject):
    """For one window, of whichever profile its session has open."""

    def __init__(self, session: Session, window: MainWindow, theme: ThemeManager) -> None:
        super().__init__(session)
        self._session, self._window, self._theme = session, window, theme
        self._asking = False
        self._restored: tuple[Restored, Path | None] | None = None
        """What became of the file that was replaced, and of which copy; None of it for an empty start."""

    def ask(self, paths: ProfilePaths, error: StoreError, *, opening: bool = False, reading: bool = False) -> bool:
        """Ask what to do about a fault, and do it. True: try again.

        opening: the profile is not open, and giving up means to quit. reading: nothing was to be saved.
        """
        context = self._session.open_context
        if context is not None and context.profile.held and not opening:
            self._say_not_saved()  # it was asked about before, and the banner stands
            return False
        return self._ask(paths, error, opening=opening, reading=reading)

    def on_refused(self, error: StoreError) -> None:
        """A fault while reading; one answer holds for all that come while it is asked for."""
        context = self._session.open_context
        if context is None or self._asking or context.profile.held:
            return
        paths = context.profile.paths
        if self._ask(paths, error, reading=True):
            QTimer.singleShot(0, partial(self._anew, paths))

    def mend(self) -> None:
        """Ask again about data that was found damaged, and is only read since."""
        context = self._session.open_context
        if context is not None and not self._asking:
            paths = context.profile.paths
            if self._ask(paths, StoreError(StoreFault.DAMAGED), reading=True):
                QTimer.singleShot(0, partial(self._anew, paths))

    def _ask(self, paths: ProfilePaths, error: StoreError, *, opening: bool = False, reading: bool = False) -> bool:
        from legwork.qt.dialogs.store_fault import ask_with_copies

        damaged = error.fault in MENDED_BY_COPIES
        asked_before, self._asking = self._asking, True
        try:
            while True:
                answer = ask_with_copies(self._window, self._theme, paths, error, opening=opening, reading=reading)
                found = self._still_damaged(paths) if answer.again and damaged and not opening else None
                if found is None:
                    break
                error = found
            if opening and (answer.copy is not None or answer.afresh):
                return self._put_instead(paths, answer.copy)
        except Cancelled:  # the program was asked to end; who opens lets it end by itself
            if not opening:
                QTimer.singleShot(0, self._session.quit_asked.emit)
            return False
        finally:
            self._asking = asked_before
        if damaged and not opening and not answer.again:
            self._hold(error)
        # The database is open: it must be closed before it can be replaced.
        if answer.afresh:
            QTimer.singleShot(0, partial(self._anew, paths, partial(self._put_instead, paths, None)))
        elif answer.copy is not None:
            QTimer.singleShot(0, partial(self._look_at, paths, answer.copy))
        return answer.again

    def _still_damaged(self, paths: ProfilePaths) -> StoreError | None:
        """What is wrong with the file when all of it is looked through; None when nothing is."""
        from legwork.qt.dialogs.waiting import wait_for

        title, told = tr("Trying again"), tr("The file with your data is looked through.")
        try:
            wait_for(self._window, self._theme, title, told, lambda _task: profiles.check(paths))
        except StoreError as error:
            return error
        return None

    def _hold(self, error: StoreError) -> None:
        """Nothing is written into a damaged file: what would be saved there may be lost without a word."""
        context = self._session.open_context
        if context is not None:
            context.profile.hold(error)
            self._window.show_standing()

    def _say_not_saved(self) -> None:
        said = tr("Not saved: the file with your data is damaged.")
        self._window.notices.say(said, tr("Put a copy in its place…"), self.mend)

    def _look_at(self, paths: ProfilePaths, copy: Path) -> None:
        """Show what a copy would change, as of any other; of the sample nothing is lost."""
        context = self._session.open_context
        if context is None or context.profile.paths != paths:
            return
        if context.sample:
            self._anew(paths, partial(self._put_instead, paths, copy))
            return
        from legwork.qt.dialogs.restore import RestoreDialog

        RestoreDialog(context, copy, self._window).open()

    def on_confirmed(self, prepared: Prepared) -> None:
        """A copy was looked at and is wanted; not from inside the dialog that says so."""
        QTimer.singleShot(0, partial(self._put_in_place, prepared))

    def bring_up(self, work: BringingUp) -> None:
        """Have the file of an older version migrated before it is opened. Raises Cancelled when all is to end."""
        from legwork.qt.dialogs.waiting import wait_for

        title = tr("Bringing your data up to this version")
        told = tr("A copy of it is kept first, as it is. This happens once after an update.")
        wait_for(self._window, self._theme, title, told, lambda task: work(task.breathe))

    def tell(self, context: Context) -> None:
        """Say in the window what took the place of what could not be opened, if anything did."""
        done, self._restored = self._restored, None
        if done is None:
            return
        from legwork.qt.dialogs.put_back import tell_afresh, tell_restored

        restored, copy = done
        if copy is None:
            tell_afresh(restored, self._window.notices)
        else:
            tell_restored(restored, copy, context, self._window.notices)

    def _put_instead(self, paths: ProfilePaths, copy: Path | None) -> bool:
        """Put a copy, or None for an empty start, in the place of the closed database. False: it failed for good."""
        from legwork.qt.dialogs.put_back import hold

        def work(task: Task) -> Restored:
            if copy is None:
                return profiles.start_afresh(paths, task.breathe)
            return profiles.restore(paths, copy, task.breathe)

        try:
            self._restored = hold(self._window, self._theme, work), copy
            logger.info("started afresh" if copy is None else "restored a copy")
        except StoreError as error:
            logger.warning("cannot restore: %s", error)
            return self.ask(paths, error, opening=True)
        return True

    def _put_in_place(self, prepared: Prepared) -> None:
        from legwork.qt.dialogs.put_back import PutBack, hold

        put_back = PutBack(prepared)
        try:
            self._anew(prepared.paths, lambda: hold(self._window, self._theme, put_back.run))
        finally:
            prepared.discard()
        if self._session.open_context is not None:
            put_back.tell(self._session.open_context, self._window.notices)

    def _anew(self, paths: ProfilePaths, meanwhile: Callable[[], bool] = lambda: True) -> None:
        """Close the profile and open it again, so that every page reads afresh, through connections of its own.

        meanwhile: what is done while it is closed; False ends the program.
        """
        context = self._session.open_context
        if context is None or context.profile.paths != paths:
            return  # the window was closed, or turned to other data, meanwhile: the next opening will ask
        is_sample, shown = context.sample, self._window.current_page()
        if not dismiss_dialogs():
            dismiss_dialogs()  # one that held itself open to show what it refuses has shown it
        self._session.close()
        try:
            goes_on = meanwhile()
        except Cancelled:
            goes_on = False
        if not goes_on:
            self._session.quit_asked.emit()
        elif self._session.open(paths, sample=is_sample) and shown is not None:
            self._window.show_page(shown.name)
