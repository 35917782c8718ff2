"""What is known of an exercise as running text: muscles with reasons, cues, counting, pain, and links to others.

Owns how the text is put together and the discs before the muscles. The words come from `services.exercise_words`.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from legwork.domain.exercise import Exercise, Share
from legwork.domain.exercise_names import Catalogue
from legwork.domain.muscles import MUSCLES, region_of
from legwork.domain.units import UnitSystem
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.services import exercise_words as words

_SCHEME = "exercise"


class ExerciseText(QTextBrowser):
    """Scrolls by keys too; Tab goes through its links, and Enter follows one."""

    other_asked = Signal(str)
    """The key of the exercise that a link leads to."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("exercise_text")
        self.setAccessibleName(tr("About the exercise"))
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._on_link)

    def show_exercise(self, one: Exercise, catalogue: Catalogue, units: UnitSystem, *, stay: bool) -> None:
        """Show what is known of it. catalogue: where what can stand in is found. stay: do not scroll up."""
        place = self.verticalScrollBar().value() if stay else 0
        theme = self._theme
        document = self.document()
        if document.defaultFont() != theme.font():  # it costs as much as the text itself
            document.setDefaultFont(theme.font())
        document.setDocumentMargin(0)
        document.setDefaultStyleSheet(
            "p { margin: 0; } .head { font-weight: 600; }"
            f" a {{ color: {theme.colours.legs}; text-decoration: none; }}"
            f" .small {{ font-size: {theme.px(12)}px; color: {theme.colours.secondary}; }}"
        )
        self.setViewportMargins(theme.px(14), 0, theme.px(6), theme.px(2))
        for share in one.muscles:
            document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(_disc_name(share)), self._disc(share))
        self.setHtml(self._html(one, catalogue, units))
        self.verticalScrollBar().setValue(place)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.fillRect(0, 0, self.viewport().width(), self._theme.px(2), self._theme.colour("legs"))
            painter.end()

    def _html(self, one: Exercise, catalogue: Catalogue, units: UnitSystem) -> str:
        gap, tight = self._theme.px(14), self._theme.px(4)
        parts = [_heading(tr("What it trains"), 0, 0)]
        parts += [self._muscle(one, share) for share in one.muscles]
        if one.cues:
            parts.append(_heading(tr("What should I feel?"), gap, 0))
            parts += [_item("–", escape(words.shown_text(one, cue)), self._theme.px(16), tight) for cue in one.cues]
        for title, text in (
            (tr("How the load is counted"), words.counted_words(one)),
            (tr("Where to begin"), words.reps_words(one, units)),
            (tr("If something hurts"), _avoid(one)),
        ):
            if text:
                parts += [_heading(title, gap, tight), f"<p>{escape(text)}</p>"]
        if instead := _instead(one, catalogue, self._theme.px(8)):
            parts += [_heading(tr("Can stand in for it"), gap, tight), *instead]
        return "".join(parts) + f'<p style="margin-bottom: {gap}px"></p>'

    def _muscle(self, one: Exercise, share: Share) -> str:
        name = words.capital(tr(MUSCLES[share.muscle]))
        said = escape(tr("{muscle}: {share}", muscle=name, share=words.share_words(share)))
        reason = words.shown_text(one, share.reason)
        small = f'<br><span class="small">{escape(reason)}</span>' if reason else ""
        side = self._theme.px(13)
        disc = f'<img src="{_disc_name(share)}" width="{side}" height="{side}">'
        return _item(disc, said + small, self._theme.px(22), self._theme.px(5))

    def _disc(self, share: Share) -> QImage:
        """How much of a set the muscle is credited with: a disc filled so far, in the hue of its region."""
        theme, ratio = self._theme, self.devicePixelRatioF()
        side = theme.px(13)
        image = QImage(round(side * ratio), round(side * ratio), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        colour = theme.region_colour(region_of(share.muscle).value)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.px(15) / 10
        edge = QRectF(0, 0, side, side).adjusted(width, width, -width, -width)
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(edge)
        painter.setBrush(colour)
        painter.drawPie(edge, 90 * 16, -round(360 * 16 * share.share))
        painter.end()
        return image

    def _on_link(self, url: QUrl) -> None:
        if url.scheme() == _SCHEME:
            self.other_asked.emit(url.path())


def _disc_name(share: Share) -> str:
    return f"disc-{share.muscle}-{share.share}"


def _heading(text: str, above: int, below: int) -> str:
    return f'<p class="head" style="margin-top: {above}px; margin-bottom: {below}px">{escape(text)}</p>'


def _item(mark: str, text: str, indent: int, above: int) -> str:
    """A line that goes on below its own beginning, behind a mark."""
    pad = f'style="padding-top: {above}px"'
    return (
        f'<table cellspacing="0" cellpadding="0" width="100%"><tr><td width="{indent}" {pad}>{mark}</td>'
        f"<td {pad}>{text}</td></tr></table>"
    )


def _avoid(one: Exercise) -> str:
    if not one.avoid:
        return ""
    if len(one.avoid) == 1:
        return tr("Leave it out while this hurts: {place}.", place=words.avoid_words(one))
    return tr("Leave it out while one of these hurts: {places}.", places=words.avoid_words(one))


def _instead(one: Exercise, catalogue: Catalogue, below: int) -> list[str]:
    """A link to each exercise that can stand in; one that was deleted since is left out."""
    lines = []
    for other in one.substitutes:
        found = catalogue.get(other.key)
        if found is not None:
            why = words.shown_text(one, other.why)
            small = f'<br><span class="small">{escape(why)}</span>' if why else ""
            link = f'<a href="{_SCHEME}:{escape(found.key)}">{escape(found.label)}</a>'
            lines.append(f'<p style="margin-bottom: {below}px">{link}{small}</p>')
    return lines
