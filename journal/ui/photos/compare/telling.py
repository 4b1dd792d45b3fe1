"""What a comparison shows, in words, for screen readers."""

from PySide6.QtCore import QCoreApplication

from journal.ui.photos.compare.canvas import CompareCanvas, Way

translate = QCoreApplication.translate


def told(canvas: CompareCanvas) -> str:
    """What is seen now, and which keys change it."""
    left, right = canvas.labels
    percent = round(canvas.share * 100)
    match canvas.way:
        case Way.SIDE:
            text = translate("photos", "Left: {left}. Right: {right}.")
        case Way.WIPE if canvas.is_line_level:
            text = translate(
                "photos", "{left} above {percent}% of the height, {right} below. Up and down move the line."
            )
        case Way.WIPE:
            text = translate(
                "photos", "{left} up to {percent}% of the width, {right} from there. Left and right move the line."
            )
        case Way.BLINK:
            text = translate("photos", "{shown} is shown. Space shows the other.")
        case Way.GHOST:
            text = translate("photos", "{left} at {percent}% over {right}. Left and right change the strength.")
    return text.format(left=left, right=right, percent=percent, shown=right if canvas.is_second_shown else left)
