"""The preview of a document: its pages as they will be, what is printed on which paper, and the ways out.

Owns the dialog only. The pages are painted by `sheets`, the very ones that are printed, so they stay white in a dark
window. Works without any printer: a PDF can always be saved.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from legwork.errors import UserError
from legwork.i18n import ntr, tr
from legwork.qt.core import dialog_keys
from legwork.qt.core.announcing import say
from legwork.qt.core.context import Context
from legwork.qt.core.file_places import Place, save_file
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.choosers import PaperChooser, WhatChooser
from legwork.qt.printing.output import print_on, printer_for, printers, write_pdf
from legwork.qt.printing.paper import Orientation, Paper, PaperTheme
from legwork.qt.printing.sheets import Document, lay_out
from legwork.qt.printing.sheets_view import SheetsView
from legwork.qt.printing.variants import Variant, only
from legwork.qt.widgets.layout import button, column, label, row, scrolled, set_role
from legwork.qt.widgets.window_room import open_inside
from legwork.services.file_words import file_word


class PreviewDialog(QDialog):
    """Shows a document before it is printed or saved. Ctrl+P prints, Ctrl+S saves, Esc closes.

    what: a document, or several kinds to choose from, of which the one that was printed last is shown first.
    """

    def __init__(self, context: Context, what: Document | Sequence[Variant], parent: QWidget) -> None:
        super().__init__(parent)
        theme = context.theme
        variants = only(what) if isinstance(what, Document) else tuple(what)
        self._view, self._several = context.view, len(context.people) > 1
        self.what = WhatChooser(variants, context.view)
        self.paper_row = PaperChooser(context.view, self.what.variant)
        self._paper_theme = PaperTheme()
        self.setObjectName("print_preview")
        self.pages = SheetsView(theme)
        self.paper, self.orientation = self.paper_row.paper, self.paper_row.orientation
        self.said = label("", "small", wrap=True)
        self.said.setObjectName("print_said")
        self.count = label("", "secondary")
        self.count.setObjectName("print_pages")
        self.setLayout(self._lay_out(theme))
        dialog_keys.PRINT.offer(self, self._on_print)
        dialog_keys.SAVE_PDF.offer(self, self._on_save)
        self.what.changed.connect(self._on_what)
        self.paper_row.changed.connect(self._on_paper)
        self._show_document()
        self.print_button.setDefault(True)
        self.print_button.setFocus()
        open_inside(self, parent, theme, 760, 920)

    @property
    def chosen(self) -> Paper:
        """The size of paper that is shown."""
        return self.paper_row.chosen

    @property
    def way(self) -> Orientation:
        """How the paper that is shown lies."""
        return self.paper_row.way

    def _lay_out(self, theme: ThemeManager) -> QVBoxLayout:
        self.print_button = button(tr("Print…"), "print_print", "primary")
        self.print_button.clicked.connect(self._on_print)
        self.save_button = button(tr("Save as PDF…"), "print_save")
        self.save_button.clicked.connect(self._on_save)
        self.close_button = button(tr("Close"), "print_close")
        self.close_button.clicked.connect(self.reject)
        self.area = scrolled(self.pages, "print_scroll", tr("Pages"), by_keys=True)
        above = row(self.paper_row, theme.px(8), self.count, None, spacing=theme.px(8))
        below = row(self.said, self.close_button, self.save_button, self.print_button, spacing=theme.px(8))
        below.setStretch(0, 1)
        layout = column(self.what, above, self.area, below, spacing=theme.px(12))
        layout.setStretch(2, 1)
        side = theme.px(16)
        layout.setContentsMargins(side, side, side, side)
        return layout

    def _show_document(self) -> None:
        """Make what was chosen, and show it."""
        self._document = self.what.document()
        self.setWindowTitle(tr("Print: {title}", title=self._document.title))
        self.setAccessibleName(self.windowTitle())
        self._show_pages()

    def _show_pages(self) -> None:
        sheets = lay_out(self._document, self.chosen.lying(self.way), self._paper_theme)
        self.pages.show_sheets(sheets)
        self.count.setText(ntr("{count} page", "{count} pages", len(sheets)))
        self._say("")

    def _on_what(self) -> None:
        self.paper_row.show_variant(self.what.variant)
        self._show_document()
        self.area.verticalScrollBar().setValue(0)

    def _on_paper(self) -> None:
        self._show_pages()

    def _on_print(self) -> None:
        """Ask how, and print; where there is no printer, say what can be done instead."""
        if not printers():
            self._say(tr("No printer is set up on this computer. Save a PDF, and print it elsewhere."), "caution")
            self.save_button.setFocus()
            return
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        printer = printer_for(self._document, self.chosen, len(self.pages.sheets), self.way)
        asked = QPrintDialog(printer, self)
        asked.setObjectName("print_dialog")
        asked.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)  # "Save as PDF" does it safely
        asked.setMinMax(1, len(self.pages.sheets))
        wanted = asked.exec()
        asked.deleteLater()
        if not wanted:
            return
        try:
            pages = print_on(printer, self._document)
        except UserError as error:
            self._say(str(error), "error")
            return
        self._say(ntr("{count} page sent to the printer.", "{count} pages sent to the printer.", pages))

    def _on_save(self) -> None:
        """Ask for a file, and write a PDF."""
        whose = file_word(self._document.person) if self._several else ""
        suggestion = f"{'-'.join(part for part in (self._document.file_name, whose) if part)}.pdf"
        wanted = save_file(self, self._view, Place.PAPER, tr("Save as PDF"), suggestion, (tr("PDF (*.pdf)"),))
        if wanted is None:
            return
        try:
            file = write_pdf(wanted, self._document, self.chosen, self.way)
        except UserError as error:
            self._say(str(error), "error")
            return
        self._say(tr("Written to {file}.", file=file))

    def _say(self, sentence: str, role: str = "small") -> None:
        say(self.said, sentence)
        self.said.setAccessibleName(sentence)
        set_role(self.said, role)
