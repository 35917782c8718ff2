"""The gap bars as a user meets them: what lies left of the middle, what is written, keys, clicks, any width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from drawn_texts import drawn, overlapping
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.gap_bars import GapBars, gap_bars_height, paint_gap_bars
from legwork.services.balance_rows import GapRow
from painted_pictures import assert_painted_inside, columns_of, on_screen, painted

THIGH = GapRow(
    "upper_thigh", "Upper thigh", "cm", 59.0, 62.3, 65.8, 62.3, 57.8, 57.2, 58.4,
    "12 of 100", "8 to 17", "4.5 cm to go", "3.8 to 5.2", "Upper thigh: 57.8 cm.",
)  # fmt: skip
LOWER = GapRow(
    "lower_thigh", "Lower thigh", "cm", 38.5, 41.0, 43.6, 41.0, None, None, None,
    "", "", "", "", "Lower thigh: not measured.",
)  # fmt: skip
CALF = GapRow(
    "calf", "Calf", "cm", 37.1, 39.3, 41.7, 40.5, 38.2, 37.8, 38.6,
    "25 of 100", "17 to 33", "2.3 cm to go", "1.9 to 2.7", "Calf: 38.2 cm.",
)  # fmt: skip
ROWS = [THIGH, LOWER, CALF]
FAR = replace(THIGH, own=45.0, own_low=44.5, own_high=45.5)
FAR_ABOVE = replace(CALF, own=60.0, own_low=59.0, own_high=61.0)


def inches(row: GapRow) -> GapRow:
    def turned(value: float | None) -> float | None:
        return None if value is None else value / 2.54

    return replace(
        row, unit="in", low=row.low / 2.54, middle=row.middle / 2.54, high=row.high / 2.54, target=row.target / 2.54,
        own=turned(row.own), own_low=turned(row.own_low), own_high=turned(row.own_high),
    )  # fmt: skip


@pytest.fixture
def bars(qtbot: QtBot, theme: ThemeManager) -> Iterator[GapBars]:
    widget = GapBars(theme)
    widget.show_rows(ROWS)
    with on_screen(qtbot, widget, QSize(720, widget.heightForWidth(720))) as shown:
        yield shown


def picture_of(theme: ThemeManager, rows: list[GapRow], width: int = 720) -> tuple[QImage, QRect]:
    height = gap_bars_height(theme, rows, width)
    return painted(theme.colour("surface"), width, height, lambda painter, at: paint_gap_bars(painter, at, theme, rows))


def texts(theme: ThemeManager, rows: list[GapRow], width: int = 720) -> list[tuple[str, QRectF]]:
    height = gap_bars_height(theme, rows, width)
    return drawn(width, height, lambda painter, rect: paint_gap_bars(painter, rect, theme, rows))


def words(theme: ThemeManager, rows: list[GapRow], width: int = 720) -> list[str]:
    return [text for text, _ in texts(theme, rows, width)]


def picture(bars: GapBars) -> QImage:
    return bars.grab().toImage()


def mean_of_row(bars: GapBars, theme: ThemeManager, site: str) -> float:
    image = picture(bars)
    xs = columns_of(image, theme.colour("legs"), bars.row_rect(site).toRect())
    return sum(xs) / len(xs)


def test_a_smaller_leg_lies_left_of_the_middle_and_a_larger_one_right(bars: GapBars, theme: ThemeManager) -> None:
    middle = mean_of_row(bars, theme, "lower_thigh")
    assert mean_of_row(bars, theme, "upper_thigh") < middle - 100
    assert mean_of_row(bars, theme, "calf") < middle - 20
    bars.show_rows([replace(THIGH, own=65.0, own_low=64.0, own_high=66.0), LOWER])
    assert mean_of_row(bars, theme, "upper_thigh") > mean_of_row(bars, theme, "lower_thigh") + 25


def test_the_middles_of_all_rows_line_up(theme: ThemeManager) -> None:
    boxes = dict(texts(theme, ROWS))
    centres = [boxes[text].center().x() for text in ("62.3", "41.0", "39.3")]
    assert max(centres) - min(centres) < 2


def test_the_same_gap_is_as_long_in_every_row(theme: ThemeManager) -> None:
    rows = [THIGH, replace(CALF, own=39.3 - 4.5, own_low=34.4, own_high=35.2)]
    boxes = dict(texts(theme, rows))
    assert abs(boxes["57.8"].center().x() - boxes["34.8"].center().x()) < 2


def test_every_number_of_a_row_is_written(theme: ThemeManager) -> None:
    written = words(theme, [CALF])
    for text in ("Calf", "38.2", "37.1", "39.3", "41.7", "target 40.5", "2.3 cm to go", "25 of 100 (17 to 33)"):
        assert text in written
    assert any("built like you above the waist" in text for text in written)


def test_a_target_in_the_middle_is_not_said_twice(theme: ThemeManager) -> None:
    assert not any("target" in text for text in words(theme, [THIGH]))


def test_what_is_not_measured_shows_the_others_only(theme: ThemeManager) -> None:
    written = words(theme, [LOWER])
    assert "not measured" in written and "41.0" in written
    assert not any(text.startswith("you;") for text in written)


def test_inches_have_two_decimals_and_say_so(theme: ThemeManager) -> None:
    written = words(theme, [inches(CALF)])
    assert "15.04" in written
    assert any(text.endswith(" in") and text.startswith("+") for text in written)


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("width", [260, 360, 520, 720, 1200])
@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        [FAR, CALF, FAR_ABOVE],
        [inches(row) for row in ROWS],
        [replace(CALF, own=40.5, own_low=40.4, own_high=40.6), replace(THIGH, target=65.8, own=65.9)],
    ],
    ids=["usual", "far out", "inches", "at the target"],
)
def test_it_stays_in_its_place_and_no_text_covers_another(
    theme: ThemeManager, rows: list[GapRow], width: int, percent: int
) -> None:
    theme.apply("light", percent)
    image, place = picture_of(theme, rows, width)
    assert_painted_inside(image, place, theme.colour("surface"))
    assert overlapping(texts(theme, rows, width)) == []


def test_what_lies_too_far_out_is_still_there_with_its_number(theme: ThemeManager) -> None:
    boxes = dict(texts(theme, [FAR, LOWER]))
    assert boxes["45.0"].right() < boxes["62.3"].left() - 100
    image, place = picture_of(theme, [FAR, LOWER])
    assert min(columns_of(image, theme.colour("legs"), place)) < place.left() + 160


def test_a_row_far_out_leaves_the_others_legible(theme: ThemeManager) -> None:
    boxes = dict(texts(theme, [FAR, CALF]))
    assert boxes["41.7"].center().x() - boxes["37.1"].center().x() > 120


def test_narrow_pictures_are_higher_so_that_nothing_is_cut(theme: ThemeManager) -> None:
    assert gap_bars_height(theme, ROWS, 360) > gap_bars_height(theme, ROWS, 720)
    assert gap_bars_height(theme, ROWS) == gap_bars_height(theme, ROWS, 720)
    assert gap_bars_height(theme, []) == 0


def test_a_screen_reader_hears_every_row(bars: GapBars) -> None:
    assert bars.objectName() == "gap_bars" and bars.accessibleName()
    assert bars.accessibleDescription() == " ".join(row.spoken for row in ROWS)
    bars.show_rows([CALF])
    assert bars.accessibleDescription() == CALF.spoken


def test_arrow_keys_walk_the_rows_and_enter_chooses(qtbot: QtBot, bars: GapBars) -> None:
    pointed: list[str] = []
    chosen: list[str] = []
    bars.row_pointed.connect(pointed.append)
    bars.activated.connect(chosen.append)
    before = picture(bars)
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    assert bars.accessibleDescription() == THIGH.spoken
    assert picture(bars) != before
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(bars, key)
    assert pointed == ["upper_thigh", "lower_thigh", "calf", "lower_thigh", "calf", "upper_thigh"]
    qtbot.keyClick(bars, Qt.Key.Key_Return)
    assert chosen == ["upper_thigh"]
    bars.clearFocus()
    assert pointed[-1] == ""
    assert picture(bars) == before
    assert bars.accessibleDescription() == " ".join(row.spoken for row in ROWS)


def test_hovering_points_and_a_click_chooses_once(qtbot: QtBot, bars: GapBars) -> None:
    pointed: list[str] = []
    chosen: list[str] = []
    bars.row_pointed.connect(pointed.append)
    bars.activated.connect(chosen.append)
    before = picture(bars)
    at = bars.row_rect("calf").center().toPoint()
    qtbot.mouseMove(bars, at)
    assert pointed == ["calf"] and picture(bars) != before
    assert bars.cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(bars, QPoint(4, bars.height() - 2))
    assert pointed == ["calf", ""] and picture(bars) == before
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseClick(bars, Qt.MouseButton.RightButton, pos=at)
    assert chosen == ["calf"]
    qtbot.mouseDClick(bars, Qt.MouseButton.LeftButton, pos=at)
    assert chosen == ["calf"]


def test_fewer_rows_forget_what_was_pointed_at(qtbot: QtBot, bars: GapBars) -> None:
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(bars, Qt.Key.Key_End)
    bars.show_rows([CALF])
    assert bars.accessibleDescription() == CALF.spoken
    bars.show_rows([])
    assert bars.accessibleDescription() == "" and bars.sizeHint().height() == 0
    assert bars.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert not picture(bars).isNull()


def test_it_follows_theme_and_text_size(bars: GapBars, theme: ThemeManager) -> None:
    light, height = picture(bars), bars.sizeHint().height()
    theme.apply("dark")
    assert picture(bars) != light
    theme.apply("light", 150)
    assert bars.sizeHint().height() > 1.3 * height
    theme.apply("light")
    assert picture(bars) == light
