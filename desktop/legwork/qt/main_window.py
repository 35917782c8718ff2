"""The window: rail, pages, menus, notices.

It is painted empty, before anything that takes time is even imported; `attach` furnishes it and brings it to life.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from legwork.i18n import tr
from legwork.log import logger
from legwork.qt.core.closing import dismiss_dialogs, logging_out
from legwork.qt.core.file_drops import FileDrops
from legwork.qt.core.theme import ThemeManager
from legwork.qt.core.view_state import ViewState
from legwork.qt.page_list import BELOW, FIRST, PAGES, make_page
from legwork.qt.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from legwork.qt.core.context import Context
    from legwork.qt.core.notices import NoticeBar
    from legwork.qt.over import Over
    from legwork.qt.widgets.layout import Page
    from legwork.qt.widgets.rail import Rail

_FOR_NOBODY = ("data", "help")
"""The pages that make sense before there is a person: a copy can be brought back on a new computer."""

_TITLE_PX = 32
"""What desktops put above a window, about. Asking Qt's style loads all of it: 12 ms before the first paint."""


class MainWindow(QMainWindow):
    """One window for each program start."""

    first_painted = Signal()
    sample_asked = Signal()
    own_data_asked = Signal()
    export_asked = Signal()
    import_asked = Signal()
    files_dropped = Signal(object)
    """Paths of all files that were let go over it at once; a tuple."""
    log_asked = Signal()
    mending_asked = Signal()
    """A copy shall be put in the place of the data, which is damaged."""
    closing = Signal()
    came_forward = Signal()
    """The person turned to it."""

    def __init__(self, theme: ThemeManager, view: ViewState) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("Legwork")
        self._drops = FileDrops(self)
        self._drops.dropped.connect(self.files_dropped)
        self._theme, self._view = theme, view
        self._painted = False
        self._text_percent = theme.text_percent
        theme.resizing.connect(self._on_resizing)
        theme.changed.connect(self._on_theme_changed)
        self.context: Context | None = None
        self._pages: dict[str, Page] = {}
        self._shown = ""
        self._quits = False
        self._over: Over | None = None
        self.stays_when_closed = False
        self.stack = PageStack()
        self.stack.setObjectName("pages")
        self.setCentralWidget(self.stack)
        self._restore_size()

    def _restore_size(self) -> None:
        """As large as it was last; with its title never larger than the screen, for it may have been another one."""
        kept = self._view.blob("window")
        if kept.isEmpty() or not self.restoreGeometry(kept):
            self.resize(self._theme.px(1280), self._theme.px(800))
        title = QSize(0, self._theme.px(_TITLE_PX))
        if not self.isMaximized() and not self.isFullScreen():
            self.resize(self.size().boundedTo(self.screen().availableSize() - title))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    @cached_property
    def rail(self) -> Rail:
        """The pages by name, on the left."""
        from legwork.qt.widgets.rail import Rail

        assert self.context is not None
        pages = [(one.name, tr(one.title), one.icon) for one in PAGES]
        rail = Rail(self._theme, self.context.icons, pages, BELOW)
        rail.page_chosen.connect(self.show_page)
        rail.fold(self._view.text("rail_folded") == "yes")
        return rail

    @cached_property
    def notices(self) -> NoticeBar:
        """The quiet bar at the bottom; made when the first data is shown."""
        from legwork.qt.core.notices import NoticeBar

        return NoticeBar(self._furnished, self._theme)

    @cached_property
    def _furnished(self) -> QWidget:
        from legwork.qt.widgets.banner import standing
        from legwork.qt.widgets.layout import column, row

        self.banners = standing(self._theme, self.own_data_asked.emit, self.mending_asked.emit)
        whole = QWidget()
        whole.setLayout(row(self.rail, column(*self.banners, self.stack, spacing=0), spacing=0))
        self.setCentralWidget(whole)
        return whole

    def attach(self, context: Context) -> None:
        """Show the data of `context`."""
        from legwork.qt.over import Over

        self.context = context
        assert self._furnished
        context.navigate.connect(self.show_page)
        context.person_leaving.connect(self._leave_page)
        context.people_changed.connect(self._on_people_changed)
        context.person_changed.connect(self._on_people_changed)
        context.runner.applied.connect(self._on_applied)
        # A notice offers to undo the edit it names; after another edit that would be the wrong one.
        context.runner.stack.indexChanged.connect(self._on_stack_moved)
        context.runner.undo_failed.connect(self.notices.say)
        context.worker.started.connect(self.notices.follow)
        context.worker.lasts.connect(self.notices.follow_lasting)
        self.rail.person_chosen.connect(context.look_at)
        self.show_standing()
        self._over = Over(self, context)
        self._build_menus(context)
        self._on_people_changed()
        self.show_page("welcome" if context.person is None else self._view.text("page", FIRST))

    def detach(self) -> None:
        """Let go of the data: commit what is typed, close the pages."""
        context, self.context = self.context, None
        if context is None:
            return
        self._leave_page()
        self._close_beside()
        self._over = None
        self.notices.withdraw_offer()
        self.rail.person_chosen.disconnect(context.look_at)
        self._drop_pages()

    def show_page(self, name: str) -> None:
        """Turn to a page; it is built on the first visit. After a slash: what is wanted of it, as `Page.open_for`."""
        if self.context is None:
            return
        name, _, wish = name.partition("/")
        if self.context.person is None:
            name = name if name in _FOR_NOBODY else "welcome"
        elif name not in (one.name for one in PAGES):
            name = FIRST
        self._leave_page()
        page = self.built(name)
        logger.info("page %s", name)
        again, self._shown = name == self._shown and page.isVisible(), name
        self.stack.setCurrentWidget(page)
        self.rail.show_page(FIRST if name == "welcome" else name)
        if again:
            page.focus_first()
        else:
            page.take_keyboard()
        if name != "welcome":
            self._view.set_text("page", name)
        if wish:
            from legwork.qt.widgets.reaching import open_at

            open_at(page, wish)

    def built(self, name: str) -> Page:
        """A page, which nobody needs to see yet."""
        assert self.context is not None
        if name not in self._pages:
            page = self._pages[name] = make_page(name, self.context)
            if name == "welcome":
                page.sample_asked.connect(self.sample_asked)  # type: ignore[attr-defined]
                page.import_asked.connect(self.import_asked)  # type: ignore[attr-defined]
            self.stack.addWidget(page)
        return self._pages[name]

    def current_page(self) -> Page | None:
        """The page that is shown."""
        return self._pages.get(self._shown)

    def is_in_front(self) -> bool:
        """Whether the person looks at it; some desktops call a minimised window active."""
        return self.isActiveWindow() and not self.isMinimized()

    def bring_forward(self) -> None:
        """Another start of the program was asked for: this window answers."""
        from PySide6.QtCore import Qt  # its enumerations cost 30 ms, and nothing before the first paint needs them

        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)  # maximised if it was before
        self.show()
        self.raise_()
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if (
            event.type() == QEvent.Type.ActivationChange
            and self.isActiveWindow()
            and self.context is not None
            and self.context.profile.changed_elsewhere()
        ):
            self.context.runner.reload_everything()
        if event.type() in (QEvent.Type.ActivationChange, QEvent.Type.WindowStateChange) and self.is_in_front():
            self.came_forward.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not dismiss_dialogs():
            event.ignore()
            return
        stays = self.stays_when_closed and not self._quits and not logging_out()
        if not self._leave_or_stay(stays):
            event.ignore()
            return
        self._view.set_blob("window", self.saveGeometry())
        self._view.sync()
        if stays:
            event.ignore()
            self._close_beside()
            self.hide()
            return
        self.closing.emit()
        super().closeEvent(event)

    def _leave_or_stay(self, stays: bool) -> bool:
        """Take over what is typed. False when that could not be saved, and the person wants to stay with it.

        stays: the window is only put away, and keeps what stands in it.
        """
        if self.context is None:
            return True
        runner = self.context.runner
        before = runner.given_up
        self._leave_page()
        if runner.given_up == before or stays or logging_out():
            return True
        from legwork.qt.dialogs.store_fault import quits_anyway

        if not quits_anyway(self, self._theme):
            return False
        runner.let_go()
        return True

    def quit(self) -> None:
        """End the program, even where closing the window would only put it away."""
        self._quits = True
        self.close()
        self._quits = False
        if not self.isVisible():
            QApplication.quit()  # a window that was hidden before ends nothing by closing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drops.watch(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drops.take(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drops.take(event)

    def _close_beside(self) -> None:
        if self._over is not None:
            self._over.close()

    def _drop_pages(self, kept: Page | None = None) -> None:
        for page in self._pages.values():
            if page is not kept:
                self.stack.removeWidget(page)
                page.hide()
                page.deleteLater()
        self._pages = {} if kept is None else {kept.name: kept}

    def _on_resizing(self) -> None:
        """Pages that nobody sees go before a new style reaches them: it takes them longer than to be built anew."""
        hidden = [page for page in self._pages.values() if page is not self.current_page()]
        self._drop_pages(self.current_page())
        for page in hidden:
            QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)

    def _on_theme_changed(self) -> None:
        """Another text size needs other lengths everywhere: the pages are built anew."""
        if self._theme.text_percent == self._text_percent or self.current_page() is None:
            return
        self._text_percent = self._theme.text_percent
        self._build_pages_anew()

    def _build_pages_anew(self) -> None:
        """The keyboard stays at the part of the page that it is at."""
        self._leave_page()
        page, focused = self.current_page(), self.focusWidget()
        name = focused.objectName() if page is not None and page.isAncestorOf(focused) else ""
        self._drop_pages()
        self.show_page(self._shown)
        new = self.current_page()
        part = new.findChild(QWidget, name) if new is not None and name else focused
        if part is not None:
            part.setFocus()

    def speak_anew(self) -> None:
        """Another language is spoken: all that is shown is built anew, and what stands beside the window closes."""
        if self.context is None or self.current_page() is None:
            return
        self._close_beside()
        self.setLocale(QLocale())  # which all that stands in it takes over: the names of days and months
        self.context.runner.say_anew()
        self.rail.name_pages({one.name: tr(one.title) for one in PAGES})
        from legwork.qt.widgets.banner import standing

        shown, self.banners = self.banners, standing(self._theme, self.own_data_asked.emit, self.mending_asked.emit)
        for old, new in zip(shown, self.banners, strict=True):
            if (layout := self._furnished.layout()) is not None:
                layout.replaceWidget(old, new)
            old.hide()
            old.deleteLater()
        self.show_standing()
        self._build_menus(self.context)
        self._on_people_changed()
        self._build_pages_anew()

    def _leave_page(self) -> None:
        page = self.current_page()
        if page is not None:
            page.leave()

    def show_standing(self) -> None:
        """Show the banners of what holds for the open data: that it is the sample, that it is damaged."""
        if self.context is not None:
            for one, holds in zip(self.banners, (self.context.sample, self.context.profile.held), strict=True):
                one.setVisible(holds)

    def _build_menus(self, context: Context) -> None:
        from legwork.qt.widgets import window_menus

        pages = [(one.name, tr(one.title), one.keys) for one in PAGES]
        over = self._over
        assert over is not None
        runs = window_menus.Runs(
            self.import_asked.emit, self.export_asked.emit, over.review, over.report, self.own_data_asked.emit,
            self.sample_asked.emit, self.quit, self.show_page, self._on_search, self._on_keys, self._on_fold,
            self._on_help, self.log_asked.emit, over.about,
        )  # fmt: skip
        window_menus.build(self.menuBar(), self, context.runner.stack, pages, runs, sample=context.sample)

    def _on_help(self) -> None:
        """Help on the page that is shown, where there is any."""
        topic = next((one.help for one in PAGES if one.name == self._shown), "")
        self.show_page(f"help/{topic}")

    def _on_fold(self) -> None:
        folded = self._view.text("rail_folded") != "yes"
        self._view.set_text("rail_folded", "yes" if folded else "no")
        self.rail.fold(folded)

    def _on_search(self) -> None:
        if self._over is not None:
            self._over.search(self._shown, self.show_page)

    def _on_keys(self) -> None:
        if self._over is not None and self.context is not None:
            known = [one.name for one in PAGES if self.context.person is not None or one.name in _FOR_NOBODY]
            self._over.keys([self._shown, *(one for one in known if one != self._shown)], self.built)

    def _on_people_changed(self) -> None:
        if self.context is None:
            return
        person = self.context.person
        if self._over is not None:
            self._over.enable(somebody=person is not None)
        self.rail.show_people(self.context.people, person)
        for one in self.rail.buttons.values():
            one.setEnabled(person is not None or one.objectName().removeprefix("rail_") in (FIRST, *_FOR_NOBODY))
        self.setWindowTitle(f"{person.name} · Legwork" if person is not None else "Legwork")
        shown = self.current_page()
        if (person is None) != (shown is not None and shown.name == "welcome") and shown is not None:
            self.show_page(FIRST)

    def _on_stack_moved(self) -> None:
        self.notices.withdraw_offer()

    def _on_applied(self, sentence: str) -> None:
        if self.context is not None:
            self.notices.say(sentence, tr("Undo"), self.context.runner.stack.undo)
