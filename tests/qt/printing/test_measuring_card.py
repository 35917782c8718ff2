"""The measuring card: how each tracked site is measured, with its drawing and boxes of 9 mm for several weeks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage

from legwork.domain.plan.model import Plan
from legwork.domain.sites import BUILT_IN, DEFAULT_TRACKED
from legwork.qt.printing.measuring_card import SiteTable, measuring_document, weeks_on
from legwork.qt.printing.paper import Orientation, Paper, PaperTheme
from legwork.qt.printing.plan_boxes import BOX_TALL
from legwork.qt.printing.sheets import Sheet, body_of, lay_out
from page_texts import outside, overlapping, page_boxes, page_texts
from printed_plans import paper_of, someone

Written = Callable[[Sheet], list[str]]
EVERYTHING = tuple(site.key for site in BUILT_IN)


def sheets(tracked: tuple[str, ...], paper: Paper = Paper.A4, way: Orientation = Orientation.PORTRAIT):
    content = paper_of(Plan("Legs first"), person=someone(tracked=tracked))
    return lay_out(measuring_document(content), paper.lying(way))


@pytest.mark.parametrize("paper", list(Paper))
def test_the_usual_sites_are_one_upright_page(paper: Paper, written: Written) -> None:
    [sheet] = sheets(DEFAULT_TRACKED, paper)
    lines = written(sheet)
    said = " ".join(lines).replace("\N{NO-BREAK SPACE}", " ")
    for words in ("Legs first · measuring card", "Zoë Müller", "Date", "Upper thigh (cm)", "gluteal fold",
                  "Directly below the gluteal fold", "Adam's apple", "Read twice."):  # fmt: skip
        assert words in said
    assert (lines.count("left"), lines.count("right")) == (3, 3)


def test_boxes_for_several_weeks_stand_below_each_other(paper_theme: PaperTheme) -> None:
    [sheet] = sheets(DEFAULT_TRACKED)
    weeks = weeks_on(body_of(sheet.size).width())
    boxes = page_boxes(sheet, paper_theme, BOX_TALL)
    assert weeks >= 4
    assert len(boxes) == weeks * (1 + 12), "one row for the dates, and one for each of twelve values"
    assert len({round(box.left(), 1) for box in boxes}) == weeks
    assert all(box.right() <= body_of(sheet.size).right() + 0.1 for box in boxes)


@pytest.mark.parametrize("way", list(Orientation))
def test_every_site_that_there_is_has_its_place(way: Orientation, written: Written, paper_theme: PaperTheme) -> None:
    found = sheets(EVERYTHING, Paper.LETTER, way)
    said = " ".join(line for sheet in found for line in written(sheet))
    for site in BUILT_IN:
        assert site.name in said
    for sheet in found:
        texts = page_texts(sheet, paper_theme)
        assert "Date" in written(sheet), "the dates stand on every page"
        assert outside(sheet, texts) == [] and overlapping(texts) == []


def test_each_site_is_drawn(painted: Callable[[Sheet], QImage]) -> None:
    [sheet] = sheets(("upper_thigh", "calf"))
    image = painted(sheet)
    table = next(one for one in sheet.placed if isinstance(one.block, SiteTable))
    left = round(table.rect.left())
    rows = range(round(table.rect.top()) + 50, round(table.rect.bottom()))
    teal = sum(image.pixelColor(x, y).name() == "#0b6e78" for y in rows for x in range(left, left + 140))
    assert teal > 100, "two tapes round the legs, in their hue"


def test_without_a_site_it_says_what_to_do(written: Written) -> None:
    [sheet] = sheets(())
    assert "No site is tracked yet: choose some on the Measure page." in written(sheet)
