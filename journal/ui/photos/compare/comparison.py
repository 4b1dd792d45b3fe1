"""Comparing and lining up as one place: which of the two is shown, and what is kept of it through the session."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from journal.domain.photo import Photo
from journal.domain.photo_frames import alignment_of
from journal.domain.record import Record
from journal.domain.similarity import Similarity
from journal.session import JournalSession
from journal.ui.photos.compare.align_panel import AlignPanel
from journal.ui.photos.compare.offers import in_order
from journal.ui.photos.compare.panel import ComparePanel
from journal.ui.photos.compare.placing import Places
from journal.ui.photos.cover import Cover
from journal.ui.theme import Theme


class Comparison(QStackedWidget):
    """Two photos compared; on demand the older lined up with the newer.

    Signals:
        closed (): back to where it was opened from.
    """

    closed = Signal()

    def __init__(self, session: JournalSession, cover: Cover, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.panel = ComparePanel(session, cover, theme)
        self.align = AlignPanel(theme)
        self.addWidget(self.panel)
        self.addWidget(self.align)
        self.panel.closed.connect(self.closed)
        self.panel.align_requested.connect(self.start_aligning)
        self.align.closed.connect(self._end_aligning)
        self.align.applied.connect(self._keep)
        self.align.reset.connect(self._take_away)
        self.align.flip_requested.connect(self._flip)

    @property
    def is_aligning(self) -> bool:
        """Whether the older photo is being lined up."""
        return self.currentWidget() is self.align

    def compare(self, photo: Photo, other: Photo | None = None) -> bool:
        """Show a photo beside another, or beside what is most worth comparing it with; False when there is none."""
        self.setCurrentWidget(self.panel)
        return self.panel.compare(photo, other)

    def show_record(self, record: Record) -> None:
        """Draw the two as they stand in the record; close when one is gone."""
        self.panel.show_record(record)
        if self.is_aligning:
            self.start_aligning()

    def leave(self) -> None:
        """Forget the pictures."""
        self._end_aligning()
        self.panel.leave()

    def set_first_focus(self) -> None:
        """The pictures have the focus."""
        (self.align if self.is_aligning else self.panel).set_first_focus()

    def start_aligning(self) -> None:
        """Ask how the older of the two lies on the newer."""
        pair = self._pair()
        if pair is None:
            return
        older, newer = pair
        kept = Places(self._session.record.photos).lies_on(older, newer)
        labels = self.panel.label(older), self.panel.label(newer)
        self.align.ask(self.panel.picture(older.id), self.panel.picture(newer.id), labels, kept)
        self.setCurrentWidget(self.align)
        self.align.set_first_focus()

    def _pair(self) -> tuple[Photo, Photo] | None:
        """The older and the newer one."""
        return None if self.panel.photos is None else in_order(*self.panel.photos)

    def _end_aligning(self) -> None:
        if self.is_aligning:
            self.setCurrentWidget(self.panel)
            self.align.leave()
            self.panel.set_first_focus()

    def _keep(self, lies: Similarity) -> None:
        pair = self._pair()
        if pair is not None:
            older, newer = pair
            self._end_aligning()
            self._session.align_photo(older.id, alignment_of(lies, newer.id))

    def _take_away(self) -> None:
        pair = self._pair()
        if pair is not None:
            self._end_aligning()
            self._session.align_photo(pair[0].id, None)

    def _flip(self, is_older: bool) -> None:
        pair = self._pair()
        if pair is not None:
            self._session.flip_photo(pair[0 if is_older else 1].id)
