"""What may keep the legs small: the possible causes, best supported first, each with its reasons.

Owns how a diagnosis is shown. It must not weigh anything, nor know where answers are kept: it asks for
them by a signal.
"""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from legwork.domain.causes.diagnosis import Diagnosis, Hypothesis, Support, in_words
from legwork.domain.causes.evidence import Cause, Direction, Evidence, Observed
from legwork.domain.standing import Legs
from legwork.i18n import mark, ntr, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.fold import FoldHeader
from legwork.qt.widgets.layout import Part, button, column, label, row
from legwork.qt.widgets.prose import prose, strong
from legwork.qt.widgets.side_by_side import SideBySide
from legwork.qt.widgets.support_sign import SupportSign
from legwork.services.questionnaires import cause_questions

_MOST_MISSING = 4
"""Of what is not known yet, so many are named, those that would tell most; a long list of gaps helps nobody."""

_QUIET = (Support.UNKNOWN, Support.AGAINST)
_GROUPS = (
    (Direction.FOR, mark("Speaks for it"), "+"),
    (Direction.AGAINST, mark("Speaks against it"), "−"),
    (Direction.MISSING, mark("Not known yet"), "?"),
)
_FROM_NUMBERS = frozenset(one.name for one in fields(Observed))


class CauseList(QWidget):
    """A sentence, an entry for each possible cause, and the way to the questions."""

    asked = Signal()
    """The person wants to answer questions, or to change answers."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._diagnosis: Diagnosis | None = None
        self._caution = ""
        self._folded: dict[Cause, bool] = {}
        self._content = QWidget()
        self.setObjectName("cause_list")
        self.setAccessibleName(tr("Likely causes"))
        self.setLayout(column(self._content, spacing=0))
        theme.changed.connect(self._on_theme_changed)

    def show_diagnosis(self, diagnosis: Diagnosis, caution: str = "") -> None:
        """Show it. What the person opened or folded stays so. caution: what to heed before any advice, or nothing."""
        self._diagnosis, self._caution = diagnosis, caution
        focused = next((one.objectName() for one in self.findChildren(QWidget) if one.hasFocus()), "")
        layout = self.layout()
        assert layout is not None
        old, self._content = self._content, self._build(diagnosis)
        layout.replaceWidget(old, self._content)
        old.hide()
        old.deleteLater()
        if focused:
            again = self._content.findChild(QWidget, focused)
            if again is not None:
                again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, diagnosis: Diagnosis) -> QWidget:
        theme = self._theme
        answered = any(
            one.direction is not Direction.MISSING and one.origin not in _FROM_NUMBERS
            for hypothesis in diagnosis.hypotheses
            for one in hypothesis.evidence
        )
        shown = [one for one in diagnosis.hypotheses if answered or _has_own_reason(one)]
        loud = [one for one in shown if one.support not in _QUIET]
        quiet = [one for one in shown if one.support in _QUIET]
        sentence = label(diagnosis.sentence if answered else _unasked(diagnosis, bool(loud)), wrap=True)
        sentence.setObjectName("cause_sentence")
        parts: list[Part] = [prose(theme, sentence)]
        if self._caution:
            caution = label(self._caution, "caution", wrap=True)
            caution.setObjectName("cause_caution")
            parts.append(prose(theme, caution))
        if not answered:
            parts += [prose(theme, self._invitation()), self._ask_row(tr("Answer questions"), "primary")]
            if shown:
                parts += [theme.px(4), label(tr("What your numbers say so far"), "section")]
        parts += [self._entries(loud, first=True, answered=answered)] if loud else []
        if quiet:
            heading = tr("Less likely, or not known yet") if loud else tr("What your answers speak for")
            small = label(heading if answered or loud else tr("Less likely"), "small")
            parts += [column(_line(), small, self._entries(quiet, first=False, answered=answered), spacing=theme.px(6))]
        if answered:
            parts += [self._ask_row(tr("Change answers"), "")]
        content = QWidget()
        content.setLayout(column(*parts, spacing=theme.px(12)))
        return content

    def _invitation(self) -> QLabel:
        count = len(cause_questions())
        said = tr("{count} short questions, about two minutes. Each can be skipped.", count=count)
        invitation = label(said, "secondary", wrap=True)
        invitation.setObjectName("cause_invitation")
        return invitation

    def _ask_row(self, text: str, kind: str) -> Part:
        ask = button(text, "cause_ask", kind)
        ask.clicked.connect(self.asked)
        return row(ask, None)

    def _entries(self, hypotheses: list[Hypothesis], *, first: bool, answered: bool) -> QVBoxLayout:
        entries = column(spacing=0)
        for place, one in enumerate(hypotheses):
            if place and first:
                entries.addWidget(_line())
            rank = place + 1 if first else None
            entry = _Entry(self._theme, one, rank, answered=answered)
            entry.header.setChecked(not self._folded.get(one.key, not (first and place == 0)))
            entry.header.clicked.connect(self._on_clicked)
            entries.addWidget(entry)
        return entries

    def _on_clicked(self) -> None:
        header = self.sender()
        if isinstance(header, FoldHeader):
            self._folded[Cause(header.objectName().removeprefix("cause_header_"))] = not header.isChecked()

    def _on_theme_changed(self) -> None:
        if self._diagnosis is not None:
            self.show_diagnosis(self._diagnosis, self._caution)


class _Entry(QWidget):
    """One possible cause: a header, and its reasons once it is open."""

    def __init__(self, theme: ThemeManager, hypothesis: Hypothesis, rank: int | None, *, answered: bool) -> None:
        """answered: false while no question was; then those it waits for are not listed."""
        super().__init__()
        self._answered = answered
        self._theme, self._hypothesis = theme, hypothesis
        self._body: QWidget | None = None
        words = in_words(hypothesis.support)
        quiet = hypothesis.support in _QUIET
        name = label(hypothesis.name, "secondary" if quiet else "section", wrap=True)
        support = QWidget()
        support.setLayout(row(SupportSign(theme, hypothesis.support), label(words, "small"), None, spacing=theme.px(8)))
        metrics = QFontMetrics(theme.font(12))  # all alike, so that the signs stand below one another
        longest = max(metrics.horizontalAdvance(in_words(one)) for one in Support)
        support.setMinimumWidth(theme.px(42 + 8 + 2) + longest)
        heading = SideBySide(
            name, support, wide=theme.px(430), spacing=theme.px(2), gap=theme.px(16), shares=(1, 0)
        )  # fmt: skip
        said = tr("{name}: {support}", name=hypothesis.name, support=words)
        if rank is not None:
            said = tr("{rank}. {what}", rank=rank, what=said)
        number = label("" if rank is None else str(rank), "section")
        number.setFixedWidth(theme.px(14))
        content = row(number, heading, spacing=theme.px(6))
        content.setStretch(1, 1)
        content.setAlignment(number, Qt.AlignmentFlag.AlignTop)
        self.header = FoldHeader(theme, f"cause_header_{hypothesis.key}", said, content)
        self.header.toggled.connect(self._on_toggled)
        self.setLayout(column(self.header, spacing=0))

    def _on_toggled(self, open_now: bool) -> None:
        if self._body is None:
            self._body = self._reasons()
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._body)
        self._body.setVisible(open_now)

    def _reasons(self) -> QWidget:
        theme, hypothesis = self._theme, self._hypothesis
        groups: dict[Direction, QWidget] = {}
        for direction, title, sign in _GROUPS:
            evidence = hypothesis.towards(direction)
            if direction is Direction.MISSING and not self._answered:
                evidence = tuple(one for one in evidence if one.origin in _FROM_NUMBERS)
            if evidence:
                groups[direction] = self._group(tr(title), sign, evidence, direction.value)
        sides = QWidget()
        both = [groups[one] for one in (Direction.FOR, Direction.AGAINST) if one in groups]
        sides.setLayout(SideBySide(*both, wide=theme.px(480), spacing=theme.px(12), gap=theme.px(24)))
        advice = label(hypothesis.advice, wrap=True)
        advice.setObjectName(f"cause_advice_{hypothesis.key}")
        parts: list[Part] = [sides] if both else []
        parts += [groups[Direction.MISSING]] if Direction.MISSING in groups else []
        parts += [column(strong(theme, tr("What to do about it")), prose(theme, advice), spacing=theme.px(4))]
        body = QWidget()
        body.setObjectName(f"cause_body_{hypothesis.key}")
        layout = column(*parts, spacing=theme.px(12))
        indent = theme.px(44)  # below the words of the heading, beside its number
        layout.setContentsMargins(indent, theme.px(8), theme.px(8), theme.px(16))
        body.setLayout(layout)
        return body

    def _group(self, title: str, sign: str, evidence: tuple[Evidence, ...], name: str) -> QWidget:
        theme = self._theme
        lines = column(strong(theme, title), spacing=theme.px(4))
        missing = name == Direction.MISSING.value
        role = "secondary" if missing else ""
        most = _MOST_MISSING if missing else len(evidence)
        for one in evidence[:most]:
            text = label(_text(one), role, wrap=True)
            text.setAccessibleName(tr("{group}: {text}", group=title, text=text.text()))
            bullet = label(sign, "secondary")
            bullet.setFixedWidth(theme.px(12))
            line = row(bullet, text, spacing=theme.px(6))
            line.setStretch(1, 1)
            line.setAlignment(bullet, Qt.AlignmentFlag.AlignTop)
            lines.addLayout(line)
        if evidence[most:]:
            rest = len(evidence) - most
            lines.addWidget(label(ntr("and {count} thing more", "and {count} things more", rest), "small"))
        lines.addStretch(1)
        group = QWidget()
        group.setObjectName(f"cause_{name}_{self._hypothesis.key}")
        group.setLayout(lines)
        return group


def _has_own_reason(hypothesis: Hypothesis) -> bool:
    """Whether anything speaks for or against it but that there is no gap, which the sentence on top says already."""
    known = (*hypothesis.towards(Direction.FOR), *hypothesis.towards(Direction.AGAINST))
    return any(one.origin != "legs" for one in known)


def _unasked(diagnosis: Diagnosis, some: bool) -> str:
    """The sentence on top while nothing was answered: it must not promise reasons that are not there."""
    if diagnosis.legs is Legs.BEHIND and not some:
        return tr(
            "Your legs are smaller than those of most people built like you above the waist. What may be behind it "
            "shows once you answer a few questions."
        )
    return diagnosis.sentence


def _text(evidence: Evidence) -> str:
    """Its text; without "Not known yet:" where the heading says so already."""
    before, _, _ = tr("Not known yet: {subject}.").partition("{subject}")
    text = evidence.text.removeprefix(before)
    return text[:1].upper() + text[1:]


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    return line
