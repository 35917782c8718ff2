"""The one door that every text passes on its way to a person.

Owns the lookup of translations (gettext catalogues under resources/i18n). It sits beside the floors, not on one of
them, because a sentence may be born anywhere: in a refusal from `domain`, in an import report, in a menu.
It must not import any other part of Legwork, nor Qt.
"""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(folder: Path, languages: list[str]) -> None:
    """Load the first catalogue found in `folder` for `languages` (ISO codes, best first); English if none is."""
    global _catalogue
    _catalogue = gettext.translation("legwork", folder, languages, fallback=True)


def tr(text: str, /, **values: object) -> str:
    """Translate `text`, then fill its `{names}` with `values`."""
    translated = _catalogue.gettext(text)
    return translated.format(**values) if values else translated


def ntr(one: str, many: str, count: int, /, **values: object) -> str:
    """Translate the form that `count` needs; `{count}` and `{names}` are filled in."""
    return _catalogue.ngettext(one, many, count).format(count=count, **values)


def listed(names: Sequence[str]) -> str:
    """Translated names in a row: "a", "a and b", "a, b and c"; a name with a comma of its own parts them by ";"."""
    if len(names) < 2:
        return "".join(names)
    if len(names) > 2 and any("," in name for name in names):
        return tr("{several}; and {last}", several="; ".join(names[:-1]), last=names[-1])
    return tr("{several} and {last}", several=", ".join(names[:-1]), last=names[-1])


def mark(text: str) -> str:
    """Mark a constant for translation; it is translated with `tr` when it is shown."""
    return text
