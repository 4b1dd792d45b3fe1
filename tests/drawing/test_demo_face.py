"""The example's pictures: redder when it is redder, other from each side, and marked as an example."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from journal.domain.photo import View
from journal.drawing.demo_face import draw_face

SIZE = (300, 375)


def redness(image: QImage, x: float, y: float) -> int:
    colour = QColor(image.pixel(round(image.width() * x), round(image.height() * y)))
    return colour.red() - colour.green()


@pytest.mark.parametrize("view", list(View))
def test_a_higher_rating_gives_redder_cheeks(qapp: QApplication, view: View) -> None:
    reds = [_mean_redness(draw_face(2, rating, view, SIZE)) for rating in range(11)]

    assert reds == sorted(reds)
    assert reds[10] > reds[0] + 1


def _mean_redness(image: QImage) -> float:
    small = image.scaled(60, 75)
    values = [redness(small, x / 60, y / 75) for x in range(60) for y in range(75)]
    return sum(values) / len(values)


def test_the_four_views_differ(qapp: QApplication) -> None:
    faces = [draw_face(2, 5, view, SIZE) for view in View]

    assert all(one != other for index, one in enumerate(faces) for other in faces[:index])


def test_a_rating_outside_the_scale_is_held_in_it(qapp: QApplication) -> None:
    assert draw_face(None, 99, View.FRONT, SIZE) == draw_face(None, 10, View.FRONT, SIZE)
    assert draw_face(None, -3, View.FRONT, SIZE) == draw_face(None, 0, View.FRONT, SIZE)


def test_the_same_call_draws_the_same_picture_marked_in_its_corner(qapp: QApplication) -> None:
    one, two = draw_face(4, 4, View.FRONT, SIZE), draw_face(4, 4, View.FRONT, SIZE)

    assert one == two
    assert one.size().toTuple() == SIZE
    label = QColor(one.pixel(SIZE[0] - 16, SIZE[1] - 19))
    assert min(label.red(), label.green(), label.blue()) > 215
