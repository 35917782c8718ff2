"""What differs from place to place besides the language: on which day the weeks of a calendar begin, and the decimal
sign; and what a terminal says about all three.

Owns the first weekday of calendars that are shown. Weeks that are counted run from Monday to Sunday everywhere (ISO
8601): sets a week must not depend on where somebody lives. It sits beside the floors; the window finds out about its
place through Qt (`qt.core.language`), which this must not import.
"""

from __future__ import annotations

import locale
import os
import re
import sys
from collections.abc import Callable, Mapping

from legwork.i18n import language, use_language
from legwork.numerals import use_decimal_sign
from legwork.paths import resources_dir

_POINT = re.compile(r"en|ja|ko|zh|th|he|hi|de_(CH|LI)|es_(MX|US|GT|HN|NI|PA|PE|PR|SV|DO)")
"""Places whose decimal sign is a point, of those that speak a language of the program and some more."""

_first_weekday = 0
_asked: Callable[[], int] | None = None


def use_first_weekday(weekday: int) -> None:
    """Begin the weeks of calendars with this day from now on, 0 for Monday. Raises ValueError for no weekday."""
    global _first_weekday, _asked
    if weekday not in range(7):
        raise ValueError(weekday)
    _first_weekday, _asked = weekday, None


def ask_first_weekday(ask: Callable[[], int]) -> None:
    """As `use_first_weekday`, but asked when the first calendar is shown: Qt's answer costs a start 30 ms."""
    global _asked
    _asked = ask


def weekdays() -> tuple[int, ...]:
    """The days of a week in the order of this place, 0 for Monday."""
    if _asked is not None:
        use_first_weekday(_asked())
    return tuple((_first_weekday + day) % 7 for day in range(7))


def speak_as_the_terminal() -> None:
    """Take language and decimal sign from the surroundings of a command, as other commands do."""
    environment = os.environ if sys.platform != "win32" else {"LANG": _of_windows()} | os.environ
    use_language(resources_dir() / "i18n", asked_languages(environment))
    use_decimal_sign(asked_sign(environment, language()))


def asked_languages(environment: Mapping[str, str]) -> list[str]:
    """The languages that a terminal asks for, as ISO codes, best first; none for the plain C."""
    first = _first(environment, "LC_ALL", "LC_MESSAGES", "LANG")
    if not first:
        return []
    return [re.split(r"[_.@-]", one)[0].lower() for one in (environment.get("LANGUAGE") or first).split(":") if one]


def asked_sign(environment: Mapping[str, str], spoken: str) -> str:
    """The decimal sign of the place that a terminal names; that of the language which is spoken where it names another.

    So an English text for somebody in Sweden has the comma, and a German one for somebody in New York as well.
    """
    named = _first(environment, "LC_ALL", "LC_NUMERIC", "LANG")
    wanted = asked_languages(environment)
    if not named:
        return "."
    return "." if _POINT.match(named if not wanted or spoken in ("en", wanted[0]) else spoken) else ","


def _first(environment: Mapping[str, str], *names: str) -> str:
    """The first of them that is set to a place."""
    value = next((environment[name] for name in names if environment.get(name)), "").partition(".")[0]
    return "" if value in ("C", "POSIX") else value


def _of_windows() -> str:
    import ctypes

    code = ctypes.windll.kernel32.GetUserDefaultUILanguage()  # type: ignore[attr-defined]
    return locale.windows_locale.get(code, "")
