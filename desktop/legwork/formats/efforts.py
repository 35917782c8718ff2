"""How near to failure a set was, as foreign files say it: an RPE, or the reps that were left.

Owns reading both, and what one is as the other. It must not know any file's columns.
"""

from __future__ import annotations

import re

from legwork.domain.plan.prescription import MOST_RIR
from legwork.i18n import tr

_AMOUNT = r"(\d{1,2}(?:[.,]\d{1,20})?)"
_SHAPE = rf"{_AMOUNT}(?:\s*(?:-|–|—|to|bis|à|a)\s*{_AMOUNT})?"
_RPE = re.compile(rf"(?:rpe\b)?[\s:@]*{_SHAPE}\s*(?:rpe)?", re.IGNORECASE)
_RIR = re.compile(rf"(?:rir\b)?[\s:@]*{_SHAPE}\s*\+?\s*(?:reps? )?(?:rir|left|in reserve|in the tank)?", re.IGNORECASE)


def reps_left(rpe: str, rir: str, left: list[tuple[str, str]]) -> float | None:
    """Reps left of a set: as its RPE says, else as they are said themselves. None where neither does.

    Of a range, as `2-3`, the middle is taken. left: what can be neither is put there, with the reason.
    Reps in reserve are what an RPE lacks to 10. Source: Zourdos 2016, the RPE scale by reps in reserve.
    """
    found = _by_rpe(rpe.strip(), left)
    return _by_rir(rir.strip(), left) if found is None else found


def _by_rpe(text: str, left: list[tuple[str, str]]) -> float | None:
    rpe = _middle(_RPE, text)
    if rpe is not None and 1 <= rpe <= 10:
        return 10 - rpe
    if text and rpe != 0:
        left.append((f"RPE {text}", tr("This is not an RPE: it goes from 1 to 10.")))
    return None


def _by_rir(text: str, left: list[tuple[str, str]]) -> float | None:
    rir = _middle(_RIR, text)
    if rir is not None and rir <= MOST_RIR:
        return rir
    if text:
        said = tr("These are not reps in reserve: they go from 0 to {most}.", most=int(MOST_RIR))
        left.append((f"RIR {text}", said))
    return None


def _middle(shape: re.Pattern[str], text: str) -> float | None:
    match = shape.fullmatch(text)
    if match is None:
        return None
    ends = [float(one.replace(",", ".")) for one in match.groups() if one is not None]
    return sum(ends) / len(ends)
