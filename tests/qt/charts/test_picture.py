"""Charts as pictures: pixels, drawings and pages of the size that was asked for, on white whatever the window wears."""

from __future__ import annotations

import re
import zlib
from datetime import date
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from legwork.domain.sites import Side
from legwork.qt.charts import picture
from legwork.qt.charts.board import Panel
from legwork.qt.charts.flags import Flag
from legwork.qt.charts.picture import FORMS, as_image
from legwork.qt.charts.series import Aim

END = date.today().toordinal()
HEADING = "Zoë, 1 Jan 2026 to 1 Mar 2026"
SIZES = [QSize(1600, 900), QSize(200, 200), QSize(733, 401)]
SVG = "{http://www.w3.org/2000/svg}"


def as_file(form: str, size: QSize, snapshots: list[picture.Snapshot], heading: str) -> bytes:
    """Painted and made at once."""
    return picture.as_file(form, size, snapshots, heading)()


@pytest.fixture
def shots(board, line):
    """Two panels with everything on them: both sides, bands, bars, one set aside, a look ahead, a goal and flags."""
    facts = {"count": 30, "last": date.today(), "band": 0.4, "bars": 0.3, "aim": Aim(39.0, END + 60), "aside": [10]}
    facts["ahead"] = [38.0 + place / 20 for place in range(1, 13)]
    panels = [
        Panel(name, [line(name, side, **facts) for side in (Side.LEFT, Side.RIGHT)]) for name in ("calf", "flexed_arm")
    ]
    board.show_panels(panels, [Flag(END - 40, "Two leg days", change=True), Flag(END - 20, "Tired", change=False)])
    board.show_range(None)
    board.set_region((END - 70, END - 35))
    return board.snapshots()


@pytest.fixture
def together(board, line):
    """One chart with three measures in two units."""
    lines = [line("calf", side, count=30, last=date.today()) for side in (Side.LEFT, Side.RIGHT)]
    lines.append(line("body_weight", Side.NONE, count=30, last=date.today(), start=84, unit="kg"))
    board.show_panels([Panel("", lines)], [])
    return board.snapshots()


def colours(image: QImage, step: int = 3) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(0, image.width(), step) for y in range(0, image.height(), step)
    }


@pytest.mark.parametrize("size", SIZES)
def test_a_png_has_the_size_that_was_asked_for_and_shows_the_lines(shots, size, theme):
    image = QImage.fromData(as_file("png", size, shots, HEADING), "PNG")
    assert image.size() == size
    assert image.pixelColor(0, 0) == QColor("white") or image.pixelColor(0, 0) == theme.colour("surface")
    assert len(colours(image)) > 20
    if size.width() > 400:
        assert {theme.colour("legs").name(), theme.colour("upper").name()} <= colours(image, 1)


def test_both_panels_and_the_heading_are_on_the_picture(shots):
    image = as_image(QSize(1000, 800), shots, HEADING)
    surface = image.pixelColor(0, 0)

    def drawn(top: int, bottom: int) -> bool:
        return any(image.pixelColor(x, y) != surface for x in range(0, 1000, 2) for y in range(top, bottom, 2))

    assert drawn(10, 34), "the heading"
    assert drawn(50, 400) and drawn(430, 790)


def test_two_units_stay_on_their_own_axes(together, theme):
    image = as_image(QSize(1000, 600), together, HEADING)
    assert {theme.colour("legs").name(), theme.colour("secondary").name()} <= colours(image, 1)


@pytest.mark.parametrize("form", ["png", "svg"])
def test_a_picture_is_light_though_the_window_is_dark(shots, theme, form):
    light = as_file(form, QSize(900, 600), shots, HEADING)
    theme.apply("dark", 100)
    assert as_file(form, QSize(900, 600), shots, HEADING) == light
    assert theme.colours.dark, "and the window stays dark"


def test_a_picture_has_letters_of_the_usual_size_whatever_the_window_has(shots, theme):
    usual = as_image(QSize(900, 600), shots, HEADING)
    theme.apply("light", 150)
    assert as_image(QSize(900, 600), shots, HEADING) == usual


@pytest.mark.parametrize("which", ["shots", "together"])
def test_a_drawing_is_xml_made_of_lines_and_words_only(request, which):
    root = ElementTree.fromstring(as_file("svg", QSize(1600, 900), request.getfixturevalue(which), HEADING))
    assert root.tag == f"{SVG}svg"
    assert [float(part) for part in root.attrib["viewBox"].split()] == [0, 0, 1600, 900]
    assert list(root.iter(f"{SVG}image")) == [], "pixels would blur when the drawing grows"
    shapes = [*root.iter(f"{SVG}path"), *root.iter(f"{SVG}polyline"), *root.iter(f"{SVG}line")]
    assert len(shapes) > 50
    words = " ".join("".join(one.itertext()) for one in root.iter(f"{SVG}text"))
    assert HEADING in words
    assert root.findtext(f"{SVG}title") == HEADING


def test_a_drawing_says_what_is_on_it(shots):
    root = ElementTree.fromstring(as_file("svg", QSize(1600, 900), shots, HEADING))
    words = [("".join(one.itertext())).strip() for one in root.iter(f"{SVG}text")]
    assert {"calf", "flexed_arm", "L", "R", "cm"} <= set(words)
    assert any(word.startswith("goal 39.0") for word in words)


@pytest.mark.parametrize("form", ["png", "svg"])
def test_what_was_zoomed_away_is_not_drawn_outside_the_plot(board, line, hand_on, form):
    """A drawing has no edge of a window that would hide it."""
    board.show_panels([Panel("", [line(count=100, last=date.today(), gain=40.0, band=3.0)])], [])
    board.show_range(None)
    for _ in range(8):
        hand_on(board.first).wheel(QPoint(400, 300), 1, Qt.KeyboardModifier.ControlModifier)
    data = as_file(form, QSize(800, 500), board.snapshots(), "")
    if b"<clipPath" in data:
        assert b'clip-path="url(#' in data
        return
    image = QImage(800, 500, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    if form == "svg":
        QSvgRenderer(data).render(painter, QRectF(0, 0, 800, 500))
    else:
        painter.drawImage(0, 0, QImage.fromData(data))
    painter.end()
    above = [image.pixelColor(x, y) for x in range(300, 800, 2) for y in range(0, 40, 2)]
    assert {one.name() for one in above} == {image.pixelColor(0, 0).name()}


def test_a_page_is_a_pdf_of_the_right_shape_that_knows_its_heading(shots):
    data = as_file("pdf", QSize(1600, 900), shots, HEADING)
    assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert box is not None
    assert [float(one) for one in box.groups()] == pytest.approx([1200, 675], abs=1)
    assert HEADING.encode("utf-16-be") in data
    assert len(re.findall(rb"/Type /Page\b", data)) == 1


def test_a_page_is_made_of_lines_not_pixels(shots):
    data = as_file("pdf", QSize(1600, 900), shots, HEADING)
    assert b"/Subtype /Image" not in data
    drawn = b""
    for raw in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            drawn += zlib.decompress(raw)
        except zlib.error:
            continue
    assert drawn.count(b" l\n") > 50, "strokes"
    assert b" Tf" in drawn, "letters"


@pytest.mark.parametrize("form", list(FORMS))
def test_a_picture_of_nothing_is_a_sheet_with_its_heading(board, form):
    board.show_panels([], [])
    assert as_file(form, QSize(400, 300), board.snapshots(), HEADING)
    image = as_image(QSize(400, 300), board.snapshots(), HEADING)
    assert len(colours(image, 1)) > 1


def test_another_kind_of_file_is_refused(shots):
    with pytest.raises(KeyError):
        as_file("gif", QSize(400, 300), shots, HEADING)


def test_many_panels_stand_side_by_side_on_a_wide_picture(board, line):
    names = ("calf", "mid_thigh", "upper_thigh", "flexed_arm", "relaxed_arm", "forearm", "knee")
    board.show_panels([Panel(name, [line(name, count=20, last=date.today())]) for name in names], [])
    image = as_image(QSize(1200, 900), board.snapshots(), HEADING)
    surface = image.pixelColor(0, 0)
    thirds = [range(20, 390), range(420, 790), range(820, 1190)]
    assert all(any(image.pixelColor(x, y) != surface for x in third for y in range(60, 300)) for third in thirds)
