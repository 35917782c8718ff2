"""Which language the window speaks: that of the computer or the one that was chosen, and what goes with it.

Owns what Qt has to know: its locale, its own texts (buttons of its dialogs, menus of fields), and what it tells of the
place: the decimal sign and the first day of a week. The catalogues are `i18n`'s. Who shows texts builds them anew after
`speak`, which tells nobody.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from legwork import i18n
from legwork.i18n import pmark
from legwork.numerals import use_decimal_sign
from legwork.paths import resources_dir
from legwork.place import ask_first_weekday

AS_THE_COMPUTER = "system"
_QT_CALLS_IT = {"pt": "pt_BR"}
"""Languages whose texts Qt has under another name; they have none of Portugal."""

_KEYS = (
    pmark("key", "Ctrl"), pmark("key", "Shift"), pmark("key", "Alt"), pmark("key", "Tab"), pmark("key", "Esc"),
    pmark("key", "Enter"), pmark("key", "Space"), pmark("key", "Backspace"),
    pmark("key", "Ins"), pmark("key", "Del"), pmark("key", "Home"), pmark("key", "End"), pmark("key", "PgUp"),
    pmark("key", "PgDown"), pmark("key", "Up"), pmark("key", "Down"), pmark("key", "Left"), pmark("key", "Right"),
)  # fmt: skip
"""The keys that have a name in words, as Qt calls them; but Return, which Qt would no longer tell from Enter."""

_chosen = AS_THE_COMPUTER
_of_qt: list[QTranslator] = []
"""The texts of Qt that are installed; Qt keeps no hold on them."""


def chosen() -> str:
    """What was chosen last: AS_THE_COMPUTER or the ISO code of a language."""
    return _chosen


def speak(choice: str = AS_THE_COMPUTER, computer: QLocale | None = None) -> None:
    """Speak a language from now on, and write numbers as its place or the computer's does.

    The decimal sign is that of the computer where its language is spoken or none was chosen, else of the language's
    usual place. Weeks begin as they do where the computer is. computer: its locale; only tests hand one in.
    """
    global _chosen
    _chosen = choice
    computer = computer or QLocale.system()
    own = [one.split("-")[0] for one in computer.uiLanguages()]
    i18n.use_language(resources_dir() / "i18n", own if choice == AS_THE_COMPUTER else [choice])
    spoken = i18n.language()
    own_language = computer.name().split("_")[0] in (spoken, "C" if spoken == i18n.ENGLISH else spoken)
    place = computer if own_language or choice == AS_THE_COMPUTER else QLocale(spoken)
    use_decimal_sign("," if place.decimalPoint() == "," else ".")
    ask_first_weekday(lambda: int(computer.firstDayOfWeek().value) - 1)
    QLocale.setDefault(computer if own_language else QLocale(spoken))
    _speak_of_qt(spoken)


class _KeyNames(QTranslator):
    """Keys as texts and help call them; Qt's own names stand on no keyboard: "Herunter", "Borrar"."""

    def __init__(self) -> None:
        super().__init__()
        self._names = {text: i18n.ptr(context, text) for context, text in _KEYS}

    def translate(self, context: str, text: str, _disambiguation: str | None = None, _count: int = -1) -> str | None:
        """None leaves a text to Qt's own translation."""
        return self._names.get(text) if context == "QShortcut" else None


def _speak_of_qt(spoken: str) -> None:
    while _of_qt:
        QCoreApplication.removeTranslator(_of_qt.pop())
    if spoken == i18n.ENGLISH:
        return
    texts = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if texts.load(f"qtbase_{_QT_CALLS_IT.get(spoken, spoken)}", folder):
        for one in (texts, _KeyNames()):  # the later one is asked first
            if QCoreApplication.installTranslator(one):
                _of_qt.append(one)
