"""The preview of a document: its pages as they will be, the size of paper, and the ways out.

Owns the dialog only. The pages are painted by `sheets`, the very ones that are printed, so they stay white in a dark
window. Works without any printer: a PDF can always be saved.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from legwork.errors import UserError
from legwork.i18n import ntr, tr
from legwork.qt.core.context import Context
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.output import print_on, printer_for, printers, write_pdf
from legwork.qt.printing.paper import Paper, PaperTheme
from legwork.qt.printing.sheets import Document, Sheet, lay_out
from legwork.qt.widgets.layout import button, column, label, row, scrolled, set_role

_KEPT_AS = "paper"


class PreviewDialog(QDialog):
    """Shows a document before it is printed or saved. Ctrl+P prints, Ctrl+S saves, Esc closes."""

    def __init__(self, context: Context, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._document = context, document
        theme = context.theme
        self.setObjectName("print_preview")
        self.setWindowTitle(tr("Print: {title}", title=document.title))
        self.setAccessibleName(self.windowTitle())
        self.pages = SheetsView(theme)
        self.paper = self._paper_box()
        self.said = label("", "small", wrap=True)
        self.said.setObjectName("print_said")
        self.count = label("", "secondary")
        self.count.setObjectName("print_pages")
        self.setLayout(self._lay_out(theme))
        for keys, run in (("Ctrl+P", self._on_print), ("Ctrl+S", self._on_save)):
            QShortcut(QKeySequence(keys), self, run)
        self.paper.currentIndexChanged.connect(self._on_paper)
        self._show_pages()
        self.print_button.setDefault(True)
        self.print_button.setFocus()
        room = parent.window().size() - QSize(theme.px(32), theme.px(32))
        self.resize(QSize(theme.px(760), theme.px(920)).boundedTo(room))

    @property
    def chosen(self) -> Paper:
        """The size of paper that is shown."""
        return Paper(self.paper.currentData())

    def _paper_box(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("print_paper")
        box.setAccessibleName(tr("Size of paper"))
        for paper in Paper:
            box.addItem(paper.label, paper.value)
        kept = Paper.named(self._context.view.text(_KEPT_AS))
        box.setCurrentIndex(box.findData(kept.value))
        return box

    def _lay_out(self, theme: ThemeManager) -> QVBoxLayout:
        self.print_button = button(tr("Print…"), "print_print", "primary")
        self.print_button.clicked.connect(self._on_print)
        self.save_button = button(tr("Save as PDF…"), "print_save")
        self.save_button.clicked.connect(self._on_save)
        self.close_button = button(tr("Close"), "print_close")
        self.close_button.clicked.connect(self.reject)
        self.area = scrolled(self.pages, "print_scroll", tr("Pages"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that arrows and Page Down turn the pages
        paper = label(tr("Paper"))
        paper.setBuddy(self.paper)
        above = row(paper, self.paper, theme.px(8), self.count, None, spacing=theme.px(8))
        below = row(self.said, self.close_button, self.save_button, self.print_button, spacing=theme.px(8))
        below.setStretch(0, 1)
        layout = column(above, self.area, below, spacing=theme.px(12))
        layout.setStretch(1, 1)
        side = theme.px(16)
        layout.setContentsMargins(side, side, side, side)
        return layout

    def _show_pages(self) -> None:
        sheets = lay_out(self._document, self.chosen.size)
        self.pages.show_sheets(sheets)
        self.count.setText(ntr("{count} page", "{count} pages", len(sheets)))

    def _on_paper(self) -> None:
        self._context.view.set_text(_KEPT_AS, self.chosen.value)
        self._show_pages()
        self._say("")

    def _on_print(self) -> None:
        """Ask how, and print; where there is no printer, say what can be done instead."""
        if not printers():
            self._say(tr("No printer is set up on this computer. Save a PDF, and print it elsewhere."), "caution")
            self.save_button.setFocus()
            return
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        printer = printer_for(self._document, self.chosen, len(self.pages.sheets))
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
        suggestion = f"{self._document.file_name}.pdf"
        name, _ = QFileDialog.getSaveFileName(self, tr("Save as PDF"), suggestion, tr("PDF (*.pdf)"))
        if not name:
            return
        try:
            file = write_pdf(Path(name), self._document, self.chosen)
        except UserError as error:
            self._say(str(error), "error")
            return
        self._say(tr("Written to {file}.", file=file))

    def _say(self, sentence: str, role: str = "small") -> None:
        self.said.setText(sentence)
        self.said.setAccessibleName(sentence)
        set_role(self.said, role)


class SheetsView(QWidget):
    """Sheets one below the other, each as wide as there is room. Paper is white in any theme."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("print_sheets")
        self._theme, self._paper_theme = theme, PaperTheme()
        self._gap = theme.px(12)
        self.sheets: tuple[Sheet, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_sheets(self, sheets: tuple[Sheet, ...]) -> None:
        """Show other pages."""
        self.sheets = sheets
        self.setAccessibleName("\n\n".join(sheet.words for sheet in sheets))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(sum(place.height() + self._gap for place in self._places(width)) + 1)

    def sizeHint(self) -> QSize:
        width = self._theme.px(640)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for sheet, place in zip(self.sheets, self._places(self.width()), strict=True):
            if not place.intersects(QRectF(event.rect())):
                continue
            painter.save()
            painter.translate(place.topLeft())
            scale = place.width() / sheet.size.width()
            painter.scale(scale, scale)
            sheet.paint(painter, self._paper_theme)
            painter.restore()
            painter.setPen(QPen(self._theme.colour("border"), 1))
            painter.drawRect(place)
        painter.end()

    def _places(self, width: int) -> list[QRectF]:
        places, top = [], 1.0
        for sheet in self.sheets:
            wide = max(1.0, width - 2.0 - self._theme.px(8))
            tall = wide * sheet.size.height() / sheet.size.width()
            places.append(QRectF(1.0, top, wide, tall))
            top += tall + self._gap
        return places
