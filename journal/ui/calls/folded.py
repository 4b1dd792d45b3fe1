"""Flags that one call was about: one quiet line, the way to unfold it and to take the call back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journal.call_words import folded_line
from journal.domain.acknowledgement import Acknowledgement
from journal.domain.findings import Finding
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import LinkButton
from journal.ui.widgets.flow_layout import FlowLayout
from journal.ui.widgets.labels import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A finding and the call that folds it."""

    finding: Finding
    call: Acknowledgement


def by_call(folded: Sequence[Folded]) -> tuple[tuple[Folded, ...], ...]:
    """What one call was about stands together: the same moment and the same words."""
    groups: dict[tuple[datetime, str], list[Folded]] = {}
    for one in folded:
        groups.setdefault((one.call.at, one.call.said), []).append(one)
    return tuple(tuple(group) for group in groups.values())


class FoldedRule(QWidget):
    """What one of the flags says, its why, and the way to take the call back.

    Signals:
        why_requested (Finding).
        take_back_requested (int): the call, by its id.
    """

    why_requested = Signal(object)
    take_back_requested = Signal(int)

    def __init__(self, one: Folded, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one = one
        rule = one.finding.rule
        why, self.back = LinkButton(self.tr("Why?")), LinkButton(self.tr("Take the call back"))
        why.setAccessibleName(self.tr("Why? {rule}").format(rule=rule.text))
        self.back.setAccessibleName(self.tr("Take the call back: {rule}").format(rule=rule.text))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Words(rule.text))
        column.addWidget(Words(rule.advice))
        links = FlowLayout(gap=12, line_gap=4)
        for link in (why, self.back):
            links.addWidget(link)
        column.addLayout(links)
        why.clicked.connect(self._on_why)
        self.back.clicked.connect(self._on_back)

    def _on_why(self) -> None:
        self.why_requested.emit(self._one.finding)

    def _on_back(self) -> None:
        self.take_back_requested.emit(self._one.call.id)


class FoldedCall(QWidget):
    """Says that the clinic was called and that nothing worse was logged since; opens to what the flags say.

    Signals:
        why_requested (Finding): a flag is to be explained.
        take_back_requested (int): a call, by its id, was not made after all.
        opened (): it was unfolded or folded again.
    """

    why_requested = Signal(object)
    take_back_requested = Signal(int)
    opened = Signal()

    def __init__(self, group: Sequence[Folded], now: datetime, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel()
        self.line = Words(folded_line(group[0].call, now), "second")
        self.opener = LinkButton("")
        self.rules = tuple(FoldedRule(one) for one in group)
        self._inside = QWidget()
        self._build()
        self._show_inside(is_open=False)
        theme.changed.connect(self._draw_icon)
        self._draw_icon()

    @property
    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return not self._inside.isHidden()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.line, 1)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for rule in self.rules:
            inside.addWidget(rule)
            rule.why_requested.connect(self.why_requested)
            rule.take_back_requested.connect(self.take_back_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        self.opener.clicked.connect(self._on_opened)

    def _show_inside(self, *, is_open: bool) -> None:
        self._inside.setVisible(is_open)
        text = self.tr("Fold") if is_open else self.tr("Show what it is about")
        self.opener.setText(text)
        self.opener.setAccessibleName(text)
        self.opener.setAccessibleDescription(self.line.text())

    def _draw_icon(self) -> None:
        side = round(self._theme.base_px * 1.25)
        self._icon.setPixmap(self._theme.icon("phone", "second_ink").pixmap(QSize(side, side)))
        self._icon.setFixedSize(side, side)

    def _on_opened(self) -> None:
        self._show_inside(is_open=not self.is_open)
        self.opened.emit()
