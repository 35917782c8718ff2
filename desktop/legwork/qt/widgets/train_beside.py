"""What stands beside the sheet: the rest, the plates for the load at hand, the warm-up, last time's sets and the cues.

Owns which of them are shown for the exercise that the cursor is in.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legwork.domain.days import ago
from legwork.domain.log.sheet import Line, Sets
from legwork.domain.units import UnitSystem
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, card, column, label, row
from legwork.qt.widgets.train_plates import PlatesPanel
from legwork.qt.widgets.train_rest import RestTimer
from legwork.services.own_plates import Gym, gym_from
from legwork.services.set_words import last_lines, warm_up_words
from legwork.services.train_sheet import ExerciseFacts, load_at_hand


class Beside(QWidget):
    """Follows the exercise that the cursor is in."""

    ramp_asked = Signal()

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._units = UnitSystem.METRIC
        self._gym = gym_from({}, UnitSystem.METRIC)
        self.setObjectName("train_beside")
        self.rest = RestTimer(theme)
        self.plates = PlatesPanel(theme)
        self.ramp_words = label("", wrap=True)
        self.ramp_words.setObjectName("train_ramp")
        self.ramp_add = button(tr("Put them on the sheet (Alt+W)"), "train_ramp_add", "link")
        self.ramp_add.clicked.connect(self.ramp_asked)
        self.last = label("", wrap=True)
        self.last.setObjectName("train_last_time")
        self.last_warm = label("", "small", wrap=True)
        self.last_warm.setObjectName("train_last_warm_up")
        self.cues = label("", "secondary", wrap=True)
        self.cues.setObjectName("train_cues")
        gap = theme.px(6)
        self._rest = card(self.rest)
        self._plates = card(self.plates)
        self._ramp = card(label(tr("Warm-up"), "section"), self.ramp_words, row(self.ramp_add, None), spacing=gap)
        self._last_title = label(tr("Last time"), "section")
        self._about = card(self._last_title, self.last_warm, self.last, self.cues, spacing=gap)
        self.typing = label(_typing(), "small", wrap=True)
        self.typing.setObjectName("train_typing")
        typing = card(label(tr("Typing"), "section"), self.typing, spacing=gap)
        self.setLayout(column(self._rest, self._plates, self._ramp, self._about, typing, None, spacing=theme.px(12)))

    def show_gym(self, gym: Gym, units: UnitSystem) -> None:
        """Reckon with these plates and bars."""
        self._gym, self._units = gym, units

    def show_live(self, live: bool) -> None:
        """The rest is counted only while one trains."""
        self._rest.setVisible(live)
        if not live:
            self.rest.stop()

    def show_exercise(
        self,
        facts: ExerciseFacts | None,
        lines: Sequence[Line],
        ramp: Sets = (),
        last_day: date | None = None,
        today: date | None = None,
    ) -> None:
        """Show what belongs to an exercise; None: the cursor is in none."""
        load = load_at_hand(lines)
        self.plates.show_load(facts.exercise if facts else None, load if facts else None, self._gym, self._units)
        self._plates.setVisible(not self.plates.isHidden())
        counting = facts.exercise.counting if facts is not None and facts.exercise is not None else None
        self.ramp_words.setText(warm_up_words(ramp, self._units, counting))
        self._ramp.setVisible(bool(ramp))
        last = facts.wish.last if facts is not None else ()
        self.last.setText("\n".join(last_lines(last, self._units, counting)))
        warm = warm_up_words(last, self._units, counting)
        self.last_warm.setText(tr("Warm-up: {sets}", sets=warm))
        self.last_warm.setVisible(bool(warm))
        self._last_title.setText(
            tr("Last time, {ago}", ago=ago(last_day, today)) if last and last_day and today else tr("Last time")
        )
        self.last.setVisible(bool(self.last.text()))
        self._last_title.setVisible(bool(last))
        exercise = facts.exercise if facts is not None else None
        self.cues.setText("\n".join(tr(cue) for cue in exercise.cues) if exercise is not None else "")
        self.cues.setVisible(bool(self.cues.text()))
        self._about.setVisible(bool(last) or bool(self.cues.text()))
        if facts is not None:
            self.rest.set_wanted(facts.rest_s)


def _typing() -> str:
    """How sets are typed, and the keys."""
    return "\n".join(
        (
            tr("Enter takes the grey numbers."),
            tr("8: eight reps with that load"),
            tr("100x8@2: with 2 reps left"),
            tr("BWx12, +10x8, -20x8, 45s"),
            tr("L 24x10 / R 24x9: both sides"),
            tr("w, d, m, f: warm-up, drop, myo, failure"),
            tr("; behind it: a note"),
            "",
            tr("Ins: another set"),
            tr("Alt+0 to Alt+4: how it was felt"),
            tr("Alt+N: note, Alt+S: swap, Alt+R: rest"),
            tr("PgUp, PgDown: exercise, Ctrl+Enter: finish"),
            tr("Alt+Up, Alt+Down: move the exercise"),
            tr("Alt+J: superset with the one above"),
        )
    )
