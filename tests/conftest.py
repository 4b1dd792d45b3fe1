"""One application for all tests of a process, in English, and nothing of it that a test changed outlasts that test.

The machine's language, its notation of days and numbers and its time zone change nothing: tests hold the words
themselves.
"""

import os
import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from journal.language import install_language

# Before anything is made, and for what tests start as processes.
os.environ |= {"LC_ALL": "C.UTF-8", "LANGUAGE": "", "TZ": "UTC"}
if hasattr(time, "tzset"):
    time.tzset()


@pytest.fixture(scope="session", autouse=True)
def application(qapp):
    """Made before any command runs, which would make one without widgets; Qt takes one a process, of one kind.

    It speaks English as the program does, with counted texts in their forms.
    """
    install_language(qapp, QLocale("en_GB"))
    return qapp


@pytest.fixture(autouse=True)
def as_it_was(application: QApplication):
    """Font, colours, clipboard and languages go back to what they were, and windows go with their test.

    Left to Python's collector, windows may go while another one is painted, and crash it. The style sheet stays, since
    Qt 6.11 falls over when one is taken off an application and another one put on.
    """
    languages = application.findChildren(QTranslator)
    locale, name = QLocale(), application.applicationName()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for translator in application.findChildren(QTranslator):
        if translator not in languages:
            QCoreApplication.removeTranslator(translator)
            translator.setParent(None)
    application.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    application.setPalette(QPalette())
    application.setApplicationName(name)
    application.clipboard().clear()
    QLocale.setDefault(locale)
