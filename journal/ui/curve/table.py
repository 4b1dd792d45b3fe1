"""The table twin of the curves: the same days and values as plain rows, to read, to copy, for screen readers."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journal import words
from journal.domain.record import Record
from journal.drawing.chart_data import ChartDay, CourseChart
from journal.drawing.chart_text import compared_text, range_text, recorded_text, treatment_label
from journal.ui.curve.flag_words import flag_title

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class CourseTableModel(QAbstractTableModel):
    """One row a day, first column the day number; a rating, its range and what it means for each scale."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_charts(self, record: Record, charts: tuple[CourseChart, ...]) -> None:
        """Hold the days of these charts, which share one period."""
        columns = self._headings(charts)
        rows = tuple(_row(record, charts, place) for place in range(len(charts[0].days))) if charts else ()
        if (columns, rows) == (self._columns, self._rows):
            return
        self.beginResetModel()
        self._columns, self._rows = columns, rows
        self.endResetModel()

    @property
    def text(self) -> str:
        """The whole table, columns parted by tabs."""
        return "\n".join("\t".join(row) for row in (self._columns, *self._rows))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) and index.isValid():
            return self._rows[index.row()][index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _headings(self, charts: tuple[CourseChart, ...]) -> tuple[str, ...]:
        headings = [self.tr("Day"), self.tr("Date")]
        for chart in charts:
            name = words.scale_name(chart.scale, chart.look)
            headings += [name, self.tr("Usual range"), self.tr("Compared")]
            headings += [
                self.tr("{scale}, {treatment}").format(scale=name, treatment=treatment_label(other.treatment))
                for other in chart.comparisons
            ]
        return (*headings, self.tr("Recorded"), self.tr("Flags"))


def _row(record: Record, charts: tuple[CourseChart, ...], place: int) -> tuple[str, ...]:
    first = charts[0].days[place]
    cells = ["" if first.number is None else str(first.number), words.full_day(first.day)]
    for chart in charts:
        day = chart.days[place]
        cells += ["" if day.point is None else str(day.point.value), range_text(day), compared_text(day)]
        cells += [_other_value(other_day_values, day.index) for other_day_values in _values(chart)]
    flags = ", ".join(flag_title(finding) for finding in record.marks(first.day))
    return (*cells, _recorded(tuple(chart.days[place] for chart in charts)), flags)


def _values(chart: CourseChart) -> list[dict[int, int]]:
    return [{point.index: point.value for point in other.points} for other in chart.comparisons]


def _other_value(values: dict[int, int], index: int) -> str:
    return str(values[index]) if index in values else ""


def _recorded(days: tuple[ChartDay, ...]) -> str:
    """Of the entry: any scale that was rated tells it; a day without any is a gap."""
    rated = [day for day in days if day.point is not None]
    return recorded_text((rated or list(days))[0])
