"""Somebody measured, on the balance page."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel

from legwork.qt.pages.balance.page import BalancePage
from program_driver import Desk

TODAY = date.today()
BUILD = {"neck": "40", "shoulders": "124", "chest": "112", "waist": "84", "flexed_arm_left": "40",
         "flexed_arm_right": "40", "forearm_left": "32", "wrist_left": "17.5"}  # fmt: skip
SMALL = {"upper_thigh_left": "57.8", "upper_thigh_right": "57.8", "calf_left": "37", "calf_right": "37"}
LARGE = {"upper_thigh_left": "68", "upper_thigh_right": "68", "calf_left": "43", "calf_right": "43"}


def balance(desk: Desk) -> BalancePage:
    page = desk.go("balance")
    assert isinstance(page, BalancePage)
    return page


def said(desk: Desk, name: str) -> str:
    return desk.child(QLabel, name).text()
