"""What the things are called that restoring a copy would remove, bring or put back: by kind, by number, by name.

Owns these words, in the order of the preview. In what two databases differ is the store's to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legwork.domain.days import full_day
from legwork.domain.measures import Measure, name_of
from legwork.domain.sites import BUILT_IN_BY_KEY
from legwork.i18n import listed, mark, ntr, tr
from legwork.services import settings
from legwork.store.backup_difference import Differing, Thing

NAMES = {
    "person": mark("About the person"),
    "check_in": mark("Days measured"),
    "workout": mark("Workouts"),
    "plan": mark("Plans"),
    "food_amount": mark("Days of food"),
    "goal": mark("Goals"),
    "lift": mark("Lifts typed in"),
    "choice": mark("Answers and targets"),
    "own_exercise": mark("Own exercises"),
    "programme_change": mark("Changes of programme"),
    "chart_view": mark("Kept views of the charts"),
    "exercise_name": mark("Names of exercises in imports"),
    "refused_proposal": mark("Proposals turned down"),
    "food_item": mark("Foods kept"),
    "custom_site": mark("Own sites"),
    "tracked_site": mark("Sites on the check-in"),
    "setting": mark("Settings"),
}
"""Every kind of thing, in the order of the preview, marked for translation; a test holds them to the store's."""

ALWAYS = ("check_in", "workout", "plan", "food_amount")
"""Those that are told of also where nothing differs."""

_MOST_NAMED = 12
_MOST_KINDS = 4
"""So many kinds of other things are counted one by one; of more, those that come last are counted together."""

_CHECK_IN, _SESSIONS = mark("the reminder of check-ins"), mark("the reminder of sessions")
_TABLE = "table/"
_SETTINGS = {
    settings.THEME: mark("the colours"),
    settings.TEXT_PERCENT: mark("the text size"),
    settings.LANGUAGE: mark("the language"),
    settings.REMIND_CHECK_IN: _CHECK_IN,
    settings.CHECK_IN_AT: _CHECK_IN,
    settings.REMIND_SESSIONS: _SESSIONS,
    settings.SESSIONS_AT: _SESSIONS,
    settings.STAY: mark("what closing the window does"),
    settings.REMIND_COPY: mark("the reminder of a copy elsewhere"),
    "hints_put_away": mark("which hints were put away"),
    _TABLE: mark("an answer how the columns of a table are read"),
}
"""By the key of a setting, or what it begins with."""

_CHOICES = {
    "week": mark("the questions about a week"),
    "agreed": mark("proposals that were agreed to"),
    "food": mark("units and targets of food"),
    "own_plates": mark("own plates and bars"),
    "own_bars": mark("own plates and bars"),
    "bar_of": mark("own plates and bars"),
    "hard_rir": mark("which sets count as hard"),
    "plan_jump": mark("the largest rise from week to week"),
    "import": mark("what is left out of imports"),
}
"""By what the topic of a choice begins with."""


def as_told(one: Differing) -> Differing:
    """As a person sees it: a setting that is nowhere kept has its usual value, so it neither goes nor comes back."""
    if one.kind != "setting":
        return one
    kept = [tuple(thing for thing in things if _is_table(thing)) for things in (one.only_now, one.only_then)]
    moved = (thing for thing in (*one.only_now, *one.only_then) if not _is_table(thing))
    return replace(one, only_now=kept[0], only_then=kept[1], changed=(*one.changed, *moved))


def _is_table(thing: Thing) -> bool:
    return thing.name.startswith(_TABLE)


def details(kind: str, removed: Sequence[Thing], back: Sequence[Thing], changed: Sequence[Thing]) -> str:
    """Which things of a kind would go, come back, and be put back; "" of those that have no name for a person."""
    return " ".join(_sentences(*(_called(kind, things) for things in (removed, back, changed))))


def in_short(
    removed: Sequence[tuple[str, Sequence[Thing]]],
    back: Sequence[tuple[str, Sequence[Thing]]],
    changed: Sequence[tuple[str, Sequence[Thing]]],
) -> list[str]:
    """The same of all kinds in a sentence each, by number. Each: (kind, things) of whomever they are."""
    return _sentences(*(_counted(parts) for parts in (removed, back, changed)))


def _sentences(removed: str, back: str, changed: str) -> list[str]:
    said = [
        tr("Would be removed: {things}.", things=removed) if removed else "",
        tr("Would come back: {things}.", things=back) if back else "",
        tr("Would be put back to what the copy has: {things}.", things=changed) if changed else "",
    ]
    return [one for one in said if one]


def _called(kind: str, things: Sequence[Thing]) -> str:
    """The names of things, the newest first, so many as are read at a glance."""
    dated = sorted(things, key=lambda one: (one.day is None, one.day, one.name), reverse=True)
    names = [one for one in dict.fromkeys(_name(kind, one) for one in dated) if one]
    shown = ", ".join(names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return shown if more < 1 else ntr("{names} and {count} more", "{names} and {count} more", more, names=shown)


def _name(kind: str, thing: Thing) -> str:
    """What a person knows a thing by; "" where that says no more than its kind."""
    if thing.day is not None:
        day = full_day(thing.day)
        return tr("{day} ({name})", day=day, name=thing.name) if kind == "workout" and thing.name else day
    if kind == "setting":
        return _translated(_SETTINGS.get(_TABLE if _is_table(thing) else thing.name))
    if kind == "choice":
        return _translated(_CHOICES.get(thing.name.partition(" ")[0].partition("/")[0]))
    if kind == "tracked_site":
        return _translated(BUILT_IN_BY_KEY[thing.name].name if thing.name in BUILT_IN_BY_KEY else None)
    if kind == "goal":
        return _goal(thing.name)
    return "" if kind == "refused_proposal" else thing.name


def _translated(text: str | None) -> str:
    return tr(text) if text else ""


def _goal(key: str) -> str:
    try:
        measure = Measure.parse(key)
        site = BUILT_IN_BY_KEY.get(measure.name)
        return name_of(measure, site) if site is not None or not measure.of_site else ""
    except (ValueError, KeyError):
        return ""  # of a lift, or of what this version does not know


def _counted(parts: Sequence[tuple[str, Sequence[Thing]]]) -> str:
    """How many of each kind, people by name; a setting that is alone by its own name."""
    count = dict.fromkeys(NAMES, 0)
    for kind, things in parts:
        count[kind] += len(things)
    people = [one.name for kind, things in parts if kind == "person" for one in things]
    usual = [_number(kind, count[kind]) for kind in ALWAYS if count[kind]]
    others = [kind for kind in NAMES if count[kind] and kind not in (*ALWAYS, "person")]
    told = others if len(others) <= _MOST_KINDS else others[: _MOST_KINDS - 1]
    more = sum(count[kind] for kind in others if kind not in told)
    rest = [_number(kind, count[kind]) for kind in told]
    if others == ["setting"]:
        rest = [_called("setting", [one for kind, things in parts if kind == "setting" for one in things]) or rest[0]]
    if more:
        rest.append(ntr("{count} other thing", "{count} other things", more))
    return listed([*people, *usual, *rest])


def _number(kind: str, count: int) -> str:
    if kind == "check_in":
        return ntr("{count} day measured", "{count} days measured", count)
    if kind == "workout":
        return ntr("{count} workout", "{count} workouts", count)
    if kind == "plan":
        return ntr("{count} plan", "{count} plans", count)
    if kind == "food_amount":
        return ntr("{count} day of food", "{count} days of food", count)
    return _other_number(kind, count)


def _other_number(kind: str, count: int) -> str:
    return {
        "goal": lambda: ntr("{count} goal", "{count} goals", count),
        "lift": lambda: ntr("{count} lift typed in", "{count} lifts typed in", count),
        "choice": lambda: ntr("{count} answer or target", "{count} answers or targets", count),
        "own_exercise": lambda: ntr("{count} own exercise", "{count} own exercises", count),
        "programme_change": lambda: ntr("{count} change of programme", "{count} changes of programme", count),
        "chart_view": lambda: ntr("{count} kept view of the charts", "{count} kept views of the charts", count),
        "exercise_name": lambda: ntr(
            "{count} name of an exercise in imports", "{count} names of exercises in imports", count
        ),
        "refused_proposal": lambda: ntr("{count} proposal turned down", "{count} proposals turned down", count),
        "food_item": lambda: ntr("{count} kept food", "{count} kept foods", count),
        "custom_site": lambda: ntr("{count} own site", "{count} own sites", count),
        "tracked_site": lambda: ntr("{count} site on the check-in", "{count} sites on the check-in", count),
        "setting": lambda: ntr("{count} setting", "{count} settings", count),
    }[kind]()
