"""Draws the program's icon at all its sizes: `python packaging/draw_icons.py`, run again whenever the drawing changes.

A leg that is an L, with a tape around its thigh: legs in white on the teal that stands for them everywhere, the tape in
the rust of all else. Three drawings: with marks on the tape, without (from 40 pixels down), and a plain one on a grid
of whole pixels (from 24 down), because a small picture of a large drawing is a smudge. Owns resources/icons/app, which
is committed: a build only copies it. Needs PySide6; the files differ only where the drawing, or Qt, does.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "icons" / "app"
SIZES = (16, 20, 22, 24, 32, 40, 48, 64, 96, 128, 256, 512)
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICNS_KINDS = {
    "icp4": 16, "icp5": 32, "ic11": 32, "ic12": 64, "ic07": 128, "ic13": 256, "ic08": 256, "ic14": 512, "ic09": 512,
    "ic10": 1024,
}  # fmt: skip
"""Apple's names of the parts of an .icns file, with their pixels; ic11 to ic14 are the doubled ones."""

MAC_EDGE = 0.09
"""Of the width stays free around an icon in a Mac's dock (a convention of that desktop)."""

TEAL, DEEP, LIGHT, TAPE, MARKS = "#0B6E78", "#095C65", "#12838F", "#F0946A", "#6B260C"

_LEG = (
    "M17.5 3 H42.5 C43.6 12 41.6 21 37.4 28.6 C36.3 30.6 36.7 32.2 37 34 C37.7 38.6 35 42 34.6 46 "
    "C34.4 48.2 36.6 49 39.4 49.6 L47 51.2 Q51 52.2 51 55 Q51 56 49.8 56 H25.2 Q22.4 56 22.6 53 "
    "C22.8 50.6 24.4 49 24.3 46 C24.2 41.6 19.8 39.8 19.9 34.2 C19.95 31.4 21.4 30.4 20.7 27.8 "
    "C18.8 21 16.6 12 17.5 3 Z"
)
_TAPE = "M16 16.2 Q30 21.4 43.6 16.2 L42.6 24 Q30.2 29 17.6 24 Z"
_MARKS = "M21 18 V21 M25.5 18.9 V23.4 M30 19.2 V22.2 M34.5 18.9 V23.4 M39 18 V21"

_LARGE = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<title>Legwork</title>
<defs>
<linearGradient id="ground" x1="0" y1="0" x2="0" y2="1">
<stop offset="0" stop-color="{LIGHT}"/><stop offset="1" stop-color="{DEEP}"/>
</linearGradient>
<linearGradient id="leg" gradientUnits="userSpaceOnUse" x1="0" y1="3" x2="0" y2="14">
<stop offset="0" stop-color="#FFFFFF" stop-opacity="0"/><stop offset="1" stop-color="#FFFFFF"/>
</linearGradient>
</defs>
<rect x="2" y="2" width="60" height="60" rx="14" fill="url(#ground)"/>
<path fill="url(#leg)" d="{_LEG}"/>
<path fill="{TAPE}" d="{_TAPE}"/>
"""
WHOLE = f"""{_LARGE}<path stroke="{MARKS}" stroke-width="1.2" stroke-linecap="round" fill="none" d="{_MARKS}"/>
</svg>
"""
PLAIN = f"{_LARGE}</svg>\n"
_SMALL_LEG = ((4, 2), (10, 2), (10, 6), (9, 9), (9, 11), (13, 12), (13, 14), (5, 14), (5, 11), (4, 8))
_SMALL_TAPE = ((3, 4), (11, 6))
"""On 16 pixels: corners of the leg; two corners of the tape."""


def small(size: int) -> str:
    """The plain drawing with every corner on a whole pixel of so many."""
    leg, tape = (
        [[round(one * size / 16) for one in point] for point in points] for points in (_SMALL_LEG, _SMALL_TAPE)
    )
    corners = " ".join(f"{x},{y}" for x, y in leg)
    (left, top), (right, bottom) = tape
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">
<title>Legwork</title>
<rect width="{size}" height="{size}" rx="{size * 0.22:g}" fill="{TEAL}"/>
<polygon fill="#FFFFFF" points="{corners}"/>
<rect x="{left}" y="{top}" width="{right - left}" height="{bottom - top}" fill="{TAPE}"/>
</svg>
"""


PAPER = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<title>Legwork file</title>
<path fill="#FFFFFF" stroke="#8A94A0" stroke-width="2" stroke-linejoin="round" d="M11 3 H41 L53 15 V61 H11 Z"/>
<path fill="#D8DDE4" stroke="#8A94A0" stroke-width="2" stroke-linejoin="round" d="M41 3 L53 15 H41 Z"/>
<g transform="translate(15 22) scale(0.53)">{WHOLE[WHOLE.index("<defs>") : WHOLE.index("</svg>")].strip()}</g>
</svg>
"""
DRAWINGS = {"legwork": WHOLE, "legwork-small": small(16), "legwork-file": PAPER}
"""What is kept as a drawing, by file; the pictures are made from these, from PLAIN and from `small`."""


def drawing_for(size: int) -> str:
    """The drawing that is clear at so many pixels."""
    return small(size) if size < 32 else PLAIN if size < 48 else WHOLE


def ico(pictures: dict[int, tuple[bytes, bytes]]) -> bytes:
    """An .ico file. pictures: by size, each as PNG and as rows of BGRA from the bottom up.

    Up to 64 pixels as plain bitmaps, which every installer and old program reads, larger ones as PNG.
    """
    parts = []
    for size, (png, rows) in sorted(pictures.items()):
        if size > 64:
            parts.append((size, png))
            continue
        mask = bytes((size + 31) // 32 * 4 * size)  # unused where there is alpha, but must be there
        head = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, len(rows) + len(mask), 0, 0, 0, 0)
        parts.append((size, head + rows + mask))
    at = 6 + 16 * len(parts)
    directory = struct.pack("<HHH", 0, 1, len(parts))
    for size, body in parts:
        directory += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(body), at)
        at += len(body)
    return directory + b"".join(body for _, body in parts)


def icns(picture: Callable[[int], bytes]) -> bytes:
    """An .icns file. picture: gives the PNG of so many pixels."""
    parts = [(kind.encode(), picture(size)) for kind, size in ICNS_KINDS.items()]
    body = b"".join(kind + struct.pack(">I", len(png) + 8) + png for kind, png in parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def draw_all(folder: Path) -> list[Path]:
    """Write every file; returns them."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    def image(drawing: str, size: int, edge: float = 0.0) -> QImage:
        picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(0)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(0, 0, size, size).adjusted(size * edge, size * edge, -size * edge, -size * edge)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, inner)
        painter.end()
        return picture.convertToFormat(QImage.Format.Format_ARGB32)

    def png(picture: QImage) -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())

    def both(picture: QImage) -> tuple[bytes, bytes]:
        flipped = picture.flipped()
        return png(picture), bytes(flipped.constBits())  # little-endian ARGB is BGRA in memory

    folder.mkdir(parents=True, exist_ok=True)
    files = {f"{name}.svg": text.encode() for name, text in DRAWINGS.items()}
    for size in SIZES:
        files[f"legwork-{size}.png"] = png(image(drawing_for(size), size))
        if size >= 32:
            files[f"legwork-file-{size}.png"] = png(image(PAPER, size))
    files["legwork.ico"] = ico({size: both(image(drawing_for(size), size)) for size in ICO_SIZES})
    files["legwork-file.ico"] = ico({size: both(image(PAPER, size)) for size in (16, *ICO_SIZES[3:])})
    files["legwork.icns"] = icns(lambda size: png(image(drawing_for(size), size, MAC_EDGE if size >= 64 else 0.0)))
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in files]


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    assert QGuiApplication.instance() is None
    application = QGuiApplication(sys.argv[:1])
    assert application is not None
    files = draw_all(FOLDER)
    print(f"{len(files)} files in {FOLDER}, {sum(one.stat().st_size for one in files) / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
