"""Other words by which people look for things: what other programs call them, or what one wants from them.

Owns those words. They find an entry without being shown, behind all that have what was typed in their own name.
"""

from __future__ import annotations

from legwork.i18n import mark, tr

WORDS = {
    "go/today": mark("home start overview dashboard"),
    "go/measure": mark("check-in weigh weight tape girth circumference enter"),
    "go/history": mark("list table correct edit delete check-in"),
    "go/charts": mark("graph diagram curve trend progress"),
    "go/balance": mark("compare proportion ratio symmetry ideal"),
    "go/plan": mark("programme routine split workout exercises"),
    "go/train": mark("log workout session gym record sets"),
    "go/food": mark("diet nutrition calories kcal protein water eat"),
    "go/people": mark("profile user account birth height units kg lb inches pounds"),
    "go/data": mark("backup save copy restore move delete stick"),
    "go/settings": mark("options preferences configuration"),
    "go/help": mark("manual guide question how"),
    "go/charts/goals/new": mark("target aim"),
    "go/charts/goals": mark("target aim forecast"),
    "go/balance/press/strength_edit": mark("strength maximum one-rep 1RM squat bench"),
    "go/train/free": mark("workout begin log"),
    "go/train/press/train_plates_action": mark("weights equipment barbell"),
    "go/people/press/add_person": mark("user profile new"),
    "go/people/focus/delete_person": mark("erase remove user profile everything all my data reset start over"),
    "go/data/press/copy_now": mark("backup save"),
    "go/data/elsewhere": mark("backup usb stick drive cloud save"),
    "go/data/restore": mark("backup bring back recover lost data"),
    "go/data/press/copy_restore_file": mark("backup bring back recover lost data open"),
    "go/data/press/data_show_folder": mark("database file where delete erase remove everything all my data uninstall"),
    "go/settings/focus/theme_system": mark("dark light contrast night design theme appearance mode"),
    "go/settings/focus/text_percent_100": mark("font zoom bigger smaller larger scale"),
    "go/settings/focus/language_system": mark("translation English German Spanish French Portuguese"),
    "go/settings/focus/site_list": mark("sites girths choose order"),
    "go/settings/focus/remind_check_in": mark("notification alarm weekday time"),
    "go/settings/focus/start_at_login": mark("autostart boot background"),
    "command/action_import": mark("csv open read Strong Hevy bring in transfer"),
    "command/action_export": mark("csv save spreadsheet table give out transfer"),
    "command/action_report": mark("pdf print coach doctor summary"),
    "command/action_review": mark("summary weekly"),
    "command/action_keys": mark("shortcuts keyboard hotkeys"),
    "command/action_log": mark("error problem diagnosis crash report bug"),
    "command/action_about": mark("version licence"),
    "command/action_fold_rail": mark("sidebar menu navigation hide"),
    "command/action_quit": mark("exit close end"),
}
"""By the key of an entry, in English, marked for translation."""

HELP_WORDS = {
    "data#copies": mark("backup save"),
    "data#restoring": mark("backup bring back recover lost data"),
    "data#elsewhere": mark("backup usb stick drive cloud"),
    "data#damaged": mark("crash corrupt broken lost data recover"),
    "data#bringing-in": mark("import csv open read transfer"),
    "data#taking-out": mark("export csv save spreadsheet table transfer"),
    "data#deleting": mark("delete erase remove person everything all my uninstall reset start over"),
}
"""By the topic and the anchor of a part of the help: for where it answers, but its heading does not say the word."""


def other_words(key: str) -> str:
    """The other words for an entry, translated; "" where it has none."""
    words = WORDS.get(key)
    return tr(words) if words is not None else ""


def words_of_help(topic: str, anchor: str) -> str:
    """The other words for a part of the help, translated; "" where it has none."""
    words = HELP_WORDS.get(f"{topic}#{anchor}")
    return tr(words) if words is not None else ""
