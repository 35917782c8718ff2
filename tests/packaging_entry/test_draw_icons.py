"""The program's icon: every size that the desktops ask for, sharp where it is small, and as it is drawn."""

from __future__ import annotations

import importlib.util
import struct
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from legwork.paths import resources_dir
from legwork.qt.core.icons import APP_SIZES, app_icon

ROOT = Path(__file__).parents[2]
ICONS = ROOT / "resources" / "icons" / "app"


@pytest.fixture(scope="module")
def drawing() -> ModuleType:
    """packaging/draw_icons.py, loaded by itself."""
    spec = importlib.util.spec_from_file_location("packaging_draw_icons", ROOT / "packaging" / "draw_icons.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def close(one: QColor, other: str, by: int = 40) -> bool:
    there = QColor(other)
    pairs = ((one.red(), there.red()), (one.green(), there.green()), (one.blue(), there.blue()))
    return all(abs(here - wanted) <= by for here, wanted in pairs)


def test_what_is_committed_is_what_is_drawn(drawing: ModuleType, qapp: QApplication, tmp_path: Path) -> None:
    for file in drawing.draw_all(tmp_path):
        kept = ICONS / file.name
        if file.suffix == ".svg":
            assert kept.read_text(encoding="utf-8") == file.read_text(encoding="utf-8"), "run packaging/draw_icons.py"
        elif file.suffix == ".png":
            one, other = QImage(str(kept)), QImage(str(file))
            assert one.size() == other.size()
            worst = max(
                max(abs(a - b) for a, b in zip(p.getRgb(), q.getRgb(), strict=True))
                for x in range(0, one.width(), max(1, one.width() // 24))
                for y in range(0, one.height(), max(1, one.height() // 24))
                for p, q in [(one.pixelColor(x, y), other.pixelColor(x, y))]
            )
            assert worst <= 24, f"{kept.name} differs: run packaging/draw_icons.py"
    assert {file.name for file in ICONS.iterdir()} == {file.name for file in tmp_path.iterdir()}


@pytest.mark.parametrize("size", [16, 20, 22, 24, 32, 40, 48, 64, 96, 128, 256, 512])
def test_each_size_shows_a_white_leg_and_a_tape_on_teal(drawing: ModuleType, qapp: QApplication, size: int) -> None:
    picture = QImage(str(ICONS / f"legwork-{size}.png"))
    assert (picture.width(), picture.height()) == (size, size)
    colours = [picture.pixelColor(x, y) for x in range(size) for y in range(size)]
    solid = [one for one in colours if one.alpha() == 255]
    assert len(solid) > 0.75 * size * size
    for colour, least in (("#FFFFFF", 0.1), (drawing.TAPE, 0.03), (drawing.TEAL, 0.3)):
        share = sum(close(one, colour) for one in solid) / (size * size)
        assert share >= least, f"{share:.0%} of {colour}"
    assert picture.pixelColor(0, 0).alpha() < 128, "the corners are round"


@pytest.mark.parametrize("size", [16, 20, 22, 24])
def test_small_ones_have_sharp_edges(drawing: ModuleType, qapp: QApplication, size: int) -> None:
    """The tape's rows are either tape or not, and so is the sole under the foot: nothing half and half."""
    picture = QImage(str(ICONS / f"legwork-{size}.png"))
    column = [picture.pixelColor(size // 2, y) for y in range(2, size - 2)]
    for one in column:
        assert any(close(one, colour, 2) for colour in ("#FFFFFF", drawing.TAPE, drawing.TEAL)), one.name()


def test_the_drawings_are_well_formed(drawing: ModuleType) -> None:
    for name in drawing.DRAWINGS:
        root = ElementTree.parse(ICONS / f"{name}.svg").getroot()
        assert root.tag == "{http://www.w3.org/2000/svg}svg" and root.get("viewBox")


def test_the_windows_icon_has_all_sizes_as_bitmaps_that_old_programs_read(qapp: QApplication) -> None:
    data = (ICONS / "legwork.ico").read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", data)
    assert (reserved, kind) == (0, 1)
    sizes, end = [], 6 + 16 * count
    for place in range(count):
        wide, tall, _, _, planes, depth, length, at = struct.unpack_from("<BBBBHHII", data, 6 + 16 * place)
        assert wide == tall and (planes, depth) == (1, 32) and at == end
        is_png = data[at : at + 8] == b"\x89PNG\r\n\x1a\n"
        assert is_png == (wide == 0 or wide > 64)
        if not is_png:
            head, width, height, _, bits = struct.unpack_from("<IiiHH", data, at)
            assert (head, width, height, bits) == (40, wide, 2 * wide, 32)
        sizes.append(wide or 256)
        end = at + length
    assert end == len(data) and sizes == [16, 20, 24, 32, 40, 48, 64, 128, 256]
    small = QIcon(str(ICONS / "legwork.ico")).pixmap(16, 16).toImage()
    plain = QImage(str(ICONS / "legwork-16.png"))
    for place in ((8, 5), (6, 10), (12, 13), (2, 8)):
        assert small.pixelColor(*place) == plain.pixelColor(*place), "upside down, or the colours are mixed up"


def test_the_mac_icon_has_its_parts(drawing: ModuleType, qapp: QApplication) -> None:
    data = (ICONS / "legwork.icns").read_bytes()
    assert data[:4] == b"icns" and struct.unpack(">I", data[4:8])[0] == len(data)
    at, found = 8, {}
    while at < len(data):
        kind, length = data[at : at + 4].decode(), struct.unpack(">I", data[at + 4 : at + 8])[0]
        picture = QImage.fromData(data[at + 8 : at + length])
        found[kind] = picture.width()
        at += length
    assert found == drawing.ICNS_KINDS


def test_the_window_has_it_at_every_size(qapp: QApplication) -> None:
    icon = app_icon()
    assert sorted(one.width() for one in icon.availableSizes()) == list(APP_SIZES)
    assert icon.pixmap(16, 16).toImage().pixelColor(8, 5) == QImage(str(ICONS / "legwork-16.png")).pixelColor(8, 5)
    assert (resources_dir() / "icons" / "app" / "legwork.svg").is_file()
