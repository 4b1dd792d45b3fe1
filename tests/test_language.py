"""The English plural catalogue is there, current and used."""

import ast
import html
import re

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from journal.language import install_language
from tests.catalogue import FOLDER, english_forms, extracted


def test_the_catalogue_is_what_the_sources_ask_for():
    assert (FOLDER / "journal_en.ts").read_bytes() == extracted(), "renew it with python -m tests.catalogue"


def test_every_text_has_both_english_forms():
    catalogue = (FOLDER / "journal_en.ts").read_text(encoding="utf-8")

    assert not re.search(r"<numerusform\s*/>|type=\"unfinished\"", catalogue)


def test_no_counted_text_of_the_sources_is_overlooked():
    """lupdate passes over a ``translate()`` whose count is more than a name: give it a name."""
    catalogue = html.unescape((FOLDER / "journal_en.ts").read_text(encoding="utf-8"))
    written = {
        node.value
        for path in (FOLDER.parent.parent / "journal").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "%n" in node.value
    }

    assert [text for text in written if f"<source>{text}</source>" not in catalogue] == []


@pytest.mark.parametrize(
    ("source", "one", "many"),
    [
        ("%n day(s) logged", "%n day logged", "%n days logged"),
        ("%n entry(s)", "%n entry", "%n entries"),
        ("nothing to count", "nothing to count", "nothing to count"),
    ],
)
def test_english_plurals_follow_from_the_text(source, one, many):
    assert english_forms(source) == (one, many)


@pytest.mark.parametrize("locale", ["en_GB", "de_DE", "C"])
def test_a_catalogue_is_loaded_whatever_the_locale(qapp, locale):
    translator = install_language(qapp, QLocale(locale))
    try:
        assert translator is not None
        assert not translator.isEmpty()
    finally:
        QCoreApplication.removeTranslator(translator)
