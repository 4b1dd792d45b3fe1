"""The head of the photos page: its name, which views are shown, and the way in for new photos."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journal import words
from journal.domain.photo import Photo, View
from journal.ui.photos.fields import capital, chip, set_chip_text
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import IconButton, LinkButton
from journal.ui.widgets.choice import ChoiceRow
from journal.ui.widgets.flow_layout import FlowLayout
from journal.ui.widgets.folding_row import FoldingRow

GALLERY, STRIP = "gallery", "strip"


class PhotosHeader(QWidget):
    """Title, filter by view, and "Add photos".

    Signals:
        filter_changed (): another view is to be shown; ``view`` tells which.
        layout_changed (): by day, or along the days.
        add_requested (): the chooser is wanted.
        guide_requested (): how to take them?
    """

    filter_changed = Signal()
    layout_changed = Signal()
    add_requested = Signal()
    guide_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filters: dict[View | None, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._build()

    def _build(self) -> None:
        title = QLabel(self.tr("Photos"))
        title.setProperty("role", "title")
        add = self.tr("Add photos")
        self._add = IconButton("plus", add, self._theme, text=add, kind="primary", color="on_accent")
        self._add.setAccessibleDescription(self.tr("Photos can also be dropped on this page or pasted."))
        self._add.clicked.connect(self.add_requested)
        self.layouts = ChoiceRow(
            self.tr("Arrangement"), [(GALLERY, self.tr("By day")), (STRIP, self.tr("Along the days"))]
        )
        self.layouts.choose(GALLERY)
        self.layouts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.layouts.chosen.connect(self._on_layout)
        self.guide = LinkButton(self.tr("How to take them"))
        self.guide.clicked.connect(self.guide_requested)
        head = FoldingRow((title, self.guide), (self._add,))
        views = QWidget()
        chips = FlowLayout(views, gap=8)
        for view in (None, *View):
            chips.addWidget(self._chip(view))
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(views, 1)
        row.addWidget(self.layouts, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addWidget(self._row)
        self.setTabOrder(self._add, self.guide)  # new photos are wanted more often than the guide
        self._filters[None].setChecked(True)
        self._group.buttonClicked.connect(self._on_clicked)

    def _chip(self, view: View | None) -> QPushButton:
        button = chip("", self._theme)
        self._group.addButton(button)
        self._filters[view] = button
        return button

    def view(self) -> View | None:
        """The view that is shown; None for all."""
        return next((view for view, button in self._filters.items() if button.isChecked()), None)

    def show_counts(self, photos: Sequence[Photo]) -> None:
        """Say how many photos there are of each view."""
        counts = Counter(photo.view for photo in photos)
        for view, button in self._filters.items():
            count = len(photos) if view is None else counts[view]
            name = self.tr("All") if view is None else capital(words.view_name(view))
            set_chip_text(button, self.tr("{view}  {count}").format(view=name, count=count), self._theme)
            button.setAccessibleName(self.tr("Show {view}: {count}").format(view=name.lower(), count=count))

    def show_filters(self, *, is_shown: bool) -> None:
        """Filters only make sense over photos."""
        self._row.setVisible(is_shown)
        self._add.setVisible(is_shown)

    def choose(self, view: View | None) -> None:
        """Show only a view, or (None) all."""
        self._filters[view].click()

    @property
    def is_strip(self) -> bool:
        """Whether one view is shown along the days."""
        return self.layouts.value == STRIP

    def choose_layout(self, layout: str) -> None:
        """``gallery`` or ``strip``."""
        self.layouts.choose(layout)
        self._on_layout()

    def _on_layout(self) -> None:
        """A strip is of one view: there are no "all"."""
        self._filters[None].setVisible(not self.is_strip)
        if self.is_strip and self.view() is None:
            self._filters[View.FRONT].click()
        self.layout_changed.emit()

    def _on_clicked(self) -> None:
        self.filter_changed.emit()
