"""The left-right strip as a user meets it: left is left, marks differ in shape, words, keys, any width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from drawn_texts import drawn, overlapping
from legwork.domain.sides import SideCall
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.side_strip import SideStrip, paint_side_strip, side_strip_height
from legwork.services.balance_rows import SideRow
from painted_pictures import assert_painted_inside, columns_of, on_screen, painted


def side(site: str, name: str, difference: float, mdc: float, call: SideCall, words: str) -> SideRow:
    texts = f"{abs(difference)}", f"{mdc}"
    return SideRow(site, name, "cm", difference, mdc, *texts, call, words, f"{name} in words.")


THIGH = side("upper_thigh", "Upper thigh", 1.2, 0.8, SideCall.LEFT_LARGER, "left larger by 1.2 cm")
CALF = side("calf", "Calf", -0.9, 0.6, SideCall.RIGHT_LARGER, "right larger by 0.9 cm")
LOWER = side("lower_thigh", "Lower thigh", 0.3, 0.7, SideCall.WITHIN, "no difference beyond the tape’s error")
ARM = side("flexed_arm", "Flexed arm", -0.7, 0.5, SideCall.RIGHT_LARGER, "right larger by 0.7 cm")
ROWS = [THIGH, CALF, LOWER, ARM]
FAR = [replace(THIGH, difference=30.0, size_text="30.0"), replace(CALF, difference=-30.0, size_text="30.0"), LOWER]


@pytest.fixture
def strip(qtbot: QtBot, theme: ThemeManager) -> Iterator[SideStrip]:
    widget = SideStrip(theme)
    widget.show_rows(ROWS)
    with on_screen(qtbot, widget, QSize(720, widget.heightForWidth(720))) as shown:
        yield shown


def picture_of(theme: ThemeManager, rows: list[SideRow], width: int = 720) -> tuple[QImage, QRect]:
    height = side_strip_height(theme, rows, width)
    return painted(
        theme.colour("surface"), width, height, lambda painter, at: paint_side_strip(painter, at, theme, rows)
    )


def texts(theme: ThemeManager, rows: list[SideRow], width: int = 720) -> dict[str, QRectF]:
    return dict(all_texts(theme, rows, width))


def all_texts(theme: ThemeManager, rows: list[SideRow], width: int = 720) -> list[tuple[str, QRectF]]:
    height = side_strip_height(theme, rows, width)
    return drawn(width, height, lambda painter, rect: paint_side_strip(painter, rect, theme, rows))


def picture(strip: SideStrip) -> QImage:
    return strip.grab().toImage()


def marks_of(strip: SideStrip, colour: QColor, site: str) -> list[int]:
    return columns_of(picture(strip), colour, strip.row_rect(site).toRect())


def test_a_larger_left_side_lies_to_the_left(strip: SideStrip, theme: ThemeManager) -> None:
    zero = texts(theme, ROWS)["± 0.8 cm"].center().x()
    assert max(marks_of(strip, theme.colour("legs"), "upper_thigh")) < zero + 2
    assert min(marks_of(strip, theme.colour("legs"), "calf")) > zero - 2
    boxes = texts(theme, ROWS)
    assert boxes["1.2"].center().x() < zero - 50 < zero + 50 < boxes["0.9"].center().x()
    assert boxes["← left larger"].right() < zero < boxes["right larger →"].left()


def test_beyond_the_error_is_beyond_the_zone_and_within_is_inside(theme: ThemeManager) -> None:
    at_edge = [
        replace(THIGH, difference=0.8, size_text="0.8", call=SideCall.WITHIN),
        THIGH,
        replace(THIGH, difference=0.5, mdc=0.5, size_text="0.5", mdc_text="0.5"),
    ]
    boxes = texts(theme, at_edge)
    zero = boxes["± 0.8 cm"].center().x()
    assert zero - boxes["1.2"].center().x() == pytest.approx(1.5 * (zero - boxes["0.8"].center().x()), rel=0.03)


def test_legs_are_teal_and_arms_are_rust(strip: SideStrip, theme: ThemeManager) -> None:
    assert marks_of(strip, theme.colour("legs"), "calf") and not marks_of(strip, theme.colour("upper"), "calf")
    assert marks_of(strip, theme.colour("upper"), "flexed_arm")
    assert not marks_of(strip, theme.colour("legs"), "flexed_arm")


def test_left_is_solid_right_is_dashed_and_within_is_neither(strip: SideStrip, theme: ThemeManager) -> None:
    def gaps(site: str) -> int:
        columns = set(marks_of(strip, theme.colour("legs"), site))
        return sum(x not in columns for x in range(min(columns), max(columns)))

    assert gaps("calf") > 10  # dashes
    assert gaps("upper_thigh") < 8  # only the ring round the marker
    assert marks_of(strip, theme.colour("legs"), "lower_thigh") == []
    assert marks_of(strip, theme.colour("secondary"), "lower_thigh")


def test_every_row_is_written_out(theme: ThemeManager) -> None:
    written = texts(theme, ROWS, 1100)
    assert written.keys() >= {"Upper thigh", "1.2", "± 0.8 cm", "left larger by 1.2 cm", "right larger by 0.7 cm"}
    assert any("within the tape’s error" in text for text in written)
    inches = [replace(THIGH, unit="in", difference=0.47, mdc=0.31, size_text="0.47", mdc_text="0.31")]
    assert texts(theme, inches).keys() >= {"0.47", "± 0.31 in"}


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("width", [260, 360, 520, 720, 1200])
@pytest.mark.parametrize(
    "rows", [ROWS, FAR, [replace(row, mdc=0.0, mdc_text="0.0") for row in ROWS]], ids=["usual", "far out", "exact tape"]
)
def test_it_stays_in_its_place_and_no_text_covers_another(
    theme: ThemeManager, rows: list[SideRow], width: int, percent: int
) -> None:
    theme.apply("light", percent)
    image, place = picture_of(theme, rows, width)
    assert_painted_inside(image, place, theme.colour("surface"))
    assert overlapping(all_texts(theme, rows, width)) == []


def test_a_row_far_out_leaves_the_others_legible(theme: ThemeManager) -> None:
    boxes = texts(theme, FAR)
    assert boxes["± 0.7 cm"].center().x() - boxes["0.3"].center().x() > 8
    assert "30.0" in boxes


def test_no_difference_at_all_with_an_exact_tape_is_painted(theme: ThemeManager) -> None:
    boxes = texts(theme, [replace(LOWER, difference=0.0, mdc=0.0, size_text="0.0", mdc_text="0.0")])
    assert boxes["0.0"].center().x() == pytest.approx(boxes["± 0.0 cm"].center().x(), abs=2)
    assert side_strip_height(theme, []) == 0


def test_keys_walk_the_rows_and_a_screen_reader_hears_them(qtbot: QtBot, strip: SideStrip) -> None:
    pointed: list[str] = []
    chosen: list[str] = []
    strip.row_pointed.connect(pointed.append)
    strip.activated.connect(chosen.append)
    assert strip.objectName() == "side_strip" and strip.accessibleName() == "Left against right"
    assert strip.accessibleDescription() == " ".join(row.spoken for row in ROWS)
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    assert strip.accessibleDescription() == CALF.spoken
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.row_rect("flexed_arm").center().toPoint())
    assert pointed == ["upper_thigh", "calf", "flexed_arm"]
    assert chosen == ["calf", "flexed_arm"]


def test_it_follows_theme_and_text_size(strip: SideStrip, theme: ThemeManager) -> None:
    light, height = picture(strip), strip.sizeHint().height()
    theme.apply("dark")
    assert picture(strip) != light
    theme.apply("light", 150)
    assert strip.sizeHint().height() > 1.3 * height
    theme.apply("light")
    assert picture(strip) == light
