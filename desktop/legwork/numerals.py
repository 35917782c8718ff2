"""How a number is written for a person: the decimal sign of their place, groups of three digits, a real minus.

Groups are parted by a narrow no-break space everywhere (ISO 80000-1, 7.3.1): a point or a comma there is read as a
decimal sign in half of the world, and body data must not be read wrong by a thousand. It sits beside the floors as
`i18n` does and imports nothing of ours. What a file or a machine reads is never written through here.
"""

from __future__ import annotations

GROUP = "\N{NARROW NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"

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


def number(value: float, places: int = 0, *, signed: bool = False) -> str:
    """A finite number with a fixed count of decimals: "1 234.5", "−0.3", with `signed` "+0.3"; never "−0".

    Halves are rounded away from zero, as on paper, whatever their binary form: 38.25 to one place is 38.3.
    """
    scaled = int(round(abs(value) * 10**places, 6) + 0.5)
    whole, rest = divmod(scaled, 10**places)
    sign = "" if not scaled else MINUS if value < 0 else "+" if signed else ""
    parts = f"{_decimal_sign}{rest:0{places}d}" if places else ""
    return f"{sign}{whole:,}".replace(",", GROUP) + parts


def short_number(value: float, most_places: int = 2, *, signed: bool = False) -> str:
    """A finite number with no more decimals than it needs: "2.5", "60", "0.75"."""
    text = number(value, most_places, signed=signed)
    return text.rstrip("0").rstrip(_decimal_sign) if most_places else text


def localised(text: str) -> str:
    """A plain decimal number, as it was typed or kept ("38.2", "38,2"), with the decimal sign of this place."""
    return text.replace("," if _decimal_sign == "." else ".", _decimal_sign)
