"""The pictures of the README, of the sample history in light colours: `readme.py OUT`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from pictures import program_for, settle, wait_while_busy
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from legwork.services.settings import THEME, ChangeSetting

SHOWN = ("today", "charts", "balance", "plan")
SIZE = 1280, 800


def main() -> int:
    """Make them; returns the exit code."""
    out = Path(sys.argv[1])
    with program_for(out) as program:
        program.session.open(program.paths.sample, sample=True)
        program.session.context.runner.apply(ChangeSetting(THEME, "light"))
        program.window.resize(*SIZE)
        for name in SHOWN:
            program.window.show_page(name)
            settle(3)
            wait_while_busy(program.window)
            _in_few_colours(program.window.grab().toImage()).save(str(out / f"{name}.png"), "PNG", 0)
    return 0


def _in_few_colours(picture: QImage) -> QImage:
    """With the 256 commonest: enough for flat areas, and half of what everybody who gets the repository loads."""
    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    found, counts = np.unique(np.frombuffer(whole.constBits(), np.uint32), return_counts=True)
    common = found[np.argsort(counts)[::-1][:256]].tolist()
    return whole.convertToFormat(QImage.Format.Format_Indexed8, common, Qt.ImageConversionFlag.ThresholdDither)


if __name__ == "__main__":
    sys.exit(main())
