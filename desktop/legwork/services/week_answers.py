"""How a person's weeks of training were: keeping the answers, and what was agreed on without a plan to write it into.

Owns the topics under which they are kept, and their words. What is asked and what the answers mean is
`domain.log.week_answers`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta

from legwork.domain.days import near_day
from legwork.domain.log.asked_week import week_topic
from legwork.domain.log.autoregulate import Recovery, Soreness
from legwork.domain.log.week_answers import GROUPS, Answer, Group, WeekAnswers, answers_from, picks_of
from legwork.i18n import mark, tr
from legwork.services.choices import SetChoices

_AGREED = "agreed"
_EVERYTHING = "all"

_AMISS: tuple[tuple[str, Callable[[Answer], bool]], ...] = (
    (mark("still sore: {groups}"), lambda one: one.soreness is Soreness.STILL),
    (mark("well again just in time: {groups}"), lambda one: one.soreness is Soreness.JUST),
    (mark("worn out: {groups}"), lambda one: one.recovery is Recovery.POOR),
    (mark("so so: {groups}"), lambda one: one.recovery is Recovery.FAIR),
)


def answers_in(choices: Mapping[str, Sequence[str]], week: date) -> WeekAnswers:
    """The answers of a week. choices: all of a person, by topic."""
    return answers_from(week, choices.get(week_topic(week), ()))


def keep_answers(person_id: int, answers: WeekAnswers, today: date) -> SetChoices:
    """The edit that keeps the answers of a week in the place of those there are; none: it is asked about again."""
    what = tr("Skip the questions of the week") if answers.skipped else tr("Answer how the week was")
    return SetChoices(person_id, ((week_topic(answers.week), picks_of(answers)),), today, what)


def agreed_in(choices: Mapping[str, Sequence[str]], week: date) -> frozenset[str]:
    """What was agreed on after a week, as `keep_agreed` was given it."""
    return frozenset(choices.get(f"{_AGREED} {week.isoformat()}", ()))


def keep_agreed(
    person_id: int, choices: Mapping[str, Sequence[str]], week: date, picks: Collection[str], today: date
) -> SetChoices:
    """The edit that keeps what was agreed on beside what was before. picks: of `volume_pick` or `lighter_picks`."""
    topic = f"{_AGREED} {week.isoformat()}"
    kept = tuple(dict.fromkeys((*choices.get(topic, ()), *picks)))
    return SetChoices(person_id, ((topic, kept),), today, tr("Agree to a proposal"))


def drop_agreed(
    person_id: int, choices: Mapping[str, Sequence[str]], week: date, picks: Collection[str], today: date
) -> SetChoices:
    """The edit that takes an agreement back."""
    topic = f"{_AGREED} {week.isoformat()}"
    kept = tuple(one for one in choices.get(topic, ()) if one not in picks)
    return SetChoices(person_id, ((topic, kept),), today, tr("Take agreement back"))


def volume_pick(muscle: str, change: float) -> str:
    """How it is kept that a muscle shall have other sets."""
    return f"volume {muscle} {change:+g}"


def lighter_picks(muscles: Iterable[str], *, whole: bool) -> tuple[str, ...]:
    """How it is kept that the week after will be a lighter one."""
    return (f"lighter {_EVERYTHING}",) if whole else tuple(f"lighter {one}" for one in muscles)


def agreed_lighter(choices: Mapping[str, Sequence[str]]) -> dict[date, frozenset[str] | None]:
    """The lighter weeks that were agreed on, by their Monday: their muscles, None for everything."""
    found: dict[date, frozenset[str] | None] = {}
    for topic, picks in choices.items():
        kind, _, day = topic.partition(" ")
        muscles = frozenset(one.removeprefix("lighter ") for one in picks if one.startswith("lighter "))
        if kind == _AGREED and muscles:
            with suppress(ValueError):
                monday = date.fromisoformat(day) + timedelta(weeks=1)
                found[monday] = None if _EVERYTHING in muscles else muscles
    return found


def week_words(week: date, today: date) -> str:
    """Which week: "2 Mar to 8 Mar"."""
    return tr("{first} to {last}", first=near_day(week, today), last=near_day(week + timedelta(days=6), today))


def summary_words(answers: WeekAnswers) -> str:
    """The answers in a line: what was amiss first, and what was well."""
    if not answers.answers:
        return tr("Nothing was said about this week.")
    parts = []
    named: set[Group] = set()
    for text, holds in _AMISS:
        groups = [group for group, one in answers.answers.items() if holds(one)]
        named.update(groups)
        if groups:
            parts.append(tr(text, groups=_names(groups)))
    well = [group for group in answers.answers if group not in named]
    if well:
        parts.append(tr("the rest well") if named else tr("all well"))
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


def _names(groups: Sequence[Group]) -> str:
    return ", ".join(tr(GROUPS[group]) for group in groups)  # some have an "and" of their own
