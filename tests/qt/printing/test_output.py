"""PDFs and printers: paper of the right size, text that can be searched, and no half file in a refused folder."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from legwork.errors import UserError
from legwork.qt.printing.blocks import Heading, Paragraph
from legwork.qt.printing.output import as_pdf, print_on, printer_for, write_pdf
from legwork.qt.printing.paper import Orientation, Paper
from legwork.qt.printing.sheets import Document

SIZES = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}


@pytest.fixture
def document(qapp: QApplication) -> Document:
    """Three pages, or some."""
    blocks = (
        Heading("Steps"),
        *(Paragraph(f"Step {place}. " + "Profile of the fifth week. " * 30) for place in range(24)),
    )
    return Document("Balance of Zoë", "Zoë", "23 Nov 2026", blocks)


def boxes(data: bytes) -> list[tuple[int, int]]:
    found = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    return [(round(float(wide)), round(float(tall))) for wide, tall in found]


def page_count(data: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", data))


def streams(data: bytes) -> bytes:
    found = b""
    for raw in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            found += zlib.decompress(raw)
        except zlib.error:
            continue
    return found


@pytest.mark.parametrize("paper", list(Paper))
def test_a_pdf_has_pages_of_the_size_that_was_chosen(document: Document, paper: Paper) -> None:
    data = as_pdf(document, paper)
    assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    assert set(boxes(data)) == {SIZES[paper]}
    assert page_count(data) > 1


@pytest.mark.parametrize("paper", list(Paper))
def test_a_pdf_and_a_printer_lie_as_was_chosen(document: Document, paper: Paper, tmp_path: Path) -> None:
    lying = SIZES[paper][::-1]
    data = as_pdf(document, paper, Orientation.LANDSCAPE)
    assert set(boxes(data)) == {lying}
    file = write_pdf(tmp_path / "plan", document, paper, Orientation.LANDSCAPE)
    assert set(boxes(file.read_bytes())) == {lying}
    printer = printer_for(document, paper, 3, Orientation.LANDSCAPE)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_on(printer, document) == page_count(data)
    assert set(boxes((tmp_path / "printed.pdf").read_bytes())) == {lying}


def test_a_pdf_knows_its_title_and_its_person(document: Document) -> None:
    data = as_pdf(document, Paper.A4)
    assert "Balance of Zoë".encode("utf-16-be") in data
    assert re.search(rb"/Author \(\xfe\xff" + re.escape("Zoë".encode("utf-16-be")), data)


def test_a_pdf_is_text_not_a_picture_and_can_be_searched(document: Document) -> None:
    data = as_pdf(document, Paper.A4)
    assert b"/Subtype /Image" not in data
    assert b"/ToUnicode" in data
    assert b" Tf" in streams(data)
    letters = set(re.findall(rb"<([0-9A-Fa-f]{4})>", b"".join(re.findall(rb"beginbf.*?endbf", data, re.DOTALL))))
    known = {code.lower().decode() for code in letters}
    assert {f"{ord(letter):04x}" for letter in "Profileth"} <= known
    assert "fb01" not in known, "letters joined to one sign are not found by who searches for them"


def test_a_pdf_is_written_whole_with_its_ending(document: Document, tmp_path: Path) -> None:
    file = write_pdf(tmp_path / "balance", document, Paper.A4)
    assert file == tmp_path / "balance.pdf"
    assert file.read_bytes().rstrip().endswith(b"%%EOF")
    assert list(tmp_path.iterdir()) == [file]
    write_pdf(file, document, Paper.LETTER)
    assert set(boxes(file.read_bytes())) == {SIZES[Paper.LETTER]}, "the file that was chosen itself is replaced"


def test_a_file_that_nobody_chose_is_not_replaced(document: Document, tmp_path: Path) -> None:
    (tmp_path / "balance.pdf").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match=r"balance\.pdf is there already"):
        write_pdf(tmp_path / "balance", document, Paper.A4)
    assert (tmp_path / "balance.pdf").read_text(encoding="utf-8") == "mine"


def test_a_folder_that_refuses_gives_a_sentence_and_no_half_file(document: Document, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"balance\.pdf was not written"):
        write_pdf(tmp_path / "missing" / "balance.pdf", document, Paper.A4)
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(UserError, match="is a folder"):
        write_pdf(tmp_path / "folder.pdf", document, Paper.A4)
    assert [one.name for one in tmp_path.iterdir()] == ["folder.pdf"]
    assert not list((tmp_path / "folder.pdf").iterdir())


def to_file(document: Document, paper: Paper, file: Path) -> QPrinter:
    printer = printer_for(document, paper, 3)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


@pytest.mark.parametrize("paper", list(Paper))
def test_a_printer_gets_the_pages_of_the_pdf(document: Document, paper: Paper, tmp_path: Path) -> None:
    file = tmp_path / "out.pdf"
    printer = to_file(document, paper, file)
    count = print_on(printer, document)
    data, usual = file.read_bytes(), as_pdf(document, paper)
    assert count == page_count(data) == page_count(usual) > 1
    assert set(boxes(data)) == {SIZES[paper]}


def test_a_printer_gets_the_pages_that_were_asked_for(document: Document, tmp_path: Path) -> None:
    file = tmp_path / "out.pdf"
    printer = to_file(document, Paper.A4, file)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    assert print_on(printer, document) == 1
    assert page_count(file.read_bytes()) == 1
    printer.setFromTo(90, 99)
    with pytest.raises(UserError, match="no such pages"):
        print_on(printer, document)


def test_paper_that_was_set_on_the_printer_is_heeded(document: Document, tmp_path: Path) -> None:
    """What the print dialog says last holds: a smaller sheet, or one that lies on its side."""
    file = tmp_path / "out.pdf"
    printer = to_file(document, Paper.A4, file)
    usual = print_on(printer, document)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    count = print_on(printer, document)
    assert page_count(file.read_bytes()) == count > usual


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_gives_a_sentence(document: Document, tmp_path: Path) -> None:
    printer = to_file(document, Paper.A4, tmp_path / "missing" / "out.pdf")
    with pytest.raises(UserError, match="printer takes nothing"):
        print_on(printer, document)
    assert not (tmp_path / "missing").exists()


def test_paper_is_that_of_the_country() -> None:
    usual = {name: Paper.usual(QLocale(name)).value for name in ("en_US", "fr_CA", "es_MX", "en_GB", "de_DE")}
    assert usual == {"en_US": "letter", "fr_CA": "letter", "es_MX": "letter", "en_GB": "a4", "de_DE": "a4"}


def test_paper_that_nobody_knows_is_the_usual_one() -> None:
    assert Paper.named("letter") is Paper.LETTER
    assert Paper.named("papyrus") is Paper.named("") is Paper.usual()
