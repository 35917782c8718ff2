"""Window and first page are drawn before anything heavy is loaded: in a process each, as only a fresh one can tell."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import legwork
from legwork.paths import ProfilePaths
from legwork.services.people import everybody
from legwork.services.plans import AddPlan
from legwork.services.profile import Profile
from program_driver import ALEX, fill, readings
from train_cases import MONDAY, legs_first
from workout_texts import add_workout, did

CHILD = """
import os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from legwork.bootstrap import Program
from legwork.paths import ProfilePaths

app = QApplication([])
program = Program(ProfilePaths(Path(sys.argv[1])))
assert program.start()
page = None
while page is None or page.now is None:
    app.processEvents()
    page = program.window.current_page()
program.window.repaint()  # drawn, before the background begins
heavy = ("numpy", "sqlalchemy", "alembic", "pyqtgraph", "legwork.domain.plan", "legwork.domain.log.sums",
         "legwork.domain.trend", "legwork.domain.food", "legwork.domain.forecast", "legwork.services.train_count")
print(page.name, page.step.sentence.text(), [one for one in heavy if one in sys.modules], flush=True)
os._exit(0)
"""

PAINTED = """
import os, sys
from pathlib import Path
import PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets
from PySide6.QtCore import QEvent, QObject
from legwork.bootstrap import Application, Program
from legwork.paths import ProfilePaths

HEAVY = {PySide6.QtCore: ("Qt",), PySide6.QtGui: ("QAction", "QKeySequence"), PySide6.QtWidgets: ("QStyle", "QMenu")}


class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print("painted", [name for module, names in HEAVY.items() for name in names if name in vars(module)])
            from PySide6.QtCore import Qt
            print("Qt" in vars(PySide6.QtCore), flush=True)
            os._exit(0)
        return False


app = Application(["legwork"])
program = Program(ProfilePaths(Path(sys.argv[1])))
watch = Watch()
assert program.start()
program.window.installEventFilter(watch)
app.exec()
"""


def test_the_window_is_painted_before_qt_is_loaded_whole(tmp_path: Path) -> None:
    """PySide makes a class when it is first named; those with many enumerations take 10 to 30 ms each."""
    assert _said(PAINTED, tmp_path / "profile").splitlines() == ["painted []", "True"]


def test_what_is_said_at_once_needs_nothing_heavy(tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    fill(folder, ALEX)
    profile = Profile(ProfilePaths(folder))
    [person] = everybody(profile)
    for away in (7, 0):
        made = readings(person, date.today() - timedelta(days=away), waist="84", calf_left="37", calf_right="37")
        profile.apply(made)
    profile.apply(AddPlan(person.id, legs_first(), MONDAY))
    add_workout(profile, person, date.today(), did("squat", "100x8"))
    profile.close()
    said = _said(CHILD, folder)
    assert said.startswith("today ")
    assert said.strip().endswith("[]"), said


def _said(program: str, folder: Path) -> str:
    environment = os.environ | {
        "PYTHONPATH": str(Path(legwork.__file__).parents[1]),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "*=false",
    }
    found = subprocess.run(
        [sys.executable, "-c", program, str(folder)], env=environment, capture_output=True, text=True, timeout=60
    )
    assert found.returncode == 0, found.stderr
    return found.stdout
