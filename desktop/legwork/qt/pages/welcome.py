"""The first start: who is measured here, or a look around with a sample history."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legwork.errors import UserError
from legwork.i18n import mark, tr
from legwork.qt.core.context import Context
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.layout import Page, button, card, column, label, row, scrolled
from legwork.qt.widgets.person_form import PersonForm


class WelcomePage(Page):
    """Shown while the profile has nobody in it."""

    name = "welcome"
    title = mark("Welcome to Legwork")
    tables = ("person",)

    sample_asked = Signal()
    import_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        theme = context.theme
        self.heading.hide()
        self.form = PersonForm(theme)
        self.start = button(tr("Start measuring"), "welcome_start", "primary")
        self.start.clicked.connect(self._on_start)
        self.sample = button(tr("Look around with a sample history"), "welcome_sample", "link")
        self.sample.clicked.connect(self.sample_asked)
        self.bring = button(tr("Bring data from a file"), "welcome_import", "link")
        self.bring.clicked.connect(self.import_asked)
        self.restore = button(tr("Restore a copy"), "welcome_restore", "link")
        self.restore.clicked.connect(self._on_restore)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        form = card(
            label(tr("Who is measured?"), "section"),
            4,
            self.form,
            8,
            self.error,
            row(self.start, None),
            FlowLayout(self.sample, self.bring, self.restore, spacing=theme.px(8)),
            margin=theme.px(24),
        )
        form.setFixedWidth(theme.px(600))
        words = column(
            label(tr("Welcome to Legwork"), "title"),
            label(
                tr(
                    "Measure with a tape once a week. Legwork shows where each limb is going, "
                    "and what of it is just the tape. Everything stays on this computer."
                ),
                "secondary",
                wrap=True,
            ),
            form,
            None,
            spacing=16,
        )
        content = QWidget()
        content.setLayout(row(None, words, None))
        self.body.addWidget(scrolled(content, "welcome_area", tr("Welcome to Legwork")), 1)

    def refresh(self) -> None:
        """Nothing here follows the data."""
        self.form.name.setFocus()

    def _on_restore(self) -> None:
        self.context.navigate.emit("data/restore")

    def _on_start(self) -> None:
        edit = self.form.edit()
        if edit is None:
            return
        try:
            if self.context.runner.apply(edit) is not None:
                self.context.navigate.emit("measure")
        except UserError as error:
            self.error.setText(str(error))
            self.error.show()
