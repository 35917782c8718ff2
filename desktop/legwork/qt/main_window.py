"""The window: rail, pages, menus, notices.

It is painted empty, before anything that takes time is even imported; `attach` furnishes it and brings it to life.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QMainWindow, QMenu, QStackedWidget, QStyle, QWidget

from legwork.i18n import tr
from legwork.log import logger
from legwork.qt.core.file_drops import FileDrops
from legwork.qt.core.theme import ThemeManager
from legwork.qt.core.view_state import ViewState
from legwork.qt.page_list import BELOW, FIRST, PAGES, make_page

if TYPE_CHECKING:
    from legwork.qt.core.context import Context
    from legwork.qt.core.notices import NoticeBar
    from legwork.qt.widgets.layout import Page
    from legwork.qt.widgets.rail import Rail

_FOR_NOBODY = ("data", "help")
"""The pages that make sense before there is a person: a copy can be brought back on a new computer."""


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
        theme.changed.connect(self._on_theme_changed)
        self.context: Context | None = None
        self._pages: dict[str, Page] = {}
        self._shown = ""
        self._quits = False
        self.stays_when_closed = False
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        self.setCentralWidget(self.stack)
        self._restore_size()

    def _restore_size(self) -> None:
        """As large as it was last; with its title never larger than the screen, for it may have been another one."""
        kept = self._view.blob("window")
        if kept.isEmpty() or not self.restoreGeometry(kept):
            self.resize(self._theme.px(1280), self._theme.px(800))
        title = QSize(0, self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight))
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
        from legwork.qt.widgets.layout import column, row

        self.banner = self._make_banner()
        whole = QWidget()
        whole.setLayout(row(self.rail, column(self.banner, self.stack, spacing=0), spacing=0))
        self.setCentralWidget(whole)
        return whole

    def attach(self, context: Context) -> None:
        """Show the data of `context`."""
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
        self.rail.person_chosen.connect(context.look_at)
        self.banner.setVisible(context.sample)
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
        if name not in self._pages:
            page = self._pages[name] = make_page(name, self.context)
            if name == "welcome":
                page.sample_asked.connect(self.sample_asked)  # type: ignore[attr-defined]
                page.import_asked.connect(self.import_asked)  # type: ignore[attr-defined]
            self.stack.addWidget(page)
        logger.info("page %s", name)
        again, self._shown = name == self._shown and self._pages[name].isVisible(), name
        self.stack.setCurrentWidget(self._pages[name])
        self.rail.show_page(name)
        if again:
            self._pages[name].focus_first()
        if name != "welcome":
            self._view.set_text("page", name)
        if wish:
            self._pages[name].open_for(wish)

    def current_page(self) -> Page | None:
        """The page that is shown."""
        return self._pages.get(self._shown)

    def is_in_front(self) -> bool:
        """Whether the person looks at it; some desktops call a minimised window active."""
        return self.isActiveWindow() and not self.isMinimized()

    def bring_forward(self) -> None:
        """Another start of the program was asked for: this window answers."""
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
        self._leave_page()
        self._view.set_blob("window", self.saveGeometry())
        self._view.sync()
        if self.stays_when_closed and not self._quits and not _logging_out():
            event.ignore()
            self._close_beside()
            self.hide()
            return
        self.closing.emit()
        super().closeEvent(event)

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
        """Close what stands beside the window and shows its data."""
        for one in self.findChildren(QDialog):
            if not one.isModal():
                one.close()

    def _drop_pages(self) -> None:
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages = {}

    def _on_theme_changed(self) -> None:
        """Another text size needs other lengths everywhere: the pages are built anew."""
        page = self.current_page()
        if self._theme.text_percent == self._text_percent or page is None:
            return
        self._text_percent = self._theme.text_percent
        name = page.name
        self._leave_page()
        self._drop_pages()
        self.show_page(name)

    def _leave_page(self) -> None:
        page = self.current_page()
        if page is not None:
            page.leave()

    def _make_banner(self) -> QFrame:
        from legwork.qt.widgets.layout import button, label, row

        frame = QFrame()
        frame.setProperty("role", "banner")
        frame.setObjectName("sample_banner")
        back = button(tr("Back to my own data"), "leave_sample")
        back.clicked.connect(self.own_data_asked)
        text = label(tr("Sample history: an invented person. Try anything, nothing here is yours."), wrap=True)
        layout = row(text, back)
        layout.setStretch(0, 1)
        margin = self._theme.px(8)
        layout.setContentsMargins(self._theme.px(24), margin, self._theme.px(24), margin)
        frame.setLayout(layout)
        frame.hide()
        return frame

    def _build_menus(self, context: Context) -> None:
        bar = self.menuBar()
        bar.clear()
        file = bar.addMenu(tr("&File"))
        self._add(file, tr("&Import…"), "Ctrl+I", self.import_asked.emit, "import")
        self._add(file, tr("&Export…"), "Ctrl+E", self.export_asked.emit, "export")
        self._add(file, tr("&Your data and its copies"), "", partial(self.show_page, "data"), "data")
        file.addSeparator()
        if context.sample:
            self._add(file, tr("Back to my own data"), "", self.own_data_asked.emit, "own_data")
        else:
            self._add(file, tr("Look around with a sample history"), "", self.sample_asked.emit, "sample")
        file.addSeparator()
        self._add(file, tr("&Quit"), "Ctrl+Q", self.quit, "quit")
        edit = bar.addMenu(tr("&Edit"))
        for action, keys in (
            (context.runner.stack.createUndoAction(self, tr("Undo")), [QKeySequence("Ctrl+Z")]),
            (
                context.runner.stack.createRedoAction(self, tr("Redo")),
                [QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")],
            ),
        ):
            action.setShortcuts(keys)
            edit.addAction(action)
        view = bar.addMenu(tr("&View"))
        for one in PAGES:
            action = self._add(view, tr(one.title), one.keys, self._on_page_action, f"page_{one.name}")
            action.setData(one.name)
        view.addSeparator()
        self._add(view, tr("Fold the rail"), "Ctrl+B", self._on_fold, "fold_rail")
        help_menu = bar.addMenu(tr("&Help"))
        self._add(help_menu, tr("Help"), "F1", self._on_help, "help")
        help_menu.addSeparator()
        self._add(help_menu, tr("&Log…"), "", self.log_asked.emit, "log")
        self._add(help_menu, tr("&About Legwork"), "", self._on_about, "about")

    def _add(self, menu: QMenu, text: str, key: str, run: Callable[[], object], name: str) -> QAction:
        action = QAction(text, menu)
        action.setObjectName(f"action_{name}")
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(run)
        menu.addAction(action)
        return action

    def _on_page_action(self) -> None:
        sender = self.sender()
        assert isinstance(sender, QAction)
        self.show_page(sender.data())

    def _on_help(self) -> None:
        """Help on the page that is shown, where there is any."""
        topic = next((one.help for one in PAGES if one.name == self._shown), "")
        self.show_page(f"help/{topic}")

    def _on_fold(self) -> None:
        folded = self._view.text("rail_folded") != "yes"
        self._view.set_text("rail_folded", "yes" if folded else "no")
        self.rail.fold(folded)

    def _on_about(self) -> None:
        from legwork.qt.dialogs.about import AboutDialog

        if self.context is None:
            return
        shown = self.findChild(AboutDialog) or AboutDialog(self.context, self)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def _on_people_changed(self) -> None:
        if self.context is None:
            return
        person = self.context.person
        self.rail.show_people(self.context.people, person)
        for one in self.rail.buttons.values():
            one.setEnabled(person is not None or one.objectName().removeprefix("rail_") in _FOR_NOBODY)
        self.setWindowTitle(f"{person.name} · Legwork" if person is not None else "Legwork")
        shown = self.current_page()
        if (person is None) != (shown is not None and shown.name == "welcome") and shown is not None:
            self.show_page(FIRST)

    def _on_stack_moved(self) -> None:
        self.notices.withdraw_offer()

    def _on_applied(self, what: str) -> None:
        if self.context is not None:
            self.notices.say(tr("Done: {what}.", what=what), tr("Undo"), self.context.runner.stack.undo)


def _logging_out() -> bool:
    """Whether the desktop closes the window, because its session ends."""
    app = QApplication.instance()
    return isinstance(app, QApplication) and app.isSavingSession()


def dismiss_dialogs() -> bool:
    """Cancel every dialog that is open, because the data under it is about to be closed.

    False when one holds itself open, to show what was typed into it and refused.
    """
    shown = QApplication.activeModalWidget()
    while shown is not None:
        if isinstance(shown, QDialog):
            shown.reject()
        else:
            shown.close()
        if shown.isVisible():
            return False
        shown = QApplication.activeModalWidget()
    return True
