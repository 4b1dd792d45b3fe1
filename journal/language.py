"""Loads the translations that belong to the locale. English has a catalogue too: its plurals.

QtCore only, so that the command line can use it.
"""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from journal.resources import resource


def spoken_language() -> str:
    """The language of the place, two letters: a plan's sentences are taken in it."""
    return QLocale().name()[:2]


def install_language(application: QCoreApplication, locale: QLocale | None = None) -> QTranslator | None:
    """Load the catalogue of the locale, or the English plurals; the translator loaded, owned by the application."""
    folder = str(resource("i18n"))
    translator = QTranslator(application)
    if not translator.load(locale or QLocale(), "journal", "_", folder) and not translator.load("journal_en", folder):
        return None
    application.installTranslator(translator)
    return translator
