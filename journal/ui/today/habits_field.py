"""Which habits are asked on a day and how they are answered: chips by the part of the day, with "none of these"."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.entry import Entry
from journal.domain.record import Record
from journal.ui.theme import Theme
from journal.ui.today import phrases
from journal.ui.today.parts import empty, words
from journal.ui.today.questions import HabitGroup, Moment, habit_groups, other_habits
from journal.ui.widgets.chip import Chip, ChipKind
from journal.ui.widgets.flow_layout import FlowLayout
from journal.words import habit_name

NONE_OF_THESE = "none"
MORE = "more"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a day asks: groups with their titles, and all other habits with theirs."""

    day: date
    groups: tuple[tuple[str, HabitGroup], ...]
    others: tuple[str, ...]
    also: str


class HabitsField(QWidget):
    """A chip a habit: a click says yes, the next no, the next takes the answer back."""

    answered = Signal(object)
    """A mapping of habits to yes (True) or no (False)."""
    taken_back = Signal(object)
    """The habits whose answers are taken back, a tuple."""
    grew = Signal()
    """More habits are shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[tuple[str, HabitGroup], ...] = ()
        self._chips: dict[str, Chip] = {}
        self._none: Chip | None = None
        self._more: Chip | None = None
        self._more_is_open = False
        self._is_built = False
        self._asked: _Asked | None = None
        self._answers: dict[str, bool] = {}
        self._names: Mapping[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)

    @property
    def chips(self) -> dict[str, Chip]:
        """The chips shown, by habit."""
        return self._chips

    @property
    def none_chip(self) -> Chip | None:
        """The chip that answers all habits to avoid with no; None when no rule asks for one."""
        return self._none

    def show_day(self, record: Record, day: date, entry: Entry | None, now: datetime, *, is_today: bool) -> None:
        """Draw one day; the chips stay the same widgets as long as the questions do."""
        if self._asked is None or day != self._asked.day:
            self._more_is_open = False
        self._names = record.habit_names
        self._answers = dict(entry.habits) if entry is not None else {}
        groups = [(phrases.group_title(group, now, is_today=is_today), group) for group in habit_groups(record, day)]
        also = self.tr("Today also") if is_today else self.tr("That day also")
        self._asked = _Asked(day=day, groups=tuple(groups), others=other_habits(record, day), also=also)
        self._draw(self._asked)

    def _draw(self, asked: "_Asked") -> None:
        seen = asked.others if self._more_is_open else tuple(h for h in asked.others if h in self._answers)
        shown = asked.groups
        if seen:
            shown = (*shown, (asked.also, HabitGroup(moment=Moment.OTHER, habits=seen)))
        if shown != self._shown or not self._is_built:
            self._shown = shown
            self._rebuild(has_more=len(seen) < len(asked.others))
        self._show_answers()

    def _rebuild(self, *, has_more: bool) -> None:
        focused = next((key for key, chip in self._chips.items() if chip.hasFocus()), None)
        more_had_focus = self._more is not None and self._more.hasFocus()
        empty(self)
        self._is_built, self._more = True, None
        self._chips, self._none = {}, None
        lines: list[tuple[str, list[Chip]]] = []
        for title, group in self._shown:
            lines.append((title, [self._habit_chip(habit, title) for habit in group.habits]))
        avoid = [index for index, (_, group) in enumerate(self._shown) if _is_avoid(group)]
        if avoid:
            self._none = self._chip(NONE_OF_THESE, self.tr("none of these"), ChipKind.SHORTCUT)
            lines[avoid[-1]][1].append(self._none)
        if has_more:
            title = self.tr("Anything else?")
            self._more = more = self._chip(
                MORE, self.tr("more …") if lines else self.tr("What did you do?"), ChipKind.MORE
            )
            more.set_question(title)
            lines.append((title, [more])) if not lines else lines[-1][1].append(more)
        for title, chips in lines:
            self._add_line(title, chips)
        self._keep_focus(focused, more_had_focus=more_had_focus)

    def _keep_focus(self, focused: str | None, *, more_had_focus: bool) -> None:
        if focused in self._chips:
            self._chips[focused].setFocus()
        elif more_had_focus and self._shown and self._shown[-1][1].moment is Moment.OTHER:
            self._chips[self._shown[-1][1].habits[0]].setFocus()

    def _add_line(self, title: str, chips: list[Chip]) -> None:
        line = QWidget()
        flow = FlowLayout(line)
        flow.addWidget(words(title, "subheading", wraps=False))
        for chip in chips:
            flow.addWidget(chip)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(line)

    def _habit_chip(self, habit: str, title: str) -> Chip:
        chip = Chip(habit, habit_name(habit, self._names), self._theme)
        chip.set_question(self.tr("{habit}, {when}").format(habit=habit_name(habit, self._names), when=title))
        chip.answered.connect(self._on_answered)
        self._chips[habit] = chip
        return chip

    def _chip(self, key: str, text: str, kind: ChipKind) -> Chip:
        chip = Chip(key, text, self._theme, kind=kind)
        chip.chosen.connect(self._on_chosen)
        return chip

    def _show_answers(self) -> None:
        for habit, chip in self._chips.items():
            chip.set_answer(self._answers.get(habit))
        if self._none is not None:
            asked = self._avoided()
            said = [self._answers.get(habit) for habit in asked]
            self._none.setText(self.tr("none of the others") if True in said else self.tr("none of these"))
            self._none.set_question(self._none.text())
            self._none.set_answer(True if None not in said and False in said else None)
            self._none.updateGeometry()

    def _avoided(self) -> tuple[str, ...]:
        return tuple(habit for _, group in self._shown if _is_avoid(group) for habit in group.habits)

    def _on_answered(self, habit: str, answer: bool | None) -> None:
        if answer is None:
            self.taken_back.emit((habit,))
        else:
            self.answered.emit({habit: answer})

    def _on_chosen(self, key: str) -> None:
        if key == MORE:
            self._open_more()
            return
        open_habits = {habit: False for habit in self._avoided() if habit not in self._answers}
        refused = tuple(habit for habit in self._avoided() if self._answers.get(habit) is False)
        if open_habits:
            self.answered.emit(open_habits)
        elif refused:
            self.taken_back.emit(refused)

    def _open_more(self) -> None:
        self._more_is_open = True
        if self._asked is not None:
            self._draw(self._asked)
            self.grew.emit()


def _is_avoid(group: HabitGroup) -> bool:
    return group.moment in {Moment.BEFORE, Moment.SINCE_TREATMENT, Moment.WHOLE_DAY}
