"""What a reader finds on printed pages: their words, and where ink is."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from legwork.qt.printing.paper import PaperTheme
from legwork.qt.printing.sheets import Sheet

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def paper_theme(qapp: QApplication) -> PaperTheme:
    """The theme of everything printed."""
    return PaperTheme()


@pytest.fixture
def written(paper_theme: PaperTheme) -> Callable[[Sheet], list[str]]:
    """The lines of text that stand on a page."""

    def read(sheet: Sheet) -> list[str]:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(sheet.size.toSize())
        painter = QPainter(generator)
        sheet.paint(painter, paper_theme)
        painter.end()
        root = ElementTree.fromstring(buffer.data().data())
        return ["".join(one.itertext()).strip() for one in root.iter(f"{SVG}text")]

    return read


@pytest.fixture
def painted(paper_theme: PaperTheme) -> Callable[[Sheet], QImage]:
    """A page as a picture, a pixel for each unit."""

    def paint(sheet: Sheet) -> QImage:
        size: QSize = sheet.size.toSize()
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        sheet.paint(painter, paper_theme)
        painter.end()
        return image

    return paint
