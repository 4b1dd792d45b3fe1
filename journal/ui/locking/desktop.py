"""What the desktop tells, over its own bus, of the computer going to sleep or its screen being locked.

Dependable where systemd-logind runs (sleep) and where the desktop has a screen saver of the freedesktop or GNOME kind
(screen locked). Elsewhere nothing is told; the lock then notices after waking that time has passed.
"""

from collections.abc import Iterable

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

SLEEP = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
SCREEN_LOCKED = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged"),
)

Place = tuple[str, str, str]
"""Path, interface and signal on a bus."""


class DesktopWatch(QObject):
    """Signals:
    leaving (): the computer is about to sleep, or its screen has been locked.
    """

    leaving = Signal()

    def listen(self, bus: QDBusConnection, places: Iterable[Place]) -> None:
        """From now on tell of these on this bus; of nothing when it is not there."""
        if bus.isConnected():
            for path, interface, name in places:
                # The slot is taken as text alone, against PySide's own stub.
                bus.connect("", path, interface, name, self, SLOT("on_told(bool)"))  # type: ignore[call-overload]

    @Slot(bool)
    def on_told(self, begins: bool) -> None:
        """The bus's slot: it begins, or it is over."""
        if begins:
            self.leaving.emit()


def watch_desktop(parent: QObject) -> DesktopWatch:
    """A watch on the system's and the session's own bus."""
    watch = DesktopWatch(parent)
    watch.listen(QDBusConnection.systemBus(), (SLEEP,))
    watch.listen(QDBusConnection.sessionBus(), SCREEN_LOCKED)
    return watch
