"""What a printed document is made of: blocks that know how tall they are at a width, and that paint themselves.

Owns the basic blocks; what they say is handed to them, already translated. Lengths are units of `paper`. A block is
never split across pages unless it says so itself; `sheets` decides where each one stands.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.text import Wrapped, wrapped


@dataclass(frozen=True, kw_only=True)
class Block(ABC):
    """One thing that belongs together.

    before: space above it, which falls away at the top of a page. keep_with_next: it stands on the page of the block
    that follows it. breakable: it may be continued on the next page though it would fit on one.
    """

    before: float = 0.0
    keep_with_next: bool = False
    breakable: bool = False

    @abstractmethod
    def height(self, width: float, theme: ThemeManager) -> float:
        """How tall it is at `width`, without the space above it."""

    @abstractmethod
    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        """Paint it into `rect`, which has the height that it asked for or more."""

    @property
    @abstractmethod
    def words(self) -> str:
        """All that it says, for who does not see it."""

    def split(self, _width: float, _theme: ThemeManager, _height: float) -> tuple[Block, Block] | None:
        """Two blocks in its place, the first of them no taller than `_height`; None when it cannot be divided."""
        return None


@dataclass(frozen=True)
class Gap(Block):
    """Nothing, so much of it; falls away at the top and at the bottom of a page."""

    tall: float = 12.0

    def height(self, _width: float, _theme: ThemeManager) -> float:
        return self.tall

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        pass

    @property
    def words(self) -> str:
        return ""


@dataclass(frozen=True)
class Paragraph(Block):
    """Text in lines. role: of `text.ROLES`. lead: its first words, in bold. marker: stands before it, "1." or "•"."""

    text: str
    role: str = "body"
    lead: str = ""
    marker: str = ""
    before: float = field(default=4.0, kw_only=True)

    def height(self, width: float, theme: ThemeManager) -> float:
        return self._wrapped(width, theme).height

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        if self.marker:
            wrapped(self.marker, self.role, self._indent, theme).draw(painter, rect.topLeft())
        self._wrapped(rect.width(), theme).draw(painter, rect.topLeft() + QPointF(self._indent, 0))

    @property
    def words(self) -> str:
        return " ".join(part for part in (self.marker, f"{self.lead}{self.text}") if part)

    def split(self, width: float, theme: ThemeManager, height: float) -> tuple[Block, Block] | None:
        cut = self._wrapped(width, theme).cut(height) - len(self.lead)
        if cut <= 0 or cut >= len(self.text):
            return None
        first = replace(self, text=self.text[:cut].rstrip())
        # The indent stays, the marker is not said twice.
        return first, replace(self, text=self.text[cut:], lead="", marker=" " if self.marker else "")

    @property
    def _indent(self) -> float:
        return 22.0 if self.marker else 0.0

    def _wrapped(self, width: float, theme: ThemeManager) -> Wrapped:
        return wrapped(self.text, self.role, width - self._indent, theme, lead=self.lead)


@dataclass(frozen=True)
class Heading(Paragraph):
    """The title of what follows; never the last thing on a page."""

    role: str = "section"
    before: float = field(default=20.0, kw_only=True)
    keep_with_next: bool = field(default=True, kw_only=True)


@dataclass(frozen=True)
class Painted(Block):
    """A drawing, as a widget paints it. tall: its height for a width. spoken: what is to be seen on it."""

    draw: Callable[[QPainter, QRectF, ThemeManager], object]
    tall: Callable[[float, ThemeManager], float]
    spoken: str
    before: float = field(default=8.0, kw_only=True)

    def height(self, width: float, theme: ThemeManager) -> float:
        return self.tall(width, theme)

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        painter.save()
        self.draw(painter, rect, theme)
        painter.restore()

    @property
    def words(self) -> str:
        return self.spoken


@dataclass(frozen=True)
class Stack(Block):
    """Blocks one below the other that part only where they are taller than a page together."""

    blocks: tuple[Block, ...]

    def height(self, width: float, theme: ThemeManager) -> float:
        spaces = sum(block.before for block in self.blocks[1:])
        return spaces + sum(block.height(width, theme) for block in self.blocks)

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        top = rect.top()
        for place, block in enumerate(self.blocks):
            top += block.before if place else 0.0
            tall = block.height(rect.width(), theme)
            block.paint(painter, QRectF(rect.left(), top, rect.width(), tall), theme)
            top += tall

    @property
    def words(self) -> str:
        return spoken(self.blocks)

    def split(self, width: float, theme: ThemeManager, height: float) -> tuple[Block, Block] | None:
        """Between two blocks, never behind one that is to be kept with the next."""
        fitting, top = 0, 0.0
        for place, block in enumerate(self.blocks):
            top += (block.before if place else 0.0) + block.height(width, theme)
            if top > height + 1e-6:
                break
            fitting = place + 1
        while 0 < fitting < len(self.blocks) and self.blocks[fitting - 1].keep_with_next:
            fitting -= 1
        if not 0 < fitting < len(self.blocks):
            return None
        return replace(self, blocks=self.blocks[:fitting]), replace(self, blocks=self.blocks[fitting:])


@dataclass(frozen=True)
class Whole(Stack):
    """Blocks one below the other that never part: where they are taller than a page, they are made smaller."""

    def split(self, _width: float, _theme: ThemeManager, _height: float) -> tuple[Block, Block] | None:
        return None


@dataclass(frozen=True)
class Beside(Block):
    """Two blocks side by side, both from the same height on. share: the left one's part of the width, 0 to 1."""

    left: Block
    right: Block
    share: float = 0.5
    between: float = 28.0
    before: float = field(default=8.0, kw_only=True)

    def height(self, width: float, theme: ThemeManager) -> float:
        left, right = self._widths(width)
        return max(self.left.height(left, theme), self.right.height(right, theme))

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        left, right = self._widths(rect.width())
        across = rect.left() + left + self.between
        self.left.paint(painter, QRectF(rect.left(), rect.top(), left, self.left.height(left, theme)), theme)
        self.right.paint(painter, QRectF(across, rect.top(), right, self.right.height(right, theme)), theme)

    @property
    def words(self) -> str:
        return spoken((self.left, self.right))

    def split(self, width: float, theme: ThemeManager, height: float) -> tuple[Block, Block] | None:
        """Both sides at the same height; a side that ends before has nothing on the next page."""
        parts = [
            (side, Gap(0)) if side.height(wide, theme) <= height else side.split(wide, theme, height)
            for side, wide in zip((self.left, self.right), self._widths(width), strict=True)
        ]
        left, right = parts
        if left is None or right is None:
            return None
        return replace(self, left=left[0], right=right[0]), replace(self, left=left[1], right=right[1])

    def _widths(self, width: float) -> tuple[float, float]:
        left = (width - self.between) * self.share
        return left, width - self.between - left


def spoken(blocks: Sequence[Block]) -> str:
    """The words of several blocks, one below the other."""
    return "\n".join(words for block in blocks if (words := block.words))


def stops(widths: Sequence[float], between: float) -> list[float]:
    """Where columns of these widths begin, with `between` them."""
    return list(accumulate((width + between for width in widths[:-1]), initial=0.0))
