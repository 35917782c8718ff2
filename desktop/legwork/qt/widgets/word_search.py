"""Finding an entry of a long chooser by typing any word of it, as `thigh` finds “Upper thigh, left”.

Owns what is typed, for a moment, and which entry that means. What becomes of a choice is for whoever listens to the
chooser: it tells it as if it had been picked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

from legwork.domain.word_match import begun_by, folded, words_of

_PAUSE_MS = 1500
"""What is typed after so long begins anew; twice as long as Qt waits, since words are typed and not letters."""

_ASIDE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def findable(box: QComboBox, synonym: Callable[[str], int] | None = None) -> None:
    """Let a chooser be searched. synonym: the place of an entry by another name for it, -1 for none."""
    typed = _Typed(box, synonym)
    box.installEventFilter(typed)
    box.view().installEventFilter(typed)


def found_by(texts: Sequence[str], typed: str, now: int) -> int:
    """The place of the first entry that begins so, else of one with words that begin so, in any order; -1 for none.

    A letter typed again and again goes from one such entry to the next. now: the place where it goes on from.
    """
    wanted = folded(typed).split()
    if not wanted:
        return -1
    words = [words_of(text) for text in texts]
    begins = [at for at, text in enumerate(texts) if folded(text).startswith(" ".join(wanted))]
    holds = [at for at, one in enumerate(words) if begun_by(wanted, one)]
    if begins or holds:
        return (begins or holds)[0]
    if len(set(wanted[0])) > 1 or len(wanted) > 1:
        return -1
    same = [at for at, one in enumerate(words) if any(word.startswith(wanted[0][0]) for word in one)]
    return next((at for at in same if at > now), same[0] if same else -1)


class _Typed(QObject):
    """What was typed in one chooser."""

    def __init__(self, box: QComboBox, synonym: Callable[[str], int] | None) -> None:
        super().__init__(box)
        self._box, self._synonym, self._text = box, synonym, ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._forget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._forget()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._takes(event):
            self._find(watched is not self._box)
            return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        text = event.text()
        if event.key() == Qt.Key.Key_Backspace and self._text:
            self._text = self._text[:-1]
        elif not text.isprintable() or not text or event.modifiers() & _ASIDE or (text == " " and not self._text):
            return False
        else:
            self._text += text
        self._pause.start()
        return True

    def _find(self, is_open: bool) -> None:
        """Go to the entry; in the open list it is only marked, and Enter takes it."""
        box, model = self._box, self._box.model()
        places = [
            at for at in range(box.count()) if model.flags(model.index(at, 0)) & Qt.ItemFlag.ItemIsEnabled
        ]  # fmt: skip
        now = box.view().currentIndex().row() if is_open else box.currentIndex()
        texts = [box.itemText(at) for at in places]
        found = found_by(texts, self._text, places.index(now) if now in places else -1)
        place = places[found] if found >= 0 else self._synonym(self._text) if self._synonym else -1
        if place < 0 or place == now:
            return
        if is_open:
            box.view().setCurrentIndex(model.index(place, box.modelColumn()))
        else:
            box.setCurrentIndex(place)
            box.activated.emit(place)

    def _forget(self) -> None:
        self._text = ""
