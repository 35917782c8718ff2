"""What the previews of an import share: how they stand, the tabs, and the patience with what is still being counted.

Owns no file and no decision: what would come in is said by the dialog that builds on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QLayout, QProgressBar, QWidget

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.last_resort import PlainTabs, scrolled_at_last
from legwork.qt.widgets.layout import button, column, label, row

_PATIENCE_MS = 150
"""Work that takes longer is shown."""


class ImportFrame(QDialog):
    """Accepted means: take it in."""

    def __init__(self, theme: ThemeManager, object_name: str, file_name: str, parent: QWidget) -> None:
        """file_name: of what is imported, as the title names it."""
        super().__init__(parent)
        self._accept_soon = False
        self.setObjectName(object_name)
        self.setWindowTitle(tr("Import {file}", file=file_name))
        self.setAccessibleName(self.windowTitle())
        self.amount, self.summary = label("", wrap=True), label("", wrap=True)
        self.amount.setObjectName("import_amount")
        self.summary.setObjectName("import_summary")
        self.refusal = label("", "error", wrap=True)
        self.refusal.setObjectName("import_refusal")
        self.refusal.hide()
        self.tabs = PlainTabs()
        self.tabs.setObjectName("import_tabs")
        self.tabs.setAccessibleName(self.windowTitle())
        self.progress = QProgressBar()
        self.progress.setObjectName("import_progress")
        self.progress.setAccessibleName(tr("Being counted…"))
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(theme.px(120))
        self.progress.hide()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.progress.show)
        self.accept_button = button(tr("Import"), "import_accept", "primary")
        self.accept_button.clicked.connect(self.accept)

    @property
    def busy(self) -> bool:
        """Whether something is still being worked out."""
        raise NotImplementedError

    def accept(self) -> None:
        """Take it in; where what was just decided is still being counted, as soon as it is."""
        self._accept_soon = self.busy
        if not self.busy:
            super().accept()

    def _stand(
        self, theme: ThemeManager, head: Sequence[QWidget], asks: QWidget, tabs: Sequence[QWidget],
        main: Sequence[QLayout | QWidget] = (),
    ) -> None:  # fmt: skip
        """Lay it out. head: lines above the questions. tabs: what is in them; `_name_tabs` gives them their names.
        main: what of them is as high as the view where all must be scrolled; empty: the tabs."""
        for one in tabs:
            self.tabs.addTab(one, "")
        cancel = button(tr("Cancel"), "import_cancel")
        cancel.clicked.connect(self.reject)
        whole = column(column(*head, spacing=theme.px(4)), asks, self.tabs, spacing=theme.px(12))
        whole.setStretch(2, 1)
        whole.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        content.setLayout(whole)  # scrolled where it must be: the buttons stay in sight
        layout = column(
            scrolled_at_last(content, "import_scroll", tr("What would come in"), main or (self.tabs,)),
            row(self.progress, None, cancel, self.accept_button, spacing=theme.px(8)),
            spacing=theme.px(12),
        )
        layout.setStretch(0, 1)
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        self.setLayout(layout)
        self.accept_button.setDefault(True)  # only now does the dialog know that it is its button

    def _name_tabs(self, titles: Sequence[tuple[str, bool]]) -> None:
        """Their names, and which of them are to be seen."""
        for place, (title, seen) in enumerate(titles):
            self.tabs.setTabText(place, title)
            self.tabs.setTabVisible(place, seen)

    def _show_busy(self, busy: bool) -> None:
        """Show that something is being worked out, if it takes long."""
        if busy:
            self._patience.start()
        else:
            self._patience.stop()
            self.progress.hide()
