"""The preview in a person's hands: look at pages, choose paper, save a PDF or print, all by keys too."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from legwork.qt.printing.blocks import Paragraph
from legwork.qt.printing.paper import Orientation
from legwork.qt.printing.preview import PreviewDialog
from legwork.qt.printing.sheets import Document
from legwork.qt.printing.variants import Span, Variant
from program_driver import Desk, answering

DOCUMENT = Document(
    "Balance", "Alex", "23 Nov 2026", tuple(Paragraph("Legs first. " * 120) for _ in range(6)), "legwork-balance"
)


class Preview:
    """The open dialog, as a person sees it."""

    def __init__(self, desk: Desk, dialog: QDialog) -> None:
        assert isinstance(dialog, PreviewDialog)
        self.desk, self.dialog = desk, dialog
        dialog.activateWindow()  # a desktop does this by itself
        desk.qtbot.waitUntil(dialog.isActiveWindow)
        desk.settle()

    @property
    def said(self) -> str:
        return self.dialog.said.text()

    @property
    def focused(self) -> str:
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""


def use(desk: Desk, run: Callable[[Preview], object], what: Document | Sequence[Variant] = DOCUMENT) -> None:
    """Open the preview, do something in it, and close it."""

    def answer(dialog: QDialog) -> None:
        run(Preview(desk, dialog))
        if dialog.isVisible():
            dialog.close()

    dialog = PreviewDialog(desk.context, what, desk.window)
    with answering("print_preview", answer):
        dialog.exec()
    dialog.deleteLater()


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | str], list[str]]:
    """Lets the file dialog answer with a file; gives the names that it suggested."""

    def choose(file: Path | str) -> list[str]:
        suggested: list[str] = []

        def answer(_parent: object, _title: str, suggestion: str = "", kinds: str = "", *_: object) -> tuple[str, str]:
            suggested.append(Path(suggestion).name)
            return str(file), kinds

        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
        return suggested

    return choose


@pytest.fixture
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without any printer."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)


@pytest.fixture
def a_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A computer with a printer, whose paper comes out as a file, and a person who presses Print in its dialog."""
    paper = tmp_path / "printed.pdf"

    def answer(dialog: QPrintDialog) -> int:
        assert (dialog.minPage(), dialog.maxPage()) == (1, 2)
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(paper))
        return 1

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(QPrintDialog, "exec", answer)
    return paper


def test_the_pages_are_shown_white_in_a_dark_window_too(desk: Desk) -> None:
    desk.context.theme.apply("dark", 100)

    def look(preview: Preview) -> None:
        assert preview.dialog.count.text() == "2 pages"
        image = preview.dialog.pages.grab().toImage()
        assert image.pixelColor(10, 10) == QColor("white")
        shades = {image.pixelColor(x, y).lightness() for x in range(60, 400) for y in range(60, 200)}
        assert min(shades) < 120 and max(shades) == 255

    use(desk, look)
    desk.context.theme.apply("light", 100)


def test_esc_closes_it(desk: Desk) -> None:
    def run(preview: Preview) -> None:
        desk.press(Qt.Key.Key_Escape)
        assert not preview.dialog.isVisible()

    use(desk, run)


def test_a_pdf_is_saved_by_keys(desk: Desk, chosen: Callable, tmp_path: Path) -> None:
    suggested = chosen(tmp_path / "legs.pdf")

    def run(preview: Preview) -> None:
        desk.ctrl(Qt.Key.Key_S)
        assert preview.said == f"Written to {tmp_path / 'legs.pdf'}."
        assert preview.dialog.isVisible()

    use(desk, run)
    assert suggested == ["legwork-balance.pdf"]
    data = (tmp_path / "legs.pdf").read_bytes()
    assert data.startswith(b"%PDF-") and len(re.findall(rb"/Type /Page\b", data)) == 2


def test_who_changes_their_mind_gets_no_file(desk: Desk, chosen: Callable, tmp_path: Path) -> None:
    chosen("")

    def run(preview: Preview) -> None:
        desk.click(preview.dialog.save_button)
        assert preview.said == ""

    use(desk, run)


def test_a_folder_that_refuses_is_said_and_leaves_no_half_file(desk: Desk, chosen: Callable, tmp_path: Path) -> None:
    chosen(tmp_path / "missing" / "legs.pdf")

    def run(preview: Preview) -> None:
        desk.click(preview.dialog.save_button)
        assert preview.said.startswith("legs.pdf was not written")
        assert preview.dialog.said.property("role") == "error"

    use(desk, run)
    assert not (tmp_path / "missing").exists()


def test_the_size_of_paper_changes_the_pages_and_is_remembered(desk: Desk, chosen: Callable, tmp_path: Path) -> None:
    chosen(tmp_path / "legs.pdf")
    desk.context.view.set_text("paper", "a4")

    def choose(preview: Preview) -> None:
        sheet = preview.dialog.pages.sheets[0]
        preview.dialog.paper.setFocus()
        desk.press(Qt.Key.Key_Down)
        assert preview.dialog.paper.currentText() == "Letter"
        assert preview.dialog.pages.sheets[0].size.width() > sheet.size.width()
        desk.ctrl(Qt.Key.Key_S)

    use(desk, choose)
    assert b"/MediaBox [0 0 612" in (tmp_path / "legs.pdf").read_bytes()

    def look(preview: Preview) -> None:
        assert preview.dialog.paper.currentText() == "Letter"

    use(desk, look)


def test_without_a_printer_it_says_so_and_offers_the_pdf(desk: Desk, no_printer: None) -> None:
    def run(preview: Preview) -> None:
        desk.ctrl(Qt.Key.Key_P)
        assert preview.said.startswith("No printer is set up on this computer")
        assert preview.focused == "print_save"

    use(desk, run)


def test_it_prints_by_keys(desk: Desk, a_printer: Path) -> None:
    def run(preview: Preview) -> None:
        desk.ctrl(Qt.Key.Key_P)
        assert preview.said == "2 pages sent to the printer."

    use(desk, run)
    assert len(re.findall(rb"/Type /Page\b", a_printer.read_bytes())) == 2


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_enter_prints_and_a_refusing_printer_is_said(desk: Desk, a_printer: Path) -> None:
    a_printer.mkdir()  # nothing can be written there

    def run(preview: Preview) -> None:
        assert preview.focused == "print_print"
        desk.press(Qt.Key.Key_Return)
        assert preview.said.startswith("The printer takes nothing just now")

    use(desk, run)


def test_everything_has_a_name(desk: Desk) -> None:
    def look(preview: Preview) -> None:
        dialog = preview.dialog
        for widget in (dialog.paper, dialog.print_button, dialog.save_button, dialog.close_button, dialog.area):
            assert widget.objectName() and widget.accessibleName()
        assert dialog.pages.accessibleName().startswith("Page 1 of 2\nLegs first.")

    use(desk, look)


BUILT: list[tuple[str, int, int]] = []
WEEKS = Span("Weeks", ("1", "2", "3", "4", "5"), 1, 2)


def variant(key: str, span: Span | None = None, way: Orientation = Orientation.PORTRAIT) -> Variant:
    """A kind with a page for each part that was chosen."""

    def build(first: int, last: int) -> Document:
        BUILT.append((key, first, last))
        return Document(key, "Alex", "", tuple(Paragraph(f"{key} {first} {last} " * 900) for _ in range(1)), key)

    return Variant(key, f"The {key}", build, span, way)


@pytest.fixture
def kinds(desk: Desk) -> tuple[Variant, ...]:
    """Three kinds, of which two come in weeks; nothing was printed before."""
    BUILT.clear()
    for key in ("paper_what", "paper_way", "paper_way_sheet", "paper_way_table"):
        desk.context.view.set_text(key, "")
    return variant("sheet", WEEKS), variant("week", WEEKS), variant("table", None, Orientation.LANDSCAPE)


def test_one_document_has_nothing_to_choose_but_paper(desk: Desk) -> None:
    def look(preview: Preview) -> None:
        assert not preview.dialog.what.isVisible()
        assert preview.dialog.paper.isVisible() and preview.dialog.orientation.isVisible()

    use(desk, look)


def test_a_kind_is_made_when_it_is_chosen_and_not_before(desk: Desk, kinds: tuple[Variant, ...]) -> None:
    def run(preview: Preview) -> None:
        assert BUILT == [("sheet", 1, 2)]
        assert preview.dialog.windowTitle() == "Print: sheet"
        preview.dialog.what.kind.setFocus()
        desk.press(Qt.Key.Key_End)
        assert BUILT == [("sheet", 1, 2), ("table", 1, 2)]
        assert preview.dialog.windowTitle() == "Print: table"
        assert preview.dialog.pages.accessibleName().count("table 1 2") > 100

    use(desk, run, kinds)


def test_the_kind_that_was_looked_at_last_comes_first_the_next_time(desk: Desk, kinds: tuple[Variant, ...]) -> None:
    def choose(preview: Preview) -> None:
        preview.dialog.what.kind.setFocus()
        desk.press(Qt.Key.Key_End)

    def look(preview: Preview) -> None:
        assert preview.dialog.what.kind.currentText() == "The table"
        assert not preview.dialog.what.first.isVisible(), "a table has no weeks to choose from"

    use(desk, choose, kinds)
    use(desk, look, kinds)


def test_weeks_are_chosen_from_one_to_another_and_stay_for_the_other_sheet(
    desk: Desk, kinds: tuple[Variant, ...]
) -> None:
    def run(preview: Preview) -> None:
        what = preview.dialog.what
        assert (what.first.currentText(), what.last.currentText()) == ("2", "3")
        what.last.setFocus()
        desk.press(Qt.Key.Key_End)
        assert BUILT[-1] == ("sheet", 1, 4)
        what.kind.setFocus()
        desk.press(Qt.Key.Key_Down)
        assert BUILT[-1] == ("week", 1, 4)

    use(desk, run, kinds)


def test_a_beginning_behind_the_end_takes_the_end_along(desk: Desk, kinds: tuple[Variant, ...]) -> None:
    def run(preview: Preview) -> None:
        what = preview.dialog.what
        what.first.setFocus()
        desk.press(Qt.Key.Key_End)
        assert BUILT[-1] == ("sheet", 4, 4)
        what.last.setFocus()
        desk.press(Qt.Key.Key_Home)
        assert BUILT[-1] == ("sheet", 0, 0)

    use(desk, run, kinds)


def test_paper_lies_as_suits_each_kind_and_as_it_was_turned(
    desk: Desk, kinds: tuple[Variant, ...], chosen: Callable, tmp_path: Path
) -> None:
    chosen(tmp_path / "plan.pdf")
    desk.context.view.set_text("paper", "a4")

    def turn(preview: Preview) -> None:
        dialog = preview.dialog
        assert dialog.orientation.currentText() == "Portrait"
        dialog.orientation.setFocus()
        desk.press(Qt.Key.Key_Down)
        size = dialog.pages.sheets[0].size
        assert size.width() > size.height()
        dialog.what.kind.setFocus()
        desk.press(Qt.Key.Key_Down)
        assert dialog.orientation.currentText() == "Portrait", "only the other sheet was turned"
        desk.press(Qt.Key.Key_Down)
        assert dialog.orientation.currentText() == "Landscape", "a table lies from the beginning"
        desk.ctrl(Qt.Key.Key_S)

    def look(preview: Preview) -> None:
        preview.dialog.what.kind.setFocus()
        desk.press(Qt.Key.Key_Home)
        assert preview.dialog.orientation.currentText() == "Landscape"

    use(desk, turn, kinds)
    assert b"/MediaBox [0 0 842" in (tmp_path / "plan.pdf").read_bytes()
    use(desk, look, kinds)


def test_a_turned_document_is_printed_as_it_lies(desk: Desk, a_printer: Path) -> None:
    def run(preview: Preview) -> None:
        preview.dialog.orientation.setFocus()
        desk.press(Qt.Key.Key_Down)
        pages = len(preview.dialog.pages.sheets)
        desk.ctrl(Qt.Key.Key_P)
        assert preview.said == f"{pages} pages sent to the printer."

    use(desk, run)
    desk.context.view.set_text("paper_way", "")
    width, height = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", a_printer.read_bytes())[0]
    assert float(width) > float(height)


def test_every_chooser_has_a_name(desk: Desk, kinds: tuple[Variant, ...]) -> None:
    def look(preview: Preview) -> None:
        what = preview.dialog.what
        boxes = (what.kind, what.first, what.last, preview.dialog.paper, preview.dialog.orientation)
        assert [box.accessibleName() for box in boxes] == [
            "What is printed", "Weeks: From", "Weeks: To", "Size of paper", "How the paper lies",
        ]  # fmt: skip
        assert all(box.objectName() for box in boxes)

    use(desk, look, kinds)
