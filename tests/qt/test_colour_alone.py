"""Nothing is told by colour alone: with all the telling hues made one, each state can still be told from the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from legwork.domain.causes.diagnosis import Support
from legwork.domain.log.training_days import Trained
from legwork.domain.plan.findings import Grade
from legwork.domain.sites import Region
from legwork.paths import resources_dir
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.plan_findings import paint_grade
from legwork.qt.widgets.plan_grid_line_head import paint_region
from legwork.qt.widgets.support_sign import SupportSign
from legwork.qt.widgets.training_day_paint import paint_trained
from legwork.qt.widgets.volume_signs import paint_effect
from legwork.services.catalogue import catalogue
from legwork.services.plan_volumes import Effect
from page_views import all_views
from program_driver import Desk
from shown_texts import plain, shown

TELLING = ("legs", "upper", "good", "caution", "error", "secondary")
PALE = ("legs_soft", "upper_soft", "raised")
SIDE = 40


@pytest.fixture
def one_hue(qapp: QApplication) -> Iterator[ThemeManager]:
    """The light theme as somebody sees it to whom all these hues are the same."""
    theme = ThemeManager(resources_dir() / "themes")
    theme.apply("light", 100)
    colours = theme.colours
    theme.colours = replace(colours, **dict.fromkeys(TELLING, colours.secondary), **dict.fromkeys(PALE, colours.raised))
    yield theme
    qapp.setStyleSheet("")


def drawn(paint: Callable[[QPainter], object]) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def told_apart(pictures: dict[object, QImage]) -> None:
    assert len(pictures) > 2
    alike = [(str(one), str(other)) for one, other in combinations(pictures, 2) if pictures[one] == pictures[other]]
    assert alike == []


BOX = QRectF(4, 4, 30, 30)


def test_what_sets_do_to_a_muscle(one_hue: ThemeManager) -> None:
    told_apart({one: drawn(lambda to, one=one: paint_effect(to, one_hue, QPointF(20, 20), one)) for one in Effect})


def test_how_grave_a_check_of_the_plan_is(one_hue: ThemeManager) -> None:
    told_apart({one: drawn(lambda to, one=one: paint_grade(to, BOX, one_hue, one)) for one in Grade})


def test_which_region_an_exercise_trains(one_hue: ThemeManager) -> None:
    some = {one.region: one for one in catalogue().exercises}
    assert set(some) >= {Region.LOWER, Region.UPPER}
    kinds = {**some, "unknown": None}
    told_apart({name: drawn(lambda to, one=one: paint_region(to, BOX, one, one_hue)) for name, one in kinds.items()})


def test_what_a_day_of_the_calendar_held(one_hue: ThemeManager) -> None:
    told_apart({one: drawn(lambda to, one=one: paint_trained(to, one_hue, BOX, one, 2)) for one in Trained})


def test_how_much_speaks_for_a_cause(one_hue: ThemeManager, qtbot: QtBot) -> None:
    signs: dict[object, QImage] = {}
    for one in Support:
        sign = SupportSign(one_hue, one)
        qtbot.addWidget(sign)
        signs[one] = sign.grab().toImage()
    told_apart(signs)


def wordless(root: QWidget) -> Iterator[str]:
    """Labels in the hue of good news, of care or of a fault, that hold a mere number."""
    for one in shown(root):
        if isinstance(one, QLabel) and one.property("role") in ("good", "caution", "error") and one.text():
            text = plain(one.text())
            if not re.search(r"[^\W\d_]{2,}|[▲▼~✓!+−]", text):
                yield f"{one.objectName()}: {text!r}"


def test_a_hue_of_a_text_is_said_in_words_or_by_a_sign_too(sample: Desk) -> None:
    found, hued = [], 0
    for where in all_views(sample):
        found += [f"{where}: {one}" for one in wordless(sample.window)]
        hued += sum(one.property("role") in ("good", "caution") for one in shown(sample.window))
    assert hued > 1
    assert found == []
