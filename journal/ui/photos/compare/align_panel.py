"""Lining the older of two photos up with the newer: by points marked on both, or by hand as a ghost."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journal.domain.similarity import UNCHANGED, Similarity, are_apart, largest_miss, similarity_from_points
from journal.ui.photos.compare.ghost_pane import GhostPane
from journal.ui.photos.compare.picture import Picture, Placement
from journal.ui.photos.compare.point_pane import PointPane
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button, IconButton
from journal.ui.widgets.choice import ChoiceRow
from journal.ui.widgets.flow_layout import FlowLayout, turn
from journal.ui.widgets.labels import Words

POINTS, GHOST = "points", "ghost"
HINT_BESIDE = 40
"""From how many heights of letters on the hint stands beside the ways, not below them."""
PIXELS = 2048
"""Misses are told in pixels of a picture of this long side."""


class AlignPanel(QWidget):
    """Asks how the older photo lies on the newer. It keeps nothing itself.

    Signals:
        applied (Similarity): the older photo's place on the newer.
        reset (): what was kept is to be taken away.
        flip_requested (bool): the older (True) or the newer photo is a mirror image.
        closed (): nothing is to be kept.
    """

    applied = Signal(object)
    reset = Signal()
    flip_requested = Signal(bool)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_taking = False
        self._build()
        self._connect()

    # --- building

    def _build(self) -> None:
        self.back = IconButton(
            "chevron-left", self.tr("Back to comparing, without lining up"), self._theme, text=self.tr("Back")
        )
        self.title = Words(self.tr("Line the older photo up with the newer"), "heading")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.ways = ChoiceRow(
            self.tr("How to line up"), [(POINTS, self.tr("Mark points")), (GHOST, self.tr("Move it by hand"))]
        )
        self.ways.choose(POINTS)
        self.hint = Words("", "second")
        self.moving = PointPane(self.tr("Older photo"), self._theme)
        self.fixed = PointPane(self.tr("Newer photo"), self._theme)
        self.ghost = GhostPane(self._theme)
        self.strength = QSlider(Qt.Orientation.Horizontal)
        self.strength.setRange(0, 100)
        self.strength.setValue(50)
        self.strength.setFixedWidth(self._theme.base_px * 9)
        self.strength.setAccessibleName(self.tr("Strength of the older photo"))
        self.strength_name = QLabel(self.tr("Strength of the older photo"))
        self.strength_name.setProperty("role", "second")
        self.flip_moving = Button(self.tr("Flip the older"))
        self.flip_fixed = Button(self.tr("Flip the newer"))
        for button in (self.flip_moving, self.flip_fixed):
            button.setToolTip(self.tr("For a selfie that was saved as a mirror image: this is my left"))
            button.setAccessibleDescription(button.toolTip())
        self.again = Button(self.tr("Start again"))
        self.remove = Button(self.tr("Take it away"))
        self.remove.setToolTip(self.tr("Show the older photo as it was taken"))
        self.remove.setAccessibleDescription(self.remove.toolTip())
        self.apply = Button(self.tr("Apply"), "primary")
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        self._above = above = QHBoxLayout()
        above.setSpacing(16)
        above.addWidget(self.ways)
        above.addWidget(self.hint, 1)
        self.ways.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        panes = QWidget()
        side = QHBoxLayout(panes)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(8)
        side.addWidget(self.moving, 1)
        side.addWidget(self.fixed, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(panes)
        self._stack.addWidget(self.ghost)
        foot = QWidget()
        flow = FlowLayout(foot, gap=8)
        flips = (self.flip_moving, self.flip_fixed)
        for one in (self.apply, self.again, self.remove, *flips, self.strength_name, self.strength):
            flow.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addLayout(above)
        layout.addWidget(self._stack, 1)
        layout.addWidget(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self._theme.base_px * HINT_BESIDE
        turn(self._above, is_beside=not is_narrow)
        self._above.setSpacing(4 if is_narrow else 16)

    def _connect(self) -> None:
        self.back.clicked.connect(self._close)
        self.ways.chosen.connect(self._on_way)
        self.moving.points_changed.connect(self._on_points)
        self.fixed.points_changed.connect(self._on_points)
        self.ghost.moved.connect(self._show_state)
        self.strength.valueChanged.connect(self._on_strength)
        self.flip_moving.clicked.connect(self._flip_moving)
        self.flip_fixed.clicked.connect(self._flip_fixed)
        self.again.clicked.connect(self.start_again)
        self.remove.clicked.connect(self._remove)
        self.apply.clicked.connect(self._apply)

    # --- asking

    def ask(self, moving: Picture, fixed: Picture, labels: tuple[str, str], kept: Similarity | None) -> None:
        """Show two photos; ``kept`` is how the older lies on the newer already, if that is known."""
        self._is_taking = True
        self.title.setText(self.tr('Line up "{older}" with "{newer}"').format(older=labels[0], newer=labels[1]))
        self.moving.show_picture(_alone(moving), labels[0])
        self.fixed.show_picture(_alone(fixed), labels[1])
        ghost = _alone(moving)
        ghost.placement = Placement(lies=kept or UNCHANGED, is_mirrored=moving.placement.is_mirrored)
        self.ghost.show_pictures(ghost, _alone(fixed))
        self.ghost.fit()
        self.remove.setEnabled(kept is not None)
        self._is_taking = False
        self._show_state()

    def leave(self) -> None:
        """Forget the pictures."""
        self.moving.show_picture(Picture(), "")
        self.fixed.show_picture(Picture(), "")
        self.ghost.show_pictures(Picture(), Picture())

    def set_first_focus(self) -> None:
        """Where the first point is marked, or on the ghost."""
        (self.moving if self.way == POINTS else self.ghost).setFocus()

    @property
    def way(self) -> str:
        """``points`` or ``ghost``."""
        return self.ways.value or POINTS

    def choose_way(self, way: str) -> None:
        """Line up in this way; what is known already goes along."""
        self.ways.choose(way)
        self._on_way(way)

    def start_again(self) -> None:
        """Centre on centre, no points."""
        self.moving.clear_points()
        self.fixed.clear_points()
        self.ghost.lay(UNCHANGED)
        self._show_state()

    # --- state

    def _on_way(self, way: str) -> None:
        self._stack.setCurrentIndex(0 if way == POINTS else 1)
        self._show_state()
        self.set_first_focus()

    def _on_strength(self, value: int) -> None:
        self.ghost.set_strength(value / 100)

    def _pairs(self) -> int:
        return min(len(self.moving.points), len(self.fixed.points))

    def _on_points(self) -> None:
        """Two pairs or more say where the older photo lies."""
        count = self._pairs()
        if self._is_taking:
            return
        moving, fixed = self.moving.points[:count], self.fixed.points[:count]
        if count > 1 and are_apart(moving) and are_apart(fixed):
            self.ghost.lay(similarity_from_points(moving, fixed))
        self._show_state()

    def _show_state(self) -> None:
        is_points = self.way == POINTS
        self.strength.setVisible(not is_points)
        self.strength_name.setVisible(not is_points)
        self.hint.setText(self._points_hint() if is_points else self._ghost_hint())
        self.apply.setEnabled(not is_points or self._are_points_enough())

    def _are_points_enough(self) -> bool:
        count = self._pairs()
        is_even = len(self.moving.points) == len(self.fixed.points)
        return is_even and count > 1 and are_apart(self.moving.points) and are_apart(self.fixed.points)

    def _points_hint(self) -> str:
        moving, fixed = len(self.moving.points), len(self.fixed.points)
        if not moving and not fixed:
            return self.tr(
                "Mark the same two or three places on both: the inner corners of the eyes, a corner of the mouth."
            )
        if moving != fixed:
            which = self.tr("older") if moving < fixed else self.tr("newer")
            number = min(moving, fixed) + 1
            return self.tr("Now mark place {number} on the {which} photo.").format(number=number, which=which)
        if moving == 1:
            return self.tr("Mark a second place, as far from the first as you can.")
        if not self._are_points_enough():
            return self.tr("These places are too close together. Move one of them further away.")
        if moving == 2:
            return self.tr("Enough to apply. A third place makes it surer.")
        return self._miss_text()

    def _miss_text(self) -> str:
        miss = largest_miss(self.ghost.lies, self.moving.points, self.fixed.points) * PIXELS
        return self.tr("The three places agree to within %n pixel(s).", "", max(1, round(miss)))

    def _ghost_hint(self) -> str:
        lies = self.ghost.lies
        return self.tr(
            "Drag to move, a corner to scale, the round handle to turn. Now {scale} %, turned {turn}°."
        ).format(scale=round(lies.scale * 100), turn=f"{lies.turn:.1f}")

    # --- answers

    def _apply(self) -> None:
        if self.apply.isEnabled():
            self.applied.emit(self.ghost.lies)

    def _remove(self) -> None:
        self.reset.emit()

    def _flip_moving(self) -> None:
        self.flip_requested.emit(True)  # noqa: FBT003  the signal's own value

    def _flip_fixed(self) -> None:
        self.flip_requested.emit(False)  # noqa: FBT003  the signal's own value

    def _close(self) -> None:
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)


def _alone(picture: Picture) -> Picture:
    """The same picture by itself: upright, flipped where it is a mirror image, on its own plane."""
    return picture.again(Placement(is_mirrored=picture.placement.is_mirrored))
