"""The style sheet: how a role of text, a card, a field or a button looks. Written from the theme, never by hand.

Widgets take part by a dynamic property: `role` on labels and frames, `kind` on buttons. One button of a page is
`primary`, the rest plain or `quiet`; `link` goes somewhere, `number` is a number that opens, `segment` one of several.
The focus is a ring of two pixels on all that takes keys, inside of what is filled. Must not hold a colour: those are
the theme's roles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legwork.qt.core.theme import ThemeManager

_TEMPLATE = """
QWidget {{ color: {text}; }}
QMainWindow, QDialog, QStackedWidget#pages {{ background: {window}; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {px20}px; font-weight: 600; }}
QLabel[role="section"] {{ font-size: {px15}px; font-weight: 600; }}
QLabel[role="big"] {{ font-size: {px32}px; font-weight: 600; }}
QLabel[role="small"], QLabel[role="note"] {{ font-size: {px12}px; color: {secondary}; }}
QLabel[role="secondary"] {{ color: {secondary}; }}
QLabel[role="good"] {{ font-size: {px12}px; color: {good}; }}
QLabel[role="caution"] {{ font-size: {px12}px; color: {caution}; }}
QLabel[role="error"] {{ font-size: {px12}px; color: {error}; }}
QFrame[role="card"] {{ background: {surface}; border: 1px solid {border}; border-radius: {px8}px; }}
QFrame[role="float"] {{ background: {surface}; border: 1px solid {field_border}; border-radius: {px8}px; }}
QFrame[role="banner"] {{ background: {legs_soft}; border: none; }}
QFrame[role="aside"] {{ background: {legs_soft}; border: none; border-radius: {px8}px; }}
QFrame[role="notice"] {{ background: {text}; border: none; border-radius: {px8}px; }}
QFrame[role="notice"] QLabel {{ color: {window}; }}
QFrame[role="notice"] QPushButton {{ color: {window}; background: transparent; border: 1px solid {secondary}; }}
QFrame[role="notice"] QPushButton:hover, QFrame[role="notice"] QPushButton:focus {{ border-color: {window}; }}
QFrame[role="line"] {{ background: {border}; border: none; max-height: 1px; min-height: 1px; }}
QWidget#rail {{ background: {surface}; border-right: 1px solid {border}; }}
QWidget#rail QToolButton {{ border: 2px solid transparent; border-radius: {px6}px; padding: 0 {px10}px;
    text-align: left; background: transparent; min-height: {px32}px; }}
QWidget#rail QToolButton:hover {{ background: {raised}; }}
QWidget#rail QToolButton:checked {{ background: {legs_soft}; color: {legs}; font-weight: 600; }}
QWidget#rail QToolButton:focus {{ border-color: {legs}; }}
QLineEdit, QPlainTextEdit, QTextEdit, QDateEdit, QComboBox, QSpinBox {{ background: {surface};
    border: 1px solid {field_border}; border-radius: {px6}px; padding: 0 {px8}px; min-height: {px30}px;
    selection-background-color: {legs}; selection-color: {on_legs}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QDateEdit:focus, QComboBox:focus, QSpinBox:focus {{
    border: 2px solid {legs}; padding: 0 {px7}px; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {secondary}; }}
QWidget#rail QToolButton:disabled {{ color: {disabled}; }}
QLineEdit[state="error"], QDateEdit[state="error"] {{ border: 2px solid {error}; }}
QLineEdit[state="ask"] {{ border: 2px solid {caution}; }}
QLineEdit:disabled, QDateEdit:disabled, QComboBox:disabled {{ color: {disabled}; border-color: {border}; }}
QPlainTextEdit, QTextEdit {{ padding: {px4}px {px6}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: {px3}px {px5}px; }}
QTextBrowser, QTextBrowser:focus {{ border: none; padding: 0; background: transparent; }}
QTextBrowser#help_text {{ border: 2px solid transparent; border-radius: {px6}px; padding: {px8}px; }}
QTextBrowser#help_text:focus {{ border-color: {legs}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {px24}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: {arrow}; width: {px12}px; height: {px12}px; }}
QComboBox QAbstractItemView {{ background: {surface}; border: 1px solid {border}; outline: none;
    selection-background-color: {legs_soft}; selection-color: {text}; }}
QPushButton {{ background: {surface}; border: 1px solid {field_border}; border-radius: {px6}px;
    padding: 0 {px14}px; min-height: {px30}px; icon-size: {px16}px; }}
QPushButton:hover {{ background: {raised}; }}
QPushButton:focus {{ border: 2px solid {legs}; padding: 0 {px13}px; min-height: {px28}px; }}
QPushButton:disabled {{ color: {disabled}; border-color: {border}; background: {window}; }}
QPushButton[kind="primary"] {{ background: {legs}; color: {on_legs}; border: 1px solid {legs}; font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {legs_hover}; }}
QPushButton[kind="primary"]:focus {{ border: 4px double {on_legs}; padding: 0 {px11}px; min-height: {px24}px; }}
QPushButton[kind="primary"]:disabled {{ background: {raised}; color: {disabled}; border-color: {border}; }}
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {{ background: transparent; border: 2px solid transparent;
    border-radius: {px6}px; padding: 0 {px8}px; min-height: {px28}px; icon-size: {px16}px; }}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover {{ background: {raised}; }}
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus {{ border-color: {legs}; }}
QPushButton[kind="link"] {{ background: transparent; border: 2px solid transparent; border-radius: {px6}px;
    color: {legs}; padding: 0 {px4}px; min-height: {px24}px; text-align: left; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border-color: {legs}; }}
QPushButton[kind="number"] {{ background: transparent; border: 2px solid transparent; border-radius: {px6}px;
    color: {legs}; padding: 0 {px4}px; min-height: {px24}px; text-align: right; }}
QPushButton[kind="number"]:hover {{ text-decoration: underline; }}
QPushButton[kind="number"]:focus {{ border-color: {legs}; }}
QPushButton[kind="number"]:disabled {{ color: {secondary}; text-decoration: none; }}
QPushButton[kind="segment"] {{ background: transparent; border: 1px solid {field_border}; min-height: {px28}px; }}
QPushButton[kind="segment"]:checked {{ background: {legs_soft}; color: {legs}; border-color: {legs}; }}
QPushButton[kind="segment"]:focus {{ border: 2px solid {legs}; }}
QCheckBox, QRadioButton {{ spacing: {px8}px; min-height: {px28}px; border: 2px solid transparent;
    border-radius: {px6}px; padding: 0 {px4}px; background: transparent; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {legs}; }}
QCheckBox::indicator, QListView::indicator, QTreeView::indicator {{ width: {px16}px; height: {px16}px;
    border: 1px solid {field_border};
    border-radius: {px4}px; background: {surface}; }}
QCheckBox::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked {{
    background: {legs}; border-color: {legs};
    image: {check}; }}
QListView, QTreeView, QTableView {{ background: {surface}; border: none; outline: none; gridline-color: {border};
    selection-background-color: {legs_soft}; selection-color: {text}; }}
QTreeView::branch {{ background: {surface}; }}
QListView::item, QTreeView::item {{ min-height: {px28}px; }}
QTableView::item:focus {{ border: 2px solid {legs}; }}
QListView::item:selected, QTreeView::item:selected {{ background: {legs_soft}; color: {text}; }}
QListView::item:focus, QTreeView::item:focus {{ border: 2px solid {legs}; border-radius: {px4}px; }}
QTableView::item {{ padding: 0 {px8}px; }}
QTreeView#about_parts::item {{ padding: 0 {px6}px; }}
QTreeView#about_parts::item:focus {{ padding: 0 {px4}px; }}
QTableView#chart_table::item {{ padding: {px4}px {px8}px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QHeaderView {{ background: {surface}; border: none; }}
QHeaderView::section {{ background: {surface}; color: {secondary}; border: none;
    border-bottom: 1px solid {border}; padding: {px6}px {px8}px; font-size: {px12}px; }}
QTableCornerButton::section {{ background: {surface}; border: none; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea[ring="yes"] {{ border: 2px solid {legs}; border-radius: {px6}px; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: {px10}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px10}px; margin: 0; }}
QScrollBar::handle {{ background: {field_border}; border-radius: {px4}px; margin: {px2}px; }}
QScrollBar::handle:vertical {{ min-height: {px28}px; }}
QScrollBar::handle:horizontal {{ min-width: {px28}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenuBar {{ background: {surface}; border-bottom: 1px solid {border}; }}
QMenuBar::item {{ padding: {px4}px {px10}px; background: transparent; border-radius: {px4}px; }}
QMenuBar::item:selected {{ background: {raised}; }}
QMenu {{ background: {surface}; border: 1px solid {border}; padding: {px4}px; }}
QMenu::item {{ padding: {px6}px {px24}px {px6}px {px12}px; border-radius: {px4}px; }}
QMenu::item:selected {{ background: {legs_soft}; color: {text}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: {px4}px; }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {border}; padding: {px6}px; }}
QProgressBar {{ border: none; border-radius: {px3}px; background: {raised}; max-height: {px6}px; }}
QProgressBar::chunk {{ background: {legs}; border-radius: {px3}px; }}
QSplitter::handle {{ background: transparent; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {border}; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {secondary}; border: 2px solid transparent;
    padding: {px8}px {px10}px {px10}px {px10}px; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:selected {{ color: {legs}; border-bottom-color: {legs}; }}
QTabBar::tab:focus {{ border-color: {legs}; border-radius: {px4}px; }}
"""

_STRONG = """
QFrame[role="banner"] {{ border-bottom: 2px solid {legs}; }}
QFrame[role="notice"] QPushButton {{ border-color: {window}; }}
QWidget#rail QToolButton:hover, QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover {{
    border-color: {field_border}; }}
QWidget#rail QToolButton:checked, QWidget#rail QToolButton:focus {{ border-color: {legs}; }}
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus {{ border-color: {legs}; }}
QPushButton[kind="segment"]:checked {{ border: 2px solid {legs}; }}
QWidget#rail QToolButton:checked:focus, QPushButton[kind="segment"]:checked:focus {{ border: 2px dashed {text}; }}
QPushButton[kind="link"], QPushButton[kind="number"] {{ text-decoration: underline; }}
QListView::item:selected, QTreeView::item:selected, QMenu::item:selected, QMenuBar::item:selected {{
    border: 1px solid {legs}; }}
QListView::item:selected:focus, QTreeView::item:selected:focus {{ border: 2px dashed {text}; }}
"""
"""With strong contrast a pale ground is no sign: what is chosen or pointed at gets a line as well."""


def style_sheet(theme: ThemeManager) -> str:
    """The whole sheet for `theme`, with every length scaled to its text size."""
    values: dict[str, object] = {name: value for name, value in vars(theme.colours).items() if isinstance(value, str)}
    values["legs_hover"] = theme.colour("legs").darker(108).name()
    values["arrow"] = _url(theme.icon_file("arrow"))
    values["check"] = _url(theme.icon_file("check"))
    for length in (2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 20, 24, 28, 30, 32, 34):
        values[f"px{length}"] = theme.px(length)
    return (_TEMPLATE + (_STRONG if theme.colours.contrast else "")).format_map(values)


def _url(file: str) -> str:
    """Quoted, or a folder named `Jürgen (old)` on the way would undo the whole sheet."""
    escaped = file.replace("\\", "\\\\").replace('"', '\\"')
    return f'url("{escaped}")'
