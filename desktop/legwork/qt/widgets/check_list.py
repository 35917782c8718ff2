"""Pain first, then the self-checks with what was seen, then what the lifts hint at.

Owns how they are listed; dialogs are opened by whoever listens. It must not decide what pain holds back, nor what a
check means.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QWidget

from legwork.domain.pain_holds import Hold, Urgency
from legwork.domain.questionnaire import Answers
from legwork.domain.self_checks import Finding, SelfCheck, findings, uneven
from legwork.domain.sites import Side
from legwork.i18n import mark, tr
from legwork.qt.core.spoken_roles import GROUP
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import Part, button, column, label, row
from legwork.qt.widgets.prose import prose, strong

_URGENCIES = {
    Urgency.SOON: mark("Have it looked at within two weeks"),
    Urgency.FIRST: mark("Have it looked at before you load it again"),
    Urgency.NOW: mark("Have it looked at today"),
}
_ON_SIDE = {Side.LEFT: mark("Left: {seen}"), Side.RIGHT: mark("Right: {seen}"), Side.NONE: mark("{seen}")}


class CheckList(QWidget):
    """What hurts, what was checked, and what can be checked."""

    asked = Signal(str)
    """The key of the self-check that the person wants to do, or to look at again."""
    pain_asked = Signal()
    """The person wants to say what hurts."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[SelfCheck, ...], Answers, tuple[Hold, ...], tuple[str, ...]] | None = None
        self._content = QWidget()
        self.setObjectName("check_list")
        self.setAccessibleName(tr("Pain and self-checks"))
        self.setLayout(column(self._content, spacing=0))
        theme.changed.connect(self._on_theme_changed)

    def show_checks(
        self, checks: tuple[SelfCheck, ...], answers: Answers, holds: tuple[Hold, ...], notes: tuple[str, ...] = ()
    ) -> None:
        """Show them. notes: translated sentences about lifts that are out of step with each other."""
        self._shown = checks, answers, holds, notes
        focused = next((one.objectName() for one in self.findChildren(QWidget) if one.hasFocus()), "")
        theme = self._theme
        parts: list[Part] = [self._pain(answers, holds), self._checks(checks, answers)]
        if notes:
            lines = column(label(tr("From your lifts"), "section"), spacing=theme.px(6))
            for place, note in enumerate(notes, 1):
                lines.addLayout(prose(theme, _named(label(note, wrap=True), f"strength_note_{place}")))
            parts.append(lines)
        new = QWidget()
        new.setLayout(column(*parts, spacing=theme.px(20)))
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(self._content, new)
        self._content.hide()
        self._content.deleteLater()
        self._content = new
        again = new.findChild(QWidget, focused) if focused else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pain(self, answers: Answers, holds: tuple[Hold, ...]) -> Part:
        theme = self._theme
        parts: list[Part] = [_HoldBox(theme, hold) for hold in holds]
        if holds:
            said = tr("Change what hurts")
        elif answers.get("pain_now"):
            parts.append(_named(label(tr("Nothing hurts at the moment, you said."), wrap=True), "no_pain"))
            said = tr("Change what hurts")
        else:
            text = tr("Say first whether anything hurts: what hurts is not loaded, and some signs want a doctor first.")
            parts.append(prose(theme, _named(label(text, wrap=True), "pain_unasked")))
            said = tr("Say what hurts")
        ask = button(said, "pain_ask")
        ask.clicked.connect(self.pain_asked)
        return column(*parts, row(ask, None), spacing=theme.px(8))

    def _checks(self, checks: tuple[SelfCheck, ...], answers: Answers) -> Part:
        theme = self._theme
        found = findings(checks, answers)
        differing = uneven(checks, answers)
        lines = column(label(tr("Self-checks"), "section"), spacing=theme.px(8))
        said = tr("A few minutes each, without any tool. They are screens, not diagnoses.")
        lines.addLayout(prose(theme, label(said, "secondary", wrap=True)))
        for check in checks:
            line = QFrame()
            line.setProperty("role", "line")
            lines.addWidget(line)
            own = [one for one in found if one.check is check]
            lines.addLayout(self._check(check, own, check in differing))
        return lines

    def _check(self, check: SelfCheck, found: list[Finding], differs: bool) -> QLayout:
        theme = self._theme
        name = strong(theme, tr(check.name), wrap=True)
        words = column(name, spacing=theme.px(2))
        if found:
            for one in found:
                seen = tr(_ON_SIDE[one.side], seen=tr(one.seen.text))
                words.addWidget(_named(label(seen, wrap=True), f"check_seen_{check.key}_{one.side.value}"))
        else:
            words.addWidget(label(tr(check.purpose), "secondary", wrap=True))
        state = _state(check, found, differs)
        if state:
            words.addWidget(_named(label(state, "small", wrap=True), f"check_state_{check.key}"))
        ask = button(tr("Look again") if found else tr("Do it"), f"check_{check.key}")
        ask.setAccessibleName(tr("{action}: {what}", action=ask.text(), what=tr(check.name)))
        ask.clicked.connect(self._on_clicked)
        line = row(words, ask, spacing=theme.px(12))
        line.setStretch(0, 1)
        line.setAlignment(ask, Qt.AlignmentFlag.AlignTop)
        return line

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, QWidget):
            self.asked.emit(sender.objectName().removeprefix("check_"))

    def _on_theme_changed(self) -> None:
        if self._shown is not None:
            self.show_checks(*self._shown)


class _HoldBox(QFrame):
    """What hurts and what that means for training, with a bar at its left: seen at once, but calm."""

    spoken_role = GROUP

    def __init__(self, theme: ThemeManager, hold: Hold) -> None:
        super().__init__()
        self._theme, self._role = theme, "error" if hold.urgency is Urgency.NOW else "caution"
        self.setObjectName(f"hold_{hold.area}")
        self.setAccessibleName(hold.sentence)
        urgency = label(tr(_URGENCIES[hold.urgency]), self._role, wrap=True)
        sentence = _named(label(hold.sentence, wrap=True), f"hold_sentence_{hold.area}")
        meanwhile = _named(label(hold.meanwhile, "secondary", wrap=True), f"hold_meanwhile_{hold.area}")
        layout = column(urgency, prose(theme, sentence), prose(theme, meanwhile), spacing=theme.px(6))
        layout.setContentsMargins(theme.px(20), theme.px(12), theme.px(12), theme.px(12))
        self.setLayout(layout)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(6), theme.px(6))
        painter.setBrush(theme.colour(self._role))
        bar = QRectF(theme.px(6), theme.px(8), theme.px(4), self.height() - theme.px(16))
        painter.drawRoundedRect(bar, theme.px(2), theme.px(2))
        painter.end()


def _state(check: SelfCheck, found: list[Finding], differs: bool) -> str:
    if not found:
        return tr("Not done yet")
    if differs:
        return tr("The sides came out differently: look again on another day.")
    if len(found) < len(check.sides):
        return tr("One side is still to do.")
    return ""


def _named(text: QLabel, name: str) -> QLabel:
    text.setObjectName(name)
    return text
