"""Pages: nothing that belongs together parts, nothing is lost, and each says whose it is and which of how many."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.blocks import Beside, Block, Gap, Heading, Painted, Paragraph, Stack, Whole
from legwork.qt.printing.paper import Orientation, Paper, PaperTheme, mm
from legwork.qt.printing.sheets import Chapter, Document, Sheet, body_of, lay_out
from legwork.qt.printing.table import Column, TextTable
from page_texts import outside, overlapping, page_texts

Written = Callable[[Sheet], list[str]]
Picture = Callable[[Sheet], QImage]

BODY = body_of(Paper.A4.size).height()


def ring(tall: float, name: str, **facts: object) -> Painted:
    """A drawing of a height."""

    def draw(painter: QPainter, rect: QRectF, _theme: ThemeManager) -> None:
        painter.fillRect(rect, QColor("#0B6E78"))

    return Painted(draw, lambda _width, _theme: tall, name, **facts)  # type: ignore[arg-type]


def pages(*blocks: Block, size: QSizeF | None = None) -> tuple[Sheet, ...]:
    return lay_out(Document("Balance", "Zoë", "23 Nov 2026", blocks), size or Paper.A4.size)


def names(sheet: Sheet) -> list[str]:
    return [one.block.words for one in sheet.placed]


def table(count: int, **facts: object) -> TextTable:
    columns = (Column("Day"), Column("Thigh", numbers=True), Column("Note", stretch=1))
    rows = tuple((f"day {place}", f"{place}.5", "slept well, " * (place % 5 * 4)) for place in range(count))
    return TextTable(columns, rows, **facts)  # type: ignore[arg-type]


def test_an_empty_document_is_one_page_with_its_header(written: Written) -> None:
    [sheet] = pages()
    assert written(sheet) == ["Balance", "Zoë, 23 Nov 2026", "Legwork", "Page 1 of 1"]


def test_every_page_says_what_it_is_whose_and_which_of_how_many(written: Written) -> None:
    sheets = pages(*(ring(300, str(place)) for place in range(10)))
    assert len(sheets) == 4
    for number, sheet in enumerate(sheets, 1):
        text = written(sheet)
        assert text[:2] == ["Balance", "Zoë, 23 Nov 2026"]
        assert f"Page {number} of 4" in text


@pytest.mark.parametrize("paper", list(Paper))
def test_blocks_stand_inside_the_margins_one_below_the_other_and_none_is_lost(
    paper: Paper, paper_theme: PaperTheme
) -> None:
    blocks = [Paragraph(f"{place} " + "word " * (place * 7 % 160)) for place in range(120)]
    sheets = pages(*blocks, size=paper.size)
    assert len(sheets) > 2
    assert [one.block for sheet in sheets for one in sheet.placed] == blocks
    body = body_of(paper.size)
    assert body.left() >= mm(20), "room for the holes of a punch"
    for sheet in sheets:
        bottom = body.top()
        for one in sheet.placed:
            assert body.adjusted(-0.01, -0.01, 0.01, 0.01).contains(one.rect)
            assert one.rect.top() >= bottom - 0.01
            assert one.rect.height() == one.block.height(body.width(), paper_theme)
            bottom = one.rect.bottom()


def test_nothing_is_printed_into_the_margins(painted: Picture) -> None:
    sheets = pages(
        *(Paragraph("A line that is long enough to be wrapped at the right margin. " * 9) for _ in range(30))
    )
    for sheet in sheets:
        image = painted(sheet)
        inked = {
            (x, y)
            for x in range(0, image.width())
            for y in range(0, image.height(), 7)
            if image.pixelColor(x, y).lightness() < 200
        }
        assert inked
        assert min(x for x, _ in inked) >= mm(20) - 1
        assert max(x for x, _ in inked) <= image.width() - mm(12) + 1
        assert max(y for _, y in inked) <= image.height() - mm(12) + 1


def test_a_block_that_does_not_fit_goes_whole_to_the_next_page() -> None:
    first, second = pages(ring(BODY * 0.7, "a"), ring(BODY * 0.6, "b"), ring(BODY * 0.2, "c"))
    assert (names(first), names(second)) == (["a"], ["b", "c"])
    assert second.placed[0].rect.top() == body_of(Paper.A4.size).top(), "no gap at the top of a page"


def test_a_heading_goes_with_what_follows() -> None:
    first, second = pages(ring(BODY * 0.7, "a"), Heading("Left"), Gap(), Heading("Right"), ring(BODY * 0.25, "b"))
    assert (names(first), names(second)) == (["a"], ["Left", "", "Right", "b"])


def test_a_heading_stays_with_the_first_rows_of_a_table_that_goes_on() -> None:
    sheets = pages(Heading("Girths"), table(150, breakable=True))
    assert names(sheets[0])[0] == "Girths" and "day 0" in names(sheets[0])[1]
    for place in range(10, 16):
        sheets = pages(ring(BODY - place * 8, "a"), Heading("Girths"), table(80, breakable=True))
        assert names(sheets[0])[-1] != "Girths"


def test_gaps_fall_away_where_pages_begin() -> None:
    first, second = pages(Gap(), ring(BODY, "a", before=0), Gap(), ring(100, "b"), Gap(2000))
    assert (names(first), names(second)) == (["a"], ["b"])


def test_a_table_stays_whole_unless_it_may_go_on(written: Written) -> None:
    assert len(pages(ring(BODY * 0.6, "a"), table(16))[0].placed) == 1
    first, second = pages(ring(BODY * 0.6, "a"), table(16, breakable=True))
    rows = [line for sheet in (first, second) for line in written(sheet) if line.startswith("day ")]
    assert rows == [f"day {place}" for place in range(16)], "each row once, in order"
    assert "Thigh" in written(first) and "Thigh" in written(second), "its head stands on both"


def test_a_table_longer_than_a_page_goes_on_though_nobody_said_so(written: Written) -> None:
    sheets = pages(table(200))
    rows = [line for sheet in sheets for line in written(sheet) if line.startswith("day ")]
    assert len(sheets) > 3 and rows == [f"day {place}" for place in range(200)]


def test_text_longer_than_a_page_goes_on_without_losing_a_word(written: Written) -> None:
    words = [f"word{place}" for place in range(3000)]
    sheets = pages(Paragraph(" ".join(words), lead="Notes "))
    assert len(sheets) > 2
    assert " ".join(names(sheet)[0].strip() for sheet in sheets) == "Notes " + " ".join(words)
    assert all(names(sheet)[0].split()[-1] in " ".join(written(sheet)) for sheet in sheets)


def test_a_drawing_taller_than_a_page_is_made_smaller(painted: Picture) -> None:
    heading, sheet, last = pages(Heading("Tall"), ring(BODY * 2, "a"), Paragraph("after"))
    assert (names(heading), names(sheet), names(last)) == (["Tall"], ["a"], ["after"])
    image, body = painted(sheet), body_of(Paper.A4.size)
    teal = QColor("#0B6E78")
    assert image.pixelColor(round(body.left()) + 4, round(body.bottom()) - 3) == teal
    assert image.pixelColor(round(body.left()) + 4, round(body.bottom()) + 3) != teal
    assert image.pixelColor(round(body.center().x()) + 4, round(body.center().y())) != teal, "its shape is kept"


def test_two_blocks_side_by_side_are_as_tall_as_the_taller(paper_theme: PaperTheme) -> None:
    left, right = Stack((Heading("L"), ring(50, "a"))), ring(300, "b")
    both = Beside(left, right, 0.25, between=20)
    assert both.height(420, paper_theme) == 300
    assert both.words == "L\na\nb"
    places: list[QRectF] = []
    marks = [
        Painted(lambda _painter, rect, _theme: places.append(rect), lambda _width, _theme: 10, "") for _ in range(2)
    ]
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    Beside(marks[0], marks[1], 0.25, between=20).paint(painter, QRectF(5, 7, 420, 300), paper_theme)
    painter.end()
    assert places == [QRectF(5, 7, 100, 10), QRectF(125, 7, 300, 10)]


def test_numbers_line_up_on_their_right(painted: Picture) -> None:
    columns = (Column("Site", stretch=1), Column("cm", numbers=True))
    [sheet] = pages(TextTable(columns, (("Calf", "9.1"), ("Thigh", "109.1"), ("Knee", "39.1"))))
    image, rect = painted(sheet), sheet.placed[0].rect
    third = rect.height() / 4
    ends = []
    for place in range(1, 4):
        rows = range(round(rect.top() + third * place) + 3, round(rect.top() + third * (place + 1)) - 6)
        dark = (x for x in range(image.width()) for y in rows if image.pixelColor(x, y).lightness() < 140)
        ends.append(max(dark))
    assert max(ends) - min(ends) <= 1
    assert max(ends) <= rect.right()


def test_pages_are_white_and_their_letters_ten_points_whatever_the_window_wears(painted: Picture, qapp) -> None:
    from legwork.paths import resources_dir

    before = painted(pages(Paragraph("A line"), ring(20, "a"))[0])
    window = ThemeManager(resources_dir() / "themes")
    window.apply("dark", 150)
    try:
        assert painted(pages(Paragraph("A line"), ring(20, "a"))[0]) == before
        assert before.pixelColor(1, 1) == QColor("white")
        assert PaperTheme().font(15).pixelSize() / 108 * 72 == 10
    finally:
        window.apply("light", 100)
        qapp.setStyleSheet("")


def test_what_stands_on_a_page_can_be_read_out() -> None:
    [sheet] = pages(Heading("Steps"), Paragraph("Train.", marker="1."), Gap(), ring(10, "a ring"))
    assert sheet.words == "Page 1 of 1\nSteps\n1. Train.\na ring"


def chaptered(*chapters: Chapter) -> tuple[Sheet, ...]:
    return lay_out(Document("Plan", "Zoë", "", file_name="plan", chapters=chapters), Paper.A4.size)


def test_each_chapter_begins_on_a_page_of_its_own_under_its_title(written: Written) -> None:
    sheets = chaptered(
        Chapter("Week 1", (ring(50, "a"),)), Chapter("Week 2", (ring(BODY, "b"), ring(50, "c"))), Chapter("Week 3", ())
    )
    assert [names(sheet) for sheet in sheets] == [["a"], ["b"], ["c"], []]
    assert [written(sheet)[0] for sheet in sheets] == ["Week 1", "Week 2", "Week 2", "Week 3"]
    assert "Page 4 of 4" in written(sheets[3]), "pages are counted through the whole document"


def test_of_several_versions_the_first_with_fewest_pages_is_taken() -> None:
    tall, half = ring(BODY * 0.9, "tall"), ring(BODY * 0.4, "half")
    fits = Chapter("", (tall, half), ((half, half), (half,)))
    [sheet] = chaptered(fits)
    assert names(sheet) == ["half", "half"], "not the shortest, when a longer one fits as well"
    two = chaptered(Chapter("", (tall, tall, half), ((tall, tall), (tall, half, half))))
    assert [names(sheet) for sheet in two] == [["tall"], ["tall"]], "three pages, then two, and two again"


def test_a_group_taller_than_a_page_begins_where_there_is_room() -> None:
    head = Heading("Legs")
    parts = [ring(BODY * 0.4, str(place), keep_with_next=True) for place in range(4)]
    first, second = pages(head, *parts, ring(10, "end"))
    assert names(first) == ["Legs", "0", "1"] and names(second) == ["2", "3", "end"]


def test_stacks_and_sides_taller_than_a_page_go_on_and_lose_nothing() -> None:
    left = Stack(tuple(ring(BODY * 0.3, f"l{place}") for place in range(5)))
    right = Stack((ring(BODY * 0.3, "r0"), Heading("R"), ring(BODY * 0.5, "r1")))
    sheets = pages(Beside(left, right))
    assert [sheet.words.split("\n")[1:] for sheet in sheets] == [
        ["l0", "l1", "l2", "r0", "R", "r1"], ["l3", "l4"],
    ]  # fmt: skip
    together = Stack((ring(BODY * 0.7, "a"), Heading("B"), ring(BODY * 0.7, "b")))
    assert [sheet.words.split("\n")[1:] for sheet in pages(together)] == [["a"], ["B", "b"]]


def test_what_is_whole_is_made_smaller_and_never_parts() -> None:
    [sheet] = pages(Whole((ring(BODY, "a"), ring(BODY, "b"))))
    [placed] = sheet.placed
    assert 0.45 < placed.scale < 0.5
    assert body_of(sheet.size).adjusted(-0.1, -0.1, 0.1, 0.1).contains(placed.rect)


@pytest.mark.parametrize("paper", list(Paper))
def test_a_lying_sheet_has_its_holes_in_the_long_edge(paper: Paper, painted: Picture) -> None:
    size = paper.lying(Orientation.LANDSCAPE)
    assert (size.width(), size.height()) == (paper.size.height(), paper.size.width())
    body = body_of(size)
    assert body.top() >= mm(20), "the upper edge, so that upright and lying sheets hang in one folder"
    assert body.left() == pytest.approx(mm(12)) and size.width() - body.right() == pytest.approx(mm(12))
    [sheet] = pages(Paragraph("A line that is long enough to be wrapped at the right margin. " * 9), size=size)
    image = painted(sheet)
    inked = [
        (x, y) for x in range(0, image.width(), 3) for y in range(0, 400) if image.pixelColor(x, y).lightness() < 200
    ]
    assert min(y for _, y in inked) >= mm(20) - 1 and max(x for x, _ in inked) <= size.width() - mm(12) + 1


def test_long_titles_and_names_share_the_header_without_a_cut(written: Written, paper_theme: PaperTheme) -> None:
    title, person = "Plan of many words " * 5, "Somebody with a long name " * 4
    [sheet] = lay_out(Document(title, person, "23 Nov 2026", (Paragraph("text"),)), Paper.A4.size)
    said = " ".join(written(sheet))
    assert said.count("many words") == 5 and said.count("long name") == 4
    for words in (title, title * 2, "W" * 160):
        [sheet] = lay_out(Document(words, person * 2, "23 Nov 2026", (Paragraph("text", before=0),)), Paper.A4.size)
        texts = page_texts(sheet, paper_theme)
        assert outside(sheet, texts) == [] and overlapping(texts) == []


def test_titles_of_columns_that_are_wrapped_stand_above_the_rows(paper_theme: PaperTheme, written: Written) -> None:
    columns = (Column("Block with a name of many words", stretch=1), Column("Other", stretch=4))
    table = TextTable(columns, (("1", "2"),))
    assert table.height(300, paper_theme) > TextTable((Column("B", stretch=1), columns[1]), (("1", "2"),)).height(
        300, paper_theme
    )
