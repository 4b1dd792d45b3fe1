"""Keeps the English plural catalogue: ``python -m tests.catalogue`` writes it anew from the sources.

lupdate finds the plural texts, their English forms follow from the text ("%n day(s)"), lrelease compiles them.
"""

import re
import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "i18n"
IRREGULAR = {"entry(s)": ("entry", "entries"), "is(s)": ("is", "are"), "has(s)": ("has", "have")}


def english_forms(source: str) -> tuple[str, str]:
    """``"%n day(s) logged"`` in the singular and in the plural."""
    one, many = source, source
    for text, (singular, plural) in IRREGULAR.items():
        one, many = one.replace(text, singular), many.replace(text, plural)
    one = re.sub(r"\((?:s|es)\)", "", one)
    many = re.sub(r"\((s|es)\)", r"\1", many)
    return one, many


def extracted() -> bytes:
    """The catalogue that the sources ask for, as XML without places."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "journal").rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "journal_en.ts"
        command = [_tool("pyside6-lupdate"), *sources, "-locations", "none", "-silent", "-ts", str(target)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        tree = ET.parse(target)
    root = tree.getroot()
    root.attrib |= {"language": "en_GB", "sourcelanguage": "en_GB"}
    for context in list(root):
        for message in context.findall("message"):
            if "%n" not in message.findtext("source", ""):
                context.remove(message)
            else:
                _give_forms(message)
        if context.find("message") is None:
            root.remove(context)
    return b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + ET.tostring(root, encoding="utf-8") + b"\n"


def _give_forms(message: ET.Element) -> None:
    """Both English forms; lupdate itself knows a plural by ``tr()`` only, not by ``translate()``."""
    message.set("numerus", "yes")
    translation = message.find("translation")
    assert translation is not None
    translation.clear()
    for text in english_forms(message.findtext("source", "")):
        ET.SubElement(translation, "numerusform").text = text


def main() -> None:
    """Write the catalogue and compile it."""
    target = FOLDER / "journal_en.ts"
    target.write_bytes(extracted())
    command = [_tool("pyside6-lrelease"), "-silent", str(target), "-qm", str(FOLDER / "journal_en.qm")]
    subprocess.run(command, check=True, cwd=ROOT)


def _tool(name: str) -> str:
    return str(Path(sysconfig.get_path("scripts")) / name)


if __name__ == "__main__":
    sys.exit(main())
