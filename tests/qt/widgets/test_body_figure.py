"""The drawn body: every girth has its place, at the right height, on the right side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from legwork.domain.sites import BUILT_IN, BUILT_IN_BY_KEY, Kind, Side, Spot
from legwork.qt.widgets import body_figure as figure
from legwork.qt.widgets.body_figure import VIEWS, View

GIRTHS = [spot for site in BUILT_IN if site.kind is Kind.GIRTH for spot in site.spots]
PAIRS = [site.key for site in BUILT_IN if site.sided and site.kind is Kind.GIRTH]
DOWN_THE_BODY = [
    "neck", "shoulders", "chest", "waist", "hips",
    "upper_thigh", "mid_thigh", "lower_thigh", "knee", "calf", "ankle",
]  # fmt: skip
DOWN_THE_ARM = ["relaxed_arm", "flexed_arm", "forearm", "wrist"]
HAIR = QPointF(0.1, 0.1)
"""How exactly Qt knows where a curve runs."""


def tape(view: View, spot: Spot) -> QPainterPath | None:
    """What is seen of a spot's tape."""
    line = figure.tape_line(view, spot)
    return line.front(1.7) if line else None


def height_of(view: View, key: str) -> float:
    path = tape(view, BUILT_IN_BY_KEY[key].spots[0])
    assert path is not None
    return path.boundingRect().center().y()


def close(first: QRectF, second: QRectF) -> bool:
    ours = (first.left(), first.top(), first.width(), first.height())
    return ours == pytest.approx((second.left(), second.top(), second.width(), second.height()), abs=0.15)


def mirrored(rect: QRectF) -> QRectF:
    return QRectF(2 * figure.MIDDLE - rect.right(), rect.top(), rect.width(), rect.height())


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("spot", GIRTHS, ids=str)
def test_every_girth_has_a_zone_and_a_tape_on_the_body(view: View, spot: Spot) -> None:
    zone, line = figure.zone(view, spot), figure.tape_line(view, spot)
    assert zone is not None and line is not None
    body = figure.figure_path(view).boundingRect()
    assert body.adjusted(-0.1, -0.1, 0.1, 0.1).contains(zone.boundingRect())
    assert body.adjusted(-1, 0, 1, 0).contains(line.front(1.7).boundingRect())
    assert figure.figure_path(view).contains(line.centre)
    for sign in (-1, 1):
        assert not figure.figure_path(view).contains(line.end(sign)), "a tape goes all the way round"


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("order", [DOWN_THE_BODY, DOWN_THE_ARM], ids=["body", "arm"])
def test_tapes_follow_each_other_down_the_body(view: View, order: list[str]) -> None:
    heights = [height_of(view, key) for key in order]
    assert heights == sorted(heights)
    assert len(set(heights)) == len(heights)


@pytest.mark.parametrize("view", VIEWS)
def test_the_silhouette_and_the_pairs_are_mirror_images(view: View) -> None:
    whole = figure.figure_path(view).boundingRect()
    assert close(whole, mirrored(whole))
    for key in PAIRS:
        for drawn in (figure.zone, tape):
            left, right = drawn(view, Spot(key, Side.LEFT)), drawn(view, Spot(key, Side.RIGHT))
            assert left is not None and right is not None
            assert close(left.boundingRect(), mirrored(right.boundingRect())), key


def test_left_is_on_the_viewers_right_in_front_and_on_the_left_behind() -> None:
    calf = Spot("calf", Side.LEFT)
    front, back = figure.tape_line("front", calf), figure.tape_line("back", calf)
    assert front is not None and back is not None
    assert front.centre.x() > figure.MIDDLE > back.centre.x()


@pytest.mark.parametrize("view", VIEWS)
def test_zones_do_not_overlap_and_stay_in_the_silhouette(view: View) -> None:
    spots = [spot for spot in GIRTHS if spot.site != "flexed_arm"]
    zones = [zone for spot in spots if (zone := figure.zone(view, spot)) is not None]
    body = figure.figure_path(view)
    for x in range(5, 100, 2):
        for y in range(5, 220, 2):
            point = QPointF(x + 0.37, y + 0.41)
            holders = sum(zone.contains(point) for zone in zones)
            on_body = body.contains(point) or body.intersects(QRectF(point - HAIR, point + HAIR))
            assert holders <= (1 if on_body else 0)


@pytest.mark.parametrize(
    "spot",
    [Spot("body_weight"), Spot("body_fat"), Spot("own-1"), Spot("calf"), Spot("waist", Side.LEFT)],
    ids=str,
)
def test_what_is_not_on_the_body_is_not_drawn(spot: Spot) -> None:
    for view in VIEWS:
        assert figure.zone(view, spot) is None
        assert figure.tape_line(view, spot) is None


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("spot", GIRTHS, ids=str)
def test_a_point_on_a_tape_means_its_spot(view: View, spot: Spot) -> None:
    line = figure.tape_line(view, spot)
    assert line is not None
    assert figure.spot_at(view, line.centre, [spot]) == spot


def test_anywhere_on_the_thigh_means_the_tracked_thigh() -> None:
    thigh, calf = Spot("upper_thigh", Side.LEFT), Spot("calf", Side.LEFT)
    for key in ("upper_thigh", "mid_thigh", "lower_thigh"):
        line = figure.tape_line("front", Spot(key, Side.LEFT))
        assert line is not None
        assert figure.spot_at("front", line.centre, [calf, thigh]) == thigh


def test_the_nearer_of_two_arm_tapes_is_meant() -> None:
    relaxed, flexed = Spot("relaxed_arm", Side.RIGHT), Spot("flexed_arm", Side.RIGHT)
    for spot in (relaxed, flexed):
        line = figure.tape_line("front", spot)
        assert line is not None
        assert figure.spot_at("front", line.centre, [relaxed, flexed]) == spot


def test_the_other_side_and_empty_space_mean_nothing() -> None:
    right = figure.tape_line("front", Spot("calf", Side.RIGHT))
    assert right is not None
    assert figure.spot_at("front", right.centre, [Spot("calf", Side.LEFT)]) is None
    assert figure.spot_at("front", QPointF(3, 3), GIRTHS) is None


def test_fold_and_calf_are_seen_from_behind() -> None:
    assert {spot.site for spot in GIRTHS if figure.best_view(spot) == "back"} == {"upper_thigh", "calf"}
