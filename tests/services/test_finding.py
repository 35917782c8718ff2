"""Finding anything by words of its name: what fits, in which order, and that a keystroke is never waited for."""

from __future__ import annotations

from legwork.services.finding import Entry, Finder


def entry(text: str, kind: str = "Page", more: str = "") -> Entry:
    return Entry(kind, text, f"{kind}/{text}", lambda: None, more=more)


def texts(finder: Finder, typed: str, *recent: str) -> list[str]:
    return [one.text for one in finder.find(typed, recent)]


THINGS = Finder(
    [
        entry("Print the plan", "Plan"), entry("Plan"), entry("New plan…", "Plan"), entry("Planner", "Help"),
        entry("Übungen", "Help"), entry("Back squat", "Exercise", "barbell squat kniebeuge"),
        entry("Squat jump", "Exercise"),
    ]
)  # fmt: skip


def test_any_word_or_its_beginning_finds_in_any_order() -> None:
    assert texts(THINGS, "plan pri") == ["Print the plan"]
    assert texts(THINGS, "ubung") == ["Übungen"]
    assert texts(THINGS, "ÜBUNGEN") == ["Übungen"]
    assert texts(THINGS, "lan") == [], "the middle of a word is no beginning"


def test_the_best_comes_first() -> None:
    assert texts(THINGS, "plan") == ["Plan", "Planner", "Print the plan", "New plan…"]
    assert texts(THINGS, "squat") == ["Squat jump", "Back squat"]


def test_the_kind_and_other_names_find_as_well() -> None:
    assert texts(THINGS, "kniebeuge") == ["Back squat"]
    assert texts(THINGS, "exercise back") == ["Back squat"]


def test_what_was_chosen_lately_comes_first_among_equals() -> None:
    assert texts(THINGS, "p", "Plan/Print the plan") == ["Print the plan", "Plan", "Planner", "New plan…"]
    assert texts(THINGS, "plan", "Plan/Print the plan")[0] == "Plan", "the whole name is better"


def test_nothing_typed_finds_nothing() -> None:
    assert texts(THINGS, "") == texts(THINGS, " … ") == []


def test_two_that_look_the_same_are_one_and_the_first_counts() -> None:
    ran: list[int] = []
    twice = [Entry("Plan", "Print", "a", lambda: ran.append(1)), Entry("Plan", "Print", "b", lambda: ran.append(2))]
    [found] = Finder(twice).find("print")
    found.run()
    assert ran == [1]
    behind = Finder([Entry("Plan", "Print", "c", lambda: ran.append(3)), entry("Plan")])
    assert [one.key for one in Finder(twice[:1], behind).entries] == ["a", "Page/Plan"]


def test_known_keys_are_given_back_in_their_order() -> None:
    keys = ["Page/Plan", "Plan/gone", "Help/Planner"]
    assert [one.text for one in THINGS.known(keys)] == ["Plan", "Planner"]
    assert THINGS.known([]) == []
