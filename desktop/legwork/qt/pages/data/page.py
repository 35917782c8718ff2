"""All about the person's data as a whole: its copies, the ways out and in, where it lies, and that it stays there.

Owns the page's frame and the two small cards. Nothing here changes a number; each button says what it leads to.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from legwork.i18n import mark, tr
from legwork.qt.core.context import Context
from legwork.qt.core.opening import show_folder
from legwork.qt.pages.data.copies import CopiesCard
from legwork.qt.pages.data.elsewhere import ElsewhereCard
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.layout import Page, button, card, column, label, row, scrolled
from legwork.qt.widgets.side_by_side import SideBySide

_SIDE_BY_SIDE = 720
"""From this width on the cards stand in two columns."""


class DataPage(Page):
    """Copies on the left, all else on the right."""

    name = "data"
    title = mark("Your data")
    tables = ("setting",)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        gap = context.theme.px(16)
        self.copies = CopiesCard(context)
        self.elsewhere = ElsewhereCard(context)
        left, right = QWidget(), QWidget()
        left.setLayout(column(self.copies, None, spacing=gap))
        right.setLayout(column(self.elsewhere, self._in_and_out(), self._where(), None, spacing=gap))
        content = QWidget()
        wide = context.theme.px(_SIDE_BY_SIDE)
        content.setLayout(SideBySide(left, right, wide=wide, spacing=gap, gap=gap, shares=(11, 9)))
        content.setMaximumWidth(context.theme.px(1280))
        self._area = scrolled(content, "data_area", tr("Your data"))
        self._area.viewport().installEventFilter(self)
        self.body.addWidget(self._area, 1)

    @property
    def busy(self) -> bool:
        """Whether something on it is still being worked out."""
        return self.copies.busy or self.elsewhere.busy

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area.viewport() and event.type() == QEvent.Type.Resize:
            self.copies.give_room(self._area.viewport().height())
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        was_stale = self._stale
        super().showEvent(event)
        if not was_stale:
            self.copies.refresh()  # copies are made, and may be removed, without any edit

    def open_for(self, wish: str) -> None:
        if wish == "restore":
            self.copies.ask_which()
        elif wish == "elsewhere":
            self._area.ensureWidgetVisible(self.elsewhere)
            self.elsewhere.take.setFocus()

    def refresh(self) -> None:
        self.copies.refresh()
        self.elsewhere.refresh()

    def refresh_changes(self, _changes: object) -> None:
        self.elsewhere.refresh()

    def _in_and_out(self) -> QFrame:
        take_out = button(tr("Export…"), "data_export")
        take_out.clicked.connect(self.context.export_asked)
        bring_in = button(tr("Import…"), "data_import")
        bring_in.clicked.connect(self.context.import_asked)
        more = button(tr("What can be read"), "data_formats", "link")
        more.clicked.connect(self._on_formats)
        ways = QWidget()
        ways.setLayout(FlowLayout(take_out, bring_in, more, spacing=8))
        return card(
            label(tr("Out and in"), "section"),
            label(
                tr(
                    "Export writes files for people, spreadsheets and other programs. Import reads the exports of "
                    "other programs, and any table, and shows first what would become of it."
                ),
                "secondary",
                wrap=True,
            ),
            ways,
        )

    def _where(self) -> QFrame:
        folder = label(str(self.context.profile.paths.root), "small", wrap=True)
        folder.setObjectName("data_folder")
        folder.setToolTip(folder.text())
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        show = button(tr("Show the folder"), "data_show_folder")
        show.clicked.connect(self._on_show_folder)
        self._unshown = label(
            tr("No program here answers that shows folders: its name stands above."), "error", wrap=True
        )
        self._unshown.setObjectName("data_folder_unshown")
        self._unshown.hide()
        return card(
            label(tr("Where it is"), "section"),
            label(
                tr(
                    "In one folder on this computer that other users of it cannot open. Legwork never connects to a "
                    "network: nothing leaves this computer unless you take it out yourself."
                ),
                "secondary",
                wrap=True,
            ),
            folder,
            row(show, None),
            self._unshown,
        )

    def _on_show_folder(self) -> None:
        self._unshown.setVisible(not show_folder(self.context.profile.paths.root))

    def _on_formats(self) -> None:
        self.context.navigate.emit("help/data")
