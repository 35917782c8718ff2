"""How Legwork looks, of what it reminds, what a person measures, and where the data is. Each choice holds at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QLabel, QLineEdit, QWidget

from legwork.errors import UserError
from legwork.i18n import LANGUAGES, mark, tr
from legwork.qt.core.context import Context
from legwork.qt.core.login_start import login_start_for, switch
from legwork.qt.core.opening import show_folder
from legwork.qt.core.theme import TEXT_SCALES
from legwork.qt.widgets.choices import NamedGroup, OneOf
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.layout import Page, button, card, column, label, row, scrolled
from legwork.qt.widgets.reminder_choices import ReminderChoices
from legwork.qt.widgets.side_by_side import SideBySide
from legwork.qt.widgets.site_chooser import SiteChooser
from legwork.services import settings
from legwork.services.edit import Edit
from legwork.services.hints import ShowHintsAgain, put_away
from legwork.services.people import AddOwnSite, DeleteOwnSite, TrackSites
from legwork.services.settings import ChangeSetting

_SIDE_BY_SIDE = 760
"""From this width on the cards stand in two columns."""

_THEMES = (
    ("system", mark("Like the desktop")),
    ("light", mark("Light")),
    ("dark", mark("Dark")),
    ("contrast_light", mark("High contrast, light")),
    ("contrast_dark", mark("High contrast, dark")),
)


class SettingsPage(Page):
    """Settings, changed at once and undoable."""

    name = "settings"
    title = mark("Settings")
    tables = ("setting", "person", "tracked_site", "custom_site")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        gap = context.theme.px(16)
        left, right = QWidget(), QWidget()
        left.setLayout(column(self._sites_card(), self._data_card(), None, spacing=gap))
        right.setLayout(column(self._look_card(), self._reminders_card(), None, spacing=gap))
        content = QWidget()
        content.setLayout(SideBySide(left, right, wide=context.theme.px(_SIDE_BY_SIDE), spacing=gap, gap=gap))
        content.setMaximumWidth(context.theme.px(1280))
        self.body.addWidget(scrolled(content, "settings_area", tr("Settings")), 1)

    def refresh(self) -> None:
        now = settings.read(self.context.profile)
        groups = {settings.THEME: self._themes, settings.TEXT_PERCENT: self._scales, settings.LANGUAGE: self._spoken}
        for key, group in groups.items():
            for one in group.buttons():
                one.setChecked(one.property("value") == now[key])
        if self.context.person is not None:
            self.chooser.show_person(self.context.person)
        self.reminders.show_choices(now, self.context.person)
        self.hints.setEnabled(bool(put_away(self.context.profile)))
        self._show_login()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_login()  # it may have been switched elsewhere meanwhile

    def leave(self) -> None:
        self.reminders.commit()

    def _look_card(self) -> QFrame:
        self._themes = self._choice(settings.THEME, [(key, tr(text)) for key, text in _THEMES])
        self._scales = self._choice(settings.TEXT_PERCENT, [(str(percent), f"{percent} %") for percent in TEXT_SCALES])
        self._spoken = self._choice(settings.LANGUAGE, [("system", tr("As the computer")), *LANGUAGES.items()])
        self.hints = button(tr("Show hints again"), "show_hints")
        self.hints.clicked.connect(self._on_hints)
        return card(
            label(tr("Look and language"), "section"),
            *self._group(tr("Colours"), self._themes),
            4,
            *self._group(tr("Text size"), self._scales),
            4,
            *self._group(tr("Language"), self._spoken),
            4,
            label(tr("Sentences for those who are new to a page"), "secondary", wrap=True),
            row(self.hints, None),
        )

    def _group(self, said: str, group: QButtonGroup) -> tuple[QLabel, QWidget]:
        holder = NamedGroup(said)
        holder.setLayout(FlowLayout(*group.buttons(), spacing=4))
        return label(said, "secondary"), holder

    def _reminders_card(self) -> QFrame:
        self.reminders = ReminderChoices(self.context.theme)
        self.reminders.chosen.connect(self._on_reminder)
        self.reminders.login_switched.connect(self._on_login)
        self.reminders.trial_asked.connect(self.context.trial_asked)
        self._login = login_start_for(self.context.profile.paths.root)
        return card(label(tr("Reminders"), "section"), self.reminders)

    def _choice(self, key: str, options: list[tuple[str, str]]) -> QButtonGroup:
        group = OneOf(self)
        for value, text in options:
            one = button(text, f"{key}_{value}", "segment")
            one.setCheckable(True)
            one.setProperty("value", value)
            one.setProperty("setting", key)
            group.addButton(one)
        group.buttonClicked.connect(self._on_choice)
        return group

    def _sites_card(self) -> QFrame:
        self.chooser = SiteChooser(self.context.theme, self.context.icons)
        self.chooser.chosen.connect(self._on_sites_chosen)
        self.chooser.delete_asked.connect(self._on_site_delete)
        self.own_name = QLineEdit()
        self.own_name.setObjectName("own_site_name")
        self.own_name.setAccessibleName(tr("Name of a site of your own"))
        self.own_name.setPlaceholderText(tr("A girth of your own"))
        self.own_name.setToolTip(self.own_name.placeholderText())
        self.own_sided = QCheckBox(tr("Left and right"))
        self.own_sided.setObjectName("own_site_sided")
        self.own_add = button(tr("Add"), "own_site_add")
        self.own_add.clicked.connect(self._on_own_site)
        self.own_name.returnPressed.connect(self._on_own_site)
        self.own_error = label("", "error", wrap=True)
        self.own_error.hide()
        intro = tr("Checked sites stand on the check-in, in this order. Drag them, or use Alt with Up and Down.")
        return card(
            label(tr("What you measure"), "section"),
            label(intro, "secondary", wrap=True),
            self.chooser,
            8,
            row(self.own_name, self.own_sided, self.own_add),
            self.own_error,
        )

    def _data_card(self) -> QFrame:
        folder = label(str(self.context.profile.paths.root), "small", wrap=True)
        folder.setObjectName("profile_folder")
        folder.setToolTip(folder.text())
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        show = button(tr("Show the folder"), "show_folder")
        show.clicked.connect(self._on_show_folder)
        return card(
            label(tr("Your data"), "section"),
            label(
                tr(
                    "All of it stays on this computer, in one folder. A checked copy is kept there each day it changed."
                ),
                "secondary",
                wrap=True,
            ),
            folder,
            row(show, None),
        )

    def _apply(self, edit: Edit) -> bool:
        try:
            self.own_error.hide()
            return self.context.runner.apply(edit) is not None
        except UserError as error:
            self.own_error.setText(str(error))
            self.own_error.show()
            return False

    def _on_choice(self, chosen: QWidget) -> None:
        self._apply(ChangeSetting(chosen.property("setting"), chosen.property("value")))

    def _on_hints(self) -> None:
        self._apply(ShowHintsAgain())

    def _on_reminder(self, key: str, value: str) -> None:
        self._apply(ChangeSetting(key, value))

    def _on_login(self, on: bool) -> None:
        try:
            switch(self._login, on=on)
            said = ""
        except UserError as error:
            said = str(error)
        self._show_login(said)

    def _show_login(self, refused: str = "") -> None:
        self.reminders.show_login(self._login.state(), refused, sample=self.context.sample)

    def _on_sites_chosen(self, keys: tuple[str, ...]) -> None:
        person = self.context.person
        if person is not None and not self._apply(TrackSites(person.id, keys)):
            self.refresh()

    def _on_site_delete(self, key: str) -> None:
        person = self.context.person
        if person is not None:
            self._apply(DeleteOwnSite(person.id, key, person.site(key).name))

    def _on_own_site(self) -> None:
        person = self.context.person
        if person is not None and self._apply(AddOwnSite(person.id, self.own_name.text(), self.own_sided.isChecked())):
            self.own_name.clear()

    def _on_show_folder(self) -> None:
        show_folder(self.context.profile.paths.root)
