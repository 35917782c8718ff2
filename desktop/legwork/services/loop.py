"""The loop closed: what a limb was expected to do beside what it did, which lever to move, and the edit of the plan.

Owns the view. What was expected and done comes from `loop_facts`, what would become of the plan from `loop_offers`, the
words from `loop_words`; the rule is `domain.forecast.levers`. Runs off the window's thread; nothing changes until an
offer is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from legwork.domain.forecast.levers import Advice, Lever, Standing, levers
from legwork.i18n import tr
from legwork.services import loop_words as words
from legwork.services.loop_facts import LoopFacts, Told
from legwork.services.loop_offers import LoopChange, Offer, Offers, put_in
from legwork.services.people import Person
from legwork.services.plans import ChangePlan, PlanIds, plan_of
from legwork.services.profile import Profile
from legwork.services.proposals import RefuseProposal

LOOP = "loop"
"""The topic under which it is kept that a limb's card was put away, beside those of `proposals`."""

QUIET = timedelta(weeks=8)
"""So long nothing more is asked of a limb after that: a lever needs as long to show (a convention)."""


@dataclass(frozen=True)
class LoopCard:
    """A limb that grows slower than expected, or of which little was to be expected.

    topic, key: as they are kept when it is put away. site: of the girth. name: of it, with its side where only one is
    meant. head, seen, expected, why: translated sentences. lever: the one to move first. offer: what taking it does to
    the plan, in words; empty when it is no edit of the plan, or waits. page: where to go instead; empty for nowhere.
    others: what else there is to say, a sentence each: other levers, sides that differ. waits: why the lever cannot be
    taken now, a sentence or nothing. change: what `take` puts into the plan. first: the lever in two or three words.
    rates: for a picture.
    """

    topic: str
    key: str
    site: str
    name: str
    head: str
    seen: str
    expected: str
    lever: Lever
    why: str
    offer: str = ""
    page: str = ""
    others: tuple[str, ...] = ()
    change: LoopChange | None = field(default=None, repr=False)
    waits: str = ""
    first: str = ""
    rates: words.Rates | None = None


@dataclass(frozen=True)
class LoopView:
    """cards: limbs that a lever is named for, thighs first. lines: a quiet sentence for each other limb that shall
    grow: as expected, too early, put away."""

    cards: tuple[LoopCard, ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """The quiet sentences as one text; empty when there is nothing to say."""
        return " ".join(self.lines)


def loop_view(
    profile: Profile, person: Person, today: date, chosen_plan: int = 0, breathe: Callable[[], object] = bool
) -> LoopView:
    """Expected against seen, as things stand, for the leg girths that shall grow.

    chosen_plan: the plan that is trained by, where several could be. breathe: called between the parts; what it raises
    ends the work. Raises StoreError.
    """
    facts = LoopFacts(profile, person, today, chosen_plan, breathe)
    cards: list[LoopCard] = []
    lines: list[str] = []
    offers: Offers | None = None
    untrained: list[str] = []
    for told in facts.told():
        until = _quiet_until(facts, told)
        if told.untrained:
            untrained.append(told.name)
        elif told.seen is None or told.standing not in (Standing.SLOWER, Standing.LITTLE):
            lines.append(told.line)
        elif until is not None:
            lines.append(words.away_words(told.name, told.standing, until, today))
        else:
            offers = offers or Offers(facts.week_facts())
            found = _card(told, offers, today)
            if isinstance(found, LoopCard):
                cards.append(found)
            else:
                lines.append(found)
        breathe()
    if untrained:
        lines.append(words.untrained_words(untrained))
    return LoopView(tuple(cards), tuple(one for one in lines if one))


def take(profile: Profile, card: LoopCard) -> ChangePlan:
    """The edit that puts a card's offer into the plan as it is kept now.

    Raises UserError when that has changed since, ValueError for a card without an offer, StoreError.
    """
    change = card.change
    if change is None:
        raise ValueError("this card offers no edit of the plan")
    stored = plan_of(profile, change.plan_id, change.before)
    if stored is None:
        raise words.plan_gone()
    after = put_in(stored.plan, change, PlanIds(profile))
    return ChangePlan(change.plan_id, stored.plan, after, change.what)


def put_away(person: Person, card: LoopCard, today: date) -> RefuseProposal:
    """The edit after which nothing more is asked of the limb for QUIET."""
    return RefuseProposal(person.id, card.topic, card.key, today)


def _card(told: Told, offers: Offers, today: date) -> LoopCard | str:
    """The card of a limb; a line where the plan has moved already, and nothing else is to be done."""
    assert told.seen is not None
    advised = [(one, offers.of(one, told.muscles, told.done, told.name)) for one in levers(told.seen)]
    first = next((each for each in advised if not each[1].held), advised[0])
    advice, offer = first
    if offer.moved:
        return words.moved_words(told.name, told.standing, advice, offer.held)
    others = [*_others(advised, first), told.sides]
    return LoopCard(
        LOOP,
        f"{told.site} {advice.lever.value} {today.isoformat()}",
        told.site,
        told.name,
        words.head_words(told.name, told.standing),
        words.seen_words(told.seen, told.unit),
        words.expected_words(told.seen, told.unit, told.standing),
        advice.lever,
        advice.why,
        offer.words,
        offer.page,
        tuple(one for one in others if one),
        offer.change,
        offer.held,
        words.lever_words(advice),
        words.rates_of(told.seen, told.unit),
    )


def _others(advised: list[tuple[Advice, Offer]], first: tuple[Advice, Offer]) -> list[str]:
    """The other levers, those that wait for another reason than the first one with it."""
    return [
        tr("{why} {held}", why=advice.why, held=offer.held)
        if offer.held and offer.held != first[1].held
        else advice.why
        for advice, offer in advised
        if advice is not first[0]
    ]


def _quiet_until(facts: LoopFacts, told: Told) -> date | None:
    """The day until which a limb's card was put away; None when it was not."""
    found = None
    for key in facts.refused.get(LOOP, ()):
        site, day = key.partition(" ")[0], key.rpartition(" ")[2]
        try:
            until = date.fromisoformat(day) + QUIET
        except (ValueError, OverflowError):
            continue  # not one of ours
        if site == told.site and facts.today < until and (found is None or until > found):
            found = until
    return found
