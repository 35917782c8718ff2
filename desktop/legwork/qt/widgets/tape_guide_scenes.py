"""The close-ups of the tape guide: which part of the figure is shown for a girth or skinfold, what is named in it.

Owns coordinates and landmark names only, in the half-body coordinates of `body_figure_data`. Names are marked
for translation here and translated where they are drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from legwork.i18n import mark
from legwork.qt.widgets.body_figure import View

Point = tuple[float, float]


@dataclass(frozen=True)
class Landmark:
    """A named place: a dot, a thin line and a short text at the outer side, or centred on `label`."""

    text: str
    at: Point
    label: Point | None = None


@dataclass(frozen=True)
class Scene:
    """A close-up: its middle, the width and height that must be seen, what is named.

    halved: the middle landmark of three lies half-way between the others, and the drawing shows it.
    """

    middle: Point
    width: float
    height: float
    landmarks: tuple[Landmark, ...]
    halved: bool = False


@dataclass(frozen=True)
class Fold:
    """A close-up of a skinfold: where the fold lies, and its tilt from upright, outwards at the bottom (degrees)."""

    scene: Scene
    view: View
    at: Point
    tilt: float


def _scene(middle: Point, width: float, height: float, *landmarks: Landmark, halved: bool = False) -> Scene:
    return Scene(middle, width, height, landmarks, halved)


_WIDEST = mark("widest point")
_HALF_WAY = mark("half-way")
_KNEECAP = mark("kneecap")

SCENES: Final[dict[str, Scene]] = {
    "neck": _scene((0.0, 33.0), 28.0, 46.0, Landmark(mark("Adam's apple"), (0.0, 36.6))),
    "shoulders": _scene((0.0, 58.0), 64.0, 66.0, Landmark(_WIDEST, (27.0, 56.0))),
    "chest": _scene((0.0, 66.0), 46.0, 60.0, Landmark(mark("nipple line"), (9.6, 65.2))),
    "waist": _scene((0.0, 90.0), 42.0, 60.0, Landmark(mark("navel"), (0.0, 89.4))),
    "hips": _scene((0.0, 106.0), 44.0, 62.0, Landmark(_WIDEST, (19.0, 108.0))),
    "relaxed_arm": _scene(
        (24.5, 66.5), 26.0, 54.0,
        Landmark(mark("shoulder tip"), (22.6, 47.8)), Landmark(_HALF_WAY, (28.1, 66.8)),
        Landmark(mark("elbow"), (28.4, 85.8)), halved=True,
    ),
    "flexed_arm": _scene(
        (36.0, 37.0), 60.0, 58.0, Landmark(mark("elbow bent 90°"), (54.6, 51.4), (29.0, 24.0)),
    ),
    "forearm": _scene((29.0, 96.0), 24.0, 44.0, Landmark(_WIDEST, (33.2, 94.9))),
    "wrist": _scene((31.5, 113.0), 20.0, 36.0, Landmark(mark("wrist bones"), (32.6, 107.6))),
    "upper_thigh": _scene((9.5, 117.0), 26.0, 44.0, Landmark(mark("gluteal fold"), (11.0, 116.6))),
    "mid_thigh": _scene(
        (10.5, 130.0), 28.0, 58.0,
        Landmark(mark("groin crease"), (8.4, 109.6)), Landmark(_HALF_WAY, (19.8, 130.0)),
        Landmark(_KNEECAP, (10.4, 150.4)), halved=True,
    ),
    "lower_thigh": _scene((10.4, 148.0), 24.0, 40.0, Landmark(_KNEECAP, (10.4, 154.2))),
    "knee": _scene((10.4, 153.0), 24.0, 40.0, Landmark(_KNEECAP, (11.8, 151.0))),
    "calf": _scene((10.6, 172.0), 24.0, 54.0, Landmark(_WIDEST, (17.7, 169.6))),
    "ankle": _scene((10.6, 200.0), 22.0, 34.0, Landmark(mark("ankle bones"), (13.9, 203.8))),
}  # fmt: skip

FOLDS: Final[dict[str, Fold]] = {
    "front_thigh_skinfold": Fold(
        _scene(
            (10.5, 130.0), 28.0, 58.0,
            Landmark(mark("groin crease"), (8.4, 109.6)), Landmark(_HALF_WAY, (19.8, 130.0)),
            Landmark(_KNEECAP, (10.4, 150.4)), halved=True,
        ),
        "front", (10.8, 130.0), 0.0,
    ),
    "calf_skinfold": Fold(
        _scene((9.6, 172.0), 28.0, 54.0, Landmark(_WIDEST, (17.7, 169.6))), "front", (6.0, 169.6), 0.0,
    ),
    "triceps_skinfold": Fold(
        _scene(
            (24.5, 66.5), 26.0, 54.0,
            Landmark(mark("shoulder tip"), (22.6, 47.8)), Landmark(_HALF_WAY, (28.4, 66.8)),
            Landmark(mark("elbow"), (27.6, 84.0)), halved=True,
        ),
        "back", (22.9, 66.8), 9.0,
    ),
}  # fmt: skip
