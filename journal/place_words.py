"""What a journal's place means for the person, in plain sentences; for window and command line alike. QtCore only."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from journal.domain.place import Place, PlaceKind

_WHERE = {
    PlaceKind.SYNCED: QT_TRANSLATE_NOOP(
        "places", "Your journal lies in a folder that {service} copies to other computers."
    ),
    PlaceKind.NETWORK: QT_TRANSLATE_NOOP("places", "Your journal lies on a network drive."),
    PlaceKind.REMOVABLE: QT_TRANSLATE_NOOP("places", "Your journal lies on a drive that can be taken out."),
}
_WHAT_MAY_HAPPEN = {
    PlaceKind.SYNCED: QT_TRANSLATE_NOOP(
        "places",
        "Use it on one computer at a time, and wait until {service} is done before you go on at another: otherwise two"
        " versions arise, and each lacks what was logged in the other. Who can open your {service} can open the"
        " journal, unless it has a passphrase.",
    ),
    PlaceKind.NETWORK: QT_TRANSLATE_NOOP(
        "places",
        "When the connection breaks, a change may not be saved; the window says so, and what you typed stays. Use it on"
        " one computer at a time. Others who can open that folder can open the journal, unless it has a passphrase.",
    ),
    PlaceKind.REMOVABLE: QT_TRANSLATE_NOOP(
        "places",
        "Close the window before you take the drive out. Drives get lost: keep a backup on another one. Who finds it"
        " can open the journal, unless it has a passphrase.",
    ),
}
_OTHER_VERSIONS = QT_TRANSLATE_NOOP(
    "places", "Beside your journal lies what looks like another version of it: {names}."
)
_WHAT_TO_DO = QT_TRANSLATE_NOOP(
    "places",
    "Two computers wrote at once, and each version may have days that the other lacks. Nothing was changed. Look into"
    " the other one before you remove it: it opens like any journal, and restore shows what it holds beside what is"
    " here.",
)


def place_text(place: Place) -> str:
    """Where the journal lies, in one sentence; empty when it is simply this computer."""
    return _translated(_WHERE.get(place.kind)).format(service=place.service)


def place_more(place: Place) -> str:
    """What may happen there, and what to do about it."""
    return _translated(_WHAT_MAY_HAPPEN.get(place.kind)).format(service=place.service)


def versions_text(place: Place) -> str:
    """Which other versions lie beside the journal, in one sentence; empty when there are none."""
    return _translated(_OTHER_VERSIONS).format(names=", ".join(place.other_versions)) if place.other_versions else ""


def versions_more() -> str:
    """What to do about them."""
    return _translated(_WHAT_TO_DO)


def _translated(text: object) -> str:
    # QT_TRANSLATE_NOOP gives its text back typed as an object.
    return QCoreApplication.translate("places", str(text)) if text else ""
