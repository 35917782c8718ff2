"""The left rail: pages with icons and names, people below, and a fold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from legwork.i18n import tr
from legwork.qt.core.icons import Icons
from legwork.qt.core.spoken_roles import CHOICE, GROUP
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import label

if TYPE_CHECKING:
    from legwork.services.people import Person

MAX_PEOPLE = 6


class RailButton(QToolButton):
    """A page or a person: one of several, though each is a stop of Tab."""

    spoken_role = CHOICE


class Rail(QWidget):
    """One button a page. Says what was chosen; decides nothing."""

    spoken_role = GROUP

    page_chosen = Signal(str)
    person_chosen = Signal(str)

    def __init__(
        self, theme: ThemeManager, icons: Icons, pages: Sequence[tuple[str, str, str]], below: Sequence[str]
    ) -> None:
        """pages: (name, translated title, icon) in order; below: names of those under the line."""
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Pages"))
        self._theme, self._icons = theme, icons
        self._icon_names = {name: icon for name, _, icon in pages}
        self._folded = False
        self._people: list[QToolButton] = []
        self.buttons: dict[str, QToolButton] = {}
        self._layout = QVBoxLayout(self)
        self._people_box = QVBoxLayout()
        self._caption = label(tr("People"), "small")
        for name, title, _icon in pages:
            if name in below and not any(earlier in below for earlier in self.buttons):
                self._layout.addStretch(1)
                self._layout.addWidget(self._caption)
                self._layout.addLayout(self._people_box)
            self.buttons[name] = self._button(name, title)
            self._layout.addWidget(self.buttons[name])
        self._caption.hide()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def name_pages(self, titles: Mapping[str, str]) -> None:
        """Other titles, for another language."""
        self.setAccessibleName(tr("Pages"))
        self._caption.setText(tr("People"))
        for name, title in titles.items():
            self.buttons[name].setText(f" {title}")
            self.buttons[name].setAccessibleName(title)
        self._dress()

    def show_page(self, name: str) -> None:
        """Mark the page that is shown."""
        for other, one in self.buttons.items():
            one.setChecked(other == name)

    def show_people(self, people: Sequence[Person], current: Person | None) -> None:
        """One button a person when there are several: one click to turn to another."""
        for one in self._people:
            self._people_box.removeWidget(one)
            one.hide()
            one.deleteLater()
        self._people = []
        several = list(people)[:MAX_PEOPLE] if len(people) > 1 else []
        for person in several:
            one = self._button(f"person_{person.id}", person.name)
            one.setProperty("uid", person.uid)
            one.setChecked(current is not None and person.uid == current.uid)
            self._people.append(one)
            self._people_box.addWidget(one)
        self._caption.setVisible(bool(several) and not self._folded)
        self._dress()

    def fold(self, folded: bool) -> None:
        """Show icons only, or icons with names."""
        self._folded = folded
        self._on_theme_changed()

    def _button(self, name: str, title: str) -> QToolButton:
        one = RailButton()
        one.setObjectName(f"rail_{name}")
        one.setText(f" {title}")  # a little more air after the icon
        one.setAccessibleName(title)
        one.setCheckable(True)
        one.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        one.clicked.connect(self._on_clicked)
        return one

    def _on_clicked(self) -> None:
        sender = self.sender()
        assert isinstance(sender, QToolButton)
        sender.setChecked(True)
        uid = sender.property("uid")
        if uid:
            self.person_chosen.emit(uid)
        else:
            self.page_chosen.emit(sender.objectName().removeprefix("rail_"))

    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self.setFixedWidth(px(56 if self._folded else 200))
        self._layout.setContentsMargins(px(8), px(12), px(8), px(12))
        self._layout.setSpacing(px(4))
        self._people_box.setSpacing(px(4))
        self._caption.setContentsMargins(px(12), 0, 0, 0)
        self._caption.setVisible(bool(self._people) and not self._folded)
        self._dress()

    def _dress(self) -> None:
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if self._folded else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        side = self._theme.px(20)
        for name, one in [*self.buttons.items(), *(("", person) for person in self._people)]:
            one.setIcon(self._icons.icon(self._icon_names.get(name, "user")))
            one.setIconSize(QSize(side, side))
            one.setToolButtonStyle(style)
            one.setToolTip(one.text() if self._folded else "")
