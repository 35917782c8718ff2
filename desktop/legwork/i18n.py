"""The one door that every text passes on its way to a person.

Owns the lookup of translations (gettext catalogues under resources/i18n). It sits beside the floors, not on one of
them, because a sentence may be born anywhere: in a refusal from `domain`, in an import report, in a menu.
It must not import any other part of Legwork but `numerals`, through which numbers pass, nor Qt.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping, Sequence
from pathlib import Path

from legwork.numerals import number

ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "de": "Deutsch", "es": "Español", "fr": "Français", "pt": "Português"}
"""The languages of the program by their ISO code, each named as those who speak it do."""

_CAPITAL_NOUNS = ("de",)
"""Languages that write a noun with a capital letter inside a sentence too."""

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = ENGLISH


class _Late(gettext.NullTranslations):
    """The texts of exercises and questions: read when the first of them is asked for, for the start needs none."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self._read: gettext.NullTranslations | None = None

    def gettext(self, message: str) -> str:
        if self._read is None:
            self._read = _from_file(self._file)
        return self._read.gettext(message)


def use_language(folder: Path, languages: Sequence[str]) -> None:
    """Speak the first of `languages` (ISO codes, best first) that has catalogues in `folder`; English if none has."""
    known = (one for one in languages if one == ENGLISH or (folder / one / "program.mo").is_file())
    language = next(known, ENGLISH)
    if language == ENGLISH:
        use_catalogue(gettext.NullTranslations(), ENGLISH)
        return
    catalogue = _from_file(folder / language / "program.mo")
    catalogue.add_fallback(_Late(folder / language / "catalogue.mo"))
    use_catalogue(catalogue, language)


def use_catalogue(catalogue: gettext.NullTranslations, language: str) -> None:
    """Take every text from `catalogue` from now on; what was translated before stays as it is."""
    global _catalogue, _language
    _catalogue, _language = catalogue, language


def language() -> str:
    """The ISO code of the language that is spoken."""
    return _language


def tr(text: str, /, **values: object) -> str:
    """Translate `text`, then fill its `{names}` with `values`."""
    translated = _catalogue.gettext(text)
    return _filled(translated, values) if values else translated


def ptr(context: str, text: str, /, **values: object) -> str:
    """As `tr`, for a text that means several things; `context` tells the translator which: "side", "rest"."""
    translated = _catalogue.pgettext(context, text)
    return _filled(translated, values) if values else translated


def ntr(one: str, many: str, count: int, /, **values: object) -> str:
    """Translate the form that `count` needs; `{count}` and `{names}` are filled in."""
    return _filled(_catalogue.ngettext(one, many, count), {"count": number(count), **values})


def within(name: str) -> str:
    """A translated name as it stands inside a sentence: "Mid-thigh" becomes "mid-thigh", a German noun stays."""
    if _language in _CAPITAL_NOUNS or name[1:2].isupper():  # an abbreviation stays as well
        return name
    return name[:1].lower() + name[1:]


def at_start(text: str) -> str:
    """A translated text as it stands at the start of a line: "lunes" becomes "Lunes"."""
    return text[:1].upper() + text[1:]


def listed(names: Sequence[str]) -> str:
    """Translated names in a row: "a", "a and b", "a, b and c"; a name with a comma of its own parts them by ";"."""
    if len(names) < 2:
        return "".join(names)
    if len(names) > 2 and any("," in name for name in names):
        return tr("{several}; and {last}", several="; ".join(names[:-1]), last=names[-1])
    return tr("{several} and {last}", several=", ".join(names[:-1]), last=names[-1])


def titled(name: str, text: str) -> str:
    """A translated name and what is said of it: "Calf: 37.2 cm", in French with a space before the colon."""
    return tr("{name}: {text}", name=name, text=text)


def mark(text: str) -> str:
    """Mark a constant for translation; it is translated with `tr` when it is shown."""
    return text


def pmark(context: str, text: str) -> tuple[str, str]:
    """The same for a constant that means several things; it is translated with `ptr(*marked)`."""
    return context, text


def _filled(text: str, values: Mapping[str, object]) -> str:
    """`text` with its `{names}` filled in; a value that ends in a dot ("Dez.") needs no second one at the end."""
    for name, value in values.items():
        if isinstance(value, str) and value.endswith("."):
            text = text.replace(f"{{{name}}}.", f"{{{name}}}")
    return text.format(**values)


def _from_file(file: Path) -> gettext.NullTranslations:
    with file.open("rb") as stream:
        return gettext.GNUTranslations(stream)
