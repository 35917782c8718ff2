"""Hatches: lines that stay inside what they fill, at any shape."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from legwork.qt.printing.hatch import hatch_lines


@pytest.mark.parametrize("rect", [QRectF(3, 5, 20, 80), QRectF(0, 0, 90, 6), QRectF(-4, 2, 5, 5)])
def test_lines_run_from_edge_to_edge_and_fall_to_the_right(rect: QRectF) -> None:
    lines = hatch_lines(rect)
    assert len(lines) >= (rect.width() + rect.height()) / 5 - 1
    grown = rect.adjusted(-0.01, -0.01, 0.01, 0.01)
    for line in lines:
        assert grown.contains(line.p1()) and grown.contains(line.p2())
        assert line.dx() == pytest.approx(line.dy()), "down as far as to the right"


def test_nothing_is_drawn_into_nothing() -> None:
    assert hatch_lines(QRectF(1, 1, 0, 0)) == []
