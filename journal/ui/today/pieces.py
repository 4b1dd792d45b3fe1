"""A column of widgets that is drawn anew piece by piece: what still says the same stays, since making widgets costs."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.today.parts import leave

Piece = TypeVar("Piece", bound=QWidget)


class Pieces(QWidget):
    """Call ``begin``, ``put`` for each piece from the top, ``end``."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        self._pieces: list[tuple[object, QWidget]] = []
        self._old: list[tuple[object, QWidget]] = []

    def begin(self) -> None:
        """Take every piece up."""
        self._old, self._pieces = self._pieces, []
        while self._column.takeAt(0) is not None:
            pass

    def put(self, key: object, make: Callable[[], Piece]) -> Piece:
        """The piece of that key (what it says, compared by value) as it was, or a new one; and lay it down."""
        piece: Piece | None = None
        for place, (known, widget) in enumerate(self._old):
            if known == key:
                piece = widget  # type: ignore[assignment]  # the key holds the kind
                del self._old[place]
                break
        if piece is None:
            piece = make()
        self._column.addWidget(piece)
        self._pieces.append((key, piece))
        return piece

    def end(self) -> None:
        """Let go of what was not laid down again."""
        leave(self, [widget for _, widget in self._old])
        self._old = []
