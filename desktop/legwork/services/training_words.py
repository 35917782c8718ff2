"""What a foreign log holds and what becomes of it, in words: for the preview in the window and for the terminal.

Owns these sentences. It must not read files nor work anything out (that is `training_import`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from legwork.domain.days import full_day
from legwork.domain.exercise_names import Catalogue
from legwork.domain.units import typed_text
from legwork.errors import UserError
from legwork.formats.dates import DateOrder, read_day
from legwork.formats.records import MeasurementTable, Skipped
from legwork.formats.training_records import About, LeftColumn, SetRecord, Suspect, TrainingTable
from legwork.i18n import listed, mark, ntr, titled, tr
from legwork.numerals import number, short_number
from legwork.services.training_import import TrainingPlan, fates, own_words, plan_sentence
from legwork.services.training_names import LEAVE_OUT, OWN_EXERCISE, OWN_LIKE, FoundName, How

_HOW = {
    How.NAME: mark("same name"),
    How.ALIAS: mark("another of its names"),
    How.REMEMBERED: mark("as you said before"),
    How.UNKNOWN: mark("not known"),
}

_T = TypeVar("_T", bound=Skipped)


def file_sentence(table: TrainingTable) -> str:
    """How much there is: "312 workouts, 6 104 sets from 3 Jan 2019 to 4 May 2025"; the table holds workouts."""
    first, last = full_day(table.workouts[0].day), full_day(table.workouts[-1].day)
    workouts = ntr("{count} workout", "{count} workouts", len(table.workouts))
    sets = sets_words(table.set_count)
    if first == last:
        return tr("{workouts}, {sets} on {day}", workouts=workouts, sets=sets, day=first)
    return tr("{workouts}, {sets} from {first} to {last}", workouts=workouts, sets=sets, first=first, last=last)


def fate_sentence(plan: TrainingPlan) -> str:
    """What becomes of them: "300 new workouts, 3 exercises of your own, 10 workouts corrected, 2 here already."."""
    if plan.changes_nothing and plan.same and not plan.kept and not plan.fuller:
        return plan_sentence(plan)
    parts = [ntr("{count} new workout", "{count} new workouts", len(plan.new))] if plan.new else []
    if plan.own:
        parts.append(own_words(plan))
    return ", ".join([*parts, *fates(plan)] or [tr("Nothing would come in")]) + "."


def cut_off_sentence(table: TrainingTable) -> str:
    """That the file breaks off, and what that means; "" where it does not."""
    if not table.cut_off:
        return ""
    return tr(
        "The file breaks off in the row at line {line}: nothing is read from there on, and the workout before it may "
        "be incomplete.",
        line=number(table.cut_off),
    )


def order_words(table: TrainingTable | MeasurementTable) -> dict[DateOrder, str]:
    """What the example of an open day is in each order: "3 Apr 2025"; an order in which it is no day is absent."""
    found = {}
    for order in DateOrder:
        try:
            found[order] = full_day(read_day(table.order_example, order))
        except UserError:
            continue
    return found


def how_words(found: FoundName) -> str:
    """How a name was found: "same name", "like Back squat?", "not known"."""
    if found.how is How.UNSURE and found.alike is not None:
        return tr("like {exercise}?", exercise=found.alike.label)
    return tr(_HOW.get(found.how, _HOW[How.UNKNOWN]))


def choice_words(found: FoundName, choice: str, catalogue: Catalogue) -> str:
    """What a name comes in as: "Back squat", "own exercise, as Back squat", "own exercise, no muscles", "left out"."""
    if choice == LEAVE_OUT:
        return tr("left out")
    if choice == OWN_EXERCISE or choice.startswith(OWN_LIKE):
        like = catalogue.get(choice.removeprefix(OWN_LIKE)) if choice.startswith(OWN_LIKE) else found.alike
        if like is None:
            return tr("own exercise, no muscles yet")
        return tr("own exercise, muscles as {exercise}", exercise=like.label)
    exercise = catalogue.get(choice)
    return exercise.label if exercise is not None else tr("an exercise that is gone")


def choice_sentence(found: FoundName, choice: str, catalogue: Catalogue) -> str:
    """What that means for its sets, in a sentence."""
    sets = ntr("{count} set", "{count} sets", found.sets)
    if choice == LEAVE_OUT:
        return tr(
            "{name}: its {sets} stay out, now and in later files. What is here already is left as it is.",
            name=found.name,
            sets=sets,
        )
    if choice == OWN_EXERCISE or choice.startswith(OWN_LIKE):
        like = catalogue.get(choice.removeprefix(OWN_LIKE)) if choice.startswith(OWN_LIKE) else found.alike
        if like is None:
            return tr(
                "{name}: its {sets} come in as an exercise of your own. They count for no muscle until you say for "
                "which: by “Muscles as…” here, or later among the exercises of the Plan page.",
                name=found.name, sets=sets,
            )  # fmt: skip
        return tr(
            "{name}: its {sets} come in as an exercise of your own that trains what {exercise} trains, so they count "
            "at once.",
            name=found.name, sets=sets, exercise=like.label,
        )  # fmt: skip
    return tr(
        "{name}: its {sets} come in as {exercise}.",
        name=found.name, sets=sets, exercise=choice_words(found, choice, catalogue),
    )  # fmt: skip


def asked_sentence(names: Sequence[FoundName]) -> str:
    """How many names nobody can be sure of, and what becomes of them; "" for none."""
    count = sum(one.asked for one in names)
    if not count:
        return ""
    return ntr(
        "{count} name is not known here. It comes in as an exercise of your own unless you choose another one.",
        "{count} names are not known here. They come in as exercises of your own unless you choose others.",
        count,
    )


def set_words(one: SetRecord) -> str:
    """A set as the file has it: "860 kg × 8", "45 s", "help 20 kg × 8"."""
    load = "" if one.load is None else typed_text(one.load)
    if one.assisted:
        load = tr("help {load}", load=load)
    reps = "" if one.reps is None else number(one.reps)
    parts = [
        " × ".join(part for part in (load, reps) if part) if load else tr("{reps} reps", reps=reps) if reps else ""
    ]
    parts.append("" if one.seconds is None else tr("{seconds} s", seconds=one.seconds))
    parts.append("" if one.distance_m is None else tr("{metres} m", metres=short_number(one.distance_m)))
    return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class Oddity:
    """Something that should be looked at. what: the exercise, or that it is the workout. shown: the set or the length.

    reason: all that is odd about it. suspects: those of the table that say so; leaving it out leaves out all of them.
    """

    line: int
    day: str
    what: str
    shown: str
    reason: str
    suspects: tuple[Suspect, ...]

    @property
    def about(self) -> About:
        """What it is about."""
        return self.suspects[0].about


def oddities(table: TrainingTable) -> tuple[Oddity, ...]:
    """All that should be looked at, in the order of the file, each set and each workout once."""
    groups: dict[object, list[Suspect]] = defaultdict(list)
    for one in table.suspects:
        groups[one.where].append(one)
    return tuple(_oddity(table, group) for group in groups.values())


def _oddity(table: TrainingTable, group: Sequence[Suspect]) -> Oddity:
    first = group[0]
    workout = table.workouts[first.workout]
    day = full_day(workout.day)
    if workout.has_time:
        day = tr("{day}, {time}", day=day, time=f"{workout.start:%H:%M}")
    if first.about is About.SET:
        block = workout.exercises[first.block]
        what, shown = block.name, set_words(block.sets[first.place])
    else:
        what = workout.title or tr("The workout")
        hours = round((workout.minutes or 0) / 60)
        shown = tr("{hours} h", hours=hours) if first.about is About.LENGTH else sets_words(workout.set_count)
    reason = " ".join(dict.fromkeys(one.reason for one in group))
    return Oddity(first.line, day, what, shown, reason, tuple(group))


def sets_words(count: int) -> str:
    """A number of sets: "1 set", "1 204 sets"."""
    return ntr("{count} set", "{count} sets", count)


def by_reason(rows: Iterable[_T]) -> dict[str, tuple[_T, ...]]:
    """Rows that share a reason, the reason with the most rows first."""
    found: dict[str, list[_T]] = defaultdict(list)
    for one in rows:
        found[one.reason].append(one)
    return {reason: tuple(found[reason]) for reason in sorted(found, key=lambda reason: -len(found[reason]))}


def amount_words(rows: Sequence[Skipped]) -> str:
    """How many there are of what is not taken: "1 row", "1 204 rows", "2 columns", "9 values" of rows that come in."""
    if rows and all(isinstance(one, LeftColumn) for one in rows):
        return ntr("{count} column", "{count} columns", len(rows))
    if rows and all(one.of_row for one in rows):
        return ntr("{count} value", "{count} values", len(rows))
    return ntr("{count} row", "{count} rows", len(rows))


def lines_words(rows: Sequence[Skipped], most: int = 8) -> str:
    """Where rows stand: "line 4", "lines 3, 5 and 7", "lines 3, 5, 7 and 1 018 more"."""
    lines = sorted({one.line for one in rows})
    shown = [str(line) for line in lines[:most]]
    if len(lines) > most:
        return tr("lines {lines} and {count} more", lines=", ".join(shown), count=number(len(lines) - most))
    return ntr("line {lines}", "lines {lines}", len(lines), lines=listed(shown))


def said_about(table: TrainingTable, names: Sequence[FoundName], choices: Mapping[str, str]) -> list[str]:
    """What a terminal is told beside the counts: names, suspects, and rows that are not taken, by their reason."""
    said = [sentence] if (sentence := cut_off_sentence(table)) else []
    for one in names:
        choice = choices.get(one.name, LEAVE_OUT)
        if one.asked and choice == OWN_EXERCISE:
            said.append(_unknown_sentence(one))
        elif one.how is How.REMEMBERED and choice == LEAVE_OUT:
            said.append(tr("{name}: left out, as you said before ({sets}).", name=one.name, sets=sets_words(one.sets)))
    for reason, suspects in by_reason(table.suspects).items():
        said += [tr("Worth a look, line {line}: {text}. {reason}", line=one.line, text=one.text, reason=reason)
                 for one in suspects[:_MOST_TOLD]]  # fmt: skip
        if len(suspects) > _MOST_TOLD:
            rest = suspects[_MOST_TOLD:]
            said.append(
                tr("The same in {lines}: {reason}", lines=lines_words(rest), reason=reason),
            )
    for reason, rows in by_reason(table.skipped).items():
        if isinstance(rows[0], LeftColumn):
            counts = ntr("{count} column is not taken", "{count} columns are not taken", len(rows))
        else:
            counts = ntr("{count} row or value is not taken", "{count} rows or values are not taken", len(rows))
        text = f" ({rows[0].text})" if len(rows) == 1 and rows[0].text else ""
        said.append(titled(f"{counts}, {lines_words(rows)}", f"{reason}{text}"))
    return said


_MOST_TOLD = 12
"""So many suspects of one kind are named in a terminal."""


def _unknown_sentence(one: FoundName) -> str:
    sets = sets_words(one.sets)
    if one.alike is None:
        return tr("{name}: known under no name here, so it is an own exercise without muscles ({sets}).",
                  name=one.name, sets=sets)  # fmt: skip
    return tr(
        "{name}: known under no name here, so it is an own exercise that trains what {exercise} trains ({sets}).",
        name=one.name, exercise=one.alike.label, sets=sets,
    )  # fmt: skip
