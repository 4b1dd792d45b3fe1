"""How a chart looks: colours, font and line widths for screen and for paper. Values only; nothing is painted here."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, Qt

from journal.drawing.palette import PAPER, Palette


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartStyle:
    """Everything a painter needs to know beside the data. Lengths are in the painter's units.

    ``compact`` leaves dates and word bands out, ``with_dates`` off the dates alone (another chart below has them);
    ``mono`` uses black and white only (for printers without grey); ``with_text`` off draws
    the marks alone, for comparing pictures across machines.
    """

    palette: Palette
    font: QFont
    unit: float
    own_width: float
    typical_width: float
    thin_width: float
    point_radius: float
    compact: bool = False
    mono: bool = False
    on_paper: bool = False
    with_text: bool = True
    with_dates: bool = True

    @classmethod
    def screen(cls, palette: Palette, font: QFont, *, compact: bool = False) -> "ChartStyle":
        """For a widget: ``font`` is that of the labels and carries its size in pixels."""
        unit = max(1.0, (font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() * 1.33) / 14)
        return cls(
            palette=palette,
            font=font,
            unit=unit,
            own_width=2.0 * unit,
            typical_width=1.5 * unit,
            thin_width=1.0,
            point_radius=(4.5 if compact else 5.0) * unit,
            compact=compact,
        )

    @classmethod
    def paper(cls, font: QFont, *, point: float = 1.0, mono: bool = False) -> "ChartStyle":
        """For paper: own data 1 pt black, typical 0.5 pt dashed, band 15 % grey (in ``mono`` hatched).

        ``point`` is one typographic point in the painter's units; ``font`` is that of the labels, in the same units.
        """
        palette = replace(PAPER, hairline=PAPER.ink, second_ink=PAPER.ink) if mono else PAPER
        return cls(
            palette=palette,
            font=font,
            unit=point * 0.6,
            own_width=1.0 * point,
            typical_width=0.5 * point,
            thin_width=0.25 * point,
            point_radius=2.6 * point,
            mono=mono,
            on_paper=True,
        )

    def color(self, token: str) -> QColor:
        """The palette's colour of that name."""
        return QColor(str(getattr(self.palette, token)))

    def pen(self, token: str, width: float, dashes: tuple[float, ...] = ()) -> QPen:
        """A round pen; ``dashes`` are in the painter's units and empty for a full line."""
        pen = QPen(self.color(token), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashes else Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashes:
            pen.setDashPattern([dash / width for dash in dashes])
        return pen

    def metrics(self, painter: QPainter) -> QFontMetricsF:
        """What labels measure on this painter."""
        device = painter.device()
        return QFontMetricsF(self.font, device) if device is not None else QFontMetricsF(self.font)

    def bold_font(self) -> QFont:
        """The labels' font, bold."""
        font = QFont(self.font)
        font.setWeight(QFont.Weight.Bold)
        return font
