"""Documents leave the program: as a PDF, whole or not at all, and to a printer.

Owns the devices only. What stands on a page, and where, is `sheets`' to say: both paint the same sheets.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from legwork import __version__
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.paper import UNITS_PER_INCH, Orientation, Paper, PaperTheme
from legwork.qt.printing.sheets import Document, Sheet, lay_out
from legwork.services.documents import write_whole

_DOTS_PER_INCH = 1200
_POINTS_PER_INCH = 72


def as_pdf(document: Document, paper: Paper, orientation: Orientation = Orientation.PORTRAIT) -> bytes:
    """The document as a PDF with its title, its person and its words as text."""
    theme = PaperTheme()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(_page_layout(paper, orientation))
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(document.title)
    writer.setAuthor(document.person)
    writer.setCreator(f"Legwork {__version__}")
    painter = QPainter(writer)
    _paint(painter, writer, lay_out(document, paper.lying(orientation), theme), _DOTS_PER_INCH, theme)
    painter.end()
    return bytes(buffer.data().data())


def write_pdf(file: Path, document: Document, paper: Paper, orientation: Orientation = Orientation.PORTRAIT) -> Path:
    """Write the PDF, complete or not at all, and give the file: its name ends in .pdf, whatever was typed.

    Raises UserError when it cannot be written, and when the ending that was added makes it a file that is there:
    nobody was asked whether that one may be replaced.
    """
    if file.suffix.lower() != ".pdf":
        file = file.with_name(f"{file.name}.pdf")
        if file.exists():
            raise UserError(tr("{name} is there already: choose it itself, or another name.", name=file.name))
    write_whole(file, as_pdf(document, paper, orientation))
    return file


def printers() -> list[str]:
    """Names of the printers that this computer knows."""
    return list(QPrinterInfo.availablePrinterNames())


def printer_for(
    document: Document, paper: Paper, pages: int, orientation: Orientation = Orientation.PORTRAIT
) -> QPrinter:
    """The usual printer, set up for a document of so many pages. What a print dialog changes of it is heeded."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(_page_layout(paper, orientation))
    printer.setDocName(document.title)
    printer.setCreator(f"Legwork {__version__}")
    printer.setFromTo(1, pages)
    return printer


def print_on(printer: QPrinter, document: Document) -> int:
    """Print on paper of the size that is set on the printer; gives how many pages. Raises UserError when it refuses."""
    theme = PaperTheme()
    printer.setFullPage(True)  # the margins are ours, and wider than what a printer cannot reach
    layout = printer.pageLayout()
    layout.setMode(QPageLayout.Mode.FullPageMode)
    size = layout.fullRect(QPageLayout.Unit.Point).size() * (UNITS_PER_INCH / _POINTS_PER_INCH)
    sheets = lay_out(document, QSizeF(size), theme)
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        sheets = sheets[max(0, printer.fromPage() - 1) : printer.toPage() or None]
    if not sheets:
        raise UserError(tr("There are no such pages: choose others, or print them all."))
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(_refused())
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    try:
        _paint(painter, printer, sheets * copies, printer.resolution(), theme)
    finally:
        painter.end()
    if printer.printerState() == QPrinter.PrinterState.Error:
        raise UserError(_refused())
    return len(sheets)


def _refused() -> str:
    return tr("The printer takes nothing just now: see whether it is on and has paper, or save a PDF.")


def _page_layout(paper: Paper, orientation: Orientation) -> QPageLayout:
    return QPageLayout(paper.page_size, orientation.on_page, QMarginsF(0, 0, 0, 0))


def _paint(
    painter: QPainter, device: QPagedPaintDevice, sheets: Sequence[Sheet], dots_per_inch: int, theme: ThemeManager
) -> None:
    """All sheets, one page each. Raises UserError when the device takes no further page."""
    scale = dots_per_inch / UNITS_PER_INCH
    for place, sheet in enumerate(sheets):
        if place and not device.newPage():
            raise UserError(_refused())
        painter.save()
        painter.scale(scale, scale)
        sheet.paint(painter, theme)
        painter.restore()
