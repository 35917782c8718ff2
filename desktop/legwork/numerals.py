"""How a number is written for a person: the decimal sign of their place, groups of three digits, a real minus.

Groups are parted by a narrow no-break space everywhere (ISO 80000-1, 7.3.1): a point or a comma there is read as a
decimal sign in half of the world, and body data must not be read wrong by a thousand. It sits beside the floors as
`i18n` does and imports nothing of ours. What a file or a machine reads is never written through here.
"""

from __future__ import annotations

import math
import re

GROUP = "\N{NARROW NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
NOTHING = "\N{EN DASH}"
"""What stands where a number is not known."""

_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:[\u202f\u00a0\u2009]\d{3})+(?![\d/⁄]| ?[/⁄])")
"""Digits in groups of three, parted by a space that does not break or a thin one; 15 125/1000 is a fraction."""

_decimal_sign = "."


def use_decimal_sign(sign: str) -> None:
    """Write "." or "," from now on. Raises ValueError for anything else."""
    global _decimal_sign
    if sign not in (".", ","):
        raise ValueError(sign)
    _decimal_sign = sign


def decimal_sign() -> str:
    """The sign between whole and parts that numbers are written with."""
    return _decimal_sign


def rounded(value: float, places: int = 0) -> float:
    """A finite number as `number` writes it, so that what is worked out from shown numbers agrees with them."""
    size: float = _scaled(value, places) / 10**places
    return -size if value < 0 and size else size


def number(value: float, places: int = 0, *, signed: bool = False) -> str:
    """A number with a fixed count of decimals: "1 234.5", "−0.3", with `signed` "+0.3"; never "−0"; NaN is a dash.

    Halves are rounded away from zero, as on paper, whatever their binary form: 38.25 to one place is 38.3.
    """
    if not math.isfinite(value):
        return NOTHING
    scaled = _scaled(value, places)
    whole, rest = divmod(scaled, 10**places)
    sign = "" if not scaled else MINUS if value < 0 else "+" if signed else ""
    parts = f"{_decimal_sign}{rest:0{places}d}" if places else ""
    return f"{sign}{whole:,}".replace(",", GROUP) + parts


def short_number(value: float, most_places: int = 2, *, signed: bool = False) -> str:
    """A number with no more decimals than it needs: "2.5", "60", "0.75"."""
    text = number(value, most_places, signed=signed)
    return text.rstrip("0").rstrip(_decimal_sign) if most_places else text


def localised(text: str) -> str:
    """A plain decimal number or a sum of some, as typed or kept ("38.2", "38,2+1"), with the sign of this place."""
    return text.replace("," if _decimal_sign == "." else ".", _decimal_sign)


def ungrouped(text: str) -> str:
    """A text that somebody typed or copied from here, its numbers without groups and with a plain minus.

    Decimals stay as they are: whoever reads numbers takes a point as well as a comma.
    """
    if MINUS in text:
        text = text.replace(MINUS, "-")
    return text if text.isascii() else _GROUPS.sub(lambda found: re.sub(r"\D", "", found[0]), text)


def _scaled(value: float, places: int) -> int:
    return int(round(abs(value) * 10**places, 6) + 0.5)
