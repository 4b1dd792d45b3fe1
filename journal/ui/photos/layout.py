"""Where each photo of the gallery lies: days as sections, photos as equal cells. Nothing is drawn here."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in pixels: of a cell, of a section's heading, of the gaps."""

    cell_width: int
    cell_height: int
    heading: int
    gap: int
    section_gap: int


@dataclass(frozen=True, slots=True)
class Section:
    """A day: its first row in the model, how many photos, and the top of its heading."""

    first: int
    count: int
    top: int


class GalleryLayout:
    """The sections laid out for a width. Made anew when the width or the photos change; 10,000 photos take some ms."""

    def __init__(self, counts: Sequence[int], width: int, measures: Measures) -> None:
        self._measures = measures
        self.columns = max(1, (width + measures.gap) // (measures.cell_width + measures.gap))
        sections: list[Section] = []
        first, top = 0, 0
        for count in counts:
            sections.append(Section(first, count, top))
            first += count
            top += self._height(count)
        self.sections = tuple(sections)
        self.height = max(0, top - measures.section_gap)
        self._firsts = [section.first for section in sections]
        self._tops = [section.top for section in sections]

    def _height(self, count: int) -> int:
        rows = -(-count // self.columns)
        cells = rows * (self._measures.cell_height + self._measures.gap) - self._measures.gap
        return self._measures.heading + cells + self._measures.section_gap

    def rect(self, row: int) -> QRect:
        """The cell of a photo, from the top of the gallery."""
        section = self.sections[self.section_of(row)]
        line, column = divmod(row - section.first, self.columns)
        measures = self._measures
        x = column * (measures.cell_width + measures.gap)
        y = section.top + measures.heading + line * (measures.cell_height + measures.gap)
        return QRect(x, y, measures.cell_width, measures.cell_height)

    def section_of(self, row: int) -> int:
        """The index of the section that a photo is in."""
        return bisect_right(self._firsts, row) - 1

    def row_at(self, point: QPoint) -> int | None:
        """The photo under a point; None between the cells."""
        index = bisect_right(self._tops, point.y()) - 1
        if index < 0:
            return None
        section, measures = self.sections[index], self._measures
        line = (point.y() - section.top - measures.heading) // (measures.cell_height + measures.gap)
        column = point.x() // (measures.cell_width + measures.gap)
        row = section.first + line * self.columns + column
        is_inside = 0 <= column < self.columns and line >= 0 and row < section.first + section.count
        return row if is_inside and self.rect(row).contains(point) else None

    def sections_between(self, top: int, bottom: int) -> Sequence[Section]:
        """The sections that are seen between two heights."""
        begin = max(0, bisect_right(self._tops, top) - 1)
        return self.sections[begin : bisect_right(self._tops, bottom)]

    def rows_between(self, section: Section, top: int, bottom: int) -> range:
        """The photos of a section that are seen between two heights."""
        step = self._measures.cell_height + self._measures.gap
        start = section.top + self._measures.heading
        begin = max(0, (top - start) // step) * self.columns
        end = max(0, (bottom - start) // step + 1) * self.columns
        return range(section.first + min(begin, section.count), section.first + min(end, section.count))

    def below(self, row: int, lines: int) -> int:
        """The photo that lies ``lines`` lines further down (negative: up), in the same column or the line's last."""
        for _ in range(abs(lines)):
            row = self._next_line(row, 1 if lines > 0 else -1)
        return row

    def _next_line(self, row: int, step: int) -> int:
        index = self.section_of(row)
        section = self.sections[index]
        line, column = divmod(row - section.first, self.columns)
        last_line = (section.count - 1) // self.columns
        if 0 <= line + step <= last_line:
            return min(section.first + (line + step) * self.columns + column, section.first + section.count - 1)
        if not 0 <= index + step < len(self.sections):
            return row
        other = self.sections[index + step]
        line = 0 if step > 0 else (other.count - 1) // self.columns
        return min(other.first + line * self.columns + column, other.first + other.count - 1)
