"""The week of food as a picture: what is written, that a day without an entry has no column, and its keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from drawn_texts import drawn, overlapping
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.food_bar import paint_food_bar
from legwork.qt.widgets.food_week import FoodWeekCard
from legwork.qt.widgets.food_week_picture import FoodWeekPicture, WeekLine, WeekShown, paint_food_week

MONDAY = date(2025, 1, 6)
DAYS = tuple(MONDAY + timedelta(days=place) for place in range(7))


def line(name: str = "Energy", values: tuple[float | None, ...] = (2400, None, 0, 2500, None, None, None)) -> WeekLine:
    texts = tuple("" if one is None else f"{one:.0f} kcal" for one in values)
    return WeekLine(name, values, texts, "1 633 kcal", (2300.0, 2500.0), "2 300 to 2 500 kcal")


def week(*lines: WeekLine, chosen: int | None = 3, last: int = 3) -> WeekShown:
    return WeekShown(DAYS, lines or (line(),), tuple(f"Day {place}." for place in range(7)), chosen, last)


def image(theme: ThemeManager, shown: WeekShown, width: int = 400, height: int = 80) -> QImage:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("surface"))
    painter = QPainter(picture)
    paint_food_week(painter, QRectF(0, 0, width, height), theme, shown)
    painter.end()
    return picture


def dark_pixels(picture: QImage, box: QRectF, colour: QColor) -> int:
    return sum(
        picture.pixelColor(x, y) == colour
        for x in range(int(box.left()), int(box.right()))
        for y in range(22, picture.height())
    )


def test_a_day_without_an_entry_is_not_a_day_of_nothing(theme: ThemeManager, qtbot: QtBot) -> None:
    picture = FoodWeekPicture(theme)
    qtbot.addWidget(picture)
    picture.resize(400, 80)
    picture.show_week(week(chosen=None))
    painted = image(theme, week(chosen=None))
    column = theme.colour("secondary")
    full, none, zero = (dark_pixels(painted, picture.day_rect(place), column) for place in (0, 1, 2))
    assert full > 5 * zero > 0, "a full day has a column, a day of nothing a line"
    assert none == 0, "and a day without an entry neither"


def test_means_and_targets_are_written_and_nothing_overlaps(theme: ThemeManager) -> None:
    shown = week(line(), line("Protein"), line("Carbohydrate"))
    for width in (400, 500, 300):
        texts = drawn(width, 260, lambda painter, rect: paint_food_week(painter, rect, theme, shown))
        told = [text for text, _ in texts]
        assert told.count("1 633 kcal") == 3
        assert any("2 300 to 2 500 kcal" in one for one in told)
        assert overlapping(texts) == [], width
        assert all(box.right() <= width + 1 for _, box in texts), width


def test_a_day_that_is_pointed_at_shows_its_own_numbers(theme: ThemeManager) -> None:
    texts = [text for text, _ in drawn(400, 80, lambda p, r: paint_food_week(p, r, theme, week(), lit=0))]
    assert "2400 kcal" in texts and "Monday" in texts and "1 633 kcal" not in texts
    texts = [text for text, _ in drawn(400, 80, lambda p, r: paint_food_week(p, r, theme, week(), lit=1))]
    assert "no entry" in texts


def test_left_and_right_walk_and_enter_opens(theme: ThemeManager, qtbot: QtBot) -> None:
    picture = FoodWeekPicture(theme)
    qtbot.addWidget(picture)
    picture.show_week(week())
    picture.show()
    picture.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(5):
        qtbot.keyClick(picture, Qt.Key.Key_Right)
    with qtbot.waitSignal(picture.day_chosen) as opened:
        qtbot.keyClick(picture, Qt.Key.Key_Return)
    assert opened.args == [DAYS[3]], "days to come are not there"
    qtbot.keyClick(picture, Qt.Key.Key_Left)
    with qtbot.waitSignal(picture.day_chosen) as opened:
        qtbot.keyClick(picture, Qt.Key.Key_Space)
    assert opened.args == [DAYS[2]]


def test_it_is_higher_where_there_is_no_room_beside(theme: ThemeManager, qtbot: QtBot) -> None:
    picture = FoodWeekPicture(theme)
    qtbot.addWidget(picture)
    picture.show_week(week(line(), line()))
    assert picture.heightForWidth(280) > picture.heightForWidth(420) > 80


@pytest.mark.parametrize(
    ("amount", "filled"), [(None, 0), (0.0, 0), (50.0, 40), (100.0, 80), (250.0, 100)]
)  # the bar ends at a quarter more than the range, or at the amount
def test_a_bar_is_as_long_as_the_amount_is_large(theme: ThemeManager, amount: float | None, filled: int) -> None:
    picture = QImage(200, 14, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("surface"))
    painter = QPainter(picture)
    paint_food_bar(painter, QRectF(0, 0, 200, 14), theme, amount, (80.0, 100.0))
    painter.end()
    dark = [x for x in range(200) if picture.pixelColor(x, 6) == theme.colour("secondary")]
    reach = (max(dark) + 1) / 2 if dark else 0
    assert abs(reach - filled) <= 3


def test_nothing_on_a_bar_is_red_or_amber(theme: ThemeManager) -> None:
    """More than the range is no fault."""
    picture = QImage(200, 14, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("surface"))
    painter = QPainter(picture)
    paint_food_bar(painter, QRectF(0, 0, 200, 14), theme, 400.0, (80.0, 100.0))
    painter.end()
    colours = {picture.pixelColor(x, y).name() for x in range(200) for y in range(14)}
    assert not colours & {theme.colour(role).name() for role in ("error", "caution", "good")}


def test_with_only_today_filled_in_it_says_when_that_counts(theme: ThemeManager, qtbot: QtBot) -> None:
    here = replace(line(values=(2400, None, None, None, None, None, None)), mean="")
    nothing = replace(line("Protein", (None,) * 7), mean="")
    shown = week(here, nothing, chosen=0, last=0)
    texts = [text for text, _ in drawn(500, 120, lambda painter, rect: paint_food_week(painter, rect, theme, shown))]
    assert texts.count("not yet") == 1 and texts.count("no entry") == 1
    card = FoodWeekCard(theme, Icons(theme))
    qtbot.addWidget(card)
    card.show_week("Week", shown, (), newest=True)
    assert card.words.text() == "Today counts in the mean once it is over."
    card.show_week("Week", week(), (), newest=True)
    assert card.words.text() == "" and card.words.isHidden()
