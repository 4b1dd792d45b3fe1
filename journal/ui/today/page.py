"""The Today page: one day's check-in with everything about that day beside it. It opens on the evening's questions.

The page asks the session for every change and draws what comes back; answers that could not be saved stay in sight.
"""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.domain.entry import Answers, Entry, Part, has_part
from journal.domain.findings import Finding
from journal.domain.record import Record
from journal.session import JournalSession
from journal.ui.theme import Theme
from journal.ui.today.aftercare import Aftercare
from journal.ui.today.check_in import CheckInCard
from journal.ui.today.drafts import Drafts
from journal.ui.today.heading import DayHeading
from journal.ui.today.know_today import KnowToday
from journal.ui.today.missed_days import MissedDays
from journal.ui.today.occasions import Occasions, has_ended
from journal.ui.today.parts import Ground
from journal.ui.today.photo_drop import dropped_paths
from journal.ui.today.questions import missed_days
from journal.ui.today.quiet_cards import FirstStepCard
from journal.ui.today.small_curve import CurveCard
from journal.ui.today.tab_order import focusable, set_tab_order
from journal.ui.widgets.flow_layout import turn

CONTENT_MAX = 1100
CHECK_IN_MIN = 580
"""What a strip of one row needs with the card around it."""
RIGHT_MIN = 272
ALONE_MAX = 720
SCROLL_BAR = 12
MARGIN = 28
GAP = 16
TICK_MS = 60_000


class TodayPage(QWidget):
    """The check-in of the offered day, or of an earlier day asked for by ``show_day``."""

    wrong_requested = Signal()
    why_requested = Signal(object)
    """A ``Finding``."""
    signs_requested = Signal(object)
    """A ``Finding`` whose signs are to be answered."""
    day_explained = Signal(object)
    """A day, every rule of which is to be seen."""
    page_requested = Signal(str)
    photos_dropped = Signal(object, object)
    """Paths, and the day they belong to."""

    def __init__(self, session: JournalSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._record: Record = session.record
        self._drafts = Drafts()
        self._day = session.offered_day()
        self._is_following = True
        self._tab_order: list[QWidget] = []
        self._logs_without_treatment = False
        self._logs_after_end = False
        self.heading = DayHeading()
        self.aftercare = Aftercare(theme)
        self.board = self.aftercare.board
        self.check_in = CheckInCard(theme)
        self.curve = CurveCard(theme)
        self.know = KnowToday(session, theme)
        self.missed = MissedDays()
        self.first_step = FirstStepCard()
        self.occasions = Occasions(session, theme)
        self._build()
        self._connect()
        self._drawn_at: datetime | None = None
        self._draw()
        self._drawn_at = self._minute()

    @property
    def day(self) -> date:
        """The day whose check-in is shown."""
        return self._day

    @property
    def shown_entry(self) -> Entry | None:
        """The entry as it stands on the screen, saved or not."""
        return self._drafts.shown(self._record, self._day, self._session.now())

    def show_record(self, record: Record) -> None:
        """Draw another record; focus and half-typed text stay."""
        if record is self._record and self._is_new():
            return
        self._record = record
        self._drafts.forget_saved(record, self._session.now())
        self._draw()

    def show_day(self, day: date) -> None:
        """Open a day's check-in; a day that has not come yet is not offered."""
        self.flush()
        self._day = min(day, self._session.today())
        self._is_following = self._day == self._session.offered_day()
        self._draw()
        self._scroll.verticalScrollBar().setValue(0)
        self.focus_first()

    def flush(self) -> None:
        """Save what is half typed, now: the page or the window is going."""
        self.check_in.note.flush()

    def save_again(self) -> None:
        """Try once more what could not be saved: the answers that are kept here, else the last change."""
        if self._drafts.of(self._day) is not None:
            self._save(self._day, Answers())
        else:
            self._session.try_again()

    def focus_first(self) -> None:
        """Go to the first question of the page."""
        if self.check_in.isVisibleTo(self):
            target: QWidget = self.check_in.redness.strip
        else:
            target = self.first_step.add if self.first_step.isVisibleTo(self) else self.know
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()
        self._tick.start()
        self.focus_first()

    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()
        self.flush()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible():
            if self.isActiveWindow():
                self._follow()
            else:
                self.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self._on_photos_given(paths)

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self._content = content = self._build_content()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._right = QWidget()
        self._right_column = QVBoxLayout(self._right)
        self._right_column.setContentsMargins(0, 0, 0, 0)
        self._right_column.setSpacing(GAP)
        self._right_column.addWidget(self.occasions)
        self._right_column.addWidget(self.curve)
        self._right_column.addWidget(self.know)
        self.know.body.addWidget(self.missed)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(GAP)
        self._columns.addWidget(self.check_in, 1, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self._right, 0, Qt.AlignmentFlag.AlignTop)
        self._columns.addStretch(0)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        for widget in (self.heading, self.aftercare, self.first_step):
            self._column.addWidget(widget)
        self._column.addLayout(self._columns)
        self._column.addStretch(1)

    def _build_content(self) -> QWidget:
        """The widget that everything lies on, in its scroll area: filled in place, since moving a full one costs."""
        content = QWidget()
        content.setMaximumWidth(CONTENT_MAX)
        ground = Ground()
        middle = QHBoxLayout(ground)
        middle.setContentsMargins(MARGIN, 20, MARGIN, 20)
        middle.addStretch(1)
        middle.addWidget(content, 1000)
        middle.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        return content

    def _connect(self) -> None:
        self.heading.day_requested.connect(self.show_day)
        self.heading.move_requested.connect(self._on_move_requested)
        self.missed.day_requested.connect(self.show_day)
        self.check_in.answers_given.connect(self._on_answers_given)
        self.check_in.parts_taken_back.connect(self._on_parts_taken_back)
        self.check_in.note_given.connect(self._on_note_given)
        self.check_in.photos_given.connect(self._on_photos_given)
        self.check_in.save_requested.connect(self._on_save_requested)
        self.curve.opened.connect(self._on_curve_opened)
        self.know.why_requested.connect(self.why_requested)
        self.know.day_explained.connect(self.day_explained)
        self.know.wrong_requested.connect(self.wrong_requested)
        self.know.signs_requested.connect(self._on_signs_requested)
        self.occasions.page_requested.connect(self.page_requested)
        self.occasions.log_requested.connect(self._on_log_after_end)
        self.first_step.treatments_requested.connect(self._on_treatments_requested)
        self.first_step.log_requested.connect(self._on_log_requested)
        for grows in (self.aftercare, self.check_in.habits, self.check_in.signs, self.know):
            grows.grew.connect(self._keep_tab_order)
        self._tick.timeout.connect(self._draw_time)
        none = QShortcut(QKeySequence(Qt.Key.Key_N), self)
        none.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        none.activated.connect(self._on_none_pressed)

    def _is_new(self) -> bool:
        """Whether the page stands as it was made, in the same minute: it was drawn then."""
        return self._drawn_at == self._minute()

    def _minute(self) -> datetime:
        return self._session.now().replace(second=0, microsecond=0)

    def _draw(self) -> None:
        self._drawn_at = None
        record, day, now = self._record, self._day, self._session.now()
        is_today = day == self._session.offered_day()
        has_form = self._has_form()
        self._draw_time()
        self.first_step.setVisible(not record.treatments)
        is_asked = has_form and self._is_asked()
        if is_asked is self.check_in.isHidden():
            self.check_in.setVisible(is_asked)
            self._arrange()
        self._right.setVisible(has_form)
        if not has_form:
            return
        entry = self._drafts.shown(record, day, now)
        is_unsaved = self._drafts.of(day) is not None
        self.check_in.show_day(record, day, entry, now, is_today=is_today, is_unsaved=is_unsaved)
        self.curve.show_day(record, day)
        self.know.show_day(record, day, now, is_today=is_today)
        self.missed.show_days(missed_days(record, day) if is_today else ())
        self._order_right()
        self.occasions.show_day(record, day, is_today=is_today)
        self._keep_tab_order()

    def _draw_time(self) -> None:
        """What changes with the clock alone: the head and the countdowns."""
        now = self._session.now()
        self.heading.show_day(self._record, self._day, now)
        is_now = self._day in {self._session.offered_day(), now.date()}
        self.aftercare.show_moment(self._record, now, is_now=is_now)

    def _keep_tab_order(self) -> None:
        order = self.check_in.in_tab_order(focusable(self._content))
        if order != self._tab_order:
            self._tab_order = order
            set_tab_order(order)

    def _order_right(self) -> None:
        """What says to call stands first; else the curve does."""
        first = self.know if self.know.says_call else self.curve
        self.curve.curve.set_low(is_low=first is self.know)
        if self._right_column.indexOf(first) > self._right_column.indexOf(self._other(first)):
            self._right_column.removeWidget(first)
            self._right_column.insertWidget(self._right_column.indexOf(self._other(first)), first)

    def _other(self, card: QWidget) -> QWidget:
        return self.curve if card is self.know else self.know

    def _has_form(self) -> bool:
        """Without a treatment the form waits until it is wanted."""
        has_something = bool(self._record.treatments or self._record.facts.entries)
        return has_something or self._logs_without_treatment or self._drafts.of(self._day) is not None

    def _is_asked(self) -> bool:
        """Once the daily log has ended, an empty day is asked nothing until it is wanted."""
        has_answers = self.shown_entry is not None or self._logs_after_end
        return has_answers or not (self._day == self._session.offered_day() and has_ended(self._record, self._day))

    def _arrange(self) -> None:
        """Two columns where there is room, else one under the other."""
        width = min(self.width() - 2 * MARGIN - SCROLL_BAR, CONTENT_MAX)
        is_wide = width >= CHECK_IN_MIN + GAP + RIGHT_MIN
        is_alone = self.check_in.isHidden()
        right = min((width - GAP) // 3, width - GAP - CHECK_IN_MIN)
        turn(self._columns, is_beside=is_wide)
        alone = min(width, ALONE_MAX)
        self._right.setMaximumWidth(alone if is_alone else right if is_wide else CONTENT_MAX)
        self._right.setMinimumWidth(alone if is_alone else right if is_wide else 0)

    def _follow(self) -> None:
        """Turn to the new evening when the page is looked at again; never under the hand."""
        offered = self._session.offered_day()
        if self._is_following and offered != self._day:
            self.flush()
            self._day = offered
            self._drawn_at = None
        if not self._is_new():
            self._draw()

    def _save(self, day: date, answers: Answers) -> None:
        self._drawn_at = None
        wanted = self._drafts.joined(day, answers)
        self._drafts.drop(day)
        if not self._session.log(day, wanted):
            self._drafts.keep(day, wanted)
        self.show_record(self._session.record)

    def _take_back(self, day: date, parts: tuple[str, ...]) -> None:
        self._drawn_at = None
        self._drafts.take_back(day, parts)
        entry = self._session.record.entry(day)
        given = tuple(part for part in parts if entry is not None and has_part(entry, part))
        if given:
            self._session.unlog(day, *given)
        self.show_record(self._session.record)

    def _on_answers_given(self, answers: Answers) -> None:
        self._save(self._day, answers)

    def _on_parts_taken_back(self, parts: tuple[str, ...]) -> None:
        self._take_back(self._day, parts)

    def _on_note_given(self, day: date, note: str) -> None:
        if note:
            self._save(day, Answers(note=note))
        else:
            self._take_back(day, (Part.NOTE,))

    def _on_save_requested(self) -> None:
        self._save(self._day, Answers())

    def _on_photos_given(self, paths: list[Path]) -> None:
        self.photos_dropped.emit(paths, self._day)

    def _on_signs_requested(self, finding: Finding) -> None:
        """What is asked now is answered where help is; of a day gone by in its check-in."""
        if finding.day == self._session.offered_day():
            self.signs_requested.emit(finding)
        else:
            self.check_in.ask_signs(finding.rule.asks)

    def _on_none_pressed(self) -> None:
        if self.check_in.isVisibleTo(self):
            self.check_in.signs.answer_none()

    def _on_move_requested(self) -> None:
        from journal.ui.today.move_dialog import MoveDialog  # late: an entry is seldom on the wrong day

        dialog = MoveDialog(self._session, self._day, self)
        dialog.moved.connect(self.show_day)
        dialog.open()

    def _on_curve_opened(self) -> None:
        self.page_requested.emit("curve")

    def _on_treatments_requested(self) -> None:
        self.page_requested.emit("treatments")

    def _on_log_after_end(self) -> None:
        self._logs_after_end = True
        self._draw()
        self.focus_first()

    def _on_log_requested(self) -> None:
        self._logs_without_treatment = True
        self._draw()
        self.focus_first()
