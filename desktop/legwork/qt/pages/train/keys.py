"""Which keys do what on the Train page.

Owns the list of them, and which button stands for the same. What they do is for the page and its parts.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from legwork.i18n import tr
from legwork.qt.core.commands import name_part, offer, tell
from legwork.qt.pages.train.overview import Overview
from legwork.qt.pages.train.work import Work
from legwork.qt.widgets.keys import share_keys


def offer_keys(
    overview: Overview,
    work: Work,
    step: Callable[[int], object],
    free: Callable[[], object],
    finish: Callable[[], object],
    back: Callable[[], object],
) -> None:
    """Let the keys hold on the two sides of the page. step: to a week before or after. back: to the week."""
    week, answers, rest = overview.week, overview.answers, work.beside.rest
    name_part(work, tr("In a session"))
    tell(work, "Enter", tr("Take the set and go on"))
    tell(work, ("Up", "Down"), tr("From line to line"))
    tell(work, "Esc", tr("Put back what stood in the field"))
    for place, name, text, keys, go, shown in (
        (overview, "week_back", tr("A week back"), "Alt+Left", partial(step, -1), week.back),
        (overview, "week_on", tr("A week on"), "Alt+Right", partial(step, 1), week.forth),
        (overview, "free", tr("Start a free session"), "Ctrl+N", free, overview.free),
        (overview, "count", tr("To the count of the week"), "Alt+C", overview.count.focus_first, None),
        (overview, "proposals", tr("To the proposals for the next session"), "Alt+P", overview.next.focus_first, None),
        (overview, "answers", tr("To the questions on the week"), "Alt+Q", answers.focus_first, answers.answer),
        (work, "finish", tr("Finish the session"), ("Ctrl+Return", "Ctrl+Enter"), finish, None),
        (work, "week", tr("Back to the week"), "Alt+Home", back, work.back),
        (work, "rest", tr("Start or stop the rest clock"), "Alt+R", rest.toggle, rest.go),
        (work, "day", tr("To the day of the session"), "Alt+D", work.day.setFocus, None),
    ):
        made = offer(place, name, text, keys, go)
        if shown is not None:
            share_keys(shown, made)
