"""Draws the two pictures of the installer: `python packaging/windows/wizard_pictures.py FOLDER`.

The strip beside the first and last page (side.bmp) and the icon at the head of the others (head.bmp), as large as NSIS
shows them at 100 %: it takes pixels out when it has to make a picture smaller. Needs PySide6 and the committed icon,
whose colours it uses.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons" / "app"
SIDE, HEAD = (164, 314), (150, 57)
TOP, BOTTOM = "#12838F", "#095C65"


def main(folder: Path) -> None:
    """Write both pictures to the folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QPointF, QRectF, Qt
    from PySide6.QtGui import QColor, QGuiApplication, QImage, QLinearGradient, QPainter

    _app = QGuiApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    icon = QImage(str(ICONS / "legwork-512.png"))

    def picture(size: tuple[int, int], at: QRectF, ground: QLinearGradient | QColor, name: str) -> None:
        image = QImage(*size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(QRectF(0, 0, *size), ground)
        small = icon.scaled(
            at.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(at, small)
        painter.end()
        if not image.convertToFormat(QImage.Format.Format_RGB888).save(str(folder / name), "BMP"):
            raise OSError(f"{folder / name} could not be written")

    fall = QLinearGradient(QPointF(0, 0), QPointF(0, SIDE[1]))
    fall.setColorAt(0, QColor(TOP))
    fall.setColorAt(1, QColor(BOTTOM))
    picture(SIDE, QRectF(26, 84, 112, 112), fall, "side.bmp")
    picture(HEAD, QRectF(103, 8, 40, 40), QColor("#FFFFFF"), "head.bmp")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
