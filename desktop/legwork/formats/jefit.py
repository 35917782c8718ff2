"""JEFIT's export: one file of many tables, each under a heading like `### EXERCISE LOGS ###`.

Owns what becomes of its sets and body measurements; the tables themselves are found by `jefit_tables`. Workouts are put
together by `training_log`, body measurements by `wide`.

Seen in files: the headings SETTING (`mass` is " kg" or " lbs", `length` " cm" or " in"), ROUTINES, WORKOUT SESSIONS
(`_id`, `day_id`, `starttime` and `endtime` in seconds since 1970), EXERCISE LOGS (`mydate`, `ename`, `belongsession`
and all sets of an exercise in one cell, "60x10,65x8"), EXERCISE SET LOGS (`exercise_log_id`, `set_index`,
`distance_mi`, `duration`), NOTES, and PROFILE with the body: `mydate,weight,fatpercent,chest,arms,waist,calves,height,
hips,thighs,shoulders,neck,forearms`, a row for each day on which something was measured, 0 for what was not. Several
tables may stand under one heading, so a table is known by its header.
Inferred, or answered here because the file leaves it open:

- PROFILE has rows of an older version of the program once more: what another row of the day says too is left.
- Which unit holds where the settings are missing is asked.
- `mydate` is the local day. Where the session began on another day by the clock here, only the day is taken.
- Loads such as 64.9998 are what is left of 65 on the way through pounds: two decimals are kept.
- Of exercises done by time the seconds stand where the reps are, without a load: on machines for running, rowing and
  the like, in holds, and wherever there are more than BELIEVED_REPS.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from operator import attrgetter

from legwork.domain.log.sets import LoggedKind
from legwork.domain.sites import Kind
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.formats.jefit_tables import (
    BODY,
    BODY_DAYS,
    HEADING,
    LOGS,
    Section,
    Session,
    left_of,
    notes_of,
    sections_of,
    sessions_of,
    since_1970,
    timed_sets,
    units_of,
)
from legwork.formats.load_units import LB
from legwork.formats.parts import Part, Several
from legwork.formats.records import MeasurementTable, Skipped, shortened
from legwork.formats.text import Table, TableRow, never
from legwork.formats.training_doubts import BELIEVED_REPS
from legwork.formats.training_draft import Block
from legwork.formats.training_log import Log
from legwork.formats.training_records import NO_ANSWERS, Answers, TrainingTable
from legwork.formats.training_sets import METRES_IN, RawSet, named
from legwork.formats.training_times import read_moment
from legwork.formats.wide import Layout, built_in, read_wide
from legwork.i18n import tr

SOURCE = "jefit"

_SAMPLE = 1 << 22
_SET = re.compile(r"\s*(-?\d*[.,]?\d*)\s*[xX×*]\s*(\d*[.,]?\d+)\s*")
_TIMED = re.compile(
    r"\b(?:tread ?mill|running|jogging|elliptical|cycling|(?:stationary|exercise|recumbent|spin) bike|rowing machine|"
    r"stair ?(?:master|climber|stepper)|rope jumping|jump rope|swimming|hiking)\b|^walking(?!.*lunge)|"
    r"\b(?:plank|hold|dead hang|wall sit|l-sit)$",
    re.IGNORECASE,
)


def looks_like(whole: str) -> bool:
    """Whether a text has JEFIT's headings, and a table of workouts or of the body under them."""
    sample = whole[:_SAMPLE]
    return HEADING.search(sample) is not None and ("mydate" in sample or "EXERCISE LOGS" in sample)


def read(
    whole: str, today: date, answers: Answers = NO_ANSWERS, should_stop: Callable[[], bool] = never
) -> TrainingTable | MeasurementTable | Several:
    """Read a text that `looks_like` it: the part that `answers` names, all parts if there are several, or the only one.

    today: later days are refused. Raises UserError when there is nothing in it, Cancelled when asked to stop.
    """
    sections = sections_of(whole, should_stop)
    parts: list[Part] = []
    if any(one.has(LOGS) and one.rows for one in sections):
        parts.append(Part(tr("Workouts"), _workouts(sections, today, answers, should_stop)))
    bodies = [one for one in sections if one.is_body and one.rows]
    if bodies:
        parts.append(Part(tr("Body measurements"), _body(bodies[0], sections, today, answers, should_stop)))
    for one in parts:
        if (len(parts) == 1 or one.name == answers.part) and isinstance(one.found, TrainingTable | MeasurementTable):
            return one.found
    if not parts:
        raise UserError(tr("There are no workouts and no body measurements in this JEFIT export."))
    return Several(tuple(parts), tuple(left_of(sections)))


def _body(
    one: Section, sections: Sequence[Section], today: date, answers: Answers, should_stop: Callable[[], bool]
) -> MeasurementTable:  # fmt: skip
    mass, length = units_of(sections)
    weights = UnitSystem.IMPERIAL if mass == LB else UnitSystem.METRIC
    girths = length or UnitSystem.METRIC
    meanings = {}
    for index, name in enumerate(one.names):
        if name in BODY:
            site, label = BODY[name]
            meanings[index] = built_in(site, label, weights if name == "weight" else girths)
    day = next(one.names.index(name) for name in BODY_DAYS if name in one.names)
    aside = frozenset(range(len(one.names))) - meanings.keys() - {day}
    unsaid = {kind for kind, said in ((Kind.MASS, mass), (Kind.GIRTH, length)) if not said}
    layout = Layout(SOURCE, tr("JEFIT body measurements"), day, meanings, aside, frozenset(unsaid))
    rows, again = _each_once(one.rows, day, meanings)
    table = read_wide(Table(one.header, iter(rows)), layout, today, should_stop, answers=answers)
    return replace(table, skipped=tuple(sorted((*table.skipped, *again), key=attrgetter("line"))))


def _each_once(
    rows: Sequence[TableRow], day: int, columns: Iterable[int]
) -> tuple[list[TableRow], list[Skipped]]:  # fmt: skip
    """The rows without those of which another row of the same day says all, and the report on these."""
    places = tuple(columns)
    kept: dict[str, list[tuple[dict[int, str], TableRow]]] = {}
    again: list[TableRow] = []
    for row in rows:
        when = row.cells[day].strip() if len(row.cells) > day else ""
        cells = {at: row.cells[at].strip() for at in places if at < len(row.cells)}
        measured = {at: cell for at, cell in cells.items() if cell.strip("0., ")}
        of_day = kept.setdefault(when, [])
        if any(measured.items() <= other.items() for other, _ in of_day):
            again.append(row)
            continue
        again += [before for other, before in of_day if other.items() <= measured.items()]
        kept[when] = [pair for pair in of_day if not pair[0].items() <= measured.items()] + [(measured, row)]
    left = {id(row) for row in again}
    reason = tr("Another row of this day says all that stands here.")
    return (
        [row for row in rows if id(row) not in left],
        [Skipped(row.line, shortened(", ".join(row.cells)), reason) for row in again],
    )


def _workouts(
    sections: Sequence[Section], today: date, answers: Answers, should_stop: Callable[[], bool]
) -> TrainingTable:  # fmt: skip
    log = Log(SOURCE, tr("JEFIT workouts"), today, answers)
    reader = _Reader(log, sections, today, answers)
    for one in sections:
        if one.has(LOGS):
            for line, cells in log.rows(Table(one.header, iter(one.rows))):
                reader.take(line, dict(zip(one.names, map(str.strip, cells), strict=True)))
    for day, exercise, note in notes_of(sections):
        reader.note(day, exercise, note)
    for left in left_of(sections):
        log.skip(left.line, left.text, left.reason)
    return log.finish(zero_is_blank=True, should_stop=should_stop, in_order=False)


class _Reader:
    """Takes one exercise after the other."""

    def __init__(self, log: Log, sections: Sequence[Section], today: date, answers: Answers) -> None:
        self._log, self._today, self._zone = log, today, answers.zone
        self._sessions, self._timed = sessions_of(sections), timed_sets(sections)
        self._unit, _ = units_of(sections)
        self._seen: set[str] = set()
        self._blocks: dict[tuple[str, str], Block] = {}

    def take(self, line: int, row: dict[str, str]) -> None:
        """Put the sets of a row where they belong, or report them."""
        name, helped, hangs = named(row["ename"])
        day, number = row["mydate"], row.get("id", "")
        if not name:
            self._log.skip(line, f"{day}: {row['logs']}", tr("There is no exercise."))
            return
        if number and number in self._seen:
            self._log.skip(line, f"{day}, {name}", tr("This row is repeated: the same one stands further up."))
            return
        self._seen.add(number)
        key = row.get("belongsession", "")
        when, session = self._when(day, key)
        title = session.title if session is not None else ""
        draft = self._log.draft(line, when, title, key=key if key.strip("0") else day, unique_rows=False)
        if session is not None and session.seconds and draft.seconds is None:
            draft.seconds = session.seconds
        block = draft.open(name)
        self._blocks.setdefault((day, name.casefold()), block)
        for place, text in enumerate(row["logs"].split(",")):
            raw = self._set(text, name, *self._timed.get((number, str(place)), ("", "")))
            if raw is None:
                self._log.skip(line, f"{day}, {name}: {text}", tr("This is no set such as 60x10."))
            else:
                block.add(line, None, self._log.slot(raw._replace(helped=helped, hangs=hangs)))

    def note(self, day: str, exercise: str, text: str) -> None:
        """Put a note to its exercise on that day; one of an exercise that was not done is no note of the log."""
        block = self._blocks.get((day, exercise.casefold()))
        if block is not None:
            block.note(text)

    def _when(self, day: str, key: str) -> tuple[str, Session | None]:
        """When a workout began, as a text; and its session, where that began on the day that the row says."""
        session = self._sessions.get(key)
        if session is None and since_1970(key):
            session = Session(since_1970(key), 0, "")
        if session is None:
            return day, None
        moment = datetime.fromtimestamp(session.start, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        try:
            local = read_moment(moment, self._today, None, self._zone).start.date().isoformat()
        except UserError:
            return day, None
        return (moment, session) if day in ("", local) else (day, None)

    def _set(self, text: str, name: str, seconds: str, miles: str) -> RawSet | None:
        match = _SET.fullmatch(text)
        if match is None:
            return None
        load, reps = _rounded(match[1]), match[2]
        if not seconds and not load.strip("-0.,") and _is_time(name, reps):
            seconds = reps
        reps = "" if seconds.strip("0.") else reps
        metres = METRES_IN["mi"] if miles.strip("0.") else 1.0
        distance = miles if miles.strip("0.") else ""
        return RawSet(LoggedKind.NORMAL, load, self._unit, reps, seconds, distance, metres)


def _rounded(load: str) -> str:
    """Two decimals of a load that has more, or "" for none."""
    number = load.replace(",", ".")
    if not number.strip("-."):
        return ""
    return f"{float(number):.2f}".rstrip("0").rstrip(".") if len(number.partition(".")[2]) > 2 else number


def _is_time(name: str, reps: str) -> bool:
    return _TIMED.search(name) is not None or float(reps.replace(",", ".")) > BELIEVED_REPS
