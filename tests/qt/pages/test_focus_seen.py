"""Who has no mouse sees where the keys go: a picture of each control with the focus differs well from one without.

Source of the bound: WCAG 2.2, 2.4.13 (the change is 3:1; its area that of a line around, here of a small part of it).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QTabWidget, QWidget

from accessible import controls, described
from legwork.qt.core.theme import CHOICES
from page_views import all_dialogs, all_views
from program_driver import Desk

LEAST_CHANGE, LEAST_PIXELS = 3.0, 80
"""The caret of a field alone is no more than 40 pixels."""


def luminances(window: QWidget, place: QRect) -> np.ndarray:
    """Relative luminance of each pixel. Source: WCAG 2.2, definition of relative luminance."""
    image = window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[:, :, 2::-1] / 255
    linear = np.where(rows <= 0.04045, rows / 12.92, ((rows + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def changed(one: np.ndarray, other: np.ndarray) -> int:
    """Pixels that are another colour, by the contrast of the two."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    return int(((high + 0.05) / (low + 0.05) >= LEAST_CHANGE).sum())


def looks_like(one: QWidget) -> tuple[object, ...]:
    """What is drawn alike: of these one is looked at in each theme."""
    checked = one.isChecked() if isinstance(one, QAbstractButton) else None
    rail = (one.parentWidget().objectName() == "rail") if one.parentWidget() is not None else False
    return (type(one).__name__, one.property("kind"), checked, rail)


def stops_of(window: QWidget) -> list[QWidget]:
    """What Tab comes to; a set of tabs hands the focus on to their bar."""
    return [
        one
        for one in controls(window)
        if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(one, QTabWidget)
    ]


def unseen(window: QWidget, known: set[tuple[object, ...]]) -> Iterator[str]:
    """Controls on which the focus does not show. known: what need not be looked at again; grows."""
    stops = stops_of(window)
    for one in stops:
        if looks_like(one) in known:
            continue
        away = next((other for other in stops if other is not one and not one.isAncestorOf(other)), None)
        if away is None:
            continue
        known.add(looks_like(one))
        away.setFocus(Qt.FocusReason.OtherFocusReason)
        one.setFocus(Qt.FocusReason.TabFocusReason)
        _bring_into_sight(one)
        QApplication.processEvents()
        place = QRect(one.mapTo(window, QPoint(0, 0)), one.size()).adjusted(-3, -3, 3, 3) & window.rect()
        with_focus = luminances(window, place)
        away.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.processEvents()
        pixels = changed(with_focus, luminances(window, place))
        if pixels < LEAST_PIXELS:
            yield f"{described(one)} {place.width()} x {place.height()}: {pixels} pixels change"


def _bring_into_sight(one: QWidget) -> None:
    around = one.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(one)
        around = around.parentWidget()


@pytest.mark.parametrize("theme", CHOICES[1:])
def test_the_focus_is_seen(sample: Desk, theme: str) -> None:
    sample.program.theme.apply(theme, 100)
    sample.settle()
    known: set[tuple[object, ...]] = set()
    found = [f"{where}: {one}" for where in all_views(sample) for one in unseen(sample.window, known)]
    if theme in ("light", "contrast_dark"):  # the others paint by the same lines as one of these
        found += [f"{name}: {one}" for name, dialog in all_dialogs(sample) for one in unseen(dialog, known)]
    assert found == [], "\n".join(found)
    assert len(known) > 20
