"""The few building blocks that give every page the same air: page frame, card, labels and buttons by role."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontDatabase, QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from legwork.errors import StoreError
from legwork.i18n import tr
from legwork.qt.core.spoken_roles import GROUP
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.two_ends import TwoEndsLayout

if TYPE_CHECKING:
    from legwork.qt.core.context import Context
    from legwork.qt.widgets.page_about import PageAbout
    from legwork.services.edit import Changes

Part = QWidget | QLayout | int | None
"""What a row or column takes: a widget, a layout, a gap in pixels, or None for a stretch."""

L = TypeVar("L", bound=QBoxLayout)

_HEADER = 36
"""Height of what stands above a page's content: its buttons fit, and the title is as high without any."""


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label in a role of the type scale: title, section, big, small, secondary, good, caution, error."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def fixed_width(text: QPlainTextEdit) -> None:
    """Have a text in letters of one width, as large as all other text."""
    made = QFont()  # of which only the family is set: the size stays the theme's, whatever becomes of it
    made.setFamilies(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families())
    made.setStyleHint(QFont.StyleHint.Monospace)
    text.setFont(made)


def set_role(widget: QWidget, role: str, name: str = "role") -> None:
    """Change the role of a widget that is on screen."""
    if widget.property(name) != role:
        widget.setProperty(name, role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def button(text: str, name: str, kind: str = "") -> QPushButton:
    """A push button; kind: primary, quiet, link or segment."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setAutoDefault(True)  # outside a dialog Qt lets only Space press a button; people press Enter
    if kind:
        made.setProperty("kind", kind)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def row(*parts: Part, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side; None is a stretch, a number is a gap."""
    return _fill(QHBoxLayout(), parts, spacing)


def column(*parts: Part, spacing: int = 8) -> QVBoxLayout:
    """Widgets one below the other; None is a stretch, a number is a gap."""
    return _fill(QVBoxLayout(), parts, spacing)


def _fill(layout: L, parts: tuple[Part, ...], spacing: int) -> L:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout


def card(*parts: Part, margin: int = 16, spacing: int = 8) -> QFrame:
    """A rounded surface for facts that belong together."""
    frame = QFrame()
    frame.setProperty("role", "card")
    layout = column(*parts, spacing=spacing)
    layout.setContentsMargins(margin, margin, margin, margin)
    frame.setLayout(layout)
    return frame


def leaves_undo_to_window(event: QEvent) -> bool:
    """For the event filter of a field with nothing typed: True when it would keep Ctrl+Z from undoing the last edit."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence(event.keyCombination())
    if keys in (QKeySequence("Ctrl+Z"), QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")):
        event.ignore()
        return True
    return False


def scrolled(content: QWidget, name: str, said: str, *, by_keys: bool = False) -> QScrollArea:
    """`content` with a scroll bar on its right when it is too high; said: its translated name for a screen reader.

    by_keys: it takes the focus itself, so that arrows and Page Down turn it at once.
    """
    area = _TurnedByKeys() if by_keys else _Upright()
    area.setObjectName(name)
    area.setAccessibleName(said)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if by_keys else Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


class _Upright(QScrollArea):
    """Scrolls from above to below only, and so must be as wide as what is in it."""

    def minimumSizeHint(self) -> QSize:
        content = self.widget()
        within = content.minimumSizeHint().width() if content else 0
        beside = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        least = super().minimumSizeHint()
        return QSize(max(least.width(), within + beside), least.height())


class _TurnedByKeys(_Upright):
    """Has a ring for who came with Tab. Who turned to the page or clicked on it looks at it as a whole, without one."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        came = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        set_role(self, "yes" if came else "", "ring")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        set_role(self, "", "ring")


@contextmanager
def faults_asked_about() -> Iterator[None]:
    """For what reads inside a method of Qt's own: a fault of the store ends it, and is asked about as everywhere.

    Left to come out of there it would be asked about too, but Qt would complain of its method on the way.
    """
    try:
        yield
    except StoreError as error:
        sys.excepthook(type(error), error, error.__traceback__)


class Page(QWidget):
    """A page of the window: a title (marked for translation) with its actions, and content that follows the data.

    Subclasses fill `self.body` and implement `refresh`; it is called when the page is shown and something it shows
    has changed since, and at once while it is visible.
    """

    spoken_role = GROUP

    name = ""
    title = ""
    tables: tuple[str, ...] = ()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setObjectName(f"{self.name}_page")
        self.setAccessibleName(tr(self.title))
        self._stale, self._begun = True, False
        self.heading = label(tr(self.title), "title")
        self.heading.setMinimumHeight(context.theme.px(_HEADER))
        self._explained: PageAbout | None = None
        self.about = self._make_about()
        self.title_row = row(self.heading, self.about, None, spacing=4)
        self.tools = FlowLayout(spacing=8)
        self.body = column(spacing=16)
        gap = context.theme.px(24)
        outer = column(TwoEndsLayout(self.title_row, self.tools, spacing=8), self.body, spacing=16)
        outer.setContentsMargins(gap, context.theme.px(16), gap, gap)
        outer.setStretch(1, 1)
        self.setLayout(outer)
        context.bus.changed.connect(self._on_bus_changed)
        context.person_changed.connect(self._on_stale)
        context.theme.changed.connect(self._on_theme_changed)

    def refresh(self) -> None:
        """Show what the data is now."""
        raise NotImplementedError

    def refresh_changes(self, _changes: Changes) -> None:
        """Show one change; the whole page unless a subclass knows better."""
        self.refresh()

    def open_for(self, wish: str) -> None:
        """The person came here for one thing, named by who sent them; most pages have nothing to open."""

    def build_whole(self) -> None:
        """Build what is otherwise built when it is first wanted: somebody asks for all that the page can do."""

    def take_keyboard(self) -> None:
        """The page is turned to: what is typed goes into it, at first where work begins, later where it was left."""
        if not self._begun or not self._has_keyboard():
            self._begun = True
            self.begin()
        if not self._has_keyboard():
            self.setFocus()
            self.focusNextPrevChild(True)  # to the first part that Tab leads to

    def _has_keyboard(self) -> bool:
        return self.hasFocus() or self.isAncestorOf(self.window().focusWidget())

    def begin(self) -> None:
        """The page is turned to for the first time."""
        self.focus_first()

    def focus_first(self) -> None:
        """The page is asked for again: go to where work begins, by itself that of an empty page.

        Where no subclass says more the focus stays where it is.
        """
        for empty in self.findChildren(EmptyState):
            if empty.isVisible():
                empty.button.setFocus()

    def leave(self) -> None:
        """The person turns to another page or closes the window: take over what was typed."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            with faults_asked_about():
                self.refresh()
            self._lay_out_views()
        with faults_asked_about():
            self.place_hint()

    def explain_with(self, topic: str, hint: str) -> None:
        """A round question mark beside the title tells what this page is, by the first paragraph of a help topic.

        hint: the translated sentence for whoever is new to it, until it is put away; empty for none.
        """
        from legwork.qt.widgets.page_about import PageAbout

        self._explained = PageAbout(self, topic, hint)

    def hint_fits(self) -> bool:
        """Whether the hint is about what the page shows now."""
        return True

    def place_hint(self) -> None:
        """Show the hint while it is wanted, else take it away."""
        if self._explained is not None:
            self._explained.place_hint()

    def _make_about(self) -> QToolButton:
        made = QToolButton()
        made.setObjectName("page_about")
        made.setAccessibleName(tr("What is this page?"))
        made.setToolTip(tr("What is this page? (F1 opens the help on it)"))
        made.setProperty("kind", "quiet")
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setIcon(self.context.icons.icon("question"))
        made.hide()
        return made

    def _lay_out_views(self) -> None:
        for view in self.findChildren(QAbstractItemView):
            view.doItemsLayout()  # a view keeps the row heights of the style sheet it was laid out with

    def _on_theme_changed(self) -> None:
        if self.isVisible():
            self._lay_out_views()
        self._on_stale()

    def _on_stale(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _on_bus_changed(self, changes: Changes, initiator: object) -> None:
        if changes.touches("setting") and self.isVisible():
            self.place_hint()
        if initiator is self or not changes.touches(*self.tables):
            return
        if self.isVisible():
            self.refresh_changes(changes)
        else:
            self._stale = True


class EmptyState(QWidget):
    """One drawing, one sentence, one button: what a page will show, and the first step to get there."""

    def __init__(self, context: Context, icon: str, sentence: str, action: str, run: Callable[[], object]) -> None:
        super().__init__()
        self._context = context
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text = label(sentence, "secondary", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setMinimumWidth(context.theme.px(320))
        text.setMaximumWidth(context.theme.px(460))
        self.button = button(action, "empty_state_action", "primary")
        self.button.clicked.connect(run)
        middle = column(None, self._picture, text, row(None, self.button, None), None, spacing=16)
        self.setLayout(row(None, middle, None))
        context.theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell()

    def _tell(self) -> None:
        """The page may have a hint, which says the same as an empty page, or nothing that fits."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, Page):
            around = around.parentWidget()
        if around is not None and around.isVisible():
            with faults_asked_about():
                around.place_hint()

    def _on_theme_changed(self) -> None:
        self._picture.setPixmap(self._context.icons.pixmap(self._icon, 56, self._context.theme.colour("skin_line")))
