"""Our drawn human body as paths: silhouette, inner lines, zones for colour and clicks, tapes round the limbs.

Owns the geometry and what a place on the body means; the numbers are in `body_figure_data`. It must not know
of widgets, themes or painters. One view is `WIDTH` x `HEIGHT`. The anatomical convention holds: in the front
view the person's left is on the viewer's right, in the back view on the viewer's left. Paths are cached and
shared: callers draw them or copy them, and never alter them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import atan2, degrees, hypot
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from legwork.domain.sites import Side, Spot
from legwork.qt.widgets import body_figure_data as data

View = Literal["front", "back"]
VIEWS: Final[tuple[View, View]] = ("front", "back")
WIDTH, HEIGHT, MIDDLE = data.WIDTH, data.HEIGHT, data.MIDDLE

_TOUCH = 1.6
"""How far beside a limb a click still means it: thin wrists need a wider target than they are drawn."""
_BEHIND_SITES = frozenset({"upper_thigh", "calf"})
_WRAP = 0.35
"""How far a tape stands out over the skin on either side."""


@dataclass(frozen=True)
class TapeLine:
    """A tape as the ellipse it is: its middle, half its width, half its depth as seen, its tilt (degrees)."""

    centre: QPointF
    half_width: float
    half_depth: float
    tilt: float

    def to_figure(self) -> QTransform:
        """From the tape's own axes (along, towards the feet) to the figure's."""
        return QTransform.fromTranslate(self.centre.x(), self.centre.y()).rotate(self.tilt)

    def end(self, sign: int) -> QPointF:
        """The tape's right (+1) or left (-1) end as drawn."""
        return self.to_figure().map(QPointF(sign * self.half_width, 0.0))

    def front(self, thickness: float) -> QPainterPath:
        """The part of the tape that is seen, as a closed band."""
        return self._band(thickness, 180)

    def back(self, thickness: float) -> QPainterPath:
        """The part that runs behind the limb, as a closed band."""
        return self._band(thickness, -180)

    def _band(self, thickness: float, sweep: float) -> QPainterPath:
        a, b, t = self.half_width, self.half_depth, thickness / 2
        path = QPainterPath(QPointF(-a, -t))
        path.arcTo(QRectF(-a, -b - t, 2 * a, 2 * b), 180, sweep)
        path.lineTo(a, t)
        path.arcTo(QRectF(-a, -b + t, 2 * a, 2 * b), 0, -sweep)
        path.closeSubpath()
        return self.to_figure().map(path)


@cache
def figure_path(view: View) -> QPainterPath:
    """The silhouette."""
    arm, leg = _right(data.ARM), _right(data.FLANK + data.FOOT[view] + data.INSEAM)
    return _outline(arm, leg, _mirrored(leg), _mirrored(arm))


@cache
def contours(view: View) -> QPainterPath:
    """The faint inner lines: collar bones, chest, knees, back, folds."""
    return _lines(_both_halves(data.LINES[view]))


@cache
def flexed_figure() -> tuple[QPainterPath, QPainterPath]:
    """Front silhouette and inner lines with the left arm raised and bent, for the flexed arm's drawing."""
    leg = data.FOOT["front"] + data.INSEAM
    bent = _right(data.FLEXED_FLANK + leg)
    hanging = _mirrored(_right(data.FLANK + leg))
    lines = [_right(line) for line in data.FLEXED_LINES]
    lines += [_mirrored(_right(line)) for line in data.LINES["front"]]
    return _outline(_right(data.FLEXED), bent, hanging, _mirrored(_right(data.ARM))), _lines(lines)


@cache
def flexed_tape() -> TapeLine:
    """The tape round the peak of the bent arm of `flexed_figure`."""
    return _tape_line(_flat(flexed_figure()[0]), *data.FLEXED_TAPE, 1)


@cache
def zone(view: View, spot: Spot) -> QPainterPath | None:
    """The part of the silhouette that stands for a spot; None when it has none (body weight, own sites)."""
    return _region(view, _region_name(spot), spot.side) if _is_drawn(spot) else None


@cache
def tape_line(view: View, spot: Spot) -> TapeLine | None:
    """The tape of a spot as numbers; None when the spot has none."""
    if not _is_drawn(spot):
        return None
    point, across = data.TAPES[spot.site]
    return _tape_line(_flat(figure_path(view)), point, across, direction(view, spot.side))


def spot_at(view: View, point: QPointF, spots: Sequence[Spot]) -> Spot | None:
    """Which of `spots` a click on `point` means: the nearest tape on that part of the limb, if any."""
    hit = _region_at(view, point)
    if hit is None:
        return None
    region, side = hit
    of_region = [spot for spot in spots if _region_name(spot) == region and spot.side is side]
    near = data.NEIGHBOURS.get(region, ())
    return _nearest(view, point, of_region) or _nearest(
        view, point, [spot for spot in spots if spot.site in near and spot.side in (side, Side.NONE)]
    )


def best_view(spot: Spot) -> View:
    """The view that shows a spot's landmarks."""
    return "back" if spot.site in _BEHIND_SITES else "front"


def direction(view: View, side: Side) -> int:
    """+1 when that side of the person is on the viewer's right in this view, else -1; +1 for no side."""
    return -1 if side is (Side.RIGHT if view == "front" else Side.LEFT) else 1


def place(view: View, side: Side, point: tuple[float, float]) -> QPointF:
    """A point of the half body (see `body_figure_data`) in the view's coordinates."""
    return QPointF(MIDDLE + direction(view, side) * point[0], point[1])


def _region_name(spot: Spot) -> str:
    return data.REGION_OF.get(spot.site, spot.site)


def _is_drawn(spot: Spot) -> bool:
    return spot.site in data.TAPES and (_region_name(spot) in data.UNPAIRED) == (spot.side is Side.NONE)


def _nearest(view: View, point: QPointF, spots: Iterable[Spot]) -> Spot | None:
    best: tuple[float, Spot] | None = None
    for spot in spots:
        line = tape_line(view, spot)
        if line is None:
            continue
        away = hypot(line.centre.x() - point.x(), line.centre.y() - point.y())
        if best is None or away < best[0]:
            best = (away, spot)
    return best[1] if best else None


def _region_at(view: View, point: QPointF) -> tuple[str, Side] | None:
    regions = [
        (name, side)
        for name in data.BANDS[view]
        for side in ((Side.NONE,) if name in data.UNPAIRED else (Side.LEFT, Side.RIGHT))
    ]
    for name, side in regions:
        if _region(view, name, side).contains(point):
            return name, side
    around = QRectF(point.x() - _TOUCH, point.y() - _TOUCH, 2 * _TOUCH, 2 * _TOUCH)
    for name, side in regions:
        if _region(view, name, side).intersects(around):
            return name, side
    return None


@cache
def _region(view: View, name: str, side: Side) -> QPainterPath:
    upper, lower = data.BANDS[view][name]
    down, up = _right(upper), tuple(reversed(_right(lower)))
    if name in data.UNPAIRED:
        return figure_path(view).intersected(_closed(_mirrored(down) + down[1:], up + _mirrored(up)[1:]))
    if direction(view, side) < 0:
        down, up = (tuple((2 * MIDDLE - x, y) for x, y in run) for run in (down, up))
    return figure_path(view).intersected(_closed(down, up))


def _tape_line(outline: data.Points, point: tuple[float, float], across: tuple[float, float], sign: int) -> TapeLine:
    x, y = MIDDLE + sign * point[0], point[1]
    length = hypot(*across)
    dx, dy = sign * across[0] / length, across[1] / length
    out, back = _reach(outline, (x, y), (dx, dy)), _reach(outline, (x, y), (-dx, -dy))
    middle = QPointF(x + dx * (out - back) / 2, y + dy * (out - back) / 2)
    half = (out + back) / 2 + _WRAP
    tilt = degrees(atan2(dy, dx)) if sign > 0 else degrees(atan2(-dy, -dx))
    return TapeLine(middle, half, 0.35 + 0.085 * half, tilt)


def _reach(outline: data.Points, start: tuple[float, float], way: tuple[float, float]) -> float:
    """How far it is from a point inside an outline to its edge, along a unit vector."""
    reach = WIDTH
    for (ax, ay), (bx, by) in pairwise(outline):
        ex, ey = bx - ax, by - ay
        cross = way[0] * ey - way[1] * ex
        if cross == 0.0:
            continue
        along = ((ax - start[0]) * ey - (ay - start[1]) * ex) / cross
        edge = ((ax - start[0]) * way[1] - (ay - start[1]) * way[0]) / cross
        if 0.0 <= edge <= 1.0 and 0.0 < along < reach:
            reach = along
    return reach


def _flat(path: QPainterPath) -> data.Points:
    """A closed path as a fine polygon."""
    fine = QTransform.fromScale(8, 8)
    return tuple((point.x() / 8, point.y() / 8) for point in path.toFillPolygon(fine).toList())


def _right(points: data.Points) -> data.Points:
    return tuple((MIDDLE + x, y) for x, y in points)


def _mirrored(points: data.Points) -> data.Points:
    return tuple((2 * MIDDLE - x, y) for x, y in reversed(points))


def _both_halves(lines: Iterable[data.Points]) -> list[data.Points]:
    return [
        half
        for line in lines
        for half in (_right(line), _mirrored(_right(line)))
        if any(x for x, _ in line) or half == _right(line)
    ]


def _outline(*runs: data.Points) -> QPainterPath:
    head = _right(data.HEAD)
    crown = _mirrored(head) + head[1:]
    path = QPainterPath(QPointF(*crown[0]))
    for run in (crown, *runs):
        _smooth(path, run)
    path.closeSubpath()
    return path


def _lines(lines: Iterable[data.Points]) -> QPainterPath:
    path = QPainterPath()
    for line in lines:
        path.moveTo(*line[0])
        _smooth(path, line)
    return path


def _closed(down: data.Points, up: data.Points) -> QPainterPath:
    path = QPainterPath(QPointF(*down[0]))
    _smooth(path, down)
    path.lineTo(*up[0])
    _smooth(path, up)
    path.closeSubpath()
    return path


def _smooth(path: QPainterPath, points: data.Points) -> None:
    """Go on from the first point through all the others: a Catmull-Rom spline as cubic curves."""
    padded = (points[0], *points, points[-1])
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        path.cubicTo(
            start[0] + (end[0] - before[0]) / 6,
            start[1] + (end[1] - before[1]) / 6,
            end[0] - (after[0] - start[0]) / 6,
            end[1] - (after[1] - start[1]) / 6,
            *end,
        )
