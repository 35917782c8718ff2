"""The balance view in words: the headline, the rows of its drawings, and what to know of where the numbers come from.

Owns every sentence that the page, the printed sheet and the report share. The figures are `balance`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from legwork.domain.balance import FRAME_SITES, LEG_SITES, Help, Lack
from legwork.domain.days import near_day
from legwork.domain.measures import as_shown, number_text, value_text
from legwork.domain.normal import Z80
from legwork.domain.pain_holds import Hold, Urgency
from legwork.domain.sides import SideCall, SideDifference
from legwork.domain.sites import Kind, Spot
from legwork.domain.standing import Estimate, Standing, bigger_of_100
from legwork.domain.units import in_unit, unit_of
from legwork.i18n import listed, mark, ntr, tr, within
from legwork.numerals import number
from legwork.services.balance import Balance
from legwork.services.balance_rows import GapRow, SideRow, ZoneMark
from legwork.services.people import Person

_LIMBS = {
    "upper_thigh": mark("thighs"),
    "calf": mark("calves"),
    "lower_thigh": mark("lower thighs"),
}
_WORTH = 0.03
"""A girth is recommended when it would narrow the answer by at least this share (a convention)."""
_SITES_OF = {Lack.WAIST: ("waist",), Lack.UPPER: FRAME_SITES, Lack.LEGS: tuple(LEG_SITES)}


def headline(balance: Balance) -> tuple[str, str]:
    """What a person wants to know first, and the numbers behind it; or what is missing, and why."""
    if balance.person.sex is None:
        return (
            tr("Whom shall your legs be compared with?"),
            tr("Men and women are built differently. Choose under People whose measurements to compare with."),
        )
    main = balance.main
    if balance.needs or main is None or main.percentile is None:
        return tr("Not enough to compare yet."), _needed(balance)
    bigger = bigger_of_100(main.percentile.value)
    return _among(balance, main, bigger), _gap_sentence(balance, main)


def _needed(balance: Balance) -> str:
    sentences = [balance.needs]
    assert balance.assessment is not None
    if balance.mid_thigh_only and Lack.LEGS in balance.assessment.lacks:
        sentences.append(mid_thigh_sentence())
    old = [site for lack in balance.assessment.lacks for site in _SITES_OF.get(lack, ()) if site in balance.outdated]
    if old:
        names = listed([within(tr(balance.person.site(site).name)) for site in old])
        sentences.append(tr("A reading counts for three months; these are older: {sites}.", sites=names))
    return " ".join(sentences)


def mid_thigh_sentence() -> str:
    """Why a mid-thigh does not take part."""
    return tr(
        "Your mid-thigh cannot be compared: the people here were measured directly below the crease of the buttock. "
        "Measure the upper thigh as well."
    )


def _among(balance: Balance, main: Standing, bigger: int) -> str:
    limbs = tr(_LIMBS[main.site])
    people = _people(balance)
    if bigger == 0:
        text = mark("Of 100 {people} with your height, waist and upper body, fewer than one has bigger {limbs}.")
    elif bigger == 100:
        text = mark("Of 100 {people} with your height, waist and upper body, more than 99 have bigger {limbs}.")
    elif bigger == 1:
        text = mark("Of 100 {people} with your height, waist and upper body, about one has bigger {limbs}.")
    else:
        text = mark("Of 100 {people} with your height, waist and upper body, about {count} have bigger {limbs}.")
    return tr(text, people=people, limbs=limbs, count=bigger)


def _people(balance: Balance) -> str:
    return tr("men") if balance.person.sex == "male" else tr("women")


def _gap_sentence(balance: Balance, main: Standing) -> str:
    person = balance.person
    assert main.own is not None
    gap = main.gap_cm
    assert gap is not None
    unit = unit_of(Kind.GIRTH, person.units)
    middle, own = _girth_text(person, main.middle_cm), _girth_text(person, main.own.value)
    said = tr(
        "Middle: {middle}\N{NO-BREAK SPACE}{unit}, yours {own}\N{NO-BREAK SPACE}{unit}: {gap}.",
        middle=middle, unit=unit, own=own, gap=gap_text(person, main.middle_cm, main.own.value, gap),
    )  # fmt: skip
    wanted = main.gap_to(balance.target)
    if balance.target == 50 or wanted is None:
        return said
    target = main.girth_at(balance.target)
    more = tr(
        "Your target: {target}\N{NO-BREAK SPACE}{unit}, {gap}.", target=_girth_text(person, target), unit=unit,
        gap=gap_text(person, target, main.own.value, wanted),
    )  # fmt: skip
    return f"{said} {more}"


def gap_text(person: Person, target_cm: float, own_cm: float, gap: Estimate) -> str:
    """ "4.5 cm to go", "1.2 cm ahead", or that the tape cannot tell. The amount is that between the numbers shown."""
    unit = unit_of(Kind.GIRTH, person.units)
    apart = abs(difference_shown(person, target_cm, own_cm))
    if gap.low <= 0 <= gap.high or not as_shown(apart, unit):
        return tr("there, as far as the tape can tell")
    amount = value_text(apart, unit)
    return tr("{amount} to go", amount=amount) if gap.value > 0 else tr("{amount} ahead", amount=amount)


def _gap_parts(person: Person, one: Standing, percentile: float) -> tuple[str, str]:
    """As `gap_text`, and what the tape leaves open of it: "4.5 cm to go" and "3.6 to 5.4"."""
    gap = one.gap_to(percentile)
    assert gap is not None and one.own is not None
    said = gap_text(person, one.girth_at(percentile), one.own.value, gap)
    if gap.low <= 0 <= gap.high:
        return said, ""
    low, high = sorted(abs(in_unit(end, Kind.GIRTH, person.units)) for end in (gap.low, gap.high))
    unit = unit_of(Kind.GIRTH, person.units)
    return said, tr("{low} to {high}", low=number_text(low, unit), high=number_text(high, unit))


def caution(holds: Sequence[Hold]) -> str:
    """What to heed before any advice while something hurts; empty when nothing does."""
    now = next((one.sentence for one in holds if one.urgency is Urgency.NOW), "")
    if now or not holds:
        return now
    return tr("While something hurts, leave out of the advice below what loads it. What to do next does so already.")


def difference_shown(person: Person, one_cm: float, other_cm: float) -> float:
    """One girth less the other in the person's unit, both rounded as they are shown: people check the sum."""
    unit = unit_of(Kind.GIRTH, person.units)
    one, other = (as_shown(in_unit(cm, Kind.GIRTH, person.units), unit) for cm in (one_cm, other_cm))
    return one - other


def index_text(balance: Balance) -> str:
    """The balance index with its interval: "94.6 % (93.5 to 95.8)", as the chart has it; empty when there is none."""
    value, span = index_parts(balance)
    return tr("{value} ({span})", value=value, span=span) if value else ""


def index_parts(balance: Balance) -> tuple[str, str]:
    """The same in two: "94.6 %" and "93.5 to 95.8"."""
    if balance.assessment is None or balance.assessment.index is None:
        return "", ""
    value = balance.assessment.index.value
    span = tr("{low} to {high}", low=number(value.low, 1), high=number(value.high, 1))
    return f"{number(value.value, 1)}\N{NO-BREAK SPACE}%", span


def index_sentence(balance: Balance) -> str:
    """What the index says, in one sentence; empty when there is none."""
    if balance.assessment is None or balance.assessment.index is None:
        return ""
    index, people = balance.assessment.index, _people(balance)
    limbs = [tr(_LIMBS[site]) for site in index.sites]
    both = limbs[0] if len(limbs) == 1 else tr("{first} and {last}", first=limbs[0], last=limbs[1])
    low, high = index.people
    away = abs(index.value.value - 100)
    share = tr("about {away} %", away=number(away)) if away >= 0.5 else tr("less than 1 %")
    if index.value.low <= 100 <= index.value.high:
        said = tr("Your {limbs} go with your upper body, as far as the tape can tell.", limbs=both)
    elif index.value.value < 100:
        said = tr(
            "Your {limbs} are {share} below the middle of {people} built like you.",
            limbs=both, share=share, people=people,
        )  # fmt: skip
    else:
        said = tr(
            "Your {limbs} are {share} above the middle of {people} built like you.",
            limbs=both, share=share, people=people,
        )  # fmt: skip
    spread = tr(
        "Such {people} differ: 80 of 100 lie between {low} and {high} %.",
        people=people, low=number(low), high=number(high),
    )  # fmt: skip
    return f"{said} {spread}"


def gap_rows(balance: Balance) -> tuple[GapRow, ...]:
    """One row a leg girth, as far as anything can be said."""
    if balance.assessment is None:
        return ()
    return tuple(_gap_row(balance, one) for one in balance.assessment.standings)


def _gap_row(balance: Balance, one: Standing) -> GapRow:
    person = balance.person
    name = tr(person.site(one.site).name)
    unit = unit_of(Kind.GIRTH, person.units)

    def shown(cm: float) -> float:
        return in_unit(cm, Kind.GIRTH, person.units)

    middle = shown(one.middle_cm)
    band = tr(
        "10 to 90 of 100 people built like you: {low} to {high}", low=number_text(shown(one.low_cm), unit),
        high=value_text(shown(one.high_cm), unit),
    )  # fmt: skip
    target = shown(one.girth_at(balance.target))
    if one.own is None or one.percentile is None:
        spoken = tr(
            "{name}: no current reading. Middle {middle}. {band}.",
            name=name,
            middle=value_text(middle, unit),
            band=band,
        )
        return GapRow(
            one.site, name, unit, shown(one.low_cm), middle, shown(one.high_cm), target, None, None, None, *4 * ("",),
            spoken,
        )  # fmt: skip
    place, reach = one.percentile, Z80 * one.own.sd
    standing = tr("{count} of 100", count=_rank(place.value))
    low, high = _rank(place.low), _rank(place.high)
    span = low if low == high else tr("{low} to {high}", low=low, high=high)
    words, reach_of_gap = _gap_parts(person, one, balance.target)
    spoken = tr(
        "{name}: {own}. {standing} people built like you have less; the tape’s error allows for {span}. "
        "Middle {middle}. {band}. Your target is {target}: {gap}.",
        name=name, own=value_text(shown(one.own.value), unit), standing=standing, span=span,
        middle=value_text(middle, unit), band=band, target=value_text(target, unit),
        gap=tr("{gap} ({range})", gap=words, range=reach_of_gap) if reach_of_gap else words,
    )  # fmt: skip
    return GapRow(
        one.site, name, unit, shown(one.low_cm), middle, shown(one.high_cm), target, shown(one.own.value),
        shown(one.own.value - reach), shown(one.own.value + reach), standing, span, words, reach_of_gap,
        spoken,
    )  # fmt: skip


def _rank(percentile: float) -> str:
    """How many of 100 have less: never 0 or 100, which nobody can know."""
    if percentile < 1:
        return tr("under 1")
    if percentile > 99:
        return tr("over 99")
    return number(percentile)


def side_rows(balance: Balance) -> tuple[SideRow, ...]:
    """One row a pair of limbs."""
    return tuple(_side_row(balance.person, site, one) for site, one in balance.sides)


def _side_row(person: Person, site: str, one: SideDifference) -> SideRow:
    name = person.label(Spot(site))
    unit = unit_of(Kind.GIRTH, person.units)
    difference, mdc = (in_unit(value, Kind.GIRTH, person.units) for value in (one.difference, one.mdc))
    texts = _told_apart(abs(difference), mdc, unit)
    size, noise = (f"{text}\N{NO-BREAK SPACE}{unit}" for text in texts)
    if one.call is SideCall.WITHIN:
        words = tr("no difference beyond the tape’s error")
    elif one.call is SideCall.LEFT_LARGER:
        words = tr("left larger by {size}", size=size)
    else:
        words = tr("right larger by {size}", size=size)
    mean = ntr("from {count} pair of readings", "the mean of {count} pairs of readings", one.pairs)
    spoken = tr(
        "{name}: {words}. Measured {size}, {mean}; up to {noise} can be the tape’s error.",
        name=name, words=words, size=size, mean=mean, noise=noise,
    )  # fmt: skip
    return SideRow(site, name, unit, difference, mdc, *texts, one.call, words, spoken)


def _told_apart(one: float, other: float, unit: str) -> tuple[str, str]:
    """Two values as texts; with more digits where they would look the same, until they do not."""
    texts = number_text(one, unit), number_text(other, unit)
    for places in range(2, 7):
        if texts[0] != texts[1]:
            break
        texts = number(one, places), number(other, places)
    return texts


def zone_marks(balance: Balance) -> tuple[ZoneMark, ...]:
    """The coloured zones of the body map: legs among people built alike, upper body among people as tall."""
    found = []
    standings = balance.assessment.standings if balance.assessment else ()
    by_site = {one.site: one for one in standings}
    for spot, own in balance.by_side.items():
        if spot.site in by_site:
            one = by_site[spot.site]
            found.append(_zone(spot, Standing(one.site, own, one.mean, one.sd, one.error), legs=True))
    for one in balance.builds:
        for spot in balance.person.site(one.site).spots:
            found.append(_zone(spot, one, legs=False))
    return tuple(found)


def _zone(spot: Spot, one: Standing, *, legs: bool) -> ZoneMark:
    assert one.percentile is not None
    return ZoneMark(spot, one.percentile.value, legs, _rank(one.percentile.value))


def zone_caption(balance: Balance) -> str:
    """What the numbers of the body map mean; empty when it has none."""
    marks, people = zone_marks(balance), _people(balance)
    if not marks:
        return ""
    if not any(one.legs for one in marks):
        return tr("How many of 100 {people} of your height have less.", people=people)
    return tr(
        "How many of 100 {people} have less. Legs: of those built like you above the waist. Upper body: of those of "
        "your height.",
        people=people,
    )


def compared_with(balance: Balance) -> str:
    """Who the reference people are, and what they are not."""
    if balance.person.sex is None:
        return ""
    if balance.person.sex == "male":
        text = mark(
            "Compared with {count} men of the US Army, measured by hand in 2012 (ANSUR II). They are soldiers, not "
            "lifters and not everybody."
        )
    else:
        text = mark(
            "Compared with {count} women of the US Army, measured by hand in 2012 (ANSUR II). They are soldiers, not "
            "lifters and not everybody."
        )
    return tr(text, count=number(balance.people))


def better_answer(balance: Balance) -> tuple[str, ...]:
    """What would make the answer better, and by how much; nothing when everything is there."""
    assessment = balance.assessment
    if assessment is None or not assessment.standings:
        return ()
    sentences = []
    if assessment.arm_only:
        sentences.append(
            tr(
                "This is provisional: only your arm tells of your upper body. An arm that was trained on its own makes "
                "legs look smaller than they are. Measure your chest or your shoulders as well."
            )
        )
    worth = [one for one in assessment.helps if one.narrower >= _WORTH]
    sentences += [_help(balance.person, one) for one in worth[:2]]
    if balance.needs:
        return tuple(sentences)  # the headline names the legs that are lacking, and why a mid-thigh is none of them
    unmeasured = [within(tr(balance.person.site(one.site).name)) for one in assessment.standings if one.own is None]
    if unmeasured:
        sentences.append(tr("No current reading: {sites}.", sites=listed(unmeasured)))
    if balance.mid_thigh_only:
        sentences.append(mid_thigh_sentence())
    return tuple(sentences)


def _help(person: Person, one: Help) -> str:
    return tr(
        "With your {site} as well, the range of people built like you would be {share} % narrower.",
        site=within(tr(person.site(one.site).name)),
        share=number(100 * one.narrower),
    )


def by_weight(balance: Balance) -> str:
    """The second look, among people of the same height and weight, with its warning; empty without a weight."""
    if balance.assessment is None:
        return ""
    for one in balance.assessment.by_weight:
        if balance.main is not None and one.site == balance.main.site and one.percentile is not None:
            return tr(
                "A second look: among {people} of your height and weight, {count} of 100 have smaller {limbs}. Your "
                "weight contains your legs, so this view hides part of the difference.",
                people=_people(balance),
                count=_rank(one.percentile.value),
                limbs=tr(_LIMBS[one.site]),
            )
    return ""


def measured_when(balance: Balance, today: date) -> str:
    """From which day the newest of the girths is; empty when nothing was measured."""
    if balance.day is None:
        return ""
    return tr("Last measured on {day}.", day=near_day(date.fromordinal(balance.day), today))


def _girth_text(person: Person, cm: float) -> str:
    return number_text(in_unit(cm, Kind.GIRTH, person.units), unit_of(Kind.GIRTH, person.units))
