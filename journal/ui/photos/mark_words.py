"""Quality marks in words: what was measured, and what to do next time. Marks, never a score."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from journal import words
from journal.domain.photo import Photo
from journal.domain.photo_marks import MarkKind, Measure, PhotoMark

translate = QCoreApplication.translate


def marks_line(marks: Sequence[PhotoMark]) -> str:
    """All marks in a few words: "too dark, blurred"."""
    return ", ".join(words.photo_mark_name(mark.kind) for mark in marks)


def mark_sentence(mark: PhotoMark, photo: Photo) -> str:
    """One mark with the value measured and what to do."""
    return translate("photos", "{measured} {advice}").format(measured=_measured(mark, photo), advice=_advice(mark.kind))


def _measured(mark: PhotoMark, photo: Photo) -> str:
    numbers = {"value": _percent(mark.value), "limit": _percent(mark.limit)}
    match mark.measure:
        case Measure.BRIGHTNESS if mark.last is not None:
            numbers["day"] = words.short_day(mark.last.day)
            text = translate("photos", "Too dark: brightness {value} %, less than {limit} % beside the one of {day}.")
        case Measure.BRIGHTNESS:
            text = translate("photos", "Too dark: brightness {value} %, less than {limit} %.")
        case Measure.DARK:
            text = translate("photos", "Too dark: {value} % of it is black, more than {limit} %.")
        case Measure.CLIPPED:
            text = translate("photos", "Too bright: {value} % of it is washed out, more than {limit} %.")
        case Measure.SHARPNESS:
            numbers = {"value": str(round(mark.value)), "limit": str(round(mark.limit))}
            text = translate("photos", "Blurred: sharpness {value}, less than {limit}.")
        case Measure.LONG_SIDE:
            numbers = {"value": str(round(mark.value)), "last": _long_side(mark.last)}
            text = translate("photos", "Much smaller: {value} pixels long, the last one of this view {last}.")
        case Measure.CAMERA:
            numbers = {"camera": photo.camera, "last": mark.last.camera if mark.last else ""}
            text = translate("photos", "Another camera: {camera}, the last one of this view {last}.")
    return text.format(**numbers)


def _advice(kind: MarkKind) -> str:
    texts = {
        MarkKind.TOO_DARK: translate("photos", "Face a window, lamp off behind you."),
        MarkKind.TOO_BRIGHT: translate("photos", "Step back from the lamp or out of the sun, no flash."),
        MarkKind.BLURRED: translate("photos", "Prop the phone up, tap on the face, use the timer."),
        MarkKind.SMALLER: translate("photos", "Send the original file, not through a messenger."),
        MarkKind.OTHER_CAMERA: translate("photos", "Colours may differ for that alone; the same camera compares best."),
    }
    return texts[kind]


def _percent(share: float) -> str:
    return str(round(share * 100))


def _long_side(photo: Photo | None) -> str:
    return "" if photo is None else str(max(photo.width, photo.height))
