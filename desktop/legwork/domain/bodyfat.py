"""Body fat from the tape: the US Navy circumference equations, and their arithmetic in one line.

Owns the metric equations only. It must not convert units: the constants of the inch version differ, and
mixing them is the classic mistake.
"""

from __future__ import annotations

import math
from typing import Literal

from legwork.errors import UserError
from legwork.i18n import tr
from legwork.numerals import number

Sex = Literal["male", "female"]

LOW, HIGH = 2.0, 70.0
"""Percentages that a living body has (a convention; the range of the site "body_fat")."""


def navy_percent(sex: Sex, stature_cm: float, neck_cm: float, waist_cm: float, hips_cm: float | None = None) -> float:
    """Percent body fat from girths in cm; hips_cm serves women only and may be None for men.

    Raises UserError when a number is missing or not positive, when the waist is not larger than the neck, and
    when the result lies outside 2 to 70 percent.
    Source: Hodgdon & Beckett 1984, Naval Health Research Center reports 84-11 (men) and 84-29 (women), in cm.
    """
    girth = _girth(sex, stature_cm, neck_cm, waist_cm, hips_cm)
    if sex == "male":
        percent = 86.010 * math.log10(girth) - 70.041 * math.log10(stature_cm) + 30.295
    else:
        percent = 163.205 * math.log10(girth) - 97.684 * math.log10(stature_cm) - 104.912
    if not LOW <= percent <= HIGH:
        raise UserError(
            tr(
                "These girths give {percent} % body fat, which cannot be: check neck, waist and height.",
                percent=number(percent, 1),
            )
        )
    return percent


def navy_arithmetic(sex: Sex, stature_cm: float, neck_cm: float, waist_cm: float, hips_cm: float | None = None) -> str:
    """The same sum written out in one line, in cm. Arguments, errors and source as for `navy_percent`."""
    percent = navy_percent(sex, stature_cm, neck_cm, waist_cm, hips_cm)
    if sex == "male" or hips_cm is None:
        return tr(
            "86.010 × log10({waist} − {neck}) − 70.041 × log10({stature}) + 30.295 = {percent} %",
            waist=number(waist_cm, 1),
            neck=number(neck_cm, 1),
            stature=number(stature_cm, 1),
            percent=number(percent, 1),
        )
    return tr(
        "163.205 × log10({waist} + {hips} − {neck}) − 97.684 × log10({stature}) − 104.912 = {percent} %",
        waist=number(waist_cm, 1),
        hips=number(hips_cm, 1),
        neck=number(neck_cm, 1),
        stature=number(stature_cm, 1),
        percent=number(percent, 1),
    )


def _girth(sex: Sex, stature_cm: float, neck_cm: float, waist_cm: float, hips_cm: float | None) -> float:
    """The girth under the logarithm, cm."""
    hips = 0.0
    if sex == "female":
        if hips_cm is None:
            raise UserError(tr("The equation for women needs the hips as well: measure them first."))
        hips = hips_cm
    given = [stature_cm, neck_cm, waist_cm, *([hips] if sex == "female" else [])]
    if not all(math.isfinite(one) and one > 0 for one in given):
        raise UserError(tr("Body fat from the tape needs a height, a neck and a waist above zero: check them."))
    if waist_cm <= neck_cm:
        raise UserError(tr("The equation needs a waist larger than the neck: check both numbers."))
    return waist_cm - neck_cm + hips
