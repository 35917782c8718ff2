"""The weekly check-in: the page people use most. A form, a body that shows where, and a day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QDate, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from legwork.domain.days import ago, long_day, near_day
from legwork.domain.sites import Kind, Side, Spot
from legwork.domain.units import Quantity, typed_text
from legwork.errors import UserError
from legwork.i18n import mark, ntr, tr
from legwork.numerals import number
from legwork.qt.core.commands import offer, tell
from legwork.qt.core.context import Context
from legwork.qt.widgets.body_map import BodyMap
from legwork.qt.widgets.day_field import DayField
from legwork.qt.widgets.days import to_date, to_qdate
from legwork.qt.widgets.keys import share_keys
from legwork.qt.widgets.layout import Page, button, card, column, label, leaves_undo_to_window, row, scrolled
from legwork.qt.widgets.reading_field import ReadingField
from legwork.qt.widgets.site_guide import SiteGuide
from legwork.qt.widgets.wheel import calm
from legwork.services import body_fat, check_ins, due
from legwork.services.check_ins import CheckIn, Day, Entry, RecordReadings
from legwork.services.people import Person


class MeasurePage(Page):
    """Enter or edit one day's check-in, all by keyboard."""

    name = "measure"
    title = mark("Measure")
    tables = ("person", "tracked_site", "custom_site", "check_in", "reading")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.day = date.today()
        self.fields: dict[Spot, ReadingField] = {}
        self._shape: object = None
        self._check_in: CheckIn | None = None
        self._note_of: tuple[int, date] | None = None
        self._build_day_row()
        self._build_form()
        tell(self, ("Enter", "Tab"), tr("Take what is typed, to the next field"))
        tell(self, "Shift+Tab", tr("To the field before"))
        tell(self, "Esc", tr("Put back what stood in the field"))
        self.body_map = BodyMap(context.theme)
        self.body_map.setObjectName("body_map")
        self.body_map.spot_clicked.connect(self._on_spot_clicked)
        self.guide = SiteGuide(context.theme)
        side = column(card(self.guide), card(self.body_map, margin=8), spacing=16)
        side.setStretch(1, 1)
        self._side = QWidget()
        self._side.setLayout(side)
        columns = row(self._form_card, self._side, spacing=context.theme.px(16))
        columns.setStretch(0, 3)
        columns.setStretch(1, 2)
        self.body.addLayout(self._day_row)
        self.body.addLayout(columns, 1)

    def refresh(self) -> None:
        person = self.context.person
        if person is None:
            return
        if (person.id, person.tracked_sites) != self._shape:
            self._shape = (person.id, person.tracked_sites)
            self._fill_form(person)
            self._share_room()
        self._check_in = check_ins.on_day(self.context.profile, person.id, self.day)
        before = check_ins.previous(self.context.profile, person.id, self.day)
        for spot, field in self.fields.items():
            field.show_day(self.day, self._check_in.readings.get(spot, ()), before.get(spot), person.units)
        self._show_head(max((one.day for one in before.values()), default=None))
        if (person.id, self.day) != self._note_of or not self.note.hasFocus():
            self.note.setPlainText(self._check_in.note)
        self._note_of = (person.id, self.day)
        self.morning.setChecked(bool(self._check_in.morning))
        self.trained.setChecked(bool(self._check_in.trained_legs))
        self._show_body_fat_offer(person)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Large text in a small window: the form is what the page is for, the figures give way."""
        form = self._form.minimumSizeHint().width() + self.context.theme.px(32)
        beside = self.width() >= form + self._side.minimumSizeHint().width() + self.context.theme.px(64)
        self._side.setVisible(beside)
        self._form_card.setMinimumWidth(form if beside else 0)

    def minimumSizeHint(self) -> QSize:
        """Without the figures, which give way."""
        return QSize(self.context.theme.px(360), self.context.theme.px(320))

    def show_day(self, day: date) -> None:
        """Turn to another day; what is typed is taken over first."""
        self.leave()
        self.day = min(day, date.today())
        self.refresh()

    def leave(self) -> None:
        for field in self.fields.values():
            if field.edit.isModified():
                field.commit()
        self._commit_note()

    def focus_first(self) -> None:
        """Put the cursor where the next value goes: the first field that is still empty."""
        for field in self.fields.values():
            if not field.edit.text():
                field.edit.setFocus()
                return

    def _build_day_row(self) -> None:
        icons = self.context.icons
        self.date_edit = calm(DayField())
        self.date_edit.setObjectName("check_in_day")
        self.date_edit.setAccessibleName(tr("Day of the check-in"))
        self.date_edit.setCalendarPopup(True)
        self.date_edit.setKeyboardTracking(False)  # a day half typed is not yet the day meant
        self.date_edit.setDisplayFormat(tr("d MMM yyyy"))
        self.date_edit.setMinimumWidth(self.context.theme.px(170))
        self.date_edit.dateChanged.connect(self._on_date_changed)
        self.back = button("", "day_back", "quiet")
        self.back.setIcon(icons.icon("caret-left"))
        self.forth = button("", "day_forth", "quiet")
        self.forth.setIcon(icons.icon("caret-right"))
        for one, text, key, go in (
            (self.back, tr("A week back"), "Alt+Left", self._on_back),
            (self.forth, tr("A week on"), "Alt+Right", self._on_forth),
        ):
            one.setAccessibleName(text)
            one.clicked.connect(go)
            share_keys(one, offer(self, one.objectName(), text, key, go, window=True))
        self.today = button(tr("Today"), "day_today", "quiet")
        self.today.clicked.connect(self._on_today)
        self.summary = label("", "secondary", wrap=True)
        self.summary.setObjectName("check_in_summary")
        self.morning = QCheckBox(tr("Morning"))
        self.morning.setObjectName("morning")
        self.morning.setToolTip(tr("Girths and weight rise through the day: the same time each week compares best."))
        self.trained = QCheckBox(tr("Trained legs within 48 h"))
        self.trained.setObjectName("trained_legs")
        self.trained.setToolTip(
            tr("Hard leg work swells the muscle for a day or two. It is noted so that swelling is not read as growth.")
        )
        self.morning.clicked.connect(self._on_morning)
        self.trained.clicked.connect(self._on_trained)
        self.review = button(tr("Review of the week…"), "measure_review")
        self.review.setToolTip(tr("What was done, what changed, what is noise, and what comes"))
        self.review.clicked.connect(self._on_review)
        self._day_row = row(self.back, self.date_edit, self.forth, self.today, 8, self.summary, self.review)
        self._day_row.setStretch(5, 1)

    def _build_form(self) -> None:
        theme = self.context.theme
        self._form = content = QWidget()
        self._rows = QGridLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(theme.px(12))
        self._rows.setVerticalSpacing(theme.px(4))
        self.note = QPlainTextEdit()
        self.note.setObjectName("check_in_note")
        self.note.setAccessibleName(tr("Note"))
        self.note.setPlaceholderText(tr("Note: a holiday, a new programme, a sore knee"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.px(56))
        self.note.installEventFilter(self)
        self.choose = button(tr("Choose what you measure"), "choose_sites", "link")
        self.choose.clicked.connect(self._on_choose_sites)
        self.by_tape = button(tr("Work out by tape"), "body_fat_by_tape", "link")
        self.by_tape.clicked.connect(self._on_by_tape)
        layout = column(
            self._rows,
            8,
            row(self.morning, self.trained, None, spacing=16),
            self.note,
            row(self.choose, None),
            None,
            spacing=8,
        )
        margin = theme.px(16)
        layout.setContentsMargins(margin, margin, margin, margin)
        content.setLayout(layout)
        content.installEventFilter(self)
        self._scroll = scrolled(content, "check_in_form", tr("Check-in"))
        self._form_card = QFrame()
        self._form_card.setProperty("role", "card")
        frame = QVBoxLayout(self._form_card)
        frame.setContentsMargins(1, 1, 1, 1)
        frame.addWidget(self._scroll)

    def _fill_form(self, person: Person) -> None:
        for field in self.fields.values():
            field.blockSignals(True)  # its text was for the person before: nothing of it is meant for this one
        self.by_tape.setParent(self._form_card)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {}
        theme = self.context.theme
        for line, site in enumerate(person.tracked_sites):
            name = label(person.label(Spot(site.key)), wrap=True)
            name.setMinimumHeight(theme.px(34))
            self._rows.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
            for spot in site.spots:
                field = ReadingField(theme, site, spot, person.label(spot))
                field.committed.connect(self._on_committed)
                field.advance.connect(self._on_advance)
                field.focused.connect(self._on_focused)
                self.fields[spot] = field
                column_of = 3 if spot.side is Side.RIGHT else 1
                if spot.side is not Side.NONE:
                    letter = label(tr("L") if spot.side is Side.LEFT else tr("R"), "small")
                    letter.setFixedHeight(theme.px(34))
                    self._rows.addWidget(letter, line, column_of, Qt.AlignmentFlag.AlignTop)
                width = 3 if spot.side is Side.NONE else 1
                self._rows.addWidget(field, line, column_of + 1, 1, width, Qt.AlignmentFlag.AlignTop)
            if site.kind is Kind.PERCENT:
                self.fields[Spot(site.key)].add_beside(self.by_tape)
        self._rows.setColumnMinimumWidth(0, theme.px(96))
        self._rows.setColumnMinimumWidth(2, theme.px(216))
        self._rows.setColumnStretch(4, 1)
        fields = list(self.fields.values())
        for first, second in pairwise(fields):
            QWidget.setTabOrder(first.edit, second.edit)
        if fields:
            rest: tuple[QWidget, ...] = (fields[-1].edit, self.morning, self.trained, self.note, self.choose)
            for one, other in pairwise(rest):
                QWidget.setTabOrder(one, other)
        self.body_map.set_spots(list(self.fields))
        self._on_focused(next(iter(self.fields), None))

    def _show_head(self, last: date | None) -> None:
        assert self._check_in is not None
        done = [spot for spot in self.fields if spot in self._check_in.readings]
        self.body_map.set_done(done)
        self.heading.setText(tr("Check-in of {day}", day=long_day(self.day)))
        with_signals = self.date_edit.blockSignals(True)
        self.date_edit.setMaximumDate(to_qdate(date.today()))
        if to_date(self.date_edit.date()) != self.day:
            self.date_edit.setDate(to_qdate(self.day))
        self.date_edit.blockSignals(with_signals)
        self.forth.setEnabled(self.day < date.today())
        self.today.setVisible(self.day != date.today())
        self.review.setVisible(bool(done))
        counted = ntr("{done} of {count} value", "{done} of {count} values", len(self.fields), done=len(done))
        if last is None:
            self.summary.setText(counted)
        else:
            when = near_day(last, self.day)
            if self.day == date.today():
                when = f"{when}, {ago(last, self.day)}"
            self.summary.setText(tr("{counted}. The one before: {when}.", counted=counted, when=when))

    def _show_body_fat_offer(self, person: Person) -> None:
        offer = body_fat.by_tape(self.context.profile, person, self.day)
        self.by_tape.setVisible(any(field.site.kind is Kind.PERCENT for field in self.fields.values()))
        self.by_tape.setEnabled(offer.percent is not None)
        self.by_tape.setToolTip(offer.explanation)
        self.by_tape.setAccessibleDescription(offer.explanation)

    def _record(self, day: Day, what: str, initiator: QObject | None = None) -> bool:
        person = self.context.person
        if person is None:
            return False
        try:
            return self.context.runner.apply(RecordReadings(person.id, (day,), what), initiator) is not None
        except UserError as error:
            self.summary.setText(str(error))
            return False

    def _on_committed(self, spot: Spot, quantities: tuple[Quantity, ...]) -> None:
        person = self.context.person
        if person is None:
            return
        said = " + ".join(map(typed_text, quantities)) or tr("cleared")
        what = tr("{spot}: {value}", spot=person.label(spot), value=said)
        if not self._record(Day(self.day, (Entry(spot, quantities),)), what):
            self.fields[spot].saving_failed()

    def _on_advance(self, spot: Spot) -> None:
        spots = list(self.fields)
        place = spots.index(spot) + 1
        target = self.fields[spots[place]].edit if place < len(spots) else self.note
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_focused(self, spot: Spot | None) -> None:
        self.body_map.set_active(spot)
        field = self.fields.get(spot) if spot is not None else None
        self.guide.show_site(field.site if field else None, spot)
        if field is not None and field.edit.hasFocus():
            self._scroll.ensureWidgetVisible(field, 0, self.context.theme.px(24))

    def _on_spot_clicked(self, spot: Spot) -> None:
        if spot in self.fields:
            self.fields[spot].edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_date_changed(self, day: QDate) -> None:
        self.show_day(to_date(day))

    def _on_back(self) -> None:
        self._step(-1)

    def _on_forth(self) -> None:
        self._step(1)

    def _step(self, direction: int) -> None:
        """To the neighbouring check-in where one lies within the week, else a week away."""
        person = self.context.person
        week = self.day + timedelta(days=7 * direction)
        low, high = sorted((self.day + timedelta(days=direction), week))
        between = due.tape_days(self.context.profile, person, low, high).values() if person else ()
        nearest = (min(between) if direction > 0 else max(between)) if between else week
        self.show_day(nearest)
        self.focus_first()

    def _on_today(self) -> None:
        self.show_day(date.today())
        self.focus_first()

    def _on_morning(self, checked: bool) -> None:
        if not self._record(Day(self.day, morning=checked), tr("Morning: {state}", state=_yes_no(checked))):
            self.morning.setChecked(not checked)

    def _on_trained(self, checked: bool) -> None:
        what = tr("Trained legs within 48 h: {state}", state=_yes_no(checked))
        if not self._record(Day(self.day, trained_legs=checked), what):
            self.trained.setChecked(not checked)

    def _on_review(self) -> None:
        from legwork.qt.dialogs.weekly_review import show_review

        self.leave()
        show_review(self.context, self, self.day)

    def _on_choose_sites(self) -> None:
        self.context.navigate.emit("settings")

    def _on_by_tape(self) -> None:
        person = self.context.person
        if person is None:
            return
        offer = body_fat.by_tape(self.context.profile, person, self.day)
        if offer.percent is not None:
            quantity = Quantity(offer.percent, "%", str(round(offer.percent, 1)))
            entry = Entry(Spot("body_fat"), (quantity,), check_ins.NAVY)
            self._record(Day(self.day, (entry,)), tr("Body fat by tape: {value} %", value=number(offer.percent, 1)))

    def _commit_note(self) -> None:
        if self._check_in is not None and self.note.document().isModified():
            self.note.document().setModified(False)
            self._record(Day(self.day, note=self.note.toPlainText()), tr("Note"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._form and event.type() == QEvent.Type.LayoutRequest:
            self._share_room()
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self._commit_note()
        if watched is self.note and not self.note.document().isModified() and leaves_undo_to_window(event):
            return True
        return super().eventFilter(watched, event)


def _yes_no(checked: bool) -> str:
    return tr("yes") if checked else tr("no")
