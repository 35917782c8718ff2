"""The grammar of a logged set: which piece stands where, and the error that names a column.

Owns the patterns and what may stand beside what; numbers, units and efforts read as in a cell of the plan. It must not
make sets of the pieces (that is `set_text`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from legwork.domain.plan.cell_grammar import NUMBER, PIECES, SECONDS, Piece, pattern, refuse
from legwork.i18n import mark, tr

MOST_REPS, MOST_SECONDS = 1000, 4 * 3600
"""The most that may be typed for one set (conventions); more than 100 reps or an hour are asked about all the same."""

_BODY = PIECES["body"]
_SIGNED = pattern(rf"([-+]) *{NUMBER}(?: *(kg|lb)s?)?")
_PLAIN = pattern(rf"{NUMBER}(?: *(kg|lb)s?)?")
_TIMES = pattern(r" *[x×*] *")
_AMOUNT = pattern(rf"(\d{{1,7}})(?: *(?:({SECONDS})|(min(?:utes?)?)))?(?![\d.,:a-eg-z])|(\d{{1,3}}):(\d\d)(?!\d)")
_FURTHER = pattern(r"(?: *\+ *\d{1,7})+(?! *[\d.,:x×*a-z@/])")
_MARKS: dict[str, re.Pattern[str]] = {
    "warm_up": pattern(r"(?:warm[- ]?up|w)(?![a-z])"),
    "drop": pattern(r"(?:drop(?: ?sets?)?|d)(?![a-z])"),
    "myo": pattern(r"(?:myo(?:[- ]?reps?)?|m)(?![a-z])"),
    "failure": pattern(r"(?:fail(?:ure|ed)?|f)(?![a-z])"),
    "left": pattern(r"(?:left|l)(?![a-z]) *:?"),
    "right": pattern(r"(?:right|r)(?![a-z]) *:?"),
}
_REPS_ALONE = mark("several sets at once have one load and nothing but reps: type them like 60x12+11+10.")
_SLOTS = dict.fromkeys(("warm_up", "drop", "myo", "failure"), "kind") | dict.fromkeys(("left", "right"), "side")


@dataclass(frozen=True)
class Work:
    """The load and the reps or seconds of a set. start, end: its place, from 0.

    number, unit: of the load as typed, None where none stands. sign: "+", "-", or "" for a plain one. body: "BW" was
    typed. load_at: where the load's number stands. reps, seconds: one of them, the other None.
    """

    start: int
    end: int
    number: str | None = None
    unit: str | None = None
    sign: str = ""
    body: bool = False
    load_at: int = 0
    reps: int | None = None
    seconds: int | None = None


@dataclass(frozen=True)
class Parts:
    """All pieces of one set. marks: kind and side by slot, its name there; effort: None where nobody said.

    further: the reps of more sets with the same load, typed behind its own.
    """

    work: Work
    marks: dict[str, str]
    effort: Piece | None = None
    seconds: int | None = None
    further: tuple[int, ...] = ()


def read_parts(text: str, place: int, end: int) -> Parts:
    """The pieces of a folded text from `place` to `end`. Raises CellError for one that is unknown or stands twice."""
    text = text[:end]
    seen: dict[str, tuple[int, int]] = {}
    marks: dict[str, str] = {}
    work: Work | None = None
    effort: Piece | None = None
    seconds: int | None = None
    further: tuple[int, ...] = ()
    start, plus = place, -1
    while place < len(text):
        if text[place] == " ":
            place += 1
            continue
        if found := _effort(text, place):
            _once(text, seen, "effort", found.start, found.end)
            effort, place = found, found.end
        elif marked := _mark(text, place):
            name, until = marked
            _once(text, seen, _SLOTS[name], place, until)
            marks[_SLOTS[name]], place = name, until
        elif work is None and (read := _work(text, place)):
            work, place = read, read.end
        elif work is not None and text[place] == "+":
            plus = place
            further, place = _further(text, place)
        elif work is not None and seconds is None and (more := _time(text, place)):
            if work.seconds is not None:
                refuse(place, tr("a set has one time: leave one of them."))
            seconds, place = more
        else:
            _unknown(text, place, work is not None)
    if work is None:
        refuse(start, tr("type what you did, like 60x8, BWx12 or 45s."))
    if further and (marks or effort or seconds is not None or work.reps is None):
        refuse(plus, tr(_REPS_ALONE))
    return Parts(work, marks, effort, seconds, further)


def _further(text: str, place: int) -> tuple[tuple[int, ...], int]:
    """The reps behind each plus from `place` on, and where they end."""
    match = _FURTHER.match(text, place)
    if match is None:
        refuse(place, tr(_REPS_ALONE))
    counts = tuple(int(one) for one in match[0].split("+")[1:])
    if max(counts) > MOST_REPS:
        refuse(place, tr("up to {most} reps can be typed: type them like 60x8.", most=MOST_REPS))
    return counts, match.end()


def _effort(text: str, place: int) -> Piece | None:
    for name in ("effort_after", "effort"):
        match = PIECES[name].match(text, place)
        if match and (name == "effort_after" or text[place] == "@" or match[1]):
            return Piece(name, "effort", match.start(), match.end(), match)
    return None


def _mark(text: str, place: int) -> tuple[str, int] | None:
    for name, expression in _MARKS.items():
        match = expression.match(text, place)
        if match:
            return name, match.end()
    return None


def _work(text: str, place: int) -> Work | None:
    for name, expression in (("body", _BODY), ("signed", _SIGNED), ("plain", _PLAIN)):
        match = expression.match(text, place)
        if match is None:
            continue
        times = _TIMES.match(text, match.end())
        after = times.end() if times else _past_spaces(text, match.end())
        amount = _AMOUNT.match(text, after)
        if times and amount is None:
            refuse(after, tr("type the whole reps or the seconds behind the x, like 60x8 or 20x45s."))
        if amount is None:
            if name == "plain" and not match[2]:
                break
            refuse(after, tr("type the reps behind the load, like 60x8, or BWx12."))
        if not times and (name != "body" and not _is_time(amount)):
            if name == "plain" and not match[2]:
                break
            refuse(after, tr("type an x between the load and the reps, like 60x8."))
        if not times and name == "plain" and not match[2]:
            break
        return _made(place, amount, name, match)
    lead = _TIMES.match(text, place)
    after = lead.end() if lead else place
    amount = _AMOUNT.match(text, after)
    if amount is None:
        return None
    return _made(place, amount, "", None)


def _made(place: int, amount: re.Match[str], name: str, match: re.Match[str] | None) -> Work:
    reps, seconds = _amount(amount)
    if match is None or name == "":
        return Work(place, amount.end(), reps=reps, seconds=seconds)
    if name == "plain":
        return Work(place, amount.end(), match[1], match[2], "", False, match.start(1), reps, seconds)
    at = match.start(2) if match[2] else place
    return Work(place, amount.end(), match[2], match[3], match[1] or "", name == "body", at, reps, seconds)


def _time(text: str, place: int) -> tuple[int, int] | None:
    match = _AMOUNT.match(text, place)
    if match is None or not _is_time(match):
        return None
    _, seconds = _amount(match)
    assert seconds is not None
    return seconds, match.end()


def _is_time(match: re.Match[str]) -> bool:
    return bool(match[2] or match[3] or match[4])


def _amount(match: re.Match[str]) -> tuple[int | None, int | None]:
    """Reps or seconds, within what may be typed."""
    if not _is_time(match):
        reps = int(match[1])
        if reps > MOST_REPS:
            refuse(match.start(), tr("up to {most} reps can be typed: type them like 60x8.", most=MOST_REPS))
        return reps, None
    if match[4] is not None:
        seconds = int(match[4]) * 60 + int(match[5])
    else:
        seconds = int(match[1]) * (60 if match[3] else 1)
    if not 1 <= seconds <= MOST_SECONDS or int(match[5] or 0) > 59:
        refuse(match.start(), tr("1 second to 4 hours are possible: type them like 45s or 1:30."))
    return None, seconds


def _past_spaces(text: str, place: int) -> int:
    while place < len(text) and text[place] == " ":
        place += 1
    return place


def _once(text: str, seen: dict[str, tuple[int, int]], slot: str, start: int, end: int) -> None:
    if slot in seen:
        one, two = (text[slice(*each)].strip() for each in (seen[slot], (start, end)))
        refuse(start, tr("“{one}” and “{two}” cannot both hold: leave one of them.", one=one, two=two))
    seen[slot] = (start, end)


def _unknown(text: str, place: int, worked: bool) -> NoReturn:
    word = text[place:].split(" ")[0][:16]
    if word.startswith("@"):
        refuse(place, tr("type the effort like @2 RIR or @8 RPE."))
    if "%" in word:
        refuse(place, tr("a set has the load that was on it: type it like 60x8."))
    if worked and word[0].isdigit():
        refuse(place, tr("there is a number too many: type load and reps like 60x8."))
    refuse(
        place,
        tr(
            "“{word}” is not known here: type load and reps like 60x8, an effort like @2 RIR, w for a warm-up, "
            "d for a drop set, f for failure, L or R for a side, or a note after a semicolon.",
            word=word,
        ),
    )
