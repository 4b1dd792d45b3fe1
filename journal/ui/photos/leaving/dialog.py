"""A copy of a photo that may leave: whole, with the eyes covered, or cut. What is shown is decoded from what leaves."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journal.domain.area import Area
from journal.domain.photo import Photo
from journal.photos.leaving import Leaving, leaving_bytes
from journal.ui.photos.compare.picture import Picture, Placement
from journal.ui.photos.leaving.area_pane import AreaPane
from journal.ui.tasks import Steering, Task
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.choice import ChoiceRow
from journal.ui.widgets.labels import FaultLine, Heading, Words
from journal.whole_file import write_whole

FILE_NAME = "photo.jpg"
"""Gives nothing away."""

WHOLE, EYES, PART = "whole", "eyes", "part"
BAND = Area(x=0.16, y=0.4, width=0.68, height=0.12)
CUT = Area(x=0.2, y=0.35, width=0.6, height=0.4)
SETTLE_MS = 120
PREVIEW = 300
SIZE = (940, 640)


class LeavingDialog(QDialog):
    """Asks what may be seen of a photo, shows exactly what leaves, and saves or copies just that."""

    def __init__(self, photo: Photo, display: bytes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo = photo
        self._display = display
        self._theme = theme
        self.areas = {EYES: BAND, PART: CUT}
        self.data = b""
        """Exactly the bytes that leave; empty while they are being made."""
        self._task: Task | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._build()
        self._connect()
        self._on_choice(WHOLE)

    # --- building

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Save a copy"))
        room = self.screen().availableSize()
        self.resize(min(SIZE[0], room.width() - 40), min(SIZE[1], room.height() - 80))
        self.choice = ChoiceRow(
            self.tr("What may be seen"),
            [
                (WHOLE, self.tr("The whole photo")),
                (EYES, self.tr("Eyes covered")),
                (PART, self.tr("Only a part")),
            ],
        )
        self.choice.choose(WHOLE)
        self.hint = Words("", "second")
        self.pane = AreaPane(self._theme)
        self.pane.setAccessibleName(self.tr("The photo, to place the cover or the cut"))
        image = QImage.fromData(self._display)
        self.pane.show_picture(Picture(image, Placement(is_mirrored=self._photo.mirrored)))
        self.preview = QLabel()
        self.preview.setFixedSize(PREVIEW, PREVIEW)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setAccessibleName(self.tr("Exactly what leaves"))
        self.facts = Words("", "small")
        self.save_button = Button(self.tr("Save as a file"), "primary")
        self.copy_button = Button(self.tr("Copy"))
        self.copy_button.setAccessibleDescription(self.tr("To paste it into a message"))
        self.close_button = Button(self.tr("Close"))
        self.told = Words("", "second")
        self.fault = FaultLine()
        self._lay_out()

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(Heading(self.tr("Exactly what leaves"), "subheading"))
        beside.addWidget(self.preview)
        beside.addWidget(self.facts)
        beside.addStretch()
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self.pane, 1)
        middle.addLayout(beside)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.told, 1)
        for button in (self.close_button, self.copy_button, self.save_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(self.choice)
        layout.addWidget(self.hint)
        layout.addLayout(middle, 1)
        layout.addWidget(self.fault)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.choice.chosen.connect(self._on_choice)
        self.pane.area_changed.connect(self._on_area)
        self._settle.timeout.connect(self._make)
        self.save_button.clicked.connect(self._ask_file)
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.reject)

    # --- what leaves

    @property
    def way(self) -> str:
        """``whole``, ``eyes`` or ``part``."""
        return self.choice.value or WHOLE

    def choose(self, way: str) -> None:
        """What may be seen."""
        self.choice.choose(way)
        self._on_choice(way)

    def leaving(self) -> Leaving:
        """What was chosen."""
        area = self.areas.get(self.way)
        return Leaving(
            mirrored=self._photo.mirrored,
            covers=(area,) if area is not None and self.way == EYES else (),
            crop=area if self.way == PART else None,
        )

    def _on_choice(self, way: str) -> None:
        hints = {
            WHOLE: self.tr("Without the camera's data: no place, no time, no device."),
            EYES: self.tr(
                "Drag the band over the eyes; corners size it, the round handle turns it. It is painted black."
            ),
            PART: self.tr("Drag the frame over the treated area; corners size it. Nothing outside it leaves."),
        }
        self.hint.setText(hints[way])
        self.pane.show_area(self.areas.get(way), is_cover=way == EYES)
        self.pane.setAccessibleDescription(
            self.tr("Arrows move, Control and arrows size, comma and full stop turn; with Shift in larger steps.")
        )
        self._renew()

    def _on_area(self) -> None:
        if self.pane.area is not None:
            self.areas[self.way] = self.pane.area
            self._renew()

    def _renew(self) -> None:
        """What was made does not hold any longer; the next is made when the hand rests."""
        self.data = b""
        self.told.setText("")
        self._show_ready()
        self._settle.start()

    def _make(self) -> None:
        if self._task is None:
            self._start(self.leaving())

    def _start(self, wanted: Leaving) -> None:
        task = Task(partial(_made, self._display, wanted), self)
        self._task = task
        task.succeeded.connect(self._on_made)
        task.broke.connect(self._on_broke)
        task.start()

    def _on_made(self, made: tuple[Leaving, bytes]) -> None:
        self._end_task()
        wanted, data = made
        if wanted != self.leaving():
            self._make()
            return
        self.data = data
        self._show_preview(QImage.fromData(data))
        self._show_ready()

    def _on_broke(self) -> None:
        self._end_task()

    def _end_task(self) -> None:
        if self._task is not None:
            self._task.let_go()
            self._task = None

    def _show_preview(self, image: QImage) -> None:
        ratio = self.devicePixelRatioF()
        side = round(PREVIEW * ratio)
        pixmap = QPixmap.fromImage(image).scaled(
            side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        pixmap.setDevicePixelRatio(ratio)
        self.preview.setPixmap(pixmap)
        self.facts.setText(
            self.tr("{width} x {height} pixels, {kilobytes} KB. No camera data, no place, no time.").format(
                width=image.width(), height=image.height(), kilobytes=round(len(self.data) / 1000)
            )
        )

    def _show_ready(self) -> None:
        self.save_button.setEnabled(bool(self.data))
        self.copy_button.setEnabled(bool(self.data))

    # --- out

    def _ask_file(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self, self.tr("Save a copy"), str(Path(folder) / FILE_NAME))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("jpg")
        dialog.setNameFilters([self.tr("JPEG picture (*.jpg)")])
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Write what is shown, and nothing else."""
        if not self.data:
            return
        try:
            write_whole(path, self.data)
        except OSError:
            self.fault.tell(self.tr("The file could not be written there. Choose another folder."))
            return
        self.fault.tell("")
        self.told.setText(self.tr("Saved as {name}.").format(name=path.name))

    def _copy(self) -> None:
        """The pixels of the preview. Not our own mime data: the clipboard outlives Python, and would fall over it."""
        if self.data:
            QGuiApplication.clipboard().setImage(QImage.fromData(self.data))
            self.told.setText(self.tr("Copied. Paste it where you want it."))

    def done(self, result: int) -> None:
        """However it ends, no work outlives it."""
        self._stop()
        super().done(result)

    def _stop(self) -> None:
        self._settle.stop()
        if self._task is not None:
            self._task.wait()


def _made(display: bytes, wanted: Leaving, steering: Steering) -> tuple[Leaving, bytes]:  # noqa: ARG001  a task's
    return wanted, leaving_bytes(display, wanted)
